"""The version of leadfield that is installed, and those of what it computes with."""

import platform
from importlib.metadata import version

__version__ = version("leadfield")


def versions() -> dict[str, str]:
    """Versions of what computes."""
    return {
        "leadfield": __version__,
        "numpy": version("numpy"),
        "scipy": version("scipy"),
        "python": platform.python_version(),
    }
