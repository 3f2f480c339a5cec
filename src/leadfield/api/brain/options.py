"""Options of ``stc.plot``: names, types and defaults, in one place for all that take them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from matplotlib.colors import Colormap
    from matplotlib.figure import Figure

Side: TypeAlias = Literal["lh", "rh"]
"""One hemisphere."""
Hemi: TypeAlias = Literal["lh", "rh", "both", "split"]
"""Hemispheres to draw: one, both in one picture, or both side by side."""
FullView: TypeAlias = Literal[
    "lateral",
    "medial",
    "rostral",
    "caudal",
    "dorsal",
    "ventral",
    "frontal",
    "parietal",
    "sagittal",
    "coronal",
    "axial",
]
ShortView: TypeAlias = Literal[
    "lat", "med", "ros", "cau", "dor", "ven", "fro", "par", "sag", "cor", "axi"
]
View: TypeAlias = FullView | ShortView
"""Where the brain is looked at from, in full or by the first three letters."""
Views: TypeAlias = View | Literal["auto"] | Sequence[View]
ViewLayout: TypeAlias = Literal["vertical", "horizontal"]
TimeUnit: TypeAlias = Literal["s", "ms"]
TimeLabel: TypeAlias = str | Callable[[float], str] | None
TimeViewer: TypeAlias = bool | Literal["auto"]
Traces: TypeAlias = bool | float | Literal["auto"]
SmoothingSteps: TypeAlias = int | Literal["nearest"] | None
Backend: TypeAlias = Literal["auto", "matplotlib"]
Color: TypeAlias = str | Sequence[float]
"""A colour that Matplotlib knows: a name, or red, green, blue from 0 to 1."""
ColorMap: TypeAlias = "str | Colormap"
ColorLimits: TypeAlias = Literal["auto"] | Mapping[str, Any]
"""``"auto"``, or a dict with ``kind`` and either ``lims`` or ``pos_lims``."""
Cortex: TypeAlias = str | Sequence[Any] | Mapping[str, Any]
Size: TypeAlias = float | Sequence[float]
"""Pixels: one number, or width and height."""
FigureOrNumber: TypeAlias = "Figure | int | None"

PageView: TypeAlias = Literal[
    "lateral", "medial", "rostral", "caudal", "dorsal", "ventral", "frontal", "parietal"
]
"""Views that a page has buttons for."""
PageSurface: TypeAlias = Literal["inflated", "white", "pial"]
"""Surfaces that a page goes between."""

SCALAR_ONLY = ("alpha", "backend", "spacing", "block")
"""Options of scalar maps that vector maps do not take."""
VECTOR_ONLY = ("brain_alpha", "overlay_alpha", "vector_alpha", "scale_factor")
"""Options of vector maps that scalar maps do not take."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BrainOptions:
    """What ``stc.plot`` takes, with the defaults of scalar maps."""

    surface: str = "inflated"
    hemi: Hemi = "lh"
    colormap: ColorMap = "auto"
    time_label: TimeLabel = "auto"
    smoothing_steps: SmoothingSteps = 10
    transparent: bool | None = True
    alpha: float = 1.0
    brain_alpha: float = 0.4
    overlay_alpha: float | None = None
    vector_alpha: float = 1.0
    scale_factor: float | None = None
    time_viewer: TimeViewer = "auto"
    subjects_dir: str | Path | None = None
    figure: FigureOrNumber = None
    views: Views = "auto"
    colorbar: bool = True
    clim: ColorLimits = "auto"
    cortex: Cortex = "classic"
    size: Size = 800
    background: Color = "black"
    foreground: Color | None = None
    initial_time: float | None = None
    time_unit: TimeUnit = "s"
    backend: Backend = "auto"
    spacing: str = "oct6"
    title: str | None = None
    show_traces: Traces = "auto"
    src: object = None
    volume_options: object = 1.0
    view_layout: ViewLayout = "vertical"
    add_data_kwargs: Mapping[str, Any] | None = None
    brain_kwargs: Mapping[str, Any] | None = None
    block: bool = False
    quantity: str = ""
    """What the values are, with their unit, for the colour bar."""


VECTOR_DEFAULTS: Mapping[str, Any] = {"surface": "white", "colormap": "hot", "views": "lateral"}
"""Where vector maps have other defaults."""
