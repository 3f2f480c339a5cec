"""The whitener of a noise covariance: projected, cut to its rank, decomposed."""

from collections.abc import Mapping, Sequence

from leadfield.base.log import LOGGER
from leadfield.covariance.blocks import by_block, noisy_channels
from leadfield.covariance.decompose import decompose
from leadfield.covariance.noise import NoiseCovariance
from leadfield.covariance.rank import Rank, Ranks, check_given, rank_of_covariance
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projection import merged_projections
from leadfield.recording.projector import make_projector
from leadfield.whitening.whitener import Whitener


def make_whitener(
    noise: NoiseCovariance,
    info: MeasurementInfo,
    *,
    names: Sequence[str] | None = None,
    rank: Rank = None,
    scalings: Mapping[str, float] | None = None,
    on_rank_mismatch: str = "ignore",
) -> Whitener:
    """The whitener of channels ``names`` (the good ones of ``info`` if None), in that order.

    Projections of the recording and of the covariance are applied to the noise first.
    ``rank`` says what of it is real: None estimates, ``"info"`` counts channels,
    projections and what signal-space separation left, ``"full"`` takes all, a mapping gives
    numbers by block.
    """
    if names is None:
        names = [info.names[i] for i in noisy_channels(info)]
    noise = noise.picked(list(names))
    projections = merged_projections(info.projections, noise.projections)
    info = info.pick(info.channels.indices(names)).with_projections(projections).with_bads(())
    projector = make_projector(projections, names)
    covariance = noise.full()
    if projector.n_vectors:
        covariance = projector.matrix @ covariance @ projector.matrix
    # Bads of the covariance count here: who names a channel wants it.
    projected = NoiseCovariance(names=tuple(names), data=covariance, degrees=noise.degrees)
    ranks = _without_projected(rank_of_covariance(projected, info, rank, scalings=scalings), info)
    check_given(rank, projected, info, on_rank_mismatch)
    eigenvalues, eigenvectors = decompose(covariance, info, ranks)
    whitener = Whitener(names=tuple(names), eigenvalues=eigenvalues, eigenvectors=eigenvectors)
    LOGGER.info(
        "    whitener of rank %d for %d channels, %d dimensions left out (%d by projection)",
        whitener.rank,
        len(names),
        len(names) - whitener.rank,
        projector.n_vectors,
    )
    return whitener


def _without_projected(ranks: Ranks, info: MeasurementInfo) -> Ranks:
    """Ranks at most what projections leave: the rest would be rounding, made large."""
    left = {}
    for block, picks in by_block(info).items():
        projector = make_projector(info.projections, [info.names[i] for i in picks])
        left[block] = min(ranks[block], len(picks) - projector.n_vectors)
    return left
