"""Inverse operator: the decomposed lead field, before data, method and regularisation."""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, lock_shapes
from leadfield.covariance.noise import NoiseCovariance
from leadfield.recording.frames import Frame, Transform
from leadfield.recording.info import MeasurementInfo
from leadfield.sources.space import Sources
from leadfield.whitening.whitener import Whitener, projecting_whitener


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class InverseModel:
    """Singular value decomposition W G R^½ = Uᵀ S Vᵀ of the whitened, weighted lead field.

    ``whitener`` is W, projections included, and its colorer. ``fields`` (n_components,
    whitener.rank) is U in the whitener's basis: channels become components by
    ``fields @ whitener.matrix``. ``singular_values`` (n_components,) is S, ``leads``
    (n_columns, n_components) is V, or R^½ V with ``leads_weighted``.
    ``source_variances`` (n_columns,) is the diagonal of R, scaled so that trace(W G R Gᵀ Wᵀ)
    is the rank of the noise; ``depth_prior``, ``orientation_prior`` and ``given_prior``, that
    of fMRI or the user's own, (n_columns,) are its factors before that. All hold for one
    average of ``nave`` epochs. ``orientations`` are the columns' unit
    vectors in ``frame``. ``info`` holds the channels used, the projections, device-to-head and
    compensation; ``noise`` the same channels.
    """

    info: MeasurementInfo
    whitener: Whitener
    fields: Floats
    singular_values: Floats
    leads: Floats
    leads_weighted: bool
    noise: NoiseCovariance
    source_variances: Floats
    depth_prior: Floats | None
    orientation_prior: Floats | None
    given_prior: Floats | None = None
    free: bool
    orientations: Floats
    sources: Sources
    frame: int = Frame.HEAD
    mri_to_head: Transform
    nave: float = 1.0
    methods: int = 1  # 1 MEG, 2 EEG, 3 both
    units: str | None = "Am"  # of the sources; old files do not say

    def __post_init__(self) -> None:
        n_columns = self.sources.n_sources * (3 if self.free else 1)
        n_components = len(np.asarray(self.singular_values))
        shapes = {
            "fields": (n_components, self.whitener.rank),
            "singular_values": (n_components,),
            "leads": (n_columns, n_components),
            "source_variances": (n_columns,),
            "depth_prior": (n_columns,),
            "orientation_prior": (n_columns,),
            "given_prior": (n_columns,),
            "orientations": (n_columns, 3),
        }
        lock_shapes(self, shapes)

    @property
    def whitening(self) -> Floats:
        """W P (rank, n_channels): projection and whitener."""
        return projecting_whitener(self.whitener, self.info)

    @property
    def per_source(self) -> int:
        """Columns a source has: 3 with free orientation, else 1."""
        return 3 if self.free else 1
