"""Annotations as columns that can be changed in place, one for each of their fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadfield.api.recording.linked import LinkedDict, LinkedList
from leadfield.base.errors import InputError
from leadfield.recording.annotation import Annotation, checked_extras

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats

Snapshot = tuple[bytes, bytes, tuple[str, ...], tuple[Any, ...], tuple[Any, ...]]


@final
class AnnotationColumns:
    """Onsets, durations, descriptions and channels of annotations, arrays (n_annotations,).

    ``extras`` is a list of dicts. Whoever changes a column in place changes the annotations:
    values are made of what the columns hold when they are asked for.

    Parameters
    ----------
    values : iterable of recording.annotation.Annotation
        The annotations.
    """

    def __init__(self, values: Iterable[Annotation]) -> None:
        self._values = tuple(values)
        self.onset: Floats = np.array([one.onset for one in self._values], np.float64)
        self.duration: Floats = np.array([one.duration for one in self._values], np.float64)
        self.description = texts([one.description for one in self._values])
        self.ch_names = channel_lists([one.channel_names for one in self._values])
        self.extras = lists_of_extras([dict(one.extras) for one in self._values])
        self._made_of = self._snapshot()

    def _snapshot(self) -> Snapshot:
        texts_now = tuple(self.description.tolist())
        extras = tuple(tuple(one.items()) for one in self.extras)
        numbers = self.onset.tobytes(), self.duration.tobytes()
        return *numbers, texts_now, tuple(self.ch_names), extras

    @property
    def values(self) -> tuple[Annotation, ...]:
        """The annotations, in the arrays' order."""
        now = self._snapshot()
        if now != self._made_of:
            columns = (self.onset.tolist(), self.duration.tolist(), *now[2:])
            self._values = tuple(
                Annotation(
                    onset=onset,
                    duration=length,
                    description=text,
                    channel_names=tuple(names),
                    extras=extras,
                )
                for onset, length, text, names, extras in zip(*columns, strict=True)
            )
            self._made_of = now
        return self._values

    @property
    def about_channels(self) -> bool:
        """Whether any annotation is about some channels only."""
        return any(len(names) for names in self.ch_names)

    def floats(self, name: str, given: ArrayLike) -> Floats:
        """As many numbers as there are annotations."""
        found: Floats = np.array(given, np.float64)
        self.check_length(name, found.shape)
        return found

    def check_length(self, name: str, shape: tuple[int, ...]) -> None:
        """Raise unless a new column has a row for each annotation."""
        if shape != self.onset.shape:
            msg = (
                f"{name} must have one item for each of {len(self.onset)} annotations, got {shape}"
            )
            raise InputError(msg)


def texts(descriptions: Sequence[str]) -> NDArray[Any]:
    """Descriptions of any length."""
    # Not NumPy's texts of fixed length, which cut what is longer than the first ones.
    return np.array(list(descriptions), np.dtypes.StringDType())


def channel_lists(names: Sequence[Sequence[str]]) -> NDArray[Any]:
    """An array of tuples of channel names."""
    out = np.empty(len(names), object)
    for i, one in enumerate(names):
        out[i] = tuple(one)
    return out


def lists_of_extras(extras: Sequence[object]) -> LinkedList[LinkedDict[Any]]:
    """A list of dicts that can be changed, but hold what annotations may."""
    n = len(extras)

    def take(items: list[Any]) -> None:
        if len(items) != n:
            msg = f"extras must have one item for each of {n} annotations, got {len(items)}"
            raise InputError(msg)
        items[:] = [one if isinstance(one, LinkedDict) else _linked(one) for one in items]

    return LinkedList(map(_linked, extras), take)


def _linked(extras: object) -> LinkedDict[Any]:
    """A dict that takes only what annotations may hold."""
    return LinkedDict(checked_extras(extras), _take_extras)


def _take_extras(entries: dict[str, Any]) -> None:
    entries.update(checked_extras(entries))
