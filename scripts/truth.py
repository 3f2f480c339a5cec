#!/usr/bin/env python3
"""How far maps can be trusted, where the truth is known: writes docs/localisation-error.md.

    python scripts/truth.py

The noise is that of leadfield's simulated experiment, which is made first if need be. It takes
a few minutes, and gives the same tables every time. Another section is one more function that
makes lines of Markdown of an :class:`Experiment`, and its place in ``SECTIONS``.
"""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import scipy

import leadfield
from leadfield.api.labels.as_label import as_label
from leadfield.base.arrays import Bools, Floats
from leadfield.base.progress import tracked
from leadfield.datasets import simulated, template
from leadfield.datasets.simulated.activity import Patch, cortical_sheets, patch_around
from leadfield.datasets.simulated.heads import MM, make_skull, true_head, true_registration
from leadfield.datasets.simulated.sensor_patterns import patch_field
from leadfield.datasets.simulated.sensors import measurement_info
from leadfield.estimates.label_time_courses import plan_labels
from leadfield.estimates.minimum_norm import minimum_norm_filter
from leadfield.estimates.regularisation import ResponseRegularisation, regularise_evoked
from leadfield.estimates.spatial_filter import SpatialFilter
from leadfield.forward.sensor_array import make_sensor_array
from leadfield.freesurfer.annotation import read_annotation
from leadfield.freesurfer.surface import read_surface
from leadfield.inverse.kernel import prepare_kernel
from leadfield.inverse.operator import InverseModel
from leadfield.inverse.regularisation import components_matrix, fit_regularisation
from leadfield.trust.calibration import Calibration, calibrate, make_model_scan, noise_averages
from leadfield.trust.detection import sign_flip_test
from leadfield.trust.label_amplitudes import label_amplitudes, label_weights
from leadfield.trust.location import ONE, SEVERAL, find_credible_sets
from leadfield.trust.maps import metric_axes
from leadfield.trust.posterior import make_posterior
from leadfield.trust.scan import make_scan, scan_energies, white_leads
from leadfield.trust.scan_maximum import find_maxima
from leadfield.trust.set_geometry import sources_in_mri
from leadfield.trust.visibility import detection_chances, expected_errors, study_visibility

SEED, SOURCES, TRIALS = 1, 200, 60
MOMENT, WIDTH = 60e-9, 0.018  # A·m; s, standard deviation of the course
METHODS = ("MNE", "dSPM", "sLORETA", "eLORETA")
USUAL = 1 / 9
SNRS = (0.5, 0.7, 1.0, 3.0, 5.0)
NOISES = 2000  # averages without a source
DRAWS, GROUP, SCALE = 500, 10, 0.7  # from the prior; regularised together; of the noise
LABELS, RADIUS = 40, 12.0  # mm
AMPLITUDES, REPEATS, SILENT = (5e-9, 10e-9), 5, 20  # A·m; averages with and without a source
FLIPS, ALARMS, POWER = 39, 300, 60  # random signs; sets of trials of noise, and with a source
WEAK, SETS = (0.2, 0.3, 0.5), 2  # SNRs; sets of trials that sets are calibrated with
DEPTHS = (0, 15, 25, 35, np.inf)  # mm from the inner skull
NEAR = 15  # mm
NOT_CORTEX = ("unknown", "corpuscallosum")
SIDES = ("lh", "rh")
TARGET = Path(__file__).parents[1] / "docs" / "localisation-error.md"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Experiment:
    """An operator, baselines of good trials, and single sources with what sensors see of 1 A·m.

    ``places`` (n_sources, 3) of the operator's sources, in mm; ``left`` of them are left.
    """

    model: InverseModel
    info: Any
    baselines: Floats
    patches: list[Patch]
    fields: Floats
    depths: Floats
    places: Floats
    left: int
    filter_for: Callable[[str, float], SpatialFilter]

    @property
    def times(self) -> Floats:
        """Times of a baseline, in s."""
        times: Floats = np.arange(self.baselines.shape[2]) / self.info["sfreq"]
        return times

    def course(self) -> Floats:
        """The course of a source: a bell around the middle, 1 at its top."""
        course: Floats = np.exp(-0.5 * ((self.times - self.times.mean()) / WIDTH) ** 2)
        return course

    def response(self, rng: np.random.Generator, signal: Floats | float = 0.0) -> Any:
        """A signal (n_channels, n_times) in the noise of an average."""
        some = rng.choice(len(self.baselines), TRIALS, replace=False)
        data = signal + self.baselines[some].mean(axis=0)
        return leadfield.EvokedArray(data, self.info, nave=TRIALS)

    def components(self, data: Floats) -> Floats:
        """Components of an average, of variance 1 in noise."""
        components: Floats = np.sqrt(TRIALS) * (components_matrix(self.model) @ data)
        return components


