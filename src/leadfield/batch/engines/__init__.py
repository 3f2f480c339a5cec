"""Engines: where the jobs of a batch are done, on this machine or on many."""
