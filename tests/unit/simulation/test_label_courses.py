"""Courses of labels given to their sources."""

import numpy as np
import pytest

from leadfield.base.errors import MismatchError, RepeatedError
from leadfield.labels.label import CorticalLabel
from leadfield.simulation.label_courses import label_courses
from leadfield.simulation.places import chance_sources, chance_vertex, label_candidates


@pytest.fixture
def sources(problem):
    return problem.forwards["surface"].sources


def make(sources, rows, hemisphere="lh", values=None):
    space = sources.spaces[("lh", "rh").index(hemisphere)]
    vertices = space.vertices[rows] if len(rows) else np.empty(0, np.int64)
    return CorticalLabel(
        hemisphere=hemisphere,
        vertices=vertices,
        positions=space.positions[vertices],
        values=np.ones(len(vertices)) if values is None else np.array(values, float),
        name="made",
    )


def test_every_source_has_the_course_of_its_label(sources):
    labels = [make(sources, [1, 3]), make(sources, [0], "rh")]
    data, (left, right) = label_courses(
        sources, labels, np.array([[1.0, 2.0], [3.0, 4.0]]), weigh=None, overlap=False
    )
    np.testing.assert_array_equal(data, [[1, 2], [1, 2], [3, 4]])
    np.testing.assert_array_equal(left, sources.spaces[0].vertices[[1, 3]])
    np.testing.assert_array_equal(right, sources.spaces[1].vertices[[0]])


def test_values_of_a_label_weigh_its_sources(sources):
    label = make(sources, [1, 3], values=[2, 5])
    data, _ = label_courses(
        sources, [label], np.ones((1, 2)), weigh=lambda value: value + 1, overlap=False
    )
    np.testing.assert_array_equal(data, [[3, 3], [6, 6]])


def test_shared_sources_are_refused_or_have_the_sum(sources):
    labels, courses = [make(sources, [1, 3]), make(sources, [3, 4])], np.array([[1.0], [10.0]])
    with pytest.raises(RepeatedError, match="must not share sources unless allow_overlap=True"):
        label_courses(sources, labels, courses, weigh=None, overlap=False)
    data, _ = label_courses(sources, labels, courses, weigh=None, overlap=True)
    np.testing.assert_array_equal(data[:, 0], [1, 11, 10])


def test_a_label_without_sources_takes_the_nearest_one(sources):
    space = sources.spaces[0]
    free = np.setdiff1d(np.arange(len(space.positions)), space.vertices)[:1]
    label = CorticalLabel(
        hemisphere="lh",
        vertices=free,
        positions=space.positions[free],
        values=np.array([4.0]),
        name="made",
    )
    data, (left, _) = label_courses(
        sources, [label], np.ones((1, 1)), weigh=lambda value: value, overlap=False
    )
    gaps = np.linalg.norm(space.positions[space.vertices] - space.positions[free], axis=1)
    assert left.tolist() == [space.vertices[gaps.argmin()]]
    assert data.tolist() == [[4.0]]
    with pytest.raises(MismatchError, match="must hold at least one source"):
        label_candidates(label, sources)


def test_courses_and_labels_must_be_as_many(sources):
    with pytest.raises(MismatchError, match="got 2 rows for 1 labels"):
        label_courses(sources, [make(sources, [0])], np.ones((2, 3)), weigh=None, overlap=False)


def test_chance_takes_sources_that_there_are(sources):
    chosen = chance_sources(sources, 7, np.random.default_rng(0))
    assert [len(one) for one in chosen] == [3, 4]
    for one, space in zip(chosen, sources.spaces, strict=True):
        assert set(one.tolist()) <= set(space.vertices.tolist())
    assert chance_vertex(np.array([5]), np.random.RandomState(0)) == 5
    with pytest.raises(ValueError, match="at most 20"):
        chance_sources(sources, 21, np.random.default_rng(0))
