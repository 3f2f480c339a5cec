"""Statistics over subjects: permutation tests, clusters, corrections for many tests."""

from leadfield.base.front_door import attach_stub

__getattr__, __dir__ = attach_stub(__name__, __file__)
