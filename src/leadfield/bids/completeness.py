"""Table of a data set: what is there for each recording, and what is missing for whom."""

from collections.abc import Sequence

from leadfield.bids.folder_listing import printable
from leadfield.bids.recording_files import RecordingFiles

COLUMNS = ("recording", "format", "events", "channels", "head", "anatomy", "room", "complete")
YES, NO = "yes", "-"


def completeness_table(recordings: Sequence[RecordingFiles], problems: Sequence[str]) -> str:
    """A row for each recording, what is missing below it, and problems at the end."""
    rows = [COLUMNS, *map(_row, recordings)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(COLUMNS))]
    lines = [_line(COLUMNS, widths)]
    for files, row in zip(recordings, rows[1:], strict=True):
        lines += [_line(row, widths), *(f"    {printable(text)}" for text in files.missing)]
    lines.append(summary_of(recordings))
    lines += [f"problem: {printable(text)}" for text in problems]
    return "\n".join(lines) + "\n"


def _row(files: RecordingFiles) -> tuple[str, ...]:
    position = "trans" if files.trans else "landmarks" if files.landmarks else NO
    return (
        files.name,
        files.recording.name.partition(".")[2] or "folder",
        _mark(files.events),
        _mark(files.channels),
        position,
        _mark(files.freesurfer),
        _mark(files.empty_room),
        NO if files.missing else YES,
    )


def _mark(thing: object) -> str:
    return NO if thing is None else YES


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    pairs = zip(cells, widths, strict=True)
    return "  ".join(cell.ljust(width) for cell, width in pairs).rstrip()


def summary_of(recordings: Sequence[RecordingFiles]) -> str:
    """How many recordings there are of how many subjects, and how many are complete."""
    subjects = _counted(len({files.subject for files in recordings}), "subject")
    complete = sum(not files.missing for files in recordings)
    return f"{_counted(len(recordings), 'recording')} of {subjects}, {complete} complete"


def _counted(n: int, what: str) -> str:
    return f"{n} {what}" if n == 1 else f"{n} {what}s"
