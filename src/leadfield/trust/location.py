"""Location: the place of one source that explains most, and a set that holds it with a chance."""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.estimates.minimum_norm import restrict_vertices
from leadfield.inverse.operator import InverseModel
from leadfield.sources.space import Sources
from leadfield.trust.calibration import Calibration
from leadfield.trust.scan import scan_energies, without_source
from leadfield.trust.scan_maximum import ScanSearch, find_maxima
from leadfield.trust.set_geometry import place_of, radius_of, sources_in_mri

Verdict = Literal["one source", "more than one source", "nothing detected"]
ONE: Verdict = "one source"
SEVERAL: Verdict = "more than one source"
NOTHING: Verdict = "nothing detected"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CredibleSet:
    """The best source at a sample, and the sources that explain nearly as much.

    ``shares`` (n_sources,) are energies over the largest one. ``best`` is the row of the best
    source, ``rows`` those of the set, none unless the verdict is "one source"; ``tolerance`` is
    how much less than the best a source may explain and be in it.
    """

    sample: int
    energy: float
    shares: Floats
    best: int
    rows: Ints
    tolerance: float
    verdict: Verdict

    def __post_init__(self) -> None:
        lock_arrays(self)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LocatedSource:
    """A credible set with its places, for users.

    ``p`` is that of the test, None for an average without trials. ``hemisphere`` and ``vertex``
    are the best source's, ``position`` (3,) is in m in the subject's surface RAS, ``radius`` in
    m the largest distance from it in the set; all are None where nothing was detected, and
    ``radius`` where one source is not enough. ``vertices`` are those of the set by source space.
    """

    verdict: Verdict
    coverage: float
    p: float | None
    sources: Sources
    time: float | None = None
    hemisphere: str | None = None
    vertex: int | None = None
    position: Floats | None = None
    vertices: tuple[Ints, ...]
    radius: float | None = None
    found: CredibleSet | None = None
    calibration: Calibration | None = None

    def __post_init__(self) -> None:
        lock_arrays(self)


def nothing_located(model: InverseModel, *, coverage: float, p: float | None) -> LocatedSource:
    """What is said where nothing was detected: no place, no set."""
    sources = sources_in_mri(model)
    none = restrict_vertices(sources.vertices, np.empty(0, int))
    return LocatedSource(verdict=NOTHING, coverage=coverage, p=p, sources=sources, vertices=none)


def located(
    found: CredibleSet, calibration: Calibration, *, coverage: float, p: float | None, time: float
) -> LocatedSource:
    """A credible set with its places."""
    sources = sources_in_mri(calibration.prepared.model)
    positions = sources.positions
    hemisphere, vertex = place_of(sources, found.best)
    return LocatedSource(
        verdict=found.verdict,
        coverage=coverage,
        p=p,
        sources=sources,
        time=time,
        hemisphere=hemisphere,
        vertex=vertex,
        position=positions[found.best],
        vertices=restrict_vertices(sources.vertices, found.rows),
        radius=radius_of(positions, found.best, found.rows) if len(found.rows) else None,
        found=found,
        calibration=calibration,
    )


def best_sample(components: Floats, search: ScanSearch) -> int:
    """The sample at which one source explains most, against what it leaves."""
    largest = find_maxima(search, components, np.arange(components.shape[1])).energies
    left = (components**2).sum(axis=0) - largest
    ratio = np.divide(largest, left, out=np.zeros_like(largest), where=left > 0)
    return int(ratio.argmax())


def find_credible_set(
    components: Floats, sample: int, calibration: Calibration, *, coverage: float
) -> CredibleSet:
    """The set at one sample of an average's components (n_components, n_times)."""
    (found,) = find_credible_sets(components[:, [sample]], calibration, coverage=coverage)
    return replace(found, sample=sample)


def find_credible_sets(
    components: Floats, calibration: Calibration, *, coverage: float
) -> list[CredibleSet]:
    """The set at each sample of an average's components (n_components, n_times)."""
    search = calibration.prepared.search
    n_times = components.shape[1]
    energies = scan_energies(search.scan.bases, components)
    best = energies.argmax(axis=0)
    rest = without_source(search.scan.bases, best, components)
    left = find_maxima(search, rest, np.arange(n_times)).energies
    sets = []
    for sample, source in enumerate(best.tolist()):
        energy = float(energies[source, sample])
        shares = energies[:, sample] / energy
        tolerance = calibration.tolerance(energy, coverage)
        several = bool(left[sample] > calibration.largest_residual(energy))
        inside = np.flatnonzero(shares >= 1 - tolerance)
        sets.append(
            CredibleSet(
                sample=sample,
                energy=energy,
                shares=shares,
                best=source,
                rows=inside[:0] if several else inside,
                tolerance=tolerance,
                verdict=SEVERAL if several else ONE,
            )
        )
    return sets
