"""What people of the simulated study respond with, and the effect that the group has."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import final

import numpy as np

from leadfield.datasets.simulated.activity import CorticalSheet, Response, patch_around
from leadfield.datasets.simulated.heads import MM
from leadfield.freesurfer.annotation import read_annotation
from leadfield.freesurfer.surface import read_surface
from leadfield.numerics.mesh import unit

STANDARD, DEVIANT = "standard", "deviant"
CODES = {STANDARD: 1, DEVIANT: 2}
APART = 3.0  # mm, how far a person's place is off the group's, at most
SPREAD = 0.15  # of a moment from person to person
LATE = 0.005  # s, of latencies from person to person


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class GroupResponse:
    """A response that people share: the middle of a label, a moment in A·m and a latency in s."""

    hemisphere: str
    label: str
    moment: float
    latency: float

    def vertex(self, template: Path) -> int:
        """Its vertex on the template, the one nearest to the middle of the label."""
        parcels = read_annotation(template / "label" / f"{self.hemisphere}.aparc.annot")
        part = np.flatnonzero(parcels.labels == parcels.names.index(self.label))
        places = read_surface(template / "surf" / f"{self.hemisphere}.white").vertices[part]
        return int(part[np.linalg.norm(places - places.mean(axis=0), axis=1).argmin()])


# Both conditions are heard on both sides; the effect is what only the deviant has.
TONES = tuple(
    GroupResponse(hemisphere=side, label="transversetemporal", moment=30e-9, latency=0.095)
    for side in ("lh", "rh")
)
EFFECT = GroupResponse(hemisphere="lh", label="precentral", moment=30e-9, latency=0.180)


def person_responses(
    template: Path,
    person: Path,
    sheets: Mapping[str, CorticalSheet],
    rng: np.random.Generator,
    *,
    affected: bool,
) -> dict[str, tuple[Response, ...]]:
    """What a person responds with to each condition; the effect is only in who is affected."""
    *tones, effect = (
        _individual(one, (template, person), sheets[one.hemisphere], rng)
        for one in (*TONES, EFFECT)
    )
    return {STANDARD: tuple(tones), DEVIANT: (*tones, effect) if affected else tuple(tones)}


def _individual(
    shared: GroupResponse,
    subjects: tuple[Path, Path],
    sheet: CorticalSheet,
    rng: np.random.Generator,
) -> Response:
    """A person's own response: near the same place, of nearly the same moment and latency.

    ``subjects`` are the folders of the template and the person.
    """
    name = f"{shared.hemisphere}.sphere.reg"
    common, own = (read_surface(folder / "surf" / name).vertices for folder in subjects)
    same = int((unit(own) @ unit(common[[shared.vertex(subjects[0])]])[0]).argmax())
    gaps = np.linalg.norm(sheet.positions - sheet.positions[same], axis=1)
    centre = int(rng.choice(np.flatnonzero(gaps < MM * APART)))
    return Response(
        patch=patch_around(sheet, centre),
        moment=shared.moment * (1 + SPREAD * rng.standard_normal()),
        latency=shared.latency + LATE * rng.standard_normal(),
    )
