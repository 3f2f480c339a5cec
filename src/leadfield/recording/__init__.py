"""Recordings: measurement info, channels, annotations, SSP projectors, raw samples."""
