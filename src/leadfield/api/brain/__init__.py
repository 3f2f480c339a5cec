"""Brains: pictures of source estimates, as users hold them; loaded at first use."""

from leadfield.base.lazy import attach_stub

__getattr__, __dir__ = attach_stub(__name__, __file__)
