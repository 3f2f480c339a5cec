"""Annotations of a recording: spans, onsets, descriptions."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Self, final

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.arrays import Floats, locked
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.public import public
from leadfield.recording.annotation import Annotation, in_order

Date = datetime | float | str | tuple[int, int] | None


def as_date(orig_time: Any) -> datetime | None:
    """A point in time from what users write for one."""
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
    """Spans of a recording that somebody said something about.

    Spans whose description starts with "bad" are left out where data are cut into
    epochs. They are kept in order of their onsets.

    Parameters
    ----------
    onset : array_like of float
        Starts in s after ``orig_time``; without one, after the first sample.
    duration : array_like of float | float
        Lengths in s.
    description : list of str | str
        What is said.
    orig_time : datetime | str | float | tuple of int | None
        When the clock of ``onset`` starts: a date, or (seconds, microseconds) since
        1970.
    ch_names : list of list of str | None
        The channels each is about; None or an empty list for all.

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
        self.values = in_order(_spans(onset, duration, description, ch_names))

    @property
    def orig_time(self) -> datetime | None:
        """When the clock of the onsets starts."""
        return self._orig_time

    @property
    def onset(self) -> Floats:
        """Starts in s."""
        return locked([one.onset for one in self.values])

    @property
    def duration(self) -> Floats:
        """Lengths in s."""
        return locked([one.duration for one in self.values])

    @property
    def description(self) -> Any:
        """What is said."""
        return np.array([one.description for one in self.values], str)

    @property
    def ch_names(self) -> list[tuple[str, ...]]:
        """The channels each is about, none for all."""
        return [one.channel_names for one in self.values]

    def __len__(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return (self._as_dict(one) for one in self.values)

    def _as_dict(self, one: Annotation) -> dict[str, Any]:
        return {
            "onset": one.onset,
            "duration": one.duration,
            "description": one.description,
            "orig_time": self._orig_time,
            "ch_names": one.channel_names,
        }

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, int | np.integer):
            return self._as_dict(self.values[key])
        picked = np.arange(len(self))[key]
        return annotations_of([self.values[i] for i in picked], self._orig_time)

    def __add__(self, other: "Annotations") -> "Annotations":
        if len(self) and len(other) and self.orig_time != other.orig_time:
            msg = (
                "annotations must have the same orig_time to be joined, got "
                f"{self.orig_time} and {other.orig_time}"
            )
            raise MismatchError(msg)
        orig_time = self.orig_time if len(self) else other.orig_time
        return annotations_of((*self.values, *other.values), orig_time)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Annotations)
            and self.values == other.values
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
        """Add spans, in place.

        Parameters
        ----------
        onset : array_like of float | float
            Starts in s.
        duration : array_like of float | float
            Lengths in s.
        description : list of str | str
            What is said.
        ch_names : list of list of str | None
            The channels each is about.

        Returns
        -------
        self : Annotations
            The object itself.
        """
        self.values = in_order((*self.values, *_spans(onset, duration, description, ch_names)))
        return self

    def delete(self, idx: Any) -> Self:
        """Take out spans, in place.

        Parameters
        ----------
        idx : int | array_like of int | slice
            Which ones.

        Returns
        -------
        self : Annotations
            The object itself.
        """
        kept = np.delete(np.arange(len(self)), idx)
        self.values = tuple(self.values[i] for i in kept)
        return self

    def copy(self) -> "Annotations":
        """Another object with the same spans.

        Returns
        -------
        annotations : Annotations
            Changes to it leave this one alone.
        """
        return annotations_of(self.values, self._orig_time)

    def count(self) -> dict[str, int]:
        """How many spans there are of each description.

        Returns
        -------
        counts : dict of int
            Sorted by description.
        """
        texts = [one.description for one in self.values]
        return {text: texts.count(text) for text in sorted(set(texts))}

    def __repr__(self) -> str:
        counts = ", ".join(f"{text} ({n})" for text, n in self.count().items())
        return f"<Annotations | {len(self)} spans{': ' if counts else ''}{counts}>"


def annotations_of(values: Iterable[Annotation], orig_time: datetime | None) -> Annotations:
    """Annotations as users hold them, whose clock starts at ``orig_time``."""
    one = Annotations([], [], [], orig_time)
    one.values = in_order(values)
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
