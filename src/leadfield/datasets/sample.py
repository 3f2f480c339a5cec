"""The MNE sample data: used where they are, or downloaded."""

from pathlib import Path

from leadfield.base.checks import one_of
from leadfield.base.errors import FormatError, InputError
from leadfield.base.files import as_path
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.datasets.dataset_path import DatasetPath
from leadfield.datasets.download import download as fetch
from leadfield.datasets.make_once import made_once
from leadfield.datasets.places import mne_places, own_place
from leadfield.datasets.unpack import unpack

FOLDER = "MNE-sample-data"
ARCHIVE = "MNE-sample-data-processed.tar.gz"
URL = "https://osf.io/86qa2/download?version=6"
MD5 = "e8f30c4516abdc12a0c08e6bae57409c"
KEYS = ("MNE_DATASETS_SAMPLE_PATH", "MNE_DATA")
ADVICE = (
    "If the data are on this computer, pass path= or set MNE_DATA to the folder that holds "
    f"{FOLDER}; without a network, leadfield.datasets.simulated.data_path() makes similar data"
)


@verbose_aware
def data_path(
    path: str | Path | None = None,
    force_update: bool = False,  # noqa: FBT001, FBT002 - MNE-Python's spelling
    update_path: bool | None = True,  # noqa: FBT001, FBT002
    download: bool = True,  # noqa: FBT001, FBT002
    *,
    verbose: Verbose = None,
) -> DatasetPath:
    """Find the MNE sample data; download them if they are nowhere.

    Looked in, first to last: the folders named by ``MNE_DATASETS_SAMPLE_PATH`` and
    ``MNE_DATA`` (environment variables, or entries of MNE-Python's settings) and
    ``~/mne_data``, which are never written to; then the one named by ``LEADFIELD_DATA``,
    else the user's cache folder, where the download goes (1.5 GB, and twice that while
    it is unpacked).

    Parameters
    ----------
    path : str | Path | None
        The folder to look in and to download to, instead of all others.
    force_update : bool
        Download again, and replace what is there.
    update_path : bool | None
        Without effect: MNE-Python's settings are not changed, and leadfield has none.
    download : bool
        Whether to download what is not there.
    verbose : bool | str | int | None
        How much to tell; None for the level that is set.

    Returns
    -------
    path : Path
        The folder ``MNE-sample-data``; both ``path / "MEG"`` and ``path + "/MEG"`` work.
        The empty path if the data are nowhere and ``download`` is False.

    Raises
    ------
    MissingFileError
        If the download fails.
    FormatError
        If what was downloaded is damaged.
    InputError
        If the folder cannot be written to, or holds something else under the data's name.

    Examples
    --------
    >>> from leadfield.datasets import sample
    >>> data_path = sample.data_path()  # doctest: +SKIP
    >>> raw_fname = data_path + "/MEG/sample/sample_audvis_filt-0-40_raw.fif"  # doctest: +SKIP
    """
    one_of("update_path", update_path, (True, False, None))
    home = own_place() if path is None else as_path(path)
    if not force_update:
        places = [home] if path is not None else [*mne_places(*KEYS), home]
        for place in places:
            if _is_whole(place / FOLDER):
                LOGGER.info("Sample data found in %s", place)
                return DatasetPath(place / FOLDER)
        if not download:
            LOGGER.info("Sample data not found in %s", ", ".join(map(str, places)))
            return DatasetPath("")
    folder = home / FOLDER
    if folder.exists() and not (force_update and folder.is_dir()):
        msg = (
            f"{folder} must be the sample data or not be there, it is something else or not "
            "whole: remove it, or pass force_update=True to replace the folder"
        )
        raise InputError(msg)
    LOGGER.info("Downloading the sample data to %s", home)
    return DatasetPath(made_once(folder, _fill, again=force_update))


def _is_whole(folder: Path) -> bool:
    """Whether the folder is what its name says; a broken download by others may not be."""
    return (folder / "MEG" / "sample").is_dir()


def _fill(folder: Path) -> None:
    """Download, check and unpack into an empty folder."""
    archive = folder / ARCHIVE
    fetch(URL, archive, md5=MD5, advice=ADVICE)
    unpack(archive, folder, root=FOLDER)
    archive.unlink()
    if not _is_whole(folder):
        msg = f"the archive must hold {FOLDER}/MEG/sample: the file behind {URL} has changed"
        raise FormatError(ARCHIVE, msg)
