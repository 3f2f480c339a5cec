#!/usr/bin/env python3
"""How far off single sources are found, by depth and method: writes docs/localisation-error.md.

    python scripts/localisation_error.py

The noise is that of leadfield's simulated experiment, which is made first if need be. It
takes about half a minute, and gives the same table every time.
"""

import itertools
from pathlib import Path
from typing import Any

import numpy as np

import leadfield
from leadfield.base.arrays import Bools, Floats
from leadfield.base.progress import tracked
from leadfield.datasets import simulated, template
from leadfield.datasets.simulated.activity import Patch, cortical_sheets, patch_around
from leadfield.datasets.simulated.heads import MM, make_skull, true_head, true_registration
from leadfield.datasets.simulated.sensor_patterns import patch_field
from leadfield.datasets.simulated.sensors import measurement_info
from leadfield.forward.sensor_array import make_sensor_array
from leadfield.freesurfer.annotation import read_annotation
from leadfield.freesurfer.surface import read_surface

SEED, SOURCES, TRIALS = 1, 200, 60
MOMENT, WIDTH = 60e-9, 0.018  # A·m; s, standard deviation of the course
METHODS = ("MNE", "dSPM", "sLORETA", "eLORETA")
LAMBDA2 = 1 / 3**2
DEPTHS = (0, 15, 25, 35, np.inf)  # mm from the inner skull
NEAR = 15  # mm
NOT_CORTEX = ("unknown", "corpuscallosum")
SIDES = ("lh", "rh")
TARGET = Path(__file__).parents[1] / "docs" / "localisation-error.md"


def main() -> None:
    """Simulate, localise, write the table."""
    leadfield.set_log_level("warning")
    data = simulated.data_path()
    rng = np.random.default_rng(SEED)
    noise, info, prepared = analysis(data)
    patches, fields, depths = sources(data, rng)
    white = [read_surface(data / f"subjects/sample/surf/{side}.white").vertices for side in SIDES]
    errors = np.empty((len(METHODS), SOURCES))
    sides = np.empty((len(METHODS), SOURCES), bool)
    times = np.arange(noise.shape[2]) / info["sfreq"]
    course = MOMENT * np.exp(-0.5 * ((times - times.mean()) / WIDTH) ** 2)
    for i, patch in enumerate(tracked(patches, "Localising", SOURCES)):
        some = rng.choice(len(noise), TRIALS, replace=False)
        signal = np.outer(fields[i], course) + noise[some].mean(axis=0)
        evoked = leadfield.EvokedArray(signal, info, nave=TRIALS)
        for m, method in enumerate(METHODS):
            estimate = leadfield.minimum_norm.apply_inverse(
                evoked, prepared[method], LAMBDA2, method, prepared=True
            )
            row, _ = np.unravel_index(estimate.data.argmax(), estimate.data.shape)
            side = int(row >= len(estimate.vertices[0]))
            place = white[side][np.concatenate(estimate.vertices)[row]]
            errors[m, i] = np.linalg.norm(place - patch.place / MM)
            sides[m, i] = SIDES[side] == patch.sheet.hemisphere
    TARGET.write_text(report(errors, sides, depths), encoding="utf-8")
    print(f"Written to {TARGET}")


def analysis(data: Path) -> tuple[Floats, Any, dict[str, Any]]:
    """Baselines of good trials, the info they have, and prepared inverse operators."""
    sample = data / "MEG" / "sample"
    raw = leadfield.io.read_raw_fif(sample / "sample_audvis_filt-0-40_raw.fif")
    picks = leadfield.pick_types(raw.info, meg=True, eog=True, exclude="bads")
    epochs = leadfield.Epochs(
        raw,
        leadfield.find_events(raw),
        [1, 2, 3, 4],
        picks=picks,
        reject={"grad": 4000e-13, "mag": 4e-12, "eog": 150e-6},
    )
    cov = leadfield.compute_covariance(epochs, tmax=0.0, method=["shrunk", "empirical"])
    info = epochs.average().pick("meg").info
    forward = leadfield.read_forward_solution(sample / "sample_audvis-meg-oct-6-fwd.fif")
    inverse = leadfield.minimum_norm.make_inverse_operator(info, forward, cov, loose=0.2, depth=0.8)
    prepared = {
        method: leadfield.minimum_norm.prepare_inverse_operator(inverse, TRIALS, LAMBDA2, method)
        for method in METHODS
    }
    return epochs.get_data(picks="meg", tmax=0.0), info, prepared


