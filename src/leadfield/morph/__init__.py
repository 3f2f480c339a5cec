"""Source estimates on another cortex."""
