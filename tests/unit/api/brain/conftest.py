"""A made-up subject whose hemispheres are small ellipsoids, and estimates on it."""

from types import SimpleNamespace

import numpy as np
import pytest

from leadfield.api.brain.plot import plot_estimate
from leadfield.freesurfer.overlay import write_morph
from leadfield.freesurfer.surface import Surface, write_surface
from leadfield.numerics.mesh_sphere import icosahedron

AXES = {"white": (30.0, 70, 50), "inflated": (35.0, 80, 55)}
SOURCES = np.arange(0, 642, 2)


@pytest.fixture(scope="session")
def subjects(tmp_path_factory):
    """Folder of subjects with one, ``made``."""
    folder = tmp_path_factory.mktemp("subjects")
    (folder / "made" / "surf").mkdir(parents=True)
    (folder / "made" / "label").mkdir()
    vertices, triangles = icosahedron(4)
    folds = np.sin(6 * vertices[:, 1] + 0.4) * np.cos(5 * vertices[:, 2] + 1.1)
    for half, side in (("lh", -1), ("rh", 1)):
        for name, axes in AXES.items():
            # a temporal lobe tells the front from the back
            pointsd = vertices * axes + np.array([side * 40.0, 0, 0])
            pointsd[:, 2] -= (
                18
                * np.exp(-((vertices[:, 1] - 0.3) ** 2) / 0.05)
                * (vertices[:, 2] < 0)
                * vertices[:, 2] ** 2
            )
            path = folder / "made" / "surf" / f"{half}.{name}"
            write_surface(path, Surface(vertices=pointsd, triangles=triangles))
        write_morph(folder / "made" / "surf" / f"{half}.curv", folds)
    return folder


@pytest.fixture(scope="session")
def estimate():
    """Values of two patches of opposite sign that come and go over five samples."""
    vertices, _ = icosahedron(4)
    points = vertices[SOURCES]
    one = np.exp(-((points - [-0.9, 0.1, 0.3]) ** 2).sum(axis=1) / 0.15)
    other = np.exp(-((points - [0.9, -0.3, 0.2]) ** 2).sum(axis=1) / 0.15)
    course = np.sin(np.linspace(0.3, 2.8, 5))
    both = np.concatenate([one - 0.7 * other, 0.8 * other - 0.6 * one])
    signed = 10 * both[:, None] * course
    slanted = np.tile(points, (2, 1)) + np.array([0, 0.8, 0.5])
    return SimpleNamespace(
        signed=signed,
        values=abs(signed),
        moments=signed[:, None] * slanted[:, :, None],
        vertices=[SOURCES, SOURCES],
        times=np.arange(5) * 0.1,
    )


@pytest.fixture
def plot(subjects, estimate):
    """Call ``plot_estimate`` with one of the estimates and small pictures."""

    def call(kind="values", **options):
        options = {"subjects_dir": subjects, "size": 200, **options}
        if kind == "values":
            options.setdefault("clim", {"kind": "value", "lims": [2, 4, 9]})
        return plot_estimate(
            values=getattr(estimate, kind),
            vertices=estimate.vertices,
            times=estimate.times,
            subject="made",
            vector=kind == "moments",
            **options,
        )

    return call


@pytest.fixture
def patch():
    """A label of the vertices around a point of the unit sphere."""
    vertices, _ = icosahedron(4)

    def label(centre, radius, hemi="lh", **more):
        near = np.linalg.norm(vertices - centre, axis=1) < radius
        numbers = np.flatnonzero(near)
        values = np.linspace(0, 1, len(numbers))
        held = {"hemi": hemi, "name": "patch", "vertices": numbers, "values": values, "color": None}
        return SimpleNamespace(**{**held, **more})

    return label
