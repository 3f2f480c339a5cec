"""Images of a brain: screenshots, files, movies, and what a notebook shows."""

from __future__ import annotations

import base64
import html
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from leadfield.api.brain.movie import movie_samples
from leadfield.api.brain.renderers import (
    RENDERERS,
    image_formats,
    leave_to_itself,
    renderer_of_format,
)
from leadfield.base.checks import one_of, whole
from leadfield.base.files import may_write
from leadfield.base.replacing import replacing
from leadfield.render.movie import check_movie_format, save_gif, save_video
from leadfield.scene.renderer import PIXELS, Canvas, Renderer, read_pixels
from leadfield.web.notebook import notebook_view
from leadfield.web.renderer import content_of_state

if TYPE_CHECKING:
    from leadfield.scene.state import SceneState

MODES = ("rgb", "rgba")


def take_screenshot(renderer: Renderer, state: SceneState, mode: str) -> NDArray[np.uint8]:
    """The picture as an array, with opacity if the mode is ``"rgba"``."""
    one_of("mode", mode, MODES)
    with renderer_of_format(renderer, state, PIXELS) as painter:
        pixels = read_pixels(painter, transparent=mode == "rgba")
    return np.array(pixels[..., : len(mode)], order="C")


def save_image(renderer: Renderer, state: SceneState, filename: str | Path, mode: str) -> None:
    """Write the picture in the format of the file's ending."""
    one_of("mode", mode, MODES)
    path = may_write(filename, overwrite=True)
    ending = path.suffix.lower()
    one_of("the ending of a picture", ending, [f".{name}" for name in image_formats()])
    with renderer_of_format(renderer, state, ending[1:]) as painter:
        content = painter.encode(ending[1:], transparent=mode == "rgba")
    with replacing(path) as stream:
        stream.write(content)


def save_page(renderer: Renderer, state: SceneState, filename: str | Path, title: str) -> None:
    """Write the brain as a page."""
    path = may_write(filename, overwrite=True)
    state.check_open()
    page = RENDERERS["page"](state, Canvas(size=renderer.size, title=title))
    content = page.encode("html")
    with replacing(path) as stream:
        stream.write(content)


def notebook_brain(renderer: Renderer, state: SceneState, title: str, height: object) -> Any:
    """The brain as a widget, or as a page in a frame."""
    state.check_open()
    canvas = Canvas(size=renderer.size, title=title)
    return notebook_view(content_of_state(state, canvas), whole("height", height, least=100))


def save_movie(
    renderer: Renderer,
    state: SceneState,
    filename: str | Path,
    *,
    times: tuple[float | None, float | None],
    time_dilation: float,
    framerate: float,
    interpolation: str | None,
    codec: str | None,
    bitrate: float | None,
    callback: Callable[..., None] | None,
) -> None:
    """Write the pictures of a span of time; the time shown is the same afterwards."""
    path = may_write(filename, overwrite=True)
    check_movie_format(path, codec, bitrate)
    samples = movie_samples(
        state.activity,
        tmin=times[0],
        tmax=times[1],
        time_dilation=time_dilation,
        framerate=framerate,
        interpolation=interpolation,
    )
    shown = state.sample
    try:
        frames = _movie_frames(renderer, state, samples.tolist(), callback)
        if path.suffix.lower() == ".gif":
            save_gif(path, frames, rate=framerate)
        else:
            save_video(path, frames, rate=framerate, codec=codec, bitrate=bitrate)
    finally:
        state.set_sample(shown)


def encode_png(renderer: Renderer, state: SceneState) -> bytes | None:
    """The picture as a PNG file for a notebook, None if the brain is closed."""
    if state.closed:
        return None
    leave_to_itself(renderer)
    with renderer_of_format(renderer, state, "png") as painter:
        return painter.encode("png")


def html_image(png: bytes | None, description: str) -> str:
    """An HTML image with a description for readers who cannot see it."""
    description = html.escape(description)
    if png is None:
        return description
    source = base64.b64encode(png).decode("ascii")
    return f'<img src="data:image/png;base64,{source}" alt="{description}">'


def _movie_frames(
    renderer: Renderer,
    state: SceneState,
    samples: list[float],
    callback: Callable[..., None] | None,
) -> Iterator[NDArray[np.uint8]]:
    with renderer_of_format(renderer, state, PIXELS) as painter:
        for index, sample in enumerate(samples):
            if callback is not None:
                callback(frame=index, n_frames=len(samples))
            if state.sample != sample or not index:
                state.set_sample(sample)
            yield np.ascontiguousarray(read_pixels(painter)[..., :3])
