"""Regularisation of data: windows, kinds of data that agree, warnings."""

import logging

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, ChannelError, InputError
from leadfield.estimates.regularisation import (
    half_maximum,
    regularise_covariance,
    regularise_epochs,
    regularise_evoked,
    regularise_segments,
    samples_within,
)
from leadfield.inverse.regularisation import components_matrix

TIMES = np.arange(-5, 6) / 100


@pytest.fixture
def made(little_inverse):
    """An operator of 40 channels, with enough components to tell."""
    return little_inverse(n=12, n_channels=40, loose=0.3)


@pytest.fixture
def drawn(made):
    """Draws from the operator's prior."""
    return draw(made)


def draw(made):
    """SNR 2 and noise, 30 samples of an average of 4."""
    model = made.model
    size = (len(model.source_variances), 30)
    currents = np.sqrt(model.source_variances)[:, None] * made.rng.standard_normal(size)
    noise = np.linalg.cholesky(made.noise) @ made.rng.standard_normal((len(made.noise), 30))
    return (2 * made.gain @ currents + noise) / np.sqrt(4)


class TestWindow:
    def test_is_where_the_peak_is_above_the_middle(self):
        assert half_maximum(np.array([1.0, 2, 4, 9, 6, 4.9, 9, 1])) == slice(3, 5)

    def test_ends_with_the_data(self):
        assert half_maximum(np.array([9.0, 1, 8])) == slice(0, 1)
        assert half_maximum(np.array([1.0, 8, 9])) == slice(1, 3)
        assert half_maximum(np.ones(4)) == slice(0, 4)

    def test_of_the_user_holds_both_ends(self):
        np.testing.assert_array_equal(
            np.flatnonzero(samples_within((0.01, 0.03), TIMES)), [6, 7, 8]
        )
        assert samples_within((None, None), TIMES).all()

    @pytest.mark.parametrize("window", [0.1, "auto", (1,), (0, 1, 2)])
    def test_must_be_two_times(self, window):
        with pytest.raises(ArgumentTypeError, match=r"window must be \(start, end\)"):
            samples_within(window, TIMES)

    def test_must_hold_a_sample(self):
        with pytest.raises(InputError, match=r"lasts from -0.05 to 0.05 s, got 1 to 2 s"):
            samples_within((1, 2), TIMES)

    def test_chooses_what_is_looked_at(self, made, make_evoked, drawn):
        noise = np.linalg.cholesky(made.noise) @ made.rng.standard_normal((40, 30)) / 2
        response = make_evoked(made, data=np.hstack([noise, drawn]), nave=4, first=0)
        with pytest.warns(RuntimeWarning, match="no signal above noise"):
            quiet = regularise_evoked(made.model, response, window=(None, 0.295)).fit
        loud = regularise_evoked(made.model, response, window=(0.3, None)).fit
        assert loud.lambda2 < quiet.lambda2 / 10
        auto = regularise_evoked(made.model, response)
        assert auto.window[0] >= 0.3
        np.testing.assert_allclose(auto.times, response.times)

    def test_passes_over_noise_that_sources_hardly_make(self, made, make_evoked):
        """It is louder than the response, but in a component that sources hardly reach."""
        model = made.model
        assert model.singular_values[-1] < 0.1 * model.singular_values[0]
        components = np.ones((len(model.singular_values), 30))
        components[-1, 5:8], components[0, 20:23] = 60, 30
        data = np.linalg.pinv(components_matrix(model)) @ components / 2
        found = regularise_evoked(model, make_evoked(made, data=data, nave=4, first=0))
        assert found.window == (0.2, 0.22)
        assert found.power[15] == pytest.approx(1)


def test_a_response_and_its_covariance_and_its_samples_agree(made, make_evoked, drawn):
    response = make_evoked(made, data=drawn, nave=4)
    fit = regularise_evoked(made.model, response, window=(None, None)).fit
    whole = regularise_segments(made.model, lambda a, b: drawn[:, a:b], (0, 30), nave=4)
    squares = regularise_covariance(made.model, drawn @ drawn.T / 30, nave=4)
    for other in (whole, squares):
        assert other.lambda2 == pytest.approx(fit.lambda2, rel=1e-9)
        assert other.noise_scale == pytest.approx(fit.noise_scale, rel=1e-9)


def test_an_epoch_has_the_sources_of_the_average_in_more_noise(made, make_evoked, drawn):
    response = make_evoked(made, data=drawn, nave=4)
    fit = regularise_evoked(made.model, response).fit
    each = regularise_epochs(made.model, response, nave=1)
    assert each.lambda2 == pytest.approx(4 * fit.lambda2)
    assert each.noise_scale == fit.noise_scale


def test_epochs_that_are_averages_have_so_much_less_noise(made, make_evoked, drawn):
    """Four epochs, each the average of three, hold twelve."""
    each = regularise_epochs(made.model, make_evoked(made, data=drawn / 3**0.5, nave=4), nave=3)
    plain = regularise_epochs(made.model, make_evoked(made, data=drawn, nave=4), nave=1)
    assert each.lambda2 == pytest.approx(plain.lambda2, rel=1e-3)
    assert each.noise_scale == pytest.approx(plain.noise_scale, rel=1e-3)


@pytest.mark.parametrize(("factor", "word"), [(4, "louder"), (0.2, "quieter")])
def test_many_channels_tell_a_wrong_nave(little_inverse, make_evoked, factor, word):
    made = little_inverse(n=40, n_channels=200, loose=0.3)
    drawn = draw(made)
    with pytest.warns(RuntimeWarning, match=f"so much {word} that they hardly belong together"):
        fit = regularise_evoked(made.model, make_evoked(made, data=drawn, nave=4 * factor)).fit
    right = regularise_evoked(made.model, make_evoked(made, data=drawn, nave=4)).fit
    # Random fields have singular values that are much alike.
    assert 1 / 3 < fit.lambda2 / right.lambda2 < 3


@pytest.mark.parametrize("factor", [4, 0.2])
def test_few_channels_believe_the_covariance(made, make_evoked, drawn, factor):
    """What they see of a response may be of a wrong noise or of stronger sources."""
    fit = regularise_evoked(made.model, make_evoked(made, data=drawn, nave=4 * factor)).fit
    assert 0.5 < fit.noise_scale < 1.5


def test_noise_is_told(made, make_evoked):
    noise = np.linalg.cholesky(made.noise) @ np.random.default_rng(5).standard_normal((40, 6))
    with pytest.warns(RuntimeWarning, match="no signal above noise"):
        found = regularise_evoked(made.model, make_evoked(made, data=noise / 2**0.5, nave=2))
    assert found.fit.snr == 0


def test_what_is_found_is_logged(made, make_evoked, drawn, caplog):
    caplog.set_level(logging.INFO, "leadfield")
    regularise_evoked(made.model, make_evoked(made, data=drawn, nave=4))
    assert "noise scale" in caplog.text


def test_missing_channels_are_told(made, make_evoked, drawn):
    response = make_evoked(made, data=drawn, nave=4).pick(np.arange(39))
    with pytest.raises(ChannelError, match="they lack 'MEG 039'"):
        regularise_evoked(made.model, response)
