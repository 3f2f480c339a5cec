"""Forward models and boundary-element models in FIF files."""
