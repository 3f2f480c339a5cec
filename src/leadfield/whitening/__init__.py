"""Whitening: whiteners of noise covariances, whitened responses."""
