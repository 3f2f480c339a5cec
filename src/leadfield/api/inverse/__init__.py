"""Inverse operators, as users hold them."""
