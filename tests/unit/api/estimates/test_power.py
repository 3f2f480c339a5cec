"""Power and spectra of sources: arguments that are refused, labels, regularisation by the data."""

from types import SimpleNamespace

import numpy as np
import pytest

import leadfield
from leadfield.api.epochs.epochs import Epochs
from leadfield.api.epochs.epochs_array import EpochsArray
from leadfield.api.estimates.estimate_lambda2 import estimate_lambda2
from leadfield.api.inverse.inverse_operator import InverseOperator
from leadfield.api.labels.label import Label
from leadfield.api.recording.annotations import Annotations
from leadfield.api.recording.info import Info
from leadfield.api.recording.raw_array import RawArray
from leadfield.base.errors import (
    ArgumentTypeError,
    ChannelError,
    DataError,
    InputError,
    MismatchError,
    RepeatedError,
)
from leadfield.estimates.regularisation import regularise_segments

room = leadfield.minimum_norm


@pytest.fixture(scope="module")
def parts(little_inverse):
    """Operator, epochs and recording that fit: 100 samples per second; and labels."""
    made = little_inverse(loose=0.3)
    info = Info(made.info)
    data = made.rng.standard_normal((3, 9, 80))
    return SimpleNamespace(
        inv=InverseOperator(made.model),
        epochs=EpochsArray(data, info, tmin=-0.2),
        raw=RawArray(np.concatenate(data, axis=1), info),
        labels=[Label([1, 3], hemi="lh", name="a"), Label([3, 5], hemi="lh", name="b")],
        none=Label([0, 2], hemi="lh", name="empty"),
        data=data,
        info=info,
    )


def power_of(parts, **changes):
    options = {"freqs": [20.0], "n_cycles": 3, "return_plv": False, **changes}
    return room.source_induced_power(parts.epochs, parts.inv, **options)


def bands_of(parts, **changes):
    options = {"bands": {"a": (20, 22)}, "n_cycles": 3, **changes}
    return room.source_band_induced_power(parts.epochs, parts.inv, **options)


def psd_of(parts, **changes):
    options = {"n_fft": 50, **changes}
    return room.compute_source_psd(options.pop("raw", parts.raw), parts.inv, **options)


def psds_of(parts, **changes):
    options = {"bandwidth": 6.0, **changes}
    return room.compute_source_psd_epochs(options.pop("epochs", parts.epochs), parts.inv, **options)


ALL = (power_of, bands_of, psd_of, psds_of)


@pytest.mark.parametrize("function", ALL, ids=lambda f: f.__name__)
class TestEvery:
    @pytest.mark.parametrize("label", [[], ()], ids=str)
    def test_takes_at_least_one_label(self, parts, function, label):
        with pytest.raises(InputError, match="label must be None, a label or a list of at least"):
            function(parts, label=label)

    def test_takes_labels_that_hold_sources(self, parts, function):
        for label in (parts.none, [parts.none], [parts.labels[0], parts.none]):
            with pytest.raises(MismatchError, match="label 'empty' must hold at least one source"):
                function(parts, label=label)

    def test_takes_labels_alone(self, parts, function):
        for label in ("lh", ["lh"], 3):
            with pytest.raises(ArgumentTypeError, match="label must be a Label"):
                function(parts, label=label)

    def test_gives_a_list_of_labels_one_row_each(self, parts, function):
        answer = function(parts, label=parts.labels)
        if isinstance(answer, dict):
            answer = answer["a"]
        if isinstance(answer, list):
            answer = answer[0]
        assert isinstance(answer, np.ndarray)
        assert len(answer) == 2
        assert (answer > 0).all()

    def test_takes_no_method_that_it_does_not_know(self, parts, function):
        with pytest.raises(InputError, match="method must be one of"):
            function(parts, method="LORETA")

    def test_says_what_has_no_effect(self, parts, function):
        with pytest.raises(ArgumentTypeError, match="n_jobs must be a whole number"):
            function(parts, n_jobs="all")


