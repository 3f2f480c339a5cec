"""Morphs: source estimates on another subject's cortex."""
