"""An experiment whose truth is known: an operator, noise, and sources with what sensors see."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

import leadfield
from leadfield.base.arrays import Bools, Floats
from leadfield.base.progress import tracked
from leadfield.datasets import simulated, template
from leadfield.datasets.simulated.activity import PATCH_RADIUS, Patch, cortical_sheets, patch_around
from leadfield.datasets.simulated.heads import MM, Skull, make_skull
from leadfield.datasets.simulated.sensor_patterns import patch_field
from leadfield.forward.bem import BemModel
from leadfield.forward.sensor_array import SensorArray
from leadfield.freesurfer.annotation import read_annotation
from leadfield.freesurfer.surface import read_surface
from leadfield.inverse.operator import InverseModel
from leadfield.inverse.regularisation import components_matrix
from leadfield.numerics.nearest import nearest_places

SEED, SOURCES, TRIALS = 1, 200, 60
WIDTH = 0.018  # s, standard deviation of a source's course
NOT_CORTEX = ("unknown", "corpuscallosum")
SIDES = ("lh", "rh")
METHOD = ("shrunk", "empirical")  # of noise covariances


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Truth:
    """What makes the data: sensors, a head and where it lies; ``good`` are analysed.

    ``brain`` is the seed of the pieces of cortex that make noise.
    """

    array: SensorArray
    head: BemModel
    mri_to_head: Any
    good: Bools
    brain: int

    def fields(self, patches: Sequence[Patch], moved: Sequence[Any] | None = None) -> Floats:
        """What good channels see of 1 A·m (n_patches, n_channels), each with its transform."""
        transforms = moved or [self.mri_to_head] * len(patches)
        pairs = tracked(list(zip(patches, transforms, strict=True)), "Simulating", len(patches))
        seen = [patch_field(self.array, self.head, where, patch) for patch, where in pairs]
        return np.array(seen)[:, self.good]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TrueSources:
    """Single sources, what sensors see of 1 A·m of each, and how deep they are in mm."""

    patches: list[Patch]
    fields: Floats
    depths: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Experiment:
    """An operator, epochs without a source (n_epochs, n_channels, n_times), and sources.

    ``places`` (n_sources, 3) of the operator's sources, in mm; ``left`` of them are left.
    """

    model: InverseModel
    info: Any
    baselines: Floats
    truth: Truth
    sources: TrueSources
    places: Floats
    left: int

    @property
    def times(self) -> Floats:
        """Times of a baseline, in s."""
        times: Floats = np.arange(self.baselines.shape[2]) / self.info["sfreq"]
        return times

    @property
    def n_components(self) -> int:
        """Number of components of the data."""
        return len(self.model.singular_values)

    def course(self) -> Floats:
        """The course of a source: a bell around the middle, 1 at its top."""
        course: Floats = np.exp(-0.5 * ((self.times - self.times.mean()) / WIDTH) ** 2)
        return course

    def response(self, rng: np.random.Generator, signal: Floats | float = 0.0) -> Any:
        """A signal (n_channels, n_times) in the noise of an average."""
        some = rng.choice(len(self.baselines), TRIALS, replace=False)
        data = signal + self.baselines[some].mean(axis=0)
        return leadfield.EvokedArray(data, self.info, nave=TRIALS)

    def components(self, data: Floats) -> Floats:
        """Components of an average, of variance 1 in noise."""
        components: Floats = np.sqrt(TRIALS) * (components_matrix(self.model) @ data)
        return components

    def unit_fields(self, sources: TrueSources | None = None) -> Floats:
        """What sources give in components (n_sources, n_components), each of energy 1."""
        fields = (sources or self.sources).fields @ components_matrix(self.model).T
        unit: Floats = fields / np.linalg.norm(fields, axis=1, keepdims=True)
        return unit

    def distance(self, source: int, patch: Patch) -> float:
        """Distance of one of the operator's sources from the middle of a patch, in mm."""
        return float(np.linalg.norm(self.places[source] - np.asarray(patch.place) / MM))


def make_experiment(
    truth: Truth, baselines: Floats, *, info: Any, forward: Any, noise: Any
) -> Experiment:
    """An experiment analysed with the tutorial's settings."""
    make = leadfield.minimum_norm.make_inverse_operator
    model = make(info, forward, noise, loose=0.2, depth=0.8).value
    surf = data_folder() / "subjects" / "sample" / "surf"
    sides = zip(SIDES, model.sources.vertices, strict=True)
    places = [read_surface(surf / f"{side}.white").vertices[used] for side, used in sides]
    return Experiment(
        model=model,
        info=info,
        baselines=baselines,
        truth=truth,
        sources=make_sources(truth),
        places=np.vstack(places),
        left=len(places[0]),
    )


def make_sources(truth: Truth, radius: float = PATCH_RADIUS) -> TrueSources:
    """Sources of a radius in mm at random places of the cortex, the same for all sensors."""
    patches = [patch_around(sheet, centre, radius) for sheet, centre in random_places()]
    places = np.array([patch.place for patch in patches])
    skull = truth.head.meshes[-1].vertices
    depths = np.linalg.norm(places - skull[nearest_places(places, skull)], axis=1) / MM
    return TrueSources(patches=patches, fields=truth.fields(patches), depths=depths)


@cache
def random_places() -> list[tuple[Any, int]]:
    """Sheets and vertices of sources."""
    subjects, rng = data_folder() / "subjects", np.random.default_rng(SEED)
    sheets = cortical_sheets(subjects)
    cortex = {}
    for side in SIDES:
        parts = read_annotation(subjects / "sample" / "label" / f"{side}.aparc.annot")
        names = np.array([*parts.names, "unknown"])[parts.labels]
        cortex[side] = np.flatnonzero(~np.isin(names, NOT_CORTEX))
    sides = rng.choice(SIDES, SOURCES)
    return [(sheets[side], int(rng.choice(cortex[side]))) for side in sides]


@cache
def data_folder() -> Path:
    """The simulated experiment's folder."""
    return Path(simulated.data_path())


@cache
def true_skull() -> Skull:
    """The simulated person's skull."""
    return make_skull(template.data_path() / template.SUBJECT)


def generator(name: str) -> np.random.Generator:
    """Random numbers of a table, whatever others were made before."""
    return np.random.default_rng([SEED, *name.encode()])
