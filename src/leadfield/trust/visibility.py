"""Visibility: the chance to detect a source, before a subject is measured.

A source of amplitude a makes the scan's energy at its place noncentral χ². It is detected where
that exceeds what noise alone reaches somewhere in the brain in one of twenty maps.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import scipy

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.inverse.operator import InverseModel
from leadfield.sources.space import Sources
from leadfield.trust.patches import Directions, patch_means, source_directions
from leadfield.trust.scan import Scan, make_scan, scan_energies, white_leads
from leadfield.whitening.make import make_whitener

LEVEL = 0.95  # quantile of the scan's maximum in noise that a source has to exceed
N_NOISES = 1000  # maps of noise to find it in
COLUMNS = 100  # of them at once
# Degrees of freedom of the largest energy near a source by those of one place: 3 where
# orientations are free, 1 where they are fixed. More, as neighbours take part; by simulation.
DEGREES = {3: 8, 1: 6}
SURE = 0.9  # probability whose amplitude is asked for
# Error where detected: registration and grid, and what falls with the root of the energy; else
# the distance to a place anywhere in the brain. In m.
NEAR, BLURRED, LOST = 3e-3, 25e-3, 70e-3
GRID = 4000  # energies at which chances are tabulated
TYPES = ("mag", "grad", "eeg")
SPAN, HALVINGS = 40.0, 60  # of the logarithm of an amplitude that is looked for


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SourceVisibility:
    """How well sensors see each source.

    ``strengths`` (n_sources, n_directions) are roots of the energies that a source of 1 A·m
    has along each direction in an average, ``weights`` how likely the directions are. The
    scan's energy must exceed ``threshold``: ``chances`` (GRID,) is the chance that it does for
    the roots of energy ``roots`` (GRID,).
    """

    strengths: Floats
    weights: Floats
    threshold: float
    roots: Floats
    chances: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)

    def picked(self, rows: Ints) -> "SourceVisibility":
        """Only some sources."""
        return replace(self, strengths=self.strengths[rows], weights=self.weights[rows])


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelVisibility:
    """Averages over the sources of a label; NaN where it holds none.

    ``probability`` is that of detection, with all sensors and ``by_type`` with one type alone;
    ``expected_error`` in m; ``needed_amplitude`` in A·m is detected with 90 % on average.
    """

    name: str
    n_sources: int
    probability: float
    expected_error: float
    needed_amplitude: float
    by_type: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VisibilityStudy:
    """What an average of ``nave`` epochs shows of sources of ``amplitude`` in A·m.

    ``seen`` is with all channels, ``by_type`` with those of one type alone.
    """

    amplitude: float
    nave: float
    sources: Sources
    seen: SourceVisibility
    by_type: Mapping[str, SourceVisibility]

    def __post_init__(self) -> None:
        lock_arrays(self)

    def in_label(self, name: str, rows: Ints) -> LabelVisibility:
        """Averages over the sources at ``rows``."""
        if not len(rows):
            nothing = dict.fromkeys(self.by_type, np.nan)
            return LabelVisibility(
                name=name,
                n_sources=0,
                probability=np.nan,
                expected_error=np.nan,
                needed_amplitude=np.nan,
                by_type=nothing,
            )
        part = self.seen.picked(rows)
        needed = _bisect(
            lambda a: detection_chances(part, a).mean(keepdims=True),
            part.strengths.reshape(1, -1),
            part.roots[-1],
        )
        return LabelVisibility(
            name=name,
            n_sources=len(rows),
            probability=float(detection_chances(part, self.amplitude).mean()),
            expected_error=float(expected_errors(part, self.amplitude).mean()),
            needed_amplitude=float(needed[0]),
            by_type={
                kind: float(detection_chances(one.picked(rows), self.amplitude).mean())
                for kind, one in self.by_type.items()
            },
        )


def study_visibility(
    model: InverseModel,
    *,
    amplitude: float,
    nave: float,
    noise_scale: float,
    rng: np.random.Generator,
) -> VisibilityStudy:
    """What the sensors of an operator show, together and one type alone."""
    leads, directions = white_leads(model), source_directions(model)

    def measured(some: Floats) -> SourceVisibility:
        return measure_visibility(
            model, some, directions, nave=nave, noise_scale=noise_scale, rng=rng
        )

    seen, kinds = measured(leads), types_of(model)
    alone = {
        kind: seen if len(kinds) == 1 else measured(leads_of_type(model, leads, kind))
        for kind in kinds
    }
    return VisibilityStudy(
        amplitude=amplitude, nave=nave, sources=model.sources, seen=seen, by_type=alone
    )


def measure_visibility(
    model: InverseModel,
    leads: Floats,
    directions: Directions,
    *,
    nave: float,
    noise_scale: float,
    rng: np.random.Generator,
) -> SourceVisibility:
    """How well an average of ``nave`` epochs shows sources of a white lead field.

    ``leads`` (n_sources, p, k) are along the model's orientations, in components of one epoch
    whose noise has variance 1; ``noise_scale`` is what it really has.
    """
    means = patch_means(model, leads)
    grams = means @ means.swapaxes(1, 2)
    powers = np.vecdot(directions.vectors @ grams, directions.vectors)
    threshold = noise_quantile(make_scan(leads), rng)
    # Beyond this energy the chance is 1 to rounding.
    roots = np.linspace(0, np.sqrt(threshold) + 10, GRID)
    return SourceVisibility(
        strengths=np.sqrt(nave / noise_scale * powers.clip(0)),
        weights=directions.weights,
        threshold=threshold,
        roots=roots,
        chances=chance_to_exceed(threshold, roots**2, degrees=DEGREES[leads.shape[1]]),
    )


def leads_of_type(model: InverseModel, leads: Floats, kind: str) -> Floats:
    """White lead field (n_sources, p, rank) of the channels of one type alone.

    Their noise is that of the operator's covariance. ``leads`` are those of all channels.
    """
    info = model.info
    rows = info.channels.of_type(kind)
    whitener = make_whitener(model.noise, info, names=[info.names[i] for i in rows])
    colorer = model.whitener.colorer @ model.fields.T
    return np.asarray(leads @ (whitener.matrix @ colorer[rows]).T)


def types_of(model: InverseModel) -> list[str]:
    """Types of channels that an operator has."""
    have = set(model.info.channels.types)
    return [kind for kind in TYPES if kind in have]


def noise_quantile(scan: Scan, rng: np.random.Generator) -> float:
    """What the scan's maximum exceeds in one of twenty maps of white noise."""
    maxima = np.empty(N_NOISES)
    for a in range(0, N_NOISES, COLUMNS):
        noise = rng.standard_normal((scan.n_components, COLUMNS))
        maxima[a : a + COLUMNS] = scan_energies(scan.bases, noise).max(axis=0)
    return float(np.quantile(maxima, LEVEL))


