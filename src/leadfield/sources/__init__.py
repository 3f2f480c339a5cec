"""Source spaces: cortical surfaces, volumes and dipoles where activity is estimated."""
