"""Simulation: sources of known places and courses, what sensors measure of them, and noise.

Users find its functions here: they are loaded from the outer ring at first use.
"""

from leadfield.base.front_door import attach_stub

__getattr__, __dir__ = attach_stub(__name__, __file__)
