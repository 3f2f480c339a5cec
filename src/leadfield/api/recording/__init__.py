"""Recordings, their information, channels, projections and annotations, as users hold them."""
