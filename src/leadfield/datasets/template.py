"""Template subject: fsaverage5, part of the package."""

import atexit
import hashlib
import io
import shutil
import tarfile
import tempfile
from pathlib import Path

import platformdirs

from leadfield.base.errors import FormatError, InputError, WriteError
from leadfield.base.log import LOGGER
from leadfield.base.make_once import make_once
from leadfield.datasets.template_shells import derive_shells
from leadfield.forward.bem import solve_bem
from leadfield.forward.fif.bem import write_bem_solution
from leadfield.forward.shell_checks import check_shells
from leadfield.forward.subject_bem import read_subject_shells
from leadfield.freesurfer.surface import read_surface, write_surface

SUBJECT = "fsaverage5"
ARCHIVE = Path(__file__).parent / "template_data" / "fsaverage5.tar.xz"
GRADE = 3  # of the solution's icosahedra
CONDUCTIVITIES = (0.3, 0.006, 0.3)  # S/m, of brain, skull and scalp
SOLUTION = "fsaverage5-1280-1280-1280-bem-sol.fif"  # triangles of each shell
SHELLS = 1  # counts changes of what is derived from the archive
DIGEST = "3a6dbff5c3cc24a08bc99b1719f5c9fa677af4489dfd2e601da1ebdf6d56cd41"


def data_path() -> Path:
    """Get the subjects directory of the template ``"fsaverage5"``.

    It is a FreeSurfer subject with 10,242 vertices per hemisphere: ``surf`` has white,
    pial, inflated, sphere, sphere.reg, curv and sulc, ``label`` the Desikan-Killiany
    parcellation (aparc), ``bem`` inner skull, outer skull, scalp and head, fiducials and a
    head-to-MRI transform. Nothing is downloaded: it is part of the package, and unpacked into
    the user's cache folder at first use.

    Returns
    -------
    path : Path
        The folder to pass as ``subjects_dir``.

    Raises
    ------
    FormatError
        If the package's archive is damaged.

    See Also
    --------
    bem_path : Its solved three-shell model, for EEG.

    Notes
    -----
    The data are derived from FreeSurfer's fsaverage (Fischl et al. 1999); its licence
    is in the subject's folder.

    Outer skull and scalp are approximations, made from the inner skull and the head when the
    subject is unpacked: the skull is half of what is between them, at least 4 mm and about 6 mm
    thick [1]_, the scalp at least 5 mm. For an individual's skull, take an MRI.

    References
    ----------
    .. [1] Antonakakis et al. 2020, NeuroImage 223:117353.

    Examples
    --------
    >>> from leadfield.datasets import template
    >>> subjects_dir = template.data_path()
    >>> sorted(p.name for p in (subjects_dir / "fsaverage5").iterdir())
    ['LICENSE-FREESURFER', 'bem', 'label', 'surf']
    """
    folder = platformdirs.user_cache_path("leadfield") / f"template-{DIGEST[:12]}-{SHELLS}"
    if folder.is_dir():
        return folder
    try:
        return make_once(folder, _unpack)
    except (InputError, WriteError) as problem:
        LOGGER.info("No cache (%s): the template is unpacked for this run only", problem)
        return make_once(_place_for_this_run() / folder.name, _unpack)


def bem_path() -> Path:
    """Get the file of the template's solved three-shell model, for EEG and MEG.

    The shells have 642 vertices each (``ico=3``) and 0.3, 0.006 and 0.3 S/m in brain, skull and
    scalp. They are solved at first use, in seconds, and kept in the user's cache folder.

    Returns
    -------
    path : Path
        The file to pass as ``bem``.

    See Also
    --------
    data_path : The subject; its outer skull and scalp are approximations.

    Notes
    -----
    Compared with ``make_bem_model("fsaverage5", ico=4)``, whose solution takes a minute and
    470 MB, lead fields of 64 electrodes differ in shape by 3 % (median; the worst of 1284
    sources by 19 %) and in size by 6 %.

    Examples
    --------
    >>> from leadfield.datasets import template
    >>> template.bem_path().name
    'fsaverage5-1280-1280-1280-bem-sol.fif'
    """
    subjects = data_path()
    name = f"{subjects.name}-bem"
    try:
        folder = make_once(subjects.with_name(name), _solve)
    except (InputError, WriteError) as problem:
        LOGGER.info("No cache (%s): the model is solved for this run only", problem)
        folder = make_once(_place_for_this_run() / name, _solve)
    return folder / SOLUTION


def _solve(folder: Path) -> None:
    """Write the solved model into a folder."""
    shells = read_subject_shells(data_path(), SUBJECT, CONDUCTIVITIES, GRADE)
    write_bem_solution(folder / SOLUTION, solve_bem(check_shells(shells)), overwrite=False)


def _place_for_this_run() -> Path:
    """A folder that is removed at the end of the run."""
    place = Path(tempfile.mkdtemp(prefix="leadfield-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    return place


def _write_shells(folder: Path) -> None:
    """Add outer skull and scalp to a ``bem`` folder, the latter in place of the head."""
    inner, head = (read_surface(folder / f"{name}.surf") for name in ("inner_skull", "outer_skin"))
    for name, surface in derive_shells(inner, head).items():
        write_surface(folder / f"{name}.surf", surface, overwrite=True)


def _unpack(folder: Path) -> None:
    """Unpack the archive into a folder, and derive what is not in it."""
    content = ARCHIVE.read_bytes()
    if hashlib.sha256(content).hexdigest() != DIGEST:
        msg = "the template must be the one published: install leadfield again"
        raise FormatError(ARCHIVE, msg)
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        for entry in archive:
            stream = archive.extractfile(entry)
            target = folder / entry.name
            target.parent.mkdir(parents=True, exist_ok=True)
            if stream is not None:
                target.write_bytes(stream.read())
    _write_shells(folder / SUBJECT / "bem")
