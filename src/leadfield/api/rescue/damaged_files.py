"""What is wrong with a file, and what can be saved of it: ``check_file``, ``repair_file``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, final

from leadfield.base.front_door import public
from leadfield.rescue.check import check_file as check
from leadfield.rescue.repair import repair_file as repair

if TYPE_CHECKING:
    from leadfield.base.problem import Problem
    from leadfield.rescue.report import CheckedFile, RepairedFile


@public("leadfield.io")
@final
class FileReport:
    """What a file holds and what is wrong with it, as :func:`check_file` returns it.

    Parameters
    ----------
    value : CheckedFile
        The report as a frozen value.

    See Also
    --------
    check_file : Makes it.
    """

    def __init__(self, value: CheckedFile) -> None:
        self.value = value

    @property
    def file(self) -> Path:
        """The file."""
        return self.value.file

    @property
    def contents(self) -> tuple[str, ...]:
        """What it holds, such as ``"raw samples"``."""
        return self.value.contents

    @property
    def status(self) -> int:
        """0 if it is sound, 1 if it can be read with losses, 2 if it cannot be read as it is."""
        return self.value.status

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems: ``severity`` (error, warning, note), ``text``, ``offset``, ``tag``."""
        return self.value.problems

    @property
    def parts(self) -> tuple[FileReport, ...]:
        """Reports on the parts that it goes on in."""
        return tuple(map(FileReport, self.value.parts))

    def __str__(self) -> str:
        return self.value.text()

    def __repr__(self) -> str:
        return f"<FileReport | {self.file.name}, {self.value.verdict}>"

    def to_dict(self) -> dict[str, Any]:
        """Return the report as dictionaries and lists, ready for JSON.

        Returns
        -------
        report : dict
            ``file``, ``status``, ``verdict``, ``contents``, ``problems`` and ``parts``.
        """
        return self.value.to_dict()


@public("leadfield.io")
@final
class RepairReport:
    """What was saved of a damaged file, as :func:`repair_file` returns it.

    Parameters
    ----------
    value : RepairedFile
        The report as a frozen value.

    See Also
    --------
    repair_file : Makes it.
    """

    def __init__(self, value: RepairedFile) -> None:
        self.value = value

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that were written: one a part."""
        return self.value.files

    @property
    def kept(self) -> tuple[str, ...]:
        """What is in them, in words."""
        return self.value.kept

    @property
    def lost(self) -> tuple[str, ...]:
        """What was lost, in words; empty if nothing was."""
        return self.value.lost

    def __str__(self) -> str:
        return self.value.text()

    def __repr__(self) -> str:
        return f"<RepairReport | {self.files[0].name}, {len(self.lost)} losses>"


@public("leadfield.io")
def check_file(fname: str | Path) -> FileReport:
    """List all that is wrong with a file of any kind that leadfield reads.

    Readers stop at the first damage, this goes on behind it: through tags, the directory and the
    nesting of blocks of a FIF file, and through what readers make of them. A part that a
    recording or epochs go on in is checked, too.

    Parameters
    ----------
    fname : path-like
        The file: FIF of any kind, ``.stc``, ``.w``, ``.label``, ``.annot``, a surface or overlay
        of FreeSurfer's, events or annotations as text, a morph.

    Returns
    -------
    report : FileReport
        Its problems and its verdict; ``print`` shows it.

    Raises
    ------
    MissingFileError
        If the file does not exist.

    See Also
    --------
    repair_file : Write a clean file with what is whole.

    Examples
    --------
    >>> from pathlib import Path
    >>> from leadfield.io import check_file
    >>> (fname,) = raw.save("tone_raw.fif")
    >>> check_file(fname).status
    0
    >>> _ = Path("cut_raw.fif").write_bytes(Path(fname).read_bytes()[:-9000])
    >>> check_file("cut_raw.fif").problems[-1].text
    'at least 59 samples (0.590 s) at its end are lost: it was cut short'
    """
    return FileReport(check(fname))


@public("leadfield.io")
def repair_file(fname: str | Path, out: str | Path, overwrite: bool = False) -> RepairReport:
    """Write a clean file with all that is whole in a damaged one, which stays as it is.

    What is whole is copied byte for byte. Lost samples in the middle of a recording become zeros
    with an annotation ``BAD_BROKEN_BUFFER``; of cut files the whole samples, epochs and responses
    are kept; what else is broken is left out where a reader can do without.

    Parameters
    ----------
    fname : path-like
        The damaged file, or the first of several parts.
    out : path-like
        The file to write. Parts have its name with a number.
    overwrite : bool
        Whether to replace ``out`` if it exists.

    Returns
    -------
    report : RepairReport
        The files, what is in them and what was lost, in words; ``print`` shows it.

    Raises
    ------
    FormatError
        If nothing of use can be saved.
    InputError
        If there is nothing to repair, or ``out`` is the damaged file.
    MissingFileError
        If the file does not exist.
    OverwriteError
        If ``out`` exists and may not be replaced.

    See Also
    --------
    check_file : List all that is wrong with a file.

    Examples
    --------
    >>> from pathlib import Path
    >>> from leadfield.io import read_raw_fif, repair_file
    >>> (fname,) = raw.save("tone_raw.fif")
    >>> _ = Path("cut_raw.fif").write_bytes(Path(fname).read_bytes()[:-9000])
    >>> repair_file("cut_raw.fif", "clean_raw.fif").lost[-1]
    'at least 59 samples (0.590 s) at its end are lost: it was cut short'
    >>> read_raw_fif("clean_raw.fif").n_times
    2941
    """
    return RepairReport(repair(fname, out, overwrite=overwrite))
