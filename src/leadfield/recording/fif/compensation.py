"""Gradient compensation in FIF files."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.log import LOGGER
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.named_matrix import NamedMatrix, read_named_matrix, write_named_matrix
from leadfield.fif.reader import FifFile
from leadfield.fif.tree import Node
from leadfield.fif.writer import Writer
from leadfield.recording.channels import Channels
from leadfield.recording.compensation import Compensation

# CTF numbers its grades by the letters "G1BR", "G2BR", "G3BR".
GRADES = {0x47314252: 1, 0x47324252: 2, 0x47334252: 3}


def read_compensations(
    fif: FifFile, node: Node, channels: Channels, full_names: Mapping[str, str]
) -> tuple[Compensation, ...]:
    """The compensations of a recording, in weights that hold for calibrated data."""
    found = []
    for block in node.find(Block.CTF_COMP_DATA):
        kind = fif.integer(block, Kind.CTF_COMP_KIND)
        matrix = read_named_matrix(fif, block, Kind.CTF_COMP_DATA)
        if matrix.data.dtype.kind != "f" or not (matrix.row_names and matrix.column_names):
            raise fif.lacks(block, "a matrix of real numbers with named rows and columns")
        one = Compensation(
            kind=kind,
            grade=GRADES.get(kind, kind),
            row_names=tuple(full_names.get(n, n) for n in matrix.row_names),
            column_names=tuple(full_names.get(n, n) for n in matrix.column_names),
            weights=matrix.data,
        )
        if not fif.integer(block, Kind.CTF_COMP_CALIBRATED, 0):
            one = _calibrated(fif, block, one, channels)
        found.append(one)
    if found:
        LOGGER.info("    %d gradient compensations", len(found))
    return tuple(found)


def _calibrated(fif: FifFile, block: Node, one: Compensation, channels: Channels) -> Compensation:
    scales: dict[str, float] = dict(
        zip(channels.names, (channels.cals * channels.ranges).tolist(), strict=True)
    )
    unknown = sorted({*one.row_names, *one.column_names} - scales.keys())
    if unknown:
        raise fif.lacks(block, f"only channels of the recording, it has {unknown[0]!r}")

    def scale(names: Sequence[str]) -> Floats:
        return np.array([scales[name] for name in names], np.float64)

    weights = scale(one.row_names)[:, None] * one.weights / scale(one.column_names)
    return replace(one, weights=weights)


def write_compensations(
    writer: Writer, compensations: Sequence[Compensation], short_names: Mapping[str, str]
) -> None:
    """Write compensations for calibrated data, in double precision."""
    if not compensations:
        return
    with writer.block(Block.CTF_COMP):
        for one in compensations:
            with writer.block(Block.CTF_COMP_DATA):
                writer.integers(Kind.CTF_COMP_KIND, one.kind)
                writer.integers(Kind.CTF_COMP_CALIBRATED, 1)
                matrix = NamedMatrix(
                    row_names=tuple(short_names.get(n, n) for n in one.row_names),
                    column_names=tuple(short_names.get(n, n) for n in one.column_names),
                    data=one.weights,
                )
                write_named_matrix(writer, Kind.CTF_COMP_DATA, matrix, dtype=">f8")
