"""Epochs and evoked responses in FIF files."""
