"""BIDS data sets: what is in one, and its recordings, events and head positions."""
