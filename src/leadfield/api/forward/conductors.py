"""Models of how the head conducts, as users hold them: spheres and boundary elements."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.forward.bem_surfaces import BemSurface, as_shells, fif_path
from leadfield.api.recording.info import as_info
from leadfield.base.checks import number, one_of
from leadfield.base.errors import ArgumentTypeError, InputError, StateError, UnknownNameError
from leadfield.base.files import as_path
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.forward.bem import LINEAR_COLLOCATION, BemModel, solve_bem
from leadfield.forward.equivalent_dipoles import make_sphere_with_shells, make_sphere_without_shells
from leadfield.forward.fif import bem as bem_fif
from leadfield.forward.head_model import HeadModel
from leadfield.forward.head_shape import fit_sphere_to_headshape
from leadfield.forward.shell_checks import check_shells
from leadfield.forward.sphere import SphericalHeadModel


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
BOUNDARY: dict[str, Callable[[BemModel], Any]] = {
    "is_sphere": lambda _: False,
    "surfs": lambda model: [BemSurface(shell) for shell in model.shells],
    "solution": lambda model: model.solution,
    "nsol": lambda model: len(model.solution),
    "sigma": lambda model: model.conductivities,
    "bem_method": lambda _: LINEAR_COLLOCATION,
    "solver": lambda _: "mne",
}


class ConductorModel(Mapping[str, Any]):
    """A model of how the head conducts, with MNE-Python's keys.

    ``bem["is_sphere"]`` tells of which kind it is. A sphere has ``"r0"`` and ``"layers"``, a
    boundary-element model ``"surfs"`` and ``"solution"``.

    Parameters
    ----------
    value : forward.conductor.Conductor
        The model; users get theirs from :func:`make_sphere_model`, :func:`make_bem_solution`
        and files.

    See Also
    --------
    make_forward_solution : What it is for.
    """

    def __init__(self, value: HeadModel) -> None:
        self.value = value

    def _table(self) -> dict[str, Callable[[Any], Any]]:
        if isinstance(self.value, SphericalHeadModel):
            return {**SPHERE, **(SHELLS if len(self.value.radii) else {})}
        return {**BOUNDARY}

    def __getitem__(self, key: str) -> Any:
        table = self._table()
        if key not in table:
            msg = f"this model has {', '.join(map(repr, table))}, got {key!r}"
            raise UnknownNameError(msg)
        return table[key](self.value)

    def __iter__(self) -> Iterator[str]:
        return iter(self._table())

    def __len__(self) -> int:
        return len(self._table())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ConductorModel) and self.value is other.value

    __hash__ = None  # type: ignore[assignment]

    @property
    def radius(self) -> float | None:
        """Radius in m of the outermost shell of a sphere; None without shells."""
        if not isinstance(self.value, SphericalHeadModel):
            msg = "only a sphere model has a radius, this is a boundary-element model"
            raise StateError(msg)
        return float(self.value.radii[-1]) if len(self.value.radii) else None

    def copy(self) -> "ConductorModel":
        """Another holder of the same model, which never changes.

        Returns
        -------
        bem : ConductorModel
            The same model.
        """
        return ConductorModel(self.value)

    def __repr__(self) -> str:
        if isinstance(self.value, BemModel):
            names = ", ".join(shell.kind.label for shell in self.value.shells)
            return f"<ConductorModel | boundary elements: {names}>"
        x, y, z = 1e3 * self["r0"]
        shells = "no shells (MEG only)"
        if self.radius is not None:
            shells = f"{len(self['layers'])} shells, radius {1e3 * self.radius:.0f} mm"
        return f"<ConductorModel | sphere around ({x:.1f}, {y:.1f}, {z:.1f}) mm, {shells}>"


def as_conductor(bem: Any) -> HeadModel:
    """The value of a ConductorModel, or of the solution in a file."""
    if isinstance(bem, str | Path):
        return bem_fif.read_bem_solution(as_path(bem))
    if isinstance(bem, ConductorModel):
        return bem.value
    if isinstance(bem, HeadModel):
        return bem
    msg = (
        "bem must be a ConductorModel, of make_sphere_model or make_bem_solution, or a file of a "
        f"solution, got {type(bem).__name__}"
    )
    raise ArgumentTypeError(msg)


@public("leadfield")
@verbose_aware
def make_sphere_model(
    r0: ArrayLike | str = (0.0, 0.0, 0.04),
    head_radius: float | str | None = 0.09,
    info: Any = None,
    relative_radii: ArrayLike = (0.90, 0.92, 0.97, 1.0),
    sigmas: ArrayLike = (0.33, 1.0, 0.004, 0.33),
    verbose: Verbose = None,
) -> ConductorModel:
    """Make a model of the head as concentric spheres.

    Parameters
    ----------
    r0 : array_like, shape (3,) | str
        Centre in m and head coordinates, or ``"auto"`` for that of the sphere nearest to the
        digitised points of ``info``.
    head_radius : float | str | None
        Radius of the outermost shell in m, or ``"auto"`` as for ``r0``. None makes a sphere
        without shells: good for MEG, which does not depend on them, and not for EEG.
    info : Info | None
        Where ``"auto"`` takes its points from.
    relative_radii : array_like, shape (n_shells,)
        Radii of the shells, relative to the largest.
    sigmas : array_like, shape (n_shells,)
        Conductivity in S/m next inside each shell. By default these are brain, cerebrospinal
        fluid, skull and scalp.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    sphere : ConductorModel
        The model.

    Raises
    ------
    InputError
        If a number cannot be, or ``"auto"`` comes without points.

    See Also
    --------
    make_bem_solution : A model of the head's own shape.
    make_forward_solution : The next step.

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
                msg = f"{name}='auto' needs info with the digitised points of the head, got None"
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
    surfs: Any, *, solver: str = "mne", verbose: Verbose = None
) -> ConductorModel:
    """Solve a boundary-element model of the head.

    Parameters
    ----------
    surfs : list of BemSurface | path-like
        The surfaces of :func:`make_bem_model`, or a file of them: inner skull, for MEG, or
        inner skull, outer skull and head.
    solver : str
        ``"mne"``, the linear collocation of MNE-Python. There is no other.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    bem : ConductorModel
        The model.

    Raises
    ------
    InputError
        If a surface is open, inside out, not as large as a head or crosses another, or other
        surfaces come than these.

    See Also
    --------
    make_forward_solution : The next step.

    Notes
    -----
    Potentials are linear in each triangle, and right at the vertices [1]_, [2]_. A skull that
    conducts a tenth of what the brain does or less is corrected for [3]_.

    References
    ----------
    .. [1] De Munck 1992, IEEE Trans Biomed Eng 39:986.
    .. [2] Mosher, Leahy & Lewis 1999, IEEE Trans Biomed Eng 46:245.
    .. [3] Hämäläinen & Sarvas 1989, IEEE Trans Biomed Eng 36:165, section III.

    Examples
    --------
    >>> from leadfield.numerics.mesh_sphere import icosahedron
    >>> rr, tris = icosahedron(1)
    >>> skull = {"id": 1, "rr": 0.08 * rr, "tris": tris, "sigma": 0.3}
    >>> make_bem_solution([skull], verbose=False)
    <ConductorModel | boundary elements: inner skull>
    """
    one_of("solver", solver, ["mne"])
    return ConductorModel(solve_bem(check_shells(as_shells(surfs))))


