"""Figures in a notebook: each appears once, below the cell that made it.

Under pyplot's inline backend, figures that pyplot knows appear when their cell has run, and
those that are the value of its last line appear as that value. One that is both must not
appear twice: as soon as it has been shown, pyplot forgets it.
"""

import base64
import io
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def show_once(figure: "Figure", encode: Callable[[], bytes] | None = None) -> None:
    """Have a notebook show a figure once, as the PNG file that ``encode`` makes of it.

    Without ``encode``, in the format that the notebook is set to.
    """
    hooks: dict[str, Any] = {"_repr_mimebundle_": partial(_forget, figure)}  # asked for first
    hooks["_repr_png_"] = partial(_png, figure)  # where no format is set for figures
    if encode is not None:
        hooks = {"_ipython_display_": partial(_show_png, figure, encode)}  # instead of all formats
    vars(figure).update(hooks)


def show_now(figure: "Figure") -> None:
    """Show a figure in a notebook at once, and not again when the cell has run."""
    from IPython.display import display

    display(figure)  # type: ignore[no-untyped-call]


def forget_figure(figure: "Figure") -> None:
    """Have pyplot forget a figure, if it knows it."""
    if figure.canvas.manager is not None:
        from matplotlib import pyplot as plt

        plt.close(figure)


def _forget(figure: "Figure", **_: object) -> dict[str, str]:
    forget_figure(figure)
    return {}


def _show_png(figure: "Figure", encode: Callable[[], bytes]) -> None:
    from IPython.display import display

    forget_figure(figure)
    bundle = {"image/png": base64.b64encode(encode()).decode(), "text/plain": repr(figure)}
    display(bundle, raw=True)  # type: ignore[no-untyped-call]


def _png(figure: "Figure") -> bytes:
    stream = io.BytesIO()
    figure.savefig(stream, format="png", bbox_inches="tight")
    return stream.getvalue()
