"""Inverse operators: public interface of the stage ``inverse``."""

from leadfield.base.front_door import attach_stub

# What few scripts call is loaded when one does.
__getattr__, __dir__ = attach_stub(__name__, __file__)
