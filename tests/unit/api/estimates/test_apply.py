"""Applying inverse operators: preparation that must fit, arguments that are refused."""

import logging
from types import SimpleNamespace

import numpy as np
import pytest

from leadfield.api.covariance.covariance import Covariance
from leadfield.api.epochs.epochs_array import EpochsArray
from leadfield.api.epochs.evoked import Evoked
from leadfield.api.epochs.evoked_array import EvokedArray
from leadfield.api.estimates.apply import apply_inverse
from leadfield.api.estimates.apply_cov import apply_inverse_cov, estimate_snr
from leadfield.api.estimates.apply_epochs import apply_inverse_epochs
from leadfield.api.estimates.apply_raw import apply_inverse_raw
from leadfield.api.estimates.label_time_courses import extract_label_time_course
from leadfield.api.inverse.inverse_operator import InverseOperator
from leadfield.api.inverse.prepare import INVERSE_METHODS, prepare_inverse_operator
from leadfield.api.recording.info import Info, create_info
from leadfield.api.recording.raw_array import RawArray
from leadfield.base.errors import (
    ArgumentTypeError,
    ChannelError,
    InputError,
    MismatchError,
)


@pytest.fixture
def parts(little_inverse):
    """Operator, response, epochs and recording that fit."""
    made = little_inverse(loose=0.3)
    info = Info(made.info)
    data = made.rng.standard_normal((3, 9, 20))
    return SimpleNamespace(
        inv=InverseOperator(made.model),
        info=info,
        evoked=EvokedArray(data[0], info, tmin=-0.05, nave=4, comment="left"),
        epochs=EpochsArray(data, info, tmin=-0.05),
        raw=RawArray(data[0], info),
        cov=Covariance(data[0] @ data[0].T, info["ch_names"], [], [], 20),
        data=data,
    )


class TestPreparation:
    def test_makes_no_difference(self, parts):
        prepared = prepare_inverse_operator(parts.inv, 4, 0.2, "sLORETA")
        one = apply_inverse(parts.evoked, prepared, 0.2, "sLORETA", prepared=True)
        other = apply_inverse(parts.evoked, parts.inv, 0.2, "sLORETA")
        np.testing.assert_allclose(one.data, other.data, rtol=1e-13)

    def test_keeps_the_operator(self, parts):
        prepared = prepare_inverse_operator(parts.inv, 4, 0.2, copy="non-src")
        assert isinstance(prepared, InverseOperator)
        np.testing.assert_array_equal(prepared["sing"], parts.inv["sing"])
        again = apply_inverse(parts.evoked, prepared, 0.1)
        np.testing.assert_array_equal(again.data, apply_inverse(parts.evoked, parts.inv, 0.1).data)

    @pytest.mark.parametrize(
        ("changes", "error", "words"),
        [
            ({"method": "MNE"}, MismatchError, "prepared for dSPM with lambda2 = 0.2"),
            ({"lambda2": 0.1}, MismatchError, "must be applied so, got dSPM with lambda2 = 0.1"),
            ({"method_params": {}}, InputError, "method_params must be None for a prepared"),
            ({"method": "dspm"}, InputError, "method must be one of"),
            ({"prepared": "yes"}, InputError, "prepared must be one of True, False"),
        ],
    )
    def test_must_fit(self, parts, changes, error, words):
        prepared = prepare_inverse_operator(parts.inv, 4, 0.2)
        arguments = {"lambda2": 0.2, "prepared": True, **changes}
        with pytest.raises(error, match=words):
            apply_inverse(parts.evoked, prepared, **arguments)

    def test_must_have_been_done(self, parts):
        with pytest.raises(InputError, match="needs what prepare_inverse_operator returned"):
            apply_inverse(parts.evoked, parts.inv, prepared=True)

    def test_knows_what_copying_means(self, parts):
        with pytest.raises(InputError, match="copy must be one of"):
            prepare_inverse_operator(parts.inv, 1, 0.1, copy="src")


@pytest.mark.parametrize(
    ("apply", "name"),
    [(apply_inverse, "evoked"), (apply_inverse_epochs, "epochs"), (apply_inverse_raw, "raw")],
)
class TestEveryWay:
    def test_takes_what_it_is_for(self, parts, apply, name):
        with pytest.raises(ArgumentTypeError, match=f"{name} must be "):
            apply([1, 2], parts.inv, 0.1)
        with pytest.raises(ArgumentTypeError, match="must be an InverseOperator, got dict"):
            apply(getattr(parts, name), {}, 0.1)

    def test_answers_an_unknown_method(self, parts, apply, name):
        words = "must be one of 'MNE', 'dSPM', 'sLORETA', 'eLORETA', got 'dspm'"
        with pytest.raises(InputError, match=words):
            apply(getattr(parts, name), parts.inv, 0.1, method="dspm")

    def test_answers_an_unknown_orientation(self, parts, apply, name):
        with pytest.raises(InputError, match="pick_ori must be one of"):
            apply(getattr(parts, name), parts.inv, 0.1, pick_ori="up")

    def test_names_the_channels_it_lacks(self, parts, apply, name):
        given = getattr(parts, name).copy().drop_channels(["MEG 003"])
        with pytest.raises(ChannelError, match="they lack 'MEG 003'"):
            apply(given, parts.inv, 0.1)


