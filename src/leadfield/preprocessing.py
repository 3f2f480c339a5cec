"""Artefacts: finding blinks and heartbeats, and projectors that take them out."""

from leadfield.base.front_door import attach_stub

__getattr__, __dir__ = attach_stub(__name__, __file__)
