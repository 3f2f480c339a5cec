"""Figures that tell how good the data are: covariance, signal-to-noise, events, dropped epochs."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.apply_power import estimate_snr
from leadfield.api.covariance import Covariance, as_covariance
from leadfield.api.figure_options import HoldsEvoked
from leadfield.api.info import as_info
from leadfield.api.inverse import InverseOperator
from leadfield.base.checks import listed, number, one_of, whole
from leadfield.base.errors import ChannelError, InputError
from leadfield.base.log import verbose_aware, warn
from leadfield.covariance.rank import rank_of_covariance
from leadfield.figures.canvas import shown
from leadfield.figures.covariance import covariance_images, covariance_spectra
from leadfield.figures.snr import snr_figure
from leadfield.figures.trials import drop_figure, events_figure
from leadfield.recording.projector import make_projector

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DRAWN = ("grad", "mag", "eeg", "seeg", "ecog", "dbs")


@verbose_aware
def plot_cov(
    cov: Covariance,
    info: Any,
    exclude: str | Sequence[str] = (),
    colorbar: bool = True,
    proj: bool = False,
    show_svd: bool = True,
    show: bool = True,
    verbose: bool | str | int | None = None,
) -> "tuple[Figure, Figure | None]":
    """Images of a covariance by channel type, and its spectrum with the rank.

    The spectrum shows square roots of eigenvalues, which have the channels' unit. The
    dashed line is the rank that a whitener of these channels uses.

    Parameters
    ----------
    cov : Covariance
        The covariance.
    info : Info
        Says which channel is of which type, and which are bad.
    exclude : "bads" | list of str
        Channels to leave out.
    colorbar : bool
        Whether to add colour bars.
    proj : bool
        Whether to apply the projections of ``info`` first.
    show_svd : bool
        Whether to draw the spectrum.
    show : bool
        Whether to open windows, where the Matplotlib backend has windows.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    fig_cov : matplotlib.figure.Figure
        The images.
    fig_svd : matplotlib.figure.Figure | None
        The spectrum, None without ``show_svd``.

    Raises
    ------
    ValueError
        If covariance and info share no channel of MEG or EEG.

    Examples
    --------
    >>> import leadfield
    >>> info = leadfield.create_info(["EEG 001", "EEG 002"], 100.0, "eeg")
    >>> cov = leadfield.make_ad_hoc_cov(info)
    >>> fig_cov, fig_svd = leadfield.viz.plot_cov(cov, info, show=False)
    """
    noise, known = as_covariance(cov).value, as_info(info)
    out = (
        set(known.bads)
        if exclude == "bads"
        else {exclude}
        if isinstance(exclude, str)
        else set(exclude)
    )
    names = [name for name in known.names if name in set(noise.names) - out]
    picked = known.pick(known.channels.indices(names)).with_bads(())
    noise = noise.picked(names)
    types = np.array(picked.channels.types)
    data = noise.full()
    if proj:
        projector, _, _ = make_projector(picked.projections, names)
        data = projector @ data @ projector.T
    rows = {kind: np.flatnonzero(types == kind) for kind in DRAWN if (types == kind).any()}
    if not rows:
        msg = "covariance and info must share MEG or EEG channels, they share none"
        raise ChannelError(msg)
    blocks = {kind: data[np.ix_(r, r)] for kind, r in rows.items()}
    figure = covariance_images(blocks, colour_bar=colorbar, show=show)
    if not show_svd:
        return shown(figure, show=show), None
    ranks = {
        kind: rank_of_covariance(noise.picked([names[i] for i in r]), picked.pick(r))[kind]
        for kind, r in rows.items()
    }
    spectra = covariance_spectra(blocks, ranks, show=show)
    return shown(figure, show=False), shown(spectra, show=show)


@verbose_aware
def plot_snr_estimate(
    evoked: HoldsEvoked,
    inv: InverseOperator,
    show: bool = True,
    axes: Any = None,
    verbose: bool | str | int | None = None,
) -> "Figure":
    """Signal-to-noise ratio of a response over time.

    Parameters
    ----------
    evoked : Evoked
        The response.
    inv : InverseOperator
        The inverse operator.
    show : bool
        Whether to open a window, where the Matplotlib backend has windows.
    axes : Axes | None
        Where to draw.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    fig : matplotlib.figure.Figure
        The figure.

    See Also
    --------
    leadfield.minimum_norm.estimate_snr : The numbers.

    Examples
    --------
    >>> from leadfield.viz import plot_snr_estimate
    >>> fig = plot_snr_estimate(evoked, inverse_operator)  # doctest: +SKIP
    """
    whitened, regularised = estimate_snr(evoked, inv)
    figure = snr_figure(evoked.value.times, whitened, regularised, axes=axes, show=show)
    return shown(figure, show=show)


@verbose_aware
def plot_drop_log(
    drop_log: Sequence[Sequence[str]],
    threshold: float = 0,
    n_max_plot: int = 20,
    subject: str | None = None,
    color: Any = "lightgray",
    width: float = 0.8,
    ignore: Sequence[str] = ("IGNORED",),
    show: bool = True,
    verbose: bool | str | int | None = None,
) -> "Figure | None":
    """How many epochs were dropped, and by which channels or reasons.

    Parameters
    ----------
    drop_log : tuple of tuple of str
        An Epochs' ``drop_log``.
    threshold : float
        Draw only if more than this share, in per cent, was dropped.
    n_max_plot : int
        The most reasons to draw.
    subject : str | None
        Name to put into the title.
    color : colour
        Colour of the bars.
    width : float
        Width of the bars.
    ignore : list of str
        Reasons that make an epoch not count.
    show : bool
        Whether to open a window, where the Matplotlib backend has windows.
    verbose : bool | str | int | None
        How much to tell.

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
    figure = drop_figure(
        drop_log,
        ignore=ignore,
        most=whole("n_max_plot", n_max_plot, least=1),
        subject=subject,
        colour=color,
        width=number("width", width, above=0, most=1),
        show=show,
    )
    return shown(figure, show=show)


