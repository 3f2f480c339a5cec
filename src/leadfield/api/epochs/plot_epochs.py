"""Pages of epochs: ``Epochs.plot``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield import figures
from leadfield.api import interop
from leadfield.api.interop.origin import kind_of
from leadfield.api.recording.trace_options import (
    check_still,
    check_switches,
    decimation,
    event_marks,
    ordered_rows,
)
from leadfield.base.checks import whole
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.front_door import public
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.good_epochs import collect_good_epochs, drop_bad, require_epochs
from leadfield.events.lists import as_events
from leadfield.recording.picks import resolve_picks

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.typing import ColorType

    from leadfield.api.epochs.epochs import Epochs
    from leadfield.base.arrays import Floats, Ints
    from leadfield.recording.picks import Picks

MOST_BYTES = 1e8
"""What is read at most to find out how strong the samples are."""


@public("leadfield.viz")
def plot_epochs(
    epochs: Epochs,
    picks: Picks = None,
    scalings: Mapping[str, float | Literal["auto"]] | Literal["auto"] | None = None,
    n_epochs: int = 20,
    n_channels: int = 20,
    title: str | None = None,
    events: bool | ArrayLike = False,
    event_color: Mapping[int | str, ColorType] | ColorType | None = None,
    order: ArrayLike | None = None,
    show: bool = True,
    block: bool = False,
    decim: int | Literal["auto"] = "auto",
    noise_cov: None = None,
    butterfly: bool = False,
    show_scrollbars: bool = True,  # noqa: ARG001 - a still has none
    show_scalebars: bool = True,
    show_zero_line: bool = False,
    epoch_colors: None = None,
    event_id: bool | Mapping[str, int] | None = None,
    group_by: Literal["type", "original"] = "type",
    precompute: bool | str | None = None,  # noqa: ARG001 - of an interactive window
    use_opengl: bool | None = None,  # noqa: ARG001 - of an interactive window
    *,
    theme: object = None,  # noqa: ARG001 - of an interactive window
    overview_mode: str | None = None,  # noqa: ARG001 - of an interactive window
    splash: bool = True,  # noqa: ARG001 - of an interactive window
    annotation_colors: None = None,
    figure_class: None = None,
) -> Figure:
    """Plot a page of epochs: channels below one another, epochs one after another.

    The picture is a still one, of the first epochs: ``epochs[20:].plot()`` is the next page.
    Bad epochs are dropped. The mean over the page is taken out of each channel.

    Parameters
    ----------
    epochs : Epochs
        The epochs.
    picks : str | list | slice | None
        Channels by type, name or number; None for all good ones that measure the brain.
    scalings : dict | "auto" | None
        Half the height of a row in SI units, by channel type; ``"auto"`` is the range between
        the quartiles.
    n_epochs : int
        Number of epochs on the page.
    n_channels : int
        Number of channels on the page, the first of them; no effect with ``butterfly``.
    title : str | None
        Title; None for the number of epochs.
    events : bool | array, shape (n_events, 3)
        Events to mark with lines; True for those that the epochs are cut around.
    event_color : colour | dict | None
        Colour of the events, for all or by code or name (-1 for all others); None for a
        colour for each code.
    order : array of int | None
        Channels from top to bottom.
    show : bool
        Whether to open a window, where the Matplotlib backend has windows.
    block : bool
        Whether to wait until the window is closed.
    decim : int | "auto"
        Each how-manieth sample of channels with data is drawn; ``"auto"`` leaves three times
        the lowpass.
    noise_cov : None
        Must be None: traces are not whitened.
    butterfly : bool
        Whether the channels of a type share a row.
    show_scrollbars : bool
        Has no effect: a still has none.
    show_scalebars : bool
        Whether to draw what the height of a row stands for, once for each type.
    show_zero_line : bool
        Whether to draw a line at 0 of each channel.
    epoch_colors : None
        Must be None: colours are those of channels.
    event_id : bool | dict | None
        Codes by name, for the names of events; True for those of the epochs.
    group_by : "type" | "original"
        Whether channels stand by type, or as in the epochs. Groups by region are refused.
    precompute, use_opengl : bool | None
        Have no effect: they belong to an interactive window.
    theme, overview_mode : str | None
        Have no effect: they belong to an interactive window.
    splash : bool
        Has no effect: it belongs to an interactive window.
    annotation_colors : None
        Must be None: annotations are not drawn.
    figure_class : None
        Must be None: it belongs to an interactive window.

    Returns
    -------
    fig : matplotlib.figure.Figure
        The figure.

    Raises
    ------
    ValueError
        If an option is unknown or asks for what a still does not have, or if no channel or
        epoch is left.

    Examples
    --------
    >>> import leadfield
    >>> info = leadfield.create_info(["EEG 001", "EEG 002"], 100.0, "eeg")
    >>> epochs = leadfield.EpochsArray([[[0.0, 1e-6], [0.0, -1e-6]]] * 3, info)
    >>> fig = leadfield.viz.plot_epochs(epochs, n_epochs=2, show=False)
    >>> fig.get_suptitle()
    '2 of 3 epochs'
    """
    value = _good_epochs(epochs)
    still = {
        "figure_class": (figure_class, None),
        "epoch_colors": (epoch_colors, None),
        "annotation_colors": (annotation_colors, None),
    }
    check_still(still, noise_cov=noise_cov)
    check_switches(butterfly=butterfly, block=block, show_scalebars=show_scalebars)
    info = value.info
    rows = ordered_rows(info, resolve_picks(info, picks), order, group_by)
    if not butterfly:
        rows = rows[: whole("n_channels", n_channels, least=1)]
    count = min(whole("n_epochs", n_epochs, least=1), len(value))
    shown, samples = collect_good_epochs(value.select(np.arange(count)), channels=rows)
    options = figures.raw_page.DisplayOptions(
        scalings=_fitted(value, figures.trace_scalings.check_scalings(scalings)),
        steps=decimation(info, rows, decim, None),
    )
    page = figures.raw_page.epochs_page(info, rows, samples, options)
    length = samples.shape[2] / info.sampling_rate
    middles = tuple((np.arange(count) + 0.5) * length)
    style = figures.traces.TraceStyle(
        clipping=None,
        butterfly=butterfly,
        scale_bars=show_scalebars,
        zero_lines=show_zero_line,
        time_label="Epoch number",
        boundaries=tuple(np.arange(1, count) * length),
        time_ticks=(middles, tuple(map(str, shown.event_selection.selection))),
    )
    figure = figures.traces.draw_traces(
        page,
        style,
        events=_events_on_page(shown, events, length, event_id, event_color),
        title=_title(title, f"{count} of {len(value)} epochs"),
        show=show,
    )
    return figures.canvas.show_figure(figure, show=show, block=block)


def _title(given: object, default: str) -> str:
    if given is not None and not isinstance(given, str):
        msg = f"title must be None or a string, got {given!r}"
        raise ArgumentTypeError(msg)
    return default if given is None else given


def _good_epochs(epochs: Any) -> EpochSet:
    """The value of Epochs, ours or MNE-Python's, of which bad ones are dropped."""
    value = getattr(epochs, "value", None)
    if isinstance(value, EpochSet):
        epochs.drop_bad()
        value = epochs.value
    else:
        taken = interop.epochs.epochs_from_mne(epochs)
        if taken is None:
            msg = f"epochs must be Epochs, got {kind_of(epochs)}"
            raise ArgumentTypeError(msg)
        value = drop_bad(taken)
    require_epochs(value)
    return value


