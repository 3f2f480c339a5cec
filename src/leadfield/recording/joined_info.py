"""Measurement info of several recordings' channels side by side."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from leadfield.base.checks import listed
from leadfield.base.errors import MismatchError
from leadfield.recording.info import DigitisedPoint, MeasurementInfo
from leadfield.recording.projection import Projection, merged_projections

# What must be the same in all.
SHARED = ("sampling_rate", "highpass", "lowpass", "line_frequency", "custom_reference")
TRANSFORMS = ("device_to_head", "ctf_to_head", "device_to_ctf")


def join_infos(infos: Sequence[MeasurementInfo], *, force: bool = False) -> MeasurementInfo:
    """The first info with the channels of the others after its own.

    With ``force`` all but channels and bads is the first's; else it must not contradict.
    """
    first = infos[0]
    _check_names(infos)
    joined = replace(
        first,
        channels=first.channels.joined(*(one.channels for one in infos[1:])),
        bads=tuple(sorted({name for one in infos for name in one.bads})),
    )
    if force:
        return joined
    for field in SHARED:
        values = [getattr(one, field) for one in infos]
        if any(value != values[0] for value in values):
            msg = (
                f"infos must have the same {field.replace('_', ' ')}, got "
                f"{listed(dict.fromkeys(values))}: pass force_update_info=True to take the first's"
            )
            raise MismatchError(msg)
    transforms = {field: _only(field, infos, _same_transform) for field in TRANSFORMS}
    projections: tuple[Projection, ...] = ()
    for one in infos:
        projections = merged_projections(projections, one.projections)
    experimenters = {one.experimenter for one in infos if one.experimenter is not None}
    descriptions = {one.description for one in infos}
    return replace(
        joined,
        projections=projections,
        compensations=tuple(c for one in infos for c in one.compensations),
        digitisation=_only("digitisation", infos, _same_points) or (),
        experimenter=next(iter(experimenters)) if len(experimenters) == 1 else None,
        description=first.description if len(descriptions) == 1 else None,
        history=next((one.history for one in infos if one.history), ()),
        opaque_blocks=next((one.opaque_blocks for one in infos if one.opaque_blocks), ()),
        **transforms,
    )


def _check_names(infos: Iterable[MeasurementInfo]) -> None:
    names = [name for one in infos for name in one.names]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        msg = f"channels must be in one of the data only, {listed(twice)} are in several"
        raise MismatchError(msg)


def _only(field: str, infos: Sequence[MeasurementInfo], same: Callable[[Any, Any], bool]) -> Any:
    """The one value of a field that all have who have one."""
    values = [getattr(one, field) for one in infos if getattr(one, field)]
    if any(not same(values[0], one) for one in values[1:]):
        msg = (
            f"infos must not contradict each other, their {field.replace('_', ' ')} differs: "
            "pass force_update_info=True to take the first's"
        )
        raise MismatchError(msg)
    return values[0] if values else None


def _same_transform(a: Any, b: Any) -> bool:
    return bool(a == b)


def _same_points(a: Sequence[DigitisedPoint], b: Sequence[DigitisedPoint]) -> bool:
    return len(a) == len(b) and all(
        (p.kind, p.ident, p.frame) == (q.kind, q.ident, q.frame)
        and np.array_equal(p.position, q.position)
        for p, q in zip(a, b, strict=True)
    )
