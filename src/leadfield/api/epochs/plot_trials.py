"""Figures of trials: ``plot_events``, ``plot_drop_log``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from leadfield import figures
from leadfield.base.checks import listed, number, one_of, whole
from leadfield.base.errors import InputError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.base.raise_or_warn import ACTIONS, OnMissing, raise_or_warn

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.typing import ColorType

    from leadfield.base.arrays import Ints


@public("leadfield.viz")
@verbose_aware
def plot_drop_log(
    drop_log: Sequence[Sequence[str]],
    threshold: float = 0,
    n_max_plot: int = 20,
    subject: str | None = None,
    color: ColorType = "lightgray",
    width: float = 0.8,
    ignore: Sequence[str] = ("IGNORED",),
    show: bool = True,
    verbose: Verbose = None,
) -> Figure | None:
    """Plot how many epochs were dropped, and because of which channels or reasons.

    Parameters
    ----------
    drop_log : tuple of tuple of str
        An Epochs' ``drop_log``.
    threshold : float
        Plot only if more than this share, in percent, was dropped.
    n_max_plot : int
        Largest number of reasons to plot.
    subject : str | None
        Name of the subject for the title.
    color : colour
        Colour of the bars.
    width : float
        Width of the bars.
    ignore : list of str
        Reasons for which an epoch does not count.
    show : bool
        Whether to open a window, where the Matplotlib backend has windows.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    fig : matplotlib.figure.Figure | None
        The figure; None if no more than ``threshold`` were dropped.

    Examples
    --------
    >>> import leadfield
    >>> log = ((), ("EOG 061",), (), ("IGNORED",))
    >>> fig = leadfield.viz.plot_drop_log(log, show=False)
    >>> fig.axes[0].get_title()
    '1 of 3 epochs dropped (33.3 %)'
    """
    counted = [entry for entry in drop_log if not set(entry) & set(ignore)]
    share = 100 * sum(bool(entry) for entry in counted) / max(len(counted), 1)
    if threshold > 0 and share <= number("threshold", threshold):
        return None
    figure = figures.trials.draw_drop_log(
        drop_log,
        ignore=ignore,
        most=whole("n_max_plot", n_max_plot, least=1),
        subject=subject,
        colour=color,
        width=number("width", width, above=0, most=1),
        show=show,
    )
    return figures.canvas.show_figure(figure, show=show)


@public("leadfield.viz")
@verbose_aware
def plot_events(
    events: ArrayLike,
    sfreq: float | None = None,
    first_samp: int = 0,
    color: Mapping[int, ColorType] | None = None,
    event_id: Mapping[str, int] | None = None,
    axes: Axes | None = None,
    equal_spacing: bool = True,
    show: bool = True,
    on_missing: OnMissing = "raise",
    verbose: Verbose = None,
) -> Figure:
    """Plot events over time, a row for each code, with the number of events.

    Parameters
    ----------
    events : array, shape (n_events, 3)
        The events.
    sfreq : float | None
        Sampling rate in Hz; None to draw samples instead of seconds.
    first_samp : int
        First sample of the recording, at 0 in the figure.
    color : dict | None
        Colours by event code.
    event_id : dict | None
        Codes to plot, by name; None for all codes.
    axes : Axes | None
        Axes to plot in.
    equal_spacing : bool
        Whether rows are equally spaced; else they lie at the height of their code.
    show : bool
        Whether to open a window, where the Matplotlib backend has windows.
    on_missing : "raise" | "warn" | "ignore"
        What to do if no event has the code of a name.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    fig : matplotlib.figure.Figure
        The figure.

    Raises
    ------
    ValueError
        If there are no events, or names without events.

    Examples
    --------
    >>> import leadfield
    >>> events = [[100, 0, 1], [200, 0, 2], [300, 0, 1]]
    >>> fig = leadfield.viz.plot_events(events, 100.0, show=False)
    """
    table = np.asarray(events)
    if table.ndim != 2 or table.shape[1] != 3 or len(table) == 0:
        msg = f"events must be an array (n_events, 3) with events in it, got {table.shape}"
        raise InputError(msg)
    one_of("on_missing", on_missing, ACTIONS)
    codes = table[:, 2].astype(np.int64)
    names = _names(codes, event_id, on_missing)
    drawn = np.isin(codes, list(names))
    rate = 1.0 if sfreq is None else number("sfreq", sfreq, above=0)
    figure = figures.trials.draw_events(
        (table[drawn, 0] - first_samp) / rate,
        codes[drawn],
        names,
        time_label="Sample" if sfreq is None else "Time (s)",
        colours=color,
        heights=None if equal_spacing else {code: float(code) for code in names},
        axes=axes,
        show=show,
    )
    return figures.canvas.show_figure(figure, show=show)


def _names(
    codes: Ints,
    event_id: Mapping[str, int] | None,
    on_missing: OnMissing,
) -> dict[int, str]:
    """A name for each code to draw."""
    here = set(codes.tolist())
    if event_id is None:
        return {code: str(code) for code in sorted(here)}
    absent = [name for name, code in event_id.items() if code not in here]
    if absent:
        message = f"every name in event_id must have events, {listed(absent)} have none"
        raise_or_warn("on_missing", on_missing, message)
    names = {code: name for name, code in event_id.items() if code in here}
    if not names:
        msg = f"event_id must name codes that occur ({sorted(here)}), got {dict(event_id)}"
        raise InputError(msg)
    return names
