"""The version of leadfield that is installed, and those of what it computes with."""

import platform
from functools import cache
from importlib import metadata

_version = cache(metadata.version)
__version__ = _version("leadfield")


def versions() -> dict[str, str]:
    """Versions of what computes."""
    return {
        "leadfield": __version__,
        "numpy": _version("numpy"),
        "scipy": _version("scipy"),
        "python": platform.python_version(),
    }