def main() -> None:
    """Simulate, measure, write the page."""
    leadfield.set_log_level("error")
    rng = np.random.default_rng(SEED)
    experiment = make_experiment(simulated.data_path(), rng)
    lines = ["# How far off sources are found", ""]
    for section in SECTIONS:
        lines += [*section(experiment, rng), ""]
    lines.append(f"Made by `python scripts/truth.py` (seed {SEED}).")
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"Written to {TARGET}")


def make_experiment(data: Path, rng: np.random.Generator) -> Experiment:
    """The simulated experiment's noise and operator, with sources at random places."""
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
    model = inverse.value
    surf = data / "subjects" / "sample" / "surf"
    sides = zip(SIDES, model.sources.vertices, strict=True)
    places = [read_surface(surf / f"{side}.white").vertices[used] for side, used in sides]
    patches, fields, depths = sources(data, rng)

    @cache
    def filter_for(method: str, lambda2: float) -> SpatialFilter:
        kernel = prepare_kernel(model, nave=TRIALS, lambda2=lambda2, method=method)
        return minimum_norm_filter(kernel)

    return Experiment(
        model=model,
        info=info,
        baselines=epochs.get_data(picks="meg", tmax=0.0),
        patches=patches,
        fields=fields,
        depths=depths,
        places=np.vstack(places),
        left=len(places[0]),
        filter_for=filter_for,
    )


def sources(data: Path, rng: np.random.Generator) -> tuple[list[Patch], Floats, Floats]:
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
    return patches, np.array(fields), depths


def regularise(experiment: Experiment, evoked: Any, method: str = "reml") -> ResponseRegularisation:
    """The λ² that a response asks for."""
    return regularise_evoked(experiment.model, evoked.value, method=method)


def rounded(lambda2: float) -> float:
    """λ² to a tenth of a decade, so that few operators are prepared."""
    return float(10.0 ** (round(10 * np.log10(lambda2)) / 10))


def locate(experiment: Experiment, method: str, lambda2: float, components: Floats) -> int:
    """The source with the largest value at any time."""
    values = experiment.filter_for(method, lambda2).localize_components(components)
    return int(values.max(axis=1).argmax())


def distance(experiment: Experiment, source: int, patch: Patch) -> float:
    """Distance of a source from the middle of a patch, in mm."""
    return float(np.linalg.norm(experiment.places[source] - np.asarray(patch.place) / MM))


