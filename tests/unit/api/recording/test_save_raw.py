"""Saving recordings."""

import numpy as np
import pytest

from leadfield.api.recording.read_raw import read_raw_fif
from leadfield.base.errors import (
    InputError,
    OverwriteError,
)


class TestSaving:
    def test_writes_channels_and_times_asked_for(self, raw, tmp_path, samples):
        raw.save(tmp_path / "x_raw.fif", picks="eeg", tmin=0.2, tmax=0.4, fmt="double")
        found = read_raw_fif(tmp_path / "x_raw.fif")
        np.testing.assert_array_equal(found.get_data(), samples[2:5, 10:21])
        assert found.first_samp == 35

    def test_writes_projected_samples_if_asked(self, raw, tmp_path):
        raw.set_eeg_reference(projection=True)
        raw.save(tmp_path / "x_raw.fif", proj=True)
        found = read_raw_fif(tmp_path / "x_raw.fif")
        assert found.proj
        assert not raw.proj
        np.testing.assert_allclose(found.get_data("eeg").mean(axis=0), 0, atol=1e-7)

    def test_splits_what_is_long(self, raw, tmp_path, samples):
        paths = raw.save(tmp_path / "x_raw.fif", split_size=5500, buffer_size_sec=0.2)
        assert [p.name for p in paths] == ["x_raw.fif", "x_raw-1.fif"]
        np.testing.assert_allclose(read_raw_fif(paths[0]).get_data(), samples, rtol=1e-6)

    def test_leaves_a_file_unless_asked(self, raw, tmp_path):
        raw.save(tmp_path / "x_raw.fif")
        with pytest.raises(OverwriteError):
            raw.save(tmp_path / "x_raw.fif")

    @pytest.mark.parametrize(
        "options",
        [
            {"fmt": "half"},
            {"split_size": "1TB"},
            {"split_size": "xMB"},
            {"split_naming": "other"},
            {"buffer_size_sec": 0},
            {"tmin": 3.0},
        ],
    )
    def test_refuses_what_it_cannot_do(self, options, raw, tmp_path):
        with pytest.raises(InputError):
            raw.save(tmp_path / "x_raw.fif", **options)
        assert not list(tmp_path.iterdir())
