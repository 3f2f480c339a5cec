"""Source morphs, as users hold them."""
