"""Annotations of a recording: spans, onsets, descriptions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Self, final, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadfield.api.interop.annotations import annotations_from_mne
from leadfield.api.interop.annotations_to_mne import annotations_to_mne
from leadfield.api.interop.origin import kind_of
from leadfield.base.arrays import Floats, Ints, locked
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.front_door import public
from leadfield.recording.annotation import Annotation, in_order

Date = datetime | float | str | tuple[int, int] | None


def as_date(orig_time: object) -> datetime | None:
    """The date that users write as a date, as text, or as seconds since 1970."""
    if orig_time is None:
        return None
    if isinstance(orig_time, datetime):
        aware = orig_time.tzinfo is not None
        return orig_time.astimezone(UTC) if aware else orig_time.replace(tzinfo=UTC)
    if isinstance(orig_time, str):
        try:
            return as_date(datetime.fromisoformat(orig_time))
        except ValueError as error:
            msg = f"orig_time must be a date like '2002-12-03 19:01:10', got {orig_time!r}"
            raise InputError(msg) from error
    stamp = np.atleast_1d(np.asarray(orig_time))
    if stamp.dtype.kind not in "iuf" or stamp.shape not in {(1,), (2,)}:
        msg = f"orig_time must be a date, seconds since 1970 or None, got {orig_time!r}"
        raise ArgumentTypeError(msg)
    seconds, micros = (*stamp.tolist(), 0)[:2]
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds, microseconds=micros)


@final
@public("leadfield")
class Annotations:
    """Annotated spans of a recording.

    Spans whose description starts with "bad" are excluded when data are cut into epochs.
    Annotations are sorted by onset. ``annotations[i]`` gives one as a dict,
    ``annotations[i:j]`` several as Annotations.

    Parameters
    ----------
    onset : array_like of float
        Onsets in s after ``orig_time``, or after the first sample if that is None.
    duration : array_like of float | float
        Durations in s.
    description : list of str | str
        Descriptions; one string describes all spans.
    orig_time : datetime | str | float | tuple of int | None
        The date that onsets count from, or (seconds, microseconds) since 1970.
    ch_names : list of list of str | None
        Channels that each annotation applies to; None or an empty list for all.

    Examples
    --------
    >>> annotations = Annotations([1.0, 5.0], 0.5, ["BAD_blink", "speech"])
    >>> annotations.append(3.0, 1.0, "BAD_cough")
    <Annotations | 3 spans: BAD_blink (1), BAD_cough (1), speech (1)>
    >>> annotations.onset
    array([1., 3., 5.])
    """

    def __init__(
        self,
        onset: ArrayLike,
        duration: ArrayLike,
        description: str | Sequence[str],
        orig_time: Date = None,
        ch_names: Sequence[Sequence[str]] | None = None,
    ) -> None:
        self._orig_time = as_date(orig_time)
        self.value = in_order(_spans(onset, duration, description, ch_names))

    @property
    def orig_time(self) -> datetime | None:
        """Date that onsets count from, None for the first sample."""
        return self._orig_time

    @property
    def onset(self) -> Floats:
        """Onsets in s, shape (n_annotations,); read-only."""
        return locked([one.onset for one in self.value])

    @property
    def duration(self) -> Floats:
        """Durations in s, shape (n_annotations,); read-only."""
        return locked([one.duration for one in self.value])

    @property
    def description(self) -> NDArray[np.str_]:
        """Descriptions, shape (n_annotations,)."""
        return np.array([one.description for one in self.value], str)

    @property
    def ch_names(self) -> list[tuple[str, ...]]:
        """Channels that each annotation applies to, an empty tuple for all."""
        return [one.channel_names for one in self.value]

    def __len__(self) -> int:
        return len(self.value)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return (self._as_dict(one) for one in self.value)

    def _as_dict(self, one: Annotation) -> dict[str, Any]:
        return {
            "onset": one.onset,
            "duration": one.duration,
            "description": one.description,
            "orig_time": self._orig_time,
            "ch_names": one.channel_names,
        }

    @overload
    def __getitem__(self, key: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, key: slice | ArrayLike) -> Annotations: ...
    def __getitem__(self, key: int | slice | ArrayLike) -> dict[str, Any] | Annotations:
        if isinstance(key, int | np.integer):
            return self._as_dict(self.value[key])
        index: Any = key  # NumPy's stubs refuse lists
        picked: Ints = np.arange(len(self))[index]
        return annotations_of([self.value[i] for i in picked], self._orig_time)

    def __add__(self, other: Annotations) -> Annotations:
        other = as_annotations(other)
        if len(self) and len(other) and self.orig_time != other.orig_time:
            msg = (
                "annotations must have the same orig_time to be joined, got "
                f"{self.orig_time} and {other.orig_time}"
            )
            raise MismatchError(msg)
        orig_time = self.orig_time if len(self) else other.orig_time
        return annotations_of((*self.value, *other.value), orig_time)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Annotations)
            and self.value == other.value
            and self.orig_time == other.orig_time
        )

    __hash__ = None  # type: ignore[assignment]

    def append(
        self,
        onset: ArrayLike,
        duration: ArrayLike,
        description: str | Sequence[str],
        ch_names: Sequence[Sequence[str]] | None = None,
    ) -> Self:
        """Add annotations, in place.

        Parameters
        ----------
        onset : array_like of float | float
            Onsets in s.
        duration : array_like of float | float
            Durations in s.
        description : list of str | str
            Descriptions; one string describes all spans.
        ch_names : list of list of str | None
            Channels that each annotation applies to.

        Returns
        -------
        self : Annotations
            The object itself.
        """
        self.value = in_order((*self.value, *_spans(onset, duration, description, ch_names)))
        return self

    def delete(self, idx: int | slice | Sequence[int] | Ints) -> Self:
        """Remove annotations, in place.

        Parameters
        ----------
        idx : int | array_like of int | slice
            Indices of the annotations to remove.

        Returns
        -------
        self : Annotations
            The object itself.
        """
        remaining = np.delete(np.arange(len(self)), idx)
        self.value = tuple(self.value[i] for i in remaining)
        return self

    def copy(self) -> Annotations:
        """Copy the annotations.

        Returns
        -------
        annotations : Annotations
            A copy that is independent of this object.
        """
        return annotations_of(self.value, self._orig_time)

    def count(self) -> dict[str, int]:
        """Count the annotations of each description.

        Returns
        -------
        counts : dict of int
            Sorted by description.
        """
        texts = [one.description for one in self.value]
        return {text: texts.count(text) for text in sorted(set(texts))}

    def to_mne(self) -> Any:
        """Make MNE-Python's annotations of it.

        Returns
        -------
        annotations : mne.Annotations
            The same spans; onsets count from the same date.

        Raises
        ------
        MissingPackageError
            If MNE-Python is not installed: ``pip install mne``.
        """
        return annotations_to_mne(self.value, self._orig_time)

    def __repr__(self) -> str:
        counts = ", ".join(f"{text} ({n})" for text, n in self.count().items())
        return f"<Annotations | {len(self)} spans{': ' if counts else ''}{counts}>"


def as_annotations(annotations: object) -> Annotations:
    """Annotations, ours or MNE-Python's."""
    if isinstance(annotations, Annotations):
        return annotations
    taken = annotations_from_mne(annotations)
    if taken is None:
        msg = f"annotations must be Annotations or None, got {kind_of(annotations)}"
        raise ArgumentTypeError(msg)
    return annotations_of(*taken)


