"""Covariances as users hold and estimate them."""

import numpy as np
import pytest

from leadfield.api.covariance.compute import compute_covariance, compute_raw_covariance
from leadfield.api.covariance.covariance import (
    Covariance,
    as_covariance,
    make_ad_hoc_cov,
    read_cov,
    write_cov,
)
from leadfield.api.epochs.epochs_array import EpochsArray
from leadfield.api.epochs.evoked_array import EvokedArray
from leadfield.api.recording.info import create_info
from leadfield.api.recording.raw import Raw
from leadfield.api.recording.transforms import CoordinateTransform
from leadfield.api.whitening.whitening import (
    compute_rank,
    compute_whitener,
    regularize,
    whiten_evoked,
)
from leadfield.base.errors import (
    ArgumentTypeError,
    DataError,
    InputError,
    MismatchError,
    StateError,
    UnknownNameError,
)
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples

NAMES = ["M1", "M2", "M3", "EOG"]
TYPES = ["mag", "mag", "mag", "eog"]


@pytest.fixture
def info():
    return create_info(NAMES, 100.0, TYPES)


@pytest.fixture
def cov():
    data = np.array([[2.0, 1.0, 0.0], [1.0, 3.0, 0.0], [0.0, 0.0, 4.0]])
    return Covariance(data, NAMES[:3], ["M3"], [], 50, method="shrunk", loglik=-3.0)


@pytest.fixture
def evoked(info):
    samples = 1e-13 * np.random.default_rng(0).standard_normal((4, 200))
    return EvokedArray(samples, info, tmin=-1.0, baseline=(None, None), nave=4)


class TestCovariance:
    def test_keys_are_those_of_the_field(self, cov):
        assert cov["names"] == cov.ch_names == NAMES[:3]
        assert cov["nfree"] == cov.nfree == 50
        assert (cov["diag"], cov["dim"], cov["kind"]) == (False, 3, 1)
        assert (cov["method"], cov["loglik"], cov["bads"]) == ("shrunk", -3.0, ["M3"])
        assert set(cov) == {*cov.keys()}
        with pytest.raises(UnknownNameError, match="'eig'"):
            cov["eig"]

    def test_bads_change_in_place_and_copies_stay(self, cov):
        other = cov.copy()
        cov["bads"].append("M1")
        assert cov["bads"] == ["M3", "M1"]
        assert other["bads"] == ["M3"]

    def test_data_can_be_set_but_not_written_over(self, cov):
        cov["data"] = 2 * cov.data
        assert cov.data[0, 0] == 4
        with pytest.raises(ValueError, match="read-only"):
            cov.data[0, 0] = 1
        with pytest.raises(StateError, match="can be set"):
            cov["names"] = ["a", "b", "c"]

    def test_as_diag_keeps_variances_in_place(self, cov):
        assert cov.as_diag() is cov
        assert cov.as_diag().data.tolist() == [2, 3, 4]
        assert cov["diag"]

    def test_channels_are_picked_in_place(self, cov):
        assert cov.pick_channels(["M3", "M1"]) is cov
        assert cov.ch_names == ["M3", "M1"]
        cov.pick_channels(["M1", "M3", "X"], ordered=False)
        assert cov.data.tolist() == [[4, 0], [0, 2]]

    def test_covariances_add_up(self, cov):
        both = cov + cov
        assert both.nfree == 100
        np.testing.assert_allclose(both.data, cov.data)
        cov += cov
        assert cov.nfree == 100

    def test_files_give_it_back(self, cov, tmp_path):
        write_cov(tmp_path / "a-cov.fif", cov)
        assert as_covariance(str(tmp_path / "a-cov.fif")).data.tolist() == cov.data.tolist()
        assert read_cov(tmp_path / "a-cov.fif")["method"] == "shrunk"

    def test_it_says_what_it_is(self, cov):
        assert repr(cov) == "<Covariance | full, 3 x 3, n_samples : 50>"

    def test_something_else_is_refused(self):
        with pytest.raises(ArgumentTypeError, match="got int"):
            as_covariance(3)


