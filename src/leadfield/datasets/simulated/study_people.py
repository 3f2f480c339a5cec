"""People of the simulated study: their heads, how they sit, and what is wrong with whom."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import final

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.datasets.simulated.anatomy import Warp
from leadfield.datasets.simulated.heads import Skull, make_skull, mri_to_head, true_registration
from leadfield.datasets.simulated.sensors import (
    POSITION,
    TRIGGER,
    digitised,
    far_field_projections,
    measurement_info,
    posture,
    true_posture,
)
from leadfield.recording.frames import Transform
from leadfield.recording.info import MeasurementInfo, PointKind

BROKEN, UNAFFECTED, WRONG_BAD = 3, 5, 8  # numbers of people with something of their own
SITES = slice(1, None, 5)  # of the helmet's, each with three sensors
ROOMY = 1.08  # the helmet's head beside the template's, along each axis


def subject_name(number: int) -> str:
    """The name of a subject's folders."""
    return f"sub-{number:02}"


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A subject: the head, where it truly is and where it was measured to be, a noisy channel."""

    number: int
    warp: Warp
    mri_to_head: Transform
    measured: Transform
    device_to_head: Transform
    noisy: str

    @property
    def name(self) -> str:
        """The subject's folder."""
        return subject_name(self.number)


def make_person(number: int, info: MeasurementInfo, rng: np.random.Generator) -> Person:
    """A person with a head, a posture and a noisy channel of their own."""
    nod, turn = rng.normal([-0.05, 0.0], 0.03)
    move = rng.normal([0.0, 30.0, 41.0], 1.5)
    off = rng.normal(0, 0.008, 2)
    gradiometers = info.channels.of_type("grad")
    return Person(
        number=number,
        warp=Warp(
            scale=rng.uniform(0.95, 1.05, 3),
            phases=rng.uniform(0, 2 * np.pi, 3),
            shift=float(rng.uniform(0, 2 * np.pi)),
            refined=False,
        ),
        mri_to_head=mri_to_head(nod, turn, move),
        measured=mri_to_head(nod + off[0], turn + off[1], move + rng.normal(0, 0.8, 3)),
        device_to_head=posture(
            rng.normal(0.0, 0.05), rng.normal(-0.08, 0.04), POSITION + rng.normal(0, 0.003, 3)
        ),
        noisy=info.names[rng.choice(gradiometers)],
    )


def helmet(template: Path) -> MeasurementInfo:
    """Every fifth site of the helmet, of which all people get the same, and the trigger channel."""
    warp = Warp(scale=np.full(3, ROOMY), phases=np.zeros(3), shift=0.0, refined=False)
    info = measurement_info(make_skull(template, warp), true_registration(), true_posture())
    sites = info.channels.of_type("meg").reshape(-1, 3)[SITES]
    picked = info.pick([*sites.ravel(), info.names.index(TRIGGER)])
    return picked.with_projections(far_field_projections(picked.channels))


def seated(info: MeasurementInfo, person: Person, skull: Skull) -> MeasurementInfo:
    """The helmet's info with a person in it."""
    points = digitised(skull, person.mri_to_head, np.empty((0, 3)))
    return replace(
        info,
        device_to_head=person.device_to_head,
        digitisation=points,
        description="simulated study",
    )


def landmarks(info: MeasurementInfo) -> Floats:
    """The three landmarks (3, 3) of the head, in head coordinates, in m."""
    return np.stack([p.position for p in info.digitisation if p.kind == PointKind.CARDINAL])
