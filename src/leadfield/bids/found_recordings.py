"""Recordings of a data set: the files in its folders that hold MEG or EEG."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from leadfield.base.errors import InputError
from leadfield.bids.file_names import parse_name
from leadfield.bids.folder_listing import BidsFile, FolderListing

# Endings of recordings by the folder they are in; "" is a folder of a 4D (BTi) recording.
ENDINGS = {
    "meg": (".fif", ".fif.gz", ".ds", ".sqd", ".con", ".raw", ".kdf", ".chn", ".trg", ".mhd", ""),
    "eeg": (".edf", ".bdf", ".vhdr", ".set", ".fif", ".fif.gz"),
}
CALIBRATION = ("calibration", "crosstalk")  # files of MaxFilter


def find_recordings(listing: FolderListing) -> Iterator[BidsFile]:
    """The recordings of all subjects, in order; of split ones the first part."""
    for subject in listing.folders(listing.root, "sub-"):
        for home in (subject, *listing.folders(subject, "ses-")):
            inside = dict(part.split("-", 1) for part in home.relative_to(listing.root).parts)
            for datatype in ENDINGS:
                yield from _in_folder(listing, home / datatype, inside)


def _in_folder(
    listing: FolderListing, folder: Path, inside: Mapping[str, str]
) -> Iterator[BidsFile]:
    taken: dict[tuple[tuple[str, str], ...], BidsFile] = {}
    for path in listing.entries(folder):
        one = _recording(listing, path, folder.name, inside)
        if one is None:
            continue
        key = tuple(sorted(pair for pair in one.name.entities if pair[0] != "split"))
        first = taken.setdefault(key, one)
        if first is not one and (first.name["split"] is None or one.name["split"] is None):
            listing.note(
                f"{listing.shown(first.path)} and {listing.shown(path)} are the same recording "
                "by their names: the first counts, remove one"
            )
    for one in taken.values():
        if one.name["split"] not in {None, "01", "1"}:
            listing.note(f"{listing.shown(one.path)} is a part, and the first part is not there")
        yield one


def _recording(
    listing: FolderListing, path: Path, datatype: str, inside: Mapping[str, str]
) -> BidsFile | None:
    """A file as a recording; None for what is none, with a problem if its name is amiss."""
    ending = next((one for one in ENDINGS[datatype] if one and path.name.endswith(one)), None)
    if ending is None and not (path.name.endswith(f"_{datatype}") and path.is_dir()):
        return None
    try:
        name = parse_name(path.name)
    except InputError as error:
        listing.note(f"{listing.shown(path)} is left out: {error}")
        return None
    if name.suffix != datatype or name["acq"] in CALIBRATION:
        return None
    if any(name[key] != inside.get(key) for key in ("sub", "ses")):
        listing.note(
            f"{listing.shown(path)} is left out: its name is of another subject or session than "
            "its folder"
        )
    elif name["task"] is None:
        listing.note(f"{listing.shown(path)} is left out: its name has no task")
    else:
        return BidsFile(path=path, name=name)
    return None