class TestEstimates:
    def test_times_of_a_response_are_samples(self, evoked):
        cov = compute_covariance(evoked, tmax=0.0)
        seen = evoked.data[:3, :101]
        np.testing.assert_allclose(cov.data, seen @ seen.T / 100, rtol=1e-12)
        assert cov.ch_names == NAMES[:3]

    def test_the_best_or_all_estimates_come_back(self, evoked):
        best = compute_covariance(evoked, method=["shrunk", "empirical"])
        found = compute_covariance(evoked, method=["shrunk", "empirical"], return_estimators=True)
        assert found[0]["method"] == best["method"]
        assert len(found) == 2

    def test_epochs_must_be_alike(self, info):
        samples = 1e-13 * np.random.default_rng(0).standard_normal((30, 4, 20))
        one = EpochsArray(samples, info, baseline=(None, None))
        fewer = one.copy().pick(NAMES[:2])
        with pytest.raises(MismatchError, match="same channels"):
            compute_covariance([one, fewer])
        marked = one.copy()
        marked.info["bads"] = ["M1"]
        with pytest.raises(MismatchError, match="same bad channels"):
            compute_covariance([one, marked])

    def test_epochs_of_another_head_position_are_refused_unless_allowed(self, info):
        samples = 1e-13 * np.random.default_rng(0).standard_normal((30, 4, 20))
        one = EpochsArray(samples, info, baseline=(None, None))
        moved = one.copy()
        moved.info["dev_head_t"] = CoordinateTransform("meg", "head", np.diag([1, -1, -1, 1]))
        with pytest.raises(MismatchError, match="head position"):
            compute_covariance([one, moved])
        with pytest.warns(RuntimeWarning, match="head position"):
            compute_covariance([one, moved], on_mismatch="warn")

    def test_responses_are_taken_out_by_kind_of_event(self, info):
        rng = np.random.default_rng(0)
        response = 1e-11 * rng.standard_normal((4, 20))
        samples = 1e-13 * rng.standard_normal((30, 4, 20)) + response
        epochs = EpochsArray(samples, info, baseline=(None, None))
        cov = compute_covariance(epochs, keep_sample_mean=False)
        assert np.sqrt(np.diag(cov.data)) == pytest.approx([1e-13] * 3, rel=0.1)
        with pytest.raises(InputError, match="method='empirical'"):
            compute_covariance(epochs, keep_sample_mean=False, method="shrunk")

    def test_no_epoch_left_is_said(self, info):
        samples = 1e-13 * np.random.default_rng(0).standard_normal((30, 4, 20))
        epochs = EpochsArray(samples, info, baseline=(None, None))
        with pytest.warns(RuntimeWarning, match="all were dropped"):
            epochs.drop_bad(reject={"mag": 1e-20})
        with (
            pytest.warns(RuntimeWarning, match="all were dropped"),
            pytest.raises(DataError, match="all were dropped"),
        ):
            compute_covariance(epochs)

    def test_no_baseline_is_warned_of(self, info):
        drifting = EvokedArray(np.random.default_rng(0).standard_normal((4, 200)), info)
        with pytest.warns(RuntimeWarning, match="baseline"):
            compute_covariance(drifting)

    @pytest.mark.parametrize(
        ("options", "words"),
        [
            ({"method": "best"}, "'empirical'"),
            ({"keep_sample_mean": False}, "epochs"),
            ({"rank": "auto"}, "'info'"),
            ({"rank": {"mag": 4}}, "at most the 3 channels"),
            ({"scalings": {"eog": 1.0}}, "'eog'"),
            ({"on_few_samples": "shout", "tmax": -0.9}, "'raise'"),
            ({"method": "shrunk", "cv": 1}, "at least 2"),
            ({"tmin": 0.5, "tmax": 0.2}, "between tmin and tmax"),
        ],
    )
    def test_options_that_do_not_fit_are_refused(self, evoked, options, words):
        with pytest.raises(InputError, match=words):
            compute_covariance(evoked, **options)

    @pytest.mark.parametrize("inst", [3, [], ["a"]])
    def test_other_data_are_refused(self, inst):
        with pytest.raises(ArgumentTypeError, match="inst must be"):
            compute_covariance(inst)

    def test_a_recording_is_cut_and_its_mean_taken_out(self, info):
        samples = 1 + np.random.default_rng(1).standard_normal((4, 500))
        raw = Raw(RawRecording(info=info.value, samples=ArraySamples(samples)))
        cov = compute_raw_covariance(raw, tmin=1.0, tstep=0.5)
        np.testing.assert_allclose(cov.data, np.cov(samples[:3, 100:]), rtol=1e-12)
        shrunk = compute_raw_covariance(raw, tstep=None, method="shrinkage")
        assert np.trace(shrunk.data) == pytest.approx(np.trace(np.cov(samples[:3])))

    def test_a_recording_must_come(self, evoked):
        with pytest.raises(ArgumentTypeError, match="raw must be a Raw"):
            compute_raw_covariance(evoked)


class TestWhitening:
    def test_a_response_is_in_units_of_its_noise(self, evoked, info):
        white = whiten_evoked(evoked, make_ad_hoc_cov(info, {"mag": 1e-13}))
        np.testing.assert_allclose(white.data[:3], 2e13 * evoked.data[:3], rtol=1e-9)
        np.testing.assert_array_equal(white.data[3], evoked.data[3])

    def test_only_variances_are_used_if_asked(self, evoked, cov):
        white = whiten_evoked(evoked, cov, diag=True)
        np.testing.assert_allclose(white.data[1], 2 * evoked.data[1] / np.sqrt(3), rtol=1e-9)
        assert not cov["diag"]

    def test_white_keeps_a_row_of_zeros_for_what_is_missing(self, info, cov):
        cov["data"] = np.diag([0.0, 1.0, 4.0])
        matrix, names, rank, colorer = compute_whitener(
            cov, info, pca="white", return_rank=True, return_colorer=True
        )
        assert rank == 2
        assert names == NAMES[:3]
        assert not matrix[0].any()
        np.testing.assert_allclose(matrix @ colorer, np.diag([0, 1, 1]), atol=1e-12)

    @pytest.mark.parametrize("options", [{"pca": "yes"}, {"on_rank_mismatch": "x"}])
    def test_unknown_options_are_refused(self, info, cov, options):
        with pytest.raises(InputError, match="must be one of"):
            compute_whitener(cov, info, **options)

    def test_ranks_of_data_and_noise_agree(self, evoked, info, cov):
        assert compute_rank(evoked) == compute_rank(cov.copy(), info=info) | {"mag": 3}

    def test_few_samples_are_warned_of(self, evoked):
        with pytest.warns(RuntimeWarning, match="3 channels need"):
            compute_rank(evoked.crop(0, 0.01))

    def test_a_rank_needs_channel_types(self, cov):
        with pytest.raises(InputError, match="info"):
            compute_rank(cov)
        with pytest.raises(ArgumentTypeError, match="inst must be"):
            compute_rank(3)

    def test_noise_is_regularised_by_type(self, info, cov):
        loaded = regularize(cov, info, mag=0.5, exclude=["M1"], rank="full")
        expected = cov.data + np.diag([0.0, 1.75, 1.75])
        np.testing.assert_allclose(loaded.data, expected)
        with pytest.raises(InputError, match="'bads'"):
            regularize(cov, info, exclude="M1")
