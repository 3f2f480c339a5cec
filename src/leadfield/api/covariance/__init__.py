"""Noise covariances, as users hold them."""
