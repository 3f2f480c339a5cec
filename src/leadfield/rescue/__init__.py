"""Damaged files: what is wrong with them, and what can be saved of them."""
