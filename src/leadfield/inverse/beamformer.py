"""Beamformer: the weights of an adaptive spatial filter, and what they were made of."""

from dataclasses import dataclass
from typing import final

from leadfield.base.arrays import Floats, lock_shapes
from leadfield.covariance.noise import NoiseCovariance
from leadfield.inverse.lcmv import LcmvOptions
from leadfield.recording.info import MeasurementInfo
from leadfield.sources.space import Sources
from leadfield.whitening.whitener import Whitener, projecting_whitener


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BeamformerModel:
    """LCMV weights (n_sources, o, rank) of whitened data, o orientations a source.

    ``info`` holds the channels used, with the projections; ``data`` is the covariance they
    adapted to, ``noise`` that of ``whitener``, None where all channels were taken to be alike.
    ``axes`` (n_sources, c, 3) are the directions of the lead field's columns and ``strongest``
    (n_sources, c) the orientation of most power along them, where that was asked for.
    """

    info: MeasurementInfo
    whitener: Whitener
    weights: Floats
    options: LcmvOptions
    data: NoiseCovariance
    noise: NoiseCovariance | None
    sources: Sources
    axes: Floats
    strongest: Floats | None = None

    def __post_init__(self) -> None:
        n, rank = self.sources.n_sources, self.whitener.rank
        shapes = {
            "weights": (n, self.weights.shape[1], rank),
            "axes": (n, self.axes.shape[1], 3),
            "strongest": (n, self.axes.shape[1]),
        }
        lock_shapes(self, shapes)

    @property
    def whitening(self) -> Floats:
        """W P (rank, n_channels): projection and whitener."""
        return projecting_whitener(self.whitener, self.info)

    @property
    def per_source(self) -> int:
        """Numbers that a source has: 3 with all orientations, else 1."""
        return int(self.weights.shape[1])

    @property
    def vector(self) -> bool:
        """Whether the three numbers of a source stay apart."""
        return self.per_source == 3 and self.options.pick_ori == "vector"