def sources(data: Path, rng: np.random.Generator) -> tuple[list[Patch], list[Floats], Floats]:
    """Random patches of cortex, what good MEG channels see of 1 A·m, and depths in mm."""
    anatomy = template.data_path() / template.SUBJECT
    subjects = data / "subjects"
    skull, mri_to_head = make_skull(anatomy), true_registration()
    head = true_head(skull)
    info = measurement_info(skull, mri_to_head)
    array = make_sensor_array(info, meg=True, eeg=False, use_references=False)
    good = [name != "MEG 2443" for name in array.info.names]
    sheets = cortical_sheets(subjects)
    cortex = {}
    for side in SIDES:
        parts = read_annotation(subjects / "sample" / "label" / f"{side}.aparc.annot")
        names = np.array([*parts.names, "unknown"])[parts.labels]
        cortex[side] = np.flatnonzero(~np.isin(names, NOT_CORTEX))
    patches = [
        patch_around(sheets[side], int(rng.choice(cortex[side])))
        for side in rng.choice(SIDES, SOURCES)
    ]
    fields = [
        patch_field(array, head, mri_to_head, patch)[good]
        for patch in tracked(patches, "Simulating", SOURCES)
    ]
    depths = head.to_skull(np.array([patch.place for patch in patches])) / MM
    return patches, fields, depths


def report(errors: Floats, sides: Bools, depths: Floats) -> str:
    """The page."""
    lines = [
        "# How far off sources are found",
        "",
        f"{SOURCES} single sources on random places of the simulated person's cortex (patches of",
        f"8 mm radius, {1e9 * MOMENT:.0f} nA·m each), seen by 305 MEG channels in the noise of",
        f"{TRIALS} averaged trials of the simulated experiment (seed {simulated.build.SEED}), with",
        "its errors of head model, registration and source positions. Localised with the",
        "tutorial's settings: shrunk noise covariance, `loose=0.2`, `depth=0.8`, `snr=3`. The",
        "error is the distance from the vertex with the largest value, over both hemispheres and",
        "200 ms, to the middle of the patch.",
        "",
        "Median error in mm, by distance from the inner skull:",
        "",
        f"| depth | sources | {' | '.join(METHODS)} |",
        "|" + "---|" * (2 + len(METHODS)),
    ]
    for low, high in itertools.pairwise(DEPTHS):
        some = (depths >= low) & (depths < high)
        name = f"{low} to {high} mm" if np.isfinite(high) else f"over {low} mm"
        lines.append(line(name, some, errors))
    lines += [
        line("all", depths >= 0, errors),
        "",
        "All depths together:",
        "",
        f"| | {' | '.join(METHODS)} |",
        "|" + "---|" * (1 + len(METHODS)),
        f"| within {NEAR} mm | {shares(errors <= NEAR)} |",
        f"| right hemisphere | {shares(sides)} |",
        "",
        "Deep sources are weak at the sensors: with the same strength as shallow ones they drown",
        "in noise. So do sources that point straight out of the head, which MEG hardly sees.",
        "",
        f"Made by `python scripts/localisation_error.py` (seed {SEED}).",
    ]
    return "\n".join(lines) + "\n"


def line(name: str, some: Bools, errors: Floats) -> str:
    """A row of medians."""
    medians = " | ".join(f"{x:.1f}" for x in np.median(errors[:, some], axis=1))
    return f"| {name} | {some.sum()} | {medians} |"


def shares(right: Bools) -> str:
    """A row of percentages."""
    return " | ".join(f"{100 * x:.0f} %" for x in right.mean(axis=1))


if __name__ == "__main__":
    main()
