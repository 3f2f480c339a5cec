"""Rank, and the whitener that makes the noise white."""
