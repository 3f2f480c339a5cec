"""A small made-up brain: two ellipsoids with folds."""

import numpy as np
import pytest

from leadfield.numerics.mesh_sphere import icosahedron
from leadfield.render.colours import base_colours
from leadfield.scene.camera import camera_for
from leadfield.scene.colours import table_of
from leadfield.scene.limits import Limits
from leadfield.scene.mesh import mesh_of
from leadfield.scene.scene import Hemisphere, Panel, Scene
from leadfield.scene.smoothing import spread_steps
from leadfield.scene.source_activity import Activity, HemisphereSources

AXES = np.array([35.0, 80, 55])


def hemisphere(name):
    vertices, triangles = icosahedron(4)
    side = -1 if name == "lh" else 1
    folds = np.sin(6 * vertices[:, 1]) * np.cos(5 * vertices[:, 2] + 1)
    placed = vertices * AXES + [side * 40, 0, 0]
    return Hemisphere(name=name, mesh=mesh_of(placed, triangles, folds))


def activity(halves, *, limits=None, moments=False, arrows=None):
    limits = limits or Limits(low=2, middle=5, high=9)
    sources = []
    for half in halves:
        vertices = np.arange(0, 642, 2)
        place = half.mesh.vertices[vertices]
        focus = np.array([np.sign(half.mesh.vertices[:, 0].mean()) * 75, 10, 5])
        near = 10 * np.exp(-((place - focus) ** 2).sum(axis=1) / 800)
        values = near[:, None] * [1.0, 0.5]
        if moments:
            out = np.sign(focus[0])
            values = values[:, None] * np.array([[[0.6 * out], [0], [0.8]]])
        mesh = half.mesh
        spread = spread_steps(mesh.triangles, len(mesh.vertices), vertices, None)
        sources.append(
            HemisphereSources(hemisphere=half.name, vertices=vertices, values=values, spread=spread)
        )
    return Activity(
        sources=tuple(sources),
        times=np.array([0.0, 0.1]),
        table=table_of(base_colours("hot"), limits, transparent=True),
        arrows=arrows,
        time_label="{:.1f} s".format,
    )


@pytest.fixture(scope="session")
def halves():
    return hemisphere("lh"), hemisphere("rh")


@pytest.fixture
def scene(halves):
    """One lateral view of the left hemisphere, with activity."""
    panel = Panel(row=0, column=0, hemispheres=("lh",), camera=camera_for("lateral", "lh"))
    return Scene(hemispheres=halves[:1], panels=(panel,), activity=activity(halves[:1]))


@pytest.fixture(scope="session")
def make_activity():
    return activity
