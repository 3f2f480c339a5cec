"""Checks of the rank: of data against channels, of noise against data, of operators."""

from collections.abc import Iterator, Sequence

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.covariance.blocks import by_block
from leadfield.covariance.rank import theoretical_rank
from leadfield.doctor.data_set import DataSet, required
from leadfield.doctor.finding import Finding
from leadfield.doctor.sample_checks import flat_rows
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projection import Projection, merged_projections
from leadfield.recording.projector import make_projector

# Share of the largest eigenvalue, channels scaled to variance one, above which there is signal.
# Sensors' own noise has 1e-10 of that of the environment or more; what is left of directions
# that were taken out is the rounding of float32, 4e-15, and of double precision, 1e-14.
SIGNAL = 1e-11
ENOUGH_SAMPLES = 2  # a channel: with as few, all directions that are there show


def check_data_rank(data: DataSet) -> Iterator[Finding]:
    """Data of fewer dimensions than channels, which nothing in them explains."""
    info = required(data.samples).info
    for block, (rank, expected) in _data_ranks(data).items():
        if rank < expected and data.noise_cov is None:
            n = len(by_block(info, info.bads)[block])
            yield Finding(
                name="rank-below-channels",
                severity="note",
                title="The data have fewer dimensions than channels",
                found=f"{block}: rank {rank} of {n} channels, {expected} after projections and "
                "what the processing history says",
                effect="None, as long as the rank is estimated or given; with rank='full' or "
                "'info' whitening divides by noise that is not there.",
                remedy="leave rank=None, or give it: make_inverse_operator(..., "
                f"rank=dict({block}={rank})); interpolated channels: raw.info['bads'] += [...]",
                where=(required(data.samples).source,),
            )


def check_noise_rank(data: DataSet) -> Iterator[Finding]:
    """Noise of more or fewer dimensions than the data."""
    noise, info = required(data.noise_cov), data.info
    bads = {*info.bads, *noise.bads}
    names = [name for name in info.names if name in set(noise.names) and name not in bads]
    shared = info.pick(info.channels.indices(names)).with_bads(())
    projections = merged_projections(info.projections, noise.projections)
    covariance = noise.pick(names).full()
    ours = _ranks(shared, covariance, projections)
    theirs = _measured_ranks(data, shared, projections)
    for block, rank in ours.items():
        measured = theirs.get(block)
        if measured is None or rank == measured:
            continue
        more = rank > measured
        yield Finding(
            name="noise-rank",
            severity="error" if abs(rank - measured) > 0.05 * measured else "warning",
            title=f"The noise has {'more' if more else 'fewer'} dimensions than the data",
            found=f"{block}: rank {rank}, the data have {measured}",
            effect="The operator expects signals in directions that the data lost (by "
            "signal-space separation, components or projections taken out, interpolation): "
            "sources come out weak and elsewhere."
            if more
            else "Directions without noise are left out of the operator, or made infinitely "
            "large where the rank is taken from elsewhere: maps are all one colour.",
            remedy="treat the noise as the data (the same Maxwell filter, projections, bad "
            "channels), or leadfield.compute_covariance(epochs, tmax=0, rank='info')",
            where=("noise_cov", data.data_name),
        )


def check_operator_rank(data: DataSet) -> Iterator[Finding]:
    """Operators that whiten directions in which there is no noise."""
    model = required(data.inverse_operator)
    found = _ranks(model.info.with_bads(()), model.noise.full(), model.info.projections)
    there, used = sum(found.values()), model.whitener.rank
    if used > there:
        yield Finding(
            name="operator-rank",
            severity="error",
            title="The inverse operator whitens more dimensions than there are",
            found=f"rank {used}, the noise covariance in it has {there}",
            effect="In the others the noise is rounding, and whitening makes the data there "
            "thousands of times too large: the map is saturated.",
            remedy="leadfield.minimum_norm.make_inverse_operator(info, forward, noise_cov, "
            "rank=None), or rank='info' after signal-space separation",
            where=("inverse_operator",),
        )


def check_sample_count(data: DataSet) -> Iterator[Finding]:
    """Recordings of fewer samples than channels."""
    samples = required(data.samples)
    n = sum(map(len, by_block(samples.info, samples.info.bads).values()))
    if samples.n_samples < n and samples.source != "evoked":
        yield Finding(
            name="more-channels-than-samples",
            severity="note",
            title="There are more channels than samples",
            found=f"{samples.n_samples} good samples for {n} channels",
            effect="A covariance of them has no full rank, and neither rank nor noise can be "
            "judged here.",
            remedy="take the noise covariance of a longer recording: "
            "leadfield.compute_raw_covariance(raw_empty_room)",
            where=(samples.source,),
        )


def _data_ranks(data: DataSet) -> dict[str, tuple[int, int]]:
    """Rank of each block, and what it should be, where enough samples were seen."""
    info = required(data.samples).info
    shared = info.pick(_usable(data)).with_bads(())
    blocks = by_block(shared)
    out = {}
    for block, rank in _measured_ranks(data, shared, info.projections).items():
        names = [shared.names[i] for i in blocks[block]]
        n_vectors = make_projector(info.projections, names).n_vectors
        out[block] = rank, theoretical_rank(info, block, len(names)) - n_vectors
    return out


def _usable(data: DataSet) -> list[int]:
    """Rows of good channels that hold a signal."""
    samples = required(data.samples)
    flat, info = flat_rows(samples), samples.info
    return [i for i, name in enumerate(info.names) if name not in info.bads and not flat[i]]


def _measured_ranks(
    data: DataSet, info: MeasurementInfo, projections: Sequence[Projection]
) -> dict[str, int]:
    """Ranks of the data on channels of ``info``, measured, or as the history tells."""
    found = {}
    samples = data.samples
    if samples is not None and samples.n_samples >= ENOUGH_SAMPLES * len(info.channels):
        rows = samples.info.channels.indices(info.names)
        found = _ranks(info, samples.covariance[np.ix_(rows, rows)], projections)
    for block, picks in by_block(info).items():
        possible = theoretical_rank(info, block, len(picks))
        if possible < len(picks):
            vectors = make_projector(projections, [info.names[i] for i in picks]).n_vectors
            found[block] = min(found.get(block, possible - vectors), possible)
    return found


def _ranks(
    info: MeasurementInfo, covariance: Floats, projections: Sequence[Projection]
) -> dict[str, int]:
    """Rank of each block of a covariance after projection."""
    found = {}
    for block, picks in by_block(info).items():
        projector = make_projector(projections, [info.names[i] for i in picks]).matrix
        projected = projector @ covariance[np.ix_(picks, picks)] @ projector
        sizes = np.sqrt(np.diag(projected).clip(0))
        sizes[sizes == 0] = 1.0
        scaled = projected / np.outer(sizes, sizes)
        values = np.linalg.eigvalsh((scaled + scaled.T) / 2)
        found[block] = int((values > SIGNAL * values[-1]).sum())
    return found
