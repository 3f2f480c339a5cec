"""BEM surfaces: ``make_bem_model``, ``read_bem_surfaces``, ``write_bem_surfaces``."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, final, overload

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api import interop
from leadfield.api.interop.origin import kind_of
from leadfield.api.mapping_view import MappingView
from leadfield.base.arrays import Floats, locked
from leadfield.base.checks import one_of, whole
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.files import as_path
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.forward.bem import Shell, one_shell
from leadfield.forward.fif import bem as bem_fif
from leadfield.forward.shell_checks import check_defects, check_shells
from leadfield.forward.subject_bem import read_subject_shells
from leadfield.freesurfer.subjects import subjects_folder
from leadfield.numerics.mesh import triangle_normals, vertex_normals

OnDefects = Literal["raise", "warn", "ignore"]


def _triangle_normals(shell: Shell) -> Floats:
    return locked(triangle_normals(shell.vertices, shell.triangles)[0])


def _triangle_areas(shell: Shell) -> Floats:
    return locked(triangle_normals(shell.vertices, shell.triangles)[1])


GETTERS: dict[str, Callable[[Shell], Any]] = {
    "id": lambda shell: int(shell.kind),
    "sigma": lambda shell: shell.conductivity,
    "np": lambda shell: len(shell.vertices),
    "ntri": lambda shell: len(shell.triangles),
    "coord_frame": lambda shell: int(shell.frame),
    "rr": lambda shell: shell.vertices,
    "nn": lambda shell: locked(vertex_normals(shell.vertices, shell.triangles)),
    "tris": lambda shell: shell.triangles,
    "tri_area": _triangle_areas,
    "tri_cent": lambda shell: locked(shell.vertices[shell.triangles].mean(axis=1)),
    "tri_nn": _triangle_normals,
}


@final
class BemSurface(MappingView):
    """A closed surface of a boundary-element model and the conductivity just inside it.

    A mapping with MNE-Python's keys: ``surf["rr"]`` are the vertices in m, ``surf["tris"]``
    the triangles, ``surf["nn"]`` the vertices' normals, ``surf["sigma"]`` the conductivity in
    S/m, ``surf["id"]`` is 1 for the inner skull, 3 for the outer skull and 4 for the head.

    Parameters
    ----------
    value : forward.bem.Shell
        The surface; users get theirs from files and :func:`make_bem_model`.

    See Also
    --------
    make_bem_solution : Solve a model made of such surfaces.
    """

    _noun = "a surface"
    _getters = GETTERS
    _costly = frozenset({"nn", "tri_area", "tri_cent", "tri_nn"})

    def __init__(self, value: Shell) -> None:
        self._value = value

    @property
    def value(self) -> Shell:
        """The surface, as a value that cannot be changed."""
        return self._value

    def to_mne(self) -> dict[str, Any]:
        """Make MNE-Python's surface of it.

        Returns
        -------
        surf : dict
            The same surface, with arrays of its own.

        Raises
        ------
        MissingPackageError
            If MNE-Python is not installed: ``pip install mne``.

        Examples
        --------
        >>> mne.make_bem_solution([surf.to_mne() for surf in surfs])  # doctest: +SKIP
        """
        return interop.conductors_to_mne.surface_to_mne(self.value)

    def __repr__(self) -> str:
        shell = self.value
        return (
            f"<BemSurface | {shell.kind.label}, {len(shell.vertices)} vertices, "
            f"{shell.conductivity:g} S/m inside>"
        )


def as_shell(surf: Any) -> Shell:
    """The value of a BemSurface, or of a mapping with its keys."""
    if isinstance(surf, BemSurface):
        return surf.value
    keys = ("id", "rr", "tris")
    if not isinstance(surf, Mapping) or any(key not in surf for key in keys):
        have = sorted(surf) if isinstance(surf, Mapping) else kind_of(surf)
        msg = f"a surface must be a BemSurface, or have {', '.join(map(repr, keys))}, got {have}"
        raise ArgumentTypeError(msg)
    return interop.conductors.shell_of_mapping(surf)


def as_shells(surfs: Any) -> list[Shell]:
    """The values of one or several surfaces, or those in a file."""
    if isinstance(surfs, str | Path):
        return list(bem_fif.read_bem_surfaces(as_path(surfs)))
    if isinstance(surfs, Mapping):
        return [as_shell(surfs)]
    if not isinstance(surfs, Sequence) or not surfs:
        msg = f"surfs must be a list of surfaces or a file of them, got {surfs!r}"
        raise ArgumentTypeError(msg)
    return [as_shell(surf) for surf in surfs]


@public("leadfield")
@verbose_aware
def make_bem_model(
    subject: str,
    ico: int | None = 4,
    conductivity: ArrayLike = (0.3, 0.006, 0.3),
    subjects_dir: str | Path | None = None,
    verbose: Verbose = None,
) -> list[BemSurface]:
    """Make the surfaces of a boundary-element model from a subject's anatomy.

    They are read from ``inner_skull.surf``, ``outer_skull.surf`` and ``outer_skin.surf`` in
    the subject's ``bem`` folder.

    Parameters
    ----------
    subject : str
        The subject.
    ico : int | None
        Subdivision of the icosahedron to which the surfaces are downsampled: 4 leaves 2562
        vertices, 3 leaves 642. None keeps all vertices.
    conductivity : float | array_like, shape (1,) | (3,)
        Conductivity in S/m: of the brain, for a single-layer model (MEG only); or of brain,
        skull and scalp, for a three-layer model (MEG and EEG).
    subjects_dir : path-like | None
        Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    surfs : list of BemSurface
        The surfaces, in m and MRI coordinates, outermost first.

    Raises
    ------
    MissingFileError
        If a surface file is missing.
    InputError
        If a surface is open, inside out, not of the size of a head or intersects another, or
        cannot be downsampled.

    See Also
    --------
    make_bem_solution : Solve the model.

    Examples
    --------
    >>> make_bem_model("fsaverage5", ico=2, conductivity=0.3, subjects_dir=subjects_dir)
    [<BemSurface | inner skull, 162 vertices, 0.3 S/m inside>]
    """
    sigmas = np.atleast_1d(np.asarray(conductivity, np.float64))
    if sigmas.ndim != 1:
        msg = f"conductivity must be a number or a list of 3, got shape {sigmas.shape}"
        raise InputError(msg)
    grade = None if ico is None else whole("ico", ico)
    folder = subjects_folder(subjects_dir)
    shells = read_subject_shells(folder, subject, sigmas.tolist(), grade)
    return [BemSurface(shell) for shell in check_shells(shells)]


@overload
def read_bem_surfaces(
    fname: str | Path,
    patch_stats: bool = False,
    s_id: None = None,
    on_defects: OnDefects = "raise",
    verbose: Verbose = None,
) -> list[BemSurface]: ...
@overload
def read_bem_surfaces(
    fname: str | Path,
    patch_stats: bool = False,
    *,
    s_id: int,
    on_defects: OnDefects = "raise",
    verbose: Verbose = None,
) -> BemSurface: ...
@overload
def read_bem_surfaces(
    fname: str | Path,
    patch_stats: bool,
    s_id: int,
    on_defects: OnDefects = "raise",
    verbose: Verbose = None,
) -> BemSurface: ...
@public("leadfield")
@verbose_aware
def read_bem_surfaces(
    fname: str | Path,
    patch_stats: bool = False,
    s_id: int | None = None,
    on_defects: OnDefects = "raise",
    verbose: Verbose = None,
) -> list[BemSurface] | BemSurface:
    """Read surfaces of a boundary-element model from a FIF file.

    Parameters
    ----------
    fname : path-like
        The file, by custom ``-bem.fif`` or ``-bem-sol.fif``.
    patch_stats : bool
        Whether to check that the surfaces are closed, and to compute centres, normals and
        areas of all triangles now. By default they are computed when asked for.
    s_id : int | None
        The one surface to return: 1 inner skull, 3 outer skull, 4 head. None for all.
    on_defects : "raise" | "warn" | "ignore"
        What to do if a surface is not closed, with ``patch_stats``.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    surfs : list of BemSurface | BemSurface
        The surfaces, or the one asked for.

    Raises
    ------
    FormatError
        If the file is not a FIF file or has no surfaces.
    InputError
        If the surface asked for is missing, or a surface is not closed.

    See Also
    --------
    write_bem_surfaces : Write surfaces to a file.

    Examples
    --------
    >>> skull = make_bem_model("fsaverage5", ico=2, conductivity=0.3, subjects_dir=subjects_dir)
    >>> write_bem_surfaces("skull-bem.fif", skull)
    >>> read_bem_surfaces("skull-bem.fif", s_id=1)["np"]
    162
    """
    one_of("on_defects", on_defects, ("raise", "warn", "ignore"))
    shells = bem_fif.read_bem_surfaces(as_path(fname))
    if s_id is not None:
        shells = (one_shell(shells, whole("s_id", s_id), as_path(fname)),)
    surfs = [BemSurface(shell) for shell in shells]
    if patch_stats:
        for surf in surfs:
            check_defects(surf.value, on_defects)
            _ = [surf[key] for key in surf]
    return surfs if s_id is None else surfs[0]


@public("leadfield")
@verbose_aware
def write_bem_surfaces(
    fname: str | Path,
    surfs: BemSurface | Sequence[BemSurface],
    overwrite: bool = False,
    *,
    verbose: Verbose = None,
) -> None:
    """Write surfaces of a boundary-element model to a FIF file.

    Parameters
    ----------
    fname : path-like
        The file, by custom ``-bem.fif``.
    surfs : list of BemSurface | BemSurface
        The surfaces.
    overwrite : bool
        Whether to overwrite an existing file.
    verbose : bool | str | int | None
        Verbosity.

    Raises
    ------
    OverwriteError
        If the file exists and ``overwrite`` is False.

    See Also
    --------
    read_bem_surfaces : Read them back.

    Examples
    --------
    >>> skull = make_bem_model("fsaverage5", ico=2, conductivity=0.3, subjects_dir=subjects_dir)
    >>> write_bem_surfaces("skull-bem.fif", skull)
    """
    shells = as_shells(surfs)
    bem_fif.write_bem_surfaces(fif_path(fname), shells, overwrite=overwrite)
    LOGGER.info("Wrote %d surfaces to %s", len(shells), fname)


def fif_path(fname: str | Path) -> Path:
    """The path of a file that is to be written as FIF, and not as something else."""
    path = as_path(fname)
    if path.suffix not in {".fif", ".gz"}:
        msg = f"the file must be FIF, with a name that ends in .fif or .fif.gz, got {path.name!r}"
        raise InputError(msg)
    return path
