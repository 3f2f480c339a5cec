"""Trust: how far a map can be believed: detection, location, resolution, leakage, visibility."""
