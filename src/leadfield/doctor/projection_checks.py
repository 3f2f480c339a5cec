"""Checks of projections: half applied, not applied though they say so, of other channels."""

from collections.abc import Iterator, Sequence

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import listed
from leadfield.covariance.blocks import TYPES
from leadfield.doctor.data_set import DataSet, required
from leadfield.doctor.finding import Finding
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projection import Projection
from leadfield.recording.projector import ENOUGH, length_left, make_projector

# Share of the mean variance of channels that a projected pattern may still have: what bad
# channels, marked after projecting, leave is a hundredth; a pattern that is there has more.
STILL_THERE = 0.1


def check_half_applied(data: DataSet) -> Iterator[Finding]:
    """Data of which some projections were applied and others not."""
    for where, info in data.infos.items():
        ours = _relevant(info.projections, info.names)
        idle = [one.description for one in ours if not one.active]
        applied = [one.description for one in ours if one.active]
        if idle and applied:
            yield Finding(
                name="projections-half-applied",
                severity="warning",
                title="Projections are half applied",
                found=f"applied: {listed(applied, 4)}; not applied: {listed(idle, 4)}",
                effect="Pictures, amplitudes and limits of rejection are of neither kind of data; "
                "maps apply the rest themselves.",
                remedy=f"{where}.apply_proj()",
                where=(where,),
            )
            return


def check_applied(data: DataSet) -> Iterator[Finding]:
    """Projections that are marked as applied while the data still hold their patterns."""
    samples = required(data.samples)
    info = samples.info
    left = []
    for one in _relevant(info.projections, info.names):
        basis = make_projector([one], info.names, info.bads).basis
        rows = np.flatnonzero(basis.any(axis=1))
        if one.active and len(rows):
            mean = float(np.diag(samples.covariance)[rows].mean())
            along = float(np.vecdot(basis.T @ samples.covariance, basis.T).max())
            if along > STILL_THERE * mean:
                left.append((one.description, along / mean))
    if left:
        words = ", ".join(f"{name} ({ratio:.2g} times)" for name, ratio in left[:4])
        yield Finding(
            name="projections-not-applied",
            severity="error",
            title="Projections are marked as applied, and are not",
            found=f"patterns still hold the variance of channels: {words}",
            effect="Nobody takes the disturbance out any more, as all believe it is gone; the map "
            "shows it.",
            remedy="start from the recording as it was read, and raw.apply_proj(); never set "
            "'active' by hand",
            where=(samples.source,),
        )


def check_covering(data: DataSet) -> Iterator[Finding]:
    """Projections whose patterns lie on channels that are bad or gone."""
    info = data.info
    good = set(info.names) - set(info.bads)
    short = [
        (one.description, float(left.min()))
        for one in _relevant(info.projections, info.names)
        for left in [length_left(one, good)]
        if ((left > 0) & (left < ENOUGH)).any()
    ]
    if short:
        words = ", ".join(f"{name} ({100 * share:.0f} %)" for name, share in short[:4])
        yield Finding(
            name="projections-cover-too-little",
            severity="warning",
            title="Projections lie on other channels",
            found=f"of some patterns less than {100 * ENOUGH:.0f} % of the length is on good "
            f"channels: {words}",
            effect="They were found with channels that are bad or gone now: what is left of them "
            "takes out brain signals and leaves the disturbance.",
            remedy="mark the bad channels first, then compute them again: "
            "leadfield.compute_proj_raw(raw)",
            where=(data.data_name,),
        )


def check_known_projections(data: DataSet) -> Iterator[Finding]:
    """Projections that the data had applied and operators or covariances do not know."""
    info = data.info
    model = data.inverse_operator
    others = {
        "noise_cov": None if data.noise_cov is None else data.noise_cov.projections,
        "inverse_operator": None if model is None else model.info.projections,
    }
    names = set(info.names) if model is None else set(model.info.names)
    applied = [one for one in _relevant(info.projections, names) if one.active]
    for where, known in others.items():
        if known is None or (where == "noise_cov" and model is not None):
            continue
        foreign = [one for one in applied if not _spanned(one, known, info)]
        if foreign:
            yield Finding(
                name="projections-unknown",
                severity="warning",
                title="The data were projected, what comes after does not know",
                found=f"{where} lacks {listed([one.description for one in foreign], 4)}",
                effect="The lead field still shows what was taken out of the data, so that "
                "sources near it come out too weak and elsewhere.",
                remedy="estimate the noise covariance, and make the inverse operator, from the "
                "same data: leadfield.compute_covariance(epochs, tmax=0)",
                where=(data.data_name, where),
            )


def _relevant(
    projections: Sequence[Projection], names: Sequence[str] | set[str]
) -> list[Projection]:
    """Those that touch channels there are."""
    there = set(names)
    return [one for one in projections if there & set(one.channel_names)]


def _spanned(one: Projection, known: Sequence[Projection], info: MeasurementInfo) -> bool:
    """Whether known projections take out what this one does, on good channels."""
    rows = info.channels.of_type(*TYPES)
    names = [info.names[row] for row in rows if info.names[row] not in info.bads]
    ours: Floats = make_projector([one], names).basis
    theirs: Floats = make_projector(known, names).basis
    left = ours - theirs @ (theirs.T @ ours)
    return bool(np.linalg.norm(left, axis=0).max(initial=0.0) < np.sqrt(1 - ENOUGH**2))
