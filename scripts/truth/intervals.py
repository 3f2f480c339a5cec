"""Intervals of labels' amplitudes: how often they hold, for spread and for focal currents."""

from typing import Any

import numpy as np

import leadfield
from leadfield.api.labels.as_label import as_label
from leadfield.base.arrays import Bools, Floats
from leadfield.base.progress import tracked
from leadfield.datasets.simulated.activity import Patch
from leadfield.datasets.simulated.heads import MM
from leadfield.estimates.label_time_courses import plan_labels
from leadfield.inverse.regularisation import fit_regularisation
from leadfield.trust.label_amplitudes import label_amplitudes, label_weights
from leadfield.trust.maps import metric_axes
from leadfield.trust.posterior import make_posterior
from truth.experiment import SIDES, TRIALS, Experiment, generator
from truth.kinds import MEG, experiment
from truth.maps import USUAL, regularise
from truth.page import header, percent, row
from truth.prior import SCALE, draw_from_prior

DRAWS, GROUP = 500, 10  # from the prior; regularised together
LABELS, RADIUS = 40, 12.0  # mm
FOCAL = 3.0  # SNR


def table() -> list[str]:
    """How many 90 % intervals hold."""
    made, rng = experiment(MEG), generator("intervals")
    labels = [label_around(made, patch) for patch in made.sources.patches[:LABELS]]
    lines = []
    for lambda2 in (1.0, USUAL):
        drawn = draw_from_prior(made.model, lambda2, DRAWS, rng)
        for given, name in ((lambda2, "known"), (None, "by REML")):
            held = [
                percent(held_intervals(made, labels, drawn, known=given, normal=normal), 1)
                for normal in (True, False)
            ]
            lines.append(row(f"{lambda2**-0.5:g}", name, *held))
    return [
        f"`source_uncertainty` on {DRAWS} draws from the model's own prior ({MEG}), with noise of",
        f"{SCALE:g} times the covariance, for {LABELS} labels of {RADIUS:g} mm radius. Of the",
        "90 % intervals hold:",
        "",
        header("SNR", "lambda2", "along normals", "lengths"),
        *lines,
        "",
        f"For the focal sources in the middle of these labels, at an SNR of {FOCAL:g},",
        f"{percent(focal_intervals(made, rng, labels))} of the intervals hold the current: the",
        "prior knows no focal sources, and takes them for spread ones that are weaker. They are no",
        "intervals of a focal source's amplitude.",
    ]


def held_intervals(
    made: Experiment,
    labels: list[Any],
    drawn: tuple[Floats, Floats],
    *,
    known: float | None,
    normal: bool,
) -> Bools:
    """Whether each interval holds the true amplitude, with λ² known or by REML."""
    model, (currents, components) = made.model, drawn
    plan = plan_labels(metric_axes(model.sources, None), labels, model.sources, mode="mean_flip")
    weights = [label_weights(model, plan, place, normal=normal) for place in range(len(labels))]
    inside = []
    for start in tracked(range(0, DRAWS, GROUP), "Intervals", DRAWS // GROUP):
        some = slice(start, start + GROUP)
        energies = TRIALS * (components[:, some] ** 2).mean(axis=1)
        fit = fit_regularisation(energies, model.singular_values)
        lambda2, scale = (known, SCALE) if known else (fit.lambda2, fit.noise_scale)
        posterior = make_posterior(model, lambda2=lambda2, noise_scale=scale, nave=TRIALS)
        found = label_amplitudes(posterior, components[:, some], labels, level=0.9, normal=normal)
        for place, rows in enumerate(plan.rows):
            sums = np.einsum("olc,lcs->os", weights[place], currents[rows][..., some])
            true = sums[0] if normal else np.linalg.norm(sums, axis=0)
            inside.append(holds(found.intervals[place], true))
    return np.array(inside)


def focal_intervals(made: Experiment, rng: np.random.Generator, labels: list[Any]) -> Bools:
    """The same for the focal sources in the middle of the labels."""
    model, held, course = made.model, [], FOCAL * made.course()
    for i, label in enumerate(labels):
        strength = 1 / np.sqrt((made.components(made.sources.fields[i]) ** 2).mean())
        evoked = made.response(rng, np.outer(strength * made.sources.fields[i], course))
        found = regularise(made, evoked)
        posterior = make_posterior(
            model, lambda2=found.fit.lambda2, noise_scale=found.fit.noise_scale, nave=TRIALS
        )
        peak = found.power.argmax()
        components = made.components(evoked.data)[:, [peak]] / np.sqrt(TRIALS)
        amplitude = label_amplitudes(posterior, components, [label], level=0.9, normal=False)
        true = strength * course[peak] / sum(len(one.vertices) for one in label.hemispheres)
        held.append(holds(amplitude.intervals[0], np.array([true])))
    return np.array(held)


def label_around(made: Experiment, patch: Patch) -> Any:
    """The label of the sources around the middle of a patch, on its side."""
    away = np.linalg.norm(made.places - np.asarray(patch.place) / MM, axis=1)
    side = SIDES.index(patch.sheet.hemisphere)
    rows = np.flatnonzero(away < RADIUS)
    rows = rows[(rows >= made.left) == side] - side * made.left
    vertices = made.model.sources.vertices[side][rows]
    return as_label(leadfield.Label(vertices, hemi=SIDES[side], name="patch"))


def holds(interval: Floats, true: Floats) -> Bools:
    """Whether intervals (n, 2) hold numbers (n,)."""
    inside: Bools = (interval[:, 0] <= true) & (true <= interval[:, 1])
    return inside
