"""A small made-up brain: two ellipsoids with folds."""

import numpy as np
import pytest

from leadfield.numerics.mesh_sphere import icosahedron
from leadfield.render.colours import colormap_colours
from leadfield.scene.camera import camera_for
from leadfield.scene.colours import make_colour_table
from leadfield.scene.limits import Limits
from leadfield.scene.mesh import make_mesh
from leadfield.scene.scene import Hemisphere, Panel, Scene
from leadfield.scene.smoothing import iterated_smoothing
from leadfield.scene.source_activity import Activity, HemisphereSources

AXES = np.array([35.0, 80, 55])


def hemisphere(name):
    vertices, triangles = icosahedron(4)
    side = -1 if name == "lh" else 1
    folds = np.sin(6 * vertices[:, 1]) * np.cos(5 * vertices[:, 2] + 1)
    placed = vertices * AXES + [side * 40, 0, 0]
    return Hemisphere(name=name, mesh=make_mesh(placed, triangles, folds))


def activity(halves, *, limits=None, moments=False, arrows=None):
    limits = limits or Limits(low=2, middle=5, high=9)
    sources = []
    for half in halves:
        vertices = np.arange(0, 642, 2)
        points = half.mesh.vertices[vertices]
        focus = np.array([np.sign(half.mesh.vertices[:, 0].mean()) * 75, 10, 5])
        near = 10 * np.exp(-((points - focus) ** 2).sum(axis=1) / 800)
        values = near[:, None] * [1.0, 0.5]
        if moments:
            out = np.sign(focus[0])
            values = values[:, None] * np.array([[[0.6 * out], [0], [0.8]]])
        mesh = half.mesh
        smoothing = iterated_smoothing(mesh.triangles, len(mesh.vertices), vertices, None)
        sources.append(
            HemisphereSources(
                hemisphere=half.name, vertices=vertices, values=values, smoothing=smoothing
            )
        )
    return Activity(
        sources=tuple(sources),
        times=np.array([0.0, 0.1]),
        colour_table=make_colour_table(colormap_colours("hot"), limits, transparent=True),
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
