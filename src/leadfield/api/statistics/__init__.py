"""Room for statistics over subjects."""
