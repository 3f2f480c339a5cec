"""Recordings, events and head positions of BIDS data sets come as users know them."""

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import ArgumentTypeError


@pytest.fixture(scope="module")
def files(study):
    return leadfield.bids.open_data_set(study).recordings[0]


def test_a_recording_comes_with_its_bads_and_annotations(files):
    raw = leadfield.bids.read_raw(files, preload=True)
    assert len(raw.info["bads"]) == 1
    assert set(raw.annotations.description) == {"standard", "deviant"}
    assert raw.preload


def test_events_cut_epochs(files):
    raw = leadfield.bids.read_raw(files)
    events, event_id = leadfield.bids.read_events(files, raw)
    epochs = leadfield.Epochs(raw, events, event_id, verbose="error")
    assert len(epochs["deviant"]) == len(epochs["standard"]) == 92


def test_the_transform_goes_from_head_to_mri(files):
    trans = leadfield.bids.get_head_mri_trans(files, leadfield.bids.read_raw(files))
    assert (trans.from_str, trans.to_str) == ("head", "MRI (surface RAS)")
    np.testing.assert_array_equal(trans["trans"], leadfield.read_trans(files.trans)["trans"])


@pytest.mark.parametrize("wrong", ["sub-01_meg.fif", None])
def test_files_must_be_of_a_data_set(wrong):
    with pytest.raises(ArgumentTypeError, match=r"one of open_data_set\(root\)\.recordings"):
        leadfield.bids.read_raw(wrong)


def test_a_data_set_shows_itself_as_a_table(study):
    data = leadfield.bids.open_data_set(study)
    assert repr(data) == "<BidsDataSet | 3 recordings of 3 subjects, 3 complete>"
    assert str(data) == data.table()
