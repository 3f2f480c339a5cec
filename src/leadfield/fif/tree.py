"""FIF tree: the blocks that a file's tags form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from leadfield.base.errors import FormatError
from leadfield.base.problem import Problem, warning
from leadfield.fif.kinds import Block, Kind, kind_name
from leadfield.fif.known import BLOCKS
from leadfield.fif.source import Source
from leadfield.fif.tags import Tag

DEEPEST = 64
RAW = frozenset({Block.RAW_DATA, Block.CONTINUOUS_DATA, Block.IAS_RAW_DATA})
SAMPLES = frozenset({Kind.FIRST_SAMPLE, Kind.DATA_SKIP, Kind.DATA_BUFFER})


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


def build_loose_tree(
    source: Source, tags: Sequence[Tag], *, cut: bool
) -> tuple[Node, list[Problem]]:
    """Tree of the blocks of a damaged file, and what is wrong with how they are nested.

    A file that was ``cut`` need not end its blocks.
    """
    path = [_OpenBlock(Block.ROOT, [], [])]
    problems: list[Problem] = []
    marks = [tag for tag in tags if tag.kind in {Kind.BLOCK_START, Kind.BLOCK_END}]
    # Ends of blocks that are open now, among the marks that are still to come.
    coming = sum(-1 if tag.kind == Kind.BLOCK_START else 1 for tag in marks)
    for tag in tags:
        if tag.kind == Kind.BLOCK_START:
            coming += 1
            text, mended = _start(path, _kind_or_none(source, tag)), False
        elif tag.kind == Kind.BLOCK_END:
            coming -= 1
            text, mended = _end(path, _kind_or_none(source, tag), coming)
        else:
            path[-1].tags.append(tag)
            continue
        if text:
            problems.append(warning(text, tag.offset, tag.label, mended=mended))
    if len(path) > 1 and not cut:
        text = f"the end of a {kind_name(Block, path[-1].kind)} block must come, the file has none"
        problems.append(warning(text, source.size, mended=True))
    while len(path) > 1:
        _close_last(path)
    return path[0].closed(), problems


def _kind_or_none(source: Source, tag: Tag) -> int | None:
    return _block_kind(source, tag) if tag.size == 4 else None


def _start(path: list[_OpenBlock], kind: int | None) -> str:
    """Open a block; what is wrong with its start, empty if nothing."""
    if len(path) > DEEPEST:
        return f"blocks must be nested at most {DEEPEST} deep: the start of one is left out"
    path.append(_OpenBlock(0 if kind is None else kind, [], []))
    return "a block's kind must be 4 bytes" if kind is None else ""


def _end(path: list[_OpenBlock], kind: int | None, coming: int) -> tuple[str, bool]:
    """Close the block that ends; what is wrong with its end, empty if nothing, and if it is mended.

    Where its kind is not that of the block that is open, one of the two numbers is damaged if
    just one end is still ``coming`` for each block around it; else a start or an end is missing.
    """
    n_open = len(path) - 1
    last = path[-1]
    if n_open and last.kind == kind:
        _close_last(path)
        return "", True
    name = "?" if kind is None else kind_name(Block, kind)
    if n_open and coming == n_open - 1:
        if kind is not None and _likelier(kind, last):
            path[-1] = last._replace(kind=kind)
        text = f"the end of a {kind_name(Block, last.kind)} block must come, got that of {name}"
        text += f": taken for a {kind_name(Block, path[-1].kind)} block"
        _close_last(path)
        return text, True
    depth = max((i for i, one in enumerate(path) if one.kind == kind and i), default=0)
    if not depth:
        samples = [tag for tag in last.tags if tag.kind in SAMPLES]
        if kind is None or kind not in RAW or not samples:
            return f"a {name} block ends that did not start: left out", False
        others = [tag for tag in last.tags if tag.kind not in SAMPLES]
        path[-1] = last._replace(tags=others)
        last.children.append(Node(kind=kind, tags=tuple(samples)))
        return f"a {name} block must start: the samples before its end were taken for it", True
    while len(path) > depth:
        _close_last(path)
    inner = kind_name(Block, last.kind)
    return f"a {inner} block must end before that of {name} around it", True


def _likelier(kind: int, block: _OpenBlock) -> bool:
    """Whether a block is of the kind that its end says, rather than of that of its start."""
    if (kind in BLOCKS) != (block.kind in BLOCKS):
        return kind in BLOCKS
    return kind in RAW and any(tag.kind == Kind.DATA_BUFFER for tag in block.tags)


def _close_last(path: list[_OpenBlock]) -> None:
    node = path.pop().closed()
    path[-1].children.append(node)


def _block_kind(source: Source, tag: Tag) -> int:
    if tag.size != 4:
        problem = f"a block's kind must be 4 bytes, got {tag.size}"
        raise FormatError(source.path, problem, offset=tag.offset, tag=tag.label)
    return int.from_bytes(source.read(tag.payload, 4), "big", signed=True)
