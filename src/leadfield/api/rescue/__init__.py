"""Damaged files: what is wrong with them, and clean ones made of what is whole."""
