"""Gaussian noise of a covariance, white over time or with the spectrum of a filter."""

from dataclasses import dataclass, replace

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.checks import all_finite
from leadfield.base.errors import InputError
from leadfield.covariance.noise import NoiseCovariance
from leadfield.numerics.chance import Random
from leadfield.recording.info import MeasurementInfo
from leadfield.whitening.make import make_whitener


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ColouredNoise:
    """Noise of some channels: ``colorer`` (n_channels, rank) times white noise, then a filter.

    ``denominator`` are the filter's coefficients, whose output is fed back; None for none.
    """

    colorer: Floats
    denominator: Floats | None = None

    def __post_init__(self) -> None:
        a = self.denominator
        if a is not None:
            if a.ndim != 1 or not len(a) or a[0] == 0:
                msg = (
                    "iir_filter must be the coefficients of a filter's denominator, the first one "
                    f"not 0, such as [1, -1, 0.2], got {a.tolist()}"
                )
                raise InputError(msg)
            all_finite("iir_filter", a, "give coefficients")
        lock_arrays(self)

    def draw(self, n_times: int, chance: Random) -> Floats:
        """Samples (n_channels, n_times)."""
        white = chance.standard_normal((self.colorer.shape[1], n_times))
        noise: Floats = self.colorer @ white
        if self.denominator is None:
            return noise
        from scipy.signal import lfilter  # slow to load

        filtered: Floats = lfilter([1.0], self.denominator, noise, axis=-1)
        return filtered


def coloured_noise(
    noise: NoiseCovariance, info: MeasurementInfo, denominator: Floats | None
) -> ColouredNoise:
    """Noise of all channels of ``info``, with their projections taken out."""
    # Noise is drawn on whatever reference electrodes have: none is missed.
    whitener = make_whitener(noise, replace(info, custom_reference=1), names=info.names)
    return ColouredNoise(colorer=whitener.colorer, denominator=denominator)
