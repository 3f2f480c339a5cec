"""Morphs of volumes by Talairach transforms."""

from dataclasses import replace

import nibabel
import numpy as np
import pytest

from leadfield.base.errors import InputError, MismatchError, MissingFileError
from leadfield.estimates.source_courses import SourceAxes, SourceCourses
from leadfield.forward.brain_bounds import bounds_of_sphere
from leadfield.forward.volume_sources import GridOptions, grid_sources
from leadfield.morph.compute import Subjects
from leadfield.morph.volumes import apply_volume_morph, compute_volume_morph
from leadfield.sources.points import point_sources

# Linear transforms from scanner coordinates to MNI's, in mm: one turns, shrinks and moves.
TURN = np.array([[0.9, 0.05, 0, 4], [-0.05, 1.1, 0.1, -6], [0, -0.1, 1.05, 3], [0, 0, 0, 1]])
TRANSFORMS = {"ann": TURN, "ben": np.eye(4)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Two subjects with an image whose scanner coordinates are not those of surfaces."""
    folder = tmp_path_factory.mktemp("subjects")
    to_scanner = np.array([[-8.0, 0, 0, 125], [0, 0, 8, -110], [0, -8, 0, 117], [0, 0, 0, 1]])
    for name, matrix in TRANSFORMS.items():
        home = folder / name / "mri"
        (home / "transforms").mkdir(parents=True)
        values = np.ones((30, 30, 30), np.uint8)
        values[:15] = 2
        nibabel.save(nibabel.MGHImage(values, to_scanner), home / "T1.mgz")
        rows = "\n".join(" ".join(map(str, row)) for row in matrix[:3])
        (home / "transforms" / "talairach.xfm").write_text(f"Linear_Transform =\n{rows};\n")
    return folder


def volumes(folder, subject, *, spacing, radius=0.06, structures=None):
    options = GridOptions(
        spacing=spacing,
        margin=0.0,
        hole=0.0,
        image=folder / subject / "mri" / "T1.mgz",
        structures=structures,
        joined=False,
        interpolated=False,
    )
    return grid_sources(bounds_of_sphere(np.zeros(3), radius), options, subject).spaces


def mni(subject, space):
    """MNI coordinates of sources, in mm."""
    scanner = space.grid.mri_to_ras.points(space.positions[space.vertices])
    return 1e3 * scanner @ TRANSFORMS[subject][:3, :3].T + TRANSFORMS[subject][:3, 3]


@pytest.fixture
def subjects(folder):
    return Subjects(folder=folder, source="ann", target="ben")


def test_values_linear_in_mni_coordinates_stay_so(folder, subjects):
    source = volumes(folder, "ann", spacing=0.01, radius=0.08)
    target = volumes(folder, "ben", spacing=0.013, radius=0.04)
    morph = compute_volume_morph(subjects, source, target)
    found = morph.matrix @ mni("ann", source[0])
    np.testing.assert_allclose(found, mni("ben", target[0]), atol=1e-9)
    np.testing.assert_allclose(morph.matrix.sum(axis=1), 1)


def test_a_morph_to_the_same_sources_changes_nothing(folder):
    same = Subjects(folder=folder, source="ann", target="ann")
    source = volumes(folder, "ann", spacing=0.012)
    morph = compute_volume_morph(same, source, source)
    np.testing.assert_allclose(morph.matrix.toarray(), np.eye(source[0].n_sources), atol=1e-9)


def test_places_without_sources_are_zeros(folder, subjects):
    source = volumes(folder, "ann", spacing=0.01, radius=0.03)
    target = volumes(folder, "ben", spacing=0.01, radius=0.07)
    sums = compute_volume_morph(subjects, source, target).matrix.sum(axis=1)
    far = np.linalg.norm(mni("ben", target[0]), axis=1) > 60
    assert far.sum() > 100
    assert not sums[far].any()


def test_structures_are_morphed_together(folder, subjects):
    halves = volumes(folder, "ann", spacing=0.01, structures={"right": 1, "left": 2})
    whole = volumes(folder, "ann", spacing=0.01)
    targets = volumes(folder, "ben", spacing=0.014, structures={"right": 1, "left": 2})
    by_parts = compute_volume_morph(subjects, halves, targets)
    at_once = compute_volume_morph(subjects, whole, targets)
    numbers = np.concatenate([space.vertices for space in halves])
    values = np.random.default_rng(0).standard_normal(len(whole[0].positions))
    np.testing.assert_allclose(
        by_parts.matrix @ values[numbers], at_once.matrix @ values[whole[0].vertices]
    )
    assert [len(v) for v in by_parts.vertices_to] == [space.n_sources for space in targets]


@pytest.mark.parametrize("vector", [False, True])
def test_estimates_get_the_other_subjects_sources(folder, subjects, vector):
    source, target = (volumes(folder, name, spacing=0.02) for name in ("ann", "ben"))
    morph = compute_volume_morph(subjects, source, target)
    axes = SourceAxes(
        kind="volume",
        vertices=(source[0].vertices,),
        tmin=0,
        tstep=1,
        vector=vector,
        subject="ann",
    )
    shape = (source[0].n_sources, *((3,) if vector else ()), 4)
    data = np.random.default_rng(0).standard_normal(shape)
    found, moved = apply_volume_morph(morph, SourceCourses(axes=axes, data=data))
    np.testing.assert_allclose(found, np.tensordot(morph.matrix.toarray(), data, 1))
    assert moved.subject == "ben"
    np.testing.assert_array_equal(moved.vertices[0], target[0].vertices)
    with pytest.raises(MismatchError, match=r"'ann', got 'cat'"):
        apply_volume_morph(morph, SourceCourses(axes=replace(axes, subject="cat"), data=data))
    fewer = replace(axes, vertices=(source[0].vertices[:-1],))
    with pytest.raises(MismatchError, match=r"the sources that the morph was made for"):
        apply_volume_morph(morph, SourceCourses(axes=fewer, data=data[:-1]))


def test_what_has_no_grid_or_several_is_refused(folder, subjects):
    one, other = (volumes(folder, "ann", spacing=spacing) for spacing in (0.02, 0.015))
    with pytest.raises(MismatchError, match="share one grid"):
        compute_volume_morph(subjects, [*one, *other], one)
    points = point_sources(np.zeros((1, 3)), np.ones((1, 3)), subject="ann").spaces
    with pytest.raises(InputError, match="volume's grid"):
        compute_volume_morph(subjects, points, one)


def test_both_subjects_need_their_transform(folder, subjects):
    (folder / "cat").mkdir(exist_ok=True)
    source = volumes(folder, "ann", spacing=0.02)
    with pytest.raises(MissingFileError, match=r"talairach\.xfm"):
        compute_volume_morph(replace(subjects, target="cat"), source, source)
