"""Batches: what one subject's analysis does, done for a whole study."""
