"""Data sets to try leadfield on."""
