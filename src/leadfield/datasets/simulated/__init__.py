"""Simulated experiment with known sources, in the layout of the MNE sample data."""

from leadfield.datasets.simulated.build import data_path

__all__ = ["data_path"]
