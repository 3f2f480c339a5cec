"""Dates of measurements are set as MNE-Python does."""

from datetime import UTC, datetime

import numpy as np
import pytest

import leadfield

mne = pytest.importorskip("mne")


@pytest.mark.parametrize(
    "date",
    [datetime(2024, 2, 29, 12, 30, 5, 250000, tzinfo=UTC), 1.25e9, (1_300_000_000, 5), None],
    ids=str,
)
def test_dates_are_set_alike(date, shared, tmp_path):
    path = shared / "sample_audvis_trunc_raw_sss.fif"
    ours = leadfield.io.read_raw_fif(path, verbose=False)
    theirs = mne.io.read_raw_fif(path, verbose=False)
    for one, package in ((ours, leadfield), (theirs, mne)):
        one.set_annotations(package.Annotations([0.25], [0.5], ["a"]))
        held = one.annotations
        one.set_meas_date(date)
        assert held is one.annotations
    ours.save(tmp_path / "x_raw.fif", verbose=False)
    again = mne.io.read_raw_fif(tmp_path / "x_raw.fif", verbose=False)
    for one in (ours, again):
        assert one.info["meas_date"] == theirs.info["meas_date"]
        assert one.annotations.orig_time == theirs.annotations.orig_time
        for key in ("secs", "usecs", "version"):
            assert one.info["meas_id"][key] == theirs.info["meas_id"][key]
        np.testing.assert_array_equal(
            one.info["meas_id"]["machid"], theirs.info["meas_id"]["machid"]
        )
    np.testing.assert_allclose(ours.annotations.onset, theirs.annotations.onset, atol=1e-9)


def test_dates_of_averages_are_set(shared):
    evoked = leadfield.read_evokeds(shared / "test-ave.fif.gz", 0, verbose=False)
    assert evoked.set_meas_date(0).info["meas_date"] == datetime(1970, 1, 1, tzinfo=UTC)
    assert evoked.set_meas_date(None).info["meas_date"] is None


def test_a_date_must_be_one():
    raw = leadfield.io.RawArray(np.zeros((1, 5)), leadfield.create_info(["a"], 10.0))
    with pytest.raises(TypeError, match="meas_date must be a date"):
        raw.set_meas_date([1, 2, 3])
