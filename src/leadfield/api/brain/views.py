"""Views of a brain: which panels, and where they are looked at from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadfield.api.brain.panels import panel_title
from leadfield.base.checks import number, one_of
from leadfield.base.errors import InputError
from leadfield.scene.camera import camera_at, camera_for, full_name
from leadfield.scene.mesh import HEMISPHERES

if TYPE_CHECKING:
    from leadfield.scene.scene import Scene

Angles = tuple[float | None, float | None]


def change_view(
    scene: Scene,
    view: str | None,
    angles: Angles,
    *,
    roll: float | None,
    panel: tuple[int | None, int | None],
    hemi: str | None,
) -> Scene:
    """The scene from elsewhere: a named view, or azimuth and elevation, and a roll.

    ``panel`` is a row and a column of panels, None for all of them.
    """
    if hemi is not None:
        one_of("hemi", hemi, HEMISPHERES)
    _check_angles(view, angles, roll)
    azimuth, elevation = angles
    whole = scene.hemispheres[0].name if len(scene.hemispheres) == 1 else "both"
    for index in find_panels(scene, *panel):
        shown = scene.panels[index].hemispheres
        camera, title = scene.panels[index].camera, scene.panels[index].title
        if view is not None:
            camera = camera_for(view, hemi or (shown[0] if len(shown) == 1 else "both"))
            title = panel_title(full_name(view), shown, whole) if len(scene.panels) > 1 else ""
        elif azimuth is not None and elevation is not None:
            camera = camera_at(number("azimuth", azimuth), number("elevation", elevation))
            title = ""
        if roll is not None:
            camera = camera.rolled(np.deg2rad(number("roll", roll)))
        scene = scene.with_camera(camera, index, title)
    return scene


def find_panels(scene: Scene, row: int | None, column: int | None) -> list[int]:
    """The panels at a row and column, None for all of them."""
    found = scene.panels_at(row, column)
    if not found:
        msg = f"row and col must be below {scene.rows} and {scene.columns}, got {row} and {column}"
        raise InputError(msg)
    return found


def _check_angles(view: str | None, angles: Angles, roll: float | None) -> None:
    named, turned = view is not None, angles != (None, None)
    if (named == turned and (named or roll is None)) or (turned and None in angles):
        msg = f"give a view, or azimuth and elevation, got {view!r} and {angles}"
        raise InputError(msg)
