"""Whitening, as users call it."""
