"""Head positions of a participant: runs between which the head did not move go together.

Each position has sensors, and with them a forward and an inverse operator, of its own; maps of
all positions are averaged. Files of a participant with one position have names without a run.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, final

import numpy as np

from leadfield.recording.frames import Transform
from leadfield.recording.info import MeasurementInfo


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class HeadPosition:
    """Runs, by their places among a participant's recordings, and the ``run`` of files' names."""

    run: str | None
    recordings: tuple[int, ...]


def find_head_positions(
    infos: Sequence[MeasurementInfo], runs: Sequence[str | None]
) -> tuple[HeadPosition, ...]:
    """The positions, in the order of runs; each is called after its first run."""
    together: list[list[int]] = []
    for i, info in enumerate(infos):
        here = info.device_to_head
        same = [ones for ones in together if _is_same(infos[ones[0]].device_to_head, here)]
        if same:
            same[0].append(i)
        else:
            together.append([i])
    if len(together) == 1:
        return (HeadPosition(run=None, recordings=tuple(together[0])),)
    return tuple(
        HeadPosition(run=runs[ones[0]] or str(ones[0] + 1), recordings=tuple(ones))
        for ones in together
    )


def positions_from(facts: Iterable[Mapping[str, Any]]) -> tuple[HeadPosition, ...]:
    """Positions that were kept."""
    return tuple(HeadPosition(run=one["run"], recordings=tuple(one["recordings"])) for one in facts)


def place_of_head(info: MeasurementInfo) -> list[float] | None:
    """The origin of head coordinates in the device, in mm."""
    if info.device_to_head is None:
        return None
    to_device = np.linalg.inv(info.device_to_head.matrix)
    return [round(1e3 * float(x), 3) for x in to_device[:3, 3]]


def farthest_apart(infos: Sequence[MeasurementInfo]) -> float:
    """How far the head's origin moved between any two runs, in mm."""
    places = [place for place in map(place_of_head, infos) if place is not None]
    pairs = combinations(np.array(places), 2)
    return round(max((float(np.linalg.norm(a - b)) for a, b in pairs), default=0.0), 3)


def _is_same(one: Transform | None, other: Transform | None) -> bool:
    return one is other or (one is not None and one.same_as(other))
