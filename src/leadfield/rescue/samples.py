"""Samples of damaged raw files: buffers that are whole, gaps between them, what is lost."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, final

import numpy as np

from leadfield.base.problem import Problem, warning
from leadfield.fif import decode
from leadfield.fif.kinds import Kind
from leadfield.fif.reader import FifFile
from leadfield.fif.tags import HEADER, Tag
from leadfield.fif.tree import Node
from leadfield.recording.fif.buffers import BUFFER_TYPES, find_buffers
from leadfield.recording.fif.info import read_info


class Piece(NamedTuple):
    """A tag of a raw block: samples that are there, or zeros in place of samples that are not.

    ``length`` is the number of samples, 0 for what holds none; ``whole`` is whether the tag is.
    """

    tag: Tag
    length: int
    whole: bool


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class RawPieces:
    """The tags of a raw block in order, and spans (start, stop) of samples that are lost.

    Spans count from the first sample of the file, and ``n_samples`` with skips, as readers do;
    ``n_cut`` are those missing at its end, None if nobody knows how many; ``step`` is the bytes
    that one takes, of FIF's ``type``.
    """

    pieces: tuple[Piece, ...]
    broken: tuple[tuple[int, int], ...]
    n_samples: int
    step: int
    type: int
    n_cut: int | None
    first_sample: int
    sampling_rate: float


def find_pieces(fif: FifFile, node: Node) -> RawPieces:
    """What is left of the samples of a raw block, which must be at least one."""
    info = read_info(fif)
    n_channels = len(info.channels)
    directory = find_buffers(fif, node, n_channels)
    width = {kind: np.dtype(code).itemsize * n_channels for kind, code in BUFFER_TYPES.items()}
    tags = list(node.tags)
    part = None if fif.cut is None else fif.cut.tag
    if part is not None and part.kind == Kind.DATA_BUFFER and part.type in width:
        there = (fif.source.size - part.payload) // width[part.type] * width[part.type]
        tags += [part._replace(size=there)] if there > 0 else []
    buffers = [tag for tag in tags if tag.kind == Kind.DATA_BUFFER]
    whole = [t for t in buffers if t.type in width and t.size and t.size % width[t.type] == 0]
    usual = sorted(whole, key=lambda tag: tag.size)[len(whole) // 2]
    pieces = tuple(_pieces(tags, width, usual))
    broken, n_samples = _laid_out(fif, pieces)
    return RawPieces(
        pieces=pieces,
        broken=broken,
        n_samples=n_samples,
        step=width[usual.type],
        type=usual.type,
        n_cut=directory.n_lost,
        first_sample=directory.first_sample,
        sampling_rate=info.sampling_rate,
    )


def _pieces(tags: list[Tag], width: dict[int, int], usual: Tag) -> Iterator[Piece]:
    """Each tag, and what takes the place of buffers whose headers are gone."""
    step = width[usual.type]
    before: Tag | None = None
    for tag in tags:
        if tag.kind != Kind.DATA_BUFFER:
            yield Piece(tag, 0, whole=True)
            before = tag if tag.kind == Kind.DATA_SKIP else None
            continue
        hole = 0 if before is None else tag.offset - before.end
        n_headers = -(-hole // (HEADER.size + usual.size))
        missing = max(hole - n_headers * HEADER.size, 0) // step
        if missing and before is not None:
            yield Piece(usual._replace(offset=before.end), missing, whole=False)
        fits = tag.type in width and tag.size % width[tag.type] == 0
        count = tag.size // width[tag.type] if fits else usual.size // step
        if count:
            yield Piece(tag, count, whole=fits)
        before = tag


def _laid_out(fif: FifFile, pieces: tuple[Piece, ...]) -> tuple[tuple[tuple[int, int], ...], int]:
    """Spans of samples that are lost, and the number of all, with skips as readers count them."""
    spans = []
    at = skips = 0
    started = False
    for tag, length, whole in pieces:
        if tag.kind == Kind.DATA_SKIP:
            skips += decode.integer(fif.source, tag)
        elif length:
            at += skips * length if started else 0
            if not whole:
                spans.append((at, at + length))
            at += length
            started, skips = True, 0
    return tuple(spans), at


def about_samples(found: RawPieces) -> Iterator[Problem]:
    """What is lost of the samples, in words."""
    rate = found.sampling_rate
    offsets = [piece.tag.offset for piece in found.pieces if not piece.whole]
    for (start, stop), offset in zip(found.broken, offsets, strict=True):
        first = found.first_sample + start
        text = (
            f"a broken buffer: {stop - start} samples from {first / rate:.3f} s on are lost, "
            "and zeros take their place"
        )
        yield warning(text, offset, "DATA_BUFFER")
    if found.n_cut != 0:
        lost = "an unknown number of samples"
        if found.n_cut is not None:
            lost = f"at least {found.n_cut} samples ({found.n_cut / rate:.3f} s)"
        yield warning(f"{lost} at its end are lost: it was cut short")
