"""Pictures of a group's report: maps drawn small, all from one place and in the same colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, final

import numpy as np

from leadfield.api.brain.check_options import check_options
from leadfield.api.brain.scene import make_scene
from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.render.few_colours import with_few_colours
from leadfield.render.still_image import StillImage
from leadfield.scene.limits import FIRST_SHARE, MIDDLE, Limits
from leadfield.scene.peak_view import peak_view
from leadfield.scene.renderer import Canvas
from leadfield.scene.state import SceneState

if TYPE_CHECKING:
    from leadfield.scene.scene import Scene

SURFACE = "inflated"
SMOOTHING = 5


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sight:
    """Sources on a subject's cortex, and where they are looked at from."""

    home: tuple[Path, str]
    vertices: tuple[Ints, ...]
    hemisphere: str = "both"
    view: str = "lateral"

    def __post_init__(self) -> None:
        lock_arrays(self)


def sight_of_peak(home: tuple[Path, str], vertices: tuple[Ints, ...], values: Floats) -> Sight:
    """The sight that shows best where values (n_sources,) are strongest."""
    both = Sight(home=home, vertices=vertices)
    sizes = np.abs(values)
    scene = _scene(sizes[:, np.newaxis], both, limits_up_to(float(sizes.max())))
    meshes = {half.name: half.mesh for half in scene.hemispheres}
    hemisphere, view = peak_view(SceneState(scene).activity, meshes, 0)
    return Sight(home=home, vertices=vertices, hemisphere=hemisphere, view=view)


def limits_up_to(high: float, *, signed: bool = False) -> Limits:
    """Colour limits like those of a map whose largest value is ``high``."""
    high = high or 1.0
    low = FIRST_SHARE * high
    return Limits(low=low, middle=low + MIDDLE * (high - low), high=high, signed=signed)


def limits_of(values: Floats, *, signed: bool, significant: bool) -> Limits:
    """Colour limits of a map; of what is ``significant``, which is not 0, all has a colour."""
    sizes = np.abs(values)
    high = float(sizes.max(initial=0))
    if not significant:
        return limits_up_to(high, signed=signed)
    least = float(sizes[sizes > 0].min(initial=high))
    return Limits(low=0.0, middle=least, high=high, signed=signed)


def draw_maps(
    values: Floats, sight: Sight, limits: Limits, *, size: tuple[int, int], colours: int = 256
) -> Iterator[bytes]:
    """A PNG file of each column of values (n_sources, n_maps)."""
    state = SceneState(_scene(values, sight, limits))
    painter = StillImage(state, Canvas(size=size))
    try:
        for sample in range(values.shape[1]):
            state.set_sample(float(sample))
            yield with_few_colours(painter.encode("png"), colours)
    finally:
        painter.close()


def _scene(values: Floats, sight: Sight, limits: Limits) -> Scene:
    """A scene whose samples are the maps."""
    three = [limits.low, limits.middle, limits.high]
    options = check_options(
        {
            "surface": SURFACE,
            "hemi": sight.hemisphere,
            "views": sight.view,
            "clim": {"kind": "value", "pos_lims" if limits.signed else "lims": three},
            "smoothing_steps": SMOOTHING,
            "background": "white",
            "colorbar": False,
            "time_label": None,
            "show_traces": False,
        },
        vector=False,
    )
    times = np.arange(values.shape[1], dtype=np.float64)
    return make_scene(values, sight.vertices, times, sight.home, options, vector=False)
