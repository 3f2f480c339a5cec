"""Uncertainty of currents as users ask for it: maps, intervals, refusals."""

from types import SimpleNamespace

import numpy as np
import pytest

from leadfield.api.epochs.evoked_array import EvokedArray
from leadfield.api.estimates.apply import apply_inverse
from leadfield.api.estimates.estimate_lambda2 import estimate_lambda2
from leadfield.api.estimates.label_time_courses import extract_label_time_course
from leadfield.api.inverse.inverse_operator import InverseOperator
from leadfield.api.labels.label import Label
from leadfield.api.recording.info import Info
from leadfield.api.trust.source_uncertainty import SourceUncertainty, source_uncertainty
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError

LABEL = Label([3, 9, 11], hemi="lh", name="here", subject="ann")


@pytest.fixture
def make(little_inverse):
    """Function that makes an operator and a response of its prior."""

    def parts(**changes):
        made = little_inverse(**{"n": 20, "n_channels": 120, "loose": 0.3, **changes})
        noise = np.linalg.cholesky(made.noise) @ made.rng.standard_normal((120, 20))
        deviations = np.sqrt(made.model.source_variances)[:, None]
        signal = made.gain @ (deviations * made.rng.standard_normal((len(deviations), 20)))
        evoked = EvokedArray((2 * signal + noise) / 2, Info(made.info), tmin=-0.05, nave=4)
        return SimpleNamespace(inv=InverseOperator(made.model), evoked=evoked)

    return parts


@pytest.fixture
def parts(make):
    return make()


def test_amplitudes_are_those_of_the_estimate(parts):
    found = source_uncertainty(parts.evoked, parts.inv, label=LABEL)
    stc = apply_inverse(parts.evoked, parts.inv, "auto", "MNE", pick_ori="normal")
    course = extract_label_time_course(stc, LABEL, parts.inv["src"], mode="mean_flip")
    np.testing.assert_allclose(found.amplitude, course, rtol=1e-9)
    np.testing.assert_allclose(found.interval.mean(axis=2), found.amplitude, rtol=1e-9)
    np.testing.assert_array_equal(found.times, parts.evoked.times)
    assert found.names == ["here"]


def test_lengths_are_those_of_the_mean_vector(parts):
    found = source_uncertainty(parts.evoked, parts.inv, label=[LABEL], pick_ori=None)
    vectors = apply_inverse(parts.evoked, parts.inv, "auto", "MNE", pick_ori="vector")
    mean = vectors.in_label(LABEL).data.mean(axis=0)
    np.testing.assert_allclose(found.amplitude[0], np.linalg.norm(mean, axis=0), rtol=1e-9)


@pytest.mark.parametrize("loose", [0.0, 0.3])
def test_fixed_orientations_have_signed_amplitudes(make, loose):
    parts = make(loose=loose)
    found = source_uncertainty(parts.evoked, parts.inv, 0.3, label=LABEL, pick_ori=None)
    assert (found.amplitude < 0).any() == (loose == 0)
    assert found.std.shape == (41, 3 if loose else 1)


@pytest.mark.filterwarnings("ignore:lambda2=.* is above 1", "ignore:the noise in the data")
def test_lambda2_is_that_of_the_data_or_as_given(parts):
    fit = estimate_lambda2(parts.evoked, parts.inv)
    auto, object_, number = (
        source_uncertainty(parts.evoked, parts.inv, lambda2)
        for lambda2 in ("auto", fit, fit.lambda2)
    )
    for one in (auto, object_, number):
        assert (one.lambda2, one.noise_scale) == (fit.lambda2, fit.noise_scale)
    other = source_uncertainty(parts.evoked, parts.inv, 10 * fit.lambda2)
    assert other.noise_scale != fit.noise_scale


def test_more_epochs_leave_less_open(parts):
    one = source_uncertainty(parts.evoked, parts.inv, 0.3)
    more = parts.evoked.copy()
    more.data, more.nave = more.data / 2, 16
    other = source_uncertainty(more, parts.inv, 0.3)
    np.testing.assert_allclose(other.std, one.std / 2, rtol=1e-9)


def test_maps_are_roots_of_variances(parts):
    found = source_uncertainty(parts.evoked, parts.inv)
    stc = found.to_source_estimate()
    np.testing.assert_allclose(stc.data[:, 0] ** 2, (found.std**2).sum(axis=1))
    normal = found.to_source_estimate("normal")
    np.testing.assert_allclose(normal.data[:, 0], found.std[:, 2])
    assert stc.subject == "ann"
    assert stc.value.axes.quantity == "Posterior standard deviation (A·m)"


def test_volumes_have_maps_along_x_y_and_z(make):
    parts = make(kind="volume", loose=1.0, n=40)
    found = source_uncertainty(parts.evoked, parts.inv)
    assert found.std.shape == (40, 3)
    assert found.to_source_estimate().data.shape == (40, 1)
    with pytest.raises(MismatchError, match="needs sources with normals"):
        found.to_source_estimate("normal")
    with pytest.raises(MismatchError, match="only currents on a cortex are drawn"):
        found.plot()


def test_the_figure_of_labels_says_what_intervals_are_not(parts):
    found = source_uncertainty(parts.evoked, parts.inv, label=[LABEL, LABEL], level=0.5)
    figure = found.plot_labels(show=False)
    assert len(figure.axes) == 2
    assert "50 % intervals given the prior" in figure.get_suptitle()
    assert "not for focal sources" in figure.get_suptitle()


def test_the_picture_says_what_the_map_is_not(parts, monkeypatch):
    """The brain itself is drawn in the tutorial's tests."""
    written = []

    brain = SimpleNamespace(add_text=lambda *arguments, **_: written.append(arguments[2]))

    found = source_uncertainty(parts.evoked, parts.inv)
    kind = type(found.to_source_estimate())
    monkeypatch.setattr(kind, "plot", lambda _, **options: written.append(options) or brain)
    assert found.plot(subjects_dir="there") is brain
    assert written[0]["subjects_dir"] == "there"
    assert "not for focal sources" in written[1]


def test_the_representation_says_how_many(parts):
    found = source_uncertainty(parts.evoked, parts.inv, 0.3, label=LABEL)
    assert "41 sources, 3 orientations, 1 labels, lambda2 = 0.3" in repr(found)


class TestRefusals:
    def test_of_intervals_without_labels(self, parts):
        with pytest.raises(InputError, match="there are intervals for labels only"):
            _ = source_uncertainty(parts.evoked, parts.inv).interval

    @pytest.mark.parametrize("level", [0, 1, 90])
    def test_of_levels_that_are_no_probability(self, parts, level):
        with pytest.raises(InputError, match=f"level must be .*, got {level}"):
            source_uncertainty(parts.evoked, parts.inv, level=level)

    def test_of_no_regularisation(self, parts):
        with pytest.raises(InputError, match="lambda2 must be above 0"):
            source_uncertainty(parts.evoked, parts.inv, 0)

    def test_of_labels_elsewhere(self, parts):
        with pytest.raises(MismatchError, match="every label must hold a source"):
            source_uncertainty(parts.evoked, parts.inv, label=Label([2], hemi="lh", name="no"))
        with pytest.raises(ArgumentTypeError, match="label must be"):
            source_uncertainty(parts.evoked, parts.inv, label="here")

    def test_of_making_one_by_hand(self):
        with pytest.raises(TypeError, match="call leadfield"):
            SourceUncertainty()
