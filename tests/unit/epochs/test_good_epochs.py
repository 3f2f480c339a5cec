"""Going through epochs: what is read, when, and what is kept in memory."""

import tracemalloc

import numpy as np
import pytest

from leadfield.base.errors import DataError, StateError
from leadfield.epochs.average import average
from leadfield.epochs.good_epochs import collect_good_epochs, drop_bad
from leadfield.epochs.modify import apply_baseline, load_epochs
from leadfield.epochs.projections import project_out
from leadfield.recording.annotation import Annotation


def test_making_epochs_reads_nothing(cut, recording):
    cut(reject={"eog": 1e-3})
    assert recording.samples.reads == 0


def test_without_limits_bad_epochs_are_found_without_reading(cut, recording):
    kept = drop_bad(cut(tmin=-1.0, tmax=3.0, baseline=None))
    assert recording.samples.reads == 0
    reasons = [log[0] for log in kept.drop_log if log]
    assert reasons == ["TOO_SHORT"]


def test_taking_samples_of_new_epochs_is_one_pass(cut, recording):
    kept, _ = collect_good_epochs(cut(reject={"eog": 6e-4}))
    assert recording.samples.reads == 12
    collect_good_epochs(kept)
    assert recording.samples.reads == 12 + len(kept)


def test_averaging_new_epochs_is_one_pass(cut, recording):
    average(cut(reject={"eog": 6e-4}), by_event_type=True)
    assert recording.samples.reads == 12


def test_averaging_keeps_no_epochs_in_memory(cut):
    epochs = cut(tmin=-0.5, tmax=0.5)
    tracemalloc.start()
    average(epochs)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 * (7 * 101 * 8)  # bytes of one of the 12 epochs


def test_epochs_are_judged_whole_where_only_a_part_is_wanted(cut):
    epochs = cut(reject={"eog": 6e-4})
    kept, data = collect_good_epochs(epochs, channels=np.array([0, 2]), samples=slice(0, 5))
    assert data.shape == (len(drop_bad(epochs)), 2, 5)
    assert kept.drop_log == drop_bad(epochs).drop_log


def test_rejected_epochs_are_counted_in_one_line_by_channel(cut, data, caplog):
    data[5, 400:410] = 2 * np.arange(10)
    data[5, 600:610] = 2 * np.arange(10)
    data[3, 600:610] = 2 * np.arange(10)
    kept = drop_bad(cut(reject={"eog": 1.0, "eeg": 1.0}))
    dropped = sum(map(bool, kept.drop_log))
    lines = [record.getMessage() for record in caplog.records if "reject" in record.getMessage()]
    assert len(lines) == 1
    assert lines[0].startswith(f"{dropped} of 12 epochs rejected: EOG (")


def test_that_no_epoch_was_rejected_is_told(cut, caplog):
    drop_bad(cut(reject={"eog": 0.5}))
    assert "12 epochs, none rejected" in caplog.text


def test_bad_segments_drop_the_epochs_that_meet_them(cut):
    events = cut().events[:, 0] / 100.0
    spans = [
        Annotation(onset=events[0] + 0.52, duration=0.1, description="BAD just after"),
        Annotation(onset=events[2] + 0.49, duration=0.1, description="bad end"),
        Annotation(onset=events[4] - 0.3, duration=0.11, description="Bad start"),
        Annotation(onset=events[6], duration=0.1, description="good"),
    ]
    logs = drop_bad(cut(annotations=tuple(spans))).drop_log
    assert {i: log for i, log in enumerate(logs) if log} == {2: ("bad end",), 4: ("Bad start",)}
    assert not any(drop_bad(cut(annotations=tuple(spans), reject_by_annotation=False)).drop_log)


def test_nan_is_an_error_that_names_channel_and_event(cut, data):
    data[3, 400] = np.nan
    with pytest.raises(DataError, match="in 'E2' at the event at sample 450"):
        average(cut())


def test_nan_in_a_rejected_epoch_does_no_harm(cut, data):
    data[3, 400] = np.nan
    data[5, 400:410] = np.arange(10)
    kept, _ = average(cut(reject={"eog": 1.0}))
    assert kept.drop_log[2] == ("EOG",)


def test_all_rejected_is_an_error_that_counts_the_reasons(cut):
    with pytest.raises(DataError, match="EOG 12 times"):
        average(cut(reject={"eog": 1e-9, "eeg": 1.0}))


def test_dropping_all_is_a_warning_that_counts_the_reasons(cut):
    with pytest.warns(RuntimeWarning, match=r"EOG 12 times, E\d 1"):
        drop_bad(cut(reject={"eog": 1e-9, "eeg": 1e-9}))


def test_loading_and_reading_are_the_same(cut):
    epochs = cut(detrend=1, decim=1)
    np.testing.assert_array_equal(
        collect_good_epochs(load_epochs(epochs))[1], collect_good_epochs(epochs)[1]
    )


def test_a_baseline_cannot_be_put_back_once_loaded(cut):
    with pytest.raises(StateError, match="cannot be put back"):
        apply_baseline(load_epochs(cut()), None)
    assert apply_baseline(cut(), None).baseline is None


def test_projecting_twice_is_projecting_once():
    rng = np.random.default_rng(0)
    basis = np.linalg.qr(rng.standard_normal((9, 3)))[0]
    once = project_out(rng.standard_normal((9, 20)), basis)
    np.testing.assert_allclose(project_out(once, basis), once, atol=1e-14)
    np.testing.assert_allclose(basis.T @ once, 0, atol=1e-14)
