"""Checks of the options of ``stc.plot``, and what their special values stand for."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import partial
from operator import mod
from typing import Any

import numpy as np

from leadfield.api.brain.options import SCALAR_ONLY, VECTOR_DEFAULTS, VECTOR_ONLY, BrainOptions
from leadfield.base.checks import known_options, number, one_of, whole
from leadfield.base.errors import ArgumentTypeError, InputError, StateError
from leadfield.render.figure import is_figure
from leadfield.screen.backend import has_windows

DEFAULT_TRACES = 0.28
"""The fraction of the height that time courses take."""
SMALLEST, LARGEST = 60, 20_000
"""Pixels a side."""


def check_options(given: Mapping[str, Any], *, vector: bool) -> BrainOptions:
    """Options for scalar or vector maps; unknown and impossible ones are refused."""
    unfit = SCALAR_ONLY if vector else VECTOR_ONLY
    known_options("plot", given, [f.name for f in fields(BrainOptions) if f.name not in unfit])
    options = BrainOptions(**{**(VECTOR_DEFAULTS if vector else {}), **given})
    _refuse_unsupported(options)
    _check_figure(options)
    one_of("hemi", options.hemi, ["lh", "rh", "both", "split"])
    one_of("time_unit", options.time_unit, ["s", "ms"])
    one_of("view_layout", options.view_layout, ["vertical", "horizontal"])
    one_of("transparent", options.transparent, [True, False, None])
    one_of("colorbar", options.colorbar, [True, False])
    one_of("block", options.block, [True, False])
    for name in ("alpha", "brain_alpha", "vector_alpha"):
        number(name, getattr(options, name), least=0, most=1)
    if options.overlay_alpha is not None:
        number("overlay_alpha", options.overlay_alpha, least=0, most=1)
    if options.scale_factor is not None:
        number("scale_factor", options.scale_factor, above=0)
    for name in ("title", "quantity"):
        if not isinstance(getattr(options, name), str | None):
            msg = f"{name} must be a string, got {getattr(options, name)!r}"
            raise ArgumentTypeError(msg)
    known_options("brain_kwargs", options.brain_kwargs or {}, ["alpha", "offset", "show"])
    return options


def _check_figure(options: BrainOptions) -> None:
    one_of("backend", options.backend, ["auto", "matplotlib"])
    one_of("time_viewer", options.time_viewer, ["auto", True, False])
    if options.figure is not None and not is_figure(options.figure):
        msg = f"figure must be None, a number or a Matplotlib figure, got {options.figure!r}"
        raise ArgumentTypeError(msg)
    if options.time_viewer is True and not has_windows():
        msg = "time_viewer=True needs a window, and Matplotlib has none here: pass 'auto'"
        raise StateError(msg)


def _refuse_unsupported(options: BrainOptions) -> None:
    traces, volume = options.show_traces, options.volume_options
    refused = {
        "show_traces": (
            isinstance(traces, str) and traces != "auto",
            "must be True, False, 'auto' or the fraction of the height that time courses take",
        ),
        "spacing": (
            options.spacing != "oct6",
            "must be 'oct6', the default: cortices are drawn whole, never thinned out",
        ),
        "src": (
            options.src is not None,
            "must be None: estimates on the cortex need none",
        ),
        "volume_options": (
            not (isinstance(volume, float | int) and volume == 1),
            "must be 1.0, the default: it is for volumes",
        ),
        "add_data_kwargs": (
            bool(options.add_data_kwargs),
            "must be None: pass its options themselves",
        ),
        "surface": (
            options.surface == "flat",
            "must be a closed surface such as 'inflated' or 'white': flat maps are not drawn",
        ),
    }
    for name, (wrong, why) in refused.items():
        if wrong:
            msg = f"{name} {why}, got {getattr(options, name)!r}"
            raise InputError(msg)


def parse_traces(show_traces: Any) -> float:
    """The fraction of a picture's height that time courses take; 0 for none."""
    if isinstance(show_traces, bool | str):
        return DEFAULT_TRACES if show_traces is True else 0.0
    return number("show_traces", show_traces, above=0, most=0.6)


def parse_size(size: Any) -> tuple[int, int]:
    """Width and height in pixels from one number or a pair."""
    pair = [size, size] if np.isscalar(size) else list(size)
    if len(pair) != 2:
        msg = f"size must be a number of pixels, or width and height, got {size!r}"
        raise InputError(msg)
    sides = [number("size", side, least=SMALLEST, most=LARGEST) for side in pair]
    return round(sides[0]), round(sides[1])


def parse_smoothing(steps: Any) -> int | str | None:
    """A number of steps, ``"nearest"``, ``"auto"``, or None to fill the cortex."""
    if steps is None:
        return None
    if isinstance(steps, str):
        one_of("smoothing_steps", steps, ["nearest", "auto"])
        return steps
    return whole("smoothing_steps", steps)


def time_formatter(time_label: Any, time_unit: str, n_times: int) -> Callable[[float], str] | None:
    """The function that makes the label of a time; None for no label."""
    if time_label is None or (time_label == "auto" and n_times < 2):
        return None
    if callable(time_label):
        return partial(_called, time_label)
    if not isinstance(time_label, str):
        msg = f"time_label must be 'auto', None, a format or a function, got {time_label!r}"
        raise ArgumentTypeError(msg)
    form = time_label
    if form == "auto":
        form = "%0.3f s" if time_unit == "s" else "%0.1f ms"
    try:
        form % 0.0
    except (TypeError, ValueError):  # text without a place for the time
        return partial(_always, form)
    return partial(mod, form)


# Functions of the module, as those inside others cannot be pickled.
def _called(label: Callable[[float], object], time: float) -> str:
    return str(label(time))


def _always(text: str, _time: float) -> str:
    return text
