"""Morphs of a cortex and of volumes together."""

import numpy as np
import pytest
import scipy

from leadfield.base.errors import MismatchError
from leadfield.estimates.source_courses import SourceAxes, SourceCourses
from leadfield.morph.cortical import CorticalMorph
from leadfield.morph.mixed import MixedMorph, apply_any_morph, cortex_and_volumes, take_part
from leadfield.morph.registration import ImageGrid, Registration, RegistrationSettings
from leadfield.morph.volume_matrix import VolumePath
from leadfield.morph.volumes import VolumeMorph
from leadfield.numerics.sparse_rows import SparseRows
from leadfield.sources.space import VolumeGrid

RNG = np.random.default_rng(0)


def a_cortex(**changes):
    options = {
        "matrix": SparseRows.of(scipy.sparse.csr_array(RNG.standard_normal((3, 2)))),
        "vertices_from": ([1], [2]),
        "vertices_to": ([0], [5, 9]),
        "subject_from": "ann",
        "subject_to": "ben",
    }
    return CorticalMorph(**{**options, **changes})


def a_volume(**changes):
    image = ImageGrid(shape=(2, 2, 3), to_scanner=np.eye(4))
    path = VolumePath(
        grid=VolumeGrid(shape=(2, 3, 2)),
        registration=Registration(moved=image, onto=image, affine=np.eye(4)),
        settings=RegistrationSettings(sizes=(1.0, 1, 1)),
    )
    options = {
        "matrix": scipy.sparse.csr_array(RNG.standard_normal((4, 3))),
        "vertices_from": ([1, 5], [7]),
        "vertices_to": ([0, 2, 3, 11],),
        "subject_from": "ann",
        "subject_to": "ben",
        "path": path,
    }
    return VolumeMorph(**{**options, **changes})


def an_estimate(kind, vertices, vector=False):
    axes = SourceAxes(kind=kind, vertices=vertices, tmin=0, tstep=1, vector=vector)
    return SourceCourses(
        axes=axes, data=RNG.standard_normal((axes.n_sources, *((3,) if vector else ()), 4))
    )


WHOLE = ([1], [2], [1, 5], [7])


@pytest.mark.parametrize("vector", [False, True])
def test_each_part_is_morphed_by_its_own(vector):
    mixed = MixedMorph(cortex=a_cortex(), volumes=a_volume())
    courses = an_estimate("mixed", WHOLE, vector)
    data, axes = apply_any_morph(mixed, courses)
    for rows, kind, matrix in (
        (slice(3), "surface", mixed.cortex.matrix.as_csr()),
        (slice(3, None), "volume", mixed.volumes.matrix),
    ):
        part = take_part(courses, kind)
        np.testing.assert_allclose(data[rows], np.tensordot(matrix.toarray(), part.data, 1))
        np.testing.assert_array_equal(apply_any_morph(mixed, part)[0], data[rows])
    assert [v.tolist() for v in axes.vertices] == [[0], [5, 9], [0, 2, 3, 11]]
    assert (axes.kind, axes.subject, axes.vector) == ("mixed", "ben", vector)
    assert [v.tolist() for v in mixed.vertices_to] == [v.tolist() for v in axes.vertices]


def test_a_morph_of_one_part_takes_no_other():
    courses = an_estimate("mixed", WHOLE)
    for morph in (a_cortex(), a_volume()):
        with pytest.raises(MismatchError, match="got a mixed estimate"):
            apply_any_morph(morph, courses)


def test_parts_are_found():
    mixed = MixedMorph(cortex=a_cortex(), volumes=a_volume())
    assert cortex_and_volumes(mixed) == (mixed.cortex, mixed.volumes)
    assert cortex_and_volumes(mixed.cortex) == (mixed.cortex, None)
    assert cortex_and_volumes(mixed.volumes) == (None, mixed.volumes)


def test_parts_are_of_the_same_subjects():
    with pytest.raises(MismatchError, match="between the same subjects"):
        MixedMorph(cortex=a_cortex(subject_to="cat"), volumes=a_volume())


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {"vertices_to": ([0, 2, 3, 12],)},
            "vertices_to must grow and be numbers of the 12 points",
        ),
        ({"vertices_from": ([5, 1], [7])}, "vertices_from must grow"),
        ({"vertices_to": ([0, 2, 3],)}, r"matrix must be \(3, 3\), got \(4, 3\)"),
    ],
)
def test_points_of_volumes_are_on_their_grids(changes, words):
    with pytest.raises(ValueError, match=words):
        a_volume(**changes)
