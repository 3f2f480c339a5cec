"""The brain that ``stc.plot`` returns: a picture that can be added to and turned."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadfield.api.brain.check_options import brain_options, picture_size
from leadfield.api.brain.marks import (
    annotation_parts,
    caption_of,
    foci_of,
    label_file,
    label_parts,
)
from leadfield.api.brain.picture import BrainPicture
from leadfield.api.brain.scene import brain_scene, first_place
from leadfield.base.checks import number, one_of, whole
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.log import verbose_aware
from leadfield.base.public import public
from leadfield.freesurfer.label import read_label_file
from leadfield.freesurfer.subjects import subject_file, subjects_folder
from leadfield.render.figure import has_windows, open_figure
from leadfield.scene.camera import camera_at, camera_for
from leadfield.scene.mesh import HEMISPHERES
from leadfield.scene.scene import Hemisphere, Scene

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@public("leadfield.viz")
class Brain(BrainPicture):
    """A source estimate on the cortex, as ``stc.plot`` returns it.

    A picture in a Matplotlib figure, drawn when it is needed, without a display or a
    graphics library. In a notebook it shows itself; as a context it closes itself.

    Parameters
    ----------
    figure, scene, place : Figure, Scene, float
        The Matplotlib figure, what to draw into it, and the sample shown first.
    subject : tuple
        The folder of all subjects, and the subject's name.

    Examples
    --------
    >>> from leadfield.api.estimates.source_estimate import SourceEstimate
    >>> from leadfield.datasets import template
    >>> stc = SourceEstimate([[1.0], [3.0]], [[12], [7]], 0, 1, "fsaverage5")
    >>> brain = stc.plot(hemi="rh", subjects_dir=template.data_path(), size=120)
    >>> brain.add_foci(7, coords_as_verts=True, color="blue")
    >>> brain.screenshot().shape
    (120, 120, 3)
    """

    def __init__(
        self, figure: "Figure", scene: Scene, place: float, subject: tuple[Path, str]
    ) -> None:
        super().__init__(figure, scene, place)
        self._subject = subject

    def __repr__(self) -> str:
        halves = " and ".join(half.name for half in self.scene.hemispheres)
        return f"<Brain | {self._subject[1]}, {halves}>"

    def add_foci(
        self,
        coords: Any,
        coords_as_verts: bool = False,
        map_surface: str | None = None,
        scale_factor: float = 1,
        color: Any = "white",
        alpha: float = 1,
        name: str | None = None,
        hemi: str | None = None,
        resolution: int = 50,
    ) -> None:
        """Mark points with ball_glyphs.

        Parameters
        ----------
        coords : array_like of float, shape (n_foci, 3) | array_like of int
            Positions in surface RAS, in mm, of shape ``(n_foci, 3)``; or vertex
            numbers.
        coords_as_verts : bool
            Whether ``coords`` are vertex numbers.
        map_surface : str | None
            The surface, such as ``"white"``, that positions belong to: each focus is
            drawn at its vertex nearest to the position. None takes positions as they are.
        scale_factor : float
            Diameter of the ball_glyphs in cm.
        color : color | None
            Any colour that Matplotlib knows.
        alpha : float
            Opacity from 0 to 1.
        name : str | None
            A name for the foci.
        hemi : "lh" | "rh" | None
            ``"lh"`` or ``"rh"``; may be None where only one is shown.
        resolution : int
            Kept for scripts: ball_glyphs are drawn from their equation, rounder than any facets.

        Raises
        ------
        InputError
            If a vertex is not on the surface, or ``hemi`` is not shown.
        """
        whole("resolution", resolution, least=1)
        half = self._half(hemi)
        onto = None
        if map_surface is not None and not coords_as_verts:
            onto = subject_file(*self._subject, "surf", f"{half.name}.{map_surface}")
        foci = foci_of(
            coords,
            half,
            as_vertices=coords_as_verts,
            onto=onto,
            scale=scale_factor,
            colour=color,
            opacity=alpha,
            name=name or "",
        )
        self._now_shows(self.scene.with_foci(foci))

    def add_text(
        self,
        x: float,
        y: float,
        text: str,
        name: str | None = None,
        color: Any = None,
        opacity: float = 1.0,
        row: int | None = 0,
        col: int | None = 0,
        font_size: float | None = None,
        justification: str | None = None,
    ) -> None:
        """Write words on a panel.

        Those in its upper or lower part push the brain aside, and move off other words.

        Parameters
        ----------
        x, y : float
            Where the words' lower left corner is, from 0 to 1 of the panel.
        text : str
            The words; nothing in them is markup.
        name : str | None
            A name that no other words have; None takes the words.
        color : color | None
            Any colour that Matplotlib knows; None takes the foreground's.
        opacity : float
            From 0 to 1.
        row, col : int | None
            The panel; None for all.
        font_size : float | None
            In points; None for a size that suits the picture.
        justification : "left" | "center" | "right" | None
            ``"left"`` (also None), ``"center"`` or ``"right"``: what of them is at ``x``.

        Raises
        ------
        InputError
            If the name is taken or there is no such panel.
        """
        self._panels_at(row, col)
        look = {"colour": color, "opacity": opacity, "size": font_size}
        caption = caption_of(
            text, (x, y), (row, col), justification=justification, name=name, **look
        )
        if caption.name in {other.name for other in self.scene.captions}:
            msg = f"name must be new, got {caption.name!r}, which other words have"
            raise InputError(msg)
        self._now_shows(self.scene.with_caption(caption))

    def add_label(
        self,
        label: Any,
        color: Any = None,
        alpha: float = 1,
        scalar_thresh: float | None = None,
        borders: bool | int = False,
        hemi: str | None = None,
        subdir: str | None = None,
    ) -> None:
        """Mark a part of the cortex.

        Parameters
        ----------
        label : Label | str | Path
            An object with ``hemi``, ``vertices`` and ``name``; or the path of a
            FreeSurfer label file, or its name in the subject's ``label`` folder.
        color : color | None
            Any colour that Matplotlib knows; None takes the label's, else crimson.
        alpha : float
            Opacity from 0 to 1.
        scalar_thresh : float | None
            Take only vertices whose value in the label is at least this.
        borders : bool | int
            True for an outline, a number for a wider one, False to fill.
        hemi : "lh" | "rh" | None
            The hemisphere of a file whose name does not tell it.
        subdir : str | None
            A folder in the subject's ``label`` folder to look for a name in.

        Raises
        ------
        InputError
            If the label's hemisphere is not shown, or a vertex is not on the surface.
        """
        if isinstance(label, str | Path):
            hemi = self._half(hemi).name if hemi or len(self.scene.hemispheres) == 1 else None
            path, side = label_file(label, hemi, self._subject, subdir)
            found: Any = read_label_file(path)
            name, own = path.name.removesuffix(".label"), None
        else:
            found, side = label, label.hemi
            name, own = str(label.name), getattr(label, "color", None)
        numbers = np.asarray(found.vertices)
        if scalar_thresh is not None:
            numbers = numbers[np.asarray(found.values) >= number("scalar_thresh", scalar_thresh)]
        parts = label_parts(
            numbers,
            self._half(side),
            colour=own if color is None else color,
            opacity=alpha,
            borders=borders,
            name=name,
        )
        self._now_shows(self.scene.with_parts(parts))

    def add_annotation(
        self,
        annot: Any,
        borders: bool | int = True,
        alpha: float = 1,
        hemi: str | None = None,
        remove_existing: bool = True,
        color: Any = None,
    ) -> None:
        """Mark the parts of a parcellation.

        Parameters
        ----------
        annot : str | Path | list of Label
            The name of an annotation of the subject, such as ``"aparc"``, the path of
            its file, or a list of labels.
        borders : bool | int
            True for outlines, a number for wider ones, False to fill.
        alpha : float
            Opacity from 0 to 1.
        hemi : "lh" | "rh" | None
            ``"lh"`` or ``"rh"``; None for all that are shown.
        remove_existing : bool
            Whether an annotation added before goes.
        color : color | None
            One colour for all parts; None for their own.

        Raises
        ------
        MismatchError
            If the annotation belongs to another surface.
        """
        halves = self.scene.hemispheres if hemi is None else (self._half(hemi),)
        scene = self.scene
        for half in halves:
            parts = annotation_parts(
                annot, half, self._subject, opacity=alpha, borders=borders, colour=color
            )
            kept = scene.without_atlas(half.name) if remove_existing else scene
            scene = kept.with_parts(parts)
        self._now_shows(scene)

    def show_view(
        self,
        view: str | None = None,
        roll: float | None = None,
        *,
        row: int | None = None,
        col: int | None = None,
        hemi: str | None = None,
        azimuth: float | None = None,
        elevation: float | None = None,
    ) -> None:
        """Look at the brain from elsewhere.

        Parameters
        ----------
        view : str | None
            The name of a view, such as ``"lateral"``, or its first three letters.
        roll : float | None
            Degrees by which to turn the picture, anticlockwise.
        row, col : int | None
            The panel; None for all rows or columns.
        hemi : "lh" | "rh" | None
            The hemisphere whose view of that name is meant, where both are shown.
        azimuth, elevation : float | None
            Instead of a name: degrees from the right towards the front, and from the top.

        Raises
        ------
        InputError
            If there is no such view or panel, or neither a name nor angles are given.
        """
        if hemi is not None:
            one_of("hemi", hemi, HEMISPHERES)
        angles = (azimuth, elevation)
        named, turned = view is not None, angles != (None, None)
        if (named == turned and (named or roll is None)) or (turned and None in angles):
            msg = f"give a view, or azimuth and elevation, got {view!r} and {angles}"
            raise InputError(msg)
        scene = self.scene
        for index in self._panels_at(row, col):
            panel = scene.panels[index]
            camera = panel.camera
            if view is not None:
                own = panel.hemispheres[0] if len(panel.hemispheres) == 1 else "both"
                camera = camera_for(view, hemi or own)
            elif azimuth is not None and elevation is not None:
                camera = camera_at(number("azimuth", azimuth), number("elevation", elevation))
            if roll is not None:
                camera = camera.rolled(np.deg2rad(number("roll", roll)))
            scene = scene.seen_from(camera, index)
        self._now_shows(scene)

    def _half(self, hemi: str | None) -> Hemisphere:
        """The hemisphere of that name, or the only one that is shown."""
        halves = self.scene.hemispheres
        if hemi is None:
            if len(halves) > 1:
                msg = "hemi must be 'lh' or 'rh' where both are shown, got None"
                raise InputError(msg)
            return halves[0]
        one_of("hemi", hemi, [half.name for half in halves])
        return self.scene.hemisphere(hemi)

    def _panels_at(self, row: int | None, col: int | None) -> list[int]:
        """The panels at a row and column, None for all of them."""
        found = self.scene.panels_at(row, col)
        if not found:
            n, m = self.scene.rows, self.scene.columns
            msg = f"row and col must be below {n} and {m}, got {row} and {col}"
            raise InputError(msg)
        return found


@verbose_aware
def plot_estimate(
    *,
    values: NDArray[np.floating],
    vertices: Sequence[ArrayLike],
    times: ArrayLike,
    subject: str | None,
    vector: bool,
    **options: Any,
) -> Brain:
    """Draw an estimate on its subject's cortex.

    Parameters
    ----------
    values : ndarray
        ``(n_sources, n_times)``, or moments in surface RAS ``(n_sources, 3, n_times)``.
    vertices : list of array_like of int
        Those of the left and of the right hemisphere, in the order of the values.
    times : array_like of float
        In s, ``(n_times,)``.
    subject : tuple
        Name of the subject.
    vector : bool
        Whether the values are moments.
    **options : dict
        What MNE-Python's ``stc.plot`` takes, and ``quantity``: what the values are, with
        their unit, for the colour bar.

    Raises
    ------
    InputError
        If an option is unknown, or asks for what cannot be drawn.
    """
    options.pop("verbose", None)  # the decorator heeds it
    chosen = brain_options(options, vector=vector)
    if not isinstance(subject, str):
        msg = f"subject must be the name of a subject, got {subject!r}"
        raise ArgumentTypeError(msg)
    home = (subjects_folder(chosen.subjects_dir), subject)
    data = np.asarray(values)
    numbers = [np.asarray(v, np.int64) for v in vertices]
    scene = brain_scene(data, numbers, np.asarray(times, float), home, chosen, vector)
    show = has_windows() and bool((chosen.brain_kwargs or {}).get("show", True))
    figure = open_figure(chosen.figure, picture_size(chosen.size), window=show)
    place = 0.0 if scene.activity is None else first_place(scene.activity, chosen.initial_time)
    brain = Brain(figure, scene, place, home)
    if figure.canvas.manager is not None:
        figure.canvas.manager.set_window_title(chosen.title or subject)
    if show:
        brain.show(block=chosen.block)
    return brain
