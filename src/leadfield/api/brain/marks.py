"""What users put on a brain, from their arguments to values of the scene."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import number, one_of
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.files import as_path
from leadfield.freesurfer.annotation import read_annotation
from leadfield.freesurfer.subjects import subject_file
from leadfield.freesurfer.surface import read_surface
from leadfield.numerics.nearest import nearest_places
from leadfield.render.colours import colour_of
from leadfield.scene.marks import Caption, Foci, Parts
from leadfield.scene.mesh import HEMISPHERES
from leadfield.scene.scene import Hemisphere

BALL = 5.0
"""Radius in mm of a focus with a ``scale_factor`` of 1."""
LABEL_COLOUR = "crimson"


def foci_of(
    coords: Any,
    half: Hemisphere,
    *,
    as_vertices: bool,
    onto: Path | None,
    scale: Any,
    colour: Any,
    opacity: Any,
    name: str,
) -> Foci:
    """Balls at vertices or at places in mm, which may be moved onto the cortex drawn.

    ``onto`` is the file of the surface whose nearest vertices stand for the places.
    """
    vertices = half.mesh.vertices
    if as_vertices:
        centres = vertices[_vertex_numbers(coords, half)]
    else:
        places = np.atleast_2d(np.asarray(coords, float))
        if places.ndim != 2 or places.shape[1] != 3 or not np.isfinite(places).all():
            msg = (
                "coords must be three finite numbers a focus, in mm, got shape "
                f"{places.shape}: for vertex numbers pass coords_as_verts=True"
            )
            raise InputError(msg)
        centres = places + np.array([half.offset, 0, 0])
        if onto is not None:
            nearest = nearest_places(places, read_surface(onto).vertices)
            centres = vertices[_vertex_numbers(nearest, half)]
    return Foci(
        hemisphere=half.name,
        centres=centres,
        radius=BALL * number("scale_factor", scale, above=0),
        colour=colour_of("color", colour),
        opacity=number("alpha", opacity, least=0, most=1),
        name=name,
    )


def caption_of(
    text: Any,
    place: tuple[Any, Any],
    panel: tuple[int | None, int | None],
    *,
    colour: Any,
    opacity: Any,
    size: Any,
    justification: Any,
    name: str | None,
) -> Caption:
    """Words at a place of the panels at a row and column."""
    justification = "left" if justification is None else justification
    one_of("justification", justification, ["left", "center", "right"])
    return Caption(
        text=str(text),
        x=number("x", place[0], least=0, most=1),
        y=number("y", place[1], least=0, most=1),
        row=panel[0],
        column=panel[1],
        colour=None if colour is None else colour_of("color", colour),
        opacity=number("opacity", opacity, least=0, most=1),
        size=None if size is None else number("font_size", size, above=0),
        justification=justification,
        name=str(text) if name is None else name,
    )


def label_parts(
    numbers: Any,
    half: Hemisphere,
    *,
    colour: Any,
    opacity: Any,
    borders: Any,
    name: str,
) -> Parts:
    """The vertices of one label as a part of the cortex."""
    rgb = colour_of("color", LABEL_COLOUR if colour is None else colour)
    parts = np.full(len(half.mesh.vertices), -1)
    parts[_vertex_numbers(numbers, half)] = 0
    return Parts(
        hemisphere=half.name,
        parts=parts,
        colours=np.array([[*rgb, number("alpha", opacity, least=0, most=1)]]),
        outline=outline_width(borders),
        name=name,
    )


def annotation_parts(
    annot: Any,
    half: Hemisphere,
    subject: tuple[Path, str],
    *,
    opacity: Any,
    borders: Any,
    colour: Any,
) -> Parts:
    """An annotation's file, name or labels as parts of one hemisphere's cortex."""
    if isinstance(annot, list | tuple):
        parts, colours = _of_labels(annot, half)
        name = "annotation"
    else:
        name = str(annot)
        parts, colours = _of_file(_annotation_file(annot, half.name, subject), half)
    colours[:, 3] = number("alpha", opacity, least=0, most=1)
    if colour is not None:
        colours[:, :3] = colour_of("color", colour)
    return Parts(
        hemisphere=half.name,
        parts=parts,
        colours=colours,
        outline=outline_width(borders),
        name=name,
        atlas=True,
    )


def outline_width(borders: Any) -> int:
    """Width of an outline: False fills, True is 2, a number one more than itself."""
    if isinstance(borders, bool | np.bool_):
        return 2 if borders else 0
    if not isinstance(borders, int | np.integer) or borders < 0:
        msg = f"borders must be True, False or a whole number, got {borders!r}"
        raise InputError(msg)
    return int(borders) + 1 if borders else 0


def label_file(
    label: str | Path, hemi: str | None, subject: tuple[Path, str], subdir: str | None
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


def _annotation_file(annot: Any, hemi: str, subject: tuple[Path, str]) -> Path:
    path = as_path(annot)
    if path.is_file():
        other = {"lh": "rh.", "rh": "lh."}[hemi]
        # A file of one side names the pair.
        return path.with_name(hemi + path.name[2:]) if path.name.startswith(other) else path
    return subject_file(*subject, "label", f"{hemi}.{annot}.annot")


def _of_file(path: Path, half: Hemisphere) -> tuple[Ints, Floats]:
    found = read_annotation(path)
    n = len(half.mesh.vertices)
    if len(found.labels) != n:
        got = len(found.labels)
        msg = f"{path.name} must have {n} vertices, as the {half.name} surface, got {got}"
        raise MismatchError(msg)
    return found.labels, found.colours / 255.0


def _of_labels(labels: Sequence[Any], half: Hemisphere) -> tuple[Ints, Floats]:
    own = [label for label in labels if label.hemi == half.name]
    parts = np.full(len(half.mesh.vertices), -1)
    colours = np.ones((len(own), 4))
    for index, label in enumerate(own):
        parts[_vertex_numbers(label.vertices, half)] = index
        colour = getattr(label, "color", None)
        colours[index, :3] = colour_of("color", LABEL_COLOUR if colour is None else colour)
    return parts, colours


def _vertex_numbers(given: Any, half: Hemisphere) -> Ints:
    numbers = np.atleast_1d(np.asarray(given))
    n = len(half.mesh.vertices)
    if numbers.size and (numbers.ndim != 1 or numbers.dtype.kind not in "iu"):
        msg = f"vertices must be whole numbers, got {given!r}"
        raise ArgumentTypeError(msg)
    if numbers.size and not 0 <= numbers.min() <= numbers.max() < n:
        wrong = numbers[(numbers < 0) | (numbers >= n)][0]
        msg = f"vertices of {half.name} must be from 0 to {n - 1}, got {wrong}"
        raise InputError(msg)
    return numbers.astype(np.int64)