@public("leadfield")
@verbose_aware
def read_bem_solution(fname: str | Path, *, verbose: Verbose = None) -> ConductorModel:
    """Read a solved boundary-element model from a FIF file.

    Parameters
    ----------
    fname : path-like
        The file, by custom ``-bem-sol.fif``.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    bem : ConductorModel
        The model, in the file's precision.

    Raises
    ------
    FormatError
        If the file is no FIF file or holds no solution by linear collocation.

    See Also
    --------
    write_bem_solution : Write one.

    Examples
    --------
    >>> from leadfield import make_bem_model
    >>> skull = make_bem_model("fsaverage5", ico=2, conductivity=0.3, subjects_dir=subjects_dir)
    >>> write_bem_solution("skull-bem-sol.fif", make_bem_solution(skull))
    >>> read_bem_solution("skull-bem-sol.fif")
    <ConductorModel | boundary elements: inner skull>
    """
    return ConductorModel(bem_fif.read_bem_solution(as_path(fname)))


@public("leadfield")
@verbose_aware
def write_bem_solution(
    fname: str | Path,
    bem: ConductorModel,
    overwrite: bool = False,
    *,
    verbose: Verbose = None,
) -> None:
    """Write a solved boundary-element model to a FIF file, in float32.

    Parameters
    ----------
    fname : path-like
        The file, by custom ``-bem-sol.fif``.
    bem : ConductorModel
        The model.
    overwrite : bool
        Whether a file that is there may be replaced.
    verbose : bool | str | int | None
        How much to tell.

    Raises
    ------
    InputError
        If the model is a sphere: there is nothing to store of it.
    OverwriteError
        If the file is there and may not be replaced.

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
    if not isinstance(model, BemModel):
        msg = "bem must be a boundary-element model to be written, got a sphere"
        raise InputError(msg)
    bem_fif.write_bem_solution(fif_path(fname), model, overwrite=overwrite)
    LOGGER.info("Wrote the boundary-element solution to %s", fname)
