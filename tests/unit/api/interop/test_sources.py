"""Source spaces that look like MNE-Python's."""

import numpy as np
import pytest

from leadfield.api.interop.sources import sources_from_mne
from leadfield.api.sources.source_spaces import SourceSpaces
from leadfield.base.errors import InputError
from leadfield.sources.space import NOWHERE, RIGHT


@pytest.fixture
def entries(problem):
    """Dicts of the source spaces of a kind."""
    return lambda kind: [dict(one) for one in SourceSpaces(problem.forwards[kind].sources)]


@pytest.fixture
def taken(mne_like):
    return lambda spaces: sources_from_mne(mne_like("SourceSpaces", list, spaces))


def test_arrays_are_shared(entries, taken):
    spaces = entries("surface")
    found = taken(spaces).spaces[0]
    assert np.shares_memory(found.positions, spaces[0]["rr"])
    assert np.shares_memory(found.vertices, spaces[0]["vertno"])


def test_a_hemisphere_without_a_number_is_told_by_its_place(entries, taken):
    spaces = entries("surface")
    spaces[1]["id"] = NOWHERE
    assert taken(spaces).spaces[1].surface == RIGHT
    volumes = entries("volume")
    volumes[0]["id"] = RIGHT  # forward solutions of theirs give every space a side
    assert taken(volumes).spaces[0].surface == NOWHERE


def test_rows_of_neighbours_may_differ_in_length(entries, taken):
    spaces = entries("volume")
    spaces[0]["neighbor_vert"] = [[1, 2], [], [0]]
    expected = [[1, 2], [-1, -1], [0, -1]]
    np.testing.assert_array_equal(taken(spaces).spaces[0].grid.neighbours, expected)


def test_what_contradicts_itself_is_refused(entries, taken):
    spaces = entries("surface")
    spaces[0]["nuse"] = 3
    with pytest.raises(InputError, match=r"src\[0\] must have as many .* got 10 and 3"):
        taken(spaces)
    spaces[0]["type"] = "curve"
    with pytest.raises(InputError, match=r"src\[0\]\['type'\] must be one of 'surf', 'vol'"):
        taken(spaces)
    volumes = entries("volume")
    volumes[0]["shape"] = None
    with pytest.raises(InputError, match="must have the 'shape' of its grid"):
        taken(volumes)


def test_a_space_without_sources_and_other_objects(entries, taken):
    spaces = entries("surface")
    spaces[0].update(vertno=None, nuse=0)
    assert taken(spaces).spaces[0].n_sources == 0
    assert sources_from_mne(spaces) is None
