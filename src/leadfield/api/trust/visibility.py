"""Visibility of sources: what an experiment would detect, before a subject is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

import numpy as np

from leadfield.api import labels as label_room
from leadfield.api.estimates.kinds import estimate_of
from leadfield.api.inverse.inverse_operator import as_inverse
from leadfield.base.checks import number, whole
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.base.packages import pandas_for
from leadfield.trust.label_rows import rows_of_labels
from leadfield.trust.maps import metric_axes
from leadfield.trust.visibility import (
    LabelVisibility,
    VisibilityStudy,
    detection_chances,
    expected_errors,
    needed_amplitudes,
    study_visibility,
)

if TYPE_CHECKING:
    from pandas import DataFrame

    from leadfield.api.estimates.base_estimate import Labels
    from leadfield.api.estimates.result_types import ScalarEstimate
    from leadfield.api.inverse.inverse_operator import InverseOperator
    from leadfield.base.arrays import Floats


@public("leadfield.minimum_norm")
@final
class Visibility:
    """Visibility of every source, as :func:`visibility` computed it.

    Attributes
    ----------
    amplitude : float
        Amplitude of the sources in A·m.
    nave : float
        Number of epochs in the average.
    threshold : float
        What the scan's energy must exceed: the 95 % quantile of its maximum in noise.
    labels : tuple
        A value for each label: its ``name``, ``n_sources``, ``probability``,
        ``expected_error`` in m, ``needed_amplitude`` in A·m, and ``by_type``, the probabilities
        with one type of channels alone.

    See Also
    --------
    visibility : Makes it.

    Examples
    --------
    >>> seen = visibility(inverse_operator, amplitude=50e-9, nave=28)
    >>> seen.probability.shape, list(seen.by_type)
    ((84, 1), ['mag'])
    """

    __slots__ = ("labels", "value")
    value: VisibilityStudy
    labels: tuple[LabelVisibility, ...]

    def __init__(self) -> None:
        msg = "Visibility() takes nothing: call leadfield.minimum_norm.visibility"
        raise TypeError(msg)

    @property
    def amplitude(self) -> float:
        """Amplitude of the sources in A·m."""
        return self.value.amplitude

    @property
    def nave(self) -> float:
        """Number of epochs in the average."""
        return self.value.nave

    @property
    def threshold(self) -> float:
        """What the scan's energy must exceed."""
        return self.value.seen.threshold

    @property
    def probability(self) -> ScalarEstimate:
        """Map of the probability of detection."""
        chances = detection_chances(self.value.seen, self.amplitude)
        return self._map(chances, "Probability of detection")

    @property
    def expected_error(self) -> ScalarEstimate:
        """Map of the expected distance from the source to its map's peak, in m."""
        return self._map(expected_errors(self.value.seen, self.amplitude), "Expected error (m)")

    @property
    def needed_amplitude(self) -> ScalarEstimate:
        """Map of the amplitude that is detected with 90 %, in A·m; infinite if none is."""
        return self._map(needed_amplitudes(self.value.seen), "Amplitude for 90 % (A·m)")

    @property
    def by_type(self) -> dict[str, ScalarEstimate]:
        """Maps of the probability of detection with one type of channels alone."""
        return {
            kind: self._map(detection_chances(one, self.amplitude), f"Probability with {kind}")
            for kind, one in self.value.by_type.items()
        }

    def to_data_frame(self) -> DataFrame:
        """Make a data frame with a row for each label.

        Returns
        -------
        frame : pandas.DataFrame
            Number of sources, probability, expected error in m, needed amplitude in A·m, and
            the probability with each type of channels alone.

        Raises
        ------
        MissingPackageError
            If pandas is not installed.

        Examples
        --------
        >>> from leadfield import Label
        >>> parts = [Label(range(42), hemi="lh", name="left")]
        >>> frame = visibility(inverse_operator, labels=parts, nave=28).to_data_frame()
        >>> list(frame.columns)
        ['n_sources', 'probability', 'expected_error', 'needed_amplitude', 'mag alone']
        """
        columns = {
            "n_sources": [one.n_sources for one in self.labels],
            "probability": [one.probability for one in self.labels],
            "expected_error": [one.expected_error for one in self.labels],
            "needed_amplitude": [one.needed_amplitude for one in self.labels],
            **{f"{k} alone": [one.by_type[k] for one in self.labels] for k in self.value.by_type},
        }
        names = [one.name for one in self.labels]
        return pandas_for("a data frame").DataFrame(columns, index=names)

    def _map(self, values: Floats, quantity: str) -> Any:
        return estimate_of(values, metric_axes(self.value.sources, quantity))

    def __repr__(self) -> str:
        chance = float(np.mean(detection_chances(self.value.seen, self.amplitude)))
        labels = f", {len(self.labels)} labels" if self.labels else ""
        return (
            f"<Visibility | {1e9 * self.amplitude:g} nA·m, {self.nave:g} epochs: detected with "
            f"{100 * chance:.0f} % on average{labels}>"
        )


