"""A whole made-up experiment with a known truth, in the layout of the MNE sample data."""

from leadfield.datasets.simulated.build import data_path

__all__ = ["data_path"]
