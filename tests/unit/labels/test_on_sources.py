"""Labels on source spaces: the hemisphere they are looked for in."""

import numpy as np
import pytest

from leadfield.base.errors import MismatchError
from leadfield.labels.label import CorticalLabel
from leadfield.labels.on_sources import fill_between_sources, restrict_to_sources
from leadfield.sources.space import RIGHT, Sources, SourceSpace, SpaceKind


@pytest.fixture
def sources():
    """A right hemisphere of five points; sources 1 and 4 have two and three of them."""
    space = SourceSpace(
        kind=SpaceKind.SURFACE,
        positions=np.arange(15.0).reshape(5, 3),
        normals=np.tile([0, 0, 1.0], (5, 1)),
        vertices=np.array([1, 4]),
        surface=RIGHT,
        nearest=np.array([1, 1, 4, 4, 4]),
        nearest_distances=np.zeros(5),
    )
    return Sources(spaces=(space,))


def label(*vertices, hemisphere="rh"):
    n = len(vertices)
    return CorticalLabel(
        vertices=np.array(vertices),
        positions=np.zeros((n, 3)),
        values=np.arange(1.0, n + 1),
        hemisphere=hemisphere,
    )


def test_a_source_s_patch_has_its_value(sources):
    full = fill_between_sources(label(1, 4), sources, "full")
    assert full.values.tolist() == [1, 1, 2, 2, 2]
    np.testing.assert_array_equal(full.positions, sources.spaces[0].positions)


def test_only_sources_are_left(sources):
    few = restrict_to_sources(label(0, 1, 3), sources, None)
    assert (few.vertices.tolist(), few.values.tolist()) == ([1], [2])


def test_the_hemisphere_must_be_there(sources):
    with pytest.raises(MismatchError, match="src must hold a surface of lh, got rh"):
        restrict_to_sources(label(1, hemisphere="lh"), sources, None)
