"""Panels of a brain: which hemispheres each shows, where it is, and what it is called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from leadfield.base.errors import ArgumentTypeError
from leadfield.scene.camera import camera_for, full_name
from leadfield.scene.mesh import HEMISPHERES
from leadfield.scene.scene import Panel

if TYPE_CHECKING:
    from leadfield.api.brain.options import BrainOptions

FROM_A_SIDE = ("lateral", "medial")
"""Views in which one hemisphere hides the other."""
WORDS = {"lh": "left", "rh": "right"}


def make_panels(options: BrainOptions, best: str) -> tuple[Panel, ...]:
    """The panels that options ask for; ``best`` is the view that ``"auto"`` stands for."""
    panels: list[Panel] = []
    names = _view_names(options.views, best)
    rows = [_groups(options.hemi, name) for name in names]
    widest = max(map(len, rows))
    for i, (name, groups) in enumerate(zip(names, rows, strict=True)):
        wide = widest // len(groups)
        for j, shown in enumerate(groups):
            place, span = (i, j * wide), (1, wide)
            if options.view_layout == "horizontal":
                place, span = place[::-1], span[::-1]
            panels.append(
                Panel(
                    row=place[0],
                    column=place[1],
                    rows=span[0],
                    columns=span[1],
                    hemispheres=shown,
                    camera=camera_for(name, shown[0] if len(shown) == 1 else "both"),
                    title=panel_title(name, shown, options.hemi) if sum(map(len, rows)) > 1 else "",
                )
            )
    return tuple(panels)


def panel_title(view: str, shown: Sequence[str], hemi: str) -> str:
    """What a panel shows: the view, and the side where the brain has both."""
    alone = len(shown) == 1 and hemi not in HEMISPHERES
    return f"{WORDS[shown[0]]} {view}" if alone else view


def _view_names(views: object, best: str) -> list[str]:
    if isinstance(views, str):
        views = [best if views == "auto" else views]
    if not isinstance(views, list | tuple) or not views:
        msg = f"views must be a name or a list of names, got {views!r}"
        raise ArgumentTypeError(msg)
    return [full_name(view) for view in views]


def _groups(hemi: str, view: str) -> list[tuple[str, ...]]:
    """The hemispheres of each panel of a view."""
    if hemi in HEMISPHERES:
        return [(hemi,)]
    if hemi == "both" and view not in FROM_A_SIDE:
        return [HEMISPHERES]
    return [(name,) for name in HEMISPHERES]
