"""Joining and cutting recordings and epochs, and tables of channels, equal MNE-Python's."""

import warnings

import numpy as np
import pytest

import leadfield as ours
from leadfield.api.recording.read_raw import read_raw_fif
from leadfield.base.errors import ChannelError, InputError, MismatchError, RepeatedError

mne = pytest.importorskip("mne")


def both(path, preload=False):
    theirs = mne.io.read_raw_fif(path, preload=preload, verbose=False)
    return theirs, read_raw_fif(path, preload=preload, verbose=False)


def parts(raw):
    """Two parts of a recording that do not follow each other."""
    return [raw.copy().crop(0, 12), raw.copy().crop(15, 29)]


def assert_same_annotations(ours, theirs):
    np.testing.assert_allclose(ours.onset, theirs.onset, atol=1e-9)
    np.testing.assert_allclose(ours.duration, theirs.duration, atol=1e-9)
    assert ours.description.tolist() == theirs.description.tolist()


@pytest.fixture(scope="module")
def dated_raw(made_raw, tmp_path_factory):
    """Path of the made-up recording with a date and longer annotations."""
    raw, _ = both(made_raw)
    raw.set_meas_date(1e9)
    raw.set_annotations(mne.Annotations([5.0, 9.0, 12.3], [0.3, 0.1, 2.0], ["BAD", "b", "c"]))
    path = tmp_path_factory.mktemp("dated") / "dated_raw.fif"
    raw.save(path, fmt="double", verbose=False)
    return path


@pytest.mark.parametrize("preload", [None, False, True])
@pytest.mark.parametrize("loaded", [False, True])
def test_joined_recordings_are_equal(made_raw, preload, loaded):
    theirs, mine = (parts(one) for one in both(made_raw, loaded))
    events = [np.array([[320, 0, 1], [900, 0, 2]]), np.array([[3400, 0, 3]])]
    expected, expected_events = mne.concatenate_raws(
        theirs,
        preload=preload if not (loaded and preload is False) else None,
        events_list=[one.copy() for one in events],
        verbose=False,
    )
    found, found_events = ours.concatenate_raws(mine, preload, events, verbose=False)
    assert found is mine[0]
    assert found.preload is bool(preload or (preload is None and loaded))
    np.testing.assert_array_equal(found_events, expected_events)
    np.testing.assert_allclose(found.get_data(), expected.get_data(), rtol=1e-12, atol=0)
    span = {"start": 2300, "stop": 2500}  # over the boundary
    np.testing.assert_allclose(
        found.get_data([3, 1], **span), expected.get_data([3, 1], **span), rtol=1e-12, atol=0
    )
    assert_same_annotations(found.annotations, expected.annotations)
    assert (found.first_samp, found.last_samp) == (expected.first_samp, expected.last_samp)


def test_joined_real_recordings_are_equal(shared):
    theirs, mine = both(shared / "sample_audvis_trunc_raw_sss.fif")
    pairs = [[one.copy().crop(0, 0.5), one.copy().crop(0.6, 0.9)] for one in (theirs, mine)]
    expected = mne.concatenate_raws(pairs[0], verbose=False)
    found = ours.concatenate_raws(pairs[1], verbose=False)
    np.testing.assert_allclose(found.get_data(), expected.get_data(), rtol=1e-10, atol=0)
    assert_same_annotations(found.annotations, expected.annotations)


def test_epochs_over_a_boundary_are_dropped_alike(made_raw):
    theirs, mine = (parts(one) for one in both(made_raw))
    expected, found = mne.concatenate_raws(theirs, verbose=False), ours.concatenate_raws(mine)
    options = {"duration": 0.5, "overlap": 0.1, "proj": False, "verbose": False}
    expected = mne.make_fixed_length_epochs(expected, **options, preload=True)
    found = ours.make_fixed_length_epochs(found, **options)
    assert found.drop_bad().drop_log == expected.drop_log
    assert any("BAD boundary" in log for log in found.drop_log)
    np.testing.assert_allclose(found.get_data(), expected.get_data(copy=False), rtol=1e-12)
    np.testing.assert_array_equal(found.events, expected.events)
    np.testing.assert_allclose(found.times, expected.times)


