"""A recording of a BIDS data set is read with what its tables say."""

import numpy as np
import pytest

from leadfield.base.errors import DataError, StateError
from leadfield.bids.data_set import open_data_set
from leadfield.bids.recording import head_to_mri, read_bids_events, read_recording
from leadfield.recording.create import create_measurement_info
from leadfield.recording.fif.write_raw import RawOptions, write_raw
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples

MEG = "sub-01/meg/sub-01_task-listen"


@pytest.fixture
def study(write):
    """Makes a data set of one recording of 4 s from sample 100, whose trigger says 3 and 4."""

    def make(**tables):
        root = write({f"{MEG}_{name}": text for name, text in tables.items()})
        info = create_measurement_info(["MEG 001", "STI 014"], 100.0, ["mag", "stim"])
        samples = np.zeros((2, 400))
        samples[1, 50:55], samples[1, 150:155] = 3, 4
        raw = RawRecording(info=info, samples=ArraySamples(samples), first_sample=100)
        (root / "sub-01" / "meg").mkdir(parents=True, exist_ok=True)
        write_raw(root / f"{MEG}_meg.fif", raw, RawOptions(buffer_size=100))
        return open_data_set(root).recordings[0]

    return make


def events(*rows):
    return {"events.tsv": "\n".join(["onset\tduration\ttrial_type", *rows])}


def test_events_are_annotations_on_the_recordings_clock(study):
    raw = read_recording(study(**events("0.5\t0\ta", "1.5\t0.1\tb")))
    assert [(a.onset, a.description) for a in raw.annotations] == [(1.5, "a"), (2.5, "b")]


def test_events_are_samples_on_the_recordings_clock(study):
    files = study(**events("0.5\t0\ta", "1.5\t0.1\tb"))
    found, numbers = read_bids_events(files, read_recording(files))
    assert found.tolist() == [[150, 0, 1], [250, 0, 2]]
    assert numbers == {"a": 1, "b": 2}


def test_without_a_table_triggers_are_the_events(study):
    files = study()
    found, numbers = read_bids_events(files, read_recording(files))
    assert found.tolist() == [[150, 0, 3], [250, 0, 4]]
    assert numbers == {"3": 3, "4": 4}


def test_events_outside_the_recording_are_left_out_and_said(study):
    files = study(**events("0.5\t0\ta", "99\t0\tb"))
    with pytest.warns(RuntimeWarning, match="left out 1 annotation"):
        raw = read_recording(files)
    assert [one.description for one in raw.annotations] == ["a"]


def test_a_table_without_events_in_the_recording_is_an_error(study):
    files = study(**events("99\t0\tb"))
    with pytest.warns(RuntimeWarning):
        raw = read_recording(files)
    with pytest.raises(DataError, match="must have events within the recording"):
        read_bids_events(files, raw)


def test_bads_of_the_table_are_the_recordings(study):
    files = study(**{"channels.tsv": "name\tstatus\nMEG 001\tbad\n"})
    assert read_recording(files).info.bads == ("MEG 001",)


@pytest.mark.parametrize(("given", "found"), [("50", 50.0), ('"n/a"', None), ("true", None)])
def test_the_power_line_is_that_of_the_sidecar(study, given, found):
    files = study(**{"meg.json": f'{{"PowerLineFrequency": {given}}}'})
    assert read_recording(files).info.line_frequency == found


def test_without_a_head_position_is_said_what_gives_one(study):
    files = study()
    with pytest.raises(StateError, match=r"needs a -trans\.fif"):
        head_to_mri(files, read_recording(files))
