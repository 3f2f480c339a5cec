"""File formats that a reader may be given by mistake, known by first bytes and endings."""

import zlib
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from leadfield.base.errors import FormatError

HEAD = 1024  # bytes that are looked at
GZIP = b"\x1f\x8b"
FIF = "FIF"
FREESURFER = "FreeSurfer"
HDF5 = "HDF5"
TEXT = "text"

# What to do with a file of each sort.
IMAGE = "images are for volumes: setup_volume_source_space(mri=...) and stc.plot(bg_img=...)"
HDF5_FILES = (
    "read it with MNE-Python and save what it holds as FIF; estimates and morphs are read by "
    "leadfield.read_source_estimate and read_source_morph"
)
MATLAB = "save what it holds as FIF with MNE-Python, or load it with scipy.io.loadmat"
UNPACK = "unpack it and read the file inside"
SURFACE = "it stands for a subject in subjects_dir; readers of recordings take FIF"


class OtherFormat(NamedTuple):
    """A format: what a file of it is, what to do, and how to know one.

    It starts with one of ``marks`` at byte ``at``, or without any its name ends in one of
    ``endings``; with ``both``, both must hold. Readers of its ``family`` know it themselves.
    """

    name: str
    advice: str
    marks: tuple[bytes, ...] = ()
    at: int = 0
    endings: tuple[str, ...] = ()
    both: bool = False
    family: str = ""

    def matches(self, name: str, head: bytes, *, by_ending: bool) -> bool:
        """Whether a file is of this format, by its first bytes or by its name."""
        marked = any(head.startswith(mark, self.at) for mark in self.marks)
        ended = name.endswith(self.endings)
        if self.both:
            return not by_ending and marked and ended
        return ended if by_ending else marked


def _recording(
    name: str,
    reader: str,
    marks: tuple[bytes, ...] = (),
    *endings: str,
    at: int = 0,
    both: bool = False,
) -> OtherFormat:
    advice = (
        f"read it with mne.io.{reader} of MNE-Python and pass its Raw to leadfield, "
        "or save that as FIF and read the file"
    )
    return OtherFormat(name=name, advice=advice, marks=marks, endings=endings, at=at, both=both)


MAT_FILES = (b"MATLAB 5.0 MAT-file", b"MATLAB 7.3 MAT-file", b"MATLAB 7.0 MAT-file")
VISION = (b"Brain Vision Data Exchange", b"BrainVision Data Exchange")
RIFF = (b"RIFF", b"RF64")
HDF = (b"\x89HDF\r\n\x1a\n",)
# Marks are tried in this order, and only then endings.
FORMATS = (
    _recording("an EDF recording", "read_raw_edf", (b"0       ",), ".edf", ".edf+"),
    _recording("a BDF recording", "read_raw_bdf", (b"\xffBIOSEMI",), ".bdf"),
    _recording("a GDF recording", "read_raw_gdf", (b"GDF ",), ".gdf"),
    _recording("a part of a BrainVision recording", "read_raw_brainvision (its .vhdr)", VISION),
    _recording("an EEGLAB data set", "read_raw_eeglab", MAT_FILES, ".set", both=True),
    _recording("an EEGLAB data set", "read_raw_eeglab", HDF, ".set", both=True),
    _recording("a SNIRF recording", "read_raw_snirf", HDF, ".snirf", both=True),
    _recording("a part of a CTF recording", "read_raw_ctf (its .ds folder)", (b"MEG4",)),
    _recording("a Neuroscan recording", "read_raw_cnt", (b"Version 3.",)),
    _recording("an ANT recording", "read_raw_ant", RIFF, ".cnt", both=True),
    _recording("a Nihon Kohden recording", "read_raw_nihon", (b"EEG-1100", b"EEG-2100")),
    _recording("an EGI recording", "read_raw_egi", (), ".mff", ".egi", ".raw"),
    _recording("a CTF recording", "read_raw_ctf", (), ".ds"),
    _recording("a part of a CTF recording", "read_raw_ctf (its .ds folder)", (), ".meg4", ".res4"),
    _recording("a KIT recording", "read_raw_kit", (), ".sqd", ".con", ".mrk"),
    _recording("a Neuroscan or ANT recording", "read_raw_cnt or read_raw_ant", (), ".cnt"),
    _recording("a Curry recording", "read_raw_curry", (), ".cdt", ".dap", ".cef"),
    _recording("an EEGLAB data set", "read_raw_eeglab (its .set)", (), ".set", ".fdt"),
    _recording(
        "a part of a BrainVision recording",
        "read_raw_brainvision (its .vhdr)",
        (), ".vhdr", ".vmrk", ".eeg",
    ),
    _recording("a Persyst recording", "read_raw_persyst", (), ".lay"),
    _recording("an Eximia recording", "read_raw_eximia", (), ".nxe"),
    _recording("a NIRx recording", "read_raw_nirx", (), ".wl1", ".wl2"),
    _recording("a MEF recording", "read_raw_mef", (), ".mefd"),
    OtherFormat(
        name="a FIF file",
        advice="`leadfield info` tells what it holds, and so which function reads it",
        marks=(bytes.fromhex("000000640000001f00000014"),),
        family=FIF,
    ),
    OtherFormat(
        name="a FreeSurfer surface", advice=SURFACE, marks=(b"\xff\xff\xfe",), family=FREESURFER
    ),
    OtherFormat(
        name="a FreeSurfer overlay", advice=SURFACE, marks=(b"\xff\xff\xff",), family=FREESURFER
    ),
    OtherFormat(
        name="a FreeSurfer label",
        advice="read it with leadfield.read_label",
        marks=(b"#!ascii label", b"#!ascii  label"),
        endings=(".label",),
        family=FREESURFER,
    ),
    OtherFormat(
        name="a FreeSurfer parcellation",
        advice="read it with leadfield.read_labels_from_annot",
        endings=(".annot",),
        family=FREESURFER,
    ),
    OtherFormat(
        name="a source estimate",
        advice="read it with leadfield.read_source_estimate",
        endings=(".stc",),
        family="STC",
    ),
    OtherFormat(
        name="a NIfTI image", advice=IMAGE, marks=(b"n+1\0", b"ni1\0"), at=344, endings=(".nii",)
    ),
    OtherFormat(name="a NIfTI image", advice=IMAGE, marks=(b"n+2\0", b"ni2\0"), at=4),
    OtherFormat(
        name="an MGH image",
        advice=IMAGE,
        marks=(b"\0\0\0\1",),
        endings=(".mgh", ".mgz"),
        both=True,
    ),
    OtherFormat(name="an MGH image", advice=IMAGE, endings=(".mgh", ".mgz")),
    OtherFormat(name="a DICOM image", advice=IMAGE, marks=(b"DICM",), at=128, endings=(".dcm",)),
    OtherFormat(
        name="a GIFTI surface",
        advice="FreeSurfer's mris_convert makes a FreeSurfer surface of it",
        endings=(".gii",),
    ),
    OtherFormat(name="a MATLAB file", advice=MATLAB, marks=MAT_FILES),
    OtherFormat(
        name="an HDF5 file",
        advice=HDF5_FILES,
        marks=HDF,
        endings=(".h5", ".hdf5"),
        family=HDF5,
    ),
    OtherFormat(
        name="an HDF5 file",
        advice=HDF5_FILES,
        marks=HDF,
        at=512,
        family=HDF5,
    ),
    OtherFormat(name="a zip archive", advice=UNPACK, marks=(b"PK\3\4", b"PK\5\6")),
    OtherFormat(name="a tar archive", advice=UNPACK, marks=(b"ustar",), at=257),
    OtherFormat(name="a bzip2 stream", advice=UNPACK, marks=(b"BZh",)),
    OtherFormat(name="an xz stream", advice=UNPACK, marks=(b"\xfd7zXZ\0",)),
    OtherFormat(
        name="a NumPy array",
        advice="load it with numpy.load and make a RawArray, EpochsArray or EvokedArray of it",
        marks=(b"\x93NUMPY",),
    ),
    OtherFormat(
        name="a pointer of Git LFS",
        advice="fetch the file itself with `git lfs pull`",
        marks=(b"version https://git-lfs",),
    ),
    OtherFormat(
        name="a web page",
        advice="the download went wrong: fetch the file again",
        marks=(b"<!DOCTYPE html", b"<!doctype html", b"<html"),
    ),
)  # fmt: skip


