"""A picture of the brain as a value: what to draw, nothing about how."""

from dataclasses import dataclass, replace

from leadfield.scene.camera import Camera
from leadfield.scene.courses import Courses
from leadfield.scene.marks import Caption, Colour, Foci, Parts
from leadfield.scene.mesh import Mesh
from leadfield.scene.source_activity import Activity


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Hemisphere:
    """One half of the cortex as it is drawn."""

    name: str
    """``"lh"`` or ``"rh"``."""
    mesh: Mesh
    offset: float = 0.0
    """How far it was moved to the right of where its file has it, in mm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One view of one or both hemispheres, at its place in the grid."""

    row: int
    column: int
    hemispheres: tuple[str, ...]
    camera: Camera
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Colours of everything that is not activity."""

    background: Colour = (0.0, 0.0, 0.0)
    foreground: Colour = (1.0, 1.0, 1.0)
    ridges: Colour = (0.74, 0.74, 0.74)
    folds: Colour = (0.41, 0.41, 0.41)
    opacity: float = 1.0
    """Of the cortex."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scene:
    """Everything a picture shows; a picture of it at a time needs no more."""

    hemispheres: tuple[Hemisphere, ...]
    panels: tuple[Panel, ...]
    style: Style = Style()
    activity: Activity | None = None
    courses: Courses | None = None
    foci: tuple[Foci, ...] = ()
    parts: tuple[Parts, ...] = ()
    captions: tuple[Caption, ...] = ()
    title: str = ""
    colour_bar: bool = True

    @property
    def rows(self) -> int:
        """How many rows of panels there are."""
        return 1 + max(panel.row for panel in self.panels)

    @property
    def columns(self) -> int:
        """How many columns of panels there are."""
        return 1 + max(panel.column for panel in self.panels)

    def panels_at(self, row: int | None, column: int | None) -> list[int]:
        """Indices of the panels at a row and column, None for all of them."""
        return [
            index
            for index, panel in enumerate(self.panels)
            if row in {None, panel.row} and column in {None, panel.column}
        ]

    def hemisphere(self, name: str) -> Hemisphere:
        """The half of the cortex of that name."""
        return next(h for h in self.hemispheres if h.name == name)

    def with_foci(self, foci: Foci) -> "Scene":
        """The scene with more foci."""
        return replace(self, foci=(*self.foci, foci))

    def with_parts(self, parts: Parts) -> "Scene":
        """The scene with more parts of the cortex marked, above those before."""
        return replace(self, parts=(*self.parts, parts))

    def without_atlas(self, hemisphere: str) -> "Scene":
        """The scene without the annotations of one hemisphere."""
        kept = [p for p in self.parts if not (p.atlas and p.hemisphere == hemisphere)]
        return replace(self, parts=tuple(kept))

    def with_caption(self, caption: Caption) -> "Scene":
        """The scene with more words."""
        return replace(self, captions=(*self.captions, caption))

    def seen_from(self, camera: Camera, index: int) -> "Scene":
        """The scene with another camera for one panel."""
        panel = replace(self.panels[index], camera=camera)
        return replace(self, panels=(*self.panels[:index], panel, *self.panels[index + 1 :]))
