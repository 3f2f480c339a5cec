"""Morphs: source estimates on another subject's cortex.

Scripts also find here what MNE-Python has in its module of this name: that is loaded from the
outer ring at first use.
"""

from leadfield.base.front_door import attach_stub

__getattr__, __dir__ = attach_stub(__name__, __file__)
