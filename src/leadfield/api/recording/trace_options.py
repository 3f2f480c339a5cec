"""Options of the figures of traces, checked and converted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield import figures, filters
from leadfield.base.checks import number, one_of, whole
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.log import warn
from leadfield.recording.picks import resolve_picks

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats, Ints
    from leadfield.filters.digital_filter import DigitalFilter
    from leadfield.recording.info import MeasurementInfo
    from leadfield.recording.picks import Picks

    Clipping = float | Literal["clamp", "transparent"] | None

# Types in the order of a page's channels.
ORDER = (
    *("grad", "mag", "eeg", "csd", "eog", "ecg", "resp", "emg", "ref_meg", "misc", "stim"),
    *("chpi", "exci", "ias", "syst", "seeg", "bio", "ecog", "dbs", "temperature", "gsr", "gof"),
    *("dipole", "hbo", "hbr", "fnirs_cw_amplitude", "fnirs_fd_ac_amplitude", "fnirs_fd_phase"),
    *("fnirs_od", "fnirs_td_gated_amplitude", "fnirs_td_moments_intensity"),
    *("fnirs_td_moments_mean", "fnirs_td_moments_variance", "eyegaze", "pupil"),
)


def check_still(options: Mapping[str, tuple[object, object]], *, noise_cov: object) -> None:
    """Raise if an option asks for what a still picture of traces does not have."""
    for name, (given, only) in options.items():
        if given is not only and given != only:
            msg = f"{name} must be {only!r}: it belongs to an interactive window, got {given!r}"
            raise InputError(msg)
    if noise_cov is not None:
        msg = (
            "noise_cov must be None, as traces are not whitened here: plot whitened averages "
            f"with evoked.plot_white, got {noise_cov!r}"
        )
        raise InputError(msg)


def check_switches(**switches: object) -> None:
    """Raise unless each of these is True or False."""
    for name, given in switches.items():
        one_of(name, given, (True, False))


def ordered_rows(
    info: MeasurementInfo, picks: Picks, order: ArrayLike | None, group_by: str
) -> Ints:
    """Channels from top to bottom: picked ones, by type or as they come, or in a given order."""
    one_of("group_by", group_by, ("type", "original", "selection", "position"))
    if group_by in {"selection", "position"}:
        msg = (
            f"group_by must be 'type' or 'original', as regions of the head take turns in a "
            f"window only, got {group_by!r}: pick the channels of a region"
        )
        raise InputError(msg)
    picked = resolve_picks(info, picks, none="all", exclude=())
    types = info.channels.types
    if order is not None:
        given = np.asarray(order)
        if given.ndim != 1 or given.dtype.kind not in "iu":
            msg = f"order must be a list of channel numbers, got {order!r}"
            raise InputError(msg)
        rows = resolve_picks(info, given, exclude=())
        rows = rows[np.isin(rows, picked)]
    elif group_by == "original":
        rows = np.sort(picked)
    else:
        rows = np.array([i for kind in ORDER for i in np.sort(picked) if types[i] == kind], int)
    if not len(rows):
        msg = "picks and order must leave a channel to plot, they leave none"
        raise InputError(msg)
    return rows


def check_clipping(given: object) -> float | Literal["clamp"] | None:
    """Beyond how many rows traces are cut off, None for nowhere, or ``"clamp"``."""
    if given is None:
        return None
    if isinstance(given, str):
        one_of("clipping", given, ("clamp", "transparent"))
        return "clamp" if given == "clamp" else 1.0
    return number("clipping", given, above=0)


def decimation(
    info: MeasurementInfo, rows: Ints, decim: int | Literal["auto"], lowpass: float | None
) -> tuple[int, ...]:
    """Each how-manieth sample of channels is drawn; triggers and the like lose none."""
    rate = info.sampling_rate
    if isinstance(decim, str):
        one_of("decim", decim, ("auto",))
        low = min(info.lowpass or rate, lowpass or rate)
        step = max(int(rate / (3 * low) + 1e-6), 1)
    else:
        step = whole("decim", decim, least=1)
    data = set(resolve_picks(info, "data", exclude=()).tolist())
    return tuple(step if int(row) in data else 1 for row in rows)


def display_filter(
    rate: float, highpass: float | None, lowpass: float | None, filtorder: int, n_times: int
) -> DigitalFilter | None:
    """The filter of a page of so many samples: Butterworth both ways, or FIR for order 0."""
    order = whole("filtorder", filtorder)
    if highpass is None and lowpass is None:
        return None
    low = None if highpass is None else number("highpass", highpass, above=0)
    high = None if lowpass is None else number("lowpass", lowpass, above=0)
    if order == 0:
        return filters.design.design_filter(
            rate, low, high, method="fir", options={}, n_times=n_times
        )
    params = {"order": order, "ftype": "butter", "output": "sos"}
    return filters.design.design_filter(
        rate, low, high, method="iir", options={"phase": "zero"}, iir_params=params
    )


def colour_options(color: object) -> dict[str, Any]:
    """The fields of a style that a colour, or colours by type or name, stand for."""
    if color is None:
        return {}
    return {"colours": dict(color)} if isinstance(color, Mapping) else {"one_colour": color}


def event_marks(
    times: Floats,
    codes: Ints,
    event_id: object,
    event_color: object,
) -> list[figures.trace_marks.EventMark]:
    """Events with names (or their codes) and colours."""
    if event_id is not None and not isinstance(event_id, Mapping):
        msg = f"event_id must be None or a dictionary of codes by name, got {event_id!r}"
        raise ArgumentTypeError(msg)
    names = {int(code): name for name, code in (event_id or {}).items()}
    colours = _event_colours(codes, event_id or {}, event_color)
    return [
        figures.trace_marks.EventMark(
            time=float(time), name=names.get(int(code), str(code)), colour=colours[int(code)]
        )
        for time, code in zip(times, codes, strict=True)
    ]


def _event_colours(codes: Ints, event_id: Mapping[str, int], given: object) -> dict[int, Any]:
    """A colour for each code: one for all, a cycle, or by code or name, -1 for the others."""
    present = sorted({int(code) for code in codes})
    if given is None:
        cycle = figures.canvas.COLOURS
        return {code: cycle[i % len(cycle)] for i, code in enumerate(present)}
    if not isinstance(given, Mapping):
        return dict.fromkeys(present, given)
    own = {int(event_id.get(key, key)): colour for key, colour in given.items()}
    lacking = [code for code in present if code not in own and -1 not in own]
    if lacking:
        msg = (
            f"event_color must have a colour for each event, or for -1, which is all others; "
            f"it has none for {lacking[0]}"
        )
        raise InputError(msg)
    return {code: own.get(code, own.get(-1)) for code in present}


def annotated_spans(
    spans: Sequence[tuple[float, float, str, tuple[str, ...]]],
    annotation_colors: Mapping[str, Any] | None,
    annotation_regex: str,
) -> list[figures.trace_marks.TimeSpan]:
    """Spans (start, stop, description, channels) whose description matches, with colours."""
    texts = [text for *_, text, _ in spans]
    own = dict(annotation_colors or {})
    unknown = sorted(set(own) - set(texts))
    if unknown:
        warn(f"annotation_colors must name descriptions of annotations, {unknown} are none")
    colours = figures.trace_marks.span_colours(texts, own)
    try:
        pattern = re.compile(annotation_regex)
    except (re.error, TypeError) as error:
        msg = f"annotation_regex must be a regular expression, got {annotation_regex!r}"
        raise InputError(msg) from error
    return [
        figures.trace_marks.TimeSpan(
            start=start, stop=stop, text=text, colour=colours[text], channels=channels
        )
        for start, stop, text, channels in spans
        if pattern.search(text)
    ]