class TestInducedPower:
    @pytest.mark.parametrize(
        ("changes", "error", "words"),
        [
            ({"freqs": [60]}, InputError, "at most half the sampling rate, 50 Hz"),
            ({"freqs": [4.0]}, InputError, "must not be longer than the epochs, 0.8 s"),
            ({"n_cycles": [3, 3]}, MismatchError, "one for each of 1 frequencies, got 2"),
            ({"baseline": (1, 2)}, InputError, "baseline must hold at least one sample"),
            ({"baseline_mode": "db"}, InputError, "baseline_mode must be one of"),
            ({"decim": 0}, InputError, "decim must be at least 1"),
            ({"decim": slice(2)}, ArgumentTypeError, "decim must be a whole number"),
            ({"use_fft": None}, InputError, "use_fft must be one of True, False"),
            ({"zero_mean": 0}, InputError, "zero_mean must be one of"),
            ({"pca": None}, InputError, "pca must be one of"),
            ({"return_plv": 1}, InputError, "return_plv must be one of"),
            ({"pick_ori": "vector"}, InputError, "pick_ori must be one of None, 'normal'"),
        ],
    )
    def test_refuses_arguments_in_words(self, parts, changes, error, words):
        with pytest.raises(error, match=words):
            power_of(parts, **changes)

    def test_has_no_phase_of_several_labels(self, parts):
        with pytest.raises(RepeatedError, match="not of the mean of each of 2 labels"):
            power_of(parts, label=parts.labels, return_plv=True)

    def test_takes_a_frequency_alone(self, parts):
        np.testing.assert_array_equal(power_of(parts, freqs=20), power_of(parts))

    def test_takes_a_tuple_of_labels(self, parts):
        labels = parts.labels
        tuple_, list_ = power_of(parts, label=tuple(labels)), power_of(parts, label=labels)
        np.testing.assert_array_equal(tuple_, list_)

    def test_of_one_label_of_a_list_has_the_phase_of_its_sources(self, parts):
        power, plv = power_of(parts, label=parts.labels[:1], return_plv=True)
        _, want = power_of(parts, label=parts.labels[0], return_plv=True)
        assert power.shape == (1, 1, 80)
        np.testing.assert_array_equal(plv, want)

    def test_leaves_bad_epochs_out(self, parts):
        data = parts.data.copy()
        data[1] *= 100
        some = EpochsArray(data, parts.info, tmin=-0.2, reject={"mag": 50})
        assert len(some) == 2
        found = power_of(SimpleNamespace(epochs=some, inv=parts.inv))
        want = power_of(SimpleNamespace(epochs=parts.epochs[[0, 2]], inv=parts.inv))
        np.testing.assert_allclose(found, want, rtol=1e-12)

    @pytest.mark.filterwarnings("ignore:no signal above noise", "ignore:lambda2=")
    def test_takes_lambda2_from_the_epochs(self, parts):
        fit = estimate_lambda2(parts.epochs.average(picks="all"), parts.inv)
        found = power_of(parts, lambda2="auto")
        np.testing.assert_allclose(found, power_of(parts, lambda2=fit.lambda2 * 3), rtol=1e-10)

    def test_needs_an_epoch_that_is_left(self, parts):
        raw = parts.raw.copy().set_annotations(Annotations(0, 2.4, "bad"))
        epochs = Epochs(raw, [[100, 0, 1]], tmin=0, tmax=0.7, baseline=None)
        with pytest.raises(DataError, match="at least one epoch must be left, all were dropped"):
            power_of(SimpleNamespace(epochs=epochs, inv=parts.inv))

    def test_needs_numbers(self, parts):
        data = parts.raw.get_data().copy()
        data[2, 120] = np.nan
        raw = RawArray(data, parts.info)
        epochs = Epochs(raw, [[100, 0, 1]], tmin=0, tmax=0.7, baseline=None)
        with pytest.raises(DataError, match="must be finite, got NaN or infinity in 'MEG 002"):
            power_of(SimpleNamespace(epochs=epochs, inv=parts.inv))

    def test_needs_all_channels(self, parts):
        epochs = parts.epochs.copy().drop_channels(["MEG 003"])
        with pytest.raises(ChannelError, match="they lack 'MEG 003'"):
            power_of(SimpleNamespace(epochs=epochs, inv=parts.inv))


class TestBands:
    @pytest.mark.parametrize(
        ("bands", "error", "words"),
        [
            ({}, ArgumentTypeError, r"bands must be a dict such as dict\(alpha=\(8, 12\)\)"),
            ([(8, 12)], ArgumentTypeError, "bands must be a dict"),
            ({"a": (12, 8)}, InputError, "band 'a' must hold a frequency, got 12 to 8 Hz"),
            ({"a": 10}, ArgumentTypeError, "band 'a' must be its lowest and highest frequency"),
            ({"a": (10,)}, ArgumentTypeError, "band 'a' must be its lowest and highest frequency"),
            ({"a": (10, "b")}, ArgumentTypeError, "the ends of band 'a' must be a number"),
            ({"a": (20, 60)}, InputError, "at most half the sampling rate, 50 Hz"),
        ],
    )
    def test_must_hold_frequencies(self, parts, bands, error, words):
        with pytest.raises(error, match=words):
            bands_of(parts, bands=bands)

    def test_have_steps_above_0(self, parts):
        with pytest.raises(InputError, match="df must be above 0"):
            bands_of(parts, df=0)

    def test_of_a_volume_take_all_components(self, little_inverse, parts):
        made = little_inverse(kind="volume")
        volume = SimpleNamespace(epochs=parts.epochs, inv=InverseOperator(made.model))
        stc = bands_of(volume, bands={"a": (20, 20)}, decim=4)["a"]
        assert isinstance(stc, leadfield.VolSourceEstimate)
        np.testing.assert_allclose(stc.times, parts.epochs.times[::4])
        np.testing.assert_allclose(stc.data, power_of(volume, decim=4)[:, 0])


