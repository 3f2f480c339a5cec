"""How strong a response is, as a figure."""

from typing import TYPE_CHECKING, Any

from leadfield import figures
from leadfield.api.apply_power import estimate_snr
from leadfield.api.evoked import Evoked
from leadfield.api.inverse import InverseOperator
from leadfield.base.log import verbose_aware

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@verbose_aware
def plot_snr_estimate(
    evoked: Evoked,
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
    figure = figures.snr.snr_figure(evoked.value.times, whitened, regularised, axes=axes, show=show)
    return figures.canvas.shown(figure, show=show)
