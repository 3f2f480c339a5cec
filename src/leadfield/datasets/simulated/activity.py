"""Simulated cortical activity: patches, their responses and time courses."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.datasets.simulated.anatomy import HEMISPHERES, SUBJECT
from leadfield.datasets.simulated.heads import MM
from leadfield.freesurfer.annotation import read_annotation
from leadfield.freesurfer.surface import read_surface
from leadfield.numerics.mesh import vertex_normals

PATCH_RADIUS = 8.0  # mm, radius of an active patch
REGIONS = {"aud": "transversetemporal", "vis": "lateraloccipital"}
CODES = {"aud_l": 1, "aud_r": 2, "vis_l": 3, "vis_r": 4}
MOMENTS = {"aud": 85e-9, "vis": 60e-9}  # A·m, contralateral: some 80 fT/cm
IPSILATERAL_SHARE = 0.4  # of the contralateral moment
PEAKS = {"aud": 0.095, "vis": 0.110}  # s
IPSILATERAL_DELAY = 0.008  # s, after the contralateral response


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CorticalSheet:
    """The mid-thickness surface of a hemisphere, where currents flow.

    ``positions`` (n_vertices, 3) are in the MRI frame, in m; ``normals`` are the white
    surface's.
    """

    hemisphere: str
    positions: Floats
    normals: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Patch:
    """A piece of cortex that is active in synchrony: its central vertex, and all its vertices."""

    sheet: CorticalSheet
    centre: int
    vertices: Ints

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def place(self) -> Floats:
        """Mean position, in the MRI frame, in m."""
        return np.asarray(self.sheet.positions[self.vertices].mean(axis=0))


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Response:
    """The response of a patch to an event: peak moment in A·m, and its latency in s."""

    patch: Patch
    moment: float
    latency: float

    def course(self, times: Floats) -> Floats:
        """Moment over time: a small positive, a large negative and a broad positive peak."""
        peaks = [(-0.045, 0.012, 0.25), (0.0, 0.018, -1.0), (0.095, 0.03, 0.45)]
        waves = [
            size * np.exp(-0.5 * ((times - self.latency - shift) / width) ** 2)
            for shift, width, size in peaks
        ]
        course: Floats = self.moment * np.sum(waves, axis=0)
        return course


def cortical_sheets(subjects: Path, subject: str = SUBJECT) -> dict[str, CorticalSheet]:
    """Both hemispheres of a simulated subject."""
    surf = subjects / subject / "surf"
    sheets = {}
    for side in HEMISPHERES:
        white, pial = (read_surface(surf / f"{side}.{name}") for name in ("white", "pial"))
        sheets[side] = CorticalSheet(
            hemisphere=side,
            positions=MM * (white.vertices + pial.vertices) / 2,
            normals=vertex_normals(white.vertices, white.triangles),
        )
    return sheets


def patch_around(sheet: CorticalSheet, centre: int, radius: float = PATCH_RADIUS) -> Patch:
    """The patch of a radius in mm around a vertex, on one bank of its fold.

    Fields of opposite banks would cancel.
    """
    gap = np.linalg.norm(sheet.positions - sheet.positions[centre], axis=1)
    facing = sheet.normals @ sheet.normals[centre] > 0.3
    vertices = np.flatnonzero((gap < MM * radius) & facing)
    return Patch(sheet=sheet, centre=centre, vertices=vertices)


def active_patches(
    subjects: Path, sheets: Mapping[str, CorticalSheet]
) -> dict[tuple[str, str], Patch]:
    """The active patches by modality and hemisphere: around the middles of two parcels."""
    out = {}
    for side, sheet in sheets.items():
        parcels = read_annotation(subjects / SUBJECT / "label" / f"{side}.aparc.annot")
        for modality, name in REGIONS.items():
            part = np.flatnonzero(parcels.labels == parcels.names.index(name))
            places = sheet.positions[part]
            nearest = np.linalg.norm(places - places.mean(axis=0), axis=1).argmin()
            out[modality, side] = patch_around(sheet, int(part[nearest]))
    return out


def condition_responses(
    patches: Mapping[tuple[str, str], Patch],
) -> dict[str, tuple[Response, ...]]:
    """The responses of each condition: contralateral ones are stronger and earlier."""
    out: dict[str, tuple[Response, ...]] = {}
    for condition in CODES:
        modality, side = condition.split("_")
        strong, weak = ("rh", "lh") if side == "l" else ("lh", "rh")
        peak, moment = PEAKS[modality], MOMENTS[modality]
        out[condition] = (
            Response(patch=patches[modality, strong], moment=moment, latency=peak),
            Response(
                patch=patches[modality, weak],
                moment=IPSILATERAL_SHARE * moment,
                latency=peak + IPSILATERAL_DELAY,
            ),
        )
    return out