def errors_by_depth(experiment: Experiment, rng: np.random.Generator) -> list[str]:
    """Errors of single sources of one strength, by depth, method and regularisation."""
    shape = (len(METHODS), SOURCES)
    kinds = {"snr=3": np.empty(shape), '"auto"': np.empty(shape)}
    sides = {name: np.empty(shape, bool) for name in kinds}
    course = MOMENT * experiment.course()
    for i, patch in enumerate(tracked(experiment.patches, "Localising", SOURCES)):
        evoked = experiment.response(rng, np.outer(experiment.fields[i], course))
        found = rounded(regularise(experiment, evoked).fit.lambda2)
        components = experiment.components(evoked.data)
        for (name, errors), lambda2 in zip(kinds.items(), (USUAL, found), strict=True):
            for m, method in enumerate(METHODS):
                source = locate(experiment, method, lambda2, components)
                errors[m, i] = distance(experiment, source, patch)
                sides[name][m, i] = SIDES[source >= experiment.left] == patch.sheet.hemisphere
    lines = [
        f"{SOURCES} single sources on random places of the simulated person's cortex (patches of",
        f"8 mm radius, {1e9 * MOMENT:.0f} nA·m each), seen by 305 MEG channels in the noise of",
        f"{TRIALS} averaged trials of the simulated experiment (seed {simulated.build.SEED}), with",
        "its errors of head model, registration and source positions. Localised with the",
        "tutorial's settings: shrunk noise covariance, `loose=0.2`, `depth=0.8`, and once with",
        '`snr=3`, the default, once with `lambda2="auto"`. The error is the distance from the',
        "vertex with the largest value, over both hemispheres and 200 ms, to the middle of the",
        "patch.",
        "",
        "Median error in mm, by distance from the inner skull:",
        "",
        header("depth", "sources", *(f"{m}, {name}" for name in kinds for m in METHODS)),
    ]
    for low, high in itertools.pairwise(DEPTHS):
        some = (experiment.depths >= low) & (experiment.depths < high)
        name = f"{low} to {high} mm" if np.isfinite(high) else f"over {low} mm"
        lines.append(row(name, some.sum(), *medians(kinds, some)))
    everything = experiment.depths >= 0
    lines += [
        row("all", SOURCES, *medians(kinds, everything)),
        "",
        "All depths together:",
        "",
        header("", *(f"{m}, {name}" for name in kinds for m in METHODS)),
        row(
            "90 % are within", *(f"{np.quantile(e, 0.9):.1f} mm" for x in kinds.values() for e in x)
        ),
        row(f"within {NEAR} mm", *(percent(e <= NEAR) for x in kinds.values() for e in x)),
        row("right hemisphere", *(percent(s) for x in sides.values() for s in x)),
        "",
        "Deep sources are weak at the sensors: with the same strength as shallow ones they drown",
        "in noise, and a regularisation for strong responses takes the noise for sources. With",
        "that of the data they are found, though less well by MNE, whose bias is towards the",
        "surface.",
        '(With `"auto"` lambda2 is rounded to a tenth of a decade here, to save time.)',
    ]
    return lines


def regularisation_by_snr(experiment: Experiment, rng: np.random.Generator) -> list[str]:
    """λ² by the data against the true one, and errors of maps with it, by SNR."""
    lines = [
        "## Regularisation by the data",
        "",
        "The same sources, each as strong as its SNR says: the root mean square over components",
        "of the whitened response at its peak. The true lambda2 is 1 over the mean power of the",
        "response without noise in the window that was used. Quartiles of the estimate over it,",
        "and how many are within a factor of two:",
        "",
        header("SNR", "1/9", "REML", "within 2", "GCV", "within 2", "noise scale, 5 to 95 %"),
    ]
    errors = []
    course = experiment.course()
    for snr in SNRS:
        ratios, scales = {"reml": [], "gcv": [], "": []}, []
        kinds = np.empty((2, len(METHODS), SOURCES))
        for i, patch in enumerate(tracked(experiment.patches, f"SNR {snr:g}", SOURCES)):
            seen = experiment.components(experiment.fields[i])
            signal = np.outer(experiment.fields[i], course) * snr / np.sqrt((seen**2).mean())
            evoked = experiment.response(rng, signal)
            found = {method: regularise(experiment, evoked, method) for method in ("reml", "gcv")}
            start, end = found["reml"].window
            inside = (evoked.times > start - 1e-6) & (evoked.times < end + 1e-6)
            true = 1 / (experiment.components(signal)[:, inside] ** 2).mean()
            ratios[""].append(USUAL / true)
            for method, one in found.items():
                ratios[method].append(one.fit.lambda2 / true)
            scales.append(found["reml"].fit.noise_scale)
            peak = found["reml"].power.argmax()
            components = experiment.components(evoked.data)[:, [peak]]
            for k, lambda2 in enumerate((USUAL, rounded(found["reml"].fit.lambda2))):
                for m, method in enumerate(METHODS):
                    source = locate(experiment, method, lambda2, components)
                    kinds[k, m, i] = distance(experiment, source, patch)
        lines.append(
            row(
                f"{snr:g}",
                f"{np.median(ratios['']):.2f}",
                *itertools.chain(*((quartiles(r), twofold(r)) for r in list(ratios.values())[:2])),
                " to ".join(f"{x:.2f}" for x in np.quantile(scales, (0.05, 0.95))),
            )
        )
        for name, some in zip(("1/9", "REML"), kinds, strict=True):
            spread = (f"{np.median(e):.1f} / {np.quantile(e, 0.9):.0f}" for e in some)
            errors.append(row(f"{snr:g}", name, *spread))
    return [
        *lines,
        *regularisation_laws(experiment, rng),
        "",
        "Errors in mm of the maps at the peak of the whitened field power, median and 90 %",
        "(lambda2 rounded to a tenth of a decade):",
        "",
        header("SNR", "lambda2", *METHODS),
        *errors,
    ]


