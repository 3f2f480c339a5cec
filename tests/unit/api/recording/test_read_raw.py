"""Opening recordings."""

import pytest

from leadfield.api.recording.read_raw import read_raw, read_raw_fif
from leadfield.base.errors import (
    FormatError,
    InputError,
    MissingFileError,
)


class TestOpening:
    def test_a_missing_file_is_named(self, tmp_path):
        with pytest.raises(MissingFileError, match="gone_raw"):
            read_raw_fif(tmp_path / "gone_raw.fif")

    def test_a_file_of_another_sort_is_refused(self, tmp_path):
        path = tmp_path / "x_raw.fif"
        path.write_text("no FIF at all, but of some length")
        with pytest.raises(FormatError, match="must start with a FILE_ID tag; this is a text file"):
            read_raw_fif(path)

    @pytest.mark.parametrize(
        "options", [{"preload": "memmap"}, {"allow_maxshield": "no"}, {"on_split_missing": "hide"}]
    )
    def test_an_unknown_option_is_refused(self, options, opened):
        with pytest.raises(InputError, match=next(iter(options))):
            read_raw_fif(opened.filenames[0], **options)

    def test_tells_range_and_projections(self, raw, tmp_path, caplog):
        raw.set_eeg_reference(projection=True)
        raw.save(tmp_path / "x_raw.fif")
        caplog.clear()
        read_raw_fif(tmp_path / "x_raw.fif")
        assert "Average EEG reference (1 x 3), idle" in caplog.text
        assert "samples 25 to 124, 0.500 to 2.480 s" in caplog.text
        assert "ready" in caplog.text

    def test_any_known_format_is_known_by_the_ending_of_its_name(self, opened, tmp_path):
        (path,) = opened.filenames
        assert read_raw(path).ch_names == opened.ch_names
        assert read_raw(path, preload=True).preload
        with pytest.raises(MissingFileError, match="nothing_raw"):
            read_raw(tmp_path / "nothing_raw.fif")
