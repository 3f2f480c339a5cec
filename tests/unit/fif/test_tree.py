"""The tree of blocks: frozen nodes, in file order."""

from dataclasses import FrozenInstanceError

import pytest

from leadfield.fif.kinds import Block, Kind
from leadfield.fif.reader import FifFile
from leadfield.fif.tree import Node
from leadfield.fif.writer import writing


@pytest.fixture
def tree(tmp_path):
    """A measurement of two events blocks, with text before, between and after."""
    path = tmp_path / "x.fif"
    with writing(path) as writer, writer.block(Block.MEAS):
        writer.text(Kind.NAME, "before")
        for number in (1, 2):
            with writer.block(Block.EVENTS):
                writer.integers(Kind.EVENT_LIST, number)
            writer.text(Kind.NAME, f"after {number}")
    with FifFile(path) as fif:
        return fif.tree


def test_blocks_and_tags_come_in_file_order(tree):
    (measurement,) = tree.children
    assert [node.name for node in tree.walk()] == ["ROOT", "MEAS", "EVENTS", "EVENTS"]
    assert [tag.label for tag in measurement.tags] == ["NAME"] * 3
    assert measurement.children[0].tags[0].offset < measurement.children[1].tags[0].offset


def test_a_node_is_a_frozen_value(tree):
    with pytest.raises(FrozenInstanceError):
        tree.children = ()
    assert all(
        isinstance(node.tags, tuple) and isinstance(node.children, tuple) for node in tree.walk()
    )


def test_nodes_with_the_same_tags_and_blocks_are_equal(tree):
    copy = Node(kind=tree.kind, tags=tree.tags, children=tree.children)
    assert copy == tree
    assert hash(copy) == hash(tree)
