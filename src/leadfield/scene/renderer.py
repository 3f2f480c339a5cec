"""Renderers: what displays the scene of a state, as an image, in a window, on a page."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from leadfield.scene.state import SceneState

PIXELS = "rgba"
"""The format of bare pixels: rows of red, green, blue, opacity, each one byte."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Canvas:
    """What a renderer draws on: so many pixels, or a figure that is already there."""

    size: tuple[int, int]
    """Width and height in pixels."""
    figure: object = None
    """The user's own figure, or the number of one; None for a new one."""
    title: str = ""
    """Of a window or page."""
    show: bool = False
    """Whether users expect to see it without asking again, such as below a notebook's cell."""


class Renderer(ABC):
    """Displays the scene of a state, and follows the state until it is closed."""

    interactive: ClassVar[bool]
    """Whether users can turn the brain and change the time in it."""
    formats: ClassVar[tuple[str, ...]]
    """The formats of files that it can write, without a dot."""

    @abstractmethod
    def __init__(self, state: SceneState, canvas: Canvas) -> None:
        """Open it, subscribed to ``state``."""

    @property
    @abstractmethod
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""

    @abstractmethod
    def show(self, *, block: bool) -> None:
        """Bring it before the user's eyes, and with ``block`` wait until it is closed."""

    @abstractmethod
    def encode(self, file_format: str, *, transparent: bool = False) -> bytes:
        """The content of a file of one of its formats."""

    @abstractmethod
    def close(self) -> None:
        """Display it no more, and follow the state no longer."""


def read_pixels(renderer: Renderer, *, transparent: bool = False) -> NDArray[np.uint8]:
    """The picture of a renderer that writes PIXELS, ``(height, width, 4)``."""
    width, height = renderer.size
    content = renderer.encode(PIXELS, transparent=transparent)
    return np.frombuffer(content, np.uint8).reshape(height, width, 4)
