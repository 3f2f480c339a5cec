"""Plots of estimates in volumes: slices of an image, or a glass brain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadfield import figures
from leadfield.api import brain
from leadfield.api.estimates.as_morph import morph_or_none
from leadfield.api.estimates.kinds import as_estimate
from leadfield.api.interop.origin import kind_of
from leadfield.api.sources.source_spaces import as_sources
from leadfield.base.checks import number, one_of
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.files import as_path
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.estimates.directions import moment_lengths
from leadfield.estimates.nifti import grid_of, volumes_of
from leadfield.estimates.source_courses import SourceAxes, SourceCourses, Values
from leadfield.freesurfer.image import ENDINGS, read_image
from leadfield.freesurfer.subjects import image_file, subject_file, subjects_folder
from leadfield.freesurfer.talairach import read_talairach
from leadfield.morph.mixed import Morph, cortex_and_volumes
from leadfield.morph.volumes import apply_volume_morph, points_of

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from leadfield.api.brain.options import ColorLimits, ColorMap
    from leadfield.api.estimates.volume_estimate import VolSourceEstimate
    from leadfield.api.morph.morph import SourceMorph
    from leadfield.api.sources.source_spaces import SourceSpaces
    from leadfield.base.arrays import Floats
    from leadfield.morph.registration import ImageGrid
    from leadfield.sources.space import Sources

Mode = Literal["stat_map", "glass_brain"]


@public("leadfield.viz")
@verbose_aware
def plot_volume_source_estimates(
    stc: VolSourceEstimate,
    src: SourceSpaces | SourceMorph,
    subject: str | None = None,
    subjects_dir: str | Path | None = None,
    mode: Mode = "stat_map",
    bg_img: Any = "T1.mgz",
    colorbar: bool = True,
    colormap: ColorMap = "auto",
    clim: ColorLimits = "auto",
    transparent: bool | Literal["auto"] | None = None,
    show: bool = True,
    initial_time: float | None = None,
    initial_pos: ArrayLike | None = None,
    verbose: Verbose = None,
) -> Figure:
    """Plot an estimate in a volume: slices of an image or a glass brain, and a time course.

    In a window, click a panel for another place, the time course for another time, and press
    the left and right arrow keys, with shift for larger steps, to go through time.

    Parameters
    ----------
    stc : VolSourceEstimate
        The estimate.
    src : SourceSpaces | SourceMorph
        The source spaces of the estimate, with volumes on a grid in an MRI; or a morph of them,
        to draw the estimate in the other subject.
    subject : str | None
        The subject that it is drawn in; None for that of the source spaces or of the estimate, or
        for that which a morph leads to.
    subjects_dir : path-like | None
        Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
    mode : "stat_map" | "glass_brain"
        ``"stat_map"`` shows three slices of the image, through one place, with the value of
        the source nearest to each pixel. ``"glass_brain"`` shows all of a standard brain from
        three sides, with the value farthest from 0 along each ray: its size, unless the
        colors are for both signs. The subject's ``mri/transforms/talairach.xfm`` leads there.
    bg_img : str | path-like | nibabel image | None
        The image of ``"stat_map"``: a name in the subject's ``mri`` folder, a file that ends in
        ``.mgz``, ``.mgh``, ``.nii`` or ``.nii.gz``, or an image of nibabel's. None is
        ``"T1.mgz"``.
    colorbar : bool
        Whether to show a color bar.
    colormap : str | Colormap
        Color map; ``"auto"`` takes one for signed or unsigned values.
    clim : "auto" | dict
        Color limits: ``kind`` (``"percent"`` or ``"value"``) and ``lims`` or ``pos_lims``, each
        three numbers; ``"auto"`` goes from two fifths of the largest value to it.
    transparent : bool | "auto" | None
        Whether small values are transparent; None and ``"auto"`` are True.
    show : bool
        Whether to show the figure, if the Matplotlib backend is interactive.
    initial_time : float | None
        The time in s; None for that of the largest size, at ``initial_pos`` if given.
    initial_pos : array_like, shape (3,) | None
        The place in m, in the coordinates that the panels give; None for the source with the
        largest size, at ``initial_time`` if given.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    fig : matplotlib.figure.Figure
        The figure.

    Raises
    ------
    InputError
        If the estimate is of no volume, or complex.
    MismatchError
        If ``src`` has other sources, or is of another subject.
    MissingFileError
        If the image or the transform to MNI coordinates is not there.

    See Also
    --------
    leadfield.VolSourceEstimate.as_volume : The values as an image.

    Examples
    --------
    >>> from leadfield.viz import plot_volume_source_estimates
    >>> stc = leadfield.VolSourceEstimate([[1.0, 3.0]], [[5]], 0, 0.1)  # doctest: +SKIP
    >>> fig = plot_volume_source_estimates(stc, src, "sample")  # doctest: +SKIP
    """
    return draw_volume(as_estimate(stc).value, locals())


def draw_volume(courses: SourceCourses, arguments: Mapping[str, Any]) -> Figure:
    """The figure that a plot function's arguments ask for."""
    own = {"self", "stc", "verbose"}
    return _draw(courses, **{name: arguments[name] for name in arguments.keys() - own})


