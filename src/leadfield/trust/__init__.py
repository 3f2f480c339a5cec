"""Trust: how far to believe a map: uncertainty, detection, location, resolution, visibility."""
