"""Raw recordings come back from files, whole or in parts; the old ones stay until then."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import DataError, InputError, OverwriteError
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.reader import FifFile
from leadfield.recording.annotation import Annotation
from leadfield.recording.fif.read_raw import open_raw
from leadfield.recording.fif.write_raw import RawOptions, write_raw
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples


@pytest.fixture
def raw(info):
    """A recording of whole multiples of the calibrations."""
    scales = info.channels.cals * info.channels.ranges
    whole = np.random.default_rng(1).integers(-3000, 3000, (5, 205))
    return RawRecording(
        info=info,
        samples=ArraySamples(whole * scales[:, None]),
        first_sample=40,
        annotations=(Annotation(onset=0.7, duration=0.2, description="a: b"),),
    )


def everything(raw):
    return raw.values(0, raw.n_samples)


@pytest.mark.parametrize("fmt", ["short", "int", "single", "double"])
def test_samples_come_back_in_every_format(fmt, raw, tmp_path):
    write_raw(tmp_path / "x_raw.fif", raw, RawOptions(fmt=fmt, buffer_size=50))
    found = open_raw(tmp_path / "x_raw.fif")
    np.testing.assert_allclose(everything(found), everything(raw), rtol=1e-6)
    assert (found.first_sample, found.sample_format, found.buffer_size) == (40, fmt, 50)


@pytest.mark.parametrize(("fmt", "rtol"), [("single", 1e-6), ("double", 1e-15)])
def test_complex_samples_come_back(fmt, rtol, raw, tmp_path):
    values = everything(raw) * (1 + 2j)
    write_raw(
        tmp_path / "x_raw.fif",
        replace(raw, samples=ArraySamples(values)),
        RawOptions(fmt=fmt, buffer_size=50),
    )
    found = open_raw(tmp_path / "x_raw.fif")
    np.testing.assert_allclose(everything(found), values, rtol=rtol)
    with pytest.raises(DataError, match="complex"):
        found.read(0, 1)


def test_complex_samples_cannot_become_whole_numbers(raw, tmp_path):
    one = replace(raw, samples=ArraySamples(everything(raw) * 1j))
    with pytest.raises(InputError, match="'single' or 'double'"):
        write_raw(tmp_path / "x_raw.fif", one, RawOptions(fmt="int", buffer_size=50))


def test_annotations_come_back(raw, tmp_path):
    write_raw(tmp_path / "x_raw.fif", raw, RawOptions(buffer_size=50))
    (found,) = open_raw(tmp_path / "x_raw.fif").annotations
    assert found.description == "a: b"
    assert (found.onset, found.duration) == pytest.approx((0.7, 0.2), abs=1e-12)


class TestWholeNumbers:
    def test_are_the_nearest(self, raw, tmp_path):
        one = replace(raw, samples=ArraySamples(np.full((5, 10), 7.6)))
        write_raw(tmp_path / "x_raw.fif", one, RawOptions(fmt="int", buffer_size=50))
        found = everything(open_raw(tmp_path / "x_raw.fif"))
        # Steps of 2, 12, 0.5, 0.25 and 1.
        np.testing.assert_allclose(found[:, 0], [8, 12, 7.5, 7.5, 8])

    def test_that_do_not_fit_are_refused(self, raw, tmp_path):
        one = replace(raw, samples=ArraySamples(np.full((5, 10), 1e5)))
        with pytest.raises(DataError, match="16 bits"):
            write_raw(tmp_path / "x_raw.fif", one, RawOptions(fmt="short", buffer_size=50))

    def test_that_leave_nothing_of_a_channel_are_refused(self, raw, tmp_path):
        values = everything(raw)
        values[2] = 0.01
        one = replace(raw, samples=ArraySamples(values))
        with pytest.raises(DataError, match="nothing would be left of 'E1'"):
            write_raw(tmp_path / "x_raw.fif", one, RawOptions(fmt="int", buffer_size=50))
        assert not list(tmp_path.iterdir())


def test_a_last_short_buffer_can_be_left_out(raw, tmp_path):
    options = RawOptions(buffer_size=50, drop_small_buffer=True)
    write_raw(tmp_path / "x_raw.fif", raw, options)
    assert open_raw(tmp_path / "x_raw.fif").n_samples == 200


def test_a_recording_with_active_shielding_stays_marked(raw, tmp_path):
    write_raw(tmp_path / "x_raw.fif", replace(raw, shielded=True), RawOptions(buffer_size=50))
    with FifFile(tmp_path / "x_raw.fif") as fif:
        assert fif.tree.find(Block.IAS_RAW_DATA)


def parts_of(raw, folder, **options):
    """Parts of two buffers each."""
    whole = write_raw(folder / "whole_raw.fif", raw, RawOptions(buffer_size=50))[0]
    size = whole.stat().st_size
    return RawOptions(buffer_size=50, split_size=size - 500 + 2048, **options)


class TestParts:
    def test_are_named_after_the_first(self, raw, tmp_path):
        paths = write_raw(tmp_path / "x_raw.fif", raw, parts_of(raw, tmp_path))
        assert [p.name for p in paths] == ["x_raw.fif", "x_raw-1.fif"]

    def test_may_be_named_as_bids_has_it(self, raw, tmp_path):
        options = parts_of(raw, tmp_path, split_naming="bids")
        paths = write_raw(tmp_path / "x_raw.fif.gz", raw, options)
        assert [p.name for p in paths] == ["x_split-01_raw.fif.gz", "x_split-02_raw.fif.gz"]

    def test_come_back_as_one(self, raw, tmp_path):
        paths = write_raw(tmp_path / "x_raw.fif", raw, parts_of(raw, tmp_path))
        found = open_raw(paths[0])
        np.testing.assert_allclose(everything(found), everything(raw), rtol=1e-6)
        assert found.files == tuple(paths)

    def test_stay_under_their_size(self, raw, tmp_path):
        options = parts_of(raw, tmp_path)
        paths = write_raw(tmp_path / "x_raw.fif", raw, options)
        assert all(p.stat().st_size <= options.split_size for p in paths)

    def test_know_their_first_samples(self, raw, tmp_path):
        paths = write_raw(tmp_path / "x_raw.fif", raw, parts_of(raw, tmp_path))
        first = open_raw(paths[0]).n_samples - open_raw(paths[1]).n_samples
        assert open_raw(paths[1]).first_sample == 40 + first

    def test_too_small_for_a_buffer_are_refused(self, raw, tmp_path):
        with pytest.raises(InputError, match="one buffer"):
            write_raw(tmp_path / "x_raw.fif", raw, RawOptions(buffer_size=50, split_size=1000))

    def test_take_their_places_last_to_first(self, raw, tmp_path, monkeypatch):
        options = parts_of(raw, tmp_path)
        places, move = [], type(tmp_path).replace

        def watched(self, target):
            places.append(target.name)
            return move(self, target)

        monkeypatch.setattr(type(tmp_path), "replace", watched)
        write_raw(tmp_path / "x_raw.fif", raw, options)
        assert places == ["x_raw-1.fif", "x_raw.fif"]

    def test_that_fail_leave_the_old_recording(self, raw, tmp_path):
        options = replace(parts_of(raw, tmp_path), overwrite=True)
        write_raw(tmp_path / "x_raw.fif", raw, options)
        old = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
        values = everything(raw)
        values[2] = 0.01
        wrong = replace(raw, samples=ArraySamples(values))
        with pytest.raises(DataError):
            write_raw(tmp_path / "x_raw.fif", wrong, replace(options, fmt="int"))
        assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == old

    def test_that_are_there_stay_unless_asked(self, raw, tmp_path):
        options = parts_of(raw, tmp_path)
        (tmp_path / "x_raw-1.fif").write_bytes(b"precious")
        with pytest.raises(OverwriteError, match="x_raw-1"):
            write_raw(tmp_path / "x_raw.fif", raw, options)
        assert not (tmp_path / "x_raw.fif").exists()


class TestOverItsOwnFile:
    def test_a_recording_in_the_file_is_refused(self, raw, tmp_path):
        path = tmp_path / "x_raw.fif"
        write_raw(path, raw, RawOptions(buffer_size=50))
        one = open_raw(path)
        with pytest.raises(InputError, match="load them first"):
            write_raw(path, one, RawOptions(buffer_size=50, overwrite=True))

    def test_by_whatever_name(self, raw, tmp_path):
        path, link = tmp_path / "x_raw.fif", tmp_path / "y_raw.fif"
        write_raw(path, raw, RawOptions(buffer_size=50))
        link.symlink_to(path)
        with pytest.raises(InputError, match="load them first"):
            write_raw(link, open_raw(path), RawOptions(buffer_size=50, overwrite=True))

    def test_a_recording_in_memory_is_written(self, raw, tmp_path):
        path = tmp_path / "x_raw.fif"
        write_raw(path, raw, RawOptions(buffer_size=50))
        one = open_raw(path).loaded().cropped(0, 100)
        write_raw(path, one, RawOptions(buffer_size=50, overwrite=True))
        assert open_raw(path).n_samples == 100


def test_the_type_of_the_samples_is_told(raw, tmp_path):
    write_raw(tmp_path / "x_raw.fif", raw, RawOptions(fmt="double", buffer_size=50))
    with FifFile(tmp_path / "x_raw.fif") as fif:
        assert fif.integer(fif.block(Block.MEAS_INFO), Kind.DATA_PACK) == 5