def regularisation_laws(experiment: Experiment, rng: np.random.Generator) -> list[str]:
    """What noise alone, and draws from the prior, are taken for."""
    noises = tracked(range(NOISES), "Noise", NOISES)
    claims = [regularise(experiment, experiment.response(rng)).fit.has_signal for _ in noises]
    singular, ratios = experiment.model.singular_values, []
    for lambda2 in (4.0, 1.0, USUAL):
        deviations = np.sqrt(1 + singular**2 / lambda2)
        for _ in range(DRAWS):
            draw = deviations * rng.standard_normal((10, len(singular)))
            ratios.append(fit_regularisation((draw**2).mean(axis=0), singular).lambda2 / lambda2)
    return [
        "",
        f"Of {NOISES} averages without a source {percent(np.array(claims), 1)} were said to have a",
        "signal. On draws from the prior (10 samples, SNR 0.5, 1 and 3) the quartiles of REML's",
        f"lambda2 over the true one are {quartiles(ratios)}.",
    ]


def intervals(experiment: Experiment, rng: np.random.Generator) -> list[str]:
    """How often 90 % intervals of labels' amplitudes hold, for spread and for focal currents."""
    model, labels = experiment.model, []
    for patch in experiment.patches[:LABELS]:
        away = np.linalg.norm(experiment.places - np.asarray(patch.place) / MM, axis=1)
        labels.append(label_of(experiment, patch, np.flatnonzero(away < RADIUS)))
    plan = plan_labels(metric_axes(model.sources, None), labels, model.sources, mode="mean_flip")
    lines = []
    for lambda2 in (1.0, USUAL):
        currents, components = draw_from_prior(model, lambda2, rng)
        for name in ("known", "by REML"):
            held = []
            for kind in (True, False):
                inside = []
                for start in range(0, DRAWS, GROUP):
                    some = slice(start, start + GROUP)
                    energies = TRIALS * (components[:, some] ** 2).mean(axis=1)
                    fit = fit_regularisation(energies, model.singular_values)
                    scale = (lambda2, SCALE) if name == "known" else (fit.lambda2, fit.noise_scale)
                    posterior = make_posterior(
                        model, lambda2=scale[0], noise_scale=scale[1], nave=TRIALS
                    )
                    found = label_amplitudes(
                        posterior, components[:, some], labels, level=0.9, normal=kind
                    )
                    for place, rows in enumerate(plan.rows):
                        weights = label_weights(model, plan, place, normal=kind)
                        sums = np.einsum("olc,lcs->os", weights, currents[rows][..., some])
                        true = sums[0] if kind else np.linalg.norm(sums, axis=0)
                        inside.append(holds(found.intervals[place], true))
                held.append(percent(np.array(inside), 1))
            lines.append(row(f"{lambda2**-0.5:g}", name, *held))
    return [
        "## Intervals of amplitudes",
        "",
        f"`source_uncertainty` on {DRAWS} draws from the model's own prior, with noise of",
        f"{SCALE:g} times the covariance, for {LABELS} labels of {RADIUS:g} mm radius. Of the",
        "90 % intervals hold:",
        "",
        header("SNR", "lambda2", "along normals", "lengths"),
        *lines,
        "",
        *focal_intervals(experiment, rng, labels),
    ]


def focal_intervals(
    experiment: Experiment, rng: np.random.Generator, labels: list[Any]
) -> list[str]:
    """The same for the focal sources in the middle of the labels, at an SNR of 3."""
    model, held, course = experiment.model, [], 3 * experiment.course()
    for i, label in enumerate(labels):
        strength = 1 / np.sqrt((experiment.components(experiment.fields[i]) ** 2).mean())
        evoked = experiment.response(rng, np.outer(strength * experiment.fields[i], course))
        found = regularise(experiment, evoked)
        posterior = make_posterior(
            model, lambda2=found.fit.lambda2, noise_scale=found.fit.noise_scale, nave=TRIALS
        )
        peak = found.power.argmax()
        components = experiment.components(evoked.data)[:, [peak]] / np.sqrt(TRIALS)
        amplitude = label_amplitudes(posterior, components, [label], level=0.9, normal=False)
        true = strength * course[peak] / sum(len(one.vertices) for one in label.hemispheres)
        held.append(holds(amplitude.intervals[0], np.array([true])))
    return [
        "For the focal sources in the middle of these labels, at an SNR of 3,",
        f"{percent(np.array(held))} of the intervals hold the current: the prior knows no focal",
        "sources, and takes them for spread ones that are weaker. They are no intervals of a focal",
        "source's amplitude.",
    ]


