"""Check of a file of any kind that leadfield reads: every problem, with its place."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path

from leadfield.base.errors import FormatError, LeadfieldError, MissingFileError
from leadfield.base.files import existing
from leadfield.base.log import gathered_warnings, log_level
from leadfield.base.problem import Problem, warning
from leadfield.epochs.fif.read_epochs import read_epochs
from leadfield.fif.reader import FifFile
from leadfield.recording.fif.read_raw import open_raw
from leadfield.recording.fif.split import read_links
from leadfield.rescue.contents import contents_of, promised_in
from leadfield.rescue.diagnosis import as_problem, diagnose, find_losses, first_failure
from leadfield.rescue.formats import format_of
from leadfield.rescue.opened import DamagedFile, opened_damaged
from leadfield.rescue.report import UNREADABLE, CheckedFile


def check_file(path: str | Path) -> CheckedFile:
    """All that is wrong with a file that exists, and with the parts that it goes on in."""
    where = existing(path)
    with log_level("error"):
        known = format_of(where)
        return _check_fif(where, ()) if known is None else _check_other(where, *known)


def _check_other(path: Path, name: str, read: Callable[[Path], object]) -> CheckedFile:
    """What a reader that stops at the first error says."""
    problems: list[Problem] = []
    with gathered_warnings() as heard:
        try:
            read(path)
        except FormatError as error:
            problems.append(as_problem(error))
        except LeadfieldError as error:
            problems.append(Problem(severity="error", text=str(error)))
    problems += [warning(text) for text in heard]
    return CheckedFile(file=path, contents=(name,), problems=tuple(problems))


def _check_fif(path: Path, before: tuple[Path, ...]) -> CheckedFile:
    """A FIF file and the parts after it; ``before`` are those that came before."""
    try:
        with opened_damaged(path) as damaged:
            contents, problems, following = _examine(path, damaged)
    except FormatError as error:
        return CheckedFile(file=path, contents=(), problems=(as_problem(error),))
    parts: tuple[CheckedFile, ...] = ()
    if following is not None and following not in {path, *before}:
        if following.is_file():
            parts = (_check_fif(following, (*before, path)),)
        else:
            text = (
                f"it goes on in {following.name}, which is not in its folder: put it there, or "
                "read what there is (recordings: on_split_missing='warn')"
            )
            problems += (warning(text),)
    checked = CheckedFile(file=path, contents=contents, problems=problems, parts=parts)
    if following is None or before or checked.status == UNREADABLE:
        return checked
    return replace(checked, problems=(*problems, *_about_parts(path, contents)))


def _examine(
    path: Path, damaged: DamagedFile
) -> tuple[tuple[str, ...], tuple[Problem, ...], Path | None]:
    """Contents and problems of one file, and the one that it goes on in."""
    contents = _names(damaged.fif)
    problems = list(damaged.problems)
    promised = promised_in(path.name) if problems else None
    following = None
    with gathered_warnings() as also:
        diagnosis = diagnose(damaged.fif, damaged=bool(problems))
    problems += diagnosis.problems
    error, heard = _first_error(path, {*contents, *([promised] if promised else [])})
    if diagnosis.readable:
        problems += find_losses(diagnosis.fif)
        following = read_links(diagnosis.fif).path
    problems += [warning(text) for text in dict.fromkeys([*heard, *also])]
    problems = list(_graded(problems, error))
    if error is not None and diagnosis.readable:
        text = "what is whole can be saved, by `leadfield repair` or leadfield.io.repair_file"
        problems.append(Problem(severity="note", text=text))
    return contents or _names(diagnosis.fif), tuple(problems), following


def _names(fif: FifFile) -> tuple[str, ...]:
    return tuple(dict.fromkeys(content.name for content, _ in contents_of(fif)))


def _first_error(path: Path, wanted: Collection[str]) -> tuple[FormatError | None, list[str]]:
    """What keeps readers from the contents of a file, and what they warn of."""
    with gathered_warnings() as heard:
        try:
            with FifFile(path, cut_is_fine=True) as fif:
                failure = first_failure(fif)
                found = _names(fif)
        except FormatError as error:
            return error, heard
    if failure is not None:
        return failure.error, heard
    if not found or set(wanted) - set(found):
        problem = "the file must hold blocks that leadfield reads, whose starts and ends are whole"
        return FormatError(path, problem), heard
    return None, heard


def _graded(problems: list[Problem], error: FormatError | None) -> Iterator[Problem]:
    """Errors are what keeps readers from reading; without any there are only losses."""
    if error is None:
        for one in problems:
            yield replace(one, severity="warning") if one.severity == "error" else one
        return
    if not any(one.severity == "error" for one in problems):
        worst = [
            one for one in problems if one.severity == "warning" and one.offset == error.offset
        ]
        problems = [replace(one, severity="error") if one in worst else one for one in problems]
        if not worst:
            yield as_problem(error)
    yield from problems


def _about_parts(path: Path, contents: tuple[str, ...]) -> list[Problem]:
    """Whether parts that can be read one by one belong together."""
    with gathered_warnings():
        try:
            if "raw samples" in contents:
                open_raw(path, allow_maxshield="yes")
            elif "epochs" in contents:
                read_epochs(path, load=False)
        except MissingFileError:
            return []  # said already
        except FormatError as error:
            return [as_problem(error)]
    return []
