"""Rank and whitening, as users call them."""
