"""Maximum of the scan over sources, found without computing most of it.

Sources that lie together explain much the same. The directions that they share, far fewer than
all of theirs, bound what any of them explains; only where the bound is above what is known
already are the sources themselves looked at. The maximum is exact.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats, Floats32, Ints, lock_arrays
from leadfield.trust.scan import Scan, scan_energies

REGION = 27  # sources, on average
LEFT_OUT = 0.05  # of a source's unit directions, at most
ROUNDING = 1e-4  # of float32 and of sums, above the bound

Enough = Callable[[Floats], Floats]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ScanSearch:
    """A scan whose sources are grouped in regions.

    ``members`` are the sources of each region. ``directions`` (n_rows, n_components), of which
    those of a region begin at ``starts`` (n_regions,), are what its sources share; ``left_out``
    (n_regions,) is the most that they leave out of a source's unit directions.
    """

    scan: Scan
    members: tuple[Ints, ...]
    directions: Floats32
    starts: Ints
    left_out: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Maxima:
    """Largest energy (n_groups,) in each group of columns, its source and its column.

    Where nothing was above what the search was asked for, the source and the column are -1.
    """

    energies: Floats
    sources: Ints
    columns: Ints

    def __post_init__(self) -> None:
        lock_arrays(self)


def make_search(scan: Scan, positions: Floats) -> ScanSearch:
    """The scan with its sources, at ``positions`` (n_sources, 3), in regions."""
    labels = _group_nearby(positions, max(1, len(positions) // REGION))
    members = tuple(np.flatnonzero(labels == one) for one in range(labels.max() + 1))
    shared = [_shared_directions(scan.bases[some]) for some in members]
    sizes = [len(directions) for directions, _ in shared]
    return ScanSearch(
        scan=scan,
        members=members,
        directions=np.concatenate([directions for directions, _ in shared]).astype(np.float32),
        starts=np.cumsum([0, *sizes[:-1]]),
        left_out=np.array([left for _, left in shared]),
    )


def _group_nearby(positions: Floats, count: int) -> Ints:
    """A region for each position: that of the nearest of ``count`` centres far from each other."""
    nearest = np.full(len(positions), np.inf)
    labels = np.zeros(len(positions), int)
    centre = 0
    for label in range(count):
        distance = ((positions - positions[centre]) ** 2).sum(axis=1)
        closer = distance < nearest
        labels[closer], nearest[closer] = label, distance[closer]
        centre = int(nearest.argmax())
        if nearest[centre] == 0:
            break
    return labels


def _shared_directions(bases: Floats) -> tuple[Floats, float]:
    """Orthonormal directions (d, n_components) of some sources, and how much they leave out."""
    n, directions, count = bases.shape
    shared, along = _principal_directions(bases.reshape(n * directions, count))
    squares = (along**2).reshape(n, directions, -1).sum(axis=1)
    beyond = np.sqrt(squares[:, ::-1].cumsum(axis=1)[:, ::-1].max(axis=0))
    beyond = np.append(beyond, 0.0)
    keep = max(1, int((beyond > LEFT_OUT).sum()))
    return shared[:keep], float(beyond[keep]) + ROUNDING


def _principal_directions(rows: Floats) -> tuple[Floats, Floats]:
    """Orthonormal directions, those with most of the rows first, and the rows along them."""
    if len(rows) > rows.shape[1]:
        directions = np.linalg.eigh(rows.T @ rows)[1].T[::-1]
        return directions, rows @ directions.T
    values, mixing = np.linalg.eigh(rows @ rows.T)
    scale = np.sqrt(np.maximum(values, 0))
    inverse = np.divide(1, scale, out=np.zeros_like(scale), where=scale > 0)
    return (mixing * inverse).T[::-1] @ rows, (mixing * scale)[:, ::-1]


def find_maxima(
    search: ScanSearch, components: Floats, groups: Ints, enough: Enough | None = None
) -> Maxima:
    """The largest energy over all sources and the columns of each group.

    ``components`` are (n_components, n_columns); ``groups`` (n_columns,) count from 0.
    ``enough`` says, of the best energies so far, above which ones a group's maximum is wanted.
    """
    bounds = _bounds(search, components)
    n_groups = int(groups.max()) + 1
    best = np.zeros(n_groups)
    sources, places = np.full((2, n_groups), -1)
    highest = bounds.max(axis=1)
    for region in np.argsort(-highest).tolist():
        wanted = best if enough is None else enough(best)
        if highest[region] <= wanted.min():
            break
        columns = np.flatnonzero(bounds[region] > wanted[groups])
        if not len(columns):
            continue
        members = search.members[region]
        energies = scan_energies(search.scan.bases[members], components[:, columns])
        largest, owner = energies.max(axis=0), groups[columns]
        better = largest > best[owner]
        np.maximum.at(best, owner, largest)
        better &= largest == best[owner]
        sources[owner[better]] = members[energies.argmax(axis=0)[better]]
        places[owner[better]] = columns[better]
    return Maxima(energies=best, sources=sources, columns=places)


def _bounds(search: ScanSearch, components: Floats) -> NDArray[np.floating]:
    """What no source of a region exceeds (n_regions, n_columns)."""
    seen = search.directions @ components.astype(np.float32)
    seen *= seen
    bounds: Floats32 = np.sqrt(np.add.reduceat(seen, search.starts))
    length = np.sqrt((components**2).sum(axis=0))
    bounds += (search.left_out[:, np.newaxis] * length).astype(np.float32)
    bounds *= bounds
    return bounds
