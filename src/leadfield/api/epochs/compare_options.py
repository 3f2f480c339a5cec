"""Options of ``plot_compare_evokeds``, checked and converted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield import figures
from leadfield.api.epochs.figure_options import as_drawable
from leadfield.base.checks import known_options, looked_up, number, one_of
from leadfield.base.errors import ArgumentTypeError, ChannelError, InputError, MismatchError
from leadfield.base.log import warn
from leadfield.epochs.condition_courses import COMBINE, combine_function
from leadfield.recording.picks import resolve_picks

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats, Ints
    from leadfield.epochs.condition_courses import Combine
    from leadfield.epochs.evoked import EvokedResponse
    from leadfield.recording.picks import Picks

PLACES = (
    *("best", "upper right", "upper left", "lower left", "lower right", "right"),
    *("center left", "center right", "lower center", "upper center", "center"),
)
"""Matplotlib's names of places, by their number."""
MOST_NAMES = 6
"""Channels that a title names."""


def responses_by_condition(evokeds: object) -> dict[str, list[EvokedResponse]]:
    """The responses of each condition, with the channels and times of the first of all.

    In a list, comments name them, with their number where one occurs twice, or numbers alone.
    """
    if not isinstance(evokeds, Mapping):
        listed = list(evokeds) if isinstance(evokeds, list | tuple) else [evokeds]
        comments = [_comment(one) for one in listed]
        names = [
            (text if comments.count(text) == 1 else f"{i + 1}: {text}") if text else str(i + 1)
            for i, text in enumerate(comments)
        ]
        evokeds = dict(zip(names, listed, strict=True))
    out: dict[str, list[EvokedResponse]] = {}
    for name, given in evokeds.items():
        if not isinstance(name, str):
            msg = f"evokeds must have strings as keys, got {name!r}"
            raise ArgumentTypeError(msg)
        several = given if isinstance(given, list | tuple) else [given]
        out[name] = [as_drawable(one) for one in several]
    if not out or not all(out.values()):
        msg = "evokeds must hold a response for each condition, one has none"
        raise InputError(msg)
    first = next(iter(out.values()))[0]
    return {name: [_like(first, one) for one in ones] for name, ones in out.items()}


def _comment(one: object) -> str:
    """The comment of a response, with minus signs for hyphens that stand for them."""
    text = str(getattr(one, "comment", None) or "")
    text = text.replace(" - ", " − ")
    return f"−{text[1:]}" if text.startswith("-") else text


def _like(first: EvokedResponse, one: EvokedResponse) -> EvokedResponse:
    """A response with its channels in the order of the first one's."""
    if set(one.info.names) != set(first.info.names) or not _same_times(first, one):
        msg = "evokeds must all have the same channels and times, they differ"
        raise MismatchError(msg)
    if one.info.names == first.info.names:
        return one
    return one.pick(one.info.channels.indices(first.info.names))


def _same_times(first: EvokedResponse, one: EvokedResponse) -> bool:
    same_length = len(one.times) == len(first.times)
    return same_length and bool(np.allclose(one.times, first.times, rtol=0, atol=1e-6))


def rows_of_types(response: EvokedResponse, picks: Picks) -> dict[str, Ints]:
    """The picked channels by type, in the order in which types occur."""
    rows = resolve_picks(response.info, picks)
    types = response.info.channels.types
    here = dict.fromkeys(types[i] for i in np.sort(rows))
    drawn = [kind for kind in here if kind in figures.units.QUANTITIES]
    if not drawn:
        msg = f"picks must leave channels that are measured over time, got {sorted(here)}"
        raise ChannelError(msg)
    return {kind: np.array([i for i in rows if types[i] == kind]) for kind in drawn}


def picks_are_types(response: EvokedResponse, picks: Any) -> bool:
    """Whether channels were picked by their type, or not at all."""
    if picks is None:
        return True
    asked = [picks] if isinstance(picks, str) else picks
    if isinstance(asked, slice):
        return False
    return all(isinstance(one, str) and one not in response.info.names for one in asked)


def check_combine(combine: object, groups: Mapping[str, Ints]) -> dict[str, Combine | None]:
    """What makes the channels of each type one; None where there is one alone."""
    if combine is not None and not isinstance(combine, str) and not callable(combine):
        msg = f"combine must be None, a string or a function, got {combine!r}"
        raise ArgumentTypeError(msg)
    if isinstance(combine, str):
        one_of("combine", combine, ("gfp", *COMBINE))
    out: dict[str, Combine | None] = {}
    for kind, rows in groups.items():
        if len(rows) == 1 and combine is not None:
            warn(f"combine={combine!r} has no effect on the only channel of type {kind}")
        out[kind] = combine_function(combine or "gfp", kind) if len(rows) > 1 else None
    return out


def check_ci(ci: object) -> float | Callable[[Floats], Any] | None:
    """The level of intervals, a function that makes them, or None."""
    if ci is None or ci is False:
        return None
    if ci is True:
        return 0.95
    if callable(ci):
        return ci
    level = number("ci", ci, above=0)
    if level >= 1:
        msg = f"ci must be below 1, a share of means such as 0.95, got {ci!r}"
        raise InputError(msg)
    return level


def check_amplitudes(ylim: object) -> dict[str, tuple[Any, Any]]:
    """Limits by type: numbers, None or functions of the values."""
    if ylim is None:
        return {}
    if not isinstance(ylim, Mapping):
        msg = f"ylim must be a dictionary by channel type, got {ylim!r}"
        raise ArgumentTypeError(msg)
    known_options("ylim", ylim, figures.units.quantities())
    for kind, ends in ylim.items():
        if not isinstance(ends, tuple | list | np.ndarray) or len(ends) != 2:
            msg = f"ylim[{kind!r}] must be a pair of numbers, functions or None, got {ends!r}"
            raise InputError(msg)
    return {kind: (ends[0], ends[1]) for kind, ends in ylim.items()}


def check_vertical_lines(
    vlines: Sequence[float] | str, times: Floats, time_unit: str
) -> tuple[float, ...]:
    """Times of vertical lines in the unit of the axis; for ``"auto"`` 0 if it lies inside."""
    looked_up("time_unit", time_unit, figures.units.TIME_UNITS)
    if isinstance(vlines, str):
        one_of("vlines", vlines, ("auto",))
        return (0.0,) if times[0] < 0 < times[-1] else ()
    if not isinstance(vlines, list | tuple | np.ndarray):
        msg = f"vlines must be 'auto' or a list of times, got {vlines!r}"
        raise ArgumentTypeError(msg)
    return tuple(number("vlines", one) for one in vlines)


def check_place(name: str, given: object, default: str | None) -> str | None:
    """A place of Matplotlib's legends by name or number, the default for True."""
    if given is True:
        return default
    if isinstance(given, int | np.integer) and 0 <= int(given) < len(PLACES):
        return PLACES[int(given)]
    one_of(name, given, PLACES)
    return str(given)


def figure_title(
    response: EvokedResponse, rows: Ints, kind: str, combine: object, *, by_type: bool
) -> str:
    """Title of a type's panel: the type or the channels, and how they were made one."""
    if by_type:
        text = figures.units.QUANTITIES[kind].title
    else:
        names = [response.info.names[i] for i in rows]
        text = ", ".join(names[:MOST_NAMES])
        text += f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    if len(rows) == 1 or callable(combine):
        return text
    gfp = "GFP" if kind == "eeg" else "RMS"
    words = {None: gfp, "gfp": gfp, "rms": "RMS", "std": "std. dev."}
    return f"{text} ({words.get(combine, combine)})"  # type: ignore[call-overload]
