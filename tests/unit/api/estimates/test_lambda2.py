"""λ² by the data, in every function that takes lambda2."""

from types import SimpleNamespace

import numpy as np
import pytest

from leadfield.api.covariance.covariance import Covariance
from leadfield.api.epochs.epochs_array import EpochsArray
from leadfield.api.epochs.evoked_array import EvokedArray
from leadfield.api.estimates.apply import apply_inverse
from leadfield.api.estimates.apply_cov import apply_inverse_cov
from leadfield.api.estimates.apply_epochs import apply_inverse_epochs
from leadfield.api.estimates.apply_raw import apply_inverse_raw
from leadfield.api.estimates.array_inverse import make_array_inverse
from leadfield.api.estimates.estimate_lambda2 import estimate_lambda2
from leadfield.api.inverse.inverse_operator import InverseOperator
from leadfield.api.inverse.prepare import INVERSE_METHODS, prepare_inverse_operator
from leadfield.api.inverse.regularisation import Regularisation
from leadfield.api.recording.info import Info
from leadfield.api.recording.raw_array import RawArray
from leadfield.base.errors import ArgumentTypeError, InputError


@pytest.fixture
def parts(little_inverse):
    """Operator, response, epochs and recording that fit, with a signal in them."""
    made = little_inverse(n=20, n_channels=120, loose=0.3)
    info = Info(made.info)
    noise = np.linalg.cholesky(made.noise) @ made.rng.standard_normal((5, 120, 20))
    deviations = np.sqrt(made.model.source_variances)[:, None]
    signal = 2 * made.gain @ (deviations * made.rng.standard_normal((len(deviations), 20)))
    data = signal + noise
    return SimpleNamespace(
        inv=InverseOperator(made.model),
        info=info,
        evoked=EvokedArray(data.mean(axis=0), info, tmin=-0.05, nave=5),
        epochs=EpochsArray(data, info, tmin=-0.05),
        raw=RawArray(np.hstack(list(data)), info),
        cov=Covariance(data[0] @ data[0].T / 20, info["ch_names"], [], [], 20),
        data=data,
        signal=signal,
    )


@pytest.mark.parametrize("method", INVERSE_METHODS)
def test_auto_is_what_the_response_asks_for(parts, method):
    found = estimate_lambda2(parts.evoked, parts.inv)
    auto = apply_inverse(parts.evoked, parts.inv, "auto", method)
    for lambda2 in (found, found.lambda2):
        given = apply_inverse(parts.evoked, parts.inv, lambda2, method)
        np.testing.assert_array_equal(auto.data, given.data)


def test_the_residual_is_that_of_the_same_lambda2(parts):
    _, auto = apply_inverse(parts.evoked, parts.inv, "auto", return_residual=True)
    found = estimate_lambda2(parts.evoked, parts.inv)
    _, given = apply_inverse(parts.evoked, parts.inv, found, return_residual=True)
    np.testing.assert_array_equal(auto.data, given.data)


def test_epochs_are_regularised_alike_by_their_average(parts):
    found = estimate_lambda2(parts.epochs.average(), parts.inv)
    auto = apply_inverse_epochs(parts.epochs, parts.inv, "auto", "MNE")
    given = apply_inverse_epochs(parts.epochs, parts.inv, 5 * found.lambda2, "MNE")
    for one, other in zip(auto, given, strict=True):
        np.testing.assert_allclose(one.data, other.data, rtol=1e-12)


def test_the_mean_of_single_estimates_is_not_that_of_the_average(parts):
    """It is smaller: each epoch has more noise, which a larger λ² keeps out."""
    each = apply_inverse_epochs(parts.epochs, parts.inv, "auto", "MNE", pick_ori="normal")
    mean = sum(one.data for one in each) / 5
    whole = apply_inverse(parts.epochs.average(), parts.inv, "auto", "MNE", pick_ori="normal")
    assert (mean**2).sum() < (whole.data**2).sum()


def test_a_recording_is_regularised_by_the_samples_that_are_localised(parts):
    part = parts.raw.get_data()[:, 10:40]
    response = EvokedArray(part, parts.info, nave=1)
    found = estimate_lambda2(response, parts.inv, window=(None, None))
    auto = apply_inverse_raw(parts.raw, parts.inv, "auto", "MNE", start=10, stop=40)
    given = apply_inverse_raw(parts.raw, parts.inv, found, "MNE", start=10, stop=40)
    np.testing.assert_allclose(auto.data, given.data, rtol=1e-9)


