"""A folder that takes both ``+ "/MEG"`` and ``/ "MEG"``."""

from pathlib import Path


class DatasetPath(type(Path())):  # type: ignore[misc]  # Path itself makes no instances of a subclass before Python 3.12
    """A path to which text can be added, as scripts of long ago do."""

    def __add__(self, more: str) -> str:
        return f"{self}{more}"
