"""Detection of a response in trials: ``detect``, and what it returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import numpy as np

from leadfield import figures
from leadfield.api.inverse.inverse_operator import InverseOperator, as_inverse
from leadfield.api.trust.trials import as_trials
from leadfield.base.checks import whole
from leadfield.base.front_door import explain_absent_members, public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.epochs.time_axis import crop_slice
from leadfield.trust.calibration import make_model_scan
from leadfield.trust.data_components import trial_components
from leadfield.trust.detection import FEWEST_FLIPS, SignFlipTest, sign_flip_test

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from leadfield.api.epochs.epochs import Epochs
    from leadfield.base.arrays import Floats


@public("leadfield.minimum_norm")
@final
@explain_absent_members
class Detection:
    """Whether trials hold a response, as :func:`detect` returns it.

    Parameters
    ----------
    value : SignFlipTest
        The result of the test as a frozen value.

    See Also
    --------
    detect : Makes it.
    """

    def __init__(self, value: SignFlipTest) -> None:
        self.value = value

    @property
    def p(self) -> float:
        """Chance of a statistic as large without a response, over all sources and times."""
        return self.value.p

    @property
    def detected(self) -> bool:
        """Whether p is at most 0.05."""
        return self.value.found

    @property
    def time(self) -> float:
        """When the curve has its maximum, in s."""
        return self.value.time

    @property
    def statistic(self) -> float:
        """Maximum of the curve."""
        return self.value.statistic

    @property
    def threshold(self) -> float:
        """What the statistic must exceed to be detected."""
        return self.value.threshold

    @property
    def times(self) -> Floats:
        """Times of the curve in s, of shape ``(n_times,)``."""
        return self.value.times

    @property
    def curve(self) -> Floats:
        """Largest scan energy over sources at each time, of shape ``(n_times,)``.

        It is the energy of the whitened average that one dipole explains, in units of the
        noise's variance.
        """
        return self.value.curve

    @property
    def n_trials(self) -> int:
        """Number of good trials."""
        return self.value.n_trials

    @property
    def n_flips(self) -> int:
        """Number of random signs that were tried."""
        return self.value.n_flips

    def plot(self, axes: Axes | None = None, show: bool = True) -> Figure:
        """Plot the curve over time with its threshold.

        Parameters
        ----------
        axes : Axes | None
            Axes to draw into. None makes a new figure.
        show : bool
            Whether to show the figure, if the Matplotlib backend is interactive.

        Returns
        -------
        fig : matplotlib.figure.Figure
            The figure.
        """
        figure = figures.detection.draw_detection(
            self.times,
            self.curve,
            threshold=self.threshold,
            title=describe_test(self.value),
            axes=axes,
            show=show,
        )
        return figures.canvas.show_figure(figure, show=show)

    def __repr__(self) -> str:
        return f"<Detection | {describe_test(self.value)}>"


def describe_test(test: SignFlipTest) -> str:
    """The result of a test in words."""
    if not test.found:
        return f"nothing distinguishable from noise (p = {test.p:.2g})"
    return f"a response, strongest at {1e3 * test.time:.0f} ms (p = {test.p:.2g})"


@public("leadfield.minimum_norm")
@verbose_aware
def detect(
    epochs: Epochs,
    inverse_operator: InverseOperator,
    *,
    tmin: float | None = None,
    tmax: float | None = None,
    n_flips: int = 999,
    seed: int = 0,
    verbose: Verbose = None,
) -> Detection:
    r"""Test whether trials hold a response at all, before a map of it is believed.

    Parameters
    ----------
    epochs : Epochs
        The trials of one condition, at least six good ones. They must have all channels of
        the operator.
    inverse_operator : InverseOperator
        Inverse operator; its priors and any regularisation have no effect here.
    tmin, tmax : float | None
        First and last time to test, in s. None for the ends of the epochs.
    n_flips : int
        Number of random signs, at least 19. No p is below ``1 / (1 + n_flips)``.
    seed : int
        Seed of the random signs.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    detection : Detection
        ``p``, ``time``, ``statistic``, ``threshold``, and the ``curve`` over time.

    Raises
    ------
    ArgumentTypeError
        If an Evoked comes: an average without its trials cannot be tested.
    ChannelError
        If channels of the operator are missing from the epochs.
    DataError
        If fewer than six good epochs are left.
    InputError
        If an argument is out of its range.

    See Also
    --------
    locate : Where one source of it lies, and how sure that is.

    Notes
    -----
    The scan energy :math:`E_i(t) = |Q_i^T s(t)|^2` is the part of the energy of the whitened
    average :math:`s(t)` that one dipole at source i explains, in the direction that is best;
    :math:`Q_i` is an orthonormal basis of the source's white lead field. Its maximum over
    sources and times is compared with that of the same trials with random signs, so p holds
    for all sources and times together. The test assumes that without a response a trial is as
    likely as its negative, and that trials do not depend on each other; it does not need the
    noise covariance to be right. Whatever follows the events is a response to it, an artefact
    of the stimulus too.

    Examples
    --------
    >>> detection = detect(epochs, inverse_operator)
    >>> detection
    <Detection | a response, strongest at 90 ms (p = 0.001)>
    >>> detection.statistic > detection.threshold
    True
    """
    trials = as_trials(epochs)
    model = as_inverse(inverse_operator)
    whole("n_flips", n_flips, least=FEWEST_FLIPS)
    rng = np.random.default_rng(whole("seed", seed))
    samples = crop_slice(trials.times, trials.info.sampling_rate, tmin, tmax)
    components = trial_components(model, trials, samples)
    search = make_model_scan(model).search
    test = sign_flip_test(search, components, trials.times[samples], n_flips=n_flips, rng=rng)
    LOGGER.info("%d trials: %s", test.n_trials, describe_test(test))
    return Detection(test)
