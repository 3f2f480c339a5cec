"""Splitting of labels: along their longest axis, or into connected pieces."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import scipy

from leadfield.base.arrays import Bools, Floats
from leadfield.base.checks import one_of, whole
from leadfield.base.errors import InputError
from leadfield.freesurfer.surface import Surface
from leadfield.labels.colours import shades
from leadfield.labels.label import CorticalLabel, keep_vertices
from leadfield.numerics.mesh import neighbours
from leadfield.sources.space import HEMISPHERES


def split_by(
    label: CorticalLabel, parts: object, sphere: Surface, *, freesurfer: bool = False
) -> list[CorticalLabel]:
    """Parts as users ask for them: a number, names, or ``"contiguous"`` pieces."""
    if isinstance(parts, str):
        one_of("parts, if no number or names,", parts, ("contiguous",))
        return split_connected(label, sphere)
    if isinstance(parts, Sequence):
        names = [str(name) for name in parts]
    else:
        names = part_names(label, whole("parts", parts, least=2))
    if len(names) < 2:
        msg = f"parts must be at least two names, got {names}"
        raise InputError(msg)
    return split_along_axis(label, names, sphere, freesurfer=freesurfer)


def split_along_axis(
    label: CorticalLabel, names: Sequence[str], sphere: Surface, *, freesurfer: bool = False
) -> list[CorticalLabel]:
    """Parts of equal length along the longest axis on the sphere, from back to front.

    The plane of the axis touches the sphere above the label's middle; ``freesurfer`` takes the
    vertex nearest to that and the mean of its triangles, as mris_divide_parcellation does.
    """
    if len(label) < 2:
        msg = f"a label must have at least 2 vertices to be split, got {len(label)}"
        raise InputError(msg)
    places = sphere.vertices[label.vertices]
    middle = places.mean(axis=0)
    upwards = _normal_near(label, places - middle, sphere) if freesurfer else middle
    along = places @ _longest_axis(places - middle, upwards)
    along -= along.min()
    n = len(names)
    part = np.minimum(np.floor(along / (along.max() / n)), n - 1)
    return _parts(label, [part == i for i in range(n)], names)


def _normal_near(label: CorticalLabel, centred: Floats, sphere: Surface) -> Floats:
    """Mean across the triangles of the vertex nearest to the middle."""
    vertex = label.vertices[np.einsum("ij,ij->i", centred, centred).argmin()]
    around = sphere.triangles[(sphere.triangles == vertex).any(axis=1)]
    a, b, c = (sphere.vertices[around[:, i]] for i in range(3))
    normal: Floats = np.cross(b - a, c - a).mean(axis=0)
    return normal


def _longest_axis(centred: Floats, upwards: Floats) -> Floats:
    """Direction of most spread across ``upwards``, towards the front."""
    normal = upwards / np.linalg.norm(upwards)
    flat = centred - np.outer(centred @ normal, normal)
    axis: Floats = np.linalg.eigh(flat.T @ flat)[1][:, -1]
    return -axis if axis[1] < 0 else axis


def split_connected(label: CorticalLabel, sphere: Surface) -> list[CorticalLabel]:
    """The pieces that edges of the surface hold together, the largest first."""
    edges = neighbours(sphere.triangles, len(sphere.vertices))[label.vertices][:, label.vertices]
    n, piece = scipy.sparse.csgraph.connected_components(edges, directed=False)
    largest_first = np.argsort(-np.bincount(piece, minlength=n), kind="stable")
    return _parts(label, [piece == i for i in largest_first], part_names(label, n))


def part_names(label: CorticalLabel, n: int) -> list[str]:
    """Names of a label's parts: ``div1``, ``div2``, ... before its hemisphere."""
    name = label.name or "unnamed"
    ending = name[-3:] if name.endswith(HEMISPHERES) else ""
    return [f"{name.removesuffix(ending)}_div{i + 1}{ending}" for i in range(n)]


def _parts(
    label: CorticalLabel, masks: Sequence[Bools], names: Sequence[str]
) -> list[CorticalLabel]:
    colours = shades(label.colour, len(masks))
    return [
        replace(keep_vertices(label, mask, name), colour=colour)
        for mask, name, colour in zip(masks, names, colours, strict=True)
    ]
