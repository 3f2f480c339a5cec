"""A picture of a brain over time: looked at, saved, shown in a window."""

import base64
import html
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray

from leadfield.api.brain.movie import movie_places
from leadfield.api.brain.scene import nearest_place
from leadfield.base.checks import number, one_of
from leadfield.base.errors import StateError
from leadfield.base.files import may_write, replacing
from leadfield.base.log import warn
from leadfield.render.drawing import Drawing
from leadfield.render.figure import (
    close_window,
    encoded,
    has_windows,
    in_window,
    open_figure,
    pixels,
    refreshes_itself,
    show_window,
)
from leadfield.render.movie import check_film, save_film, save_gif
from leadfield.render.window import Window
from leadfield.scene.scene import Scene
from leadfield.scene.source_activity import Activity

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class BrainPicture:
    """A scene in a Matplotlib figure at a time, drawn when it is needed.

    Parameters
    ----------
    figure : Figure
        The Matplotlib figure to draw into.
    scene : Scene
        What to draw.
    place : float
        The sample that is shown first.
    """

    def __init__(self, figure: "Figure", scene: Scene, place: float) -> None:
        self._drawing = Drawing(figure, scene, place)
        self._window: Window | None = None
        self._closed = False
        self._attach()

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
    def figure(self) -> "Figure":
        """The Matplotlib figure."""
        return self._drawing.figure

    @property
    def scene(self) -> Scene:
        """What is drawn, as a value."""
        return self._drawing.scene

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
        self._go_to(nearest_place(self._activity, time, "time"))

    def set_time_point(self, time_idx: float) -> None:
        """Show a sample by its index.

        Parameters
        ----------
        time_idx : float
            From 0; a fraction shows a mixture of two samples.

        Raises
        ------
        InputError
            If there is no such sample.
        """
        last = len(self._activity.times) - 1
        self._go_to(number("time_idx", time_idx, least=0, most=last))

    def screenshot(self, mode: str = "rgb") -> NDArray[np.uint8]:
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
        one_of("mode", mode, ["rgb", "rgba"])
        found = pixels(self._open_drawing, transparent=mode == "rgba")
        return found if mode == "rgba" else np.ascontiguousarray(found[..., :3])

    def save_image(self, filename: str | Path, mode: str = "rgb") -> None:
        """Save the picture.

        Parameters
        ----------
        filename : str | Path
            A file that ends in ``.png``, ``.pdf`` or ``.svg``; one that is there is
            replaced. In the last two, words stay words and the brain is an image of 288
            dots an inch.
        mode : "rgb" | "rgba"
            ``"rgb"``, or ``"rgba"`` for a transparent background.

        Raises
        ------
        InputError
            If the name has another ending.
        """
        one_of("mode", mode, ["rgb", "rgba"])
        path = may_write(filename, overwrite=True)
        ending = path.suffix.lower()
        one_of("the ending of a picture", ending, [".png", ".pdf", ".svg"])
        content = encoded(self._open_drawing, ending[1:], transparent=mode == "rgba")
        with replacing(path) as stream:
            stream.write(content)

    def save_movie(
        self,
        filename: str | Path,
        time_dilation: float = 4.0,
        tmin: float | None = None,
        tmax: float | None = None,
        framerate: float = 24,
        interpolation: str | None = None,
        codec: str | None = None,
        bitrate: float | None = None,
        callback: Callable[..., None] | None = None,
    ) -> None:
        """Save the pictures from one time to another as a movie.

        Parameters
        ----------
        filename : str | Path
            A file that ends in ``.gif``, or in ``.mp4``, ``.mov``, ``.mkv`` or ``.avi``,
            which need the package imageio-ffmpeg; one that is there is replaced.
        time_dilation : float
            How many times longer than the data the movie takes.
        tmin, tmax : float | None
            The first and the last time; None for those of the data.
        framerate : float
            Pictures a second.
        interpolation : "nearest" | "linear" | None
            ``"nearest"`` (also None) shows samples, ``"linear"`` also what lies between.
        codec, bitrate : str | None, float | None
            For FFmpeg; None for its choice.
        callback : callable | None
            Called before each picture with ``frame`` and ``n_frames``.

        Raises
        ------
        InputError
            If the ending is another, or a GIF is given a codec.
        MissingPackageError
            If imageio-ffmpeg is needed and not there.
        """
        path = may_write(filename, overwrite=True)
        check_film(path, codec, bitrate)
        places = movie_places(
            self._activity,
            tmin=tmin,
            tmax=tmax,
            time_dilation=time_dilation,
            framerate=framerate,
            interpolation=interpolation,
        )
        before = self._drawing.place
        try:
            pictures = self._pictures(places.tolist(), callback)
            if path.suffix.lower() == ".gif":
                save_gif(path, pictures, rate=framerate)
            else:
                save_film(path, pictures, rate=framerate, codec=codec, bitrate=bitrate)
        finally:
            self._go_to(before)

    def show(self, block: bool = False) -> None:
        """Show the brain in a window, where it can be dragged and its time changed.

        Parameters
        ----------
        block : bool
            Whether to wait until the window is closed.
        """
        drawing = self._open_drawing
        if not has_windows():
            warn("Matplotlib has no windows here: use save_image() or screenshot()")
            return
        if drawing.figure.canvas.manager is None:
            size = (round(drawing.figure.bbox.width), round(drawing.figure.bbox.height))
            figure = open_figure(None, size, window=True)
            self._drawing = Drawing(figure, drawing.scene, drawing.place)
            self._attach()
        show_window(self.figure, block=block)

    def close(self) -> None:
        """Close the window and let go of the figure."""
        if not self._closed:
            close_window(self.figure)
            self._closed = True

    def _repr_png_(self) -> bytes | None:
        """Show itself in a notebook."""
        return None if self._closed else encoded(self._drawing, "png")

    def _repr_html_(self) -> str:
        """Show itself on a page, with words for readers who cannot see it."""
        picture = self._repr_png_()
        if picture is None:
            return html.escape(repr(self))
        source = base64.b64encode(picture).decode("ascii")
        return f'<img src="data:image/png;base64,{source}" alt="{html.escape(repr(self))}">'

    @property
    def _activity(self) -> Activity:
        activity = self.scene.activity
        if activity is None:
            msg = "a brain must have activity for that, got one without"
            raise StateError(msg)
        return activity

    @property
    def _open_drawing(self) -> Drawing:
        if self._closed:
            msg = "a brain must not be closed to be drawn: plot the estimate again"
            raise StateError(msg)
        return self._drawing

    def _attach(self) -> None:
        """Tie the drawing to its figure, and to its window if it has one."""
        figure = self.figure
        if refreshes_itself(figure):
            figure.drawing = self._drawing  # type: ignore[attr-defined]
        if in_window(figure):
            self._window = Window(self._drawing, self.set_time)
        self._changed()

    def _go_to(self, place: float) -> None:
        self._open_drawing.place = place
        if self._window is not None:
            self._window.follow()
        self._changed()

    def _now_shows(self, scene: Scene) -> None:
        self._open_drawing.scene = scene
        self._changed()

    def _changed(self) -> None:
        """Have the figure drawn anew: now if it is the user's, else when it is needed."""
        if not refreshes_itself(self.figure):
            self._drawing.refresh()
        self.figure.stale = True
        if self._window is not None:
            self.figure.canvas.draw_idle()

    def _pictures(
        self, places: list[float], callback: Callable[..., None] | None
    ) -> Iterator[NDArray[np.uint8]]:
        for index, place in enumerate(places):
            if callback is not None:
                callback(frame=index, n_frames=len(places))
            if self._drawing.place != place or not index:
                self._go_to(place)
            yield self.screenshot()
