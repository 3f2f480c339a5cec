"""Trust: how far a map can be believed: resolution, leakage, visibility."""
