"""Recordings, epochs, responses, covariances of MNE-Python's give the numbers of the same file."""

import dataclasses
import datetime as dt
import sys
import tracemalloc
import warnings

import numpy as np
import pytest

import leadfield
import leadfield.io
import leadfield.minimum_norm as ours_inverse
import leadfield.viz
from leadfield.api.covariance.covariance import as_covariance
from leadfield.api.epochs.as_evoked import as_evoked
from leadfield.api.epochs.epochs import as_epochs
from leadfield.api.recording.as_recording import as_recording
from leadfield.api.recording.info import as_info
from leadfield.base.errors import ArgumentTypeError, InputError, MissingPackageError, StateError
from leadfield.recording.info import ProcessingStep

mne = pytest.importorskip("mne")

SSS, CTF, EMPTY_ROOM = (
    "sample_audvis_trunc_raw_sss.fif",
    "test_ctf_comp_raw.fif",
    "test_move_anon_erm_raw.fif",
)
RAWS = [SSS, CTF, EMPTY_ROOM, "exported4D_linux_raw.fif", "kit_test_bin_raw.fif"]
AVERAGES = ["test-ave.fif.gz", "level2_raw-ave.fif"]
# What only a file has.
FILES_OWN = {"opaque_blocks", "samples", "buffer_size"}
LAMBDA2 = 1 / 9


def assert_same(found, expected, path=""):
    """Two values have the same fields; numbers up to rounding."""
    if dataclasses.is_dataclass(expected):
        assert type(found) is type(expected), path
        for field in dataclasses.fields(expected):
            if field.name not in FILES_OWN:
                held = getattr(found, field.name), getattr(expected, field.name)
                assert_same(*held, f"{path}.{field.name}")
    elif isinstance(expected, np.ndarray):
        assert found.dtype.kind == expected.dtype.kind, path
        largest = np.nanmax(np.abs(expected), initial=0)
        np.testing.assert_allclose(found, expected, rtol=0, atol=1e-12 * largest, err_msg=path)
    elif isinstance(expected, tuple | list):
        assert len(found) == len(expected), path
        for i, (a, b) in enumerate(zip(found, expected, strict=True)):
            assert_same(a, b, f"{path}[{i}]")
    else:
        assert found == expected, (path, found, expected)


def their_raw(path, **options):
    return mne.io.read_raw_fif(path, allow_maxshield="yes", verbose="ERROR", **options)


def our_raw(path, **options):
    return leadfield.io.read_raw_fif(path, allow_maxshield="yes", verbose=False, **options)


def close(found, expected):
    found, expected = np.asarray(found), np.asarray(expected)
    assert found.shape == expected.shape
    assert np.abs(found - expected).max() <= 1e-12 * np.abs(expected).max()


@pytest.mark.parametrize("name", RAWS)
class TestRecordings:
    def test_have_the_same_information(self, name, shared):
        assert_same(as_info(their_raw(shared / name).info), our_raw(shared / name).info.value)

    @pytest.mark.parametrize("preload", [False, True])
    def test_have_the_same_samples(self, name, preload, shared):
        found = as_recording(their_raw(shared / name, preload=preload))
        expected = our_raw(shared / name).value
        assert_same(found, expected)
        n, rows = expected.n_samples, np.array([3, 0, 7])
        for span in ((0, n), (5, 17), (n - 4, n), (2, 2)):
            np.testing.assert_array_equal(found.values(*span), expected.values(*span))
            np.testing.assert_array_equal(found.values(*span, rows), expected.values(*span, rows))


@pytest.mark.parametrize("name", AVERAGES)
def test_responses_have_the_same_values(name, shared):
    theirs = mne.read_evokeds(shared / name, verbose="ERROR")
    ours = leadfield.read_evokeds(shared / name, verbose=False)
    assert len(theirs) == len(ours)
    for found, expected in zip(theirs, ours, strict=True):
        assert_same(as_evoked(found), expected.value)


def test_a_covariance_has_the_same_value(shared):
    path = shared / "sample_audvis-cov.fif"
    assert_same(as_covariance(mne.read_cov(path)).value, leadfield.read_cov(path).value)