def test_a_recording_is_appended_alike(made_raw):
    theirs, mine = (parts(one) for one in both(made_raw, preload=True))
    theirs[0].append(theirs[1])
    assert mine[0].append(mine[1]) is None
    np.testing.assert_allclose(mine[0].get_data(), theirs[0].get_data(), rtol=1e-12)
    assert_same_annotations(mine[0].annotations, theirs[0].annotations)


def test_a_joint_of_lazy_recordings_is_read_in_parts(made_raw):
    _, raw = both(made_raw)
    joint = ours.concatenate_raws([raw.copy(), raw.copy(), raw.copy()])
    assert not joint.preload
    n = raw.n_times
    data = joint.get_data(start=n - 5, stop=2 * n + 7)
    np.testing.assert_array_equal(data[:, 5:-7], raw.get_data())
    np.testing.assert_array_equal(data[:, -7:], raw.get_data(stop=7))


def test_recordings_of_other_channels_are_refused(made_raw):
    _, raw = both(made_raw)
    with pytest.raises(MismatchError, match="channels"):
        ours.concatenate_raws([raw.copy(), raw.copy().pick("eeg")])
    with pytest.raises(MismatchError, match="events_list"):
        ours.concatenate_raws([raw, raw.copy()], events_list=[[[1, 0, 1]]])


def test_events_are_concatenated_alike():
    events = [np.array([[5, 0, 1], [30, 0, 2]]), np.array([[210, 0, 1]]), np.array([[60, 0, 3]])]
    spans = [10, 200, 50], [99, 299, 149]
    expected = mne.concatenate_events([one.copy() for one in events], *spans)
    np.testing.assert_array_equal(ours.concatenate_events(events, *spans), expected)


@pytest.mark.parametrize("dated", [False, True])
def test_spans_of_annotations_are_cut_out_alike(made_raw, dated_raw, dated):
    theirs, mine = both(dated_raw if dated else made_raw)
    expected, found = theirs.crop_by_annotations(), mine.crop_by_annotations()
    assert len(found) == len(expected) > 1
    for one, other in zip(found, expected, strict=True):
        assert (one.first_samp, one.n_times) == (other.first_samp, other.n_times)
    one, other = mine.annotations[1:2], theirs.annotations[1:2]
    (found,), (expected,) = mine.crop_by_annotations(one), theirs.crop_by_annotations(other)
    assert (found.first_samp, found.n_times) == (expected.first_samp, expected.n_times)


def test_spans_outside_the_data_are_refused(made_raw):
    _, raw = both(made_raw)
    with pytest.raises(InputError, match="begin in the data"):
        raw.crop_by_annotations(ours.Annotations([1e3], [1.0], "late"))


def test_descriptions_of_channels_are_equal(made_raw, capsys):
    pandas = pytest.importorskip("pandas")
    theirs, mine = both(made_raw)
    expected, found = theirs.describe(data_frame=True), mine.describe(data_frame=True)
    pandas.testing.assert_frame_equal(found, expected, rtol=1e-12, atol=0)
    theirs.describe()
    expected = capsys.readouterr().out.splitlines()
    assert mine.describe() is None
    assert capsys.readouterr().out.splitlines()[1:] == expected[1:]


def test_descriptions_of_real_channels_are_equal(shared, capsys):
    theirs, mine = both(shared / "sample_audvis_trunc_raw_sss.fif")
    theirs.describe()
    expected = capsys.readouterr().out.splitlines()
    mine.describe()
    assert capsys.readouterr().out.splitlines()[1:] == expected[1:]


def epochs_of(module, raw, events, **options):
    options = {"baseline": (None, 0), "proj": False, "verbose": False} | options
    return module.Epochs(raw, events, **options)


def two_sets(module, raw, second=("b", "c"), **options):
    events = module.find_events(raw, "STI 014", verbose=False)
    first = epochs_of(module, raw, events, event_id={"a": 1, "b": 2}, **options)
    second = epochs_of(module, raw, events, event_id={k: ord(k) - 96 for k in second}, **options)
    return first, second


