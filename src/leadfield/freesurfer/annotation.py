"""FreeSurfer annotation files (``.annot``): parcellations of the cortex."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.arrays import Ints, lock_arrays, locked
from leadfield.base.errors import InputError
from leadfield.base.files import as_path, may_write
from leadfield.base.pending import settle
from leadfield.base.replacing import Replacement, replacing
from leadfield.freesurfer.buffer import Buffer

MOST_REGIONS = 100_000
CODE = np.array([1, 1 << 8, 1 << 16])
"""A region's number in the file is its colour: r + 256 g + 65536 b."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Parcellation:
    """The region of the cortex that each vertex belongs to."""

    labels: Ints
    """Index into ``names``, ``(n_vertices,)``; -1 belongs to none."""
    names: tuple[str, ...]
    colours: Ints
    """Red, green, blue and opacity of each region, 0 to 255, ``(n_names, 4)``."""

    def __post_init__(self) -> None:
        n = len(self.names)
        labels = locked(self.labels, np.int64, shape=(None,), name="labels")
        colours = locked(self.colours, np.int64, shape=(n, 4), name="colours")
        if labels.size and not -1 <= labels.min() <= labels.max() < n:
            msg = f"labels must be -1 to {n - 1}, got {labels.min()} to {labels.max()}"
            raise InputError(msg)
        if colours.size and not 0 <= colours.min() <= colours.max() <= 255:
            low, high = colours.min(), colours.max()
            msg = f"colours must be 0 to 255, got {low} to {high}"
            raise InputError(msg)
        object.__setattr__(self, "labels", labels)
        object.__setattr__(self, "names", tuple(self.names))
        object.__setattr__(self, "colours", colours)
        lock_arrays(self)


def read_annotation(path: str | Path) -> Parcellation:
    """The parcellation in an ``.annot`` file, old or new."""
    found = as_path(path)
    if found.name.startswith("rh."):
        settle(found.with_name(f"lh.{found.name[3:]}"))  # both are written together
    file = Buffer(found, "parcellation")
    pairs = file.array(2 * file.whole("vertex count"), ">i4", "vertices and regions")
    vertices, codes = pairs.reshape(-1, 2).T.astype(np.int64)
    if not np.array_equal(np.sort(vertices), np.arange(len(vertices))):
        msg = "each vertex must be listed once"
        raise file.wrong(msg)
    if not file.whole("mark of a colour table"):
        msg = "there must be a table of names and colours, got none"
        raise file.wrong(msg)
    names, colours = _table(file)
    labels = np.full(len(vertices), -1)
    labels[vertices] = _looked_up(codes, colours[:, :3] @ CODE)
    try:
        return Parcellation(labels=labels, names=names, colours=colours)
    except InputError as problem:
        raise file.wrong(str(problem)) from problem


def _table(file: Buffer) -> tuple[tuple[str, ...], Ints]:
    count = file.whole("region count, or minus the version")
    old = count > 0
    if not old:
        if count != -2:
            msg = f"the table's version must be 2, got {-count}"
            raise file.wrong(msg)
        file.whole("largest number of a region")
    file.text(file.whole("length"), "name of the original table")
    if not old:
        count = file.whole("region count")
    if count > MOST_REGIONS:
        msg = f"there must be at most {MOST_REGIONS} regions, got {count}"
        raise file.wrong(msg)
    names, colours = [], []
    for _ in range(count):
        if not old:
            file.whole("number of a region")
        names.append(file.text(file.whole("length"), "name of a region"))
        colours.append(file.array(4, ">i4", "colour"))
    table = np.array(colours, np.int64).reshape(-1, 4)
    table[:, 3] = 255 - table[:, 3]  # the file holds transparency
    return tuple(names), table


def _looked_up(codes: Ints, table: Ints) -> Ints:
    """Place of each code in ``table``, -1 where it is not; the first of equals."""
    if not len(table):
        return np.full(len(codes), -1)
    order = np.argsort(table, kind="stable")
    near = np.minimum(np.searchsorted(table[order], codes), len(table) - 1)
    return np.where(table[order][near] == codes, order[near], -1)


def write_annotation(
    path: str | Path,
    parcellation: Parcellation,
    *,
    table: str = "leadfield",
    overwrite: bool = False,
    together: Replacement | None = None,
) -> None:
    """Write an ``.annot`` file of version 2; ``table`` names the table of colours."""
    colours = parcellation.colours
    codes = colours[:, :3] @ CODE
    if len(np.unique(codes)) != len(codes):
        msg = "each region must have its own colour: the file tells regions by it"
        raise InputError(msg)
    labels = parcellation.labels
    pairs = np.zeros((len(labels), 2), ">i4")
    pairs[:, 0] = np.arange(len(labels))
    pairs[:, 1] = np.append(codes, 0)[labels]
    n = len(codes)
    body = [
        _wholes(len(labels)),
        pairs.tobytes(),
        _wholes(1, -2, n),
        _text(table),
        _wholes(n),
    ]
    for i, (name, (red, green, blue, opacity)) in enumerate(
        zip(parcellation.names, colours.tolist(), strict=True)
    ):
        body += [_wholes(i), _text(name), _wholes(red, green, blue, 255 - opacity)]
    target = may_write(path, overwrite=overwrite)
    with replacing(target, together) as stream:
        stream.write(b"".join(body))


def _wholes(*values: ArrayLike) -> bytes:
    return np.array(values, ">i4").tobytes()


def _text(value: str) -> bytes:
    held = value.encode() + b"\0"
    return _wholes(len(held)) + held