def test_a_recording_is_transformed_before_it_is_looked_at_and_once(parts):
    calls = []

    def half(data):
        calls.append(data.shape)
        return data / 2

    auto = apply_inverse_raw(parts.raw, parts.inv, "auto", "MNE", time_func=half, nave=4)
    plain = apply_inverse_raw(parts.raw, parts.inv, "auto", "MNE")
    np.testing.assert_allclose(auto.data, plain.data / 2, rtol=1e-9)
    assert calls == [(120, 100)]


def test_a_covariance_is_regularised_by_itself(parts):
    response = EvokedArray(parts.data[0], parts.info, nave=1)
    found = estimate_lambda2(response, parts.inv, window=(None, None))
    auto = apply_inverse_cov(parts.cov, parts.info, parts.inv, lambda2="auto", method="MNE")
    given = apply_inverse_cov(parts.cov, parts.info, parts.inv, lambda2=found, method="MNE")
    np.testing.assert_allclose(auto.data, given.data, rtol=1e-9)


def test_an_operator_is_prepared_with_what_was_found(parts):
    found = estimate_lambda2(parts.evoked, parts.inv)
    ready = prepare_inverse_operator(parts.inv, 5, found)
    stc = apply_inverse(parts.evoked, ready, found, prepared=True)
    np.testing.assert_allclose(
        stc.data, apply_inverse(parts.evoked, parts.inv, "auto").data, rtol=1e-12
    )


@pytest.mark.filterwarnings("error")
def test_a_large_lambda2_that_was_found_is_not_taken_for_an_snr(parts):
    weak = EvokedArray(parts.evoked.data - 0.83 * parts.signal, parts.info, nave=5)
    found = estimate_lambda2(weak, parts.inv, window=(None, None))
    assert found.lambda2 > 1
    apply_inverse(weak, parts.inv, found)
    apply_inverse_epochs(parts.epochs, parts.inv, "auto")


class TestRefusals:
    def test_where_there_are_no_data(self, parts):
        for make in (
            lambda: prepare_inverse_operator(parts.inv, 1, "auto"),
            lambda: make_array_inverse(parts.inv, np.zeros(1), "auto"),
        ):
            with pytest.raises(InputError, match=r"'auto' needs the data.*estimate_lambda2"):
                make()

    def test_of_a_prepared_operator(self, parts):
        ready = prepare_inverse_operator(parts.inv, 5, 0.1)
        with pytest.raises(InputError, match="needs an operator that is not prepared"):
            apply_inverse(parts.evoked, ready, "auto", prepared=True)

    def test_of_other_words(self, parts):
        with pytest.raises(InputError, match="lambda2 must be one of 'auto', got 'reml'"):
            apply_inverse(parts.evoked, parts.inv, "reml")

    def test_of_what_is_no_number(self, parts):
        with pytest.raises(ArgumentTypeError, match="lambda2 must be a number, got None"):
            apply_inverse(parts.evoked, parts.inv, None)

    def test_of_making_one_by_hand(self):
        with pytest.raises(TypeError, match="call leadfield"):
            Regularisation()


class TestRegularisation:
    def test_says_what_it_found(self, parts):
        found = estimate_lambda2(parts.evoked, parts.inv, method="gcv")
        assert found.method == "gcv"
        assert found.snr == pytest.approx(found.lambda2**-0.5)
        assert f"SNR {found.snr:.2g}" in repr(found)
        assert found.candidates.shape == found.criterion.shape
        assert found.times.shape == found.power.shape == (20,)
        assert found.evidence > 10.8

    def test_says_that_noise_is_noise(self, parts):
        noise = np.random.default_rng(1).standard_normal((120, 6))
        noise = np.linalg.cholesky(parts.inv.value.noise.full()) @ noise
        with pytest.warns(RuntimeWarning, match="no signal above noise"):
            found = estimate_lambda2(EvokedArray(noise, parts.info), parts.inv)
        assert "no signal above noise" in repr(found)

    def test_is_drawn_as_curve_and_window(self, parts):
        found = estimate_lambda2(parts.evoked, parts.inv)
        figure = found.plot(show=False)
        curve, power = figure.axes
        np.testing.assert_array_equal(curve.lines[0].get_ydata(), found.criterion)
        assert curve.lines[1].get_xdata()[0] == found.lambda2
        np.testing.assert_array_equal(power.lines[0].get_ydata(), found.power)

    def test_is_drawn_into_axes_of_the_user(self, parts):
        from matplotlib.figure import Figure

        axes = Figure().subplots(1, 2)
        assert estimate_lambda2(parts.evoked, parts.inv).plot(axes) is axes[0].figure
        with pytest.raises(InputError, match="axes must be 2"):
            estimate_lambda2(parts.evoked, parts.inv).plot([axes[0]])
