"""What readers stumble over in a FIF file: every such tag, and what is left without them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple, final

from leadfield.base.errors import FormatError
from leadfield.base.problem import Problem, warning
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.reader import FifFile
from leadfield.fif.tags import Tag
from leadfield.fif.tree import Node
from leadfield.recording.fif.read_raw import RAW_BLOCKS
from leadfield.rescue.channels import mended_channels
from leadfield.rescue.contents import Content, contents_of, promised_in
from leadfield.rescue.cut_epochs import damaged_samples, whole_epochs
from leadfield.rescue.losses import LOST_BLOCKS, LOST_TAGS
from leadfield.rescue.samples import about_samples, find_pieces

# A file that must lose more than this is not worth the time.
MOST_LOST = 100


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class FileDiagnosis:
    """A file without what cannot be read; ``readable`` if what it is for is still there."""

    fif: FifFile
    problems: tuple[Problem, ...]
    lost: tuple[str, ...]
    readable: bool


def _samples_without_block(fif: FifFile) -> Tag | None:
    """The first buffer of samples that is in no block for them."""
    others = (node for node in fif.tree.walk() if node.kind not in RAW_BLOCKS)
    tags = (node.tag(Kind.DATA_BUFFER) for node in others)
    return next((tag for tag in tags if tag is not None), None)


class _Failure(NamedTuple):
    """What could not be read, and why."""

    content: Content
    node: Node
    error: FormatError


class _Loss(NamedTuple):
    """Something that a file can do without: a tag of a block, or the whole block."""

    words: str
    node: Node
    tag: Tag | None = None


def diagnose(fif: FifFile, *, damaged: bool) -> FileDiagnosis:
    """Read all that a file holds; leave out what fails, as long as it can be done without.

    A file that is ``damaged`` in how its tags lie must still hold what its name promises.
    """
    held = {content.name for content, _ in contents_of(fif)}
    problems: list[Problem] = []
    lost: list[str] = []
    while (failure := first_failure(fif, damaged=True)) is not None:
        problems.append(as_problem(failure.error))
        loss = _loss(fif, failure)
        if loss is None or len(lost) == MOST_LOST:
            break
        lost.append(loss.words)
        fif = _without(fif, loss)
    left = {content.name for content, _ in contents_of(fif)}
    promised = promised_in(fif.path.name)
    if damaged and promised is not None and promised not in left:
        text = f"a file of this name must hold {promised}, nothing of it is whole"
        problems.append(Problem(severity="error", text=text))
        held.add(promised)
    lonely = _samples_without_block(fif)
    if lonely is not None:
        text = "samples must lie in a block of raw data, whose start and end are lost"
        problems.append(Problem(severity="error", text=text, offset=lonely.offset))
    readable = failure is None and lonely is None and bool(left) and held <= left
    return FileDiagnosis(fif=fif, problems=tuple(problems), lost=tuple(lost), readable=readable)


def first_failure(fif: FifFile, *, damaged: bool = False) -> _Failure | None:
    """The first of a file's contents that cannot be read; None if all can.

    ``damaged`` lets through what a repair makes readable.
    """
    for content, node in contents_of(fif):
        error = _error_of(fif, content, node, damaged=damaged)
        if error is not None:
            return _Failure(content, node, error)
    return None


def _error_of(
    fif: FifFile, content: Content, node: Node, *, damaged: bool = True
) -> FormatError | None:
    try:
        (content.read_damaged or content.read if damaged else content.read)(fif, node)
    except FormatError as error:
        return error
    return None


def find_losses(fif: FifFile) -> Iterator[Problem]:
    """What is lost of the channels, samples and epochs of a file that can be read."""
    for node in fif.tree.find(Block.MEAS_INFO):
        yield from (one.problem for one in mended_channels(fif, node))
    for node in fif.tree.find(*RAW_BLOCKS):
        yield from about_samples(find_pieces(fif, node))
    for node in fif.tree.find(Block.EPOCHS):
        if damaged_samples(fif, node) is not None:
            found = whole_epochs(fif, node)
            n, kept = len(found.header.events), found.n_whole
            if kept < n:
                yield warning(f"{n - kept} of {n} epochs at its end are lost", found.tag.offset)


def as_problem(error: FormatError) -> Problem:
    """The problem that a reader raised."""
    tag = None if error.tag is None else str(error.tag)
    return Problem(severity="error", text=error.problem, offset=error.offset, tag=tag)


def _loss(fif: FifFile, failure: _Failure) -> _Loss | None:
    """What to do without, so that the rest can be read; None if that is too much."""
    found = next(_named_by(fif.tree, failure.error), None) or _found_by_trial(fif, failure)
    if found is None and failure.content.each:
        return _Loss(f"{failure.content.name}: {_comment(fif, failure.node)}", failure.node)
    return found


def _named_by(tree: Node, error: FormatError) -> Iterator[_Loss]:
    """What can go of what the error names: its tag, or the innermost block around it."""
    if error.offset is None:
        return
    path = _path_to(tree, error.offset)
    tag = next((one for one in path[-1].tags if one.offset == error.offset), None) if path else None
    if tag is not None and error.tag is not None and tag.kind in LOST_TAGS:
        yield _Loss(LOST_TAGS[tag.kind], path[-1], tag)
    for node in reversed(path):
        words = _words(node)
        if words:
            yield _Loss(words, node)


def _words(node: Node) -> str:
    """What is lost with a block; empty if nothing can be read without it."""
    if node.tag(Kind.FORWARD_SOLUTION_GRAD) is not None:
        return LOST_TAGS[Kind.FORWARD_SOLUTION_GRAD]
    return LOST_BLOCKS.get(node.kind, "")


def _found_by_trial(fif: FifFile, failure: _Failure) -> _Loss | None:
    """The tag or block, of those that can go, without which it reads or fails elsewhere."""
    content = failure.content
    number = next(i for i, node in enumerate(_nodes(fif, content)) if node is failure.node)
    for loss in _candidates(failure.node):
        smaller = _without(fif, loss)
        error = _error_of(smaller, content, _nodes(smaller, content)[number])
        if error is None or error.problem != failure.error.problem:
            return loss
    return None


def _nodes(fif: FifFile, content: Content) -> list[Node]:
    return [node for one, node in contents_of(fif) if one is content]


def _candidates(top: Node) -> Iterator[_Loss]:
    seen = set()
    for node in top.walk():
        if node is not top and _words(node):
            yield _Loss(_words(node), node)
        for tag in node.tags:
            if tag.kind in LOST_TAGS and (node.kind, tag.kind) not in seen:
                seen.add((node.kind, tag.kind))
                yield _Loss(LOST_TAGS[tag.kind], node, tag)


def _comment(fif: FifFile, node: Node) -> str:
    try:
        return fif.text(node, Kind.DESCRIPTION, "without a name")
    except FormatError:
        return "without a readable name"


def _path_to(tree: Node, offset: int) -> list[Node]:
    """The blocks around the tag at a byte, outermost first; empty if there is none."""
    for child in tree.children:
        found = _path_to(child, offset)
        if found:
            return [tree, *found]
    return [tree] if any(tag.offset == offset for tag in tree.tags) else []


def _without(fif: FifFile, loss: _Loss) -> FifFile:
    """The file without a tag or a block; without all gradients if it is one."""
    if loss.tag is None and loss.node.tag(Kind.FORWARD_SOLUTION_GRAD) is not None:
        return FifFile.of_tree(fif.source, _without_gradients(fif.tree), fif.cut)
    return FifFile.of_tree(fif.source, _pruned(fif.tree, loss), fif.cut)


def _pruned(node: Node, loss: _Loss) -> Node:
    if node is loss.node and loss.tag is not None:
        return replace(node, tags=tuple(tag for tag in node.tags if tag is not loss.tag))
    kept = [child for child in node.children if child is not loss.node or loss.tag is not None]
    return replace(node, children=tuple(_pruned(child, loss) for child in kept))


def _without_gradients(node: Node) -> Node:
    kept = [child for child in node.children if child.tag(Kind.FORWARD_SOLUTION_GRAD) is None]
    return replace(node, children=tuple(_without_gradients(child) for child in kept))
