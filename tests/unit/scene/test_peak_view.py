"""The sample and the view that show where a map is strongest."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.numerics.mesh_sphere import icosahedron
from leadfield.scene.colours import make_colour_table, signed_colormap
from leadfield.scene.limits import Limits
from leadfield.scene.mesh import make_mesh
from leadfield.scene.peak_view import peak_sample, peak_view
from leadfield.scene.smoothing import iterated_smoothing
from leadfield.scene.source_activity import Activity, HemisphereSources

SHAPE, TRIANGLES = icosahedron(3)
MESHES = {name: make_mesh(60 * SHAPE, TRIANGLES) for name in ("lh", "rh")}
N = len(SHAPE)


def activity(left, right):
    sources = [
        HemisphereSources(
            hemisphere=name,
            vertices=np.arange(N),
            values=values,
            smoothing=iterated_smoothing(TRIANGLES, N, np.arange(N), 0),
        )
        for name, values in (("lh", left), ("rh", right))
    ]
    limits = Limits(low=0.0, middle=1.0, high=2.0, signed=True)
    return Activity(
        sources=tuple(sources),
        times=np.arange(float(left.shape[-1])),
        colour_table=make_colour_table(signed_colormap(), limits, transparent=True),
    )


def values_with(place, size, sample, shape=(N, 4)):
    values = np.zeros(shape)
    values[np.argmax(SHAPE @ place), ..., sample] = size
    return values


@pytest.mark.parametrize(
    ("hemisphere", "place", "view"),
    [
        ("lh", (-1, 0, 0), "lateral"),
        ("rh", (-1, 0, 0), "medial"),
        ("rh", (0, -1, 0), "caudal"),
        ("lh", (0, 0.2, 1), "dorsal"),
        ("lh", (0, 1, 0), "rostral"),
        ("rh", (0, 0, -1), "ventral"),
    ],
)
def test_the_strongest_source_is_looked_at_from_outside(hemisphere, place, view):
    strong, none = values_with(place, -3.0, 2), np.zeros((N, 4))
    found = activity(*((strong, none) if hemisphere == "lh" else (none, strong)))
    assert peak_view(found, MESHES) == (hemisphere, view)


def test_a_time_has_a_peak_of_its_own():
    values = values_with((0, 0, 1), 5.0, 1) + values_with((0, -1, 0), 2.0, 3)
    found = activity(values, np.zeros((N, 4)))
    assert peak_view(found, MESHES) == ("lh", "dorsal")
    assert peak_view(found, MESHES, 3) == ("lh", "caudal")


def test_one_noisy_source_is_not_the_peak_of_a_map():
    values = values_with((0, 0, 1), 5.0, 0)
    values[:40, 2] = 3.0
    found = activity(values, np.zeros((N, 4)))
    assert peak_sample(found) == 2


def test_moments_count_by_their_length():
    moments = np.zeros((N, 3, 4))
    moments[:, :, 1] = 1.0
    moments[:, 2, 3] = 1.5
    found = activity(moments, np.zeros((N, 3, 4)))
    assert peak_sample(found) == 1


def test_a_fold_does_not_turn_the_view_away():
    mesh = MESHES["lh"]
    normals = mesh.normals.copy()
    top = int(np.argmax(SHAPE[:, 2]))
    normals[top] = (1, 0, 0)
    folded = {**MESHES, "lh": replace(mesh, normals=normals)}
    found = activity(values_with((0, 0, 1), 5.0, 1), np.zeros((N, 4)))
    assert peak_view(found, folded) == ("lh", "dorsal")
