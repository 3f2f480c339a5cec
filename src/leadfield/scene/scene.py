"""Scene of a brain: hemispheres, panels, activity and marks, nothing about how to draw them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from leadfield.scene.camera import Camera
from leadfield.scene.marks import Caption, Colour, Foci, Regions
from leadfield.scene.mesh import Mesh
from leadfield.scene.source_activity import Activity
from leadfield.scene.time_courses import TimeCourses


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Hemisphere:
    """One half of the cortex as it is drawn."""

    name: str
    """``"lh"`` or ``"rh"``."""
    mesh: Mesh
    offset: float = 0.0
    """How far it was moved to the right of where its file has it, in mm."""
    surface: str = "white"
    """The name of the surface that ``mesh`` is."""
    files: Mapping[str, Path] = field(default_factory=dict)
    """Files of other surfaces with the same triangles, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One view of one or both hemispheres, and where it is in the grid of panels."""

    row: int
    column: int
    hemispheres: tuple[str, ...]
    camera: Camera
    title: str = ""
    """What it shows, as long as it is looked at from there."""
    rows: int = 1
    """Of the grid, that it takes from its own on."""
    columns: int = 1
    zoom: float = 1.0
    """How many times larger than it fits."""

    def is_at(self, row: int | None, column: int | None) -> bool:
        """Whether it takes a row and column, None for any."""
        return (row is None or 0 <= row - self.row < self.rows) and (
            column is None or 0 <= column - self.column < self.columns
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Colours of everything that is not activity."""

    background: Colour = (0.0, 0.0, 0.0)
    foreground: Colour = (1.0, 1.0, 1.0)
    gyri: Colour = (0.74, 0.74, 0.74)
    sulci: Colour = (0.41, 0.41, 0.41)
    opacity: float = 1.0
    """Of the cortex."""
    backing: float = 0.0
    """Opacity of a pale backing of a see-through cortex, which hides the background only."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scene:
    """All that a picture shows; to render one time point needs no more."""

    hemispheres: tuple[Hemisphere, ...]
    panels: tuple[Panel, ...]
    style: Style = Style()
    activity: Activity | None = None
    time_courses: TimeCourses | None = None
    foci: tuple[Foci, ...] = ()
    regions: tuple[Regions, ...] = ()
    captions: tuple[Caption, ...] = ()
    title: str = ""
    colour_bar: bool = True

    @property
    def rows(self) -> int:
        """How many rows of panels there are."""
        return max(panel.row + panel.rows for panel in self.panels)

    @property
    def columns(self) -> int:
        """How many columns of panels there are."""
        return max(panel.column + panel.columns for panel in self.panels)

    def panels_at(self, row: int | None, column: int | None) -> list[int]:
        """Indices of the panels at a row and column, None for all of them."""
        return [index for index, panel in enumerate(self.panels) if panel.is_at(row, column)]

    def hemisphere(self, name: str) -> Hemisphere:
        """The half of the cortex of that name."""
        return next(h for h in self.hemispheres if h.name == name)

    def with_foci(self, foci: Foci) -> "Scene":
        """The scene with more foci."""
        return replace(self, foci=(*self.foci, foci))

    def with_regions(self, regions: Regions) -> "Scene":
        """The scene with more regions of the cortex, drawn above the earlier ones."""
        return replace(self, regions=(*self.regions, regions))

    def without_parcellation(self, hemisphere: str) -> "Scene":
        """The scene without the parcellations of one hemisphere."""
        others = [r for r in self.regions if not (r.parcellation and r.hemisphere == hemisphere)]
        return replace(self, regions=tuple(others))

    def without_labels(self) -> "Scene":
        """The scene without regions that are no parcellation."""
        return replace(self, regions=tuple(r for r in self.regions if r.parcellation))

    def with_caption(self, caption: Caption) -> "Scene":
        """The scene with one more caption."""
        return replace(self, captions=(*self.captions, caption))

    def with_camera(self, camera: Camera, index: int, title: str = "") -> "Scene":
        """The scene with another camera for one panel, and the title that suits it."""
        return self.with_panel(replace(self.panels[index], camera=camera, title=title), index)

    def with_panel(self, panel: Panel, index: int) -> "Scene":
        """The scene with another panel in one's place."""
        return replace(self, panels=(*self.panels[:index], panel, *self.panels[index + 1 :]))
