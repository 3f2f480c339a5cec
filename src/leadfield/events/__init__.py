"""Events: trigger channels, annotations, event lists and their files."""