def annotations_of(values: Iterable[Annotation], orig_time: datetime | None) -> Annotations:
    """Annotations as users hold them, with onsets that count from ``orig_time``."""
    one = Annotations([], [], [], orig_time)
    one.value = in_order(values)
    return one


def _spans(
    onset: ArrayLike,
    duration: ArrayLike,
    description: str | Sequence[str],
    ch_names: Sequence[Sequence[str]] | None,
) -> list[Annotation]:
    onsets = np.atleast_1d(np.asarray(onset, np.float64))
    n = onsets.size
    durations = np.atleast_1d(np.asarray(duration, np.float64))
    durations = np.repeat(durations, n) if durations.size == 1 else durations
    texts = [description] * n if isinstance(description, str) else list(description)
    names = [()] * n if ch_names is None else [tuple(one) for one in ch_names]
    if onsets.ndim != 1 or not n == durations.size == len(texts) == len(names):
        msg = (
            f"{n} onsets need as many durations, descriptions and ch_names, got "
            f"{durations.size}, {len(texts)} and {len(names)}"
        )
        raise InputError(msg)
    return [
        Annotation(onset=start, duration=length, description=str(text), channel_names=channels)
        for start, length, text, channels in zip(
            onsets.tolist(), durations.tolist(), texts, names, strict=True
        )
    ]