def _draw(
    courses: SourceCourses,
    *,
    src: object,
    subject: str | None,
    subjects_dir: str | Path | None,
    mode: Mode,
    bg_img: Any,
    colorbar: bool,
    colormap: ColorMap,
    clim: ColorLimits,
    transparent: bool | Literal["auto"] | None,
    show: bool,
    initial_time: float | None,
    initial_pos: ArrayLike | None,
) -> Figure:
    one_of("mode", mode, ("stat_map", "glass_brain"))
    one_of("transparent", transparent, (True, False, "auto", None))
    courses, activity, known = on_grid(courses, src)
    subject = one_subject(subject, known, courses.axes.subject)
    fades = transparent is not False
    table = brain.colour_table_for(activity.values, colormap, clim, fades)
    style = figures.volume_view.VolumeStyle(
        colour_table=table,
        quantity=courses.axes.quantity or "Activation",
        colour_bar=bool(colorbar),
        bright=mode == "glass_brain",
    )
    if mode == "glass_brain":
        affine = read_talairach(_talairach(subject, subjects_dir)) @ activity.affine
        activity = replace(activity, affine=affine)
        signed = table.limits.signed
        panels: Any = figures.volume_panels.make_glass_brain(activity, signed=signed)
    else:
        image = read_background("T1.mgz" if bg_img is None else bg_img, subject, subjects_dir)
        panels = figures.volume_panels.make_slices(activity, *image)
    view = figures.volume_view.VolumeView(panels, courses.times, style, show=show)
    row, sample = first_place(courses, activity.places, initial_time, initial_pos)
    view.go_to(activity.places[row], sample)
    place = np.round(activity.places[row], 1).tolist()
    LOGGER.info("Showing %s mm at %g s", place, courses.times[sample])
    return figures.canvas.show_figure(view.figure, show=show)


def _scalars(courses: SourceCourses) -> SourceCourses:
    """An estimate in a volume with one real value a source; lengths of moments."""
    if courses.axes.kind != "volume":
        msg = (
            f"stc must be in a volume, got an estimate on a {courses.axes.kind} source space: "
            "draw its parts, stc.surface() and stc.volume()"
        )
        raise InputError(msg)
    if np.iscomplexobj(courses.data):
        msg = "pictures show real values, got complex ones: draw abs(stc)"
        raise InputError(msg)
    if not courses.data.size:
        msg = f"stc must have sources and times to be drawn, got shape {courses.data.shape}"
        raise InputError(msg)
    if not courses.axes.vector:
        return courses
    axes = replace(courses.axes, vector=False)
    return SourceCourses(axes=axes, data=moment_lengths(courses.data))


def on_grid(
    courses: SourceCourses, src: object
) -> tuple[SourceCourses, figures.volume_panels.GridActivity, str | None]:
    """An estimate of one value a source, its values on a grid, and the subject of the grid.

    ``src`` are its source spaces, or a morph, which takes it to another subject.
    """
    morph = morph_or_none(src)
    if morph is not None:
        return _morphed(courses, morph)
    scalars = _scalars(courses)
    return scalars, *_on_own_grid(scalars, as_sources(src))


