"""Regularisation by the data: λ², signal-to-noise ratio and noise scale of a response."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from leadfield import figures
from leadfield.base.checks import number, one_of
from leadfield.base.errors import InputError
from leadfield.base.front_door import public
from leadfield.inverse.kernel import warn_of_large_lambda2
from leadfield.inverse.regularisation import RegularisationFit

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from leadfield.base.arrays import Floats
    from leadfield.estimates.regularisation import ResponseRegularisation


@public("leadfield.minimum_norm")
@final
class Regularisation:
    """Regularisation that a response asks for, as :func:`estimate_lambda2` found it.

    It can be given as ``lambda2`` wherever a number can.

    Attributes
    ----------
    lambda2 : float
        The regularisation parameter.
    snr : float
        The amplitude signal-to-noise ratio 1 / λ; 0 where the response does not exceed the noise.
    noise_scale : float
        Variance of the noise in the response over that of the noise covariance: 1 where both
        belong together.
    window : tuple of float
        Start and end in s of what was looked at.
    method : str
        ``"reml"`` or ``"gcv"``.
    candidates : ndarray, shape (n,)
        Values of lambda2 that were compared.
    criterion : ndarray, shape (n,)
        What was minimised over them, less its smallest value.
    evidence : float
        By how much sources with this lambda2 are likelier than noise alone: minus twice the
        logarithm of the likelihood ratio of one sample. Below 10.8 no SNR is claimed.
    times : ndarray, shape (n_times,)
        Times of the response in s.
    power : ndarray, shape (n_times,)
        Its whitened power, 1 for noise: the mean over components, each weighted by the share
        that sources would have of it at a lambda2 of 1.

    See Also
    --------
    estimate_lambda2 : Makes it.
    """

    __slots__ = ("value",)
    value: ResponseRegularisation

    def __init__(self) -> None:
        msg = "Regularisation() takes nothing: call leadfield.minimum_norm.estimate_lambda2"
        raise TypeError(msg)

    def __repr__(self) -> str:
        fit, (start, end) = self.value.fit, self.window
        found = f"SNR {fit.snr:.2g}" if fit.has_signal else "no signal above noise"
        return (
            f"<Regularisation | lambda2 = {fit.lambda2:.3g}, {found}, "
            f"noise scale {fit.noise_scale:.2g}, {start:.3g} to {end:.3g} s, {fit.method}>"
        )

    @property
    def lambda2(self) -> float:
        """The regularisation parameter."""
        return self.value.fit.lambda2

    @property
    def snr(self) -> float:
        """The amplitude signal-to-noise ratio; 0 where there is no signal above noise."""
        return self.value.fit.snr

    @property
    def noise_scale(self) -> float:
        """Variance of the noise over that of the noise covariance."""
        return self.value.fit.noise_scale

    @property
    def window(self) -> tuple[float, float]:
        """Start and end of what was looked at, in s."""
        return self.value.window

    @property
    def method(self) -> str:
        """How it was found."""
        return self.value.fit.method

    @property
    def candidates(self) -> Floats:
        """Values of lambda2 that were compared (n,)."""
        return self.value.fit.candidates

    @property
    def criterion(self) -> Floats:
        """What was minimised (n,), less its smallest value."""
        return self.value.fit.criterion

    @property
    def evidence(self) -> float:
        """By how much sources are likelier than noise alone."""
        return self.value.fit.evidence

    @property
    def times(self) -> Floats:
        """Times of the response in s (n_times,)."""
        return self.value.times

    @property
    def power(self) -> Floats:
        """Whitened power of the response (n_times,), weighted for sources, 1 for noise."""
        return self.value.power

    def plot(self, axes: list[Axes] | None = None, show: bool = True) -> Figure:
        """Plot the criterion over lambda2, and the window on the whitened power.

        Parameters
        ----------
        axes : list of Axes | None
            Two axes to draw into. None makes a new figure.
        show : bool
            Whether to show the figure, if the Matplotlib backend is interactive.

        Returns
        -------
        fig : matplotlib.figure.Figure
            The figure.
        """
        fit = self.value.fit
        figure = figures.regularisation.draw_regularisation(
            (fit.candidates, fit.criterion),
            (self.times, self.power),
            best=fit.lambda2,
            window=self.window,
            title=repr(self)[len("<Regularisation | ") : -1],
            axes=axes,
            show=show,
        )
        return figures.canvas.show_figure(figure, show=show)


def regularisation_of(value: ResponseRegularisation) -> Regularisation:
    """A Regularisation for the outside."""
    out = object.__new__(Regularisation)
    out.value = value
    return out


def as_lambda2(lambda2: Any, *, warned: bool = True) -> float:
    """The λ² that was given, as a number; with ``warned``, say if it looks like an SNR.

    ``"auto"`` is for functions that have the data.
    """
    if isinstance(lambda2, Regularisation):
        return lambda2.lambda2
    if isinstance(lambda2, RegularisationFit):
        return lambda2.lambda2
    if is_auto(lambda2):
        msg = (
            "lambda2='auto' needs the data, which are not known here: give a number, or what "
            "leadfield.minimum_norm.estimate_lambda2(evoked, inverse_operator) returns"
        )
        raise InputError(msg)
    value = number("lambda2", lambda2, least=0)
    if warned:
        warn_of_large_lambda2(value)
    return value


def is_auto(lambda2: object) -> bool:
    """Whether λ² is left to the data; other words are none of its values."""
    if isinstance(lambda2, str):
        one_of("lambda2", lambda2, ["auto"])
        return True
    return False
