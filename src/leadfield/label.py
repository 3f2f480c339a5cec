"""Labels of the cortex, where scripts for MNE-Python import them from."""

from leadfield.base.front_door import attach_stub

__getattr__, __dir__ = attach_stub(__name__, __file__)