def label_of(experiment: Experiment, patch: Patch, rows: Any) -> Any:
    """The label of the sources at ``rows`` on the patch's side."""
    side = SIDES.index(patch.sheet.hemisphere)
    rows = rows[(rows >= experiment.left) == side] - side * experiment.left
    vertices = experiment.model.sources.vertices[side][rows]
    return as_label(leadfield.Label(vertices, hemi=SIDES[side], name="patch"))


def draw_from_prior(
    model: InverseModel, lambda2: float, rng: np.random.Generator
) -> tuple[Floats, Floats]:
    """Currents (n_sources, 3, DRAWS), and components of the average that shows them."""
    deviations = np.sqrt(SCALE / (lambda2 * TRIALS) * model.source_variances)
    currents = deviations[:, np.newaxis] * rng.standard_normal((len(deviations), DRAWS))
    prior = currents / np.sqrt(model.source_variances)[:, np.newaxis]
    seen = model.singular_values[:, np.newaxis] * (model.leads.T @ prior)
    noise = np.sqrt(SCALE / TRIALS) * rng.standard_normal(seen.shape)
    return currents.reshape(model.sources.n_sources, -1, DRAWS), seen + noise


def predicted_detection(experiment: Experiment, _: np.random.Generator) -> list[str]:
    """Which sources `visibility` says would be detected, and which are."""
    rng = np.random.default_rng(SEED)  # other sections stay as they are, wherever this one comes
    model, n = experiment.model, len(experiment.patches)
    scan = make_scan(white_leads(model))
    silent = [experiment.components(experiment.response(rng).data) for _ in range(SILENT)]
    scale = float(np.mean(np.square(silent)))
    study = study_visibility(model, amplitude=1e-9, nave=TRIALS, noise_scale=scale, rng=rng)
    places = np.array([patch.place for patch in experiment.patches]) / MM
    away = np.linalg.norm(places[:, np.newaxis] - experiment.places, axis=2)
    nearest = away.argmin(axis=1)
    middle = experiment.times.size // 2
    lines = []
    for amplitude in AMPLITUDES:
        found, errors = np.empty((REPEATS, n), bool), np.empty((REPEATS, n))
        for some in range(REPEATS):
            noise = np.stack([experiment.response(rng).data[:, middle] for _ in range(n)], axis=1)
            data = experiment.components(amplitude * experiment.fields.T + noise)
            energies = scan_energies(scan.bases, data)
            found[some] = energies.max(axis=0) > study.seen.threshold * scale
            errors[some] = away[np.arange(n), energies.argmax(axis=0)]
        predicted = detection_chances(study.seen, amplitude)[nearest]
        expected = 1e3 * expected_errors(study.seen, amplitude)[nearest]
        rank = scipy.stats.spearmanr(expected, errors.mean(axis=0)).statistic
        lines.append(
            row(
                f"{1e9 * amplitude:g}",
                percent(predicted),
                percent(found),
                f"{expected.mean():.0f}",
                f"{errors.mean():.0f}",
                f"{rank:.2f}",
            )
        )
    return [
        "## What would be detected",
        "",
        f"`visibility` beside the same {n} sources in {REPEATS} averages of {TRIALS} trials each,",
        f"whose noise has {scale:.2f} of the covariance's variance. True fields come from another",
        "head model and registration than the operator's. Errors are distances to the peak of",
        "the scan; the last column is Spearman's correlation of expected and mean errors.",
        "",
        header("nA·m", "predicted", "detected", "expected error, mm", "error, mm", "correlation"),
        *lines,
    ]


def holds(interval: Floats, true: Floats) -> Bools:
    """Whether intervals (n, 2) hold numbers (n,)."""
    inside: Bools = (interval[:, 0] <= true) & (true <= interval[:, 1])
    return inside


@cache
def trial_noise(experiment: Experiment) -> Floats:
    """Components (n_trials, n_components, n_times) of the baselines, less their mean."""
    white = np.array([components_matrix(experiment.model) @ one for one in experiment.baselines])
    return white - white.mean(axis=0)


