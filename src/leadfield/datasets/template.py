"""Template subject: fsaverage5, part of the package."""

import atexit
import hashlib
import io
import shutil
import tarfile
import tempfile
from pathlib import Path

import platformdirs

from leadfield.base.errors import FormatError
from leadfield.base.log import LOGGER

SUBJECT = "fsaverage5"
ARCHIVE = Path(__file__).parent / "template_data" / "fsaverage5.tar.xz"
DIGEST = "3a6dbff5c3cc24a08bc99b1719f5c9fa677af4489dfd2e601da1ebdf6d56cd41"


def data_path() -> Path:
    """Get the subjects directory of the template ``"fsaverage5"``.

    It is a FreeSurfer subject with 10,242 vertices per hemisphere: ``surf`` has white,
    pial, inflated, sphere, sphere.reg, curv and sulc, ``label`` the Desikan-Killiany
    parcellation (aparc), ``bem`` the inner skull, the head, fiducials and a head-to-MRI
    transform. Nothing is downloaded: it is part of the package, and unpacked into the
    user's cache folder at first use.

    Returns
    -------
    path : Path
        The folder to pass as ``subjects_dir``.

    Raises
    ------
    FormatError
        If the package's archive is damaged.

    Notes
    -----
    The data are derived from FreeSurfer's fsaverage (Fischl et al. 1999); its licence
    is in the subject's folder.

    Examples
    --------
    >>> from leadfield.datasets import template
    >>> subjects_dir = template.data_path()
    >>> sorted(p.name for p in (subjects_dir / "fsaverage5").iterdir())
    ['LICENSE-FREESURFER', 'bem', 'label', 'surf']
    """
    folder = platformdirs.user_cache_path("leadfield") / f"template-{DIGEST[:12]}"
    if folder.is_dir():
        return folder
    content = ARCHIVE.read_bytes()
    if hashlib.sha256(content).hexdigest() != DIGEST:
        msg = "the template must be the one published: install leadfield again"
        raise FormatError(ARCHIVE, msg)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        return _unpack_archive(content, folder)
    except OSError as problem:
        LOGGER.info("No cache (%s): the template is unpacked for this run only", problem)
        place = Path(tempfile.mkdtemp(prefix="leadfield-"))
        atexit.register(shutil.rmtree, place, ignore_errors=True)
        return _unpack_archive(content, place / folder.name)


def _unpack_archive(content: bytes, folder: Path) -> Path:
    """Unpack the archive into ``folder``, which appears once it is complete."""
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as place:
        whole = Path(place) / folder.name
        with tarfile.open(fileobj=io.BytesIO(content)) as archive:
            for entry in archive:
                stream = archive.extractfile(entry)
                target = whole / entry.name
                target.parent.mkdir(parents=True, exist_ok=True)
                if stream is not None:
                    target.write_bytes(stream.read())
        try:
            whole.rename(folder)
        except OSError:
            # Another process may have been first; its folder is whole too.
            if not folder.is_dir():
                raise
    return folder
