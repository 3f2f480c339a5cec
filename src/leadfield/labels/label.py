"""Cortical labels: named sets of vertices of one hemisphere, or of both."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.arrays import Bools, Floats, Ints, lock_arrays
from leadfield.base.checks import one_of
from leadfield.base.errors import MismatchError
from leadfield.freesurfer.vertices import checked_vertices
from leadfield.sources.space import HEMISPHERES

# Red, green, blue and alpha, 0 to 1.
Rgba = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CorticalLabel:
    """Vertices of one hemisphere, each with a position and a value.

    ``vertices`` (n,) are vertex numbers in growing order, ``positions`` (n, 3) are in m,
    ``values`` (n,) weigh the vertices. ``hemisphere`` is ``"lh"`` or ``"rh"``; ``subject``
    is the one whose vertices they are, where that is known.
    """

    vertices: Ints
    positions: Floats
    values: Floats
    hemisphere: str
    name: str | None = None
    subject: str | None = None
    comment: str = ""
    colour: Rgba | None = None

    def __post_init__(self) -> None:
        one_of("hemi", self.hemisphere, HEMISPHERES)
        checked = checked_vertices(self.vertices, self.positions, self.values)
        for name, array in zip(("vertices", "positions", "values"), checked, strict=True):
            object.__setattr__(self, name, array)
        lock_arrays(self)

    def __len__(self) -> int:
        return len(self.vertices)

    @property
    def hemispheres(self) -> tuple["CorticalLabel", ...]:
        """The label of each hemisphere: this one."""
        return (self,)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LabelPair:
    """A label of the left hemisphere and one of the right, of one subject."""

    lh: CorticalLabel
    rh: CorticalLabel
    name: str | None = None
    colour: Rgba | None = None

    def __post_init__(self) -> None:
        check_same_subject(self.lh, self.rh)

    def __len__(self) -> int:
        return len(self.lh) + len(self.rh)

    @property
    def subject(self) -> str | None:
        """The subject of both."""
        return self.lh.subject

    @property
    def hemispheres(self) -> tuple[CorticalLabel, ...]:
        """The label of each hemisphere, left and right."""
        return self.lh, self.rh


AnyLabel = CorticalLabel | LabelPair


def keep_vertices(label: CorticalLabel, keep: Bools, name: str | None) -> CorticalLabel:
    """The label with only the vertices where ``keep`` (n,) is True, under another name."""
    return CorticalLabel(
        vertices=label.vertices[keep],
        positions=label.positions[keep],
        values=label.values[keep],
        hemisphere=label.hemisphere,
        name=name,
        subject=label.subject,
        comment=label.comment,
        colour=label.colour,
    )


def vertices_in_label(label: CorticalLabel, vertices: ArrayLike) -> Ints:
    """Those of some vertices that are in the label."""
    among = np.asarray(vertices)
    return among[np.isin(among, label.vertices)]


def check_same_subject(one: AnyLabel, other: AnyLabel) -> None:
    """Raise if two labels are of two subjects."""
    if one.subject != other.subject:
        msg = (
            f"labels must be of one subject, got {one.subject!r} and {other.subject!r}: set "
            "label.subject where it is missing"
        )
        raise MismatchError(msg)