def some_trials(experiment: Experiment, rng: np.random.Generator) -> Floats:
    """Trials of noise: some baselines with random signs."""
    noise = trial_noise(experiment)
    some = rng.choice(len(noise), TRIALS, replace=False)
    return noise[some] * rng.choice([-1.0, 1.0], (TRIALS, 1, 1))


def unit_fields(experiment: Experiment) -> Floats:
    """What the sources give in components (n_sources, n_components), each of energy 1."""
    fields = np.array([components_matrix(experiment.model) @ one for one in experiment.fields])
    return fields / np.linalg.norm(fields, axis=1, keepdims=True)


def detection(experiment: Experiment, _: np.random.Generator) -> list[str]:
    """How often noise is called a response, and responses are, by SNR."""
    rng = np.random.default_rng((SEED, 1))  # its own, so that it can be run alone
    search = make_model_scan(experiment.model).search
    fields, course = unit_fields(experiment), experiment.course()
    lines = [
        "## Is there anything?",
        "",
        f"`detect` with {FLIPS} random signs on {TRIALS} trials of 200 ms, without a source and",
        "with one of these sources:",
        "",
        header("SNR", "sets of trials", "called a response"),
    ]
    for snr in (0.0, *WEAK):
        count = POWER if snr else ALARMS
        called = []
        for _ in tracked(range(count), f"Detection, SNR {snr:g}", count):
            field = fields[rng.integers(SOURCES)] * snr * np.sqrt(fields.shape[1] / TRIALS)
            trials = some_trials(experiment, rng) + np.outer(field, course)
            test = sign_flip_test(search, trials, experiment.times, n_flips=FLIPS, rng=rng)
            called.append(test.found)
        lines.append(row(f"{snr:g}" if snr else "noise", count, percent(np.array(called), 1)))
    return lines


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOutcome:
    """What became of one source: detected, called one, in the set; radius and error in mm."""

    detected: bool
    single: bool
    covered: bool
    radius: float
    error: float
    depth: float


def credible_sets(experiment: Experiment, _: np.random.Generator) -> list[str]:
    """How often sets hold the source, and how large they are, by SNR and depth."""
    rng = np.random.default_rng((SEED, 2))  # its own, so that it can be run alone
    prepared = make_model_scan(experiment.model)
    outcomes: dict[float, list[SetOutcome]] = {snr: [] for snr in (*WEAK, *SNRS[1:])}
    several: dict[float, list[bool]] = {1.0: [], 0.4: []}
    for _ in tracked(range(SETS), "Credible sets", SETS):
        trials = some_trials(experiment, rng)
        calibration = calibrate(prepared, trials, registration=1.7e-3, rng=rng)
        noise = noise_averages(trials, trials.shape[1], 999, rng)
        largest = find_maxima(prepared.search, noise, np.arange(999)).energies
        threshold = float(np.quantile(largest, 0.95))
        for snr, found in outcomes.items():
            found.extend(set_outcomes(experiment, calibration, snr, threshold=threshold, rng=rng))
        for ratio, told in several.items():
            told.extend(pairs_told(experiment, calibration, ratio, rng))
    return [
        "## A credible set of one source",
        "",
        f"`locate` at the peak, 90 %, {SETS} sets of {TRIALS} trials with the {SOURCES} sources",
        "each; detected at that time alone. Covered is who is in the set, of those detected and",
        "called one source; wrong is who is not, of all:",
        "",
        header("SNR", "detected", "called several", "covered", "wrong", "radius, mm", "error, mm"),
        *(set_row(snr, found) for snr, found in outcomes.items()),
        "",
        "(Radius and error: median / 90 %.) Covered at an SNR of 0.7 and more by depth:",
        "",
        *coverage_by_depth([one for snr, found in outcomes.items() if snr >= 0.7 for one in found]),
        "",
        "Of two sources more than 40 mm from each other, the first of an SNR of 1, were called",
        "more than one source: "
        + ", ".join(
            f"{percent(np.array(told))} where the second is {ratio:g} times as strong"
            for ratio, told in several.items()
        )
        + ".",
    ]


