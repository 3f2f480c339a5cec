"""Names of events: ``event_id`` dictionaries, and names with tags between slashes."""

from collections.abc import Iterable, Mapping

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.base.checks import listed, whole
from leadfield.base.errors import ArgumentTypeError, InputError, UnknownNameError
from leadfield.events.lists import MOST


def parse_event_id(given: object, events: Ints) -> dict[str, int]:
    """Event codes by name: from a dict, from codes (named by their digits), or None for all."""
    if given is None:
        given = np.unique(events[:, 2]).tolist()
    if isinstance(given, Mapping):
        wrong = [name for name in given if not isinstance(name, str)]
        if wrong:
            msg = f"names in event_id must be strings, got {listed(wrong)}"
            raise ArgumentTypeError(msg)
        codes = {name: whole(f"event_id[{name!r}]", n, least=-MOST) for name, n in given.items()}
        check_one_name_a_code("event_id", codes)
        return codes
    several = given if isinstance(given, Iterable) and not isinstance(given, str) else [given]
    numbers = [whole("event_id", n, least=-MOST) for n in several]
    return {str(n): n for n in numbers}


def check_one_name_a_code(option: str, codes: Mapping[str, int]) -> None:
    """Raise if two names have one code: the same events would count for both."""
    names: dict[int, list[str]] = {}
    for name, code in codes.items():
        names.setdefault(code, []).append(name)
    for code, several in names.items():
        if len(several) > 1:
            msg = (
                f"{option} must have one name a code, got {listed(several)} for {code}, whose "
                "events would count for each of them: leave out all but one"
            )
            raise InputError(msg)


def match_event_names(names: Iterable[str], wanted: Iterable[str]) -> list[str]:
    """Names that have all ``/``-separated tags of one of those wanted.

    >>> match_event_names(["aud/left", "aud/right", "vis/left"], ["left/aud", "vis"])
    ['aud/left', 'vis/left']
    """
    names = list(names)
    tags = [set(one.split("/")) for one in wanted]
    matches = [name for some in tags for name in names if some <= set(name.split("/"))]
    if not matches:
        msg = f"event names must match one of {listed(names, 40)}, got {listed(wanted)}"
        raise UnknownNameError(msg)
    return list(dict.fromkeys(matches))
