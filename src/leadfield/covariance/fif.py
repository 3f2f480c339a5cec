"""FIF files: noise covariances and other covariance blocks."""

from pathlib import Path

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.log import LOGGER
from leadfield.covariance.noise import NOISE, NoiseCovariance
from leadfield.fif.decode import is_matrix
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.reader import FifFile
from leadfield.fif.tree import Node
from leadfield.fif.writer import Writer, writing
from leadfield.recording.fif.projections import (
    read_bads,
    read_projections,
    write_bads,
    write_projections,
)

UNKNOWN_DEGREES = -1
UNIT = 1.001  # the largest component of a unit vector in float32
LEAST_VARIANCE = 1e-60
ROUNDING = 1e-6  # of the largest variance


def read_noise(path: str | Path) -> NoiseCovariance:
    """The noise covariance that a file holds."""
    with FifFile(path) as fif:
        fif.block(Block.COV)
        node = covariance_block(fif, fif.tree, NOISE)
        if node is None:
            raise fif.lacks(fif.tree, "a noise covariance, it has others")
        noise = read_covariance(fif, node)
    form = "diagonal" if noise.diagonal else "full"
    LOGGER.info("    %s noise covariance of %d channels read", form, len(noise.names))
    return noise


def save_noise(path: str | Path, noise: NoiseCovariance, *, overwrite: bool = False) -> None:
    """Write a noise covariance to a file of its own."""
    with writing(path, overwrite=overwrite) as writer:
        write_covariance(writer, noise)


def covariance_block(fif: FifFile, inside: Node, kind: int) -> Node | None:
    """The first block with a covariance of a kind (noise, source, priors); None without one."""
    blocks = inside.find(Block.COV)
    return next((b for b in blocks if fif.integer(b, Kind.COV_KIND, None) == kind), None)


def read_covariance(fif: FifFile, node: Node) -> NoiseCovariance:
    """A covariance between named channels."""
    data = read_values(fif, node)
    names = fif.names(node, Kind.ROW_NAMES)
    if len(names) != len(data) or len(set(names)) != len(names):
        raise fif.lacks(node, f"{len(data)} different names, it has {len(set(names))}")
    return NoiseCovariance(
        names=tuple(names),
        data=data,
        degrees=fif.integer(node, Kind.COV_NFREE, UNKNOWN_DEGREES),
        bads=read_bads(fif, node),
        projections=read_projections(fif, node),
        kind=fif.integer(node, Kind.COV_KIND),
        method=fif.text(node, Kind.COV_METHOD, None),
        log_likelihood=fif.real(node, Kind.COV_SCORE, None),
    )


def read_values(fif: FifFile, node: Node) -> Floats:
    """What a covariance block holds: a square matrix, or a diagonal (n,)."""
    n = fif.integer(node, Kind.COV_DIM)
    tag = node.tag(Kind.COV)
    if tag is None:
        values = fif.reals(node, Kind.COV_DIAG)
        count = n
    elif is_matrix(tag):
        raise fif.wrong(tag, "a covariance must be stored as its lower triangle")
    else:
        values = fif.reals(node, Kind.COV)
        count = n * (n + 1) // 2
    if n < 1 or len(values) != count:
        raise fif.lacks(node, f"{count} finite variances and covariances, it has {len(values)}")
    fif.check_numbers(node, "variances and covariances", values)
    variances = values if tag is None else values[np.cumsum(np.arange(1, n + 1)) - 1]
    # Rounding may leave a little less than nothing of a channel that was projected away.
    fif.check_numbers(node, "variances", variances, least=-ROUNDING * variances.max())
    check_not_tiny(fif, node, variances)
    return values if tag is None else _symmetric(values, n)


def check_not_tiny(fif: FifFile, node: Node, values: Floats) -> None:
    """Raise if variances are so near to 0 that what is divided by them overflows."""
    if ((values > 0) & (values < LEAST_VARIANCE)).any():
        raise fif.lacks(node, f"variances that are 0 or at least {LEAST_VARIANCE:g}")


def _symmetric(triangle: Floats, n: int) -> Floats:
    """Square matrix of the rows of a lower triangle."""
    out = np.zeros((n, n))
    out[np.tril_indices(n)] = triangle
    return out + np.tril(out, -1).T


def read_eigen(fif: FifFile, node: Node) -> tuple[Floats, Floats] | None:
    """Eigenvalues and eigenvectors (as rows), where a covariance block has them."""
    if node.tag(Kind.COV_EIGENVALUES) is None or node.tag(Kind.COV_EIGENVECTORS) is None:
        return None
    values = fif.reals(node, Kind.COV_EIGENVALUES)
    vectors = fif.matrix(node, Kind.COV_EIGENVECTORS)
    n = len(values)
    if vectors.shape != (n, n) or vectors.dtype.kind != "f":
        raise fif.lacks(node, f"{n} x {n} eigenvectors, it has {vectors.shape}")
    fif.check_numbers(node, "eigenvalues", values)
    check_not_tiny(fif, node, values)
    fif.check_numbers(node, "components of eigenvectors", vectors, least=-UNIT, most=UNIT)
    return values, vectors.astype(np.float64)


def write_covariance(
    writer: Writer, noise: NoiseCovariance, eigen: tuple[Floats, Floats] | None = None
) -> None:
    """Write a covariance as a block, with its eigenvalues and eigenvectors if given."""
    with writer.block(Block.COV):
        write_values(writer, noise.kind, noise.data, degrees=noise.degrees)
        writer.names(Kind.ROW_NAMES, noise.names)
        if eigen is not None:
            values, vectors = eigen
            writer.matrix(Kind.COV_EIGENVECTORS, vectors)
            writer.reals(Kind.COV_EIGENVALUES, values, double=True)
        write_projections(writer, noise.projections)
        write_bads(writer, noise.bads)
        if noise.method is not None:
            writer.text(Kind.COV_METHOD, noise.method)
        if noise.log_likelihood is not None:
            writer.reals(Kind.COV_SCORE, [noise.log_likelihood], double=True)


def write_values(writer: Writer, kind: int, data: Floats, *, degrees: int = 0) -> None:
    """Write a square matrix, or a diagonal (n,), into a covariance block."""
    n = len(data)
    writer.integers(Kind.COV_KIND, kind)
    writer.integers(Kind.COV_DIM, n)
    if degrees > 0:
        writer.integers(Kind.COV_NFREE, degrees)
    if data.ndim == 1:
        writer.reals(Kind.COV_DIAG, data, double=True)
    else:
        writer.reals(Kind.COV, data[np.tril_indices(n)], double=True)
