"""Annotations at events, described by their numbers."""

from collections.abc import Iterable, Mapping

from leadfield.base.arrays import Ints
from leadfield.base.checks import listed
from leadfield.base.errors import ArgumentTypeError, DataError
from leadfield.events.lists import numbers_of
from leadfield.recording.annotation import Annotation


def annotations_at(
    events: Ints, rate: float, descriptions: object, first_sample: int
) -> list[Annotation]:
    """An annotation without duration at each event that gets a description.

    Onsets are in s after ``first_sample``. ``descriptions`` are by number; or the numbers
    that count, which are their own; or a function (None for no annotation); or None for all.
    """
    numbers = list(dict.fromkeys(events[:, 2].tolist()))
    described = {one: text for one in numbers if (text := _describe(descriptions, one)) is not None}
    if not described:
        msg = (
            "at least one event must get a description, none does of those with numbers "
            f"{listed(sorted(numbers))}: change event_desc"
        )
        raise DataError(msg)
    return [
        Annotation(
            onset=(sample - first_sample) / rate, duration=0.0, description=str(described[code])
        )
        for sample, code in events[:, [0, 2]].tolist()
        if code in described
    ]


def _describe(descriptions: object, code: int) -> object:
    if descriptions is None:
        return str(code)
    if isinstance(descriptions, Mapping):
        return descriptions.get(code)
    if callable(descriptions):
        return descriptions(code)
    if isinstance(descriptions, str) or not isinstance(descriptions, Iterable):
        msg = (
            "event_desc must be a dict of descriptions, a list of event numbers, a function or "
            f"None, got {descriptions!r}"
        )
        raise ArgumentTypeError(msg)
    return str(code) if code in numbers_of("event_desc", descriptions) else None