def recognised(path: Path, head: bytes, *, family: Collection[str] = ()) -> str | None:
    """What a file is and what to do with it, None if it is of no other format known.

    ``head`` are its first bytes (HEAD of them will do); formats of ``family`` do not count.
    """
    name = path.name.lower()
    if not head:
        return "an empty file: copy or download it again"
    if head.startswith(GZIP):
        return _inside_gzip(path, head)
    counted = [one for one in FORMATS if one.family not in family or not one.family]
    name = name.removesuffix(".gz")
    for by_ending in (False, True):
        for one in counted:
            if one.matches(name, head, by_ending=by_ending):
                return f"{one.name}: {one.advice}"
    if name.startswith(("c,rf", "e,rf")):
        bti = _recording("a 4D (BTi) recording", "read_raw_bti")
        return f"{bti.name}: {bti.advice}"
    if TEXT not in family and _is_text(head[:HEAD]):
        return "a text file: give the file that holds the data"
    return None


def other_format(
    path: Path,
    head: bytes,
    problem: str,
    *,
    family: Collection[str] = (),
    offset: int | None = None,
) -> FormatError:
    """The error for a file that cannot be read, with what it is if it is of another format."""
    what = recognised(path, head, family=family)
    return FormatError(
        path, problem if what is None else f"{problem}; this is {what}", offset=offset
    )


def recognised_folder(path: Path) -> str | None:
    """What a folder is that holds a recording, and what to do with it; None for others."""
    for one in FORMATS:
        if one.endings and path.name.lower().endswith(one.endings):
            return f"{one.name}: {one.advice}"
    return None


def _inside_gzip(path: Path, head: bytes) -> str:
    try:
        inside = zlib.decompressobj(wbits=31).decompress(head, HEAD)
    except zlib.error:
        inside = b""
    what = recognised(path, inside) if inside and not inside.startswith(GZIP) else None
    if what is not None and what.startswith("a FIF file"):
        return "a gzipped FIF file: let its name end in .fif.gz"
    return f"gzipped, and holds {what}" if what else "a gzipped file of some other sort: " + UNPACK


def _is_text(head: bytes) -> bool:
    return all(byte in b"\t\n\r\f" or byte >= 32 for byte in head) and b"\x7f" not in head
