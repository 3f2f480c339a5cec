"""Which sources `visibility` says would be detected, and which are."""

import numpy as np
import scipy

from leadfield.datasets.simulated.heads import MM
from leadfield.trust.scan import make_scan, scan_energies, white_leads
from leadfield.trust.visibility import detection_chances, expected_errors, study_visibility
from truth.experiment import TRIALS, generator
from truth.kinds import MEG, experiment
from truth.page import header, percent, row

AMPLITUDES, REPEATS, SILENT = (5e-9, 10e-9), 5, 20  # A·m; averages with and without a source


def table() -> list[str]:
    """Predicted and true detection, by amplitude."""
    made, rng = experiment(MEG), generator("visibility")
    model, n = made.model, len(made.sources.patches)
    scan = make_scan(white_leads(model))
    silent = [made.components(made.response(rng).data) for _ in range(SILENT)]
    scale = float(np.mean(np.square(silent)))
    study = study_visibility(model, amplitude=1e-9, nave=TRIALS, noise_scale=scale, rng=rng)
    places = np.array([patch.place for patch in made.sources.patches]) / MM
    away = np.linalg.norm(places[:, np.newaxis] - made.places, axis=2)
    nearest = away.argmin(axis=1)
    middle = made.times.size // 2
    lines = []
    for amplitude in AMPLITUDES:
        found, errors = np.empty((REPEATS, n), bool), np.empty((REPEATS, n))
        for some in range(REPEATS):
            noise = np.stack([made.response(rng).data[:, middle] for _ in range(n)], axis=1)
            data = made.components(amplitude * made.sources.fields.T + noise)
            energies = scan_energies(scan.bases, data)
            found[some] = energies.max(axis=0) > study.seen.threshold * scale
            errors[some] = away[np.arange(n), energies.argmax(axis=0)]
        expected = 1e3 * expected_errors(study.seen, amplitude)[nearest]
        rank = scipy.stats.spearmanr(expected, errors.mean(axis=0)).statistic
        lines.append(
            row(
                f"{1e9 * amplitude:g}",
                f"{100 * detection_chances(study.seen, amplitude)[nearest].mean():.0f} %",
                percent(found),
                f"{expected.mean():.0f}",
                f"{errors.mean():.0f}",
                f"{rank:.2f}",
            )
        )
    return [
        f"`visibility` beside the sources in {REPEATS} averages of {TRIALS} trials each, whose",
        f"noise has {scale:.2f} of the covariance's variance ({MEG}). Errors are distances to the",
        "peak of the scan; the last column is Spearman's correlation of expected and mean errors.",
        "",
        header("nA·m", "predicted", "detected", "expected error, mm", "error, mm", "correlation"),
        *lines,
    ]
