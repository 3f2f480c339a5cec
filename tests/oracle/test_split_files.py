"""Parts of split files: MNE-Python's are told apart where they can be, and it never mixes ours."""

import shutil

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import FormatError
from leadfield.base.log import log_level

mne = pytest.importorskip("mne")


def recording(value, measurement=None, first_samp=0):
    data = np.full((40, 20_000), value)
    raw = mne.io.RawArray(
        data, mne.create_info(40, 1000.0, "eeg"), first_samp=first_samp, verbose=False
    )
    if measurement is not None:
        with raw.info._unlock():
            raw.info["meas_id"] = {
                "version": 65540,
                "machid": np.array([1, 2], np.int32),
                "secs": 1_700_000_000,
                "usecs": measurement,
            }
    return raw


def save(raw, path):
    paths = raw.save(path, split_size="2MB", buffer_size_sec=1, overwrite=True, verbose=False)
    assert len(paths) > 1
    return paths


def theirs(path):
    raw = mne.io.read_raw_fif(path, verbose=False)
    return sorted(set(raw.get_data()[0].round(6).tolist()))


def mixed(tmp_path, first, second):
    """The first part of a recording with the others of another."""
    (tmp_path / "other").mkdir()
    paths = save(first, tmp_path / "x_raw.fif")
    for path in save(second, tmp_path / "other" / "x_raw.fif")[1:]:
        shutil.copy(path, tmp_path / path.name)
    return paths[0]


class TestPartsOfTheirs:
    def test_of_one_measurement_are_read(self, tmp_path):
        path = save(recording(1.0, measurement=5), tmp_path / "x_raw.fif")[0]
        assert leadfield.io.read_raw_fif(path).n_times == 20_000

    def test_of_another_measurement_are_refused(self, tmp_path):
        path = mixed(tmp_path, recording(1.0, measurement=5), recording(2.0, measurement=6))
        assert theirs(path) == [1.0, 2.0]
        with pytest.raises(FormatError, match="part of another recording"):
            leadfield.io.read_raw_fif(path)

    def test_without_a_measurement_that_begin_elsewhere_are_warned_of(self, tmp_path):
        path = mixed(tmp_path, recording(1.0), recording(2.0, first_samp=100))
        with pytest.warns(RuntimeWarning, match="are they of one recording"):
            leadfield.io.read_raw_fif(path)

    def test_do_not_go_with_ours(self, tmp_path):
        source = recording(1.0)
        source.save(tmp_path / "whole_raw.fif", verbose=False)
        own = leadfield.io.read_raw_fif(tmp_path / "whole_raw.fif")
        for number, pair in enumerate([(source, own), (own, source)]):
            folder = tmp_path / str(number)
            folder.mkdir()
            with pytest.raises(FormatError, match="part of another recording"):
                leadfield.io.read_raw_fif(mixed(folder, *pair))


def test_a_killed_replacement_of_ours_is_never_a_mixture_to_them(tmp_path, stop_at, monkeypatch):
    monkeypatch.setattr("os.fsync", lambda _: None)
    raws = []
    for value in (1.0, 2.0):
        recording(value).save(tmp_path / f"{value}_raw.fif", verbose=False)
        raws.append(leadfield.io.read_raw_fif(tmp_path / f"{value}_raw.fif", preload=True))
    old, new = raws
    path, number, missing = tmp_path / "x_raw.fif", 0, 0
    with log_level("error"):
        save(old, path)
        while not stop_at(number, "kill", lambda: save(new, path)):
            if path.exists():
                assert theirs(path) in ([1.0], [2.0])
            else:
                missing += 1
            assert set(leadfield.io.read_raw_fif(path).get_data()[0].round(6)) in ({1.0}, {2.0})
            save(old, path)
            number += 1
    assert missing


def test_epochs_of_ours_in_parts_are_read_by_them_with_their_references(tmp_path):
    raw = recording(1.0)
    events = np.c_[np.arange(500, 19_000, 500), np.zeros(37, int), np.ones(37, int)]
    raw.save(tmp_path / "whole_raw.fif", verbose=False)
    own = leadfield.io.read_raw_fif(tmp_path / "whole_raw.fif")
    epochs = leadfield.Epochs(own, events, 1, -0.2, 0.5, baseline=None, preload=True)
    epochs.save(tmp_path / "x-epo.fif", split_size="1MB")
    assert (tmp_path / "x-epo-1.fif").exists()
    found = mne.read_epochs(tmp_path / "x-epo.fif", verbose=False)
    np.testing.assert_allclose(found.get_data(), epochs.get_data(), rtol=1e-6)
