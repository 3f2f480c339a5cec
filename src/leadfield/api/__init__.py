"""Public interface: MNE-Python's names over the stages' functions, a room for each stage."""
