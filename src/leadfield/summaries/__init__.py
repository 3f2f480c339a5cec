"""What objects say of themselves in a notebook: tables of facts, loaded at first use."""

from leadfield.base.front_door import attach_stub

__getattr__, __dir__ = attach_stub(__name__, __file__)
