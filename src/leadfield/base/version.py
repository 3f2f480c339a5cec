"""The version of leadfield that is installed."""

from importlib.metadata import version

__version__ = version("leadfield")
