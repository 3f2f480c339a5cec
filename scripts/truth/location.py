"""Location: how often credible sets hold the source, and how large they are."""

from collections.abc import Sequence

import numpy as np

from leadfield.base.progress import tracked
from leadfield.datasets.simulated.heads import MM
from leadfield.trust.calibration import Calibration, ModelScan, calibrate, make_model_scan
from leadfield.trust.location import SEVERAL, find_credible_sets
from truth.experiment import SOURCES, Experiment, generator, make_sources
from truth.kinds import KINDS, MEG, experiment
from truth.outcomes import SetOutcome, find_outcomes, noise_like, noise_threshold, some_trials
from truth.page import by_depth, header, percent, row, spread

SNRS = (0.3, 0.5, 0.7, 1.0, 2.0, 3.0, 5.0)
SETS = 3  # sets of trials that calibrations are made with
REGISTRATION = 1.7e-3  # m
LEAST = 0.7  # SNR of the table by depth
WIDE = 15.0  # mm, radius of sources that are larger than the calibration's
APART = 40  # mm, of two sources
RATIOS = (1.0, 0.4)  # of the second source to the first


def table() -> list[str]:
    """Coverage by SNR, depth and sensors, wide sources and pairs."""
    found, lines = {}, []
    for kind in KINDS:
        found[kind] = coverage(experiment(kind), kind)
        lines += [set_row(kind, snr, some) for snr, some in found[kind].items()]
    depths = by_depth(np.zeros(0))
    return [
        f"90 % sets of `locate` at the peak, calibrated with {SETS} sets of trials for all",
        f"{SOURCES} sources, whose noise is that of other trials; detected at that time alone.",
        "Covered is who is in the set, of those detected and called one source; wrong is who is",
        "not, of all. Radius and error are median / 90 % in mm:",
        "",
        header("data", "SNR", "detected", "called several", "covered", "wrong", "radius", "error"),
        *lines,
        "",
        f"Covered at an SNR of {LEAST:g} and more, by depth:",
        "",
        header("data", *depths),
        *(row(kind, *depth_cells(some)) for kind, some in found.items()),
        "",
        *wide_sources(),
        "",
        *pairs(),
    ]


def coverage(made: Experiment, kind: str) -> dict[float, list[SetOutcome]]:
    """What becomes of the sources, by SNR."""
    rng, prepared = generator(f"locate {kind}"), make_model_scan(made.model)
    found: dict[float, list[SetOutcome]] = {snr: [] for snr in SNRS}
    for _ in tracked(range(SETS), f"Credible sets, {kind}", SETS):
        calibration, threshold = calibrated(made, prepared, rng)
        for snr, some in found.items():
            some.extend(
                find_outcomes(
                    made, made.sources, calibration, snr=snr, threshold=threshold, rng=rng
                )
            )
    return found


def calibrated(
    made: Experiment, prepared: ModelScan, rng: np.random.Generator
) -> tuple[Calibration, float]:
    """A calibration with some trials, and what they make of noise."""
    trials = some_trials(made, rng)
    calibration = calibrate(prepared, trials, registration=REGISTRATION, rng=rng)
    return calibration, noise_threshold(prepared, trials, rng)


def set_row(kind: str, snr: float, found: Sequence[SetOutcome]) -> str:
    """A row of the table of sets."""
    seen = [one for one in found if one.detected]
    single = [one for one in seen if one.single]
    wrong = sum(not one.covered for one in single) / len(found)
    return row(
        kind,
        f"{snr:g}",
        f"{100 * len(seen) / len(found):.0f} %",
        percent([not one.single for one in seen]),
        percent([one.covered for one in single]),
        f"{100 * wrong:.0f} %",
        spread([one.radius for one in single]),
        spread([one.error for one in single], 1),
    )


def depth_cells(found: dict[float, list[SetOutcome]]) -> list[str]:
    """Who is covered, by depth."""
    single = [
        one
        for snr, some in found.items()
        for one in some
        if snr >= LEAST and one.detected and one.single
    ]
    covered = np.array([one.covered for one in single])
    ranges = by_depth(np.array([one.depth for one in single]))
    return [percent(covered[some]) for some in ranges.values()]


def wide_sources() -> list[str]:
    """Sets of sources that are larger than those they are calibrated for."""
    made, rng = experiment(MEG), generator("wide")
    sources = make_sources(made.truth, WIDE)
    calibration, threshold = calibrated(made, make_model_scan(made.model), rng)
    lines = []
    for snr in (1.0, 3.0):
        found = find_outcomes(made, sources, calibration, snr=snr, threshold=threshold, rng=rng)
        single = [one for one in found if one.detected and one.single]
        lines.append(
            row(
                f"{snr:g}",
                percent([not one.single for one in found if one.detected]),
                percent([one.covered for one in single]),
                percent([one.touched for one in single]),
                spread([one.radius for one in single]),
            )
        )
    return [
        f"Sources of {WIDE:g} mm radius, where the calibration has 8 ({MEG}): in how many sets",
        "their middle is, and in how many any of them:",
        "",
        header("SNR", "called several", "middle covered", "some covered", "radius"),
        *lines,
    ]


def pairs() -> list[str]:
    """How often two sources are told from one."""
    told = []
    for kind in KINDS:
        made, rng = experiment(kind), generator(f"pairs {kind}")
        calibration, _ = calibrated(made, make_model_scan(made.model), rng)
        shares = (percent(pairs_told(made, calibration, ratio, rng)) for ratio in RATIOS)
        told.append(row(kind, *shares))
    return [
        f"Two sources more than {APART} mm from each other, the first of an SNR of 1, called more",
        "than one source, where the second is so many times as strong:",
        "",
        header("data", *(f"{ratio:g}" for ratio in RATIOS)),
        *told,
    ]


def pairs_told(
    made: Experiment, calibration: Calibration, ratio: float, rng: np.random.Generator
) -> list[bool]:
    """Whether pairs of sources are called several."""
    fields = made.unit_fields()
    first, second = rng.integers(0, SOURCES, (2, 2 * SOURCES))
    places = np.array([patch.place for patch in made.sources.patches]) / MM
    apart = np.flatnonzero(np.linalg.norm(places[first] - places[second], axis=1) > APART)
    some = apart[:SOURCES]
    both = (fields[first[some]] + ratio * fields[second[some]]).T * np.sqrt(made.n_components)
    sets = find_credible_sets(both + noise_like(made, both, rng), calibration, coverage=0.9)
    return [one.verdict == SEVERAL for one in sets]
