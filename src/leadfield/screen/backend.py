"""Matplotlib's backend: whether it opens windows, or puts figures below a notebook's cells."""

import sys


def has_windows() -> bool:
    """Whether Matplotlib's backend can open windows here."""
    import matplotlib as mpl
    from matplotlib.backends.registry import backend_registry

    name = mpl.get_backend()
    _, framework = backend_registry.resolve_backend(name)  # type: ignore[no-untyped-call]
    return framework not in {None, "headless"}


def is_inline() -> bool:
    """Whether figures that pyplot knows appear below the cell of a notebook that made them."""
    shells = sys.modules.get("IPython")
    if shells is None or shells.get_ipython() is None:
        return False
    import matplotlib as mpl

    return mpl.get_backend() in {"inline", "module://matplotlib_inline.backend_inline"}
