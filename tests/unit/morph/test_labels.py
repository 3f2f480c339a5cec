"""Labels on another cortex."""

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, DataError
from leadfield.freesurfer.surface import read_surface
from leadfield.labels.label import CorticalLabel
from leadfield.morph.compute import Subjects, compute_morph
from leadfield.morph.labels import morph_label, move_labels
from leadfield.morph.vertices import target_vertices


def label(vertices, values=None, hemisphere="lh"):
    n = len(vertices)
    return CorticalLabel(
        vertices=np.asarray(vertices),
        positions=np.ones((n, 3)),
        values=np.ones(n) if values is None else np.asarray(values, float),
        hemisphere=hemisphere,
        name="x",
        subject="ann",
    )


@pytest.fixture
def to_ben(little_subjects):
    return Subjects(folder=little_subjects, source="ann", target="ben")


@pytest.fixture
def at_home(little_subjects):
    return Subjects(folder=little_subjects, source="ann", target="ann")


def test_without_smoothing_a_label_stays_what_it_is_at_home(at_home):
    moved = morph_label(label([3, 9], [1, 5]), at_home, smooth=0, grade=None)
    assert (moved.vertices.tolist(), moved.values.tolist()) == ([3, 9], [1, 5])


def test_smoothing_adds_the_neighbours(at_home, little_subjects):
    moved = morph_label(label([3]), at_home, smooth=1, grade=None)
    triangles = read_surface(little_subjects / "ann" / "surf" / "lh.sphere.reg").triangles
    around = np.unique(triangles[(triangles == 3).any(axis=1)])
    assert moved.vertices.tolist() == around.tolist()


def test_a_label_is_on_the_other_cortex_near_where_it_was(to_ben, little_subjects):
    moved = morph_label(label([7], hemisphere="rh"), to_ben, smooth=1, grade=None)
    assert (moved.subject, moved.hemisphere) == ("ben", "rh")
    spheres = [
        read_surface(little_subjects / who / "surf" / "rh.sphere.reg").vertices
        for who in ("ann", "ben")
    ]
    assert len(moved)
    away = np.linalg.norm(spheres[1][moved.vertices] - spheres[0][7], axis=1)
    assert away.max() < 60  # of a sphere of 100 mm


@pytest.mark.parametrize("steps", [0, 1, 4])
@pytest.mark.parametrize("vertices", [[7], [0, 3, 40], [11, 12, 13, 14, 15]])
def test_values_are_those_of_a_morph_of_the_label_as_a_map(to_ben, vertices, steps):
    given = label(vertices, np.arange(1, len(vertices) + 1))
    targets = target_vertices(None, to_ben.folder, "ben")
    none = np.empty(0, int)
    morph = compute_morph(
        to_ben, (given.vertices, none), (targets[0], none), steps, warn_missing=False
    )
    want = morph.matrix.times(given.values[:, np.newaxis])[:, 0]
    moved = morph_label(given, to_ben, smooth=steps, grade=None)
    np.testing.assert_array_equal(moved.vertices, targets[0][want != 0])
    np.testing.assert_allclose(moved.values, want[want != 0], rtol=1e-12)


def test_only_vertices_that_are_asked_for_are_taken(to_ben):
    every = morph_label(label([7]), to_ben, smooth=3, grade=None).vertices
    some = morph_label(label([7]), to_ben, smooth=3, grade=np.arange(0, 600, 2)).vertices
    assert some.tolist() == [v for v in every.tolist() if v % 2 == 0]


def test_values_of_zero_leave_nothing(at_home):
    with pytest.raises(DataError, match="fill"):
        morph_label(label([3], [0.0]), at_home, smooth=1, grade=None)


def test_smoothing_takes_a_number_of_steps(at_home):
    with pytest.raises(ArgumentTypeError, match="smooth must be a whole number"):
        morph_label(label([3]), at_home, smooth=None, grade=None)


def test_labels_that_cover_a_cortex_cover_the_other(to_ben):
    labels = [label(np.arange(start, 500, 3)) for start in range(3)]
    moved = move_labels(labels, to_ben, "white")
    together = np.concatenate([one.vertices for one in moved])
    assert sorted(together) == list(range(600))


def test_moved_labels_keep_their_order_and_lie_on_the_surface(to_ben, little_subjects):
    labels = [label([3, 4, 5], hemisphere="rh"), label([1, 2])]
    moved = move_labels(labels, to_ben, "white")
    assert [one.hemisphere for one in moved] == ["rh", "lh"]
    surface = read_surface(little_subjects / "ben" / "surf" / "rh.white")
    np.testing.assert_allclose(moved[0].positions, 1e-3 * surface.vertices[moved[0].vertices])


def test_nothing_moves_at_home(at_home):
    (moved,) = move_labels([label([3, 9])], at_home, "white")
    assert moved.vertices.tolist() == [3, 9]