class TestSamplesInMemory:
    @staticmethod
    def peak(function, *arguments):
        function(*arguments)
        tracemalloc.start()
        try:
            kept = function(*arguments)
            assert kept is not None
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    def test_of_a_recording_are_not_copied(self):
        info = mne.create_info(8, 1000.0, "eeg")
        raw = mne.io.RawArray(np.ones((8, 500_000)), info, verbose=False)
        assert self.peak(as_recording, raw) < raw._data.nbytes / 50

    def test_of_a_response_are_not_copied(self):
        info = mne.create_info(8, 1000.0, "eeg")
        evoked = mne.EvokedArray(np.ones((8, 500_000)), info)
        assert self.peak(as_evoked, evoked) < 1.3 * evoked.times.nbytes
        assert np.shares_memory(as_evoked(evoked).data, evoked.data)

    def test_of_epochs_are_not_copied(self):
        info = mne.create_info(8, 1000.0, "eeg")
        epochs = mne.EpochsArray(np.ones((500, 8, 1000)), info, verbose=False)
        assert self.peak(as_epochs, epochs) < epochs._data.nbytes / 50

    def test_cannot_be_written_to_through_the_value(self):
        info = mne.create_info(2, 100.0, "eeg")
        evoked = mne.EvokedArray(np.ones((2, 5)), info)
        with pytest.raises(ValueError, match="read-only"):
            as_evoked(evoked).data[0] = 0
        evoked.data[0] = 3
        assert as_evoked(evoked).data[0, 0] == 3


class TestAnnotations:
    @pytest.mark.parametrize("dated", [True, False])
    def test_keep_their_place_in_the_recording(self, dated, shared):
        theirs, ours = their_raw(shared / SSS), our_raw(shared / SSS)
        if not dated:
            theirs.set_meas_date(None)
        marks = {"onset": [0.1, 0.4], "duration": [0.05, 0.2], "description": ["BAD_x", "tone"]}
        theirs.set_annotations(mne.Annotations(**marks))
        ours.set_annotations(leadfield.Annotations(**marks))
        # MNE-Python rounds dates to microseconds.
        for a, b in zip(as_recording(theirs).annotations, ours.value.annotations, strict=True):
            assert abs(a.onset - b.onset) < 1e-6
            assert (a.duration, a.description) == (b.duration, b.description)

    def test_are_taken_where_ours_are(self, shared):
        marks = ([0.1], [0.2], ["BAD_x"])
        one, other = our_raw(shared / SSS), our_raw(shared / SSS)
        one.set_annotations(mne.Annotations(*marks))
        other.set_annotations(leadfield.Annotations(*marks))
        assert one.annotations == other.annotations
        joined = leadfield.Annotations(*marks) + mne.Annotations([0.5], [0], ["tone"])
        assert list(joined.description) == ["BAD_x", "tone"]


def test_a_recording_that_changes_while_it_is_used_is_refused(shared):
    theirs = their_raw(shared / SSS)
    value = as_recording(theirs)
    theirs.crop(0.1, 0.3)
    with pytest.raises(StateError, match="hand it over again"):
        value.read(0, 5)


HEADER = """Brain Vision Data Exchange Header File Version 1.0
[Common Infos]
DataFile=x.eeg
MarkerFile=x.vmrk
DataFormat=BINARY
DataOrientation=MULTIPLEXED
NumberOfChannels=3
SamplingInterval=1000
[Binary Infos]
BinaryFormat=INT_16
[Channel Infos]
Ch1=Fz,,0.5,µV
Ch2=Cz,,0.5,µV
Ch3=Pz,,0.5,µV
"""
MARKERS = """Brain Vision Data Exchange Marker File, Version 1.0
[Common Infos]
DataFile=x.eeg
[Marker Infos]
Mk1=Stimulus,S  1,31,1,0
"""


@pytest.mark.parametrize("preload", [False, True])
def test_a_recording_of_another_format_is_taken(preload, tmp_path):
    (tmp_path / "x.vhdr").write_text(HEADER, encoding="utf-8")
    (tmp_path / "x.vmrk").write_text(MARKERS, encoding="utf-8")
    samples = np.random.default_rng(0).integers(-500, 500, (200, 3)).astype("<i2")
    (tmp_path / "x.eeg").write_bytes(samples.tobytes())
    theirs = mne.io.read_raw_brainvision(tmp_path / "x.vhdr", preload=preload, verbose="ERROR")
    recording = as_recording(theirs)
    np.testing.assert_allclose(recording.read(0, 200), samples.T * 0.5e-6, rtol=1e-12)
    assert recording.info.channels.types == ("eeg",) * 3
    events, names = leadfield.events_from_annotations(theirs)
    assert events.tolist() == [[30, 0, 1]]
    assert list(names) == ["Stimulus/S  1"]
    epochs = leadfield.Epochs(theirs, events, tmin=0, tmax=0.05, baseline=None)
    np.testing.assert_allclose(epochs.get_data()[0], samples.T[:, 30:81] * 0.5e-6, rtol=1e-12)


TYPES = ["mag", "grad", "eeg", "eog", "ecg", "emg", "stim", "misc", "seeg", "dbs", "ecog", "resp"]
TYPES += ["bio", "ref_meg", "syst", "ias", "exci", "gof", "dipole", "chpi", "csd", "hbo", "hbr"]
TYPES += ["fnirs_cw_amplitude", "fnirs_od", "fnirs_fd_phase", "temperature", "gsr", "eyegaze"]


