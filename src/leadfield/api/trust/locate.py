"""Location of one source with a credible set: ``locate``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadfield.api.inverse.inverse_operator import InverseOperator, as_inverse
from leadfield.api.trust.detect import Detection
from leadfield.api.trust.location import Location, describe_location
from leadfield.api.trust.trials import as_trials, evoked_or_none
from leadfield.base.checks import number, whole
from leadfield.base.errors import ArgumentTypeError, MismatchError
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware, warn
from leadfield.epochs.evoked import EvokedResponse
from leadfield.epochs.time_axis import crop_slice
from leadfield.trust.calibration import Calibration, calibrate, make_model_scan
from leadfield.trust.data_components import (
    average_components,
    evoked_components,
    trial_components,
)
from leadfield.trust.detection import sign_flip_test
from leadfield.trust.location import best_sample, find_credible_set, located, nothing_located

if TYPE_CHECKING:
    from leadfield.api.epochs.epochs import Epochs
    from leadfield.api.epochs.evoked import Evoked
    from leadfield.base.arrays import Floats
    from leadfield.inverse.operator import InverseModel
    from leadfield.trust.scan_maximum import ScanSearch

N_FLIPS = 199
LARGEST = 0.02  # m, of a registration error


@public("leadfield.minimum_norm")
@verbose_aware
def locate(
    epochs: Epochs | Evoked,
    inverse_operator: InverseOperator,
    time: float | None = None,
    coverage: float = 0.9,
    registration: float = 1.7e-3,
    *,
    tmin: float | None = None,
    tmax: float | None = None,
    detection: Detection | None = None,
    calibration: Calibration | None = None,
    seed: int = 0,
    verbose: Verbose = None,
) -> Location:
    r"""Locate one source, with a set of places that holds it with a given chance.

    Parameters
    ----------
    epochs : Epochs | Evoked
        The trials of one condition, at least six good ones. From an Evoked alone nothing can
        be tested, and its noise is taken to be white: a place comes out of noise, too.
    inverse_operator : InverseOperator
        Inverse operator; its priors have no effect here.
    time : float | None
        The time in s. None for that at which one source explains most.
    coverage : float
        The chance with which the set is to hold the source, from 0.5 to 0.99.
    registration : float
        Standard deviation of the error of registration along each axis, in m, at most 0.02.
        The head also turns by 1 degree about each axis for 1.7 mm. It decides how large the
        set is where the response is strong.
    tmin, tmax : float | None
        First and last time to look at, in s. None for the ends of the epochs.
    detection : Detection | None
        What :func:`detect` returned for these trials. None tests here, with 199 random signs,
        at ``time`` if it is given.
    calibration : Calibration | None
        The ``calibration`` of a location with the same operator and registration, which takes
        most of the time. None makes a new one of these trials.
    seed : int
        Seed of the random numbers of the test and of the calibration.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    location : Location
        The verdict, the best vertex with its position, and the set with its radius.

    Raises
    ------
    ChannelError
        If channels of the operator are missing from the epochs.
    DataError
        If fewer than six good epochs are left.
    InputError
        If an argument is out of its range, or does not fit the others.

    See Also
    --------
    detect : Whether there is a response at all.
    apply_inverse : Maps, which are better where several sources are active.

    Notes
    -----
    The set holds the sources whose scan energy (see :func:`detect`) is at least
    :math:`1 - \tau` of the largest. Surrogate sources, which are patches of cortex of 8 mm
    radius displaced by a random error of registration, in the noise of the trials with random
    signs, say which :math:`\tau` holds the true source with the chance asked for. It holds for
    one source as compact as that, for trials that do not depend on each other, and for an
    error of registration as large as stated. More than one source is told from what is left
    when the best one is taken out: it exceeds 95 % of what single surrogates leave.

    Examples
    --------
    >>> location = locate(epochs, inverse_operator, time=0.1)
    >>> location.verdict, location.hemi
    ('one source', 'rh')
    >>> location.vertex in location.vertices[1]
    True
    """
    model = as_inverse(inverse_operator)
    coverage = number("coverage", coverage, least=0.5, most=0.99)
    registration = number("registration", registration, least=0, most=LARGEST)
    rng = np.random.default_rng(whole("seed", seed))
    _check_calibration(calibration, model, registration)
    measured = _measure(epochs, model, tmin, tmax)
    sample = None if time is None else _nearest_sample(measured.times, time)
    prepared = make_model_scan(model) if calibration is None else calibration.prepared
    found, p = _test(measured, prepared.search, sample, detection, rng)
    if not found:
        LOGGER.info("Nothing is distinguishable from noise (p = %.2g)", p)
        return Location(nothing_located(model, coverage=coverage, p=p))
    if calibration is None:
        LOGGER.info("Calibrating with surrogate sources")
        calibration = calibrate(
            prepared,
            measured.trials,
            registration=registration,
            rng=np.random.default_rng((seed, 1)),
        )
    if sample is None:
        sample = best_sample(measured.components, prepared.search)
    credible = find_credible_set(measured.components, sample, calibration, coverage=coverage)
    when = float(measured.times[sample])
    value = located(credible, calibration, coverage=coverage, p=p, time=when)
    LOGGER.info("%s", describe_location(value))
    return Location(value)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Measured:
    """An average's components (n_components, n_times), and its trials' where they are there."""

    components: Floats
    trials: Floats | None
    times: Floats


def _measure(data: object, model: InverseModel, tmin: object, tmax: object) -> _Measured:
    """Components of trials or of an average at the times asked for."""
    evoked = evoked_or_none(data)
    measured = as_trials(data) if evoked is None else evoked
    samples = crop_slice(measured.times, measured.info.sampling_rate, tmin, tmax)
    times = measured.times[samples]
    if isinstance(measured, EvokedResponse):
        components = evoked_components(model, measured, samples)
        return _Measured(components=components, trials=None, times=times)
    trials = trial_components(model, measured, samples)
    return _Measured(components=average_components(trials), trials=trials, times=times)


def _nearest_sample(times: Floats, time: object) -> int:
    """The sample nearest to a time, which lies among those that are looked at."""
    step = times[1] - times[0] if len(times) > 1 else 0.0
    wanted = number("time", time, least=times[0] - step / 2, most=times[-1] + step / 2)
    return int(np.abs(times - wanted).argmin())


def _check_calibration(calibration: object, model: InverseModel, registration: float) -> None:
    """Raise if a calibration does not fit the operator or the registration."""
    if calibration is None:
        return
    if not isinstance(calibration, Calibration):
        msg = f"calibration must be a location's, got {type(calibration).__name__}"
        raise ArgumentTypeError(msg)
    ours = calibration.prepared.model
    if not np.array_equal(ours.singular_values, model.singular_values):
        msg = "calibration must be one of the same inverse operator: leave it out to make a new one"
        raise MismatchError(msg)
    if calibration.registration != registration:
        msg = (
            f"calibration was made for registration={calibration.registration:g}, got "
            f"{registration:g}: leave it out to make a new one"
        )
        raise MismatchError(msg)


def _test(
    measured: _Measured,
    search: ScanSearch,
    sample: int | None,
    detection: object,
    rng: np.random.Generator,
) -> tuple[bool, float | None]:
    """Whether there is a response, and the p of the test, if there can be one."""
    if detection is not None:
        if not isinstance(detection, Detection):
            msg = f"detection must be what detect() returned, got {type(detection).__name__}"
            raise ArgumentTypeError(msg)
        if sample is None:
            return detection.detected, detection.p
        return detection.value.found_at(float(measured.times[sample])), detection.p
    if measured.trials is None:
        warn(
            "an average without its trials cannot be tested: noise alone would be located, too; "
            "pass the Epochs, or what detect() says of them as detection"
        )
        return True, None
    some = slice(None) if sample is None else slice(sample, sample + 1)
    test = sign_flip_test(
        search, measured.trials[:, :, some], measured.times[some], n_flips=N_FLIPS, rng=rng
    )
    return test.found, test.p
