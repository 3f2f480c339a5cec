"""MNE-Python's objects: taken by their attributes, without importing MNE-Python, and made."""
