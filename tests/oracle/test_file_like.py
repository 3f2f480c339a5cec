"""Recordings are read from open files and bytes in memory, as by MNE-Python."""

import gzip
import io
import logging
import pickle

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import FormatError
from leadfield.io import read_raw_fif

mne = pytest.importorskip("mne")


def assert_same(ours, theirs):
    np.testing.assert_allclose(ours.get_data(), theirs.get_data(), rtol=1e-10)
    assert ours.ch_names == theirs.ch_names
    assert ours.first_samp == theirs.first_samp
    assert ours.annotations.description.tolist() == theirs.annotations.description.tolist()
    assert ours.preload


def test_bytes_are_read_alike(made_raw):
    content = made_raw.read_bytes()
    ours = read_raw_fif(io.BytesIO(content), preload=True, verbose=False)
    assert_same(ours, mne.io.read_raw_fif(io.BytesIO(content), preload=True, verbose=False))
    assert ours.filenames == ()
    assert_same(pickle.loads(pickle.dumps(ours)), ours)


def test_open_files_are_read_alike_and_stay_open(made_raw):
    with made_raw.open("rb") as stream:
        stream.seek(100)
        ours = read_raw_fif(stream, preload=True, verbose=False)
        theirs = mne.io.read_raw_fif(stream, preload=True, verbose=False)
        assert not stream.closed
    assert_same(ours, theirs)
    assert ours.filenames == tuple(theirs.filenames)


def test_packed_bytes_are_unpacked(made_raw, tmp_path):
    packed = gzip.compress(made_raw.read_bytes())
    theirs = mne.io.read_raw_fif(made_raw, verbose=False)
    assert_same(read_raw_fif(io.BytesIO(packed), preload=True, verbose=False), theirs)
    (tmp_path / "x_raw.fif.gz").write_bytes(packed)
    with gzip.open(tmp_path / "x_raw.fif.gz") as stream:
        assert_same(read_raw_fif(stream, preload=True, verbose=False), theirs)


def test_they_must_be_loaded_in_both(made_raw):
    for package in (leadfield, mne):
        with pytest.raises(ValueError, match="preload must"):
            package.io.read_raw_fif(io.BytesIO(made_raw.read_bytes()), verbose=False)


def test_a_split_recording_in_memory_lacks_its_other_parts(tmp_path, monkeypatch):
    info = leadfield.create_info(2, 100.0, "eeg")
    raw = leadfield.io.RawArray(np.random.default_rng(0).standard_normal((2, 900_000)), info)
    first, *_ = raw.save(tmp_path / "x_raw.fif", split_size="4MB", verbose=False)
    monkeypatch.chdir(tmp_path)  # where the other parts are, which are not what was given
    stream = io.BytesIO(first.read_bytes())
    with pytest.raises(FileNotFoundError, match="goes on in"):
        read_raw_fif(stream, preload=True, verbose=False)
    with pytest.warns(RuntimeWarning, match="goes on in"):
        part = read_raw_fif(stream, preload=True, on_split_missing="warn")
    assert 0 < part.n_times < raw.n_times
    with first.open("rb") as opened:
        assert read_raw_fif(opened, preload=True, verbose=False).n_times == raw.n_times


@pytest.mark.parametrize("content", [b"", b"xx", b"\x1f\x8bxx", b"\0" * 100], ids=repr)
def test_other_bytes_are_format_errors(content):
    with pytest.raises(FormatError, match="file-like object"):
        read_raw_fif(io.BytesIO(content), preload=True)


def test_text_and_closed_files_are_refused(made_raw):
    with pytest.raises(TypeError, match='mode "rb"'):
        read_raw_fif(io.StringIO("x"), preload=True)
    stream = made_raw.open("rb")
    stream.close()
    with pytest.raises(RuntimeError, match="is closed"):
        read_raw_fif(stream, preload=True)


def test_verbose_is_heard_by_position(made_raw, caplog):
    for verbose, told in ((False, False), (True, True)):
        caplog.clear()
        with caplog.at_level(logging.DEBUG):
            read_raw_fif(made_raw, False, False, "raise", verbose)
        assert any("Opening" in one.message for one in caplog.records) == told
