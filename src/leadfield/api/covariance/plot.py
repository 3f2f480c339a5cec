"""Figures of a noise covariance: ``plot_cov``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from leadfield.api.covariance.covariance import as_covariance
from leadfield.api.covariance.figures import covariance_figures
from leadfield.api.recording.info import Info, as_info
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from leadfield.api.covariance.covariance import Covariance


@public("leadfield.viz")
@verbose_aware
def plot_cov(
    cov: Covariance,
    info: Info,
    exclude: str | Sequence[str] = (),
    colorbar: bool = True,
    proj: bool = False,
    show_svd: bool = True,
    show: bool = True,
    verbose: Verbose = None,
) -> tuple[Figure, Figure | None]:
    """Plot a noise covariance by channel type, and its spectrum with the rank.

    The spectrum shows square roots of eigenvalues, which have the unit of the channels. The
    dashed line is the rank that a whitener of these channels uses.

    Parameters
    ----------
    cov : Covariance
        The covariance.
    info : Info
        Channel types, bad channels and projections.
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
        Verbosity.

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
    return covariance_figures(
        as_covariance(cov).value,
        as_info(info),
        exclude=exclude,
        colorbar=colorbar,
        proj=proj,
        show_svd=show_svd,
        show=show,
    )
