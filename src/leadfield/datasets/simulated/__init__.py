"""Simulated experiments with known sources: one in the layout of the MNE sample data, a study."""

from leadfield.datasets.simulated.build import data_path
from leadfield.datasets.simulated.study import study_path

__all__ = ["data_path", "study_path"]
