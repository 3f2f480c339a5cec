"""Hills of maps, and the tree of where they meet."""

import numpy as np
import scipy.sparse

from leadfield.statistics.adjacency import combined, path
from leadfield.statistics.hills import hill_tree
from leadfield.statistics.neighbours import alone, in_space, on_lattice, pairs_of


def tree_of(levels, neighbours):
    """The tree of values above or below 0, and their tests from the lowest up."""
    placed = np.ascontiguousarray(neighbours.by_places(np.asarray(levels, float)[None]))
    flat = placed.ravel()
    tests = np.flatnonzero(flat)
    tests = tests[np.argsort(np.abs(flat[tests]), kind="stable")]
    ranks = np.zeros(flat.size, np.int32)
    ranks[tests] = np.arange(1, len(tests) + 1) * np.sign(flat[tests])
    return hill_tree(ranks.reshape(placed.shape), tests, neighbours), tests


def test_a_ridge_falls_into_hills_at_its_passes():
    tree, tests = tree_of([1, 5, 2, 4, 3, 6], on_lattice((6,)))
    hills = np.empty(6, int)
    hills[tests] = tree.hills
    peaks = tests[tree.tops[:3]]
    np.testing.assert_array_equal(peaks[hills], [1, 1, 1, 3, 5, 5])
    # The hills of 4 and 6 meet at 3, what they become meets that of 5 at 2.
    np.testing.assert_array_equal(tree.tops[3:] + 1, [3, 2])
    parents = dict(zip(peaks.tolist(), tree.parents[:3].tolist(), strict=True))
    assert parents == {3: 3, 5: 3, 1: 4}
    np.testing.assert_array_equal(tree.parents[3:], [4, 5])


def test_nodes_are_those_that_tests_are_the_top_of_or_part_of():
    tree, tests = tree_of([1, 5, 2, 4, 3, 6], on_lattice((6,)))
    nodes = np.empty(6, int)
    nodes[tests] = tree.nodes()
    hills = dict(zip(tests[tree.tops[:3]].tolist(), range(3), strict=True))
    np.testing.assert_array_equal(nodes, [4, hills[1], 4, hills[3], 3, hills[5]])


def test_sides_of_0_and_tests_that_do_not_count_never_meet():
    tree, _ = tree_of([3, 2, -1, -2, 0, -3], on_lattice((6,)))
    assert len(tree.tops) == 3
    np.testing.assert_array_equal(tree.parents, [3, 3, 3])


def test_tests_without_neighbours_are_hills_of_their_own():
    tree, _ = tree_of(np.arange(1, 8), alone(7))
    np.testing.assert_array_equal(tree.hills, range(7))
    np.testing.assert_array_equal(tree.nodes(), range(7))


def test_steps_within_reach_lead_up_as_well():
    near, far = (in_space(np.eye(1), 5, reach) for reach in (1, 2))
    levels = [5, 1, 6, 2, 7]
    assert [len(tree_of(levels, one)[0].tops) for one in (near, far)] == [5, 1]


def test_above_every_threshold_hills_of_one_node_are_one_cluster():
    rng = np.random.default_rng(0)
    near = pairs_of(scipy.sparse.coo_array(rng.random((12, 12)) < 0.25))
    neighbours, levels = in_space(near, 6), rng.standard_normal(72)
    tree, tests = tree_of(levels, neighbours)
    order = neighbours.by_places(np.arange(72)).ravel()[tests]
    graph = combined([path(6), near]).toarray().astype(bool) & (
        np.multiply.outer(levels, levels) > 0
    )
    parents, tops = np.append(tree.parents, len(tree.parents)), np.append(tree.tops, -1)
    for rank in range(0, 72, 5):
        above = order[rank:]
        _, clusters = scipy.sparse.csgraph.connected_components(graph[np.ix_(above, above)])
        node = tree.hills[rank:].astype(int)
        while (tops[parents[node]] >= rank).any():  # up to the last that begins no lower
            node = np.where(tops[parents[node]] >= rank, parents[node], node)
        assert len({*zip(node, clusters, strict=True)}) == len({*node}) == len({*clusters})
