"""Noise covariance: estimation, rank, regularization, files."""
