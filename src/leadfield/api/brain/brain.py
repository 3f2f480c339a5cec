"""Brain: a cortex with what is put on it, as ``stc.plot`` returns it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self, final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadfield.api.brain import images, marks
from leadfield.api.brain.cortex import add_values, open_cortex, refuse_others
from leadfield.api.brain.renderers import matplotlib_figure, open_renderer, show_renderer
from leadfield.api.brain.scene import nearest_sample
from leadfield.api.brain.views import change_view
from leadfield.base.checks import number
from leadfield.base.front_door import explain_absent_members, public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.scene.renderer import Canvas
from leadfield.scene.state import SceneState

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from leadfield.api.brain.options import (
        Color,
        ColorLimits,
        ColorMap,
        Cortex,
        FigureOrNumber,
        Hemi,
        Side,
        Size,
        SmoothingSteps,
        TimeLabel,
        View,
        ViewLayout,
        Views,
    )
    from leadfield.api.labels.label import Label
    from leadfield.scene.renderer import Renderer
    from leadfield.scene.scene import Scene


@public("leadfield.viz")
@final
@explain_absent_members
class Brain:
    """A cortex with what is put on it: labels, foci, text, values; ``stc.plot`` returns one.

    A picture in a Matplotlib figure, drawn when it is needed, without a display or a
    graphics library. A notebook displays it; as a context manager it closes itself.

    In a window: drag the brain to turn it, scroll to zoom, click for the time course of a
    source (with shift beside others); drag the triangles on the color bar for the limits;
    slide, click the time courses or press arrow keys for the time, space to play.

    Parameters
    ----------
    subject : str
        Name of the subject.
    hemi : "lh" | "rh" | "both" | "split"
        Hemispheres: one, both in one picture, or both side by side.
    surf : str
        The surface, such as ``"pial"``, ``"white"`` or ``"inflated"``; flat maps are refused.
    title : str | None
        Title of the window; None for the subject.
    cortex : str | list | dict
        Colours of the cortex: the name of a scheme, one colour, or two for ridges and furrows.
    alpha : float
        Opacity of the cortex from 0 to 1.
    size : float | (float, float)
        Pixels: one number, or width and height.
    background, foreground : color
        Colours behind the brain and of text; None is what can be read on the background.
    figure : Figure | int | None
        A Matplotlib figure to draw into, or its number.
    subjects_dir : path-like | None
        The folder of all subjects; None takes it from the settings.
    views : str | list of str
        Where it is looked at from; ``"auto"`` is ``"lateral"``.
    offset : bool | "auto"
        Whether hemispheres are moved apart; ``"auto"`` does so if they are inflated.
    interaction, units : str, str
        There is one choice: ``"trackball"`` and ``"mm"``.
    view_layout : "vertical" | "horizontal"
        Whether several views are below or beside each other.
    silhouette, theme : bool, None
        There is one choice: False and None.
    show : bool
        Whether to open a window, if Matplotlib has some.

    Raises
    ------
    InputError
        If an option asks for what cannot be drawn.
    MissingFileError
        If the subject lacks the surface.

    Examples
    --------
    >>> from leadfield.datasets import template
    >>> from leadfield.viz import Brain
    >>> folder = template.data_path()
    >>> brain = Brain("fsaverage5", "rh", "inflated", subjects_dir=folder, size=120)
    >>> brain.add_annotation("aparc")
    >>> brain.add_foci(7, coords_as_verts=True, color="blue")
    >>> brain.screenshot().shape
    (120, 120, 3)
    """

    def __init__(
        self,
        subject: str,
        hemi: Hemi = "both",
        surf: str = "pial",
        title: str | None = None,
        cortex: Cortex = "classic",
        alpha: float = 1.0,
        size: Size = 800,
        background: Color = "black",
        foreground: Color | None = None,
        figure: FigureOrNumber = None,
        subjects_dir: str | Path | None = None,
        views: Views = "auto",
        *,
        offset: bool | Literal["auto"] = "auto",
        interaction: Literal["trackball"] = "trackball",
        units: Literal["mm"] = "mm",
        view_layout: ViewLayout = "vertical",
        silhouette: Literal[False] = False,
        theme: None = None,
        show: bool = True,
    ) -> None:
        self._take(
            *open_cortex(
                subject,
                {
                    "interaction": (interaction, "trackball"),
                    "units": (units, "mm"),
                    "silhouette": (silhouette, False),
                    "theme": (theme, None),
                },
                hemi=hemi,
                surface=surf,
                title=title,
                cortex=cortex,
                size=size,
                background=background,
                foreground=foreground,
                figure=figure,
                subjects_dir=subjects_dir,
                views=views,
                view_layout=view_layout,
                brain_kwargs={"alpha": alpha, "offset": offset, "show": show},
            )
        )

    def _take(self, state: SceneState, renderer: Renderer, subject: tuple[Path, str]) -> None:
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

    def remove_labels(self) -> None:
        """Remove the labels that were added."""
        self._state.set_scene(self.value.without_labels())

    def remove_annotations(self) -> None:
        """Remove the annotations that were added."""
        scene = self.value
        for hemisphere in scene.hemispheres:
            scene = scene.without_parcellation(hemisphere.name)
        self._state.set_scene(scene)

    @verbose_aware
    def add_data(
        self,
        array: ArrayLike,
        fmin: float | None = None,
        fmid: float | None = None,
        fmax: float | None = None,
        thresh: None = None,
        center: float | None = None,
        transparent: bool | None = False,
        colormap: ColorMap = "auto",
        alpha: float = 1,
        vertices: ArrayLike | None = None,
        smoothing_steps: SmoothingSteps = None,
        time: ArrayLike | None = None,
        time_label: TimeLabel = "auto",
        colorbar: bool = True,
        hemi: Side | None = None,
        remove_existing: Literal[True] | None = None,
        time_label_size: None = None,
        initial_time: float | None = None,
        scale_factor: None = None,
        vector_alpha: None = None,
        clim: ColorLimits | None = None,
        src: None = None,
        volume_options: float = 0.4,
        colorbar_kwargs: None = None,
        key: Literal["data"] = "data",
        verbose: Verbose = None,
    ) -> None:
        """Show values on a hemisphere, in place of those that it shows.

        What the other hemisphere shows stays if it has the same times, in the new colours.

        Parameters
        ----------
        array : array_like of float, shape (n_vertices,) or (n_vertices, n_times)
            The values. Vectors are drawn by ``VectorSourceEstimate.plot``.
        fmin, fmid, fmax : float | None
            Where colours begin, reach the map's middle, and end; None for the smallest value,
            the middle between both, and the largest.
        thresh : None
            There is one choice.
        center : None | 0
            0 for a map of both signs, whose limits are of sizes.
        transparent : bool | None
            Whether values below ``fmin`` are transparent, and those up to ``fmid`` partly.
        colormap : str | Colormap
            The colour map; ``"auto"`` suits the signs.
        alpha : float
            Opacity from 0 to 1.
        vertices : array_like of int, shape (n_vertices,) | None
            The vertices; None for all of the hemisphere.
        smoothing_steps : int | "nearest" | None
            How values spread to other vertices; None takes as many steps as fill the cortex.
        time : array_like of float, shape (n_times,) | None
            Times in s; None counts them.
        time_label : str | callable | None
            The format of the time, a function that makes it, or None for none.
        colorbar : bool
            Whether to show the colour bar.
        hemi : "lh" | "rh" | None
            The hemisphere; may be None where only one is shown.
        remove_existing : True | None
            Both mean the same: what the hemisphere shows is replaced.
        time_label_size : None
            There is one choice.
        initial_time : float | None
            The time that is shown first; None for the first one.
        scale_factor, vector_alpha : None
            For vectors, which are not drawn here.
        clim : dict | "auto" | None
            Limits as for ``stc.plot``, instead of ``fmin``, ``fmid`` and ``fmax``.
        src, volume_options : None, float
            For volumes, which are not drawn here.
        colorbar_kwargs, key : None, str
            There is one choice: None and ``"data"``.
        verbose : bool | str | int | None
            Verbosity.

        Raises
        ------
        InputError
            If an option asks for what cannot be drawn.
        MismatchError
            If values, vertices and times do not match, or a vertex is not on the surface.
        """
        refuse_others(
            {
                "thresh": (thresh, None),
                "remove_existing": (None if remove_existing is True else remove_existing, None),
                "time_label_size": (time_label_size, None),
                "scale_factor": (scale_factor, None),
                "vector_alpha": (vector_alpha, None),
                "src": (src, None),
                "volume_options": (volume_options, 0.4),
                "colorbar_kwargs": (colorbar_kwargs, None),
                "key": (key, "data"),
            }
        )
        shown = add_values(
            self.value,
            array,
            vertices,
            time,
            hemi=hemi,
            limits=((fmin, fmid, fmax), center, clim),
            options={
                "transparent": transparent,
                "colormap": colormap,
                "alpha": alpha,
                "smoothing_steps": smoothing_steps,
                "time_label": time_label,
                "colorbar": colorbar,
                "initial_time": initial_time,
            },
        )
        self._state.set_scene(*shown)

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


def open_brain(state: SceneState, renderer: Renderer, subject: tuple[Path, str]) -> Brain:
    """The brain of a scene that was made already."""
    brain = Brain.__new__(Brain)
    brain._take(state, renderer, subject)  # noqa: SLF001 - instead of its public constructor
    return brain


def _reopened(
    scene: Scene, sample: float, closed: bool, size: tuple[int, int], subject: tuple[Path, str]
) -> Brain:
    """The copy of a brain, in this process."""
    state = SceneState(scene, sample)
    brain = open_brain(state, open_renderer(state, Canvas(size=size)), subject)
    if closed:
        brain.close()
    return brain
