"""Morphs between two little brains: laws, and arguments that cannot be used."""

import shutil

import numpy as np
import pytest

from leadfield.base.errors import InputError, MismatchError, MissingFileError
from leadfield.estimates.source_courses import SourceAxes, SourceCourses
from leadfield.freesurfer.surface import read_surface
from leadfield.morph.average import average_estimates
from leadfield.morph.compute import Subjects, compute_morph, compute_sparse_morph
from leadfield.morph.cortical import apply_morph
from leadfield.morph.vertices import target_vertices
from leadfield.numerics.mesh import unit

SOURCES = (np.arange(0, 500, 9), np.arange(3, 550, 11))


def morph(folder, *, smooth=None, targets=None, pair=("ann", "ben"), crossed=False):
    subjects = Subjects(folder=folder, source=pair[0], target=pair[1], crossed=crossed)
    targets = targets or target_vertices(None, folder, pair[1])
    return compute_morph(subjects, SOURCES, targets, smooth, warn_missing=False)


def test_a_constant_stays_constant(little_subjects):
    found = morph(little_subjects)
    np.testing.assert_allclose(found.matrix.as_csr().sum(axis=1), 1, rtol=1e-12)
    assert found.matrix.values.min() > -1e-12


def test_to_oneself_without_smoothing_nothing_moves(little_subjects):
    found = morph(little_subjects, smooth=0, targets=SOURCES, pair=("ann", "ann"))
    n = sum(map(len, SOURCES))
    assert np.array_equal(found.matrix.as_csr().toarray(), np.eye(n))


def test_a_place_on_the_sphere_keeps_its_place(little_subjects):
    surf = little_subjects / "ann" / "surf"
    all_sources = tuple(
        np.arange(len(read_surface(surf / f"{h}.sphere.reg").vertices)) for h in ("lh", "rh")
    )
    subjects = Subjects(folder=little_subjects, source="ann", target="ben")
    targets = target_vertices(None, little_subjects, "ben")
    found = compute_morph(subjects, all_sources, targets, 0, warn_missing=False)
    places, wanted = (
        np.concatenate(
            [
                unit(read_surface(little_subjects / s / "surf" / f"{h}.sphere.reg").vertices)
                for h in ("lh", "rh")
            ]
        )
        for s in ("ann", "ben")
    )
    # A few points lie in thin triangles whose corners are not the nearest vertex.
    assert np.median(np.abs(unit(found.matrix.times(places)) - wanted).max(axis=1)) < 1e-3


def test_hemispheres_do_not_mix_unless_crossed(little_subjects):
    n = len(SOURCES[0])
    straight = morph(little_subjects).matrix.as_csr().toarray()
    assert not straight[:600, n:].any()
    assert not straight[600:, :n].any()
    crossed = morph(little_subjects, pair=("ann", "ann"), crossed=True).matrix.as_csr().toarray()
    assert not crossed[:500, :n].any()
    assert not crossed[500:, n:].any()
    np.testing.assert_allclose(crossed.sum(axis=1), 1)


def test_crossing_needs_one_subject(little_subjects):
    with pytest.raises(MismatchError, match="one subject"):
        morph(little_subjects, crossed=True)


def test_crossing_needs_spheres_of_the_same_cortex(little_subjects, tmp_path):
    shutil.copytree(little_subjects / "ann", tmp_path / "ann")
    surf = tmp_path / "ann" / "surf"
    shutil.copy(surf / "rh.sphere.reg", surf / "lh.sphere.left_right")
    with pytest.raises(MismatchError, match="500 vertices of sphere"):
        morph(tmp_path, pair=("ann", "ann"), crossed=True)


def test_an_empty_hemisphere_gives_no_values(little_subjects):
    subjects = Subjects(folder=little_subjects, source="ann", target="ben")
    targets = (np.arange(5), np.arange(4))
    found = compute_morph(subjects, (SOURCES[0], np.arange(0)), targets, None, warn_missing=False)
    assert found.matrix.shape == (9, len(SOURCES[0]))
    assert not found.matrix.as_csr().toarray()[5:].any()


def test_vertices_that_are_not_reached_are_told_of(little_subjects):
    subjects = Subjects(folder=little_subjects, source="ann", target="ben")
    targets = target_vertices(None, little_subjects, "ben")
    with pytest.warns(RuntimeWarning, match="after 1 smoothing steps"):
        compute_morph(subjects, SOURCES, targets, 1, warn_missing=True)
    compute_morph(subjects, SOURCES, targets, 0, warn_missing=True)


def test_sources_must_be_the_subjects_own(little_subjects):
    subjects = Subjects(folder=little_subjects, source="ann", target="ben")
    with pytest.raises(MismatchError, match="below 500"):
        compute_morph(subjects, (np.array([7, 500]), SOURCES[1]), SOURCES, None, warn_missing=False)


