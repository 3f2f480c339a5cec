"""Small values in MNE-Python's dicts: numbers in arrays, texts, matrices."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


def as_int(number: Any) -> int:
    """A whole number, which may stand in an array of one."""
    return int(np.asarray(number).item())


def text_or_none(text: Any) -> str | None:
    """A text; None for none and for an empty one."""
    return str(text) if text is not None and str(text) else None


def path_or_none(path: Any) -> Path | None:
    """A path; None for none."""
    return None if path is None else Path(path)


def numbers_or_none(numbers: Any) -> NDArray[Any] | None:
    """An array; None for none and for an empty one."""
    if numbers is None:
        return None
    array = np.asarray(numbers)
    return array if array.size else None
