"""Source spaces: where activity may be."""
