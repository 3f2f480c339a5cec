"""BIDS data sets: what belongs to each recording, how it is read, and where results go."""
