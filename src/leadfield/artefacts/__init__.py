"""Artefacts: finding blinks and heartbeats, and the projections that take their fields out."""
