"""Epochs around events, and the evoked response they average to."""
