"""BIDS data set: its recordings, and what belongs to each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import final

from leadfield.base.errors import InputError, MissingFileError
from leadfield.base.files import as_path
from leadfield.base.front_door import public
from leadfield.bids.anatomy import (
    find_freesurfer,
    find_landmarks,
    find_subjects_folder,
    find_trans,
)
from leadfield.bids.completeness import completeness_table, summary_of
from leadfield.bids.empty_rooms import find_empty_room, is_empty_room
from leadfield.bids.folder_listing import DESCRIPTION, BidsFile, FolderListing
from leadfield.bids.found_recordings import find_recordings
from leadfield.bids.gaps import find_gaps
from leadfield.bids.inheritance import merged_sidecar, nearest_file
from leadfield.bids.recording_files import RecordingFiles


@public("leadfield.bids")
@final
@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class BidsDataSet:
    """The recordings of a BIDS data set, in order, and what is wrong with it.

    It prints as a table of what is there and what is missing for whom.

    Parameters
    ----------
    root : Path
        The folder.
    recordings : tuple of RecordingFiles
        The recordings and what belongs to each.
    subjects_dir : Path | None
        The folder of FreeSurfer's subjects, None if there is none.
    problems : tuple of str
        What is wrong, in sentences.

    See Also
    --------
    open_data_set : Makes it.

    Examples
    --------
    >>> import leadfield
    >>> data = leadfield.bids.open_data_set(bids_root)
    >>> [files.name for files in data.recordings]
    ['sub-01_task-tone']
    """

    root: Path
    recordings: tuple[RecordingFiles, ...]
    subjects_dir: Path | None
    problems: tuple[str, ...] = ()

    def table(self) -> str:
        """Say what is there and what is missing for each recording.

        Returns
        -------
        text : str
            A row for each recording, and below it what is missing; problems at the end.
        """
        return completeness_table(self.recordings, self.problems)

    @property
    def summary(self) -> str:
        """How many recordings there are of how many subjects, and how many are complete."""
        return summary_of(self.recordings)

    def __str__(self) -> str:
        return self.table()

    def __repr__(self) -> str:
        return f"<BidsDataSet | {self.summary}>"


def open_data_set(root: str | Path, *, subjects_dir: str | Path | None = None) -> BidsDataSet:
    """Find the recordings of a BIDS data set and what belongs to them; no recording is read."""
    top = _root(root)
    listing = FolderListing(root=top)
    if not (top / DESCRIPTION).is_file():
        listing.note(f"there is no {DESCRIPTION}, which BIDS asks for")
    else:
        listing.json(top / DESCRIPTION)
    subjects = find_subjects_folder(top) if subjects_dir is None else _folder(subjects_dir)
    everything = list(find_recordings(listing))
    rooms = [one for one in everything if is_empty_room(one)]
    found = [_files(listing, one, rooms, subjects) for one in everything if not is_empty_room(one)]
    if not found:
        listing.note("there is no recording of MEG or EEG")
    return BidsDataSet(
        root=top,
        recordings=tuple(found),
        subjects_dir=subjects,
        problems=tuple(listing.problems),
    )


def _files(
    listing: FolderListing, one: BidsFile, rooms: Sequence[BidsFile], subjects: Path | None
) -> RecordingFiles:
    """What belongs to a recording."""
    folder, entities = one.path.parent, dict(one.name.entities)
    subject, session = entities["sub"], entities.get("ses")
    sidecar = merged_sidecar(listing, folder, entities, one.name.suffix)
    t1, landmarks = find_landmarks(listing, listing.root / f"sub-{subject}", session)
    files = RecordingFiles(
        subject=subject,
        session=session,
        task=entities["task"],
        acquisition=entities.get("acq"),
        run=entities.get("run"),
        processing=entities.get("proc"),
        description=entities.get("desc"),
        datatype=one.name.suffix,
        recording=one.path,
        events=nearest_file(listing, folder, entities, suffix="events"),
        channels=nearest_file(listing, folder, entities, suffix="channels"),
        electrodes=nearest_file(listing, folder, entities, suffix="electrodes", ignored=("space",)),
        coordinates=nearest_file(
            listing, folder, entities, suffix="coordsystem", extension=".json", ignored=("space",)
        ),
        sidecar=sidecar,
        trans=find_trans(listing, folder, entities),
        landmarks=landmarks,
        t1=t1,
        freesurfer=find_freesurfer(subjects, subject, session),
        empty_room=find_empty_room(listing, one, sidecar, rooms),
    )
    return replace(files, missing=find_gaps(files, subjects))


def _root(root: str | Path) -> Path:
    top = _folder(root)
    if any(path.name.startswith("sub-") and path.is_dir() for path in top.iterdir()):
        return top
    inside = next((one for one in (top, *top.parents) if one.name.startswith("sub-")), None)
    if inside is not None:
        advice = f"give the folder above its subjects, {inside.parent}"
    else:
        near = sorted(path.parent.name for path in top.glob(f"*/{DESCRIPTION}"))
        advice = f"did you mean {near[0]}, in it?" if near else "it has no folder sub-..."
    msg = f"a BIDS data set must be a folder of folders sub-..., got {str(top)!r}: {advice}"
    raise InputError(msg)


def _folder(path: str | Path) -> Path:
    found = as_path(path)
    if not found.is_dir():
        msg = f"a data set must be a folder that exists, got {str(path)!r}"
        raise MissingFileError(msg)
    return found.resolve()
