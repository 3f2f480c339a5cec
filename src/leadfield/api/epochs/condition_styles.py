"""Colours and line styles of conditions: ``colors``, ``linestyles``, ``styles``, ``cmap``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from numbers import Integral, Real
from typing import Any, TypeVar

import numpy as np

from leadfield import figures
from leadfield.base.errors import ArgumentTypeError, InputError

SYNONYMS = {"c": "color", "ls": "linestyle", "lw": "linewidth"}
UNNAMED_COLOUR = "gray"

T = TypeVar("T")


def condition_styles(
    conditions: Sequence[str],
    *,
    styles: object,
    linestyles: object,
    colors: object,
    cmap: Any,
    split_legend: bool | None,
) -> figures.compare.ConditionStyles:
    """The lines of conditions, and the key and colour bar that tell them apart.

    Tables have a condition's name or one of its parts between slashes; a name goes first.
    """
    title, colormap = cmap if isinstance(cmap, list | tuple) and len(cmap) == 2 else ("", cmap)
    colours = _colours(conditions, colors, mapped=colormap is not None)
    dashes = _by_condition("linestyles", linestyles, conditions, ["-"] * len(conditions))
    own = _own_styles(styles, conditions)
    lines: dict[str, dict[str, Any]] = {}
    ticks: dict[float, str] = {}
    steps = len(set(colours.values()))
    stepped = all(isinstance(colour, Integral) for colour in colours.values())
    if colormap is not None:
        colormap = _colormap(colormap, steps if stepped else None)
    for name in conditions:
        found, colour = _look_up(colours, name, UNNAMED_COLOUR)
        line = {"color": colour, "linestyle": _look_up(dashes, name, "-")[1] or "-", **own[name]}
        if colormap is not None and "color" not in own[name]:
            if colour is UNNAMED_COLOUR:
                msg = f"colors must have a number for each condition with cmap, {name!r} has none"
                raise InputError(msg)
            line["color"] = colormap(colour)
            place = (colour + 0.5) / steps if stepped else float(colour)
            ticks[place] = _joined(ticks.get(place), found)
        lines[name] = line
    key = _key(lines, colours, dashes, split=split_legend, mapped=colormap is not None)
    return figures.compare.ConditionStyles(
        lines=lines, key=key, colormap=colormap, bar_title=title, ticks=ticks
    )


def _joined(before: str | None, label: str) -> str:
    """Labels of one place of the colour bar, each once."""
    if before is None:
        return label
    return before if label in before.split("\n") else f"{before}\n{label}"


def _parts(conditions: Sequence[str]) -> set[str]:
    return {*conditions, *(part for name in conditions for part in name.split("/"))}


def _by_condition(
    name: str, given: object, conditions: Sequence[str], default: Sequence[Any]
) -> dict[str, Any]:
    """A table by condition or part, from a table or from a list in the order of conditions."""
    listed = default if given is None else given
    if isinstance(listed, list | tuple | np.ndarray):
        if len(listed) < len(conditions):
            msg = f"{name} must be at least {len(conditions)}, one for each condition, got {listed}"
            raise InputError(msg)
        return dict(zip(conditions, listed, strict=False))
    if not isinstance(listed, Mapping):
        msg = f"{name} must be None, a list or a dictionary by condition, got {given!r}"
        raise ArgumentTypeError(msg)
    unknown = sorted(set(listed) - _parts(conditions))
    if unknown:
        msg = f"{name} must name conditions ({list(conditions)}) or their parts, got {unknown}"
        raise InputError(msg)
    return dict(listed)


def _colours(conditions: Sequence[str], given: object, *, mapped: bool) -> dict[str, Any]:
    """A colour by condition or part; where all are whole numbers, their ranks."""
    import matplotlib as mpl

    cycle = mpl.rcParams["axes.prop_cycle"].by_key()["color"]
    default = list(range(len(conditions))) if mapped else cycle
    table = _by_condition("colors", given, conditions, default)
    values = list(table.values())
    numbers = [isinstance(value, Real) for value in values]
    if mapped and not all(numbers):
        msg = f"colors must be numbers where cmap is given, got {values}"
        raise ArgumentTypeError(msg)
    if all(isinstance(value, Integral) for value in values):
        order = sorted(set(values))
        ranks = {key: order.index(value) for key, value in table.items()}
        if mapped:
            return ranks
        if len(order) > len(cycle):
            msg = f"colors must be at most {len(cycle)} numbers, the length of the cycle"
            raise InputError(msg)
        return {key: cycle[rank] for key, rank in ranks.items()}
    if any(numbers) and not mapped:
        msg = f"colors must be whole numbers or colours where cmap is None, got {values}"
        raise InputError(msg)
    return table


def _colormap(given: Any, steps: int | None) -> Any:
    """A colour map, in as many steps as there are whole numbers."""
    import matplotlib as mpl

    found = mpl.colormaps[given] if isinstance(given, str) else given
    return found if steps is None else found.resampled(steps)


def _own_styles(given: object, conditions: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Options of each condition's line that a user gave, parts of its name over the whole."""
    if given is None:
        return {name: {} for name in conditions}
    table = _by_condition("styles", given, conditions, [])
    out = {}
    for name in conditions:
        options: dict[str, Any] = {}
        for key in (name, *name.split("/")):
            options |= table.get(key, {})
        out[name] = {SYNONYMS.get(option, option): value for option, value in options.items()}
    return out


def _look_up(table: Mapping[str, T], name: str, default: T) -> tuple[str, T]:
    """The entry of a condition or of the first of its parts that has one, and its key."""
    for key in (name, *name.split("/")):
        if key in table:
            return key, table[key]
    return name, default


def _key(
    lines: Mapping[str, Mapping[str, Any]],
    colours: Mapping[str, Any],
    dashes: Mapping[str, Any],
    *,
    split: bool | None,
    mapped: bool,
) -> list[tuple[str, Mapping[str, Any]]]:
    """Labels and lines of the key: whole lines, or colours and dashes apart."""
    apart = mapped if split is None else split
    if not mapped and not apart:
        return list(lines.items())
    key: list[tuple[str, Mapping[str, Any]]] = []
    if not mapped and len({str(colour) for colour in colours.values()}) > 1:
        key += [(name, {"color": colour}) for name, colour in colours.items()]
    if apart and len({str(dash) for dash in dashes.values()}) > 1:
        key += [(n, {"color": "black", "linestyle": dash}) for n, dash in dashes.items()]
    return key
