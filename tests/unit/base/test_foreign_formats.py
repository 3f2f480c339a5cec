"""Files of other formats, given to readers by mistake."""

import gzip
import io
import tarfile
import zipfile

import numpy as np
import pytest
import scipy.io

import leadfield
from leadfield.base.errors import FormatError
from leadfield.base.foreign_formats import FORMATS, recognised
from leadfield.freesurfer.annotation import read_annotation
from leadfield.freesurfer.overlay import read_morph
from leadfield.freesurfer.surface import read_surface


def _zip():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a", "b")
    return stream.getvalue()


def _tar():
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        archive.addfile(tarfile.TarInfo("a"))
    return stream.getvalue()


def _mat():
    stream = io.BytesIO()
    scipy.io.savemat(stream, {"EEG": np.eye(2)})
    return stream.getvalue()


def _npy():
    stream = io.BytesIO()
    np.save(stream, np.eye(3))
    return stream.getvalue()


NIFTI = bytes.fromhex("5c010000") + bytes(340) + b"n+1\0" + bytes(100)
MGH = bytes.fromhex("00000001000000040000000400000004") + bytes(300)
EDF = b"0       " + b"X" * 248
FIF_START = bytes.fromhex("000000640000001f0000001400000000") + bytes(40)
HDF = b"\x89HDF\r\n\x1a\n" + bytes(100)

# File name and content, and what must be said.
FILES = {
    "x.edf": (EDF, "EDF recording: read it with mne.io.read_raw_edf"),
    "x.bdf": (b"\xffBIOSEMI" + b" " * 248, "BDF recording"),
    "x.gdf": (b"GDF 2.20" + bytes(248), "GDF recording"),
    "x.vhdr": (b"Brain Vision Data Exchange Header File Version 1.0\n", "BrainVision"),
    "x.vmrk": (b"Brain Vision Data Exchange Marker File, Version 1.0\n", "read_raw_brainvision"),
    "x.eeg": (np.arange(40, dtype="<f4").tobytes(), "read_raw_brainvision"),
    "x.set": (_mat(), "EEGLAB data set"),
    "x73.set": (b"MATLAB 7.3 MAT-file, Platform" + bytes(600), "EEGLAB data set"),
    "x.fdt": (np.arange(40, dtype="<f4").tobytes(), "EEGLAB data set"),
    "x.meg4": (b"MEG41CP\0" + bytes(40), "CTF recording"),
    "x.sqd": (bytes(range(200)), "KIT recording"),
    "c,rfDC": (bytes(range(200)), "4D (BTi) recording"),
    "x.mff": (b"\0\1", "EGI recording"),
    "x.cnt": (b"Version 3.0\0" + bytes(40), "Neuroscan recording"),
    "x.nii": (NIFTI, "NIfTI image"),
    "x.nii.gz": (gzip.compress(NIFTI), "NIfTI image"),
    "x.mgz": (gzip.compress(MGH), "MGH image"),
    "x.mat": (_mat(), "MATLAB file"),
    "x.h5": (HDF, "HDF5 file"),
    "x.zip": (_zip(), "zip archive"),
    "x.tar": (_tar(), "tar archive"),
    "x.npy": (_npy(), "NumPy array"),
    "x.txt": (b"time value\n1 2\n", "text file"),
    "x.html": (b"<!DOCTYPE html><html>404", "web page"),
    "lfs.fif": (b"version https://git-lfs.github.com/spec/v1\noid", "Git LFS"),
    "empty.fif": (b"", "empty file"),
}


@pytest.fixture
def given(tmp_path):
    """Function that writes a file of that name."""

    def write(name, content=None):
        path = tmp_path / name
        path.write_bytes(FILES[name][0] if content is None else content)
        return path

    return write


