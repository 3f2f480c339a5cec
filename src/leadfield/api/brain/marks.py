"""Marks that users put on a brain: foci, labels, annotations, text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.api.brain.views import find_panels
from leadfield.base.checks import number, one_of, whole
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.files import as_path
from leadfield.freesurfer.annotation import read_annotation
from leadfield.freesurfer.label import read_label_file
from leadfield.freesurfer.subjects import subject_file
from leadfield.freesurfer.surface import read_surface
from leadfield.numerics.nearest import nearest_places
from leadfield.render.colours import parse_colour
from leadfield.scene.marks import Caption, Foci, Regions
from leadfield.scene.mesh import HEMISPHERES

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from leadfield.api.brain.options import Color
    from leadfield.api.labels.label import Label
    from leadfield.base.arrays import Floats, Ints
    from leadfield.scene.scene import Hemisphere, Scene

RADIUS = 5.0
"""Radius in mm of a focus with a ``scale_factor`` of 1."""
LABEL_COLOUR = "crimson"

Subject = tuple[Path, str]
"""The folder of all subjects, and the subject's name in it."""
if TYPE_CHECKING:
    NamedRegions = tuple[Ints, Floats, tuple[str, ...]]
    """The region of each vertex, -1 for none; the regions' colours (n, 4) and names."""


def add_foci(
    scene: Scene,
    subject: Subject,
    coords: ArrayLike,
    *,
    as_vertices: bool,
    map_surface: str | None,
    scale: float,
    colour: Color,
    opacity: float,
    name: str | None,
    hemi: str | None,
    resolution: int,
) -> Scene:
    """The scene with foci at vertices or positions.

    Positions may be moved to the vertices nearest to them on ``map_surface``.
    """
    whole("resolution", resolution, least=1)
    hemisphere = find_hemisphere(scene, hemi)
    vertices = hemisphere.mesh.vertices
    if as_vertices:
        centres = vertices[check_vertices(coords, hemisphere)]
    else:
        positions = _check_positions(coords)
        centres = positions + np.array([hemisphere.offset, 0, 0])
        if map_surface is not None:
            path = subject_file(*subject, "surf", f"{hemisphere.name}.{map_surface}")
            nearest = nearest_places(positions, read_surface(path).vertices)
            centres = vertices[check_vertices(nearest, hemisphere)]
    foci = Foci(
        hemisphere=hemisphere.name,
        centres=centres,
        radius=RADIUS * number("scale_factor", scale, above=0),
        colour=parse_colour("color", colour),
        opacity=number("alpha", opacity, least=0, most=1),
        name=name or "",
    )
    return scene.with_foci(foci)


def add_text(
    scene: Scene,
    text: str,
    position: tuple[float, float],
    panel: tuple[int | None, int | None],
    *,
    colour: Color | None,
    opacity: float,
    size: float | None,
    justification: str | None,
    name: str | None,
) -> Scene:
    """The scene with a caption at a position of the panels at a row and column."""
    find_panels(scene, *panel)
    justification = "left" if justification is None else justification
    one_of("justification", justification, ["left", "center", "right"])
    caption = Caption(
        text=str(text),
        x=number("x", position[0], least=0, most=1),
        y=number("y", position[1], least=0, most=1),
        row=panel[0],
        column=panel[1],
        colour=None if colour is None else parse_colour("color", colour),
        opacity=number("opacity", opacity, least=0, most=1),
        size=None if size is None else number("font_size", size, above=0),
        justification=justification,
        name=str(text) if name is None else name,
    )
    if caption.name in {other.name for other in scene.captions}:
        msg = f"name must be new, got {caption.name!r}, the name of another text"
        raise InputError(msg)
    return scene.with_caption(caption)


def add_label(
    scene: Scene,
    subject: Subject,
    label: Label | str | Path,
    *,
    colour: Color | None,
    opacity: float,
    threshold: float | None,
    borders: bool | int,
    hemi: str | None,
    subdir: str | None,
) -> Scene:
    """The scene with the vertices of one label filled or outlined."""
    found: Any = label
    if isinstance(label, str | Path):
        if hemi or len(scene.hemispheres) == 1:
            hemi = find_hemisphere(scene, hemi).name
        path, hemi = _find_label_file(label, hemi, subject, subdir)
        found = read_label_file(path)
        name, own = path.name.removesuffix(".label"), None
    else:
        hemi, name, own = found.hemi, str(found.name), getattr(found, "color", None)
    vertices = np.asarray(found.vertices)
    if threshold is not None:
        vertices = vertices[np.asarray(found.values) >= number("scalar_thresh", threshold)]
    hemisphere = find_hemisphere(scene, hemi)
    regions = np.full(len(hemisphere.mesh.vertices), -1)
    regions[check_vertices(vertices, hemisphere)] = 0
    rgb = _label_colour(own if colour is None else colour)
    marked = Regions(
        hemisphere=hemisphere.name,
        vertex_regions=regions,
        colours=np.array([[*rgb, number("alpha", opacity, least=0, most=1)]]),
        outline=outline_width(borders),
        name=name,
        names=(name,),
    )
    return scene.with_regions(marked)


