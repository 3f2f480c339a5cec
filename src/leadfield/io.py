"""Reading recordings."""

from leadfield.base.lazy import attach_stub

__getattr__, __dir__ = attach_stub(__name__, __file__)
