"""Head models: ``make_sphere_model``, ``make_bem_solution``, and files of BEM solutions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, final

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api import interop
from leadfield.api.forward.bem_surfaces import BemSurface, as_shells, fif_path
from leadfield.api.interop.origin import kind_of
from leadfield.api.mapping_view import MappingView
from leadfield.api.recording.info import Info, as_info
from leadfield.base.checks import looked_up, number, one_of
from leadfield.base.errors import ArgumentTypeError, InputError, StateError
from leadfield.base.files import as_path
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.forward.bem import LINEAR_COLLOCATION, Shell, solve_bem
from leadfield.forward.equivalent_dipoles import make_sphere_with_shells, make_sphere_without_shells
from leadfield.forward.fif import bem as bem_fif
from leadfield.forward.hdf5 import read_bem_hdf5, write_bem_hdf5
from leadfield.forward.head_model import HeadModel
from leadfield.forward.openmeeg import OpenMeegModel, solve_openmeeg
from leadfield.forward.shell_checks import check_shells
from leadfield.forward.solved import SolvedModel
from leadfield.forward.sphere import SphericalHeadModel
from leadfield.recording.head_shape import fit_sphere_to_headshape


def _layers(sphere: SphericalHeadModel) -> list[Mapping[str, float]]:
    return [
        MappingProxyType({"rad": r, "rel_rad": r / sphere.radii[-1], "sigma": s})
        for r, s in zip(sphere.radii, sphere.conductivities, strict=True)
    ]


SPHERE: dict[str, Callable[[SphericalHeadModel], Any]] = {
    "is_sphere": lambda _: True,
    "r0": lambda sphere: sphere.centre,
    "layers": _layers,
    "coord_frame": lambda sphere: int(sphere.frame),
}
SHELLS: dict[str, Callable[[SphericalHeadModel], Any]] = {
    "mu": lambda sphere: sphere.dipoles and sphere.dipoles.scales,
    "lambda": lambda sphere: (
        sphere.dipoles and sphere.dipoles.strengths / sphere.conductivities[-1]
    ),
}
BOUNDARY: dict[str, Callable[[SolvedModel], Any]] = {
    "is_sphere": lambda _: False,
    "surfs": lambda model: [BemSurface(shell) for shell in model.shells],
    "solution": lambda model: model.solution,
    "nsol": lambda model: model.n_unknowns,
    "sigma": lambda model: model.conductivities,
    "bem_method": lambda _: LINEAR_COLLOCATION,
    "solver": lambda model: model.solver,
}
HDF5 = ".h5"
Solver = Literal["mne", "openmeeg"]
SOLVERS: Mapping[str, Callable[[Sequence[Shell]], HeadModel]] = {
    "mne": solve_bem,
    "openmeeg": solve_openmeeg,
}


@final
class ConductorModel(MappingView):
    """A model of the head as a conductor: concentric spheres or boundary elements.

    A mapping with MNE-Python's keys. ``bem["is_sphere"]`` tells of which kind it is. A sphere
    has ``"r0"`` and ``"layers"``, a boundary-element model ``"surfs"`` and ``"solution"``.

    Parameters
    ----------
    value : forward.head_model.HeadModel
        The model; users get theirs from :func:`make_sphere_model`, :func:`make_bem_solution`
        and files.

    See Also
    --------
    make_forward_solution : Compute a forward solution with it.
    """

    _noun = "this model"
    _costly = frozenset({"solution", "surfs"})

    def __init__(self, value: HeadModel) -> None:
        self._value = value

    @property
    def value(self) -> HeadModel:
        """The head model, as a value that cannot be changed."""
        return self._value

    def _table(self) -> Mapping[str, Callable[[Any], Any]]:
        if isinstance(self.value, SphericalHeadModel):
            return {**SPHERE, **(SHELLS if len(self.value.radii) else {})}
        return BOUNDARY

    @property
    def radius(self) -> float | None:
        """Radius in m of the outermost shell of a sphere; None without shells."""
        if not isinstance(self.value, SphericalHeadModel):
            msg = "only a sphere model has a radius, this is a boundary-element model"
            raise StateError(msg)
        return float(self.value.radii[-1]) if len(self.value.radii) else None

    def copy(self) -> ConductorModel:
        """Copy the model.

        Returns
        -------
        bem : ConductorModel
            The same model. It cannot be changed, so no array is copied.
        """
        return ConductorModel(self.value)

    def to_mne(self) -> Any:
        """Make MNE-Python's head model of it.

        Returns
        -------
        bem : mne.bem.ConductorModel
            The same model, with arrays of its own.

        Raises
        ------
        MissingPackageError
            If MNE-Python is not installed: ``pip install mne``.

        Examples
        --------
        >>> mne.make_forward_dipole(dipole, sphere.to_mne(), info)  # doctest: +SKIP
        """
        return interop.conductors_to_mne.conductor_to_mne(self.value)

    def __repr__(self) -> str:
        if isinstance(self.value, SolvedModel):
            names = ", ".join(shell.kind.label for shell in self.value.shells)
            by = " by OpenMEEG" if isinstance(self.value, OpenMeegModel) else ""
            return f"<ConductorModel | boundary elements{by}: {names}>"
        x, y, z = 1e3 * self["r0"]
        shells = "no shells (MEG only)"
        if self.radius is not None:
            shells = f"{len(self['layers'])} shells, radius {1e3 * self.radius:.0f} mm"
        return f"<ConductorModel | sphere around ({x:.1f}, {y:.1f}, {z:.1f}) mm, {shells}>"


def as_conductor(bem: Any) -> HeadModel:
    """The value of a ConductorModel, leadfield's or MNE-Python's, or of the solution in a file."""
    if isinstance(bem, str | Path):
        return _read_solution(bem)
    if isinstance(bem, ConductorModel):
        return bem.value
    if isinstance(bem, HeadModel):
        return bem
    theirs = interop.conductors.conductor_from_mne(bem)
    if theirs is None:
        msg = (
            "bem must be a ConductorModel, of make_sphere_model or make_bem_solution, or a file "
            f"of a solution, got {kind_of(bem)}"
        )
        raise ArgumentTypeError(msg)
    return theirs


@public("leadfield")
@verbose_aware
def make_sphere_model(
    r0: ArrayLike | Literal["auto"] = (0.0, 0.0, 0.04),
    head_radius: float | Literal["auto"] | None = 0.09,
    info: Info | None = None,
    relative_radii: ArrayLike = (0.90, 0.92, 0.97, 1.0),
    sigmas: ArrayLike = (0.33, 1.0, 0.004, 0.33),
    verbose: Verbose = None,
) -> ConductorModel:
    """Make a spherical head model: one sphere, or concentric shells.

    Parameters
    ----------
    r0 : array_like, shape (3,) | "auto"
        Centre in m and head coordinates, or ``"auto"`` to fit a sphere to the digitised head
        shape of ``info``.
    head_radius : float | "auto" | None
        Radius of the outermost shell in m, or ``"auto"`` as for ``r0``. None makes a sphere
        without shells, for MEG only: magnetic fields do not depend on the shells.
    info : Info | None
        Measurement information with the digitised head shape, for ``"auto"``.
    relative_radii : array_like, shape (n_shells,)
        Radii of the shells, relative to the largest.
    sigmas : array_like, shape (n_shells,)
        Conductivity in S/m of each shell. By default these are brain, cerebrospinal fluid,
        skull and scalp.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    sphere : ConductorModel
        The model.

    Raises
    ------
    InputError
        If a number is out of its range, or ``"auto"`` is given without ``info``.

    See Also
    --------
    make_bem_solution : A head model with realistic surfaces.
    make_forward_solution : Compute a forward solution.

    Notes
    -----
    The magnetic field is exact [1]_. The potential is that of three dipoles in a homogeneous
    sphere [2]_, fitted to the series for the shells [3]_: it is within 0.3 % of the series.

    References
    ----------
    .. [1] Sarvas 1987, Phys Med Biol 32:11, equation 25.
    .. [2] Berg & Scherg 1994, Electroencephalogr Clin Neurophysiol 90:58.
    .. [3] Zhang 1995, Phys Med Biol 40:335, equations 5H, 6H and 12.

    Examples
    --------
    >>> make_sphere_model(r0=(0, 0, 0.04), head_radius=None)
    <ConductorModel | sphere around (0.0, 0.0, 40.0) mm, no shells (MEG only)>
    >>> sphere = make_sphere_model(head_radius=0.1, verbose=False)
    >>> [round(float(layer["rad"]), 3) for layer in sphere["layers"]]
    [0.09, 0.092, 0.097, 0.1]
    """
    fitted = None
    for name, given in (("r0", r0), ("head_radius", head_radius)):
        if isinstance(given, str):
            one_of(name, given, ["auto"])
            if info is None:
                msg = f"{name}='auto' needs info with the digitised head shape, got None"
                raise InputError(msg)
            fitted = fitted or fit_sphere_to_headshape(as_info(info))
    centre = fitted[1] if fitted and isinstance(r0, str) else np.asarray(r0, np.float64)
    radius = fitted[0] if fitted and isinstance(head_radius, str) else head_radius
    if radius is None:
        return ConductorModel(make_sphere_without_shells(centre))
    sphere = make_sphere_with_shells(
        centre,
        number("head_radius", radius, above=0, most=1),
        relative_radii=relative_radii,
        conductivities=sigmas,
    )
    return ConductorModel(sphere)


@public("leadfield")
@verbose_aware
def make_bem_solution(
    surfs: BemSurface | Sequence[BemSurface] | Sequence[Mapping[str, Any]] | str | Path,
    *,
    solver: Solver = "mne",
    verbose: Verbose = None,
) -> ConductorModel:
    """Solve a boundary-element model of the head.

    Parameters
    ----------
    surfs : list of BemSurface | path-like
        The surfaces of :func:`make_bem_model`, or a file of them: the inner skull (MEG only),
        or inner skull, outer skull and head (MEG and EEG).
    solver : "mne" | "openmeeg"
        Linear collocation, as MNE-Python's own; or the symmetric equations of the package
        openmeeg, which are slower and more accurate, for three surfaces.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    bem : ConductorModel
        The model.

    Raises
    ------
    InputError
        If a surface is open, inside out, not of the size of a head or intersects another, or
        if other surfaces are given.
    MissingPackageError
        If openmeeg is asked for and not installed.

    See Also
    --------
    make_forward_solution : Compute a forward solution.

    Notes
    -----
    Potentials are linear over each triangle and collocated at the vertices [1]_, [2]_. If the
    skull's conductivity is at most a tenth of the brain's, the isolated-skull approach is
    applied [3]_. OpenMEEG solves for potentials and currents [4]_.

    The model holds factors, of which a forward solution needs no more. The matrix that files
    have, ``bem["solution"]``, takes twice as long again, and is made when it is asked for or
    written.

    References
    ----------
    .. [1] De Munck 1992, IEEE Trans Biomed Eng 39:986.
    .. [2] Mosher, Leahy & Lewis 1999, IEEE Trans Biomed Eng 46:245.
    .. [3] Hämäläinen & Sarvas 1989, IEEE Trans Biomed Eng 36:165, section III.
    .. [4] Gramfort et al. 2010, Biomed Eng Online 9:45.

    Examples
    --------
    >>> from leadfield.numerics.mesh_sphere import icosahedron
    >>> rr, tris = icosahedron(1)
    >>> skull = {"id": 1, "rr": 0.08 * rr, "tris": tris, "sigma": 0.3}
    >>> make_bem_solution([skull], verbose=False)
    <ConductorModel | boundary elements: inner skull>
    """
    solve = looked_up("solver", solver, SOLVERS)
    return ConductorModel(solve(check_shells(as_shells(surfs))))


@public("leadfield")
@verbose_aware
def read_bem_solution(fname: str | Path, *, verbose: Verbose = None) -> ConductorModel:
    """Read a solved boundary-element model from a FIF file, or an HDF5 one.

    Parameters
    ----------
    fname : path-like
        The file, by custom ``-bem-sol.fif``, or ``-bem-sol.h5``, which needs h5py.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    bem : ConductorModel
        The model, in the file's precision.

    Raises
    ------
    FormatError
        If the file is not a FIF file, or has no solution by linear collocation or OpenMEEG.
    MissingPackageError
        If the file is in HDF5, and h5py is not installed.

    See Also
    --------
    write_bem_solution : Write a solution to a file.

    Examples
    --------
    >>> from leadfield import make_bem_model
    >>> skull = make_bem_model("fsaverage5", ico=2, conductivity=0.3, subjects_dir=subjects_dir)
    >>> write_bem_solution("skull-bem-sol.fif", make_bem_solution(skull))
    >>> read_bem_solution("skull-bem-sol.fif")
    <ConductorModel | boundary elements: inner skull>
    """
    return ConductorModel(_read_solution(fname))


def _read_solution(fname: str | Path) -> SolvedModel:
    path = as_path(fname)
    return (read_bem_hdf5 if path.suffix == HDF5 else bem_fif.read_bem_solution)(path)


@public("leadfield")
@verbose_aware
def write_bem_solution(
    fname: str | Path,
    bem: ConductorModel,
    overwrite: bool = False,
    *,
    verbose: Verbose = None,
) -> None:
    """Write a solved boundary-element model to a FIF file, in float32, or an HDF5 one, in float64.

    Parameters
    ----------
    fname : path-like
        The file, by custom ``-bem-sol.fif``, or ``-bem-sol.h5``, which needs h5py.
    bem : ConductorModel
        The model.
    overwrite : bool
        Whether to overwrite an existing file.
    verbose : bool | str | int | None
        Verbosity.

    Raises
    ------
    InputError
        If the model is a sphere, which has no solution to store.
    MissingPackageError
        If the file is to be in HDF5, and h5py is not installed.
    OverwriteError
        If the file exists and ``overwrite`` is False.

    See Also
    --------
    read_bem_solution : Read it back.

    Examples
    --------
    >>> from leadfield import make_bem_model
    >>> skull = make_bem_model("fsaverage5", ico=2, conductivity=0.3, subjects_dir=subjects_dir)
    >>> write_bem_solution("skull-bem-sol.fif", make_bem_solution(skull))
    """
    model = as_conductor(bem)
    if not isinstance(model, SolvedModel):
        msg = f"bem must have a solution to be written, got {ConductorModel(model)!r}"
        raise InputError(msg)
    if as_path(fname).suffix == HDF5:
        write_bem_hdf5(as_path(fname), model, overwrite=overwrite)
    else:
        bem_fif.write_bem_solution(fif_path(fname), model, overwrite=overwrite)
    LOGGER.info("Wrote the boundary-element solution to %s", fname)