def add_annotation(
    scene: Scene,
    subject: Subject,
    annot: str | Path | Sequence[Label],
    *,
    borders: bool | int,
    opacity: float,
    hemi: str | None,
    remove_existing: bool,
    colour: Color | None,
) -> Scene:
    """The scene with a parcellation: a file, the name of one, or labels."""
    hemispheres = scene.hemispheres if hemi is None else (find_hemisphere(scene, hemi),)
    for hemisphere in hemispheres:
        if isinstance(annot, list | tuple):
            name = "annotation"
            vertex_regions, colours, names = _regions_of_labels(annot, hemisphere)
        else:
            name, path = str(annot), _find_annotation_file(annot, hemisphere.name, subject)
            vertex_regions, colours, names = _regions_of_file(path, hemisphere)
        colours[:, 3] = number("alpha", opacity, least=0, most=1)
        if colour is not None:
            colours[:, :3] = parse_colour("color", colour)
        regions = Regions(
            hemisphere=hemisphere.name,
            vertex_regions=vertex_regions,
            colours=colours,
            outline=outline_width(borders),
            name=name,
            names=names,
            parcellation=True,
        )
        if remove_existing:
            scene = scene.without_parcellation(hemisphere.name)
        scene = scene.with_regions(regions)
    return scene


def find_hemisphere(scene: Scene, hemi: str | None) -> Hemisphere:
    """The hemisphere of that name, or the only one that is shown."""
    if hemi is None:
        if len(scene.hemispheres) > 1:
            msg = "hemi must be 'lh' or 'rh' where both are shown, got None"
            raise InputError(msg)
        return scene.hemispheres[0]
    one_of("hemi", hemi, [hemisphere.name for hemisphere in scene.hemispheres])
    return scene.hemisphere(hemi)


def outline_width(borders: object) -> int:
    """Width of an outline: False fills, True is 2, a number one more than itself."""
    if isinstance(borders, bool | np.bool_):
        return 2 if borders else 0
    if not isinstance(borders, int | np.integer) or borders < 0:
        msg = f"borders must be True, False or a whole number, got {borders!r}"
        raise InputError(msg)
    return int(borders) + 1 if borders else 0


def _find_label_file(
    label: str | Path, hemi: str | None, subject: Subject, subdir: str | None
) -> tuple[Path, str]:
    """The file that a label's path or name stands for, and its hemisphere."""
    path = as_path(label)
    if path.is_file():
        for name in HEMISPHERES:
            if path.name.startswith(f"{name}.") or path.name.endswith(f"-{name}.label"):
                return path, name
        if hemi is None:
            msg = f"hemi must be given for a label file without lh or rh in its name, {path.name}"
            raise InputError(msg)
        return path, hemi
    if hemi is None:
        msg = f"hemi must be 'lh' or 'rh' to find the label {str(label)!r}, got None"
        raise InputError(msg)
    folders = ("label", subdir) if subdir else ("label",)
    return subject_file(*subject, *folders, f"{hemi}.{label}.label"), hemi


def _find_annotation_file(annot: Any, hemi: str, subject: Subject) -> Path:
    path = as_path(annot)
    if path.is_file():
        other = {"lh": "rh.", "rh": "lh."}[hemi]
        # A file of one side names the pair.
        return path.with_name(hemi + path.name[2:]) if path.name.startswith(other) else path
    return subject_file(*subject, "label", f"{hemi}.{annot}.annot")


def _regions_of_file(path: Path, hemisphere: Hemisphere) -> NamedRegions:
    found = read_annotation(path)
    n = len(hemisphere.mesh.vertices)
    if len(found.labels) != n:
        got = len(found.labels)
        msg = f"{path.name} must have {n} vertices, as the {hemisphere.name} surface, got {got}"
        raise MismatchError(msg)
    return found.labels, found.colours / 255.0, tuple(found.names)


def _regions_of_labels(labels: Sequence[Any], hemisphere: Hemisphere) -> NamedRegions:
    own = [label for label in labels if label.hemi == hemisphere.name]
    regions = np.full(len(hemisphere.mesh.vertices), -1)
    colours = np.ones((len(own), 4))
    for index, label in enumerate(own):
        regions[check_vertices(label.vertices, hemisphere)] = index
        colours[index, :3] = _label_colour(getattr(label, "color", None))
    return regions, colours, tuple(str(label.name) for label in own)


def _label_colour(colour: Color | None) -> tuple[float, float, float]:
    return parse_colour("color", LABEL_COLOUR if colour is None else colour)


def _check_positions(coords: ArrayLike) -> Floats:
    positions: Floats = np.atleast_2d(np.asarray(coords, float))
    if positions.ndim != 2 or positions.shape[1] != 3 or not np.isfinite(positions).all():
        msg = (
            "coords must be three finite numbers a focus, in mm, got shape "
            f"{positions.shape}: for vertex numbers pass coords_as_verts=True"
        )
        raise InputError(msg)
    return positions


def check_vertices(vertices: ArrayLike, hemisphere: Hemisphere) -> Ints:
    """Vertex numbers, which must be on the hemisphere."""
    numbers = np.atleast_1d(np.asarray(vertices))
    n = len(hemisphere.mesh.vertices)
    if numbers.size and (numbers.ndim != 1 or numbers.dtype.kind not in "iu"):
        msg = f"vertices must be whole numbers, got {vertices!r}"
        raise ArgumentTypeError(msg)
    if numbers.size and not 0 <= numbers.min() <= numbers.max() < n:
        wrong = numbers[(numbers < 0) | (numbers >= n)][0]
        msg = f"vertices of {hemisphere.name} must be from 0 to {n - 1}, got {wrong}"
        raise InputError(msg)
    return numbers.astype(np.int64)