def _morphed(
    courses: SourceCourses, morph: Morph
) -> tuple[SourceCourses, figures.volume_panels.GridActivity, str]:
    """The estimate in another subject, its values on the grid there, and the subject."""
    volumes = cortex_and_volumes(morph)[1]
    if volumes is None:
        msg = "src must be a morph of volumes, got one of surfaces"
        raise InputError(msg)
    data, axes = apply_volume_morph(volumes, _scalars(courses))
    end = volumes.path.end
    return SourceCourses(axes=axes, data=data), _at(data, axes, end), volumes.subject_to


def _on_own_grid(
    courses: SourceCourses, sources: Sources
) -> tuple[figures.volume_panels.GridActivity, str | None]:
    """The values on the grid of the volumes, in scanner coordinates, and the subject."""
    if sources.kind == "mixed":
        sources = replace(sources, spaces=sources.spaces[2:])
    space = volumes_of(courses, sources)[0]
    return _at(courses.data, courses.axes, points_of(grid_of(space))), space.subject


def _at(data: Values, axes: SourceAxes, points: ImageGrid) -> figures.volume_panels.GridActivity:
    """Values at some points of a grid."""
    vertices = np.concatenate(axes.vertices)
    rows = np.full(np.prod(points.shape), -1)
    rows[vertices] = np.arange(len(vertices))
    return figures.volume_panels.GridActivity(
        values=data.real,
        rows=rows.reshape(points.shape, order="F"),
        affine=points.to_scanner,
        vertices=vertices,
    )


def one_subject(asked: str | None, *known: str | None) -> str | None:
    """The subject that is asked for or known; all that are known must be one."""
    names = {name for name in (asked, *known) if name is not None}
    if len(names) > 1:
        msg = f"subject must be that of src and of the estimate, got {sorted(names)}"
        raise MismatchError(msg)
    return names.pop() if names else None


def _talairach(subject: str | None, subjects_dir: str | Path | None) -> Path:
    """The file that leads from a subject's scanner coordinates to MNI's."""
    if subject is None:
        msg = "subject must be given for a glass brain where src and stc have none, got None"
        raise InputError(msg)
    folder = subjects_folder(subjects_dir)
    return subject_file(folder, subject, "mri", "transforms", "talairach.xfm")


def read_background(
    bg_img: Any, subject: str | None, subjects_dir: str | Path | None
) -> tuple[NDArray[Any], Floats]:
    """Values (x, y, z) of an image, and where in scanner coordinates its voxels are, in mm."""
    if isinstance(bg_img, str | PathLike):
        path = image_file(as_path(bg_img), subject, subjects_dir)
        if path.name.endswith(ENDINGS):
            found = read_image(path)
            return found.values, found.geometry.to_scanner
        if not path.name.endswith((".nii", ".nii.gz")):
            msg = f"bg_img must end in .mgz, .mgh, .nii or .nii.gz, got {path.name!r}"
            raise InputError(msg)
        bg_img = import_module("nibabel").load(path)
    if not hasattr(bg_img, "dataobj") or not hasattr(bg_img, "affine"):
        msg = f"bg_img must be an image of nibabel's, or its file, got {kind_of(bg_img)}"
        raise ArgumentTypeError(msg)
    values = np.asarray(bg_img.dataobj)
    if values.ndim == 4 and values.shape[3] == 1:
        values = values[..., 0]
    if values.ndim != 3:
        msg = f"bg_img must have three dimensions, got shape {values.shape}"
        raise InputError(msg)
    return values, np.asarray(bg_img.affine, np.float64)


def first_place(
    courses: SourceCourses, places: Floats, time: float | None, place: ArrayLike | None
) -> tuple[int, int]:
    """Row and sample that are shown first: of the largest size, where neither is given."""
    sizes = np.abs(courses.data)
    if time is not None:
        sample = int(np.abs(courses.times - number("initial_time", time)).argmin())
        samples = slice(sample, sample + 1)
    else:
        samples = slice(0, sizes.shape[1])
    if place is None:
        found = np.unravel_index(sizes[:, samples].argmax(), sizes[:, samples].shape)
        return int(found[0]), samples.start + int(found[1])
    wanted = np.asarray(place, np.float64)
    if wanted.shape != (3,) or not np.isfinite(wanted).all():
        msg = f"initial_pos must be three coordinates in m, got {place!r}"
        raise InputError(msg)
    row = int(np.linalg.norm(places - 1e3 * wanted, axis=1).argmin())
    return row, samples.start + int(sizes[row, samples].argmax())