def set_outcomes(
    experiment: Experiment,
    calibration: Calibration,
    snr: float,
    *,
    threshold: float,
    rng: np.random.Generator,
) -> list[SetOutcome]:
    """The sources, each in its own noise."""
    fields = unit_fields(experiment).T
    noise = noise_averages(some_trials(experiment, rng), *fields.shape, rng)
    data = snr * np.sqrt(len(fields)) * fields + noise
    out = []
    sets = find_credible_sets(data, calibration, coverage=0.9)
    for i, (patch, found) in enumerate(zip(experiment.patches, sets, strict=True)):
        places = experiment.places[found.rows]
        gaps = np.linalg.norm(places - experiment.places[found.best], axis=1)
        out.append(
            SetOutcome(
                detected=found.energy > threshold,
                single=found.verdict == ONE,
                covered=true_source(experiment, patch) in found.rows,
                radius=float(gaps.max(initial=0)),
                error=distance(experiment, found.best, patch),
                depth=float(experiment.depths[i]),
            )
        )
    return out


def true_source(experiment: Experiment, patch: Patch) -> int:
    """The source nearest to the middle of a patch on the white surface of its hemisphere."""
    spaces = sources_in_mri(experiment.model).spaces
    side = SIDES.index(patch.sheet.hemisphere)
    space = spaces[side]
    gaps = np.linalg.norm(space.positions[space.vertices] - space.positions[patch.centre], axis=1)
    return int(gaps.argmin()) + side * experiment.left


def set_row(snr: float, found: list[SetOutcome]) -> str:
    """A row of the table of sets."""
    seen = [one for one in found if one.detected]
    single = [one for one in seen if one.single]
    covered = np.array([one.covered for one in single])
    radius = np.quantile([one.radius for one in single], (0.5, 0.9))
    error = np.quantile([one.error for one in single], (0.5, 0.9))
    return row(
        f"{snr:g}",
        f"{100 * len(seen) / len(found):.0f} %",
        f"{100 - 100 * len(single) / len(seen):.0f} %",
        percent(covered),
        f"{100 * (~covered).sum() / len(found):.0f} %",
        f"{radius[0]:.0f} / {radius[1]:.0f}",
        f"{error[0]:.1f} / {error[1]:.0f}",
    )


def coverage_by_depth(found: list[SetOutcome]) -> list[str]:
    """A table of coverage by depth."""
    single = [one for one in found if one.detected and one.single]
    names, shares = [], []
    for low, high in itertools.pairwise(DEPTHS):
        names.append(f"{low} to {high} mm" if np.isfinite(high) else f"over {low} mm")
        shares.append(percent(np.array([one.covered for one in single if low <= one.depth < high])))
    return [header(*names), row(*shares)]


def pairs_told(
    experiment: Experiment, calibration: Calibration, ratio: float, rng: np.random.Generator
) -> list[bool]:
    """Whether pairs of sources, the second ``ratio`` times as strong, are called several."""
    fields = unit_fields(experiment)
    first, second = rng.integers(0, SOURCES, (2, 2 * SOURCES))
    places = np.array([patch.place for patch in experiment.patches]) / MM
    apart = np.flatnonzero(np.linalg.norm(places[first] - places[second], axis=1) > 40)[:SOURCES]
    both = (fields[first] + ratio * fields[second])[apart].T * np.sqrt(fields.shape[1])
    data = both + noise_averages(some_trials(experiment, rng), *both.shape, rng)
    sets = find_credible_sets(data, calibration, coverage=0.9)
    return [one.verdict == SEVERAL for one in sets]


def header(*cells: str) -> str:
    """The head of a table."""
    return f"{row(*cells)}\n|{'---|' * len(cells)}"


def row(*cells: object) -> str:
    """A row of a table."""
    return f"| {' | '.join(map(str, cells))} |"


def medians(kinds: dict[str, Floats], some: Bools) -> list[str]:
    """Median errors of some sources, by regularisation and method."""
    return [f"{np.median(e[some]):.1f}" for errors in kinds.values() for e in errors]


def percent(right: Bools, digits: int = 0) -> str:
    """How many are true."""
    return f"{100 * right.mean():.{digits}f} %"


def quartiles(ratios: Any) -> str:
    """The quartiles of ratios."""
    return " ".join(f"{x:.2f}" for x in np.quantile(ratios, (0.25, 0.5, 0.75)))


def twofold(ratios: Any) -> str:
    """How many ratios are between a half and two."""
    return percent(np.abs(np.log2(ratios)) < 1)


SECTIONS = (
    errors_by_depth,
    regularisation_by_snr,
    intervals,
    predicted_detection,
    detection,
    credible_sets,
)

if __name__ == "__main__":
    main()
