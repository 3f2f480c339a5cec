"""Whitener of a noise covariance: projection, rank, eigendecomposition."""

from collections.abc import Mapping, Sequence

from leadfield.base.errors import DataError
from leadfield.base.log import LOGGER
from leadfield.covariance.blocks import by_block, noisy_channels
from leadfield.covariance.decompose import decompose_blocks
from leadfield.covariance.noise import NoiseCovariance
from leadfield.covariance.rank import Rank, Ranks, check_given_rank, rank_of_covariance
from leadfield.numerics.threads import on_one_thread
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.picks import resolve_picks
from leadfield.recording.projection import merged_projections
from leadfield.recording.projector import make_projector
from leadfield.whitening.whitener import Whitener


def pick_names(info: MeasurementInfo, picks: object) -> list[str] | None:
    """Names of the channels that ``picks`` selects; None for the good ones that have noise."""
    return None if picks is None else [info.names[i] for i in resolve_picks(info, picks)]


@on_one_thread()
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
    ``rank`` None estimates its rank, ``"info"`` takes it from the number of channels,
    projections and signal-space separation, ``"full"`` is the number of channels, a mapping
    gives it by block.
    """
    if names is None:
        names = [info.names[i] for i in noisy_channels(info)]
    noise = noise.pick(list(names))
    projections = merged_projections(info.projections, noise.projections)
    info = info.pick(info.channels.indices(names)).with_projections(projections).with_bads(())
    projector = make_projector(projections, names)
    covariance = noise.full()
    if projector.n_vectors:
        covariance = projector.matrix @ covariance @ projector.matrix
    # Channels that are bad in the covariance count here: they were asked for by name.
    projected = NoiseCovariance(names=tuple(names), data=covariance, degrees=noise.degrees)
    ranks = _limit_by_projections(
        rank_of_covariance(projected, info, rank, scalings=scalings), info
    )
    check_given_rank(rank, projected, info, on_rank_mismatch)
    if not any(ranks.values()):
        msg = (
            f"noise must have at least one dimension, got rank {dict(ranks)}: give another "
            "covariance or rank"
        )
        raise DataError(msg)
    eigenvalues, eigenvectors = decompose_blocks(covariance, info, ranks)
    whitener = Whitener(names=tuple(names), eigenvalues=eigenvalues, eigenvectors=eigenvectors)
    LOGGER.info(
        "    whitener of rank %d for %d channels, %d dimensions removed (%d by projection)",
        whitener.rank,
        len(names),
        len(names) - whitener.rank,
        projector.n_vectors,
    )
    return whitener


def _limit_by_projections(ranks: Ranks, info: MeasurementInfo) -> Ranks:
    """Ranks limited to what projections leave: beyond that is only rounding."""
    limited = {}
    for block, picks in by_block(info).items():
        projector = make_projector(info.projections, [info.names[i] for i in picks])
        limited[block] = min(ranks[block], len(picks) - projector.n_vectors)
    return limited
