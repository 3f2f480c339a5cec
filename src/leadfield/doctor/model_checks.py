"""Checks of models: subject, channels, lead field, and an operator against its forward model."""

from collections.abc import Iterator

import numpy as np

from leadfield.base.checks import listed
from leadfield.covariance.blocks import noisy_channels
from leadfield.doctor.data_set import DataSet, required
from leadfield.doctor.finding import Finding
from leadfield.recording.frames import Frame
from leadfield.sources.space import SpaceKind

FEW_LACKING = 0.1  # of channels of a type: beyond, it looks like another system or montage
MOVED = 2e-3  # m, of sensors of the same name; digitising an electrode twice differs by this
MANY_MOVED = 0.5  # of sensors; a few may have been corrected
SAME_PLACE = 1e-4  # m
# Prior variance of the median source over that of the best: with exponents up to 2 it is above
# 1e-3, below 1e-6 half of the cortex can never show.
SILENCED = 1e-6


def check_subject(data: DataSet) -> Iterator[Finding]:
    """Models and surfaces of different subjects."""
    named = {where: model.sources.subject for where, model in data.models.items()}
    if data.src is not None:
        named["src"] = data.src.subject
    if data.subject is not None:
        named["subject"] = data.subject
    known = {where: name for where, name in named.items() if name}
    found = ""
    if len(set(known.values())) > 1:
        found = ", ".join(f"{where} is of {name!r}" for where, name in known.items())
    elif data.surfaces is not None and (data.models or data.src is not None):
        where, sources = data.sources
        known = {where: "", "subjects_dir": ""}
        for space in sources.spaces:
            there = data.surfaces.n_vertices.get(space.hemisphere or "")
            if space.kind is SpaceKind.SURFACE and there not in {None, len(space.positions)}:
                found = (
                    f"the {space.hemisphere} cortex of {where} has {len(space.positions)} "
                    f"vertices, that of {data.surfaces.subject!r} {there}"
                )
    if found:
        yield Finding(
            name="other-subject",
            severity="error",
            title="The models are of different subjects",
            found=found,
            effect="Vertices are of another brain: places, labels and coordinates of the map are "
            "wrong, though it looks right.",
            remedy="compute source space and forward solution of this subject: "
            "leadfield.setup_source_space(subject), leadfield.make_forward_solution(...)",
            where=tuple(known),
        )


def check_forward_channels(data: DataSet) -> Iterator[Finding]:
    """Channels of the data that the forward model or the operator lacks, and the reverse."""
    info = data.info
    good = {info.names[i]: info.channels.types[i] for i in noisy_channels(info)}
    for where, model in data.models.items():
        there = set(model.info.names)
        kinds = set(model.info.channels.types) & set(good.values())
        wanted = [name for name, kind in good.items() if kind in kinds]
        lacking = [name for name in wanted if name not in there]
        if not wanted or not there & set(info.names):
            yield _channels_finding(
                where, data.data_name, "error", "it has none of the data's good channels"
            )
        elif len(lacking) > FEW_LACKING * len(wanted):
            words = f"{len(lacking)} of {len(wanted)} good channels: {listed(lacking, 6)}"
            yield _channels_finding(where, data.data_name, "warning", f"it lacks {words}")
        if where == "inverse_operator" and not there <= set(info.names):
            gone = [name for name in model.info.names if name not in set(info.names)]
            yield _channels_finding(
                where, data.data_name, "error", f"the data lack {len(gone)}: {listed(gone, 6)}"
            )


def check_sensor_places(data: DataSet) -> Iterator[Finding]:
    """Sensors that are elsewhere in a model than in the data."""
    info = data.info
    for where, model in data.models.items():
        theirs = model.info.channels
        names = [
            name
            for kind in ("mag", "grad", "eeg")
            for i, name in enumerate(info.names)
            if info.channels.types[i] == kind and name in set(theirs.names)
        ]
        ours, others = info.channels.indices(names), theirs.indices(names)
        same_frame = info.channels.frames[ours] == theirs.frames[others]
        apart = np.linalg.norm(
            info.channels.locations[ours, :3] - theirs.locations[others, :3], axis=1
        )
        for kind in ("meg", "eeg"):
            rows = np.isin(ours, info.channels.of_type(kind)) & same_frame & np.isfinite(apart)
            if rows.any() and (apart[rows] > MOVED).mean() > MANY_MOVED:
                yield Finding(
                    name="sensors-moved",
                    severity="error",
                    title="Sensors are elsewhere in the forward solution",
                    found=f"{int((apart[rows] > MOVED).sum())} of {int(rows.sum())} "
                    f"{kind.upper()} sensors, by {1e3 * np.median(apart[rows]):.0f} mm (median), "
                    f"in {where}",
                    effect="The lead field is of another cap, session or subject: sources move by "
                    "as much, and more.",
                    remedy="leadfield.make_forward_solution(raw.info, trans, src, bem) from these "
                    "data",
                    where=(where, data.data_name),
                )
                return


