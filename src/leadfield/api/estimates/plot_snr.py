"""Signal-to-noise ratio of an evoked response, as a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadfield import figures
from leadfield.api.epochs.as_evoked import as_evoked
from leadfield.api.estimates.apply_cov import estimate_snr
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from leadfield.api.epochs.evoked import Evoked
    from leadfield.api.inverse.inverse_operator import InverseOperator


@public("leadfield.viz")
@verbose_aware
def plot_snr_estimate(
    evoked: Evoked,
    inv: InverseOperator,
    show: bool = True,
    axes: Axes | None = None,
    verbose: Verbose = None,
) -> Figure:
    """Plot the signal-to-noise ratio of an evoked response over time.

    Parameters
    ----------
    evoked : Evoked
        Evoked response.
    inv : InverseOperator
        Inverse operator.
    show : bool
        Whether to show the figure, if the Matplotlib backend is interactive.
    axes : Axes | None
        Axes to draw into. None makes a new figure.
    verbose : bool | str | int | None
        Verbosity.

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
    times = as_evoked(evoked).times
    figure = figures.snr.draw_snr(times, whitened, regularised, axes=axes, show=show)
    return figures.canvas.show_figure(figure, show=show)
