"""Data sets to try leadfield on."""

from leadfield.base.lazy import loading

__getattr__, __dir__, __all__ = loading(__name__, {}, ["sample", "simulated", "template"])
