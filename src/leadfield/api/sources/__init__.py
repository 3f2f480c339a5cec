"""Source spaces, as users hold them."""
