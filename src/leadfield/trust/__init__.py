"""Trust: how far a map can be believed: uncertainty, detection, location, resolution, visibility."""
