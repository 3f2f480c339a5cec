"""FIF tree: the blocks that a file's tags form."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from leadfield.base.errors import FormatError
from leadfield.fif.kinds import Block, Kind, kind_name
from leadfield.fif.source import Source
from leadfield.fif.tags import Tag

DEEPEST = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A block: its kind, its own tags, the blocks inside it."""

    kind: int
    tags: tuple[Tag, ...] = ()
    children: tuple["Node", ...] = ()

    def walk(self) -> Iterator["Node"]:
        """Yield this block and all below it, in file order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))

    def find(self, *kinds: int) -> list["Node"]:
        """All blocks of these kinds, this one included, in file order."""
        return [node for node in self.walk() if node.kind in kinds]

    def all(self, kind: int) -> list[Tag]:
        """This block's own tags of a kind."""
        return [tag for tag in self.tags if tag.kind == kind]

    def tag(self, kind: int) -> Tag | None:
        """This block's first own tag of a kind, None without one."""
        return next((tag for tag in self.tags if tag.kind == kind), None)

    @property
    def name(self) -> str:
        """Name of the kind, or its number."""
        return kind_name(Block, self.kind)


class _OpenBlock(NamedTuple):
    """A block whose end has not come yet."""

    kind: int
    tags: list[Tag]
    children: list[Node]

    def closed(self) -> Node:
        return Node(kind=self.kind, tags=tuple(self.tags), children=tuple(self.children))


def build_tree(source: Source, tags: list[Tag]) -> Node:
    """Tree of blocks; blocks that a cut file leaves open end with it."""
    path = [_OpenBlock(Block.ROOT, [], [])]
    for tag in tags:
        if tag.kind == Kind.BLOCK_START:
            if len(path) > DEEPEST:
                problem = f"blocks must be nested at most {DEEPEST} deep"
                raise FormatError(source.path, problem, offset=tag.offset, tag=tag.label)
            path.append(_OpenBlock(_block_kind(source, tag), [], []))
        elif tag.kind == Kind.BLOCK_END:
            if len(path) == 1 or path[-1].kind != _block_kind(source, tag):
                name = kind_name(Block, path[-1].kind)
                problem = f"the end of a {name} block must come first"
                raise FormatError(source.path, problem, offset=tag.offset, tag=tag.label)
            _close_last(path)
        else:
            path[-1].tags.append(tag)
    while len(path) > 1:
        _close_last(path)
    return path[0].closed()


def _close_last(path: list[_OpenBlock]) -> None:
    node = path.pop().closed()
    path[-1].children.append(node)


def _block_kind(source: Source, tag: Tag) -> int:
    if tag.size != 4:
        problem = f"a block's kind must be 4 bytes, got {tag.size}"
        raise FormatError(source.path, problem, offset=tag.offset, tag=tag.label)
    return int.from_bytes(source.read(tag.payload, 4), "big", signed=True)
