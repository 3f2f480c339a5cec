"""Predicted detection is what simulated sources show."""

import numpy as np
import pytest

import leadfield as lf
from leadfield.minimum_norm import make_inverse_operator
from leadfield.trust.label_rows import rows_of_labels
from leadfield.trust.patches import patch_means, source_directions
from leadfield.trust.scan import make_scan, scan_energies, white_leads
from leadfield.trust.visibility import detection_chances, measure_visibility, needed_amplitudes

NAVE, N_SOURCES = 60, 2400


@pytest.fixture(scope="module")
def operators(experiment):
    """Operators of the simulated experiment, and where its sources are."""
    folder = experiment / "MEG" / "sample"
    forward = lf.read_forward_solution(folder / "sample_audvis-meg-oct-6-fwd.fif")
    raw = lf.io.read_raw_fif(folder / "sample_audvis_filt-0-40_raw.fif")
    raw.pick("meg")
    noise = lf.make_ad_hoc_cov(raw.info)
    return {loose: make_inverse_operator(raw.info, forward, noise, loose) for loose in (0.2, 0.0)}


@pytest.fixture(scope="module")
def parcels(experiment):
    """Regions of the cortex."""
    labels = lf.read_labels_from_annot("sample", subjects_dir=experiment / "subjects")
    return [one.value for one in labels if not one.name.startswith("unknown")]


@pytest.mark.parametrize("loose", [0.2, 0.0])
def test_predicted_detection_is_that_of_simulated_sources(operators, parcels, loose):
    model = operators[loose].value
    rng = np.random.default_rng(0)
    leads, directions = white_leads(model), source_directions(model)
    seen = measure_visibility(model, leads, directions, nave=NAVE, noise_scale=1.0, rng=rng)
    amplitude = float(np.median(needed_amplitudes(seen))) / 1.5
    n = model.sources.n_sources
    chosen = np.sort(rng.choice(n, N_SOURCES, replace=False))
    ways = [rng.choice(len(w), p=w) for w in directions.weights[chosen]]
    fields = np.einsum(
        "ip,ipk->ki", directions.vectors[chosen, ways], patch_means(model, leads)[chosen]
    )
    data = amplitude * np.sqrt(NAVE) * fields + rng.standard_normal(fields.shape)
    found = scan_energies(make_scan(leads).bases, data).max(axis=0) > seen.threshold
    predicted = detection_chances(seen, amplitude)[chosen]
    # Two standard errors of a share are 0.02; in what is left one map of noise in twenty counts.
    assert abs(found.mean() - predicted.mean()) < 0.05
    assert 0.2 < predicted.mean() < 0.8
    rows = [np.isin(chosen, some) for some in rows_of_labels(parcels, model.sources)]
    shares = [[x[some].mean() for some in rows if some.sum() >= 15] for x in (found, predicted)]
    assert np.corrcoef(*shares)[0, 1] > 0.9