@pytest.mark.parametrize("add_offset", [False, True])
def test_joined_epochs_are_equal(made_raw, add_offset):
    theirs, mine = both(made_raw)
    options = {"reject": {"eeg": 8e-5}, "second": "bc" if add_offset else "cd"}
    # Both say that annotations of epochs are dropped, and what is out of order.
    with pytest.warns(RuntimeWarning, match="Annotations|order"):
        expected = mne.concatenate_epochs(
            two_sets(mne, theirs, **options), add_offset=add_offset, verbose=False
        )
    with pytest.warns(RuntimeWarning, match="annotations of epochs"):
        found = ours.concatenate_epochs(
            two_sets(ours, mine, **options), add_offset=add_offset, verbose=False
        )
    assert 0 < len(found) == len(expected)
    np.testing.assert_array_equal(found.events, expected.events)
    np.testing.assert_array_equal(found.selection, expected.selection)
    assert found.drop_log == expected.drop_log
    assert found.event_id == expected.event_id
    assert found.baseline == expected.baseline
    assert found.preload
    assert found.reject is None
    np.testing.assert_allclose(found.get_data(), expected.get_data(copy=False), rtol=1e-10)
    if not add_offset:
        with pytest.raises(RepeatedError, match="add_offset"):
            ours.concatenate_epochs(two_sets(ours, mine), add_offset=False)
    np.testing.assert_allclose(
        found["b"].average().data, expected["b"].average().data, rtol=1e-10, atol=1e-20
    )


def test_epochs_that_do_not_fit_are_not_joined(made_raw):
    _, raw = both(made_raw)
    first, second = two_sets(ours, raw)
    shorter = two_sets(ours, raw, tmax=0.3)[0]
    with pytest.raises(MismatchError, match="times"):
        ours.concatenate_epochs([first, shorter])
    second.event_id = {"a": 2, "c": 3}
    with pytest.raises(MismatchError, match="event_id"):
        ours.concatenate_epochs([first, second])
    with pytest.raises(MismatchError, match="baseline"):
        ours.concatenate_epochs([first, two_sets(ours, raw, baseline=None)[0]])


def test_samples_of_joined_epochs_stay_whole_numbers_of_32_bits(made_raw):
    theirs, mine = both(made_raw)
    out = []
    for module, raw in ((mne, theirs), (ours, mine)):
        sets = list(two_sets(module, raw, preload=True))
        events = sets[1].events.copy()
        events[:, 0] += 2**31 - 7000
        data = sets[1].get_data()
        tmin = sets[1].tmin
        sets[1] = module.EpochsArray(
            data, sets[1].info, events, tmin, sets[1].event_id, proj=False, verbose=False
        )
        sets[0] = module.EpochsArray(
            sets[0].get_data(),
            sets[0].info,
            sets[0].events,
            tmin,
            sets[0].event_id,
            proj=False,
            verbose=False,
        )
        with pytest.warns((RuntimeWarning, UserWarning)):
            out.append(module.concatenate_epochs(sets, verbose=False).events)
    np.testing.assert_array_equal(out[1], out[0])


@pytest.mark.parametrize("preload", [False, True])
@pytest.mark.parametrize("given", [False, True])
@pytest.mark.parametrize("proj", [False, True])
def test_epochs_without_their_evoked_response_are_equal(made_raw, preload, given, proj):
    out = []
    for module, raw in zip((mne, ours), both(made_raw), strict=True):
        events = module.find_events(raw, "STI 014", verbose=False)
        epochs = epochs_of(module, raw, events, preload=preload, proj=proj)
        epochs.drop_bad()  # MNE-Python fails to subtract from epochs that are too short
        other = epochs_of(module, raw, events, event_id=[2]).average()
        epochs.subtract_evoked(other if given else None)
        out.append(epochs.get_data(picks="all"))
    expected, found = out
    scale = np.abs(expected).max(axis=(0, 2), keepdims=True) + 1e-30
    np.testing.assert_allclose(found / scale, expected / scale, atol=1e-10)


def test_epochs_without_a_response_can_be_decimated_before_they_are_read(made_raw):
    _, raw = both(made_raw)
    events = ours.find_events(raw, "STI 014", verbose=False)
    lazy, loaded = (epochs_of(ours, raw, events, preload=one) for one in (False, True))
    for epochs in (lazy, loaded):
        epochs.subtract_evoked().decimate(2)
    np.testing.assert_allclose(lazy.get_data(), loaded.get_data(), rtol=1e-12, atol=1e-25)


def test_a_response_that_does_not_fit_is_not_subtracted(made_raw):
    _, raw = both(made_raw)
    events = ours.find_events(raw, "STI 014", verbose=False)
    epochs = epochs_of(ours, raw, events)
    with pytest.raises(MismatchError, match="times"):
        epochs.subtract_evoked(epochs.average().crop(0, 0.1))
    with pytest.raises(ChannelError, match="data channels"):
        epochs.subtract_evoked(epochs.average("eeg"))


