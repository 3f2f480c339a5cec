"""What happens in the made-up brain: where, when, how strongly."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.datasets.simulated.anatomy import HEMISPHERES, SUBJECT
from leadfield.datasets.simulated.heads import MM
from leadfield.freesurfer.annotation import read_annotation
from leadfield.freesurfer.surface import read_surface
from leadfield.numerics.mesh import vertex_normals

REACH = 8.0  # mm, radius of an active patch
PARTS = {"aud": "transversetemporal", "vis": "lateraloccipital"}
CODES = {"aud_l": 1, "aud_r": 2, "vis_l": 3, "vis_r": 4}
MOMENTS = {"aud": 85e-9, "vis": 60e-9}  # A·m, on the opposite side: some 80 fT/cm
WEAKER = 0.4  # the same side, next to the opposite one
PEAKS = {"aud": 0.095, "vis": 0.110}  # s
LATER = 0.008  # s, the same side after the opposite one


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CorticalSheet:
    """A hemisphere where its currents flow: half-way through the grey matter.

    ``positions`` (n_vertices, 3) are in the MRI frame, in m; ``normals`` are the white
    surface's.
    """

    hemisphere: str
    positions: Floats
    normals: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Patch:
    """A piece of a sheet that is active as one: the vertex in its middle, and all vertices."""

    sheet: CorticalSheet
    centre: int
    vertices: Ints

    @property
    def place(self) -> Floats:
        """Mean position, in the MRI frame, in m."""
        return np.asarray(self.sheet.positions[self.vertices].mean(axis=0))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Response:
    """What a patch does after an event: largest moment in A·m, and when, in s."""

    patch: Patch
    moment: float
    latency: float

    def course(self, times: Floats) -> Floats:
        """Moment over time: small positive, large negative, broad positive waves."""
        shape = [(-0.045, 0.012, 0.25), (0.0, 0.018, -1.0), (0.095, 0.03, 0.45)]
        waves = [
            size * np.exp(-0.5 * ((times - self.latency - shift) / width) ** 2)
            for shift, width, size in shape
        ]
        course: Floats = self.moment * np.sum(waves, axis=0)
        return course


def cortical_sheets(subjects: Path) -> dict[str, CorticalSheet]:
    """Both hemispheres of the person."""
    surf = subjects / SUBJECT / "surf"
    sheets = {}
    for side in HEMISPHERES:
        white, pial = (read_surface(surf / f"{side}.{name}") for name in ("white", "pial"))
        sheets[side] = CorticalSheet(
            hemisphere=side,
            positions=MM * (white.vertices + pial.vertices) / 2,
            normals=vertex_normals(white.vertices, white.triangles),
        )
    return sheets


def patch_around(sheet: CorticalSheet, centre: int) -> Patch:
    """The patch around a vertex, on one bank of its fold: opposite banks would cancel."""
    gap = np.linalg.norm(sheet.positions - sheet.positions[centre], axis=1)
    facing = sheet.normals @ sheet.normals[centre] > 0.3
    vertices = np.flatnonzero((gap < MM * REACH) & facing)
    return Patch(sheet=sheet, centre=centre, vertices=vertices)


def active_patches(
    subjects: Path, sheets: Mapping[str, CorticalSheet]
) -> dict[tuple[str, str], Patch]:
    """The active patches by modality and hemisphere: the middles of two parts of the cortex."""
    out = {}
    for side, sheet in sheets.items():
        parcels = read_annotation(subjects / SUBJECT / "label" / f"{side}.aparc.annot")
        for modality, name in PARTS.items():
            part = np.flatnonzero(parcels.labels == parcels.names.index(name))
            places = sheet.positions[part]
            nearest = np.linalg.norm(places - places.mean(axis=0), axis=1).argmin()
            out[modality, side] = patch_around(sheet, int(part[nearest]))
    return out


def responses(patches: Mapping[tuple[str, str], Patch]) -> dict[str, tuple[Response, ...]]:
    """The responses of each condition: the opposite hemisphere's is strong and first."""
    out: dict[str, tuple[Response, ...]] = {}
    for condition in CODES:
        modality, side = condition.split("_")
        strong, weak = ("rh", "lh") if side == "l" else ("lh", "rh")
        peak, moment = PEAKS[modality], MOMENTS[modality]
        out[condition] = (
            Response(patch=patches[modality, strong], moment=moment, latency=peak),
            Response(patch=patches[modality, weak], moment=WEAKER * moment, latency=peak + LATER),
        )
    return out
