"""Laws of regularisation by the data, on the simulated experiment's operator and noise.

Tolerances are for few draws; ``scripts/truth`` has the tables.
"""

import numpy as np
import pytest

from leadfield.api.covariance.compute import compute_covariance
from leadfield.api.epochs.epochs import Epochs
from leadfield.api.events.find_events import find_events
from leadfield.api.forward.forward import read_forward_solution
from leadfield.api.inverse.inverse_operator import make_inverse_operator
from leadfield.api.recording.picks import pick_types
from leadfield.api.recording.read_raw import read_raw_fif
from leadfield.epochs.evoked import EvokedResponse
from leadfield.estimates.regularisation import regularise_evoked
from leadfield.inverse.regularisation import components_matrix, fit_regularisation

TRIALS = 60


@pytest.fixture(scope="module")
def measured(experiment):
    """Operator of MEG, and the baselines of good trials (n_epochs, n_channels, n_times)."""
    sample = experiment / "MEG" / "sample"
    raw = read_raw_fif(sample / "sample_audvis_filt-0-40_raw.fif")
    picks = pick_types(raw.info, meg=True, eog=True, exclude="bads")
    reject = {"grad": 4000e-13, "mag": 4e-12, "eog": 150e-6}
    epochs = Epochs(raw, find_events(raw), [1, 2, 3, 4], picks=picks, reject=reject)
    noise = compute_covariance(epochs, tmax=0.0, method=["shrunk", "empirical"])
    forward = read_forward_solution(sample / "sample_audvis-meg-oct-6-fwd.fif")
    info = epochs.average().pick("meg").info
    model = make_inverse_operator(info, forward, noise, loose=0.2, depth=0.8).value
    return model, epochs.get_data(picks="meg", tmax=0.0), info.value


def response(measured, rng, signal=None):
    """The average of some baselines, with a signal (n_channels, n_times)."""
    _, baselines, info = measured
    some = rng.choice(len(baselines), TRIALS, replace=False)
    data = baselines[some].mean(axis=0)
    whole = data if signal is None else data + signal
    return EvokedResponse(info=info, data=whole, first=-30, nave=TRIALS)


def test_draws_from_the_prior_give_their_lambda2_back(measured):
    """Ten samples of sources and white noise, as the model says, with its noise 0.9 times."""
    model, rng = measured[0], np.random.default_rng(0)
    for lambda2 in (1 / 9, 1.0, 4.0):
        deviations = np.sqrt(0.9 * (1 + model.singular_values**2 / lambda2))
        draws = deviations * rng.standard_normal((40, 10, len(deviations)))
        fits = [fit_regularisation((one**2).mean(axis=0), model.singular_values) for one in draws]
        ratios = np.array([fit.lambda2 for fit in fits]) / lambda2
        low, middle, high = np.quantile(ratios, (0.25, 0.5, 0.75))
        # Quartiles lie at 0.88 and 1.12; forty draws move them by a fifth of that.
        assert 0.8 < low < middle < high < 1.2
        assert np.median([fit.noise_scale for fit in fits]) == pytest.approx(0.9, rel=0.05)


@pytest.mark.parametrize("snr", [0.7, 1.0])
def test_single_sources_in_real_noise_give_their_lambda2_within_two(measured, snr):
    """At least four fifths of twenty; 95 % is what more of them give."""
    model, _, _ = measured
    rng = np.random.default_rng(1)
    matrix = components_matrix(model)
    fields = (
        model.whitener.colorer @ model.fields.T @ (model.singular_values[:, None] * model.leads.T)
    )
    course = np.exp(-0.5 * (np.linspace(-5.5, 5.5, 30)) ** 2)
    right = []
    for column in rng.choice(np.arange(2, fields.shape[1], 3), 20):  # along normals
        unit = fields[:, column] / np.sqrt(TRIALS * ((matrix @ fields[:, column]) ** 2).mean())
        found = regularise_evoked(model, response(measured, rng, snr * unit[:, None] * course))
        start, end = found.window
        inside = (found.times > start - 1e-9) & (found.times < end + 1e-9)
        true = 1 / ((snr * course[inside]) ** 2).mean()
        right.append(0.5 < found.fit.lambda2 / true < 2)
    assert np.mean(right) >= 0.8


@pytest.mark.filterwarnings("ignore:no signal above noise")
def test_no_signal_to_noise_ratio_is_claimed_for_noise(measured):
    """In at most two of forty averages; 2 % is what more of them give."""
    rng = np.random.default_rng(2)
    found = [regularise_evoked(measured[0], response(measured, rng)) for _ in range(40)]
    assert sum(one.fit.has_signal for one in found) <= 2