def test_a_response_is_the_estimate_and_the_residual(parts):
    stc, left = apply_inverse(parts.evoked, parts.inv, return_residual=True)
    assert isinstance(left, Evoked)
    assert (left.comment, left.nave) == ("left", 4)
    assert stc.tmin == pytest.approx(-0.05)
    assert np.linalg.norm(left.data) < np.linalg.norm(parts.evoked.data)


def test_the_explained_variance_is_told(parts, caplog):
    with caplog.at_level(logging.INFO, "leadfield"):
        apply_inverse(parts.evoked, parts.inv, method="eLORETA", verbose="info")
    share = [r.getMessage() for r in caplog.records if "explained" in r.getMessage()]
    assert len(share) == 1
    assert 0 < float(share[0].split()[1]) < 100


@pytest.mark.parametrize("orientation", [None, "normal", "vector"])
def test_epochs_are_estimated_one_by_one(parts, orientation):
    lazily = apply_inverse_epochs(
        parts.epochs, parts.inv, 0.1, pick_ori=orientation, nave=4, return_generator=True
    )
    for epoch, stc in zip(parts.data, lazily, strict=True):
        evoked = EvokedArray(epoch, parts.info, tmin=-0.05, nave=4)
        expected = apply_inverse(evoked, parts.inv, 0.1, pick_ori=orientation)
        np.testing.assert_allclose(stc.data, expected.data, atol=1e-12 * abs(expected.data).max())
        np.testing.assert_allclose(stc.times, expected.times, atol=1e-12)
        assert type(stc) is type(expected)