def test_channels_are_equalized_alike(made_raw):
    out = []
    for module, raw in zip((mne, ours), both(made_raw, preload=True), strict=True):
        events = module.find_events(raw, "STI 014", verbose=False)
        epochs = epochs_of(module, raw, events, preload=True)
        evoked = epochs.average().pick(["EEG 014", "MAG 003", "EEG 013"])
        cov = module.compute_covariance(epochs, rank=None, verbose=False)
        things = [evoked, raw, epochs, cov, raw.info.copy()]
        equal = module.equalize_channels(things, verbose=False)
        assert raw.info["nchan"] == 24
        assert equal[0] is evoked
        out.append([one.ch_names for one in equal])
        module.equalize_channels(things, copy=False, verbose=False)
        assert raw.ch_names == evoked.ch_names
    assert out[1] == out[0]


def test_picked_events_are_equal():
    events = np.array([[10, 0, 1], [20, 1, 2], [30, 0, 3], [40, 3, 0]])
    for options in (
        {},
        {"include": 1},
        {"include": [1, 3], "step": True},
        {"exclude": [1]},
        {"exclude": 1, "step": True},
    ):
        expected = mne.pick_events(events, **options)
        np.testing.assert_array_equal(ours.pick_events(events, **options), expected)


@pytest.mark.parametrize("chunk", [None, 0.05171, 0.10307, 0.3])
@pytest.mark.parametrize("rounded", [False, True])
@pytest.mark.parametrize("regexp", [None, "^(?!BAD)", "BAD"])
def test_events_of_chunks_of_annotations_are_equal(dated_raw, chunk, rounded, regexp):
    theirs, mine = both(dated_raw)
    options = {"chunk_duration": chunk, "use_rounding": rounded, "regexp": regexp}
    expected = mne.events_from_annotations(theirs, **options, verbose=False)
    found = ours.events_from_annotations(mine, **options, verbose=False)
    np.testing.assert_array_equal(found[0], expected[0])
    assert found[1] == expected[1]


def test_chunks_without_a_date_count_from_the_first_sample(made_raw):
    # MNE-Python adds the first sample twice.
    theirs, mine = both(made_raw)
    options = {"chunk_duration": 0.1, "regexp": None, "verbose": False}
    expected, _ = mne.events_from_annotations(theirs, **options)
    found, _ = ours.events_from_annotations(mine, **options)
    np.testing.assert_array_equal(found, expected - [theirs.first_samp, 0, 0])
    assert found[0, 0] == round(mine.annotations.onset[0] * 200)


def test_the_tolerance_of_chunks_is_heeded(dated_raw):
    theirs, mine = both(dated_raw)
    for tol in (1e-8, 0.06):
        options = {"chunk_duration": 0.13, "tol": tol, "regexp": None, "verbose": False}
        expected, _ = mne.events_from_annotations(theirs, **options)
        found, _ = ours.events_from_annotations(mine, **options)
        np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize(
    "event_desc",
    [None, {1: "one", 3: "three"}, [2, 3], lambda n: "odd" if n % 2 else None],
)
def test_annotations_of_events_are_equal(event_desc):
    events = np.array([[110, 0, 1], [120, 0, 2], [130, 0, 3]])
    options = {"event_desc": event_desc, "first_samp": 100, "orig_time": 1e9}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        expected = mne.annotations_from_events(events, 100.0, **options)
    found = ours.annotations_from_events(events, 100.0, **options)
    assert_same_annotations(found, expected)
    assert found.orig_time == expected.orig_time


def test_recordings_of_both_packages_are_joined(made_raw):
    theirs, mine = both(made_raw)
    n = mine.n_times
    joint = ours.concatenate_raws([theirs, mine])
    assert isinstance(joint, ours.io.Raw)
    assert (joint.n_times, theirs.n_times) == (2 * n, n)
    mine.append(theirs)
    assert mine.n_times == 2 * n
    events = ours.find_events(both(made_raw)[1], "STI 014", verbose=False)
    raws = zip((mne, ours), both(made_raw), strict=True)
    epochs = [epochs_of(module, raw, events) for module, raw in raws]
    with pytest.warns(RuntimeWarning, match="annotations of epochs"):
        joined = ours.concatenate_epochs(epochs)
    assert len(joined) == 2 * len(epochs[1])