def test_channels_of_every_type_are_the_same():
    names = [f"channel {i}" for i in range(len(TYPES))]
    theirs, ours = (one.create_info(names, 250.0, TYPES) for one in (mne, leadfield))
    assert list(as_info(theirs).channels.types) == TYPES
    assert_same(as_info(theirs), ours.value)
    assert_same(as_info(ours.to_mne()), ours.value)


def test_complex_samples_are_taken_and_go_back():
    info, data = mne.create_info(2, 100.0, "eeg"), np.array([[1 + 2j, 0, 3], [0, 1j, 2]])
    np.testing.assert_array_equal(as_evoked(mne.EvokedArray(data, info)).data, data)
    raw = mne.io.RawArray(data, info, verbose="ERROR")
    np.testing.assert_array_equal(as_recording(raw).values(0, 3), data)
    back = leadfield.io.Raw(as_recording(raw)).to_mne()
    np.testing.assert_array_equal(back.get_data(), data)


def test_a_user_s_own_class_is_taken(shared):
    class Lab(mne.io.RawArray):
        pass

    theirs = their_raw(shared / SSS)
    mine = Lab(theirs.get_data(), theirs.info, first_samp=theirs.first_samp, verbose=False)
    np.testing.assert_array_equal(as_recording(mine).read(0, 9), as_recording(theirs).read(0, 9))


@pytest.mark.parametrize("preload", [False, True])
class TestEpochs:
    @pytest.fixture
    def pair(self, preload, shared):
        """Epochs of an empty room by both, of which about half are rejected."""
        theirs, ours = their_raw(shared / EMPTY_ROOM), our_raw(shared / EMPTY_ROOM)
        events = mne.make_fixed_length_events(theirs, duration=0.02)
        options = {"tmin": 0.0, "tmax": 0.015, "baseline": (None, 0.005), "preload": preload}
        samples = mne.Epochs(theirs, events, verbose="ERROR", **options).get_data("grad")
        limit = float(np.median(np.ptp(samples, axis=2).max(axis=1)))
        options |= {"reject": {"grad": limit}, "verbose": "ERROR"}

        def make(**more):
            given = options | more
            return (
                mne.Epochs(theirs, events, {"tick": 1}, **given),
                leadfield.Epochs(ours, events, {"tick": 1}, **given),
            )

        return make

    @pytest.mark.parametrize("proj", [True, False, "delayed"])
    def test_have_the_same_values(self, proj, pair):
        theirs, ours = pair(proj=proj)
        found, expected = as_epochs(theirs), ours.drop_bad()
        assert 0 < len(expected) < len(expected.drop_log)
        for name in ("events", "selection", "times", "baseline", "drop_log", "event_id"):
            assert_same(getattr(found, name), getattr(expected, name), name)
        for name in ("reject", "flat", "reject_tmin", "reject_tmax"):
            assert getattr(found, name) == getattr(expected, name)
        assert_same(found.info.value, expected.info.value)
        close(found.get_data(), expected.get_data())
        close(found.average().data, expected.average().data)

    def test_are_dropped_by_mne_python_itself(self, pair):
        theirs, _ = pair()
        assert len(as_epochs(theirs)) == len(theirs.events)
        assert any(theirs.drop_log)

    def test_have_the_same_covariance_and_rank(self, pair):
        theirs, ours = pair()
        options = {"on_few_samples": "ignore"}
        one, other = (leadfield.compute_covariance(e, **options) for e in (theirs, ours))
        close(one.data, other.data)
        assert one["nfree"] == other["nfree"]
        ranks = [leadfield.compute_rank(e, **options) for e in (theirs, ours)]
        assert ranks[0] == ranks[1]


@pytest.mark.parametrize("preload", [False, True])
def test_epochs_are_localised_to_the_same(preload, operator, shared):
    theirs, ours = their_raw(shared / SSS), our_raw(shared / SSS)
    events = mne.make_fixed_length_events(theirs, duration=0.1)
    options = {"tmin": 0.0, "tmax": 0.05, "baseline": None, "preload": preload}
    found, expected = (
        ours_inverse.apply_inverse_epochs(kind(raw, events, **options), operator, LAMBDA2)
        for kind, raw in ((mne.Epochs, theirs), (leadfield.Epochs, ours))
    )
    assert len(found) == len(expected) > 1
    for a, b in zip(found, expected, strict=True):
        close(a.data, b.data)


def test_epochs_that_change_while_they_are_used_are_refused(shared):
    raw = their_raw(shared / EMPTY_ROOM)
    events = mne.make_fixed_length_events(raw, duration=0.05)
    theirs = mne.Epochs(raw, events, tmin=0, tmax=0.02, baseline=None, verbose="ERROR")
    taken = as_epochs(theirs)
    theirs.drop([0], verbose="ERROR")
    with pytest.raises(StateError, match="hand them over again"):
        taken.get_data()