def chance_to_exceed(threshold: float, energies: Floats, *, degrees: int) -> Floats:
    """Chance that noncentral χ² of each energy exceeds a threshold."""
    chances: Floats = 1 - scipy.special.chndtr(threshold, degrees, energies)
    return chances


def detection_chances(seen: SourceVisibility, amplitudes: float | Floats) -> Floats:
    """Probability (n_sources,) to detect sources of one or of different amplitudes in A·m."""
    found = _chances(seen, seen.strengths * np.expand_dims(amplitudes, -1))
    total: Floats = (found * seen.weights).sum(axis=1)
    return total


def expected_errors(seen: SourceVisibility, amplitude: float) -> Floats:
    """Expected distance (n_sources,) in m from a source to the peak of its map."""
    roots = amplitude * seen.strengths
    chances = _chances(seen, roots)
    blur = np.divide(BLURRED, roots, out=np.full_like(roots, LOST), where=roots > 0)
    errors = chances * np.minimum(NEAR + blur, LOST) + (1 - chances) * LOST
    total: Floats = (errors * seen.weights).sum(axis=1)
    return total


def needed_amplitudes(seen: SourceVisibility) -> Floats:
    """Amplitude (n_sources,) in A·m that is detected with 90 %; infinite where none is."""
    return _bisect(
        lambda amplitudes: detection_chances(seen, amplitudes), seen.strengths, seen.roots[-1]
    )


def _chances(seen: SourceVisibility, roots: Floats) -> Floats:
    found: Floats = np.interp(roots, seen.roots, seen.chances)
    return found


def _bisect(chances: Callable[[Floats], Floats], strengths: Floats, last: float) -> Floats:
    """Amplitudes (n,) at which growing chances reach SURE; infinite where they do not.

    Any energy whose root is above ``last`` is detected; of ``strengths`` (n, m) those of
    directions that no sensor sees are 0.
    """
    weakest = np.where(strengths > 0, strengths, np.inf).min(axis=1)
    high = np.log(last / np.where(np.isinf(weakest), 1, weakest))
    reached = chances(np.exp(high)) >= SURE
    low = high - SPAN
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        enough = chances(np.exp(middle)) >= SURE
        low, high = np.where(enough, low, middle), np.where(enough, middle, high)
    return np.where(reached, np.exp(high), np.inf)