@public("leadfield.minimum_norm")
@verbose_aware
def visibility(
    inverse_operator: InverseOperator,
    amplitude: float = 10e-9,
    nave: float = 100,
    *,
    labels: Labels | None = None,
    noise_scale: float = 1.0,
    seed: int = 0,
    verbose: Verbose = None,
) -> Visibility:
    r"""Compute whether sources of an amplitude would be detected, and how far maps would miss.

    Parameters
    ----------
    inverse_operator : InverseOperator
        Inverse operator: its lead field and its noise covariance count, not its priors.
    amplitude : float
        Amplitude of a source, a patch of 8 mm radius, in A·m.
    nave : float
        Number of epochs in the average.
    labels : Label | BiHemiLabel | list | None
        Labels to average over. Those without sources have NaN, with a warning.
    noise_scale : float
        Variance of the noise over that of the operator's noise covariance;
        :func:`estimate_lambda2` tells it of data, usually 0.65 to 0.85.
    seed : int
        Seed of the noise in which the threshold is found.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    seen : Visibility
        Maps of the probability of detection, of the expected error and of the amplitude that
        is detected with 90 %, and the same by label, with all channels and by type.

    Raises
    ------
    InputError
        If an amplitude, a number of epochs or a scale is not above 0.
    MismatchError
        If no label holds a source.

    See Also
    --------
    resolution : How blurred the map is.

    Notes
    -----
    A source of amplitude a along a direction o at source i gives an average of n epochs the
    energy :math:`E = n a^2 |\bar{g}_i o|^2 / v`, where :math:`\bar{g}_i` is the white lead
    field's mean over the sources within 8 mm whose normals are less than 73 degrees away, and v
    the noise scale. It is detected where the scan, the energy that one dipole of any direction
    explains, exceeds the 95 % quantile of its maximum over all sources in noise. Near the source
    the scan's maximum is taken for noncentral :math:`\chi^2` with 8 degrees of freedom (6 with
    fixed orientations) and E. Directions are the normal (one third) and four that are tilted
    by 17 degrees; in volumes the axes of an icosahedron. The expected error is 3 mm and
    25 mm / √E where the source is detected, and 70 mm, the distance to a place anywhere, where
    it is not.

    With one type of channels alone, lead field and noise are those of its channels, from the
    operator's covariance, and the threshold is that of its own scan. Chances of types do not
    add up: together they detect what each misses.

    Examples
    --------
    >>> visibility(inverse_operator, amplitude=50e-9, nave=28).threshold > 10
    True
    """
    amplitude = number("amplitude", amplitude, above=0)
    nave = number("nave", nave, above=0)
    noise_scale = number("noise_scale", noise_scale, above=0)
    rng = np.random.default_rng(whole("seed", seed))
    model = as_inverse(inverse_operator)
    several = [] if labels is None else label_room.as_label.as_labels(labels)
    rows = rows_of_labels(several, model.sources) if labels is not None else []
    LOGGER.info("Visibility of %d sources of %g nA·m", model.sources.n_sources, 1e9 * amplitude)
    found: Visibility = object.__new__(Visibility)
    found.value = study_visibility(
        model, amplitude=amplitude, nave=nave, noise_scale=noise_scale, rng=rng
    )
    found.labels = tuple(
        found.value.in_label(label.name or f"label {i}", some)
        for i, (label, some) in enumerate(zip(several, rows, strict=True))
    )
    return found
