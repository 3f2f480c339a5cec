"""Split FIF files: names of the files of a long recording, and references between them."""

from pathlib import Path, PureWindowsPath

from leadfield.base.checks import one_of
from leadfield.base.errors import InputError
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.reader import FifFile
from leadfield.fif.writer import Writer

PREVIOUS_FILE, NEXT_FILE = 1, 2
LONGEST_NAME = 255  # bytes that file systems take


def next_split_file(fif: FifFile) -> Path | None:
    """The next part: a file in the same folder, wherever the reference points."""
    for block in fif.tree.find(Block.REF):
        if fif.integer(block, Kind.REF_ROLE, 0) != NEXT_FILE:
            continue
        if block.tag(Kind.REF_FILE_NAME) is not None:
            # Windows' rules know both kinds of slash.
            name = PureWindowsPath(fif.text(block, Kind.REF_FILE_NAME)).name
            if name in {"", ".."} or "\0" in name or len(name.encode()) > LONGEST_NAME:
                raise fif.lacks(block, "the name of the next part")
            return fif.path.with_name(name)
        return _numbered(fif.path, fif.integer(block, Kind.REF_FILE_NUM))
    return None


def _numbered(path: Path, number: int) -> Path:
    """``x_raw-2.fif`` after ``x_raw-1.fif``, ``x_raw-1.fif`` after ``x_raw.fif``."""
    stem, dot, ending = path.name.partition(".fif")
    base, dash, last = stem.rpartition("-")
    if dash and last.isdigit():
        stem = base
    return path.with_name(f"{stem}-{number}{dot}{ending}")


def split_names(name: str, count: int, naming: str) -> list[str]:
    """Names of the parts of what is too long for one file.

    ``x_raw.fif``, ``x_raw-1.fif``, ... or, as BIDS has it, ``x_split-01_raw.fif``, ...
    """
    one_of("split_naming", naming, ["neuromag", "bids"])
    if count == 1:
        return [name]
    stem, dot, ending = name.partition(".fif")
    if naming == "neuromag":
        return [name, *(f"{stem}-{i}{dot}{ending}" for i in range(1, count))]
    base, line, last = stem.rpartition("_")
    if not line:
        msg = f"split_naming='bids' needs a name with an underscore, got {name!r}"
        raise InputError(msg)
    return [f"{base}_split-{i:02}_{last}{dot}{ending}" for i in range(1, count + 1)]


def write_reference(writer: Writer, role: int, name: str, number: int) -> None:
    """Write the name of the part before (``PREVIOUS_FILE``) or after (``NEXT_FILE``)."""
    with writer.block(Block.REF):
        writer.integers(Kind.REF_ROLE, role)
        writer.text(Kind.REF_FILE_NAME, name)
        writer.integers(Kind.REF_FILE_NUM, number)
