"""Figures of dipoles: ``plot_dipole_amplitudes``, ``plot_dipole_locations``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from leadfield import figures
from leadfield.api.forward.as_dipoles import as_dipoles, each_of
from leadfield.api.forward.make import as_registration
from leadfield.base.checks import number, one_of, whole
from leadfield.base.errors import InputError, MismatchError, OutOfRangeError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.freesurfer.image import read_image
from leadfield.freesurfer.subjects import subject_file, subjects_folder
from leadfield.recording.frames import Frame, Transform

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from leadfield.api.forward.dipole import Dipole
    from leadfield.api.recording.transforms import CoordinateTransform
    from leadfield.base.arrays import Floats
    from leadfield.forward.dipoles import Dipoles

Best = Literal["gof", "amplitude"]
ARROW = 0.01  # m, where no length is asked for
FRAMES = {"mri": "MRI", "head": "head"}
OTHERS, ALONE = "y", "r"  # MNE-Python's colours, of all dipoles and of one alone


@public("leadfield.viz")
def plot_dipole_amplitudes(
    dipoles: Dipole | Sequence[Dipole], colors: Sequence[Any] | None = None, show: bool = True
) -> Figure:
    """Plot the strengths of dipoles over time.

    Parameters
    ----------
    dipoles : Dipole | list of Dipole
        The dipoles, a line each.
    colors : list of color | None
        Matplotlib colors, one for each; None for distinct ones.
    show : bool
        Whether to show the figure, if the Matplotlib backend is interactive.

    Returns
    -------
    fig : matplotlib.figure.Figure
        The figure.

    Raises
    ------
    MismatchError
        If there are not as many colors as dipoles.

    Examples
    --------
    >>> from leadfield import Dipole
    >>> dipole = Dipole([0.1, 0.2], [[0, 0.03, 0.06]] * 2, [2e-8, 3e-8], [[1, 0, 0]] * 2, [90, 95])
    >>> fig = plot_dipole_amplitudes([dipole], show=False)
    """
    several = each_of(dipoles)
    if colors is None:
        colors = list(islice(cycle(figures.canvas.COLOURS), len(several)))
    if len(colors) != len(several):
        msg = f"colors must be one for each of {len(several)} dipoles, got {len(colors)}"
        raise MismatchError(msg)
    figure = figures.dipoles.draw_dipole_amplitudes(several, colors, show=show)
    return figures.canvas.show_figure(figure, show=show)


@public("leadfield.viz")
@verbose_aware
def plot_dipole_locations(
    dipoles: Dipole | Sequence[Dipole],
    trans: CoordinateTransform | str | Path | None = None,
    subject: str | None = None,
    subjects_dir: str | Path | None = None,
    mode: Literal["orthoview"] = "orthoview",
    coord_frame: Literal["mri", "head"] = "mri",
    idx: int | Best = "gof",
    show_all: bool = True,
    ax: Any = None,
    block: bool = False,
    show: bool = True,
    scale: float | None = None,
    color: Any = None,
    *,
    highlight_color: Any = "r",
    fig: None = None,
    title: str | None = None,
    head_source: Any = "seghead",
    surf: str | None = "pial",
    width: float | None = None,
    verbose: Verbose = None,
) -> Figure:
    """Plot where dipoles are, in three slices of the MRI through one of them.

    Parameters
    ----------
    dipoles : Dipole | list of Dipole
        The dipoles.
    trans : CoordinateTransform | path-like | "fsaverage" | None
        The transform between head and MRI coordinates; None if both are the same.
    subject : str | None
        The subject, with ``mri/T1.mgz``.
    subjects_dir : path-like | None
        Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
    mode : "orthoview"
        MNE-Python's other modes need its surfaces or its 3-D library:
        ``dipole.to_mne().plot_locations(...)``.
    coord_frame : "mri" | "head"
        The coordinates, whose axes the slices are across.
    idx : int | "gof" | "amplitude"
        The dipole that the slices go through: its number, or the one that fits best or is
        strongest.
    show_all : bool
        Whether to mark the other dipoles, too.
    ax : list of Axes | None
        Three Matplotlib axes to plot in: sagittal, coronal, axial.
    block : bool
        Whether to wait until the window is closed.
    show : bool
        Whether to show the figure, if the Matplotlib backend is interactive.
    scale : float | None
        Length of the arrows in m, None for 0.01.
    color : color | None
        Color of the dipoles; None for yellow, or red without ``show_all``.
    highlight_color : color
        Color of the one dipole among all.
    fig : None
        Must be None: it belongs to other modes.
    title : str | None
        Title of the figure; None for what the one dipole is.
    head_source, surf : str
        Have no effect: they belong to other modes.
    width : float | None
        Width of the arrows, as a share of a panel's.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    fig : matplotlib.figure.Figure
        The figure, a still.

    Raises
    ------
    InputError
        If another mode is asked for, or there is no subject.
    MissingFileError
        If the subject's image is not there.

    See Also
    --------
    leadfield.Dipole.to_mri : The places in numbers.

    Examples
    --------
    >>> from leadfield.viz import plot_dipole_locations
    >>> plot_dipole_locations(dipole, "a-trans.fif", "sample", show=False)  # doctest: +SKIP
    """
    return draw_locations(as_dipoles(dipoles), locals())


def draw_locations(value: Dipoles, arguments: Mapping[str, Any]) -> Figure:
    """The figure that a plot function's arguments ask for."""
    own = {"self", "dipoles", "head_source", "surf", "verbose"}
    return _draw(value, **{name: arguments[name] for name in arguments.keys() - own})


