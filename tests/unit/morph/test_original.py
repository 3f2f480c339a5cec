"""Sources moved to another cortex, and back."""

import numpy as np
import pytest

from leadfield.base.errors import InputError, MismatchError
from leadfield.estimates.source_courses import SourceAxes
from leadfield.morph.compute import Subjects
from leadfield.morph.original import move_sources, moved_vertices, sources_subject, take_back
from leadfield.sources.setup import cortical_sources
from leadfield.sources.space import Sources, SourceSpace, SpaceKind
from leadfield.sources.spacing import as_spacing


@pytest.fixture(scope="module")
def subjects(little_subjects):
    return Subjects(folder=little_subjects, source="ann", target="ben")


@pytest.fixture(scope="module")
def sources(little_subjects):
    return cortical_sources(little_subjects, "ann", as_spacing("oct3"), "white")


def test_each_source_finds_a_vertex_of_its_own(sources, subjects):
    for space in sources.spaces:
        moved = moved_vertices(space, subjects)
        assert len(np.unique(moved)) == space.n_sources


def test_most_sources_find_the_nearest_vertex(sources, subjects):
    space = sources.spaces[0]
    here, there = (subjects.sphere(one, 0).vertices for one in ("ann", "ben"))
    away = np.linalg.norm(there[None] - here[space.vertices][:, None], axis=2)
    assert np.mean(moved_vertices(space, subjects) == away.argmin(axis=1)) > 0.9


def test_triangles_go_along_unless_sources_were_left_out(sources, subjects):
    moved = move_sources(sources, subjects, "white").spaces[0]
    assert moved.subject == "ben"
    assert np.array_equal(np.unique(moved.used_triangles), moved.vertices)
    few = Sources(
        spaces=(
            SourceSpace(
                kind=SpaceKind.SURFACE,
                positions=sources.spaces[0].positions,
                normals=sources.spaces[0].normals,
                vertices=sources.spaces[0].vertices[1:],
                surface=sources.spaces[0].surface,
                used_triangles=sources.spaces[0].used_triangles,
            ),
        )
    )
    assert move_sources(few, subjects, "white").spaces[0].used_triangles is None


def test_values_come_back_to_the_sources_they_are_of(sources, subjects):
    moved = [moved_vertices(space, subjects) for space in sources.spaces]
    axes = SourceAxes(
        kind="surface", vertices=tuple(map(np.sort, moved)), tmin=0, tstep=1, subject="ben"
    )
    data = np.concatenate([np.sort(moved[0]), 1000 + np.sort(moved[1])])[:, None].astype(float)
    values, back = take_back(data, axes, sources, subjects)
    assert back.subject == "ann"
    assert values[:, 0].tolist() == [*moved[0], *(1000 + moved[1])]
    for space, vertices in zip(sources.spaces, back.vertices, strict=True):
        assert np.array_equal(space.vertices, vertices)


def test_an_estimate_of_other_sources_does_not_come_back(sources, subjects):
    axes = SourceAxes(
        kind="surface", vertices=(np.arange(600), np.array([], int)), tmin=0, tstep=1, subject="ben"
    )
    with pytest.raises(MismatchError, match="moved from 'ann'"):
        take_back(np.zeros((600, 1)), axes, sources, subjects)


def test_the_subject_must_be_known_and_right(sources, subjects):
    assert sources_subject(sources, None) == sources_subject(sources, "ann") == "ann"
    with pytest.raises(MismatchError, match="of one subject"):
        sources_subject(sources, "ben")
    turned = Subjects(folder=subjects.folder, source="ben", target="ann")
    with pytest.raises(MismatchError, match="right subject"):
        moved_vertices(sources.spaces[0], turned)


def test_volumes_do_not_move(subjects):
    points = np.zeros((3, 3))
    space = SourceSpace(
        kind=SpaceKind.DISCRETE, positions=points, normals=points, vertices=np.arange(3)
    )
    with pytest.raises(InputError, match="surfaces"):
        moved_vertices(space, subjects)