@pytest.fixture(scope="module")
def forward(shared):
    return leadfield.read_forward_solution(shared / "real_meg-oct-4-fwd.fif")


@pytest.fixture(scope="module")
def operator(shared, forward):
    info = leadfield.io.read_info(shared / SSS)
    return ours_inverse.make_inverse_operator(
        info, forward, leadfield.make_ad_hoc_cov(info), rank="info"
    )


class TestSensorFunctions:
    @pytest.fixture(params=["file", "memory"])
    def pair(self, request, shared):
        path = shared / SSS
        return their_raw(path, preload=request.param == "memory"), our_raw(path)

    def test_raw_covariance(self, pair):
        options = {"tstep": 0.02, "on_few_samples": "ignore"}
        a, b = (leadfield.compute_raw_covariance(raw, **options) for raw in pair)
        close(a.data, b.data)
        assert_same(a.value.projections, b.value.projections)

    @pytest.mark.filterwarnings("ignore:the estimated rank")
    def test_rank(self, pair):
        options = {"on_few_samples": "ignore"}
        a, b = (leadfield.compute_rank(raw, **options) for raw in pair)
        assert a == b

    def test_picks(self, pair):
        a, b = (leadfield.pick_types(raw.info, meg="grad", eeg=True) for raw in pair)
        np.testing.assert_array_equal(a, b)
        a, b = (leadfield.channel_indices_by_type(raw.info) for raw in pair)
        assert a == b
        a, b = (leadfield.pick_info(raw.info, [3, 1]).value for raw in pair)
        assert_same(a, b)
        assert leadfield.channel_type(pair[0].info, 5) == leadfield.channel_type(pair[1].info, 5)

    def test_average_reference(self, pair):
        a, b = (leadfield.make_eeg_average_ref_proj(raw.info).value for raw in pair)
        assert_same(a, b)

    def test_ad_hoc_covariance(self, pair):
        a, b = (leadfield.make_ad_hoc_cov(raw.info).value for raw in pair)
        assert_same(a, b)

    def test_epochs(self, pair):
        events = mne.make_fixed_length_events(pair[0], duration=0.05)
        assert_same(leadfield.make_fixed_length_events(pair[0], duration=0.05), events)
        options = {"tmin": 0, "tmax": 0.02, "baseline": None}
        a, b = (leadfield.Epochs(raw, events, **options).get_data() for raw in pair)
        np.testing.assert_array_equal(a, b)

    def test_localising(self, pair, operator):
        a, b = (ours_inverse.apply_inverse_raw(r, operator, LAMBDA2, stop=20) for r in pair)
        close(a.data, b.data)


def test_the_same_events_are_found(shared):
    theirs = their_raw(shared / SSS, preload=True).pick("stim")
    row = theirs.ch_names.index("STI 014")
    theirs._data[row, 30:40] = 5
    first = theirs.first_samp
    ours = leadfield.io.RawArray(theirs.get_data(), theirs.info, first_samp=first)
    a, b = (leadfield.find_events(raw, "STI 014") for raw in (theirs, ours))
    assert a.tolist() == [[first + 30, 0, 5]]
    np.testing.assert_array_equal(a, b)


def test_annotations_become_the_same_events(shared):
    pair = their_raw(shared / SSS), our_raw(shared / SSS)
    for raw, kind in zip(pair, (mne.Annotations, leadfield.Annotations), strict=True):
        raw.set_annotations(kind([0.1, 0.4], [0, 0], ["left", "right"]))
    (a, names), (b, others) = map(leadfield.events_from_annotations, pair)
    np.testing.assert_array_equal(a, b)
    assert names == others