def _draw(
    value: Dipoles,
    *,
    trans: CoordinateTransform | str | Path | None,
    subject: str | None,
    subjects_dir: str | Path | None,
    mode: str,
    coord_frame: str,
    idx: int | str,
    show_all: bool,
    ax: Any,
    block: bool,
    show: bool,
    scale: float | None,
    color: Any,
    highlight_color: Any,
    fig: object,
    title: str | None,
    width: float | None,
) -> Figure:
    _check_mode(mode, fig)
    to_frame = as_registration(trans).between(Frame.HEAD, Frame.MRI)
    one_of("coord_frame", coord_frame, FRAMES)
    active = _chosen(value, idx)
    if subject is None:
        msg = "subject must be given, on whose MRI dipoles are drawn, got None"
        raise InputError(msg)
    image = read_image(subject_file(subjects_folder(subjects_dir), subject, "mri", "T1.mgz"))
    affine = image.geometry.to_mri
    if coord_frame == "head":
        affine = to_frame.inverse().matrix @ affine
        to_frame = Transform(source=Frame.HEAD, target=Frame.HEAD, matrix=np.eye(4))
    if not show_all:
        value, active = value.take(np.array([active])), 0
    length = ARROW if scale is None else number("scale", scale, above=0)
    marks = figures.dipoles.DipoleMarks(
        places=1e3 * to_frame.points(value.positions),
        arrows=1e3 * length * to_frame.directions(value.orientations),
        active=active,
        colour=color or (OTHERS if show_all else ALONE),
        highlight=highlight_color if show_all else color or ALONE,
        width=width,
    )
    millimetres = np.diag([1e3, 1e3, 1e3, 1.0]) @ affine
    slices = figures.volume_panels.slice_image(image.values, millimetres, marks.places)
    words = _title(value, active, marks.places[active], coord_frame) if title is None else title
    figure = figures.dipoles.draw_dipole_slices(slices, marks, words, axes=ax, show=show)
    return figures.canvas.show_figure(figure, show=show, block=block or None)


def _check_mode(mode: str, fig: object) -> None:
    if mode in {"arrow", "sphere", "outlines"} or fig is not None:
        msg = (
            f"mode must be 'orthoview', and fig None, got {mode!r}: other modes are MNE-Python's, "
            "dipole.to_mne().plot_locations(...)"
        )
        raise InputError(msg)
    one_of("mode", mode, ("orthoview",))


def _chosen(value: Dipoles, idx: int | str) -> int:
    """The number of the dipole that slices go through."""
    if isinstance(idx, str):
        one_of("idx", idx, ("gof", "amplitude"))
        return int(np.argmax(value.fit if idx == "gof" else value.amplitudes))
    row, n = whole("idx", idx), len(value.times)
    if row >= n:
        msg = f"idx must be below {n}, the number of dipoles, got {row}"
        raise OutOfRangeError(msg)
    return row


def _title(value: Dipoles, row: int, place: Floats, frame: str) -> str:
    x, y, z = place
    name = "" if value.name is None else f"{value.name}, "
    return (
        f"{name}{value.times[row]:.3f} s: {1e9 * value.amplitudes[row]:.1f} nA·m at ({x:.1f}, "
        f"{y:.1f}, {z:.1f}) mm in {FRAMES[frame]} coordinates, fit {value.fit[row]:.1f} %"
    )
