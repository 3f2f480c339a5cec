"""Brain: a source estimate on the cortex, as ``stc.plot`` returns it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self, final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadfield.api.brain import images, marks
from leadfield.api.brain.renderers import matplotlib_figure, open_renderer, show_renderer
from leadfield.api.brain.scene import nearest_sample
from leadfield.api.brain.views import change_view
from leadfield.base.checks import number
from leadfield.base.front_door import explain_absent_members, public
from leadfield.scene.renderer import Canvas
from leadfield.scene.state import SceneState

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from leadfield.api.brain.options import Color, Side, View
    from leadfield.api.labels.label import Label
    from leadfield.scene.renderer import Renderer
    from leadfield.scene.scene import Scene


@public("leadfield.viz")
@final
@explain_absent_members
class Brain:
    """A source estimate on the cortex, as ``stc.plot`` returns it.

    A picture in a Matplotlib figure, drawn when it is needed, without a display or a
    graphics library. A notebook displays it; as a context manager it closes itself.

    In a window: drag the brain to turn it, scroll to zoom, click for the time course of a
    source (with shift beside others); drag the triangles on the color bar for the limits;
    slide, click the time courses or press arrow keys for the time, space to play.

    Parameters
    ----------
    state : SceneState
        The scene, and the sample shown first.
    renderer : Renderer
        What displays the state.
    subject : tuple
        The folder of all subjects, and the subject's name.

    Examples
    --------
    >>> from leadfield import SourceEstimate
    >>> from leadfield.datasets import template
    >>> stc = SourceEstimate([[1.0], [3.0]], [[12], [7]], 0, 1, "fsaverage5")
    >>> brain = stc.plot(hemi="rh", subjects_dir=template.data_path(), size=120)
    >>> brain.add_foci(7, coords_as_verts=True, color="blue")
    >>> brain.screenshot().shape
    (120, 120, 3)
    """

    def __init__(self, state: SceneState, renderer: Renderer, subject: tuple[Path, str]) -> None:
        self._state = state
        self._renderer = renderer
        self._subject = subject

    def __repr__(self) -> str:
        shown = " and ".join(hemisphere.name for hemisphere in self.value.hemispheres)
        return f"<Brain | {self._subject[1]}, {shown}>"

    def __reduce__(self) -> tuple[Any, ...]:
        """What is shown, and how large; a copy is a picture, without a window of its own."""
        shown = (self._state.scene, self._state.sample, self._state.closed)
        return _reopened, (*shown, self._renderer.size, self._subject)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def figure(self) -> Figure:
        """The Matplotlib figure."""
        return matplotlib_figure(self._renderer)

    @property
    def value(self) -> Scene:
        """The scene that is drawn, as a value."""
        return self._state.scene

    def add_foci(
        self,
        coords: ArrayLike,
        coords_as_verts: bool = False,
        map_surface: str | None = None,
        scale_factor: float = 1,
        color: Color = "white",
        alpha: float = 1,
        name: str | None = None,
        hemi: Side | None = None,
        resolution: int = 50,
    ) -> None:
        """Mark points with rings, inside which the map stays visible.

        Parameters
        ----------
        coords : array_like of float, shape (n_foci, 3) | array_like of int
            Positions in surface RAS, in mm, of shape ``(n_foci, 3)``; or vertex
            numbers.
        coords_as_verts : bool
            Whether ``coords`` are vertex numbers.
        map_surface : str | None
            The surface, such as ``"white"``, that positions belong to: each focus is
            drawn at the vertex nearest to its position. None draws them where they are.
        scale_factor : float
            Diameter of the rings in cm.
        color : color
            Any colour that Matplotlib knows.
        alpha : float
            Opacity from 0 to 1.
        name : str | None
            A name for the foci.
        hemi : "lh" | "rh" | None
            The hemisphere; may be None where only one is shown.
        resolution : int
            No effect: circles are exact.

        Raises
        ------
        InputError
            If a vertex is not on the surface, or ``hemi`` is not shown.
        """
        scene = marks.add_foci(
            self.value,
            self._subject,
            coords,
            as_vertices=coords_as_verts,
            map_surface=map_surface,
            scale=scale_factor,
            colour=color,
            opacity=alpha,
            name=name,
            hemi=hemi,
            resolution=resolution,
        )
        self._state.set_scene(scene)

    def add_text(
        self,
        x: float,
        y: float,
        text: str,
        name: str | None = None,
        color: Color | None = None,
        opacity: float = 1.0,
        row: int | None = 0,
        col: int | None = 0,
        font_size: float | None = None,
        justification: Literal["left", "center", "right"] | None = None,
    ) -> None:
        """Write text on a panel.

        Text in the upper or lower part of a panel moves the brain aside, and avoids text
        that is already there.

        Parameters
        ----------
        x, y : float
            Where the lower left corner of the text is, from 0 to 1 of the panel.
        text : str
            The text; it is plain, without math markup.
        name : str | None
            A name that no other text has; None takes the text itself.
        color : color | None
            Any colour that Matplotlib knows; None takes the foreground's.
        opacity : float
            From 0 to 1.
        row, col : int | None
            The panel; None for all.
        font_size : float | None
            In points; None for a size that suits the picture.
        justification : "left" | "center" | "right" | None
            Which part of the text is at ``x``; None for ``"left"``.

        Raises
        ------
        InputError
            If the name is taken or there is no such panel.
        """
        scene = marks.add_text(
            self.value,
            text,
            (x, y),
            (row, col),
            colour=color,
            opacity=opacity,
            size=font_size,
            justification=justification,
            name=name,
        )
        self._state.set_scene(scene)

    def add_label(
        self,
        label: Label | str | Path,
        color: Color | None = None,
        alpha: float = 1,
        scalar_thresh: float | None = None,
        borders: bool | int = False,
        hemi: Side | None = None,
        subdir: str | None = None,
    ) -> None:
        """Mark a label on the cortex.

        Parameters
        ----------
        label : Label | str | Path
            A label (leadfield's or MNE-Python's); the path of a FreeSurfer label file; or
            its name in the subject's ``label`` folder.
        color : color | None
            Any colour that Matplotlib knows; None takes the label's, else crimson.
        alpha : float
            Opacity from 0 to 1.
        scalar_thresh : float | None
            Take only vertices whose value in the label is at least this.
        borders : bool | int
            True for an outline, a number for a wider one, False to fill.
        hemi : "lh" | "rh" | None
            The hemisphere of a file whose name does not contain it.
        subdir : str | None
            A folder in the subject's ``label`` folder to look for a name in.

        Raises
        ------
        InputError
            If the label's hemisphere is not shown, or a vertex is not on the surface.
        """
        scene = marks.add_label(
            self.value,
            self._subject,
            label,
            colour=color,
            opacity=alpha,
            threshold=scalar_thresh,
            borders=borders,
            hemi=hemi,
            subdir=subdir,
        )
        self._state.set_scene(scene)

    def add_annotation(
        self,
        annot: str | Path | Sequence[Label],
        borders: bool | int = True,
        alpha: float = 1,
        hemi: Side | None = None,
        remove_existing: bool = True,
        color: Color | None = None,
    ) -> None:
        """Mark the labels of a parcellation.

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
            The hemisphere; None for all that are shown.
        remove_existing : bool
            Whether to remove an annotation that was added before.
        color : color | None
            One colour for all labels; None for their own.

        Raises
        ------
        MismatchError
            If the annotation belongs to another surface.
        """
        scene = marks.add_annotation(
            self.value,
            self._subject,
            annot,
            borders=borders,
            opacity=alpha,
            hemi=hemi,
            remove_existing=remove_existing,
            colour=color,
        )
        self._state.set_scene(scene)

    def show_view(
        self,
        view: View | None = None,
        roll: float | None = None,
        *,
        row: int | None = None,
        col: int | None = None,
        hemi: Side | None = None,
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
        angles, panel = (azimuth, elevation), (row, col)
        scene = change_view(self.value, view, angles, roll=roll, panel=panel, hemi=hemi)
        self._state.set_scene(scene)

    def set_time(self, time: float) -> None:
        """Show the sample nearest to a time.

        Parameters
        ----------
        time : float
            In the unit that the brain was made with (``time_unit``).

        Raises
        ------
        InputError
            If the time is before the first or after the last sample.
        """
        self._state.set_sample(nearest_sample(self._state.activity, time, "time"))

    def set_time_point(self, time_idx: float) -> None:
        """Show a sample by its index.

        Parameters
        ----------
        time_idx : float
            From 0; a fraction interpolates between two samples.

        Raises
        ------
        InputError
            If there is no such sample.
        """
        last = len(self._state.activity.times) - 1
        self._state.set_sample(number("time_idx", time_idx, least=0, most=last))

    def screenshot(self, mode: Literal["rgb", "rgba"] = "rgb") -> NDArray[np.uint8]:
        """Return the picture as an array.

        Parameters
        ----------
        mode : "rgb" | "rgba"
            ``"rgb"``, or ``"rgba"`` for a transparent background.

        Returns
        -------
        ndarray of uint8, shape (height, width, 3) or (height, width, 4)
            The pixels.
        """
        return images.take_screenshot(self._renderer, self._state, mode)

    def save_image(self, filename: str | Path, mode: Literal["rgb", "rgba"] = "rgb") -> None:
        """Save the picture.

        Parameters
        ----------
        filename : str | Path
            A file that ends in ``.png``, ``.pdf`` or ``.svg``; an existing one is
            replaced. PDF and SVG contain text as text, and the brain as an image of 288
            dots per inch.
        mode : "rgb" | "rgba"
            ``"rgb"``, or ``"rgba"`` for a transparent background.

        Raises
        ------
        InputError
            If the name has another ending.
        """
        images.save_image(self._renderer, self._state, filename, mode)

    def to_html(self, filename: str | Path, title: str | None = None) -> None:
        """Save the brain as one page of HTML, to be turned, scrubbed and clicked in a browser.

        The page needs no network and no other file. It shows the marks and the time that are
        shown here; :meth:`leadfield.SourceEstimate.to_html` can also show the sensors.

        Parameters
        ----------
        filename : str | Path
            The file, such as ``"brain.html"``; an existing one is replaced.
        title : str | None
            The heading; None for the brain's title, or the subject.

        Raises
        ------
        InputError
            If the estimate has more than 5000 times.
        """
        heading = title if title is not None else self.value.title or self._subject[1]
        images.save_page(self._renderer, self._state, filename, heading)

    def widget(self, height: int = 620) -> Any:
        """Return the brain as a widget for a notebook, to be turned, scrubbed and clicked.

        Parameters
        ----------
        height : int
            In pixels.

        Returns
        -------
        widget : anywidget.AnyWidget
            A notebook displays it. Its ``time`` in s and ``picks`` (a list of dicts with
            ``hemisphere`` and ``vertex``) follow the reader, and lead the viewer when they are
            set. Without the package anywidget (``leadfield[notebook]``) the page in a frame.
        """
        return images.notebook_brain(self._renderer, self._state, self._subject[1], height)

    def save_movie(
        self,
        filename: str | Path,
        time_dilation: float = 4.0,
        tmin: float | None = None,
        tmax: float | None = None,
        framerate: float = 24,
        interpolation: Literal["nearest", "linear"] | None = None,
        codec: str | None = None,
        bitrate: float | None = None,
        callback: Callable[..., None] | None = None,
    ) -> None:
        """Save the pictures from one time to another as a movie.

        Parameters
        ----------
        filename : str | Path
            A file that ends in ``.gif``, or in ``.mp4``, ``.mov``, ``.mkv`` or ``.avi``,
            which need the package imageio-ffmpeg; an existing one is replaced.
        time_dilation : float
            How many times longer than the data the movie takes.
        tmin, tmax : float | None
            The first and the last time; None for those of the data.
        framerate : float
            Frames per second.
        interpolation : "nearest" | "linear" | None
            ``"nearest"`` (also None) shows samples, ``"linear"`` interpolates between them.
        codec, bitrate : str | None, float | None
            For FFmpeg; None for its choice.
        callback : callable | None
            Called before each frame with ``frame`` and ``n_frames``.

        Raises
        ------
        InputError
            If the ending is another, or a GIF is given a codec.
        MissingPackageError
            If imageio-ffmpeg is needed and not installed.
        """
        images.save_movie(
            self._renderer,
            self._state,
            filename,
            times=(tmin, tmax),
            time_dilation=time_dilation,
            framerate=framerate,
            interpolation=interpolation,
            codec=codec,
            bitrate=bitrate,
            callback=callback,
        )

    def show(self, block: bool = False) -> None:
        """Show the brain in a window with mouse rotation and a time slider.

        Parameters
        ----------
        block : bool
            Whether to wait until the window is closed.
        """
        title = self._subject[1]
        self._renderer = show_renderer(self._renderer, self._state, title=title, block=block)

    def close(self) -> None:
        """Close the brain and its window; a closed brain cannot be drawn any more."""
        if not self._state.closed:
            self._renderer.close()
            self._state.close()

    def _repr_png_(self) -> bytes | None:
        """Show itself in a notebook."""
        return images.encode_png(self._renderer, self._state)

    def _repr_html_(self) -> str:
        """Show itself on a page, with a description for readers who cannot see it."""
        return images.html_image(self._repr_png_(), repr(self))


def _reopened(
    scene: Scene, sample: float, closed: bool, size: tuple[int, int], subject: tuple[Path, str]
) -> Brain:
    """The copy of a brain, in this process."""
    state = SceneState(scene, sample)
    brain = Brain(state, open_renderer(state, Canvas(size=size)), subject)
    if closed:
        brain.close()
    return brain
