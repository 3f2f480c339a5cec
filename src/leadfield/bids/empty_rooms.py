"""Empty rooms: recordings without a subject, which tell of the noise of an MEG system."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from leadfield.base.errors import LeadfieldError
from leadfield.bids.folder_listing import BidsFile, FolderListing
from leadfield.bids.tabular_files import read_columns

SUBJECT, NOISE = "emptyroom", "noise"
URI = "bids::"
LONGEST = 200  # characters of a path


def is_empty_room(one: BidsFile) -> bool:
    """Whether a recording is one of an empty room."""
    return one.name["sub"] == SUBJECT or one.name["task"] == NOISE


def find_empty_room(
    listing: FolderListing,
    one: BidsFile,
    sidecar: Mapping[str, Any],
    rooms: Sequence[BidsFile],
) -> Path | None:
    """The empty room that a recording's sidecar names, else its session's, else its day's."""
    named = sidecar.get("AssociatedEmptyRoom")
    for text in named if isinstance(named, list) else [named] if named else []:
        path = _named(listing, one, text)
        if path is not None:
            return path
    own = [r for r in rooms if all(r.name[key] == one.name[key] for key in ("sub", "ses"))]
    if own:
        return own[0].path
    return _of_day(listing, one, rooms)


def _named(listing: FolderListing, one: BidsFile, text: object) -> Path | None:
    """The file that a sidecar names: from the root, from the subject's folder, or as a URI."""
    place = listing.shown(one.path)
    if not isinstance(text, str) or len(text) > LONGEST or ".." in Path(text).parts:
        listing.note(f"the empty room of {place} must be a path inside, got {repr(text)[:LONGEST]}")
        return None
    subject = listing.root / f"sub-{one.name['sub']}"
    places = [folder / text.removeprefix(URI).lstrip("/") for folder in (listing.root, subject)]
    found = next((path for path in places if path.exists()), None)
    if found is None:
        listing.note(f"the empty room {text!r} of {place} is not there")
    return found


def _of_day(listing: FolderListing, one: BidsFile, rooms: Sequence[BidsFile]) -> Path | None:
    """The empty room whose session, a date, is nearest to the day of a recording."""
    dated = [(day, room) for room in rooms if (day := _session_day(room)) is not None]
    if len({room.path for _, room in dated}) < 2:
        return next((room.path for _, room in dated), None)
    day = _day(listing, one)
    if day is None:
        listing.note(
            f"{listing.shown(one.path)} has no acq_time in a scans.tsv, which would tell its empty "
            "room"
        )
        return None
    return min(dated, key=lambda pair: abs(pair[0] - day))[1].path


def _session_day(room: BidsFile) -> date | None:
    """The day of a session that is named like one, such as 20240131."""
    try:
        return datetime.strptime(room.name["ses"] or "", "%Y%m%d").replace(tzinfo=UTC).date()
    except ValueError:
        return None


def _day(listing: FolderListing, one: BidsFile) -> date | None:
    """The day of a recording, of the table of its session's files."""
    home = one.path.parent.parent
    for path in home.glob("*_scans.tsv"):
        try:
            columns = read_columns(path, ["filename", "acq_time"])
        except (LeadfieldError, OSError) as error:
            listing.note(str(error))
            continue
        times = dict(zip(columns["filename"], columns["acq_time"], strict=True))
        text = times.get(one.path.relative_to(home).as_posix(), "")
        with suppress(ValueError):
            return datetime.fromisoformat(text).date()
    return None
