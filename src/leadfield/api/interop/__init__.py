"""MNE-Python's objects, taken by their attributes, and made; loaded at first use."""

from leadfield.base.front_door import attach_stub

__getattr__, __dir__ = attach_stub(__name__, __file__)
