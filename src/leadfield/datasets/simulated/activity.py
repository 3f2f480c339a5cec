"""What happens in the made-up brain: where, when, how strongly."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.datasets.simulated.anatomy import HEMISPHERES, SUBJECT
from leadfield.freesurfer.annotation import read_annotation
from leadfield.freesurfer.surface import read_surface
from leadfield.numerics.mesh import vertex_normals

REACH = 8.0  # mm, radius of an active patch
PARTS = {"aud": "transversetemporal", "vis": "lateraloccipital"}
CODES = {"aud_l": 1, "aud_r": 2, "vis_l": 3, "vis_r": 4}
STRONG, WEAK = 40e-9, 12e-9  # A·m, opposite and same side
PEAKS = {"aud": 0.095, "vis": 0.110}  # s
LATER = 0.008  # s, the same side after the opposite one


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Patch:
    """A piece of cortex: its vertices, their positions and normals, in the MRI frame, in m."""

    hemisphere: str
    centre: int
    vertices: Ints
    positions: Floats
    normals: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Response:
    """What a patch does after an event: largest moment in A·m, and when, in s."""

    patch: Patch
    moment: float
    latency: float

    def course(self, times: Floats) -> Floats:
        """Moment over time: small positive, large negative, broad positive waves."""
        shape = [(-0.045, 0.012, 0.25), (0.0, 0.018, -1.0), (0.095, 0.04, 0.45)]
        waves = [
            size * np.exp(-0.5 * ((times - self.latency - shift) / width) ** 2)
            for shift, width, size in shape
        ]
        course: Floats = self.moment * np.sum(waves, axis=0)
        return course


def patches(subjects: Path) -> dict[tuple[str, str], Patch]:
    """The active patches by modality and hemisphere."""
    person = subjects / SUBJECT
    out = {}
    for side in HEMISPHERES:
        white = read_surface(person / "surf" / f"{side}.white")
        normals = vertex_normals(white.vertices, white.triangles)
        parcels = read_annotation(person / "label" / f"{side}.aparc.annot")
        for modality, name in PARTS.items():
            part = np.flatnonzero(parcels.parts == parcels.names.index(name))
            places = white.vertices[part]
            centre = part[np.linalg.norm(places - places.mean(axis=0), axis=1).argmin()]
            gap = np.linalg.norm(white.vertices - white.vertices[centre], axis=1)
            # Opposite banks of a fold would cancel: one bank is active.
            facing = normals @ normals[centre] > 0.3
            vertices = np.flatnonzero((gap < REACH) & facing)
            out[modality, side] = Patch(
                hemisphere=side,
                centre=int(centre),
                vertices=vertices,
                positions=1e-3 * white.vertices[vertices],
                normals=normals[vertices],
            )
    return out


def responses(patches: Mapping[tuple[str, str], Patch]) -> dict[str, tuple[Response, ...]]:
    """The responses of each condition: the opposite hemisphere's is strong and first."""
    out = {}
    for condition in CODES:
        modality, side = condition.split("_")
        strong, weak = ("rh", "lh") if side == "l" else ("lh", "rh")
        peak = PEAKS[modality]
        out[condition] = (
            Response(patch=patches[modality, strong], moment=STRONG, latency=peak),
            Response(patch=patches[modality, weak], moment=WEAK, latency=peak + LATER),
        )
    return out
