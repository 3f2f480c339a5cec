"""Repair of a file of any kind of which something can be saved."""

from pathlib import Path
from tempfile import TemporaryDirectory

from leadfield.base.errors import FormatError, InputError
from leadfield.base.files import existing, may_write
from leadfield.base.log import gathered_warnings, log_level
from leadfield.base.replacing import replacing
from leadfield.rescue.check import check_file
from leadfield.rescue.formats import Format, format_of
from leadfield.rescue.repair_fif import repair_fif
from leadfield.rescue.repair_plain import MENDERS
from leadfield.rescue.report import SOUND, RepairedFile


def repair_file(path: str | Path, out: str | Path, *, overwrite: bool = False) -> RepairedFile:
    """Write a clean file with what is whole of another; the other stays as it is."""
    where, target = existing(path), may_write(out, overwrite=overwrite)
    if target.exists() and target.samefile(where):
        msg = f"a repaired file must not replace the damaged one, got {target}: give another name"
        raise InputError(msg)
    known = format_of(where)
    with log_level("error"), gathered_warnings():
        if known is not None:
            return _repair_plain(where, target, known)
        return repair_fif(where, target, overwrite=overwrite)


def _repair_plain(path: Path, out: Path, known: Format) -> RepairedFile:
    checked = check_file(path)
    if checked.status == SOUND:
        msg = f"{path} is sound: there is nothing to repair"
        raise InputError(msg)
    what, read = known
    problem = f"of {what} nothing is of use without what is broken: {checked.problems[0].text}"
    mend = MENDERS.get(path.suffix.lower())
    mended = None if mend is None else mend(path.read_bytes())
    if mended is None:
        raise FormatError(path, problem)
    with TemporaryDirectory() as folder:
        trial = Path(folder) / out.name
        trial.write_bytes(mended.content)
        try:
            read(trial)
        except FormatError as error:
            raise FormatError(path, problem) from error
    with replacing(out) as stream:
        stream.write(mended.content)
    return RepairedFile(files=(out,), kept=(f"{what} of {mended.kept}",), lost=(mended.lost,))
