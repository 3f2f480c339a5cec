"""Annotations of a recording: spans, onsets, descriptions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, Self, final, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadfield.api import interop
from leadfield.api.interop.origin import kind_of
from leadfield.api.recording.annotation_columns import (
    AnnotationColumns,
    channel_lists,
    lists_of_extras,
    texts,
)
from leadfield.api.recording.edit_annotations import (
    annotation_table,
    as_date,
    crop_window,
    known_descriptions,
)
from leadfield.api.recording.save_annotations import save_annotation_file
from leadfield.base.checks import number
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.front_door import explain_absent_members, public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.recording.annotation import Annotation, Extra, checked_extras, in_order, within

if TYPE_CHECKING:
    from pathlib import Path

    from pandas import DataFrame

    from leadfield.base.arrays import Floats, Ints

Date = datetime | float | str | tuple[int, int] | None


@final
@public("leadfield")
@explain_absent_members
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
    extras : list of dict | None
        Further fields of each annotation: texts, numbers or None by name.

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
        *,
        extras: Sequence[Mapping[str, Extra] | None] | None = None,
    ) -> None:
        self._orig_time = as_date(orig_time)
        self.value = in_order(_spans(onset, duration, description, ch_names, extras))

    @property
    def value(self) -> tuple[Annotation, ...]:
        """The annotations as frozen values, in order of onset."""
        return in_order(self._columns.values)

    @value.setter
    def value(self, value: Iterable[Annotation]) -> None:
        self._columns = AnnotationColumns(value)

    @property
    def orig_time(self) -> datetime | None:
        """Date that onsets count from, None for the first sample."""
        return self._orig_time

    @property
    def onset(self) -> Floats:
        """Onsets in s, shape (n_annotations,); can be changed in place or set."""
        return self._columns.onset

    @onset.setter
    def onset(self, onset: ArrayLike) -> None:
        self._columns.onset = self._columns.floats("onset", onset)

    @property
    def duration(self) -> Floats:
        """Durations in s, shape (n_annotations,); can be changed in place or set."""
        return self._columns.duration

    @duration.setter
    def duration(self, duration: ArrayLike) -> None:
        lengths = np.broadcast_to(duration, np.shape(duration) or self.onset.shape)
        self._columns.duration = self._columns.floats("duration", lengths)

    @property
    def description(self) -> NDArray[Any]:
        """Descriptions, shape (n_annotations,); can be changed in place or set."""
        return self._columns.description

    @description.setter
    def description(self, description: str | Sequence[str]) -> None:
        given = [description] * len(self) if isinstance(description, str) else list(description)
        self._columns.check_length("description", (len(given),))
        self._columns.description = texts(given)

    @property
    def ch_names(self) -> NDArray[Any]:
        """Channels that each annotation is about: tuples of names, empty for all."""
        return self._columns.ch_names

    @ch_names.setter
    def ch_names(self, ch_names: Sequence[Sequence[str]]) -> None:
        self._columns.check_length("ch_names", (len(ch_names),))
        self._columns.ch_names = channel_lists(ch_names)

    @property
    def extras(self) -> list[dict[str, Extra]]:
        """Further fields of each annotation by name; can be changed in place or set."""
        return self._columns.extras  # type: ignore[return-value]

    @extras.setter
    def extras(self, extras: Sequence[Mapping[str, Extra] | None] | None) -> None:
        given = _listed_extras(extras, len(self))
        self._columns.extras = lists_of_extras(given)

    def __len__(self) -> int:
        return len(self._columns.onset)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return map(self._as_dict, range(len(self)))

    def _as_dict(self, index: int) -> dict[str, Any]:
        one = self._columns.values[index]
        names = {"ch_names": one.channel_names} if self._columns.about_channels else {}
        return {
            "onset": one.onset,
            "duration": one.duration,
            "description": one.description,
            "orig_time": self._orig_time,
            **names,
            "extras": self._columns.extras[index],
        }

    @overload
    def __getitem__(self, key: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, key: slice | ArrayLike) -> Annotations: ...
    def __getitem__(self, key: int | slice | ArrayLike) -> dict[str, Any] | Annotations:
        values = self._columns.values
        if isinstance(key, int | np.integer):
            return self._as_dict(int(key))
        index: Any = list(key) if isinstance(key, tuple) else key  # NumPy's stubs refuse lists
        picked: Ints = np.arange(len(self))[index]
        return annotations_of([values[i] for i in picked], self._orig_time)

    def __reduce__(self) -> tuple[Any, ...]:
        # NumPy's texts of any length cannot be copied deeply before NumPy 2.2.5.
        return annotations_of, (self.value, self._orig_time)

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
        *,
        extras: Sequence[Mapping[str, Extra] | None] | None = None,
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
        extras : list of dict | None
            Further fields of each annotation: texts, numbers or None by name.

        Returns
        -------
        self : Annotations
            The object itself.
        """
        more = _spans(onset, duration, description, ch_names, extras)
        self.value = in_order((*self.value, *more))
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
        values = self._columns.values
        remaining = np.delete(np.arange(len(self)), idx)
        self.value = tuple(values[i] for i in remaining)
        return self

    def __iadd__(self, other: Annotations) -> Self:
        both = self + other
        self._orig_time, self.value = both.orig_time, both.value
        return self

    @verbose_aware
    def crop(
        self,
        tmin: float | datetime | None = None,
        tmax: float | datetime | None = None,
        emit_warning: bool = False,
        use_orig_time: bool = True,
        verbose: Verbose = None,
    ) -> Self:
        """Keep what lies in a time window, in place; spans that reach out of it are shortened.

        Parameters
        ----------
        tmin, tmax : float | datetime | None
            Ends of the window: dates, or seconds since 1970 if the annotations have a date
            (and ``use_orig_time``), else seconds; None for the ends of the annotations.
        emit_warning : bool
            Whether to warn about annotations that are left out or shortened.
        use_orig_time : bool
            Whether onsets count from ``orig_time``; otherwise from 1970.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Annotations
            The object itself.
        """
        began = self._orig_time if use_orig_time else None
        if len(self):
            start, end = crop_window(self.value, began, tmin, tmax)
            self.value = within(self.value, start, end, emit_warning=emit_warning)
        return self

    @verbose_aware
    def rename(self, mapping: Mapping[str, str], verbose: Verbose = None) -> Self:
        """Rename descriptions, in place.

        Parameters
        ----------
        mapping : dict of str
            New description for each old one.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Annotations
            The object itself.
        """
        found = self.description.tolist()
        known_descriptions(mapping, found)
        self.description = [mapping.get(text, text) for text in found]
        return self

    @verbose_aware
    def set_durations(self, mapping: Mapping[str, float] | float, verbose: Verbose = None) -> Self:
        """Set durations, in place.

        Parameters
        ----------
        mapping : dict of float | float
            Duration in s for each description, or one for all.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Annotations
            The object itself.
        """
        if isinstance(mapping, Mapping):
            known_descriptions(mapping, self.description.tolist())
            pairs = zip(self.description.tolist(), self.duration.tolist(), strict=True)
            self.duration = np.array([mapping.get(text, length) for text, length in pairs])
        else:
            self.duration = np.full(len(self), number("mapping", mapping, least=0))
        return self

    def to_data_frame(
        self, time_format: Literal["datetime", "ms", "timedelta"] | None = "datetime"
    ) -> DataFrame:
        """Make a table of the annotations.

        Parameters
        ----------
        time_format : "datetime" | "ms" | "timedelta" | None
            How onsets are written: dates, whole milliseconds, spans of time, or (None) seconds.

        Returns
        -------
        result : pandas.DataFrame
            Columns onset, duration, description, ch_names if any span is about some
            channels only, and one for each name of extras.

        Raises
        ------
        MissingPackageError
            If pandas is not installed.
        """
        columns = self._columns
        return annotation_table(columns, self._orig_time, time_format)

    @verbose_aware
    def save(self, fname: str | Path, *, overwrite: bool = False, verbose: Verbose = None) -> None:
        """Save the annotations to a file; its ending says how.

        Parameters
        ----------
        fname : path-like
            The file: ``-annot.fif`` or ``_annot.fif`` (also ``.gz``), ``.csv`` with dates, or
            ``.txt`` with seconds.
        overwrite : bool
            Whether to overwrite an existing file.
        verbose : bool | str | int | None
            Verbosity.

        Raises
        ------
        OverwriteError
            If the file exists and ``overwrite`` is False.
        """
        save_annotation_file(fname, self.value, self._orig_time, overwrite=overwrite)

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
        return interop.annotations_to_mne.annotations_to_mne(self.value, self._orig_time)

    def __repr__(self) -> str:
        counts = ", ".join(f"{text} ({n})" for text, n in self.count().items())
        return f"<Annotations | {len(self)} spans{': ' if counts else ''}{counts}>"


