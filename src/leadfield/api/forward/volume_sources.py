"""Source spaces in volumes: ``setup_volume_source_space``."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.forward.bem_surfaces import as_shells
from leadfield.api.forward.conductors import ConductorModel, as_conductor
from leadfield.api.interop.origin import mne_bases
from leadfield.api.sources.segmentation import ASEG, as_structures
from leadfield.api.sources.source_spaces import SourceSpaces
from leadfield.base.arrays import Floats
from leadfield.base.checks import looked_up, number
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError, UnknownNameError
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.forward.bem import Shell, ShellKind, one_shell
from leadfield.forward.brain_bounds import BrainBounds, bounds_of_sphere, bounds_of_surface
from leadfield.forward.solved import SolvedModel
from leadfield.forward.sphere import SphericalHeadModel
from leadfield.forward.volume_sources import GridOptions, grid_sources
from leadfield.freesurfer.subjects import image_file
from leadfield.freesurfer.surface import Surface, read_surface
from leadfield.recording.frames import Frame, frame_name
from leadfield.sources.grid import MM
from leadfield.sources.points import point_sources

UNITS = {"m": 1.0, "mm": MM}
HEAD = (0.0, 0.0, 0.0, 0.095)  # centre and radius of the sphere that stands for a brain, in m


@public("leadfield")
@verbose_aware
def setup_volume_source_space(
    subject: str | None = None,
    pos: float | Mapping[str, ArrayLike] = 5.0,
    mri: str | Path | None = None,
    sphere: ArrayLike | ConductorModel | None = None,
    bem: str | Path | ConductorModel | None = None,
    surface: str | Path | Mapping[str, ArrayLike] | None = None,
    mindist: float = 5.0,
    exclude: float = 0.0,
    subjects_dir: str | Path | None = None,
    volume_label: str | Sequence[str] | Mapping[str, int] | None = None,
    add_interpolator: bool = True,
    sphere_units: Literal["m", "mm"] = "m",
    single_volume: bool = False,
    *,
    n_jobs: int | None = None,
    verbose: Verbose = None,
) -> SourceSpaces:
    """Place sources in the volume of the brain, or in structures of it.

    Parameters
    ----------
    subject : str | None
        The subject, for the images in its ``mri`` folder. None needs no image, or a path.
    pos : float | dict
        Distance in mm between the points of a regular grid. Or the points themselves: a dict
        with ``"rr"``, positions (n_sources, 3) in m in the MRI frame, and ``"nn"``, normals.
    mri : path-like | None
        The image that sources are shown in: an ``.mgz`` or ``.mgh`` file, or its name in the
        ``mri`` folder of the subject. By default ``"T1.mgz"`` of the subject, or ``"aseg.mgz"``
        with ``volume_label``. Without an image sources are single points.
    sphere : array_like, shape (4,) | float | ConductorModel | None
        Centre and radius of a sphere, or the radius of one around the origin, that bounds the
        sources unless ``bem`` or ``surface`` is given; or a sphere model, whose innermost shell
        counts, as if it were in the MRI frame. None is a sphere of 95 mm around the origin.
    bem : path-like | ConductorModel | None
        A boundary-element model, or a file with its surfaces, whose inner skull bounds the
        sources.
    surface : path-like | dict | None
        A FreeSurfer surface that bounds them, or a dict of ``"rr"``, in mm, and ``"tris"``.
    mindist : float
        Least distance in mm to what bounds them.
    exclude : float
        Least distance in mm to its centre.
    subjects_dir : path-like | None
        Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
    volume_label : str | list of str | dict of str to int | None
        The structures to place sources in: names in FreeSurfer's table, for an ``aseg.mgz``, or
        numbers in the image by name. None for all of the brain.
    add_interpolator : bool
        Whether to compute how sources fill the voxels of the image, which
        ``stc.as_volume(mri_resolution=True)`` and pictures need.
    sphere_units : "m" | "mm"
        The unit of ``sphere``.
    single_volume : bool
        Whether structures share one source space; by default each has its own.
    n_jobs : int | None
        Accepted for compatibility with MNE-Python; it has no effect.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    src : SourceSpaces
        The source spaces, in the MRI frame, in m.

    Raises
    ------
    InputError
        If arguments exclude each other, or what bounds the sources cannot.
    MissingFileError
        If an image or surface is not there.
    StateError
        If names of structures are given for another image than an ``aseg.mgz``.
    UnknownNameError
        If a structure has no name in FreeSurfer's table.

    See Also
    --------
    setup_source_space : Place sources on the cortex; ``+`` joins both.
    get_volume_labels_from_aseg : Which structures there are.

    Examples
    --------
    >>> src = setup_volume_source_space(
    ...     pos=20.0, sphere=(0, 0, 0, 80), sphere_units="mm", mri=aseg, verbose=False
    ... )
    >>> src
    <SourceSpaces: [<volume 11x11x11: 251 of 1331 points>] MRI (surface RAS) coordinates>
    >>> setup_volume_source_space(
    ...     pos=10.0, mri=aseg, volume_label="Left-Thalamus-Proper", verbose=False
    ... )[0]["nuse"]
    2
    """
    del n_jobs
    if mri is None and subject is not None:
        mri = ASEG if volume_label is not None else None if isinstance(pos, Mapping) else "T1.mgz"
    image = None if mri is None else image_file(mri, subject, subjects_dir)
    if isinstance(pos, Mapping):
        if image is not None or volume_label is not None:
            msg = "pos must be a distance for sources in an image (mri, volume_label), got points"
            raise InputError(msg)
        src = SourceSpaces(point_sources(*_points(pos), subject=subject))
    else:
        options = GridOptions(
            spacing=_spacing(pos),
            margin=number("mindist", mindist, least=0) / 1e3,
            hole=number("exclude", exclude, least=0) / 1e3,
            image=image,
            structures=_structures(volume_label, image),
            joined=bool(single_volume),
            interpolated=bool(add_interpolator),
        )
        src = SourceSpaces(
            grid_sources(_bounds(sphere, sphere_units, bem, surface), options, subject)
        )
    LOGGER.info("%s", src)
    return src


def _spacing(pos: object) -> float:
    """The distance between points of a grid, in m."""
    try:
        return number("pos", pos, above=0) / 1e3
    except ArgumentTypeError as error:
        msg = f"pos must be a distance in mm, or a dict of 'rr' and 'nn', got {pos!r}"
        raise InputError(msg) from error


def _structures(volume_label: object, image: Path | None) -> dict[str, int] | None:
    """Numbers of the structures in the image, by name; None for all of the brain."""
    if volume_label is None:
        return None
    if image is None:
        msg = f"volume_label needs mri, the image it is in, or subject, got {volume_label!r}"
        raise ArgumentTypeError(msg)
    return as_structures(volume_label, image)


def _points(pos: Mapping[str, ArrayLike]) -> tuple[Floats, Floats]:
    """Positions, and normals of length 1."""
    if not {"rr", "nn"} <= pos.keys():
        msg = f"pos must have 'rr', positions in m, and 'nn', normals, got {sorted(pos)}"
        raise UnknownNameError(msg)
    positions, normals = (np.array(pos[key], np.float64) for key in ("rr", "nn"))
    if positions.shape != normals.shape or positions.ndim != 2 or positions.shape[1] != 3:
        msg = (
            "pos['rr'] and pos['nn'] must be n x 3 numbers each, got shapes "
            f"{positions.shape} and {normals.shape}"
        )
        raise InputError(msg)
    lengths = np.linalg.norm(normals, axis=1, keepdims=True)
    if not (np.isfinite(positions).all() and np.isfinite(lengths).all() and lengths.all()):
        msg = "pos['rr'] and pos['nn'] must be finite, and no normal zero"
        raise InputError(msg)
    return positions, normals / lengths


def _bounds(sphere: Any, sphere_units: str, bem: Any, surface: Any) -> BrainBounds:
    """What bounds the sources: the surface or model that is given, else the sphere."""
    if bem is not None and surface is not None:
        msg = "only one of bem and surface may bound the sources, got both"
        raise InputError(msg)
    scale = looked_up("sphere_units", sphere_units, UNITS)
    if bem is not None:
        shell = _inner_skull(bem)
        return bounds_of_surface(shell.vertices, shell.triangles)
    if surface is not None:
        mesh = _mesh(surface)
        return bounds_of_surface(mesh.vertices * MM, mesh.triangles)
    *centre, radius = _sphere(sphere, scale)
    if not radius > 0:
        msg = f"sphere must have a radius above 0, got {radius:g} m"
        raise InputError(msg)
    return bounds_of_sphere(np.array(centre), radius)


def _sphere(sphere: Any, scale: float) -> list[float]:
    """Centre and radius, in m."""
    if sphere is None:
        return list(HEAD)
    if isinstance(sphere, ConductorModel) or "ConductorModel" in mne_bases(sphere):
        model = as_conductor(sphere)
        if not isinstance(model, SphericalHeadModel) or not len(model.radii):
            msg = "sphere must be a sphere with shells where it is a head model: pass others as bem"
            raise InputError(msg)
        return [*model.centre.tolist(), float(model.radii[0])]
    try:
        values = np.array(sphere, np.float64)
    except (TypeError, ValueError):
        values = np.empty(0)
    if values.shape == ():
        values = np.array([0.0, 0.0, 0.0, values])
    if values.shape != (4,) or not np.isfinite(values).all():
        msg = f"sphere must be a radius, or a centre and a radius (x, y, z, r), got {sphere!r}"
        raise InputError(msg)
    return [scale * float(x) for x in values]


def _inner_skull(bem: Any) -> Shell:
    if isinstance(bem, str | Path):
        shell = one_shell(as_shells(bem), ShellKind.INNER_SKULL, Path(bem))
    else:
        model = as_conductor(bem)
        if not isinstance(model, SolvedModel):
            msg = "bem must be of boundary elements, got a sphere model: pass it as sphere"
            raise InputError(msg)
        shell = model.shells[-1]
    if shell.frame != Frame.MRI:
        msg = f"bem must be in MRI coordinates, got {frame_name(shell.frame)}"
        raise MismatchError(msg)
    return shell


def _mesh(surface: Any) -> Surface:
    if not isinstance(surface, Mapping):
        return read_surface(surface)
    if not {"rr", "tris"} <= surface.keys():
        msg = f"surface must have 'rr', in mm, and 'tris' where it is a dict, got {sorted(surface)}"
        raise UnknownNameError(msg)
    return Surface(vertices=surface["rr"], triangles=surface["tris"])
