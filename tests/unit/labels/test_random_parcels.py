"""Random parcellations."""

import numpy as np
import pytest
import scipy

from leadfield.base.errors import InputError
from leadfield.freesurfer.surface import Surface
from leadfield.labels.random_parcels import random_parcels
from leadfield.numerics.mesh import neighbours


@pytest.mark.parametrize("n", [1, 2, 3, 5])
def test_parcels_cover_the_surface_once(sheet, n):
    parcels = random_parcels(sheet, n, 36 // n, np.random.default_rng(n))
    assert len(parcels) == n
    assert sorted(np.concatenate(parcels)) == list(range(36))


def test_each_parcel_is_in_one_piece(sheet):
    edges = neighbours(sheet.triangles, 36)
    for parcel in random_parcels(sheet, 5, 7, np.random.default_rng(0)):
        pieces, _ = scipy.sparse.csgraph.connected_components(edges[parcel][:, parcel])
        assert pieces == 1


def test_chance_decides_and_a_seed_repeats_it(sheet):
    def draw(seed):
        return [p.tolist() for p in random_parcels(sheet, 4, 9, np.random.default_rng(seed))]

    assert draw(1) == draw(1)
    assert draw(1) != draw(2)


def test_pieces_of_a_surface_are_not_joined(sheet):
    two = Surface(
        vertices=np.concatenate([sheet.vertices, sheet.vertices + 100]),
        triangles=np.concatenate([sheet.triangles, sheet.triangles + 36]),
    )
    with pytest.raises(InputError, match="number of pieces"):
        random_parcels(two, 1, 72, np.random.default_rng(0))