class TestDensities:
    @pytest.mark.parametrize(
        ("changes", "error", "words"),
        [
            ({"n_fft": 241}, DataError, "n_fft must be at most the length of the recording, 240"),
            ({"n_fft": 50.5}, ArgumentTypeError, "n_fft must be a whole number"),
            ({"overlap": 1}, InputError, "overlap must leave at least a sample of 50"),
            ({"overlap": 0.999}, InputError, "overlap must leave at least a sample of 50"),
            ({"overlap": -0.1}, InputError, "overlap must be at least 0"),
            ({"tmin": 2.3}, DataError, "at least one event must fit between start and stop"),
            ({"fmin": 60}, InputError, "fmin and fmax must hold a frequency"),
            ({"bandwidth": 1.0}, InputError, "bandwidth must be at least 2 Hz"),
            ({"bandwidth": "hat"}, InputError, "a window that scipy.signal.get_window knows"),
            ({"inv_split": 0}, InputError, "inv_split must be at least 1"),
            ({"dB": "yes"}, InputError, "dB must be one of"),
            ({"adaptive": None}, InputError, "adaptive must be one of"),
            ({"low_bias": None}, InputError, "low_bias must be one of"),
            ({"return_sensor": None}, InputError, "return_sensor must be one of"),
            ({"pca": None}, InputError, "pca must be one of"),
            ({"pick_ori": "vector"}, InputError, "pick_ori must be one of None, 'normal'"),
        ],
    )
    def test_of_a_recording_refuse_arguments_in_words(self, parts, changes, error, words):
        with pytest.raises(error, match=words):
            psd_of(parts, **changes)

    def test_need_a_good_window(self, parts):
        raw = parts.raw.copy().set_annotations(Annotations(0, 2.4, "bad"))
        with pytest.raises(DataError, match="at least one epoch must be left, all were dropped"):
            psd_of(parts, raw=raw)

    def test_need_numbers(self, parts):
        data = parts.raw.get_data().copy()
        data[2, 100] = np.nan
        with pytest.raises(DataError, match="data must be finite, got 1 NaN"):
            psd_of(parts, raw=RawArray(data, parts.info))

    @pytest.mark.filterwarnings("ignore:no signal above noise", "ignore:lambda2=")
    def test_of_a_recording_take_lambda2_from_its_windows(self, parts):
        data = parts.raw.get_data()
        fit = regularise_segments(parts.inv.value, lambda a, b: data[:, a:b], (0, 200), nave=1)
        found, want = (psd_of(parts, lambda2=one, overlap=0) for one in ("auto", fit.lambda2))
        np.testing.assert_allclose(found.data, want.data, rtol=1e-12)

    def test_of_epochs_come_one_at_a_time_if_wanted(self, parts):
        generator = psds_of(parts, return_generator=True)
        for one, other in zip(generator, psds_of(parts), strict=True):
            np.testing.assert_array_equal(one.data, other.data)

    def test_of_epochs_refuse_what_does_not_fit_at_once(self, parts):
        with pytest.raises(InputError, match="fmin and fmax must hold a frequency"):
            psds_of(parts, fmin=70, return_generator=True)
        with pytest.raises(InputError, match="adaptive weights are those of a source"):
            psds_of(parts, adaptive=True, bandwidth=8.0, label=parts.labels)

    def test_of_white_noise_are_flat_and_add_up_to_its_power(self, parts):
        noise = np.random.default_rng(3).standard_normal((9, 20_000))
        raw = RawArray(noise, parts.info)
        stc = psd_of(parts, raw=raw, n_fft=100, pick_ori="normal", bandwidth="boxcar", overlap=0)
        power = room.apply_inverse_raw(raw, parts.inv, 1 / 9, pick_ori="normal").data
        # One-sided, without a division by the number of samples.
        np.testing.assert_allclose(
            stc.data.sum(axis=1) / 100**2, (power**2).mean(axis=1), rtol=0.03
        )
        assert (stc.data[:, 1:-1].std(axis=1) < 0.15 * stc.data.mean(axis=1)).all()

    def test_in_decibels_are_ten_times_the_logarithm(self, parts):
        stc, sensors = psd_of(parts, return_sensor=True)
        loud, shown = psd_of(parts, return_sensor=True, dB=True)
        np.testing.assert_allclose(loud.data, 10 * np.log10(stc.data))
        np.testing.assert_allclose(shown.data, 10 * np.log10(sensors.data))