@verbose_aware
def plot_events(
    events: ArrayLike,
    sfreq: float | None = None,
    first_samp: int = 0,
    color: Mapping[int, Any] | None = None,
    event_id: Mapping[str, int] | None = None,
    axes: Any = None,
    equal_spacing: bool = True,
    show: bool = True,
    on_missing: str = "raise",
    verbose: bool | str | int | None = None,
) -> "Figure":
    """Events over time, a row for each code, with their numbers.

    Parameters
    ----------
    events : array, shape (n_events, 3)
        The events.
    sfreq : float | None
        Sampling rate in Hz; None to draw samples instead of seconds.
    first_samp : int
        The recording's first sample, drawn as 0.
    color : dict | None
        Colours by event code.
    event_id : dict | None
        Names of the codes to draw; None for all codes.
    axes : Axes | None
        Where to draw.
    equal_spacing : bool
        Whether rows follow one another (True) or lie at the height of their code.
    show : bool
        Whether to open a window, where the Matplotlib backend has windows.
    on_missing : "raise" | "warn" | "ignore"
        What to do about names whose code does not occur.
    verbose : bool | str | int | None
        How much to tell.

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
    one_of("on_missing", on_missing, ("raise", "warn", "ignore"))
    codes = table[:, 2].astype(np.int64)
    names = _names(codes, event_id, on_missing)
    drawn = np.isin(codes, list(names))
    rate = 1.0 if sfreq is None else number("sfreq", sfreq, above=0)
    figure = events_figure(
        (table[drawn, 0] - first_samp) / rate,
        codes[drawn],
        names,
        time_label="Sample" if sfreq is None else "Time (s)",
        colours=color,
        heights=None if equal_spacing else {code: float(code) for code in names},
        axes=axes,
        show=show,
    )
    return shown(figure, show=show)


def _names(
    codes: "np.ndarray[Any, np.dtype[np.int64]]",
    event_id: Mapping[str, int] | None,
    on_missing: str,
) -> dict[int, str]:
    """A name for each code to draw."""
    here = set(codes.tolist())
    if event_id is None:
        return {code: str(code) for code in sorted(here)}
    missing = [name for name, code in event_id.items() if code not in here]
    if missing:
        msg = f"every name in event_id must have events, {listed(missing)} have none"
        if on_missing == "raise":
            raise InputError(msg)
        if on_missing == "warn":
            warn(msg)
    found = {code: name for name, code in event_id.items() if code in here}
    if not found:
        msg = f"event_id must name codes that occur ({sorted(here)}), got {dict(event_id)}"
        raise InputError(msg)
    return found