@pytest.mark.parametrize("n_epochs", [1, 30])
@pytest.mark.parametrize("orientation", [None, "normal", "vector"])
def test_channels_that_the_operator_lacks_make_no_difference(parts, n_epochs, orientation):
    """Wherever they stand, with few epochs or with many, which a direct kernel serves."""
    data = np.concatenate([parts.data] * (n_epochs // 3 + 1))[:n_epochs]
    epochs = EpochsArray(data, parts.info)
    names = ["EEG 001", *parts.info["ch_names"][:4], "EEG 002", *parts.info["ch_names"][4:]]
    kinds = ["eeg" if name.startswith("EEG") else "mag" for name in names]
    wide = EpochsArray(
        np.insert(data, [0, 4], 7.0, axis=1), create_info(names, parts.info["sfreq"], kinds)
    )
    options = {"pick_ori": orientation, "return_generator": True}
    pairs = zip(
        apply_inverse_epochs(epochs, parts.inv, 0.1, **options),
        apply_inverse_epochs(wide, parts.inv, 0.1, **options),
        strict=True,
    )
    for narrow, other in pairs:
        np.testing.assert_allclose(other.data, narrow.data, rtol=1e-12)


@pytest.mark.parametrize("mode", ["mean", "mean_flip"])
def test_label_courses_of_epochs_are_made_without_the_cortex(parts, mode):
    """To 1e-10 of the long way, whose data are as large as the cortex."""
    labels = [SimpleNamespace(hemi="lh", vertices=np.arange(4), name="some", subject="ann")]
    options = {"pick_ori": "normal"}
    stcs = apply_inverse_epochs(parts.epochs, parts.inv, 0.1, **options)
    short = extract_label_time_course(stcs, labels, parts.inv["src"], mode)
    assert all(stc._lazy.factors is not None for stc in stcs)
    assert all(stc.data.any() for stc in stcs)
    long = extract_label_time_course(stcs, labels, parts.inv["src"], mode)
    np.testing.assert_allclose(short, long, atol=1e-10 * np.abs(long).max())


class TestARecording:
    def test_is_estimated_from_start_to_stop(self, parts):
        stc = apply_inverse_raw(parts.raw, parts.inv, 0.1, start=5, stop=-5, buffer_size=3)
        evoked = EvokedArray(parts.data[0][:, 5:15], parts.info, nave=1)
        np.testing.assert_allclose(stc.data, apply_inverse(evoked, parts.inv, 0.1).data, rtol=1e-10)
        np.testing.assert_allclose(stc.times, np.arange(5, 15) / 100, atol=1e-12)

    @pytest.mark.parametrize(
        ("changes", "words"),
        [
            ({"start": 9, "stop": 9}, "at least one of 20 samples"),
            ({"buffer_size": 0}, "buffer_size must be at least 1"),
        ],
    )
    def test_must_have_samples(self, parts, changes, words):
        with pytest.raises(InputError, match=words):
            apply_inverse_raw(parts.raw, parts.inv, 0.1, **changes)

    @pytest.mark.parametrize("function", [np.sum, lambda x: x[:-1]])
    def test_must_keep_its_channels(self, parts, function):
        with pytest.raises(
            MismatchError, match=r"must return an array .* of 9 channels, got shape"
        ):
            apply_inverse_raw(parts.raw, parts.inv, 0.1, time_func=function)


class TestPower:
    def test_is_that_of_the_courses(self, parts):
        power = apply_inverse_cov(parts.cov, parts.info, parts.inv, lambda2=0.1)
        stc = apply_inverse_raw(parts.raw, parts.inv, 0.1)
        np.testing.assert_allclose(power.data[:, 0], (stc.data**2).sum(axis=1), rtol=1e-9)

    def test_has_no_direction(self, parts):
        with pytest.raises(InputError, match="pick_ori must be one of None, 'normal'"):
            apply_inverse_cov(parts.cov, parts.info, parts.inv, pick_ori="vector")

    def test_needs_all_channels(self, parts):
        cov = Covariance(np.eye(8), parts.info["ch_names"][1:], [], [], 20)
        with pytest.raises(InputError, match="MEG 000 are not among its 8"):
            apply_inverse_cov(cov, parts.info, parts.inv)


def test_ratios_are_estimated_at_each_time(parts):
    field, by_misfit = estimate_snr(parts.evoked, parts.inv)
    assert field.shape == by_misfit.shape == (20,)


def test_methods_are_listed():
    assert INVERSE_METHODS == ("MNE", "dSPM", "sLORETA", "eLORETA")


@pytest.mark.parametrize("prepared", [False, True])
def test_a_regularisation_above_1_is_told_with_what_may_be_meant(parts, prepared):
    def run():
        if prepared:
            return prepare_inverse_operator(parts.inv, 1, 9.0, "MNE")
        return apply_inverse(parts.evoked, parts.inv, 9.0, "MNE")

    with pytest.warns(RuntimeWarning, match=r"1 / snr \*\* 2, did you mean 0.111"):
        run()


class TestSinglePrecision:
    @pytest.mark.parametrize("method", ["MNE", "dSPM", "sLORETA", "eLORETA"])
    @pytest.mark.parametrize("pick_ori", [None, "normal", "vector"])
    @pytest.mark.parametrize(
        ("function", "name"),
        [(apply_inverse, "evoked"), (apply_inverse_epochs, "epochs"), (apply_inverse_raw, "raw")],
    )
    def test_is_near_double_precision(self, parts, function, name, method, pick_ori):
        options = {"lambda2": 0.1, "method": method, "pick_ori": pick_ori}
        found = function(getattr(parts, name), parts.inv, dtype=np.float32, **options)
        wanted = function(getattr(parts, name), parts.inv, **options)
        pairs = zip(found, wanted, strict=True) if name == "epochs" else [(found, wanted)]
        for one, other in pairs:
            assert (one.data.dtype, other.data.dtype) == (np.float32, np.float64)
            assert np.abs(one.data - other.data).max() <= 1e-5 * np.abs(other.data).max()

    def test_stays_near_where_large_fields_are_projected_out(self, little_inverse):
        made = little_inverse(loose=0.3, projected=True)
        vectors = np.concatenate([one.vectors for one in made.info.projections])
        names = made.info.projections[0].channel_names
        data = made.rng.standard_normal((9, 40))
        drift = np.zeros_like(data)
        drift[[made.info.names.index(n) for n in names]] = 1e5 * vectors[:1].T
        inverse = InverseOperator(made.model)
        for pick_ori in (None, "normal"):
            small, large = (
                apply_inverse_raw(
                    RawArray(samples, Info(made.info)),
                    inverse,
                    0.1,
                    pick_ori=pick_ori,
                    dtype=np.float32,
                ).data
                for samples in (data, data + drift)
            )
            assert np.abs(small - large).max() <= 1e-5 * np.abs(small).max()

    @pytest.mark.parametrize("dtype", [np.float16, int, "single precision", complex])
    def test_is_that_or_double(self, parts, dtype):
        with pytest.raises(InputError, match=r"dtype must be numpy.float32 or numpy.float64"):
            apply_inverse(parts.evoked, parts.inv, dtype=dtype)
