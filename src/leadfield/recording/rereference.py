"""EEG references applied to samples: the mean of electrodes, subtracted from others."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.checks import listed
from leadfield.base.errors import ChannelError, StateError
from leadfield.base.log import LOGGER, warn
from leadfield.recording.create import average_reference, create_measurement_info
from leadfield.recording.eeg_reference import is_average_reference
from leadfield.recording.info import MeasurementInfo, PointKind
from leadfield.recording.projection import merged_projections

CUSTOM = 1  # FIF's number of a reference that is not a projection


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rereference:
    """What to subtract from which channels, and what ``info`` the data have then.

    From ``targets[i]`` the mean of ``sources[i]`` is subtracted, all of the data before.
    """

    info: MeasurementInfo
    targets: tuple[Ints, ...] = ()
    sources: tuple[Ints, ...] = ()

    def __post_init__(self) -> None:
        lock_arrays(self)

    @np.errstate(invalid="ignore")  # infinite samples become NaN
    def apply(self, data: Floats) -> Floats:
        """Data (..., n_channels, n_times) on the new reference, in a new array."""
        out = np.array(data)
        for target, source in zip(self.targets, self.sources, strict=True):
            out[..., target, :] -= data[..., source, :].mean(axis=-2, keepdims=True)
        return out

    def signal(self, data: Floats) -> Floats | None:
        """The reference (..., n_times) in the data before, None where it is not one for all."""
        if len(self.sources) != 1:
            return None
        mean: Floats = data[..., self.sources[0], :].mean(axis=-2)
        return mean


def check_can_rereference(info: MeasurementInfo) -> None:
    """Raise if the data are a current source density, which no reference fits."""
    if info.custom_reference not in {0, CUSTOM}:
        msg = (
            "a reference needs potentials, these data are a current source density "
            f"(custom_ref_applied is {info.custom_reference})"
        )
        raise StateError(msg)


def average_projection(
    info: MeasurementInfo, types: Sequence[str], *, joint: bool
) -> MeasurementInfo:
    """The info with average references as idle projections, and no reference beside them."""
    plain = replace(info, custom_reference=0)
    groups = [tuple(types)] if joint else [(kind,) for kind in types]
    new = [average_reference(plain, group, active=False) for group in groups]
    return plain.with_projections(merged_projections(plain.projections, new))


def by_average(info: MeasurementInfo, types: Sequence[str], *, joint: bool) -> Rereference:
    """The mean of good electrodes subtracted from them, by type or (``joint``) of all types."""
    groups = [tuple(types)] if joint else [(kind,) for kind in types]
    rows = tuple(_good(info, group) for group in groups)
    touched = {info.names[row] for one in rows for row in one}
    return Rereference(info=_on_custom_reference(info, touched), targets=rows, sources=rows)


def by_names(info: MeasurementInfo, names: Sequence[str], types: Sequence[str]) -> Rereference:
    """The mean of named channels subtracted from the good electrodes; of none, nothing."""
    rows = _good(info, types)
    source = info.channels.indices(names)
    touched = {*names, *(info.names[row] for row in rows)}
    after = _on_custom_reference(info, touched)
    if not len(source):
        return Rereference(info=after)
    return Rereference(info=after, targets=(rows,), sources=(source,))


def with_reference_electrodes(info: MeasurementInfo, names: Sequence[str]) -> MeasurementInfo:
    """The info with further electrodes, the reference of all others, which record zeros."""
    if any(is_average_reference(one) and one.active for one in info.projections):
        msg = "reference electrodes must be added before an average reference is applied"
        raise StateError(msg)
    twice = [name for name in names if name in info.names]
    if twice:
        msg = f"reference electrodes must be new channels, {listed(twice)} are in the data"
        raise ChannelError(msg)
    channels = info.channels
    new = create_measurement_info(names, info.sampling_rate, "eeg").channels
    numbers = len(channels) + 1 + np.arange(len(names))
    known = [p.position for p in info.digitisation if p.kind == PointKind.EEG and p.ident == 0]
    if len(names) == len(known) == 1:
        place = np.concatenate([known[0], known[0], np.zeros(6)])
        new = replace(new, locations=place[np.newaxis])
        locations = channels.locations.copy()
        locations[channels.of_type("eeg"), 3:6] = known[0]
        channels = replace(channels, locations=locations)
    elif info.digitisation:
        warn(
            f"nobody knows where the reference electrodes {listed(names)} are: set their "
            "positions, if they are needed"
        )
    joined = channels.joined(replace(new, logical_numbers=numbers))
    return by_names(replace(info, channels=joined), names, ("eeg",)).info


def with_zeros(n_channels: int, data: Floats) -> Floats:
    """Data (..., n_channels, n_times) with further channels that are zero."""
    zeros = np.zeros((*data.shape[:-2], n_channels, data.shape[-1]), data.dtype)
    return np.concatenate([data, zeros], axis=-2)


def by_channel(info: MeasurementInfo, references: Mapping[str, Sequence[str]]) -> Rereference:
    """A reference of its own for each of some channels."""
    touched = {*references, *(name for names in references.values() for name in names)}
    targets = tuple(info.channels.indices([name]) for name in references)
    sources = tuple(info.channels.indices(names) for names in references.values())
    _warn_of_odd_references(info, references)
    return Rereference(info=_on_custom_reference(info, touched), targets=targets, sources=sources)


def _warn_of_odd_references(info: MeasurementInfo, references: Mapping[str, Sequence[str]]) -> None:
    types = dict(zip(info.names, info.channels.types, strict=True))
    pairs = [(name, other) for name, others in references.items() for other in others]
    bad = sorted({name for pair in pairs for name in pair} & set(info.bads))
    if bad:
        warn(f"references should be good channels, {listed(bad)} are marked as bad")
    alone = [name for name, others in references.items() if list(others) == [name]]
    if alone:
        warn(f"{listed(alone)} are their own reference: nothing is left of them")
    mixed = [f"{a} ({types[a]}) to {b} ({types[b]})" for a, b in pairs if types[a] != types[b]]
    if mixed:
        warn(f"references should be of the channels' own type, not {'; '.join(mixed)}")


def _good(info: MeasurementInfo, types: Sequence[str]) -> Ints:
    rows = np.array([i for i in info.channels.of_type(*types) if info.names[i] not in info.bads])
    if not len(rows):
        msg = f"a reference needs good {'/'.join(types)} channels, the data have none"
        raise ChannelError(msg)
    return rows


def _on_custom_reference(info: MeasurementInfo, touched: Collection[str]) -> MeasurementInfo:
    """The info after a reference, without average projections, which it replaces."""
    others = [one for one in info.projections if not is_average_reference(one)]
    idle = [
        one.description
        for one in others
        if not one.active and not set(touched).isdisjoint(one.channel_names)
    ]
    if idle:
        msg = (
            f"projections of the electrodes must be applied before a reference, {listed(idle)} "
            "are not: call apply_proj() first"
        )
        raise StateError(msg)
    if len(others) < len(info.projections):
        LOGGER.info("Average reference projection removed: the new reference replaces it")
    return replace(info, projections=tuple(others), custom_reference=CUSTOM)