FIF_READERS = {
    "raw": leadfield.io.read_raw_fif,
    "evokeds": leadfield.read_evokeds,
    "epochs": leadfield.read_epochs,
    "forward": leadfield.read_forward_solution,
    "inverse": leadfield.minimum_norm.read_inverse_operator,
    "covariance": leadfield.read_cov,
    "sources": leadfield.read_source_spaces,
    "info": leadfield.io.read_info,
}


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("name", FILES)
def test_a_reader_of_fif_says_what_it_was_given(given, name):
    path = given(name)
    with pytest.raises(FormatError) as caught:
        leadfield.read_cov(path)
    assert f"{FILES[name][1]}" in str(caught.value)
    assert "FILE_ID" in str(caught.value)


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("reader", FIF_READERS.values(), ids=FIF_READERS)
def test_every_reader_of_fif_does(given, reader):
    with pytest.raises(FormatError, match="this is an EDF recording"):
        reader(given("x.edf"))


@pytest.mark.parametrize("name", [name for name in FILES if not name.endswith(".fif")])
def test_read_raw_says_so_by_name_and_content(given, name):
    with pytest.raises(FormatError, match="leadfield reads recordings in FIF; this is"):
        leadfield.io.read_raw(given(name))


@pytest.mark.parametrize(
    "reader", [read_surface, read_morph, read_annotation, leadfield.read_label]
)
@pytest.mark.parametrize("name", ["x.nii", "x.h5", "x.mgz", "x.fif"])
def test_readers_of_freesurfer_files_do_so_too(given, reader, name):
    path = given(name, FIF_START if name == "x.fif" else None)
    if reader is leadfield.read_label:
        path = path.rename(path.with_name(f"lh.{name}"))
    with pytest.raises(
        FormatError, match=r"; this is (a|an|gzipped, and holds an) (NI|HDF|MGH|FIF)"
    ):
        reader(path)


def test_a_damaged_file_of_the_right_sort_is_not_called_something_else(given):
    path = given("lh.label", b"#!ascii label\n3\n1 2 3\n")
    with pytest.raises(FormatError, match=r"3 vertices need 15 numbers, got 3$"):
        leadfield.read_label(path)


def test_an_estimate_of_another_format_is_named(given):
    with pytest.raises(FormatError, match="this is a NIfTI"):
        leadfield.read_source_estimate(given("x.nii"))
    given("a-rh.stc", FIF_START)
    with pytest.raises(FormatError, match="this is a FIF file"):
        leadfield.read_source_estimate(given("a-lh.stc", FIF_START).with_name("a"))


def test_events_of_another_format_are_named(given):
    with pytest.raises(FormatError, match="this is an EDF recording"):
        leadfield.read_events(given("x.edf"))


@pytest.mark.parametrize(("name", "what"), [("x.ds", "read_raw_ctf"), ("x.mff", "read_raw_egi")])
def test_a_recording_that_is_a_folder_is_named(tmp_path, name, what):
    (tmp_path / name).mkdir()
    for reader in (leadfield.io.read_raw, leadfield.io.read_raw_fif):
        with pytest.raises(FormatError, match=what):
            reader(tmp_path / name)


@pytest.mark.parametrize("content", [EDF, b"some text"])
def test_a_gz_that_is_not_gzipped_is_named(given, content):
    with pytest.raises(FormatError, match="must be gzipped; this is a"):
        leadfield.io.read_raw_fif(given("x_raw.fif.gz", content))


def test_a_gzipped_fif_needs_its_ending(given):
    path = given("x_raw.fif", gzip.compress(FIF_START))
    with pytest.raises(FormatError, match=r"a gzipped FIF file: let its name end in .fif.gz"):
        leadfield.io.read_raw_fif(path)


def test_what_is_not_known_is_not_named(given):
    path = given("x.fif", bytes(range(1, 200)))
    with pytest.raises(FormatError, match=r"FILE_ID tag$"):
        leadfield.io.read_raw_fif(path)


def test_every_format_can_be_known():
    assert all(one.marks or one.endings for one in FORMATS)


def test_real_files_are_what_they_are(shared):
    said = {
        path.name: recognised(path, path.read_bytes()[:1024]) or ""
        for path in shared.iterdir()
        if path.is_file()
    }
    assert all(what.startswith("a FIF file") for n, what in said.items() if n.endswith(".fif"))
    assert "MGH image" in said["fsaverage-aseg.mgz"]
    assert said["test-lh.label"].startswith("a FreeSurfer label")
    assert said["sample_audvis_trunc-meg-lh.stc"].startswith("a source estimate")