def check_lead_field(data: DataSet) -> Iterator[Finding]:
    """Lead fields that are not finite, or nothing at some channels."""
    forward = required(data.forward)
    finite = np.isfinite(forward.leadfield)
    if not finite.all():
        yield Finding(
            name="lead-field-not-finite",
            severity="error",
            title="The lead field holds NaN or infinity",
            found=f"{int((~finite).sum())} of {finite.size} numbers",
            effect="No operator can be made from it, or its maps are NaN.",
            remedy="compute it again: leadfield.make_forward_solution(...)",
            where=("forward",),
        )
        return
    sizes = np.abs(forward.leadfield).max(axis=1)
    silent = [name for name, size in zip(forward.channels.names, sizes, strict=True) if size == 0]
    if silent:
        yield Finding(
            name="lead-field-flat",
            severity="warning",
            title="The lead field is nothing at some channels",
            found=f"{len(silent)} of {len(sizes)} channels: {listed(silent, 6)}",
            effect="What these channels measure cannot come from any source, and is smeared over "
            "the rest.",
            remedy="compute it again: leadfield.make_forward_solution(...), with positions for "
            "all sensors",
            where=("forward",),
        )


def check_operator_sources(data: DataSet) -> Iterator[Finding]:
    """Operators that were made from another forward model."""
    model, forward = required(data.inverse_operator), required(data.forward)
    ours = (
        model.sources.moved(forward.mri_to_head.between(Frame.MRI, forward.frame))
        if model.frame != forward.frame
        else model.sources
    )
    n, m = ours.n_sources, forward.sources.n_sources
    apart = 0.0
    if n == m:
        apart = float(np.linalg.norm(ours.positions - forward.sources.positions, axis=1).max())
    if n != m or apart > SAME_PLACE:
        yield Finding(
            name="other-forward",
            severity="warning",
            title="The inverse operator was made from another forward solution",
            found=f"it has {n} sources, forward {m}"
            if n != m
            else f"sources are up to {1e3 * apart:.1f} mm apart",
            effect="The map is right for the other one; sensitivity, resolution and pictures of "
            "this one do not belong to it.",
            remedy="leadfield.minimum_norm.make_inverse_operator(info, forward, noise_cov)",
            where=("inverse_operator", "forward"),
        )


def check_depth(data: DataSet) -> Iterator[Finding]:
    """Depth weighting that silences most sources."""
    prior = required(data.inverse_operator).depth_prior
    if prior is None or not prior.max() > 0:
        return
    median = float(np.median(prior) / prior.max())
    if median < SILENCED:
        # The sensitivity of the best source is at most ten times that of the worst, squared.
        least = max(float(prior.min() / prior.max()), np.finfo(float).tiny)
        yield Finding(
            name="depth",
            severity="error",
            title="Depth weighting silences most sources",
            found=f"half of the sources have less than {median:.1g} of the largest prior "
            f"variance, as an exponent of about {-np.log10(least) / 2:.0f} makes it",
            effect="Only the few deepest sources can show anything.",
            remedy="leadfield.minimum_norm.make_inverse_operator(..., depth=0.8)",
            where=("inverse_operator",),
        )


def _channels_finding(where: str, data_name: str, severity: str, found: str) -> Finding:
    return Finding(
        name="other-channels",
        severity="error" if severity == "error" else "warning",
        title="The models are of other channels",
        found=f"{where}: {found}",
        effect="Channels that are not in both are left out without a word; operators refuse data "
        "that lack theirs.",
        remedy="leadfield.make_forward_solution(raw.info, ...) from these data; where only names "
        "differ, leadfield.rename_channels(raw.info, {...})",
        where=(where, data_name),
    )
