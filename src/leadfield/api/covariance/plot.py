"""Figures of a noise covariance, as a function and as a method of Covariance."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from leadfield import figures
from leadfield.api.recording.info import as_info
from leadfield.base.errors import ChannelError
from leadfield.base.log import Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.covariance.noise import NoiseCovariance
from leadfield.covariance.rank import rank_of_covariance
from leadfield.recording.projector import make_projector

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DRAWN = ("grad", "mag", "eeg", "seeg", "ecog", "dbs")


class HoldsNoise(Protocol):
    """Anything with a noise covariance as its value: a Covariance."""

    @property
    def value(self) -> NoiseCovariance:
        """The noise covariance."""


@public("leadfield.viz")
@verbose_aware
def plot_cov(
    cov: HoldsNoise,
    info: Any,
    exclude: str | Sequence[str] = (),
    colorbar: bool = True,
    proj: bool = False,
    show_svd: bool = True,
    show: bool = True,
    verbose: Verbose = None,
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
    noise, known = cov.value, as_info(info)
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
        projector = make_projector(picked.projections, names).matrix
        data = projector @ data @ projector.T
    rows = {kind: np.flatnonzero(types == kind) for kind in DRAWN if (types == kind).any()}
    if not rows:
        msg = "covariance and info must share MEG or EEG channels, they share none"
        raise ChannelError(msg)
    blocks = {kind: data[np.ix_(r, r)] for kind, r in rows.items()}
    figure = figures.covariance.covariance_images(blocks, colour_bar=colorbar, show=show)
    if not show_svd:
        return figures.canvas.shown(figure, show=show), None
    ranks = {
        kind: rank_of_covariance(noise.picked([names[i] for i in r]), picked.pick(r))[kind]
        for kind, r in rows.items()
    }
    spectra = figures.covariance.covariance_spectra(blocks, ranks, show=show)
    return figures.canvas.shown(figure, show=False), figures.canvas.shown(spectra, show=show)
