"""Paths of data sets: both ``path + "/MEG"`` and ``path / "MEG"`` work."""

from pathlib import Path


class DatasetPath(type(Path())):  # type: ignore[misc]  # Path itself makes no instances of a subclass before Python 3.12
    """A path to which text can be added, as older scripts do."""

    def __add__(self, more: str) -> str:
        return f"{self}{more}"
