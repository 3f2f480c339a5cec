"""Pages of a recording: ``Raw.plot``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield import figures
from leadfield.api.recording.as_recording import as_recording
from leadfield.api.recording.trace_options import (
    annotated_spans,
    check_clipping,
    check_still,
    check_switches,
    colour_options,
    decimation,
    display_filter,
    event_marks,
    ordered_rows,
)
from leadfield.base.checks import number, one_of, whole
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.events.lists import as_events

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.typing import ColorType

    from leadfield.api.recording.raw import Raw
    from leadfield.api.recording.trace_options import Clipping
    from leadfield.base.arrays import Floats, Ints
    from leadfield.recording.picks import Picks
    from leadfield.recording.raw import RawRecording


@public("leadfield.viz")
@verbose_aware
def plot_raw(
    raw: Raw,
    events: ArrayLike | None = None,
    duration: float = 10.0,
    start: float = 0.0,
    n_channels: int = 20,
    bgcolor: ColorType = "w",
    color: Mapping[str, ColorType] | ColorType | None = None,
    bad_color: ColorType = "lightgray",
    event_color: Mapping[int | str, ColorType] | ColorType | None = "cyan",
    *,
    annotation_colors: Mapping[str, ColorType] | None = None,
    annotation_regex: str = ".*",
    scalings: Mapping[str, float | Literal["auto"]] | Literal["auto"] | None = None,
    remove_dc: bool = True,
    order: ArrayLike | None = None,
    show_options: bool = False,
    title: str | None = None,
    show: bool = True,
    block: bool = False,
    highpass: float | None = None,
    lowpass: float | None = None,
    filtorder: int = 4,
    clipping: Clipping = 3,
    show_first_samp: bool = False,
    proj: bool = True,
    group_by: Literal["type", "original"] = "type",
    butterfly: bool = False,
    decim: int | Literal["auto"] = "auto",
    noise_cov: None = None,
    event_id: Mapping[str, int] | None = None,
    show_scrollbars: bool = True,  # noqa: ARG001 - a still has none
    show_scalebars: bool = True,
    show_zero_line: bool = False,
    time_format: Literal["float", "clock"] = "float",
    precompute: bool | str | None = None,  # noqa: ARG001 - of an interactive window
    use_opengl: bool | None = None,  # noqa: ARG001 - of an interactive window
    picks: Picks = None,
    theme: object = None,  # noqa: ARG001 - of an interactive window
    overview_mode: str | None = None,  # noqa: ARG001 - of an interactive window
    splash: bool = True,  # noqa: ARG001 - of an interactive window
    figure_class: None = None,
    verbose: Verbose = None,
) -> Figure:
    """Plot a page of a recording: channels below one another, events, annotations.

    The picture is a still one: another page is another call. Only the samples of the page are
    read. Bad channels are grey; annotations are shaded, bad ones in red, those of single
    channels in their rows alone.

    Parameters
    ----------
    raw : Raw
        The recording.
    events : array, shape (n_events, 3) | None
        Events to mark with lines.
    duration : float
        Length of the page in s; at most the recording's.
    start : float
        Where the page begins, in s from the first sample.
    n_channels : int
        Number of channels on the page, the first of them; no effect with ``butterfly``.
    bgcolor : colour
        Colour behind the traces.
    color : colour | dict | None
        Colour of the traces, for all or by channel type or name (names go first).
    bad_color : colour
        Colour of bad channels.
    event_color : colour | dict | None
        Colour of the events, for all or by code or name (-1 for all others); None for a
        colour for each code.
    annotation_colors : dict | None
        Colours by description.
    annotation_regex : str
        Only annotations whose description matches are shown.
    scalings : dict | "auto" | None
        Half the height of a row in SI units, by channel type; ``"auto"`` is the range between
        the quartiles, for which more of the recording is read (100 MB at most).
    remove_dc : bool
        Whether to take the mean over the page out of each channel.
    order : array of int | None
        Channels from top to bottom.
    show_options : bool
        Must be False: a still has no dialogue.
    title : str | None
        Title; None for the name of the file.
    show : bool
        Whether to open a window, where the Matplotlib backend has windows.
    block : bool
        Whether to wait until the window is closed.
    highpass, lowpass : float | None
        Limits in Hz of a filter for display; a band is stopped if ``highpass`` is larger.
    filtorder : int
        Order of the Butterworth filter, which runs both ways; 0 for a FIR filter as
        :meth:`leadfield.io.Raw.filter` designs it.
    clipping : float | "clamp" | "transparent" | None
        Beyond how many rows a trace is cut off: ``"transparent"`` is 1, None nowhere.
        ``"clamp"`` flattens traces at the edge of their row.
    show_first_samp : bool
        Whether times count from sample 0, not from the first sample.
    proj : bool
        Whether to apply projections before plotting.
    group_by : "type" | "original"
        Whether channels stand by type, or as in the recording. Groups by region,
        ``"selection"`` and ``"position"``, are refused: pick the channels.
    butterfly : bool
        Whether the channels of a type share a row.
    decim : int | "auto"
        Each how-manieth sample of channels with data is drawn; ``"auto"`` leaves three times
        the lowpass.
    noise_cov : None
        Must be None: traces are not whitened.
    event_id : dict | None
        Codes by name, for the names of events.
    show_scrollbars : bool
        Has no effect: a still has none.
    show_scalebars : bool
        Whether to draw what the height of a row stands for, once for each type.
    show_zero_line : bool
        Whether to draw a line at 0 of each channel.
    time_format : "float" | "clock"
        Whether times are in s, or of the day (UTC).
    precompute, use_opengl : bool | None
        Have no effect: they belong to an interactive window.
    picks : str | list | slice | None
        Channels by type, name or number; None for all.
    theme, overview_mode : str | None
        Have no effect: they belong to an interactive window.
    splash : bool
        Has no effect: it belongs to an interactive window.
    figure_class : None
        Must be None: it belongs to an interactive window.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    fig : matplotlib.figure.Figure
        The figure.

    Raises
    ------
    ValueError
        If an option is unknown or asks for what a still does not have, or if no channel is left.

    Examples
    --------
    >>> import leadfield
    >>> info = leadfield.create_info(["EEG 001", "EEG 002"], 100.0, "eeg")
    >>> raw = leadfield.io.RawArray([[0.0] * 200, [1e-5] * 200], info)
    >>> fig = leadfield.viz.plot_raw(raw, duration=1.0, show=False)
    >>> [label.get_text() for label in fig.axes[0].get_yticklabels()]
    ['EEG 001', 'EEG 002']
    """
    value = as_recording(raw)
    still = {"show_options": (show_options, False), "figure_class": (figure_class, None)}
    check_still(still, noise_cov=noise_cov)
    check_switches(remove_dc=remove_dc, proj=proj, butterfly=butterfly, block=block)
    check_switches(show_scalebars=show_scalebars, show_first_samp=show_first_samp)
    info, rate = value.info, value.info.sampling_rate
    rows = ordered_rows(info, picks, order, group_by)
    if not butterfly:
        rows = rows[: whole("n_channels", n_channels, least=1)]
    span = _page_span(value, start, duration)
    usual = figures.trace_scalings.check_scalings(scalings)
    offset = value.first_time if show_first_samp else 0.0
    options = figures.raw_page.DisplayOptions(
        project=proj,
        remove_mean=remove_dc,
        filter=display_filter(rate, highpass, lowpass, filtorder, span[1] - span[0]),
        scalings=figures.raw_page.fitted_scalings(
            value, usual, float(duration), remove_mean=remove_dc
        ),
        steps=decimation(info, rows, decim, lowpass),
        offset=offset,
    )
    page = figures.raw_page.make_page(value, rows, span, options)
    style = figures.traces.TraceStyle(
        bad_colour=bad_color,
        background=bgcolor,
        clipping=check_clipping(clipping),
        butterfly=butterfly,
        scale_bars=show_scalebars,
        zero_lines=show_zero_line,
        **colour_options(color),
        **_time_axis(value, page.times, offset, time_format),
    )
    marks = _events_on_page(value, events, page.times - offset, event_id, event_color)
    spans = _spans(value, page.times, offset)
    figure = figures.traces.draw_traces(
        page,
        style,
        events=[replace(mark, time=mark.time + offset) for mark in marks],
        spans=annotated_spans(spans, annotation_colors, annotation_regex),
        title=_title(value, title),
        show=show,
    )
    return figures.canvas.show_figure(figure, show=show, block=block or None)


def _page_span(raw: RawRecording, start: float, duration: float) -> tuple[int, int]:
    """First sample of a page and the one after its last."""
    rate, n = raw.info.sampling_rate, raw.n_samples
    end = (n - 1) / rate
    length = min(number("duration", duration, above=0), end) if end else 1 / rate
    begin = number("start", start)
    if not 0 <= begin <= end:
        msg = f"start must be from 0 to {end:g} s, where the recording ends, got {start:g}"
        raise InputError(msg)
    # As if the length were a whole number of samples.
    first = int(begin * rate)
    last = int((begin + np.ceil(length * rate) / rate) * rate)
    return first, min(max(last, first + 1), n)


def _events_on_page(
    raw: RawRecording,
    events: ArrayLike | None,
    times: Floats,
    event_id: Mapping[str, int] | None,
    event_color: Any,
) -> list[figures.trace_marks.EventMark]:
    """The events on a page whose ``times`` count from the first sample."""
    if events is None:
        return []
    table: Ints = as_events(events)
    when = (table[:, 0] - raw.first_sample) / raw.info.sampling_rate
    here = (when >= times[0]) & (when <= times[-1])
    return event_marks(when[here], table[here, 2], event_id, event_color)


def _spans(
    raw: RawRecording, times: Floats, offset: float
) -> list[tuple[float, float, str, tuple[str, ...]]]:
    """Annotations on a page, cut to it; one without a duration is a sample long."""
    shift, least = offset - raw.first_time, 1 / raw.info.sampling_rate
    spans = []
    for one in raw.annotations:
        start = one.onset + shift
        stop = max(one.end + shift, start + least)
        if stop >= times[0] and start <= times[-1]:
            inside = (max(start, float(times[0])), min(stop, float(times[-1])))
            spans.append((*inside, one.description, one.channel_names))
    return spans


def _time_axis(raw: RawRecording, times: Floats, offset: float, time_format: str) -> dict[str, Any]:
    """Label and ticks of the time axis."""
    one_of("time_format", time_format, ("float", "clock"))
    if time_format == "float":
        return {}
    if raw.info.measured_at is None:
        msg = "time_format 'clock' needs a recording with a measurement date, it has none"
        raise InputError(msg)
    return {
        "time_label": "Time of day (UTC)",
        "time_ticks": figures.raw_page.clock_ticks(
            times, raw.info.measured_at + timedelta(seconds=raw.first_time - offset)
        ),
    }


def _title(raw: RawRecording, title: object) -> str:
    """The title that is given, or the name of the file."""
    if title is not None and not isinstance(title, str):
        msg = f"title must be None or a string, got {title!r}"
        raise ArgumentTypeError(msg)
    if title is not None:
        return title
    more = f" and {len(raw.files) - 1} more" if len(raw.files) > 1 else ""
    return f"{raw.files[0].name}{more}" if raw.files else ""
