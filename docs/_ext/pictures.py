"""Shows every picture of a tutorial: leadfield's figures and brains are not pyplot's."""

import functools
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

from matplotlib import pyplot as plt
from matplotlib.figure import Figure
from sphinx_gallery.scrapers import figure_rst

BESIDE = 3  # that many pictures of a block stand side by side
_made: list[Figure] = []


def _remembered(start: Callable[..., None]) -> Callable[..., None]:
    @functools.wraps(start)
    def remember(figure: Figure, *args: Any, **kwargs: Any) -> None:
        start(figure, *args, **kwargs)
        _made.append(figure)

    return remember


Figure.__init__ = _remembered(Figure.__init__)  # type: ignore[method-assign]


def scrape(block: tuple[Any, ...], variables: dict[str, Any], settings: dict[str, Any]) -> str:
    """Save the figures that a block made, in their order, and show them on the page."""
    del block
    shown = []
    for figure in _made:
        path = Path(next(variables["image_path_iterator"]))
        figure.savefig(path, dpi="figure")
        shown.append(figure_rst([path], settings["src_dir"], _words_on(figure)))
    forget()
    text = "\n".join(shown)
    if len(shown) < BESIDE:
        return text
    return ".. container:: beside\n\n" + textwrap.indent(text, "   ")


def _words_on(figure: Figure) -> str:
    """Titles and captions, for readers who cannot see the picture."""
    words = [text.get_text() for text in figure.texts]
    words += [ax.get_title() for ax in figure.axes]
    words += [ax.get_xlabel() for ax in figure.axes[-1:]]
    return ", ".join(dict.fromkeys(filter(None, words))).replace("\n", " ") or "picture"


def forget(*_: object) -> None:
    """Close and drop all figures."""
    _made.clear()
    plt.close("all")
