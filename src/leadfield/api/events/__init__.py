"""Events, as users hold them."""
