"""Beamformers: the class that users hold, and the function that makes one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, final

import numpy as np

from leadfield import summaries
from leadfield.api.covariance.covariance import Covariance, as_covariance, covariance_of
from leadfield.api.forward.forward import Forward, as_forward
from leadfield.api.interop.origin import kind_of
from leadfield.api.inverse.priors import BEAMFORMERS, depth_weighting
from leadfield.api.labels.as_label import as_label
from leadfield.api.mapping_view import MappingView
from leadfield.api.recording.info import Info, as_info
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.forward.restrict import restrict_to_labels
from leadfield.inverse.beamformer import BeamformerModel
from leadfield.inverse.lcmv import LcmvOptions
from leadfield.inverse.make_lcmv import make_beamformer
from leadfield.recording.projector import make_projector

if TYPE_CHECKING:
    from leadfield.api.inverse.arguments import Depth
    from leadfield.api.labels.label import BiHemiLabel, Label
    from leadfield.base.arrays import Floats
    from leadfield.covariance.rank import Rank
    from leadfield.inverse.lcmv import Orientation, WeightNorm


def _square_weights(model: BeamformerModel) -> Floats:
    """Weights (n_sources * o, n_channels) of data whitened by the square whitener."""
    whitener = model.whitener
    rows = whitener.eigenvectors[whitener.eigenvalues > 0]
    flat: Floats = np.reshape(model.weights, (-1, whitener.rank)) @ rows
    return flat


GETTERS: dict[str, Callable[[BeamformerModel], Any]] = {
    "kind": lambda model: "LCMV",  # noqa: ARG005
    "weights": _square_weights,
    "whitener": lambda model: model.whitener.square,
    "proj": lambda model: make_projector(model.info.projections, model.info.names).matrix,
    "is_ssp": lambda model: bool(model.info.projections),
    "data_cov": lambda model: covariance_of(model.data),
    "noise_cov": lambda model: None if model.noise is None else covariance_of(model.noise),
    "weight_norm": lambda model: model.options.weight_norm,
    "pick_ori": lambda model: model.options.pick_ori,
    "inversion": lambda model: model.options.inversion,
    "ch_names": lambda model: list(model.info.names),
    "vertices": lambda model: list(model.sources.vertices),
    "is_free_ori": lambda model: model.per_source == 3,
    "n_sources": lambda model: model.sources.n_sources,
    "src_type": lambda model: model.sources.kind,
    "source_nn": lambda model: model.axes.reshape(-1, 3),
    "subject": lambda model: model.sources.subject,
    "rank": lambda model: model.whitener.rank,
    "max_power_ori": lambda model: model.strongest,
}


@public("leadfield.beamformer")
@final
class Beamformer(MappingView):
    """LCMV beamformer: a spatial filter that adapts to the covariance of the data.

    A mapping with MNE-Python's keys. ``filters["weights"]`` (n_sources, or 3 n_sources with
    all orientations, x n_channels) apply to data that were projected (``"proj"``) and whitened
    (``"whitener"``); ``filters["max_power_ori"]`` are the orientations of most power along the
    columns of the forward model.

    Parameters
    ----------
    value : inverse.beamformer.BeamformerModel
        The beamformer as a frozen value. Use :func:`make_lcmv` to get one.

    See Also
    --------
    make_lcmv : Make a beamformer.

    Examples
    --------
    >>> filters = make_lcmv(evoked.info, fwd, noise_cov, noise_cov=noise_cov, reduce_rank=True)
    >>> filters["weights"].shape  # three components a source, channels
    (252, 32)
    """

    _noun = "a beamformer"
    _getters = GETTERS
    _costly = frozenset({"weights"})

    def __init__(self, value: BeamformerModel) -> None:
        self._value = as_beamformer(value)

    @property
    def value(self) -> BeamformerModel:
        """The beamformer, as a value that cannot be changed."""
        return self._value

    def copy(self) -> Beamformer:
        """Copy the beamformer.

        Returns
        -------
        filters : Beamformer
            The same beamformer. Its arrays cannot be changed, so none is copied.
        """
        return Beamformer(self._value)

    def __repr__(self) -> str:
        model = self._value
        return (
            f"<Beamformer | LCMV of {len(model.info.names)} channels, {model.sources.kind} with "
            f"{model.sources.n_sources} sources, orientation {model.options.pick_ori or 'pooled'}, "
            f"weights {model.options.weight_norm or 'of unit gain'}>"
        )

    def _repr_html_(self) -> str:
        return summaries.facts_table("Beamformer", summaries.beamformer_facts(self._value))


def as_beamformer(filters: Any) -> BeamformerModel:
    """The value of a Beamformer."""
    if isinstance(filters, Beamformer):
        return filters.value
    if isinstance(filters, BeamformerModel):
        return filters
    msg = f"filters must be a Beamformer of make_lcmv, got {kind_of(filters)}: make it here"
    raise ArgumentTypeError(msg)


@public("leadfield.beamformer")
@verbose_aware
def make_lcmv(
    info: Info,
    forward: Forward,
    data_cov: Covariance,
    reg: float = 0.05,
    noise_cov: Covariance | None = None,
    label: Label | BiHemiLabel | None = None,
    pick_ori: Orientation = None,
    rank: Rank = "info",
    weight_norm: WeightNorm = "unit-noise-gain-invariant",
    reduce_rank: bool = False,
    depth: Depth = None,
    inversion: Literal["matrix", "single"] = "matrix",
    verbose: Verbose = None,
) -> Beamformer:
    r"""Make an LCMV beamformer: it passes one source and suppresses what else is in the data.

    Parameters
    ----------
    info : Info
        Measurement info of the data. The good channels that it shares with the forward model
        and the covariances are used, its projectors are applied.
    forward : Forward
        Forward model.
    data_cov : Covariance
        Covariance of the data that the filter is to be applied to, with the response.
    reg : float
        Regularisation: this share of the mean variance is added to the whitened data covariance.
    noise_cov : Covariance | None
        Noise covariance, which whitens; needed for channels of several types. Without one,
        all channels are taken to be equally noisy.
    label : Label | BiHemiLabel | None
        Restrict the filter to the sources in this label.
    pick_ori : None | "normal" | "max-power" | "vector"
        Orientation: all, of which the power is pooled (None) or which stay apart
        (``"vector"``), the surface normal, or the one of most power. With a forward model of
        fixed orientations only None.
    rank : None | "info" | "full" | dict
        Rank of the covariances, as for :func:`leadfield.compute_rank`.
    weight_norm : "unit-noise-gain-invariant" | "unit-noise-gain" | "nai" | None
        None leaves weights of unit gain, whose estimates grow towards the middle of the head.
        ``"unit-noise-gain"`` makes white noise 1 in each orientation, ``"...-invariant"``
        however the axes are turned, and ``"nai"``, the neural activity index, divides by the
        noise in the data covariance as well.
    reduce_rank : bool
        Whether to drop the weakest direction of each source's lead field, as MEG in a sphere
        needs.
    depth : None | float | dict
        Depth weighting of the lead field, as for
        :func:`~leadfield.minimum_norm.make_inverse_operator`, but without a limit, over
        whitened channels and all orientations unless the dict says otherwise.
    inversion : "matrix" | "single"
        Whether the three directions of a source are inverted together or one by one.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    filters : Beamformer
        The beamformer.

    Raises
    ------
    InputError
        If an option is out of range, or ``noise_cov`` is missing for several channel types.
    MismatchError
        If orientations, ranks, compensation grades or the EEG reference do not fit.
    DataError
        If the data covariance cannot be inverted, or lead fields have only two directions.

    See Also
    --------
    apply_lcmv : Apply the beamformer to an evoked response.

    Notes
    -----
    With a source's whitened lead field :math:`L` and the regularised covariance :math:`C` of
    the whitened data the filter is :math:`(L^T C^{-1} L)^{-1} L^T C^{-1}` (Van Veen et al.
    1997), of unit noise gain :math:`(L^T C^{-2} L)^{-1/2} L^T C^{-1}`; the orientation of most
    power is the eigenvector of :math:`(L^T C^{-2} L)^{-1} L^T C^{-1} L` with the largest
    eigenvalue (Sekihara & Nagarajan 2008). Sources that are correlated cancel each other: for
    a response in both auditory cortices a minimum-norm map is the better one.

    Examples
    --------
    >>> filters = make_lcmv(
    ...     evoked.info, fwd, data_cov, noise_cov=noise_cov, pick_ori="max-power", reduce_rank=True
    ... )
    >>> filters["n_sources"], filters["pick_ori"], filters["rank"]
    (84, 'max-power', 32)
    """
    model = as_forward(forward)
    if label is not None:
        model = restrict_to_labels(model, [as_label(label)])
    options = LcmvOptions(
        reg=reg,
        pick_ori=pick_ori,
        weight_norm=weight_norm,
        reduce_rank=reduce_rank,
        inversion=inversion,
    )
    beamformer = make_beamformer(
        as_info(info),
        model,
        as_covariance(data_cov).value,
        noise=None if noise_cov is None else as_covariance(noise_cov).value,
        options=options,
        depth=depth_weighting(depth, BEAMFORMERS),
        rank=rank,
    )
    return Beamformer(beamformer)
