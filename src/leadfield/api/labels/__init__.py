"""Labels, as users hold them."""
