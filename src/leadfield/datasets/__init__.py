"""Data sets: the MNE sample data, a simulated experiment, a template subject."""

from leadfield.base.front_door import attach_stub

__getattr__, __dir__ = attach_stub(__name__, __file__)
