"""Measurement information and raw recordings in FIF files."""
