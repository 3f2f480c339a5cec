"""What carries values from the sources of one cortex to the vertices of another."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from leadfield.base.arrays import Floats, locked
from leadfield.base.errors import InputError, MismatchError
from leadfield.morph.vertices import HEMISPHERES, Pair

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Smooth = int | None | Literal["nearest"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CorticalMorph:
    """What carries values at one subject's sources to another subject's vertices.

    ``matrix`` has a row a vertex and a column a source, left hemispheres first.
    """

    matrix: "csr_array"
    vertices_from: Pair
    vertices_to: Pair
    subject_from: str
    subject_to: str
    smooth: Smooth = None
    crossed: bool = False

    def __post_init__(self) -> None:
        for name in ("vertices_from", "vertices_to"):
            left, right = getattr(self, name)
            pair = (locked(left, np.int64, name=name), locked(right, np.int64, name=name))
            if any(len(v) and (v[0] < 0 or (np.diff(v) <= 0).any()) for v in pair):
                msg = f"{name} must be numbers from 0 up, each once, in growing order"
                raise InputError(msg)
            object.__setattr__(self, name, pair)
        shape = tuple(sum(len(v) for v in pair) for pair in (self.vertices_to, self.vertices_from))
        if self.matrix.shape != shape:
            msg = f"a morph's matrix must be {shape}, got {self.matrix.shape}"
            raise MismatchError(msg)


def carried(morph: CorticalMorph, vertices: Pair, data: Floats) -> Floats:
    """Values (n_sources, ...) at ``vertices``, morphed to (n_vertices_to, ...)."""
    for side, ours, theirs in zip(HEMISPHERES, morph.vertices_from, vertices, strict=True):
        if not np.array_equal(ours, theirs):
            lost = np.isin(theirs, ours).all()
            why = " (sources were left out of the forward solution?)" if lost else ""
            msg = (
                f"the estimate must have the {len(ours)} sources that the morph was made "
                f"for in {side}, got {len(theirs)}{why}: make the morph from the "
                "estimate or from the inverse operator's own sources"
            )
            raise MismatchError(msg)
    flat = data.reshape(len(data), -1)
    out: Floats = morph.matrix @ flat
    return out.reshape(-1, *data.shape[1:])
