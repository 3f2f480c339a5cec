"""Movie files of images: GIF by Pillow, MP4 and other videos by FFmpeg."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from leadfield.base.checks import one_of
from leadfield.base.errors import InputError, MissingPackageError
from leadfield.base.replacing import hidden_folder, replacing

Frame = NDArray[np.uint8]
VIDEO_FORMATS = (".mp4", ".mov", ".mkv", ".avi")
COLOURS = 255


def save_gif(path: Path, images: Iterable[Frame], *, rate: float) -> None:
    """Write images ``(height, width, 3)``, ``rate`` per second, that repeat forever."""
    from PIL import Image

    frames = [
        Image.fromarray(image).quantize(COLOURS, dither=Image.Dither.NONE) for image in images
    ]
    stream = io.BytesIO()
    # The format counts hundredths of a second; viewers take less than two for ten.
    ends = np.round(np.arange(len(frames) + 1) * 100 / rate)
    frames[0].save(
        stream,
        format="GIF",
        save_all=True,
        append_images=frames[1:],
        duration=[10 * max(int(n), 2) for n in np.diff(ends)],
        loop=0,
        optimize=False,
    )
    with replacing(path) as file:
        file.write(stream.getvalue())


def save_video(
    path: Path,
    images: Iterable[Frame],
    *,
    rate: float,
    codec: str | None = None,
    bitrate: float | None = None,
) -> None:
    """Write images ``(height, width, 3)`` with FFmpeg, ``rate`` per second."""
    try:
        import imageio_ffmpeg
    except ImportError as problem:
        msg = (
            f"{path.suffix} movies need FFmpeg: run pip install 'leadfield[movie]', "
            "or save a .gif, which needs nothing"
        )
        raise MissingPackageError(msg) from problem
    frames = map(crop_to_even, images)
    first = next(frames)
    options: dict[str, Any] = {} if codec is None else {"codec": codec}
    if bitrate is not None:
        options["bitrate"] = str(int(bitrate))
    with hidden_folder(path) as folder:
        unfinished = folder / f"movie{path.suffix}"
        writer = imageio_ffmpeg.write_frames(
            str(unfinished),
            (first.shape[1], first.shape[0]),
            fps=rate,
            macro_block_size=2,
            **options,
        )
        try:
            writer.send(None)
            for frame in chain([first], frames):
                writer.send(np.ascontiguousarray(frame))
            writer.close()
        except OSError as problem:
            why = str(problem).strip().splitlines()[-1]
            msg = f"FFmpeg must be able to write {path.name} with codec {codec!r}, but says: {why}"
            raise InputError(msg) from problem
        with replacing(path) as file, unfinished.open("rb") as movie:
            shutil.copyfileobj(movie, file, 2**20)


def crop_to_even(image: Frame) -> Frame:
    """The image less a last row or column that would make its sides odd."""
    return image[: image.shape[0] // 2 * 2, : image.shape[1] // 2 * 2]


def check_movie_format(path: Path, codec: object, bitrate: object) -> None:
    """Raise for endings that cannot be written, and options that a GIF does not have."""
    one_of("the ending of a movie", path.suffix.lower(), [".gif", *VIDEO_FORMATS])
    if path.suffix.lower() == ".gif" and (codec is not None or bitrate is not None):
        msg = "codec and bitrate must be None for a GIF, which has neither"
        raise InputError(msg)
