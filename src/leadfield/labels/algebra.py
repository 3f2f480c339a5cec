"""Label algebra: union and difference of cortical labels."""

from dataclasses import replace
from typing import overload

import numpy as np

from leadfield.base.errors import MismatchError
from leadfield.labels.colours import blend_colours
from leadfield.labels.label import (
    AnyLabel,
    CorticalLabel,
    LabelPair,
    check_same_subject,
    keep_vertices,
)


@overload
def union(one: LabelPair, other: AnyLabel) -> LabelPair: ...
@overload
def union(one: CorticalLabel, other: LabelPair) -> LabelPair: ...
@overload
def union(one: AnyLabel, other: AnyLabel) -> AnyLabel: ...
def union(one: AnyLabel, other: AnyLabel) -> AnyLabel:
    """All vertices of both labels; values of shared vertices add up.

    Labels of two hemispheres make a pair.
    """
    if isinstance(one, LabelPair):
        return _add_to_pair(one, other)
    if isinstance(other, LabelPair):
        return _add_to_pair(other, one)
    check_same_subject(one, other)
    if one.hemisphere == other.hemisphere:
        return _union_of_hemisphere(one, other)
    lh, rh = (one, other) if one.hemisphere == "lh" else (other, one)
    colour = blend_colours(one.colour, other.colour)
    return LabelPair(lh=lh, rh=rh, name=_named(one, "+", other), colour=colour)


@overload
def difference(one: CorticalLabel, other: AnyLabel) -> CorticalLabel: ...
@overload
def difference(one: AnyLabel, other: AnyLabel) -> AnyLabel: ...
def difference(one: AnyLabel, other: AnyLabel) -> AnyLabel:
    """The vertices of one label that are not in another.

    Of a pair of which one hemisphere is left empty, the other hemisphere's label.
    """
    if isinstance(one, LabelPair):
        return _subtract_from_pair(one, other)
    if isinstance(other, LabelPair):
        return difference(one, other.lh if one.hemisphere == "lh" else other.rh)
    check_same_subject(one, other)
    shared = np.isin(one.vertices, other.vertices) & (one.hemisphere == other.hemisphere)
    return keep_vertices(one, ~shared, _named(one, "-", other))


def _named(one: AnyLabel, sign: str, other: AnyLabel) -> str:
    return f"{one.name or 'unnamed'} {sign} {other.name or 'unnamed'}"


def _union_of_hemisphere(one: CorticalLabel, other: CorticalLabel) -> CorticalLabel:
    both = np.concatenate([one.vertices, other.vertices])
    vertices, first = np.unique(both, return_index=True)
    positions = np.concatenate([one.positions, other.positions])[first]
    values = np.zeros(len(vertices))
    for label in (one, other):
        rows = np.searchsorted(vertices, label.vertices)
        if not np.array_equal(positions[rows], label.positions):
            msg = (
                "labels must have the same positions where they share vertices, got different "
                "ones: are they of one surface?"
            )
            raise MismatchError(msg)
        values[rows] += label.values
    return CorticalLabel(
        vertices=vertices,
        positions=positions,
        values=values,
        hemisphere=one.hemisphere,
        name=_named(one, "+", other),
        subject=one.subject,
        comment=f"{one.comment} + {other.comment}",
        colour=blend_colours(one.colour, other.colour),
    )


def _add_to_pair(pair: LabelPair, other: AnyLabel) -> LabelPair:
    lh, rh = pair.lh, pair.rh
    for label in other.hemispheres:
        check_same_subject(pair, label)
        if label.hemisphere == "lh":
            lh = _union_of_hemisphere(lh, label)
        else:
            rh = _union_of_hemisphere(rh, label)
    colour = blend_colours(pair.colour, other.colour)
    return LabelPair(lh=lh, rh=rh, name=f"{pair.name} + {other.name}", colour=colour)


def _subtract_from_pair(pair: LabelPair, other: AnyLabel) -> AnyLabel:
    lh, rh = pair.lh, pair.rh
    for label in other.hemispheres:
        if label.hemisphere == "lh":
            lh = difference(lh, label)
        else:
            rh = difference(rh, label)
    if not len(lh) or not len(rh):
        return lh if len(lh) else rh
    return replace(pair, lh=lh, rh=rh, name=f"{pair.name} - {other.name}")