class TestResponses:
    @pytest.fixture
    def pair(self, shared):
        path = shared / "test-ave.fif.gz"
        return (
            mne.read_evokeds(path, 0, verbose="ERROR"),
            leadfield.read_evokeds(path, 0, verbose=False),
        )

    @pytest.fixture
    def noise(self, shared):
        path = shared / "sample_audvis-cov.fif"
        return mne.read_cov(path, verbose="ERROR"), leadfield.read_cov(path)

    def test_regularised_covariance(self, pair, noise):
        made = [
            leadfield.regularize(cov, evoked.info) for cov, evoked in zip(noise, pair, strict=True)
        ]
        close(made[0].data, made[1].data)

    def test_rank_of_a_covariance(self, pair, noise):
        a, b = (
            leadfield.compute_rank(cov, info=evoked.info)
            for cov, evoked in zip(noise, pair, strict=True)
        )
        assert a == b

    def test_whitener(self, pair, noise):
        (a, names), (b, others) = (
            leadfield.compute_whitener(cov, evoked.info)
            for cov, evoked in zip(noise, pair, strict=True)
        )
        assert names == others
        close(a, b)

    def test_whitened_response(self, pair, noise):
        a, b = (
            leadfield.whiten_evoked(evoked, cov) for cov, evoked in zip(noise, pair, strict=True)
        )
        close(a.data, b.data)

    @pytest.mark.filterwarnings("ignore:data for a covariance must have a mean of 0")
    def test_covariance_of_a_response(self, pair):
        options = {"keep_sample_mean": True, "on_few_samples": "ignore"}
        a, b = (leadfield.compute_covariance(evoked, **options) for evoked in pair)
        close(a.data, b.data)

    @pytest.mark.filterwarnings("ignore:no lambda2")
    def test_source_estimates(self, pair, noise, forward):
        results = []
        for evoked, cov in zip(pair, noise, strict=True):
            made = ours_inverse.make_inverse_operator(evoked.info, forward, cov)
            stc, residual = ours_inverse.apply_inverse(evoked, made, return_residual=True)
            power = ours_inverse.apply_inverse_cov(cov, evoked.info, made)
            snr, fitted = ours_inverse.estimate_snr(evoked, made)
            results.append((stc.data, residual.data, power.data, snr, fitted))
        for a, b in zip(*results, strict=True):
            close(a, b)

    def test_combined_and_averaged(self, pair, tmp_path):
        theirs, ours = pair
        a, b = (leadfield.combine_evoked([e, e], [1, -0.5]) for e in pair)
        close(a.data, b.data)
        a, b = (leadfield.grand_average([e, e, e]) for e in pair)
        close(a.data, b.data)
        leadfield.write_evokeds(tmp_path / "x-ave.fif", [theirs, ours], verbose=False)
        found = leadfield.read_evokeds(tmp_path / "x-ave.fif", verbose=False)
        assert_same(found[0].value, found[1].value)

    def test_figures(self, pair, noise):
        import matplotlib.pyplot as plt

        drawn = []
        for evoked, cov in zip(pair, noise, strict=True):
            figures = [
                leadfield.viz.plot_evoked(evoked, noise_cov=cov, show=False),
                leadfield.viz.plot_evoked_image(evoked, show=False),
                leadfield.viz.plot_evoked_white(evoked, cov, show=False),
                leadfield.viz.plot_evoked_topomap(evoked, [0.1], ch_type="mag", show=False),
                *leadfield.viz.plot_cov(cov, evoked.info, show=False),
            ]
            drawn.append([lines_of(figure) for figure in figures])
            plt.close("all")
        assert len(drawn[0][0])
        for a, b in zip(*drawn, strict=True):
            assert_same(a, b)

    def test_joint_and_snr_figures(self, pair, noise, forward):
        import matplotlib.pyplot as plt

        drawn = []
        for evoked, cov in zip(pair, noise, strict=True):
            made = ours_inverse.make_inverse_operator(evoked.info, forward, cov)
            with warnings.catch_warnings():
                warnings.filterwarnings("ignore", "no lambda2")
                snr = leadfield.viz.plot_snr_estimate(evoked, made, show=False)
            joint = leadfield.viz.plot_evoked_joint(evoked, [0.1], picks="mag", show=False)
            drawn.append([lines_of(snr), lines_of(joint)])
            plt.close("all")
        assert len(drawn[0][0])
        assert_same(*drawn)

    def test_projectors_and_covariances_are_written(self, pair, noise, tmp_path):
        theirs, ours = pair
        for name, evoked, cov in (("a", theirs, noise[0]), ("b", ours, noise[1])):
            leadfield.write_proj(tmp_path / f"{name}-proj.fif", evoked.info["projs"])
            leadfield.write_cov(tmp_path / f"{name}-cov.fif", cov)
        for kind in ("proj", "cov"):
            a, b = ((tmp_path / f"{name}-{kind}.fif").read_bytes() for name in "ab")
            assert len(a) == len(b)
        one, other = (leadfield.read_cov(tmp_path / f"{name}-cov.fif").value for name in "ab")
        assert_same(one, other)


def lines_of(figure):
    """What a figure shows as lines."""
    return [line.get_ydata() for axes in figure.axes for line in axes.lines]


def test_transforms_are_taken(shared, tmp_path):
    path = shared / "sample_audvis_trunc-trans.fif"
    leadfield.write_trans(tmp_path / "x-trans.fif", mne.read_trans(path))
    found, expected = leadfield.read_trans(tmp_path / "x-trans.fif"), leadfield.read_trans(path)
    assert_same(found.value, expected.value)


