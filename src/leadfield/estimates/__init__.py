"""Source estimates: a kernel applied to data."""
