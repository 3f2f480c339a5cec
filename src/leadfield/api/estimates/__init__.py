"""Source estimates and the functions that make them, as users hold them."""