class TestJoining:
    @pytest.fixture
    def pair(self, shared):
        return their_raw(shared / SSS), our_raw(shared / SSS)

    def test_recordings(self, pair):
        found, expected = (leadfield.concatenate_raws([raw, raw.copy()]) for raw in pair)
        np.testing.assert_array_equal(found.get_data(), expected.get_data())
        assert found.annotations == expected.annotations

    def test_epochs(self, pair):
        options = {"duration": 0.2, "preload": True}
        found, expected = (leadfield.make_fixed_length_epochs(raw, **options) for raw in pair)
        np.testing.assert_array_equal(found.get_data(), expected.get_data())
        theirs = mne.make_fixed_length_epochs(pair[0], verbose="ERROR", **options)
        joined = leadfield.concatenate_epochs([theirs, found])
        assert len(joined) == 2 * len(found)
        half = len(found)
        close(joined.get_data()[:half], joined.get_data()[half:])

    def test_the_same_channels(self, pair):
        fewer = mne.pick_info(pair[0].info, [4, 2, 7])
        found = leadfield.equalize_channels([fewer, pair[0].copy(), pair[1]])
        names = fewer.ch_names
        assert [one.ch_names for one in found] == [names] * 3
        assert isinstance(found[1], mne.io.BaseRaw)
        with pytest.raises(ArgumentTypeError, match="MNE-Python's Info"):
            leadfield.equalize_channels([fewer, pair[1]], copy=False)


class TestChannelsAndReference:
    @pytest.fixture(params=["raw", "epochs", "evoked"])
    def pair(self, request, shared):
        theirs = their_raw(shared / SSS, preload=True).pick("eeg")
        if request.param == "raw":
            return theirs, our_raw(shared / SSS).load_data().pick("eeg")
        options = {"duration": 0.2, "preload": True, "proj": False}
        epochs = (
            mne.make_fixed_length_epochs(theirs, verbose="ERROR", **options),
            leadfield.make_fixed_length_epochs(theirs, **options),
        )
        return tuple(one.average() for one in epochs) if request.param == "evoked" else epochs

    def test_channels_are_added_to_ours(self, pair):
        theirs, ours = pair
        names = ours.ch_names[:3]
        few, rest = theirs.copy().pick(names), ours.copy().drop_channels(names)
        expected = rest.copy().add_channels([ours.copy().pick(names)])
        found = rest.add_channels([few])
        assert found.ch_names == expected.ch_names
        close(found.get_data(), expected.get_data())
        with pytest.raises(ArgumentTypeError, match='got "MNE-Python\'s Info"'):
            found.add_channels([few.info])

    def test_reference_is_set(self, pair):
        before = pair[0].get_data().copy()
        (found, signal), (expected, other) = map(leadfield.set_eeg_reference, pair)
        assert type(found) is type(expected)
        close(found.get_data(), expected.get_data())
        close(signal, other)
        np.testing.assert_array_equal(pair[0].get_data(), before)

    def test_reference_electrodes_are_added(self, pair):
        found, expected = (leadfield.add_reference_channels(one, "REF") for one in pair)
        assert found.ch_names[-1] == "REF"
        close(found.get_data(), expected.get_data())

    def test_reference_is_not_set_in_place(self, pair):
        with pytest.raises(InputError, match="copy must be True for MNE-Python's"):
            leadfield.set_eeg_reference(pair[0], copy=False)

    @pytest.mark.filterwarnings("ignore:the data have an average reference projection already")
    def test_samples_are_the_copy_s_own(self, pair):
        found, _ = leadfield.set_eeg_reference(pair[0], projection=True)
        before = found.get_data().copy()
        (pair[0].data if hasattr(pair[0], "data") else pair[0]._data)[:] = 0
        np.testing.assert_array_equal(found.get_data(), before)
        assert before.any()


class TestWrongKinds:
    @pytest.fixture
    def dipole(self):
        info = mne.create_info(1, 100.0, "dipole")
        return mne.DipoleFixed(info, np.zeros((1, 3)), np.arange(3) / 100, 1, 1, "")

    def test_are_named(self, dipole):
        refused = {
            "raw must be a Raw": lambda: leadfield.find_events(dipole),
            "evoked must be an Evoked": lambda: as_evoked(dipole),
            "epochs must be Epochs": lambda: as_epochs(dipole),
            "a noise covariance must be": lambda: as_covariance(dipole),
            "inst must be a Raw": lambda: leadfield.compute_rank(dipole),
            "inst must be Epochs": lambda: leadfield.compute_covariance(dipole),
        }
        for message, call in refused.items():
            with pytest.raises(ArgumentTypeError, match=f"{message}.*MNE-Python's DipoleFixed"):
                call()


