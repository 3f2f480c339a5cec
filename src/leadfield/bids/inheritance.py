"""Inheritance of BIDS: a file is about everything below it that shares its entities."""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from leadfield.bids.folder_listing import BidsFile, FolderListing


def folders_above(root: Path, folder: Path) -> tuple[Path, ...]:
    """The folders from a data set's root down to a folder in it."""
    inside = folder.relative_to(root).parts
    return tuple(root.joinpath(*inside[:n]) for n in range(len(inside) + 1))


def applying_files(
    listing: FolderListing,
    folder: Path,
    entities: Mapping[str, str],
    *,
    suffix: str,
    extension: str,
    ignored: Collection[str] = (),
) -> list[BidsFile]:
    """The files of a kind that are about what has these entities, the most general first."""
    found: list[BidsFile] = []
    for level in folders_above(listing.root, folder):
        here = [
            one
            for one in listing.files(level)
            if (one.name.suffix, one.name.extension) == (suffix, extension)
            and one.name.applies_to(entities, ignored=ignored)
        ]
        here.sort(key=lambda one: len(one.name.entities))
        _check_order(listing, here)
        found += here
    return found


def _check_order(listing: FolderListing, files: Sequence[BidsFile]) -> None:
    """Note if of two files in a folder neither is the more special one."""
    for one, more in pairwise(files):
        if len(one.name.entities) == len(more.name.entities):
            listing.note(
                f"{listing.shown(one.path)} and {listing.shown(more.path)} are about the same "
                "recordings, and none is the more special one: the second counts, remove one"
            )


def nearest_file(
    listing: FolderListing,
    folder: Path,
    entities: Mapping[str, str],
    *,
    suffix: str,
    extension: str = ".tsv",
    ignored: Collection[str] = (),
) -> Path | None:
    """The most special file of a kind that is about what has these entities."""
    found = applying_files(
        listing, folder, entities, suffix=suffix, extension=extension, ignored=ignored
    )
    return found[-1].path if found else None


def merged_sidecar(
    listing: FolderListing, folder: Path, entities: Mapping[str, str], suffix: str
) -> dict[str, Any]:
    """What all sidecars say together; the more special one has the last word."""
    merged: dict[str, Any] = {}
    for one in applying_files(listing, folder, entities, suffix=suffix, extension=".json"):
        merged |= listing.json(one.path)
    return merged
