"""Epochs cut from a recording: events, annotations, options."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.api.epochs.epochs import Epochs
from leadfield.api.epochs.epochs_array import EpochsArray
from leadfield.api.recording.info import create_info
from leadfield.api.recording.raw import Raw
from leadfield.base.errors import (
    ArgumentTypeError,
    ChannelError,
    DataError,
    InputError,
)
from leadfield.recording.annotation import Annotation


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"metadata": [1]}, ArgumentTypeError),
        ({"proj": "later"}, InputError),
        ({"proj": 1}, InputError),
        ({"tmin": 0.5, "tmax": -0.2}, InputError),
        ({"baseline": (-0.5, 0)}, InputError),
        ({"reject": {"grad": 1e-12}}, ChannelError),
        ({"picks": "grad"}, ChannelError),
        ({"reject_tmin": "early"}, ArgumentTypeError),
        ({"reject": {"eog": None}}, ArgumentTypeError),
        ({"tmin": None}, ArgumentTypeError),
        ({"tmin": -9e9, "tmax": 9e9}, InputError),
        ({"detrend": 2}, InputError),
        ({"decim": 0}, InputError),
        ({"event_repeated": "keep"}, InputError),
        ({"on_missing": "cry", "event_id": 9}, InputError),
        ({"event_id": 9}, InputError),
        ({"events": [[1.5, 0, 1]]}, ArgumentTypeError),
        ({"events": np.empty((0, 3), int)}, DataError),
        ({"raw": "raw.fif"}, ArgumentTypeError),
    ],
)
def test_options_that_mean_nothing_are_refused(raw, events, options, error):
    given = {"raw": raw, "events": events} | options
    with pytest.raises(error):
        Epochs(**given)


def test_without_events_there_must_be_annotations(raw):
    with pytest.raises(DataError, match="no annotations"):
        Epochs(raw)


def test_descriptions_choose_among_annotations(recording):
    spans = [Annotation(onset=2.0 + i, duration=0, description="ab"[i % 2]) for i in range(5)]
    recording = replace(recording, annotations=tuple(spans))
    assert len(Epochs(Raw(recording), event_id="a").events) == 3
    assert Epochs(Raw(recording), event_id=["a", "b"]).event_id == {"a": 1, "b": 2}
    assert len(Epochs(Raw(recording), event_id={"b": 2}).events) == 2
    with pytest.raises(InputError, match="must name annotations"):
        Epochs(Raw(recording), event_id="c")


def test_projected_recordings_stay_projected(recording, events):
    raw = Raw(recording)
    raw.set_eeg_reference(projection=True).apply_proj()
    epochs = Epochs(raw, events, proj=False)
    assert epochs.proj
    np.testing.assert_allclose(epochs.get_data("eeg").mean(axis=1), 0, atol=1e-18)


def test_two_names_of_one_code_are_refused_as_samples_would_count_twice(recording, events):
    raw = Raw(recording)
    with pytest.raises(InputError, match="'a', 'b' for 1"):
        Epochs(raw, events, {"a": 1, "b": 1})
    with pytest.raises(InputError, match="'a', 'b' for 1"):
        EpochsArray(np.zeros((2, 3, 5)), create_info(3, 100.0, "eeg"), event_id={"a": 1, "b": 1})


def test_names_and_codes_may_be_numpy_s(recording, events):
    raw = Raw(recording)
    epochs = Epochs(raw, events, {np.str_("a"): np.int64(1), "b": np.int32(2)})
    assert len(epochs[np.str_("a")]) == len(epochs["a"])
    assert Epochs(raw, events, np.int64(1)).event_id == {"1": 1}
    assert epochs.average(method=np.str_("mean")).nave == epochs.average().nave


def test_epochs_longer_than_the_recording_are_dropped_with_a_hint_at_the_unit(recording, events):
    with pytest.warns(RuntimeWarning) as told:
        epochs = Epochs(Raw(recording), events, 1, -200.0, 500.0, preload=True)
    assert any("times are in s" in str(one.message) for one in told)
    assert len(epochs) == 0
    assert {reason for log in epochs.drop_log for reason in log} == {"NO_DATA", "IGNORED"}
