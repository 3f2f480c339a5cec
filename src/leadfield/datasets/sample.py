"""MNE sample data: ``data_path``."""

from pathlib import Path

from leadfield.base.checks import one_of
from leadfield.base.errors import FormatError, InputError
from leadfield.base.files import as_path
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.base.make_once import make_once
from leadfield.datasets.data_folders import SAMPLE, data_folder, mne_data_folders
from leadfield.datasets.dataset_path import DatasetPath
from leadfield.datasets.download import download as fetch
from leadfield.datasets.unpack import unpack

ARCHIVE = "MNE-sample-data-processed.tar.gz"
URL = "https://osf.io/86qa2/download?version=6"
MD5 = "e8f30c4516abdc12a0c08e6bae57409c"
KEYS = ("MNE_DATASETS_SAMPLE_PATH", "MNE_DATA")
ADVICE = (
    "If the data are on this computer, pass path= or set MNE_DATA to the folder that holds "
    f"{SAMPLE}; without a network, leadfield.datasets.simulated.data_path() makes similar data"
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
    """Get the path to the MNE sample data, which are downloaded if needed.

    These folders are searched, in order: those named by ``MNE_DATASETS_SAMPLE_PATH`` and
    ``MNE_DATA`` (environment variables, or entries of MNE-Python's settings) and
    ``~/mne_data``, which are never written to; then the one named by ``LEADFIELD_DATA``,
    else the user's cache folder, to which the data are downloaded (1.5 GB, and twice that
    while they are unpacked).

    Parameters
    ----------
    path : str | Path | None
        The folder to search and to download to, instead of all others.
    force_update : bool
        Whether to download again and replace existing data.
    update_path : bool | None
        Accepted for compatibility: MNE-Python's settings are not changed.
    download : bool
        Whether to download missing data.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    path : Path
        The folder ``MNE-sample-data``; both ``path / "MEG"`` and ``path + "/MEG"`` work.
        The empty path if the data are not found and ``download`` is False.

    Raises
    ------
    MissingFileError
        If the download fails.
    FormatError
        If the downloaded archive is damaged.
    InputError
        If the folder is not writable, or contains something else of that name.

    Examples
    --------
    >>> from leadfield.datasets import sample
    >>> data_path = sample.data_path()  # doctest: +SKIP
    >>> raw_fname = data_path + "/MEG/sample/sample_audvis_filt-0-40_raw.fif"  # doctest: +SKIP
    """
    one_of("update_path", update_path, (True, False, None))
    home = data_folder() if path is None else as_path(path)
    if not force_update:
        folders = [home] if path is not None else [*mne_data_folders(*KEYS), home]
        for place in folders:
            if _is_complete(place / SAMPLE):
                LOGGER.info("Sample data found in %s", place)
                return DatasetPath(place / SAMPLE)
        if not download:
            LOGGER.info("Sample data not found in %s", ", ".join(map(str, folders)))
            return DatasetPath("")
    folder = home / SAMPLE
    if folder.exists() and not (force_update and folder.is_dir()):
        msg = (
            f"{folder} must be the sample data or not be there, it is something else or not "
            "whole: remove it, or pass force_update=True to replace the folder"
        )
        raise InputError(msg)
    LOGGER.info("Downloading the sample data to %s", home)
    return DatasetPath(make_once(folder, _fill, again=force_update))


def _is_complete(folder: Path) -> bool:
    """Whether a folder has the data; a partial download by other programs may not."""
    return (folder / "MEG" / "sample").is_dir()


def _fill(folder: Path) -> None:
    """Download, check and unpack into an empty folder."""
    archive = folder / ARCHIVE
    fetch(URL, archive, md5=MD5, advice=ADVICE)
    unpack(archive, folder, root=SAMPLE)
    archive.unlink()
    if not _is_complete(folder):
        msg = f"the archive must hold {SAMPLE}/MEG/sample: the file behind {URL} has changed"
        raise FormatError(ARCHIVE, msg)
