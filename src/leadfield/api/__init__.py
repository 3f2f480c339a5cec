"""What users type: MNE-Python's names over the stages' functions."""
