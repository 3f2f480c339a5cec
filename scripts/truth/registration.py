"""Coverage where errors of head model and registration are other than `locate` is told."""

from dataclasses import replace

import numpy as np
from scipy.spatial.transform import Rotation

from leadfield.base.arrays import Floats
from leadfield.base.progress import tracked
from leadfield.datasets.simulated.heads import assumed_heads, measured_registration
from leadfield.recording.frames import Transform
from leadfield.trust.calibration import calibrate, make_model_scan
from truth.experiment import Experiment, TrueSources, generator, true_skull
from truth.kinds import MEG, experiment
from truth.outcomes import SetOutcome, find_outcomes, noise_threshold, some_trials
from truth.page import header, percent, row, spread

ASSUMED = (0.0, 1e-3, 1.7e-3, 3e-3)  # m
SPREAD = 1.7e-3, np.deg2rad(1)  # along and about each axis
SNRS = (1.0, 3.0)


def table() -> list[str]:
    """Coverage by true and assumed errors."""
    made = experiment(MEG)
    truths = true_sources(made)
    found: dict[tuple[str, float], list[SetOutcome]] = {}
    rng, prepared = generator("registration"), make_model_scan(made.model)
    trials = some_trials(made, rng)
    threshold = noise_threshold(prepared, trials, rng)
    for assumed in tracked(ASSUMED, "Registration", len(ASSUMED)):
        calibration = calibrate(prepared, trials, registration=assumed, rng=rng)
        for name, sources in truths.items():
            outcomes = [
                find_outcomes(made, sources, calibration, snr=snr, threshold=threshold, rng=rng)
                for snr in SNRS
            ]
            found[name, assumed] = [
                one for some in outcomes for one in some if one.detected and one.single
            ]
    return [
        f"90 % sets at SNRs of 1 and 3 ({MEG}): how many hold the source, and their median radius",
        "in mm, by the errors of the truth (rows) and the `registration` that `locate` was told",
        "(columns). Drawn errors have a standard deviation of 1.7 mm along and a degree about each",
        "axis, as 1.7 mm stand for; others are those of the simulated experiment.",
        "",
        header("true errors", *(f"told {1e3 * one:g} mm" for one in ASSUMED)),
        *(row(name, *(cell(found[name, assumed]) for assumed in ASSUMED)) for name in truths),
    ]


def cell(found: list[SetOutcome]) -> str:
    """Coverage and radius."""
    radius = spread([one.radius for one in found]).partition(" ")[0]
    return f"{percent([one.covered for one in found])}, {radius}"


def true_sources(made: Experiment) -> dict[str, TrueSources]:
    """The sources, with what sensors see of them, by what is wrong in the analysis."""
    patches, rng = made.sources.patches, generator("registration errors")
    right = measured_registration()
    same_head = replace(made.truth, head=assumed_heads(true_skull())["meg"])
    middle = np.mean([patch.place for patch in patches], axis=0)
    once, twice = ([drawn(right, middle, size, rng) for _ in patches] for size in (1.0, 2.0))
    fields = {
        "none": same_head.fields(patches, [right] * len(patches)),
        "head model": made.truth.fields(patches, [right] * len(patches)),
        "head model and registration": made.sources.fields,
        "head model, drawn registration": made.truth.fields(patches, once),
        "head model, drawn twice as large": made.truth.fields(patches, twice),
    }
    return {name: replace(made.sources, fields=seen) for name, seen in fields.items()}


def drawn(right: Transform, middle: Floats, size: float, rng: np.random.Generator) -> Transform:
    """A registration that is off by a random rigid movement about the middle of the sources."""
    shift, angle = (size * deviation * rng.standard_normal(3) for deviation in SPREAD)
    turn = Rotation.from_rotvec(angle).as_matrix()
    moved = np.eye(4)
    moved[:3, :3] = turn
    moved[:3, 3] = middle - turn @ middle + shift
    return replace(right, matrix=right.matrix @ moved)
