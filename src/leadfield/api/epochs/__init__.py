"""Epochs and evoked responses, as users hold them."""