def assert_same_info(found, expected):
    """Two Infos of MNE-Python's say the same, key by key."""
    assert set(found) - {"maxshield"} == set(expected) - {"maxshield"}
    assert bool(found.get("maxshield")) == bool(expected.get("maxshield"))
    # A file that is written gets an identity of its own.
    for key in set(expected) - {"file_id", "meas_id", "maxshield"}:
        a, b = found[key], expected[key]
        if key == "comps":  # weights for calibrated data, whatever they were in the file
            a, b = ([(c["kind"], c["ctfkind"], c["data"]) for c in comps] for comps in (a, b))
        difference = mne.utils.object_diff(a, b, allclose=True)
        assert not difference, (key, difference)
    for a, b in zip(found["chs"], expected["chs"], strict=True):
        np.testing.assert_array_equal(a["loc"], b["loc"])
        assert (a["cal"], a["range"]) == (b["cal"], b["range"])


@pytest.mark.parametrize("name", RAWS)
class TestRecordingsGoBack:
    def test_as_what_mne_python_reads(self, name, shared):
        made, expected = our_raw(shared / name).to_mne(), their_raw(shared / name)
        assert_same_info(made.info, expected.info)
        close(made.get_data(), expected.get_data())
        assert (made.first_samp, made.last_samp) == (expected.first_samp, expected.last_samp)
        assert made.orig_format == expected.orig_format
        assert made.filenames == expected.filenames
        np.testing.assert_array_equal(made.annotations.onset, expected.annotations.onset)

    def test_and_come_again_as_they_were(self, name, shared):
        value = our_raw(shared / name).value
        again = as_recording(our_raw(shared / name).to_mne())
        assert_same(again, value)
        np.testing.assert_array_equal(
            again.values(0, value.n_samples), value.values(0, value.n_samples)
        )

    def test_from_mne_python_and_back(self, name, shared):
        theirs = their_raw(shared / name)
        back = leadfield.io.Raw(as_recording(theirs)).to_mne()
        assert_same(as_recording(back), as_recording(theirs))
        np.testing.assert_array_equal(back.get_data(), theirs.get_data())


@pytest.mark.parametrize("dated", [True, False])
def test_annotations_stay_at_their_samples(dated, shared):
    theirs = their_raw(shared / SSS)
    if not dated:
        theirs.set_meas_date(None)
    theirs.set_annotations(mne.Annotations([0.1, 0.4], [0.05, 0.2], ["BAD_x", "tone"]))
    back = leadfield.io.Raw(as_recording(theirs)).to_mne()
    np.testing.assert_allclose(back.annotations.onset, theirs.annotations.onset, atol=1e-12)
    np.testing.assert_array_equal(back.annotations.duration, theirs.annotations.duration)
    assert back.annotations.orig_time == theirs.annotations.orig_time
    assert list(back.annotations.description) == list(theirs.annotations.description)


def test_annotations_go_back():
    ours = leadfield.Annotations(
        [0.5, 2.0], [0.1, 0], ["BAD_x", "tone"], "2002-12-03 19:01:10", [["MEG 0113"], []]
    )
    made = ours.to_mne()
    assert isinstance(made, mne.Annotations)
    again = leadfield.Annotations([], [], [], "2002-12-03 19:01:10") + made
    assert again == ours


def test_transforms_go_back(shared):
    path = shared / "sample_audvis_trunc-trans.fif"
    assert leadfield.read_trans(path).to_mne() == mne.read_trans(path)


def test_projectors_go_back(shared):
    path = shared / "test-proj.fif"
    found = [one.to_mne() for one in leadfield.read_proj(path)]
    expected = mne.read_proj(path, verbose="ERROR")
    assert len(found) == len(expected)
    for a, b in zip(found, expected, strict=True):
        assert type(a) is mne.Projection
        assert not mne.utils.object_diff(dict(a), dict(b))


@pytest.mark.parametrize("diagonal", [False, True])
def test_covariances_go_back(diagonal, shared):
    path = shared / "sample_audvis-cov.fif"
    ours, theirs = leadfield.read_cov(path), mne.read_cov(path, verbose="ERROR")
    if diagonal:
        ours, theirs = ours.as_diag(), theirs.as_diag()
    made = ours.to_mne()
    for key in set(theirs) - {"eig", "eigvec"}:
        assert not mne.utils.object_diff(made[key], theirs[key]), key
    assert_same(as_covariance(made).value, ours.value)
    made["data"][0] = 3  # an array of its own


def test_the_estimator_of_a_covariance_goes_along(shared):
    evoked = leadfield.read_evokeds(shared / "test-ave.fif.gz", 0, verbose=False).pick("eeg")
    noise = leadfield.compute_covariance(
        evoked.crop(None, 0.1).apply_baseline((None, 0)),
        method=["shrunk", "empirical"],
        on_few_samples="ignore",
    )
    made = noise.to_mne()
    assert made["method"] == noise["method"]
    assert made["loglik"] == noise["loglik"] < 0
    assert_same(as_covariance(made).value, noise.value)


