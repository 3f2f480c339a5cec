"""Noise covariance: estimated, made up, read and written."""
