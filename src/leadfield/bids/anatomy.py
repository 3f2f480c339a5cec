"""Anatomy that belongs to a recording: T1 image, landmarks, head position, FreeSurfer subject."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from leadfield.base.errors import InputError, LeadfieldError
from leadfield.bids.file_names import BidsName, parse_name
from leadfield.bids.folder_listing import BidsFile, FolderListing
from leadfield.freesurfer.subjects import subjects_folder

IMAGES = (".nii.gz", ".nii")
LANDMARKS = "AnatomicalLandmarkCoordinates"
TRANS = re.compile(r"[-_]trans\.fif(\.gz)?")
# Where FreeSurfer's subjects are, most usual first.
SUBJECTS = (
    "derivatives/freesurfer",
    "derivatives/freesurfer/subjects",
    "sourcedata/freesurfer",
    "derivatives/fmriprep/sourcedata/freesurfer",
    "derivatives/smriprep/sourcedata/freesurfer",
)
SURFACES = ("white", "sphere.reg")
BRAIN = "bem/inner_skull.surf"
T1_OF_FREESURFER = "mri/T1.mgz"


def find_subjects_folder(root: Path) -> Path | None:
    """The folder of FreeSurfer's subjects in a data set, else that of ``SUBJECTS_DIR``."""
    folders = [root / place for place in SUBJECTS]
    with suppress(LeadfieldError):  # there may be none
        folders.append(subjects_folder())
    return next((folder for folder in folders if any(folder.glob("*/surf"))), None)


def find_freesurfer(folder: Path | None, subject: str, session: str | None) -> Path | None:
    """A subject's folder among FreeSurfer's, that of its session first."""
    if folder is None:
        return None
    names = [f"sub-{subject}", subject]
    if session is not None:
        names.insert(0, f"sub-{subject}_ses-{session}")
    return next((folder / name for name in names if (folder / name / "surf").is_dir()), None)


def freesurfer_gaps(folder: Path) -> list[str]:
    """What a source map needs of a FreeSurfer subject and is not there."""
    names = [f"surf/{side}.{surface}" for surface in SURFACES for side in ("lh", "rh")]
    lost = [name for name in names if not (folder / name).is_file()]
    gaps = []
    if lost:
        gaps.append(f"the FreeSurfer subject {folder} has no {', '.join(lost)}: run recon-all")
    if not (folder / BRAIN).is_file() and not any((folder / "bem").glob("*-bem*.fif")):
        gaps.append(
            f"the FreeSurfer subject {folder} has no {BRAIN}: make it with mri_watershed"
            " (mne watershed_bem)"
        )
    return gaps


def find_landmarks(
    listing: FolderListing, subject: Path, session: str | None
) -> tuple[Path | None, Path | None]:
    """A subject's T1 image, and the sidecar of one with landmarks; the session's own first."""
    found = [one for folder in _folders(listing, subject, session) for one in listing.files(folder)]
    t1s = [one for one in found if one.name.suffix == "T1w"]
    images = [one for one in t1s if one.name.extension in IMAGES]
    for one in t1s:
        if one.name.extension == ".json" and listing.json(one.path).get(LANDMARKS):
            own = [image for image in images if image.name.entities == one.name.entities]
            return own[0].path if own else None, one.path
    return images[0].path if images else None, None


def _folders(listing: FolderListing, subject: Path, session: str | None) -> Iterator[Path]:
    """The folders ``anat`` of a subject: of the session, of none, of others."""
    own = [subject] if session is None else [subject / f"ses-{session}", subject]
    for folder in dict.fromkeys([*own, *listing.folders(subject, "ses-")]):
        yield folder / "anat"


def find_trans(listing: FolderListing, folder: Path, entities: Mapping[str, str]) -> Path | None:
    """The file with the transform between head and MRI: beside the recording or in derivatives."""
    inside = folder.relative_to(listing.root)
    subject = Path(inside.parts[0])  # whose folders need not be those of a session in derivatives
    places = dict.fromkeys([inside, inside.parent, subject / inside.name, subject])
    others = listing.folders(listing.root / "derivatives", "")
    homes = [listing.root, *(folder for folder in others if not listing.is_of_ours(folder))]
    for place in (home / place for home in homes for place in places):
        found = [one for path in listing.entries(place) if (one := _trans_file(path))]
        fitting = [one for one in found if one.name.applies_to(entities)]
        if fitting:
            most = max(len(one.name.entities) for one in fitting)
            best = [one.path for one in fitting if len(one.name.entities) == most]
            if len(best) > 1:
                names = ", ".join(listing.shown(path) for path in best)
                listing.note(f"{names} are about the same recordings: the first counts")
            return best[0]
    return None


def _trans_file(path: Path) -> BidsFile | None:
    """A transform's file, whatever its name before the ending; None for other files."""
    stem, n = TRANS.subn("", path.name)
    if not n:
        return None
    try:
        name = parse_name(f"{stem}_trans.fif")
    except InputError:
        name = BidsName(entities=(), suffix="trans", extension=".fif")
    return BidsFile(path=path, name=name)
