"""The inverse operator as a value: all of an inverse that needs no data and no lambda."""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, locked
from leadfield.covariance.noise import NoiseCovariance
from leadfield.recording.frames import Frame, Transform
from leadfield.recording.info import MeasurementInfo
from leadfield.sources.space import Sources


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class InverseModel:
    """Singular value decomposition W G R^½ = Uᵀ S Vᵀ of the whitened, weighted lead field.

    ``fields`` (rank, n_channels) is U, ``singular_values`` S, ``leads``
    (n_columns, rank) is V, or R^½ V with ``leads_weighted``. ``source_variances``
    (n_columns,) is the diagonal of R, scaled so that trace(G R Gᵀ) is the rank of the
    noise; ``depth_prior`` and ``orientation_prior`` its two factors. All hold for one
    average of ``n_averaged`` epochs. ``orientations`` are the columns' unit vectors in
    ``frame``. ``info`` holds the channels used, device-to-head and compensation.
    """

    info: MeasurementInfo
    fields: Floats
    singular_values: Floats
    leads: Floats
    leads_weighted: bool
    noise: NoiseCovariance
    source_variances: Floats
    depth_prior: Floats | None
    orientation_prior: Floats | None
    free: bool
    orientations: Floats
    sources: Sources
    frame: int = Frame.HEAD
    mri_to_head: Transform
    n_averaged: float = 1.0
    methods: int = 1  # 1 MEG, 2 EEG, 3 both
    units: str = "Am"

    def __post_init__(self) -> None:
        n_columns = self.sources.n_sources * (3 if self.free else 1)
        rank = len(np.asarray(self.singular_values))
        n_channels = len(self.info.channels)
        shapes = {
            "fields": (rank, n_channels),
            "singular_values": (rank,),
            "leads": (n_columns, rank),
            "source_variances": (n_columns,),
            "orientations": (n_columns, 3),
        }
        for name, shape in shapes.items():
            value = locked(getattr(self, name), shape=shape, name=name)
            object.__setattr__(self, name, value)

    @property
    def per_source(self) -> int:
        """Columns a source has: 3 with free orientation, else 1."""
        return 3 if self.free else 1
