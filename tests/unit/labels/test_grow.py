"""Labels grown from seeds."""

import numpy as np
import pytest
from scipy.sparse import csgraph

from leadfield.base.errors import InputError
from leadfield.freesurfer.surface import Surface
from leadfield.labels.grow import Seed, grow_circles, grow_until_they_meet
from leadfield.numerics.mesh import edge_lengths
from leadfield.numerics.mesh_sphere import icosahedron


def seed(*vertices, extent, name="x-lh"):
    return Seed(vertices=np.array(vertices), hemisphere="lh", extent=extent, name=name)


def test_a_label_holds_what_is_near_along_the_edges(sheet):
    (label,) = grow_circles([seed(0, extent=2.0)], sheet, "ann")
    # There is no edge from 0 to 7: the way is 2 mm, but 1.41 mm in a straight line.
    assert label.vertices.tolist() == [0, 1, 2, 6, 7, 12]
    assert label.values.tolist() == [0, 1, 2, 1, 2, 2]
    np.testing.assert_allclose(label.positions, 1e-3 * sheet.vertices[label.vertices])


def test_without_an_extent_it_is_the_seed_alone(sheet):
    (label,) = grow_circles([seed(8, 20, extent=0.0)], sheet, "ann")
    assert label.vertices.tolist() == [8, 20]


def test_labels_that_meet_share_the_vertices_by_distance(sheet):
    one, other = grow_until_they_meet([seed(0, extent=100.0), seed(5, extent=2.0)], sheet, "ann")
    assert not set(one.vertices) & set(other.vertices)
    assert {0, 1, 2, 30} <= set(one.vertices)
    # Vertex 23 is nearer to the second seed, and further than it reaches: it is nobody's.
    assert set(other.vertices) <= {3, 4, 5, 10, 11, 17}
    assert 23 not in one.vertices


@pytest.mark.parametrize("extent", [0.0, 1.5, 4.0])
def test_growing_on_what_is_in_reach_is_growing_on_the_whole_surface(extent):
    vertices, triangles = icosahedron(3)
    ball = Surface(vertices=5 * vertices, triangles=triangles)
    edges = edge_lengths(ball.vertices, ball.triangles)
    for centre in ([0], [17, 300], [100, 101, 641]):
        ways = csgraph.dijkstra(edges, indices=centre, min_only=True)
        (label,) = grow_circles([seed(*centre, extent=extent)], ball, "ann")
        np.testing.assert_array_equal(label.vertices, np.flatnonzero(ways <= extent))
        np.testing.assert_array_equal(label.values, np.floor(ways[ways <= extent]))


def test_a_seed_cannot_belong_to_two(sheet):
    seeds = [seed(0, 3, extent=2.0), seed(3, extent=2.0, name="second")]
    with pytest.raises(InputError, match="'second' does"):
        grow_until_they_meet(seeds, sheet, "ann")
