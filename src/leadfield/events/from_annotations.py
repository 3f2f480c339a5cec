"""Events at the onsets of a recording's annotations."""

import re
from collections.abc import Callable, Mapping

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import listed, whole
from leadfield.base.errors import ArgumentTypeError, DataError, InputError
from leadfield.events.lists import MOST
from leadfield.recording.annotation import Annotation, in_order
from leadfield.recording.raw import RawRecording

# All but what marks bad times and where recordings were joined.
DEFAULT_PATTERN = r"^(?![Bb][Aa][Dd]|[Ee][Dd][Gg][Ee]).*$"

Numbering = Mapping[str, int] | Callable[[str], int | None] | str | None


def annotated_events(
    recording: RawRecording,
    numbering: Numbering,
    pattern: str | None,
    *,
    rounded: bool,
    chunk: float | None = None,
    tolerance: float = 1e-8,
) -> tuple[Ints, dict[str, int]]:
    """Events (n, 3) at the onsets of annotations, and the numbers of their descriptions.

    With ``chunk``, an event every so many s of each annotation, as long as a chunk fits in
    that is shorter by at most ``tolerance``.
    """
    annotations = in_order(recording.annotations)
    if not annotations:
        names = dict(numbering) if isinstance(numbering, Mapping) else {}
        return np.empty((0, 3), np.int64), names
    descriptions = sorted({one.description for one in annotations})
    try:
        matching = re.compile(".*" if pattern is None else pattern).match
    except re.error as error:
        msg = f"regexp must be a regular expression, got {pattern!r} ({error})"
        raise InputError(msg) from error
    names = _numbered([d for d in descriptions if matching(d)], numbering)
    selected = [one for one in annotations if one.description in names]
    if not selected and pattern is not None:
        msg = (
            "at least one annotation must become an event, none does of those described "
            f"{listed(descriptions)}: change event_id or regexp"
        )
        raise DataError(msg)
    rate = recording.info.sampling_rate
    onsets = [_onsets(one, chunk, tolerance) for one in selected]
    places = np.concatenate([np.empty(0), *onsets]) - recording.first_time
    places *= rate
    samples = (np.round(places) if rounded else places).astype(np.int64) + recording.first_sample
    codes = np.array([names[one.description] for one in selected], np.int64)
    numbers = np.repeat(codes, [len(one) for one in onsets])
    return np.column_stack([samples, np.zeros_like(samples), numbers]), names


def _onsets(annotation: Annotation, chunk: float | None, tolerance: float) -> Floats:
    """The onset of an annotation, or those of the chunks that fit into it, in s."""
    if chunk is None:
        return np.array([annotation.onset])
    onsets: Floats = np.arange(annotation.onset, annotation.end, chunk)
    return onsets[annotation.end - onsets >= chunk - tolerance]


def _numbered(descriptions: list[str], numbering: Numbering) -> dict[str, int]:
    """A number for each description that gets one."""
    if numbering is None or numbering == "auto":
        return {one: i for i, one in enumerate(descriptions, 1)}
    if isinstance(numbering, Mapping):
        given = {one: numbering.get(one) for one in descriptions}
    elif callable(numbering):
        given = {one: numbering(one) for one in descriptions}
    else:
        msg = f"event_id must be a dict, a function, 'auto' or None, got {numbering!r}"
        raise ArgumentTypeError(msg)
    return {
        one: whole(f"event_id[{one!r}]", n, least=-MOST)
        for one, n in given.items()
        if n is not None
    }