def as_annotations(annotations: object) -> Annotations:
    """Annotations, ours or MNE-Python's."""
    if isinstance(annotations, Annotations):
        return annotations
    taken = interop.annotations.annotations_from_mne(annotations)
    if taken is None:
        msg = f"annotations must be Annotations or None, got {kind_of(annotations)}"
        raise ArgumentTypeError(msg)
    return annotations_of(*taken)


def annotations_of(values: Iterable[Annotation], orig_time: datetime | None) -> Annotations:
    """Annotations as users hold them, with onsets that count from ``orig_time``."""
    one = Annotations([], [], [], orig_time)
    one.value = in_order(values)
    return one


def redate(annotations: Annotations, orig_time: datetime | None) -> None:
    """Let onsets count from another date."""
    annotations._orig_time = orig_time  # noqa: SLF001 - users cannot set it


def _spans(
    onset: ArrayLike,
    duration: ArrayLike,
    description: str | Sequence[str],
    ch_names: Sequence[Sequence[str]] | None,
    extras: object,
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
    columns = (onsets.tolist(), durations.tolist(), texts, names, _listed_extras(extras, n))
    return [
        Annotation(
            onset=start,
            duration=length,
            description=str(text),
            channel_names=channels,
            extras=checked_extras(more),
        )
        for start, length, text, channels, more in zip(*columns, strict=True)
    ]


def _listed_extras(extras: object, n: int) -> Sequence[Any]:
    """Extras of each of n annotations, None for none of any."""
    given = [None] * n if extras is None else extras
    if not isinstance(given, list):
        msg = f"extras must be a list of dicts or None, got {extras!r}"
        raise ArgumentTypeError(msg)
    if len(given) != n:
        msg = f"extras must be None or a list of length {n}, got {len(given)}"
        raise InputError(msg)
    return given