def _fitted(
    value: EpochSet, scalings: dict[str, float | Literal["auto"]]
) -> dict[str, float | Literal["auto"]]:
    """Scalings with numbers for ``"auto"``, from as many epochs as fit into 100 MB."""
    types = np.array(value.info.channels.types)
    wanted = [kind for kind in np.unique(types).tolist() if scalings.get(kind) == "auto"]
    most = len(value)
    if not value.loaded:
        most = int(np.clip(MOST_BYTES // (8 * len(types) * len(value.times)), 1, most))
    fitted: dict[str, float | Literal["auto"]] = dict(scalings)
    for kind in wanted:
        rows = np.flatnonzero(types == kind)
        _, samples = collect_good_epochs(value.select(np.arange(most)), channels=rows)
        joined = np.concatenate(list(samples), axis=1)
        fitted[kind] = figures.trace_scalings.quartile_range(joined, segment=None)
    return fitted


def _events_on_page(
    shown: EpochSet,
    events: bool | ArrayLike,
    length: float,
    event_id: object,
    event_color: Any,
) -> list[figures.trace_marks.EventMark]:
    """Events at their times in each epoch on the page that they lie in."""
    if events is False or events is None:
        return []
    table: Ints = shown.events if events is True else as_events(events)
    # Samples of events are those of the recording.
    later = (table[:, 0] - shown.events[:, :1]) / shown.recording_rate - shown.times[0]
    half = 0.5 / shown.info.sampling_rate
    epoch, event = np.nonzero((later >= -half) & (later < length - half))
    times: Floats = epoch * length + later[epoch, event]
    return event_marks(times, table[event, 2], _names(shown, event_id), event_color)


def _names(shown: EpochSet, event_id: object) -> dict[str, int]:
    """Codes by name: a user's own before those of the epochs; none for False and None."""
    if event_id is None or event_id is False:
        return {}
    if event_id is not True and not isinstance(event_id, Mapping):
        msg = f"event_id must be None, True, False or a dictionary, got {event_id!r}"
        raise InputError(msg)
    own = {} if event_id is True else dict(event_id)
    taken = set(own.values())
    others = {name: code for name, code in shown.event_id.items() if code not in taken}
    return {**{name: code for name, code in others.items() if name not in own}, **own}
