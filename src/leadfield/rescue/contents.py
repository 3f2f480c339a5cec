"""What a FIF file holds: kinds of data by block, each with the reader that must take it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import final

from leadfield.covariance.fif import read_covariance
from leadfield.epochs.fif.evoked import read_response
from leadfield.epochs.fif.read_epochs import place_of_samples, read_part_header
from leadfield.events.fif import read_event_block
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.reader import FifFile
from leadfield.fif.tree import Node
from leadfield.forward.fif.bem import read_shells, read_solution
from leadfield.forward.fif.read_forward import read_forward
from leadfield.inverse.fif import read_operator
from leadfield.recording.fif.annotations import read_annotations
from leadfield.recording.fif.buffers import find_buffers
from leadfield.recording.fif.info import read_info
from leadfield.recording.fif.positions import read_digitisation, read_transforms
from leadfield.recording.fif.projections import read_projections
from leadfield.recording.fif.read_raw import RAW_BLOCKS
from leadfield.recording.fif.split import read_links
from leadfield.rescue.cut_epochs import damaged_samples, whole_epochs
from leadfield.sources.fif import read_sources
from leadfield.sources.space import SpaceKind


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A kind of data: its name, what reads it from its block, and the blocks it may be a part of.

    ``read_damaged`` takes what only a repair makes readable, and not what MNE-Python refuses. Of
    what comes ``each`` for itself a file may lose one and be of use.
    """

    name: str
    read: Callable[[FifFile, Node], object]
    read_damaged: Callable[[FifFile, Node], object] | None = None
    part_of: tuple[int, ...] = ()
    each: bool = False


def _raw(fif: FifFile, node: Node) -> None:
    info = read_info(fif)
    directory = find_buffers(fif, node, len(info.channels))
    read_annotations(fif, info.measured_at, directory.first_sample / info.sampling_rate)
    read_links(fif)


def _epochs(fif: FifFile, node: Node) -> None:
    place_of_samples(fif, node, read_part_header(fif, node))
    read_links(fif)


def _cut_epochs(fif: FifFile, node: Node) -> None:
    if damaged_samples(fif, node) is None:
        _epochs(fif, node)
    else:
        whole_epochs(fif, node)


def _with_triangles(read: Callable[[FifFile, Node], object]) -> Callable[[FifFile, Node], None]:
    """A reader that refuses surfaces without triangles, as MNE-Python does."""

    def checked(fif: FifFile, node: Node) -> None:
        read(fif, node)
        for space in fif.tree.find(Block.SOURCE_SPACE):
            flat = fif.integer(space, Kind.SOURCE_SPACE_TYPE) == SpaceKind.SURFACE
            if flat and not any(space.tag(kind) for kind in TRIANGLES):
                raise fif.lacks(space, "the triangles of its surface")

    return checked


def _forward(fif: FifFile, _node: Node) -> None:
    read_forward(fif)


def _sources(fif: FifFile, _node: Node) -> None:
    read_sources(fif)


def _covariance(fif: FifFile, node: Node) -> None:
    kind = read_covariance(fif, node).kind
    if kind not in COVARIANCES:
        kinds = ", ".join(map(str, sorted(COVARIANCES)))
        raise fif.lacks(node, f"a covariance of kind {kinds}, it has {kind}")


def _head_model(fif: FifFile, node: Node) -> None:
    if node.tag(Kind.BEM_POT_SOLUTION) is None:
        read_shells(fif)
    else:
        read_solution(fif)


COVARIANCES = frozenset({1, 2, 3, 5, 6})  # noise, sources, and priors of inverse operators
TRIANGLES = (Kind.BEM_SURF_TRIANGLES, Kind.SOURCE_SPACE_TRIANGLES)
MODELS = (Block.FORWARD_SOLUTION, Block.INVERSE_SOLUTION)
CONTENTS: dict[int, Content] = {
    Block.MEAS_INFO: Content(
        name="measurement information", read=lambda fif, _: read_info(fif), part_of=MODELS
    ),
    **dict.fromkeys(RAW_BLOCKS, Content(name="raw samples", read=_raw)),
    Block.EPOCHS: Content(name="epochs", read=_epochs, read_damaged=_cut_epochs),
    Block.EVOKED: Content(
        name="evoked responses",
        read=lambda fif, node: read_response(fif, node, read_info(fif)),
        each=True,
    ),
    Block.FORWARD_SOLUTION: Content(
        name="a forward solution", read=_forward, read_damaged=_with_triangles(_forward)
    ),
    Block.INVERSE_SOLUTION: Content(
        name="an inverse operator", read=read_operator, read_damaged=_with_triangles(read_operator)
    ),
    Block.COV: Content(
        name="a covariance", read=_covariance, part_of=(Block.INVERSE_SOLUTION,), each=True
    ),
    Block.SOURCE_SPACE: Content(
        name="source spaces",
        read=_sources,
        read_damaged=_with_triangles(_sources),
        part_of=MODELS,
    ),
    Block.BEM: Content(name="a head model", read=_head_model),
    Block.MNE_EVENTS: Content(name="events", read=read_event_block, part_of=(Block.EPOCHS,)),
    Block.PROJ: Content(
        name="projections",
        read=read_projections,
        part_of=(Block.MEAS_INFO, Block.COV, *MODELS),
    ),
    Block.ISOTRAK: Content(
        name="digitised points",
        read=lambda fif, node: read_digitisation(fif, Node(kind=node.kind, children=(node,))),
        part_of=(Block.MEAS_INFO, *MODELS),
    ),
    Block.ANNOTATIONS: Content(
        name="annotations",
        read=lambda fif, _: read_annotations(fif, None, 0.0),
        part_of=(*RAW_BLOCKS, Block.MEAS),
    ),
}
TRANSFORMS = Content(
    name="transforms", read=read_transforms, part_of=(Block.MEAS_INFO, Block.SOURCE_SPACE, *MODELS)
)


# What the names of files promise.
PROMISED = {
    "raw": "raw samples",
    "epo": "epochs",
    "ave": "evoked responses",
    "cov": "a covariance",
    "fwd": "a forward solution",
    "inv": "an inverse operator",
    "src": "source spaces",
    "bem": "a head model",
    "bem-sol": "a head model",
    "eve": "events",
    "proj": "projections",
    "annot": "annotations",
    "trans": "transforms",
}


def promised_in(name: str) -> str | None:
    """What a file of this name should hold, such as raw samples in ``x_raw-1.fif``."""
    found = re.search(rf"[-_]({'|'.join(PROMISED)})(-\d+)?\.fif", name)
    return None if found is None else PROMISED[found[1]]


def contents_of(fif: FifFile) -> Iterator[tuple[Content, Node]]:
    """What a file holds, and the block of each; parts of others come with these."""
    nodes = list(fif.tree.walk())
    kinds = {node.kind for node in nodes}
    for kind, content in CONTENTS.items():
        if kinds.isdisjoint(content.part_of):
            yield from ((content, node) for node in nodes if node.kind == kind)
    if kinds.isdisjoint(TRANSFORMS.part_of):
        yield from ((TRANSFORMS, node) for node in nodes if node.tag(Kind.COORD_TRANS) is not None)
