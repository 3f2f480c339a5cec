"""Uncertainty of currents: their posterior standard deviation, intervals of labels."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, final

import numpy as np

from leadfield import figures
from leadfield.api import labels as room
from leadfield.api.epochs.as_evoked import as_evoked
from leadfield.api.estimates.kinds import estimate_of
from leadfield.api.inverse.inverse_operator import as_inverse
from leadfield.api.inverse.regularisation import Regularisation, as_lambda2, is_auto
from leadfield.base.checks import number, one_of
from leadfield.base.errors import InputError, MismatchError
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.estimates.minimum_norm import ORIENTATIONS
from leadfield.estimates.regularisation import evoked_components, regularise_evoked
from leadfield.trust.label_amplitudes import LabelAmplitudes, label_amplitudes
from leadfield.trust.maps import metric_axes
from leadfield.trust.posterior import make_posterior, source_covariances

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from leadfield.api.brain.brain import Brain
    from leadfield.api.brain.options import ColorLimits, Hemi, Size, Views
    from leadfield.api.epochs.evoked import Evoked
    from leadfield.api.estimates.result_types import ScalarEstimate
    from leadfield.api.inverse.arguments import Lambda2
    from leadfield.api.inverse.inverse_operator import InverseOperator
    from leadfield.api.labels.label import BiHemiLabel, Label
    from leadfield.base.arrays import Floats
    from leadfield.inverse.regularisation import RegularisationFit
    from leadfield.trust.posterior import Posterior

QUANTITY = "Posterior standard deviation (A·m)"
SPAN = (0.02, 0.5, 0.98)  # of the values, in colours
CAVEAT = "given the prior of spread currents; not for focal sources"


@public("leadfield.minimum_norm")
@final
class SourceUncertainty:
    """Uncertainty of currents, as :func:`source_uncertainty` computed it.

    Attributes
    ----------
    std : ndarray, shape (n_sources, n_orientations)
        Posterior standard deviation of the current along each of the operator's directions, in
        A·m: two tangents and the normal, or x, y and z in volumes; the normal alone with fixed
        orientation.
    covariance : ndarray, shape (n_sources, n_orientations, n_orientations)
        Posterior covariance of each source's currents, in (A·m)².
    lambda2 : float
        Regularisation parameter of the prior.
    noise_scale : float
        Variance of the noise over that of the noise covariance, by the response.
    level : float
        Posterior probability of the intervals.
    names : list of str
        Names of the labels.
    times : ndarray, shape (n_times,)
        Times of the response in s.
    amplitude : ndarray, shape (n_labels, n_times)
        Mean current of each label, in A·m.
    interval : ndarray, shape (n_labels, n_times, 2)
        Lower and upper end of each amplitude's interval, in A·m.

    See Also
    --------
    source_uncertainty : Makes it.
    """

    __slots__ = ("_labels", "_noise_scale", "_posterior", "covariance", "times")
    covariance: Floats
    times: Floats
    _labels: LabelAmplitudes | None
    _noise_scale: float
    _posterior: Posterior

    def __init__(self) -> None:
        msg = "SourceUncertainty() takes nothing: call leadfield.minimum_norm.source_uncertainty"
        raise TypeError(msg)

    def __repr__(self) -> str:
        n, c = self.covariance.shape[:2]
        labels = f", {len(self.names)} labels" if self.names else ""
        return (
            f"<SourceUncertainty | {n} sources, {c} orientations{labels}, lambda2 = "
            f"{self.lambda2:.3g}, noise scale {self.noise_scale:.2g}>"
        )

    @property
    def std(self) -> Floats:
        """Standard deviation along each direction (n_sources, n_orientations), in A·m."""
        std: Floats = np.sqrt(np.diagonal(self.covariance, axis1=1, axis2=2))
        return std

    @property
    def lambda2(self) -> float:
        """Regularisation parameter of the prior."""
        return self._posterior.lambda2

    @property
    def noise_scale(self) -> float:
        """Variance of the noise over that of the noise covariance."""
        return self._noise_scale

    @property
    def names(self) -> list[str]:
        """Names of the labels."""
        return [] if self._labels is None else list(self._labels.names)

    @property
    def level(self) -> float:
        """Posterior probability of the intervals."""
        return self._amplitudes().level

    @property
    def amplitude(self) -> Floats:
        """Mean current of each label (n_labels, n_times), in A·m."""
        return self._amplitudes().amplitudes

    @property
    def interval(self) -> Floats:
        """Ends of the interval of each amplitude (n_labels, n_times, 2), in A·m."""
        return self._amplitudes().intervals

    def _amplitudes(self) -> LabelAmplitudes:
        if self._labels is None:
            msg = "there are intervals for labels only: call source_uncertainty(..., label=...)"
            raise InputError(msg)
        return self._labels

    def to_source_estimate(self, pick_ori: Literal["normal"] | None = None) -> ScalarEstimate:
        """Turn the standard deviations into a source estimate, which can be drawn and saved.

        Parameters
        ----------
        pick_ori : None | "normal"
            Root of the summed variances of a source's components (None), or the standard
            deviation along the surface normal.

        Returns
        -------
        stc : SourceEstimate | VolSourceEstimate | MixedSourceEstimate
            An estimate with one time point, in A·m.

        Raises
        ------
        MismatchError
            If sources have no normals, or orientations are fixed, which are along normals.
        """
        one_of("pick_ori", pick_ori, (None, "normal"))
        model = self._posterior.model
        if pick_ori is None:
            variance = np.trace(self.covariance, axis1=1, axis2=2)
        else:
            variance = _variance_along_normals(self._posterior, self.covariance)
        values = np.sqrt(np.maximum(variance, 0))[:, np.newaxis]
        return estimate_of(values, metric_axes(model.sources, QUANTITY))

    def plot(
        self,
        subject: str | None = None,
        surface: str = "inflated",
        hemi: Hemi = "split",
        *,
        pick_ori: Literal["normal"] | None = None,
        subjects_dir: str | Path | None = None,
        views: Views = "lateral",
        clim: ColorLimits | None = None,
        size: Size = 800,
        show: bool = True,
    ) -> Brain:
        """Draw the standard deviations on the cortex.

        Parameters
        ----------
        subject : str | None
            Subject whose cortex to draw on; None for the operator's.
        surface : str
            The surface: ``"inflated"``, ``"white"``, ``"pial"``, ...
        hemi : "lh" | "rh" | "both" | "split"
            Hemispheres to show.
        pick_ori : None | "normal"
            What to draw, as for :meth:`to_source_estimate`.
        subjects_dir : path-like | None
            Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
        views : str | list of str
            View or views.
        clim : dict | None
            Color limits, as for :meth:`leadfield.SourceEstimate.plot`; None goes from the
            smallest values over the median to the largest, all opaque.
        size : float | tuple of float
            Size of the picture in pixels.
        show : bool
            Whether to show a window, if there is a display.

        Returns
        -------
        brain : Brain
            The brain, whose title says what the map is not.

        Raises
        ------
        MismatchError
            If the sources are in a volume.
        """
        estimate: Any = self.to_source_estimate(pick_ori)
        if not hasattr(estimate, "lh_data"):
            msg = "only currents on a cortex are drawn, got a volume: use to_source_estimate()"
            raise MismatchError(msg)
        # All values are of interest, and none of them is noise.
        spread = [float(x) for x in np.quantile(estimate.data, SPAN)]
        brain: Brain = estimate.plot(
            subject=subject,
            surface=surface,
            hemi=hemi,
            time_label=None,
            transparent=False,
            subjects_dir=subjects_dir,
            views=views,
            clim={"kind": "value", "lims": spread} if clim is None else clim,
            size=size,
            brain_kwargs={"show": show},
        )
        brain.add_text(0.02, 0.95, f"{QUANTITY[:-6]},\n{CAVEAT}", "caveat", font_size=12)
        return brain

    def plot_labels(self, axes: list[Axes] | None = None, show: bool = True) -> Figure:
        """Plot the amplitudes of the labels with their intervals.

        Parameters
        ----------
        axes : list of Axes | None
            Axes to draw into, one for each label. None makes a new figure.
        show : bool
            Whether to show the figure, if the Matplotlib backend is interactive.

        Returns
        -------
        fig : matplotlib.figure.Figure
            The figure.
        """
        found = self._amplitudes()
        figure = figures.amplitudes.draw_amplitudes(
            self.times,
            found.names,
            found.amplitudes,
            found.intervals,
            title=f"Mean current, {100 * found.level:g} % intervals {CAVEAT}",
            axes=axes,
            show=show,
        )
        return figures.canvas.show_figure(figure, show=show)


@public("leadfield.minimum_norm")
@verbose_aware
def source_uncertainty(
    evoked: Evoked,
    inverse_operator: InverseOperator,
    lambda2: Lambda2 = "auto",
    label: Label | BiHemiLabel | Sequence[Label | BiHemiLabel] | None = None,
    pick_ori: Literal["normal"] | None = "normal",
    level: float = 0.9,
    verbose: Verbose = None,
) -> SourceUncertainty:
    r"""Compute how uncertain the currents of a minimum-norm estimate are, given its prior.

    It is the uncertainty of somebody who believes the prior: currents everywhere, independent
    between sources, of one variance (times the operator's weights). For spread activity the
    intervals hold. **For a focal source they do not**: a minimum-norm map spreads its current
    over centimetres, and the intervals at the source itself almost never hold its amplitude.

    Parameters
    ----------
    evoked : Evoked
        Evoked response. It must have all channels of the operator.
    inverse_operator : InverseOperator
        Inverse operator.
    lambda2 : float | "auto" | Regularisation
        Regularisation parameter; ``"auto"`` estimates it from the response. Intervals of a
        parameter that does not fit the data do not hold.
    label : Label | BiHemiLabel | list | None
        Labels for whose amplitudes intervals are wanted.
    pick_ori : "normal" | None
        Amplitude of a label: mean current along the normals, with flipped signs as by mode
        ``"mean_flip"`` of :func:`leadfield.extract_label_time_course`; or the length of the
        mean current vector (None).
    level : float
        Posterior probability of the intervals, between 0 and 1.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    uncertainty : SourceUncertainty
        Standard deviations of all sources, intervals of labels.

    Raises
    ------
    ChannelError
        If channels of the operator are missing from the response.
    MismatchError
        If a label holds no source or is of another subject, or there are no normals.
    InputError
        If an argument is out of its range.

    See Also
    --------
    estimate_lambda2 : Regularisation and noise scale of a response.

    Notes
    -----
    With :math:`W G R^{1/2} = U S V^T`, the noise scale :math:`v` and an average of :math:`n`
    epochs the posterior covariance of the currents is

    .. math:: \frac{v}{\lambda^2 n} R^{1/2}
              \left( I - V \frac{S^2}{S^2 + \lambda^2} V^T \right) R^{1/2}.

    Its blocks and the variances of sums are computed without the whole matrix. Intervals of
    lengths are quantiles of the distribution of the length of a normal vector.

    Examples
    --------
    >>> found = source_uncertainty(evoked, inverse_operator, lambda2=1 / 9)
    >>> found.std.shape
    (84, 3)
    >>> found.to_source_estimate("normal").shape
    (84, 1)
    """
    model, response = as_inverse(inverse_operator), as_evoked(evoked)
    level = number("level", level, above=0)
    if level >= 1:
        msg = f"level must be below 1, got {level:g}"
        raise InputError(msg)
    one_of("pick_ori", pick_ori, (None, "normal"))
    components = evoked_components(model, response)
    fit = _fit(lambda2, model, response)
    posterior = make_posterior(
        model, lambda2=fit.lambda2, noise_scale=fit.noise_scale, nave=response.nave
    )
    out = object.__new__(SourceUncertainty)
    out.times = response.times
    out.covariance = source_covariances(posterior)
    out._noise_scale, out._posterior, out._labels = fit.noise_scale, posterior, None
    if label is not None:
        # Sums of currents of an average are smaller than its components by the root of n.
        scale = np.sqrt(model.nave / response.nave)
        out._labels = label_amplitudes(
            posterior,
            scale * components,
            room.as_label.as_labels(label),
            level=level,
            normal=pick_ori == "normal" or not model.free,
        )
    LOGGER.info("    posterior of %d sources", model.sources.n_sources)
    return out


def _fit(lambda2: Lambda2, model: Any, response: Any) -> RegularisationFit:
    """λ² as given or by the data, and the noise scale with it."""
    if isinstance(lambda2, Regularisation):
        return lambda2.value.fit
    given = None if is_auto(lambda2) else as_lambda2(lambda2)
    if given == 0:
        msg = "lambda2 must be above 0, got 0: the prior's variances would be infinite"
        raise InputError(msg)
    return regularise_evoked(model, response, lambda2=given).fit


def _variance_along_normals(posterior: Posterior, covariance: Floats) -> Floats:
    turns = np.asarray(ORIENTATIONS["normal"](posterior.model, use_cps=True))
    variance: Floats = np.einsum("noa,nab,nob->n", turns, covariance, turns)
    return variance
