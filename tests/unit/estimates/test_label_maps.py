"""Maps of labels, and labels of maps."""

import numpy as np
import pytest

from leadfield.estimates.label_maps import (
    active_patches,
    active_vertices,
    spread_over_labels,
    vertices_of_labels,
)
from leadfield.estimates.source_courses import SourceAxes, SourceCourses
from leadfield.labels.label import CorticalLabel
from leadfield.sources.setup import cortical_sources
from leadfield.sources.spacing import as_spacing


def label(*vertices, hemisphere="lh"):
    n = len(vertices)
    return CorticalLabel(
        vertices=np.array(vertices),
        positions=np.zeros((n, 3)),
        values=np.ones(n),
        hemisphere=hemisphere,
    )


def test_a_source_has_the_mean_of_its_labels_and_one_of_none_has_0():
    labels = [label(1, 2), label(2, 3), label(7, hemisphere="rh")]
    values = np.array([[1.0, 10.0], [3.0, 30.0], [5.0, 50.0]])
    spread = spread_over_labels(labels, values, [np.array([1, 2, 3, 4]), np.array([7])])
    assert spread[:, 0].tolist() == [1, 2, 3, 0, 5]
    assert spread[:, 1].tolist() == [10, 20, 30, 0, 50]


def test_vertices_of_labels_are_counted_once():
    left, right = vertices_of_labels([label(1, 2), label(2, 3)])
    assert (left.tolist(), right.tolist()) == ([1, 2, 3], [])


@pytest.fixture
def sources(little_subjects):
    return cortical_sources(little_subjects, "ann", as_spacing("oct3"), "white")


def map_of(sources, values):
    axes = SourceAxes(kind="surface", vertices=sources.vertices, tmin=0, tstep=1)
    data = np.zeros((sources.n_sources, 2))
    for row, value in values.items():
        data[row, 1] = value
    return SourceCourses(axes=axes, data=data)


def test_a_source_that_is_ever_active_counts(sources):
    left, right = sources.vertices
    courses = map_of(sources, {0: 2.0, 5: -1.0, len(left) + 1: 3.0})
    assert active_vertices(courses, 0).tolist() == left[[0, 5]].tolist()
    assert active_vertices(courses, 1).tolist() == right[[1]].tolist()


def test_patches_are_connected_and_the_strongest_comes_first(sources):
    space = sources.spaces[0]
    triangle = np.searchsorted(space.vertices, space.used_triangles[0])
    touching = (np.isin(space.used_triangles, space.vertices[triangle])).any(axis=1)
    near = np.searchsorted(space.vertices, np.unique(space.used_triangles[touching]))
    apart = int(np.setdiff1d(np.arange(space.n_sources), near)[0])
    weak = dict.fromkeys(triangle.tolist(), 1.0)
    left, right = active_patches(map_of(sources, {**weak, apart: -4.0}), sources)
    assert [one.tolist() for one in left] == [
        [space.vertices[apart]],
        np.sort(space.vertices[triangle]).tolist(),
    ]
    assert right == []