@pytest.mark.parametrize("name", AVERAGES)
def test_responses_go_back(name, shared):
    ours = leadfield.read_evokeds(shared / name, verbose=False)
    theirs = mne.read_evokeds(shared / name, verbose="ERROR")
    for one, expected in zip(ours, theirs, strict=True):
        made = one.to_mne()
        assert_same_info(made.info, expected.info)
        close(made.data, expected.data)
        np.testing.assert_array_equal(made.times, expected.times)
        for key in ("nave", "kind", "comment", "baseline", "first", "last"):
            assert getattr(made, key) == getattr(expected, key), key
        assert_same(as_evoked(made), one.value)
        made.data[0] = 0  # samples of its own
        assert one.data[0].any()


def test_a_response_between_samples_goes_back(shared):
    evoked = leadfield.read_evokeds(shared / "level2_raw-ave.fif", 0, verbose=False)
    evoked.shift_time(0.4 / evoked.info["sfreq"]).apply_baseline((None, None))
    made = evoked.to_mne()
    np.testing.assert_allclose(made.times, evoked.times, rtol=0, atol=1e-12)
    assert made.baseline == evoked.baseline
    assert_same(as_evoked(made), evoked.value)


@pytest.mark.parametrize("proj", [True, False, "delayed"])
def test_epochs_go_back(proj, shared):
    raw = our_raw(shared / EMPTY_ROOM)
    events = leadfield.make_fixed_length_events(raw, duration=0.02)
    options = {"tmin": 0.0, "tmax": 0.015, "baseline": (None, 0.005), "proj": proj}
    samples = leadfield.Epochs(raw, events, {"tick": 1}, **options).get_data("grad")
    reject = {"grad": float(np.median(np.ptp(samples, axis=2).max(axis=1)))}
    ours = leadfield.Epochs(raw, events, {"tick": 1}, reject=reject, **options)
    made = ours.to_mne()
    assert isinstance(made, mne.EpochsArray)
    assert 0 < len(made) < len(events)
    np.testing.assert_array_equal(made.get_data(), ours.get_data())
    assert made.reject == reject
    assert made.baseline == ours.baseline
    again = as_epochs(made).value
    expected = ours.load_data().value
    for name in ("info", "event_selection", "times", "baseline", "rejection", "recording_rate"):
        assert_same(getattr(again, name), getattr(expected, name), name)
    assert again.projection_delayed == expected.projection_delayed
    if proj == "delayed":
        close(again.unapplied_projection, expected.unapplied_projection)
        close(made.copy().apply_proj().get_data(), ours.copy().apply_proj().get_data())
    close(made.average().data, ours.average().data)


def test_a_rank_that_separation_left_goes_along():
    info = leadfield.create_info(100, 100.0, "mag")
    step = ProcessingStep(creator="other", degrees=69, spatiotemporal=True)
    info.value = dataclasses.replace(info.value, history=(step,))
    assert_same(as_info(info.to_mne()), info.value)


def test_names_and_numbers_that_files_cannot_hold_go_along():
    names = ["an electrode with a long name", "another electrode with a long name"]
    info = leadfield.create_info(names, 1000 / 3, "eeg")
    info["bads"], info["description"] = names[1:], "straße 中"
    assert_same(as_info(info.to_mne()), info.value)


def test_without_mne_python_its_install_line_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "mne", None)
    with pytest.raises(MissingPackageError, match="pip install mne"):
        leadfield.CoordinateTransform("head", "mri").to_mne()


def test_subject_device_and_project_are_taken_and_go_back():
    theirs = mne.create_info(2, 100.0, "eeg")
    subject = {"id": 7, "his_id": "sub-07", "last_name": "Nguyễn", "first_name": "Zoë"}
    subject |= {"birthday": dt.date(1984, 2, 29), "sex": 2, "hand": 1}
    subject |= {"weight": 61.5, "height": 1.75}
    theirs["subject_info"] = subject
    theirs["device_info"] = {"type": "EEG", "model": "x", "serial": "12", "site": "here"}
    with theirs._unlock():
        theirs["proj_id"], theirs["proj_name"] = 3, "oddball"
        theirs["utc_offset"] = "+01:00"
    ours = leadfield.Info(as_info(theirs))
    back = ours.to_mne()
    for key in ("subject_info", "device_info"):
        assert dict(ours[key]) == dict(back[key]) == dict(theirs[key])
    for key in ("proj_id", "proj_name", "utc_offset"):
        assert ours[key] == back[key] == theirs[key]
    assert not as_info(mne.create_info(2, 100.0, "eeg")).opaque_blocks