def test_an_unknown_subject_is_told_who_there_is(little_subjects):
    with pytest.raises(MissingFileError, match="got 'cleo': there are ann, ben"):
        morph(little_subjects, pair=("ann", "cleo"))


@pytest.mark.parametrize(
    ("spacing", "problem"),
    [
        (9, "at most 7"),
        (-1, "at least 0"),
        ([[1, 2]], "two arrays"),
        ([[2, 1], [0]], "in order"),
        ([[0.5], [1]], "vertex numbers"),
        (4, "some twice"),
    ],
)
def test_a_spacing_that_cannot_be_used_is_refused(little_subjects, spacing, problem):
    with pytest.raises(InputError, match=problem):
        target_vertices(spacing, little_subjects, "ann")


def test_regular_vertices_are_spread_over_the_sphere(little_subjects):
    left, _ = target_vertices(1, little_subjects, "ben")
    places = unit(read_surface(little_subjects / "ben" / "surf" / "lh.sphere.reg").vertices)
    assert len(left) == 42
    assert np.abs(places[left].mean(axis=0)).max() < 0.1


def test_a_sparse_morph_moves_values_as_they_are(little_subjects):
    subjects = Subjects(folder=little_subjects, source="ann", target="ben")
    found = compute_sparse_morph(subjects, (np.arange(0, 500, 100), np.arange(0, 550, 110)))
    assert np.array_equal(found.matrix.as_csr().sum(axis=0), np.ones(10))
    assert np.array_equal(found.matrix.as_csr().sum(axis=1), np.ones(10))
    assert all((np.diff(v) > 0).all() for v in found.vertices_to)


def test_sparse_sources_may_not_meet(little_subjects):
    subjects = Subjects(folder=little_subjects, source="ben", target="ann")
    with pytest.raises(InputError, match="sparse=False"):
        compute_sparse_morph(subjects, (np.arange(600), np.arange(650)))


def courses(vertices, *shape, **given):
    data = np.random.default_rng(0).standard_normal((sum(map(len, vertices)), *shape))
    given = {"kind": "surface", "tmin": -0.1, "tstep": 0.5, "vector": len(shape) == 2} | given
    return SourceCourses(axes=SourceAxes(vertices=vertices, **given), data=data)


@pytest.mark.parametrize("shape", [(4,), (3, 4)])
def test_an_estimate_is_morphed_with_its_times_and_directions(little_subjects, shape):
    found = morph(little_subjects)
    before = courses(SOURCES, *shape, subject="ann")
    data, axes = apply_morph(found, before)
    assert axes.subject == "ben"
    assert (axes.tmin, axes.tstep, axes.vector) == (-0.1, 0.5, before.axes.vector)
    assert data.shape == (1250, *shape)
    np.testing.assert_allclose(
        data[..., 2], np.tensordot(found.matrix.as_csr().toarray(), before.data[..., 2], 1)
    )


def test_complex_values_stay_complex(little_subjects):
    found = morph(little_subjects)
    real = courses(SOURCES, 2)
    data, _ = apply_morph(found, SourceCourses(axes=real.axes, data=1j * real.data))
    np.testing.assert_allclose(data, 1j * apply_morph(found, real)[0])


@pytest.mark.parametrize(
    ("other", "problem"),
    [
        (courses((SOURCES[0][1:], SOURCES[1]), 2), "left out of the forward solution"),
        (courses((SOURCES[0] + 1, SOURCES[1]), 2), "make the morph from"),
        (courses(SOURCES, 2, subject="ben"), "is morphed, 'ann', got 'ben'"),
        (courses((SOURCES[0],), 2, kind="volume"), "volume estimate"),
    ],
)
def test_an_estimate_that_does_not_fit_is_refused(little_subjects, other, problem):
    with pytest.raises(MismatchError, match=problem):
        apply_morph(morph(little_subjects), other)


def test_the_mean_of_estimates_is_that_of_their_values():
    axes = courses(SOURCES, 3).axes
    several = [SourceCourses(axes=axes, data=np.full((106, 3), x)) for x in (1.0, 2.0, 6.0)]
    mean, axes = average_estimates(several)
    np.testing.assert_allclose(mean, 3.0)
    assert (axes.tmin, axes.tstep) == (-0.1, 0.5)


@pytest.mark.parametrize(
    ("other", "problem"),
    [
        (courses(SOURCES, 3, subject="ann"), "one subject"),
        (courses((SOURCES[0][1:], SOURCES[1]), 3), "same vertices"),
        (courses(SOURCES, 3, 3), "one kind"),
        (courses(SOURCES, 4), "same times"),
        (courses(SOURCES, 3, tmin=0.0), "same times"),
    ],
)
def test_only_what_fits_is_averaged(other, problem):
    with pytest.raises(MismatchError, match=problem):
        average_estimates([courses(SOURCES, 3), other])


def test_there_must_be_something_to_average():
    with pytest.raises(InputError, match="at least one"):
        average_estimates([])
