"""Simulated subjects: the template's cortex, warped, renumbered, registered anew, even refined."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.freesurfer.annotation import Parcellation, read_annotation, write_annotation
from leadfield.freesurfer.overlay import read_morph, write_morph
from leadfield.freesurfer.surface import Surface, read_surface, write_surface
from leadfield.numerics.mesh import unit

SUBJECT, COMMON = "sample", "fsaverage"
BEND = 1.2  # mm, how far folds are off the template's
MISFIT = 0.012  # rad, how far the registration is off: about 1 mm of cortex
HEMISPHERES = ("lh", "rh")


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Warp:
    """How a subject's head differs from the template's.

    ``scale`` (3,) stretches its axes; ``phases`` (3,) say where it is bent, ``shift`` where its
    registration is off. With ``refined``, its mesh is twice as fine.
    """

    scale: Floats
    phases: Floats
    shift: float
    refined: bool

    def __post_init__(self) -> None:
        lock_arrays(self)

    def points(self, points: Floats) -> Floats:
        """The template's positions (n, 3), in mm, in the subject's head."""
        phases = points[:, [1, 2, 0]] / 17 + self.phases
        return np.asarray((points + BEND * np.sin(phases)) * self.scale)


def sample_warp() -> Warp:
    """How the head of the simulated experiment's subject differs."""
    scale, phases = np.array([0.96, 1.03, 0.98]), np.array([0.3, 1.0, 2.0])
    return Warp(scale=scale, phases=phases, shift=1.0, refined=True)


def copy_template(template: Path, folder: Path) -> None:
    """Copy the template's surfaces and labels."""
    for part in ("surf", "label"):
        (folder / part).mkdir(parents=True)
        for file in (template / part).iterdir():
            shutil.copyfile(file, folder / part / file.name)


def write_person(template: Path, person: Path, warp: Warp, rng: np.random.Generator) -> None:
    """Write the surfaces and labels of a simulated subject, and an empty folder ``bem``."""
    for part in ("surf", "label", "bem"):
        (person / part).mkdir(parents=True)
    for hemisphere in HEMISPHERES:
        _write_hemisphere(template, person, hemisphere, warp=warp, rng=rng)


def _write_hemisphere(
    template: Path, person: Path, hemisphere: str, *, warp: Warp, rng: np.random.Generator
) -> None:
    source = template / "surf"
    surfaces = {
        name: read_surface(source / f"{hemisphere}.{name}")
        for name in ("white", "pial", "inflated", "sphere")
    }
    coarse = surfaces["sphere"].triangles
    edges, triangles = subdivide(coarse) if warp.refined else (np.empty((0, 2), np.int64), coarse)
    n = len(surfaces["sphere"].vertices) + len(edges)
    order = rng.permutation(n)
    place = np.argsort(order)
    triangles = place[triangles]

    def refined(values: Floats) -> Floats:
        return np.concatenate([values, values[edges].mean(axis=1)])[order]

    for name in ("white", "pial", "inflated"):
        points = refined(surfaces[name].vertices)
        points = warp.points(points) if name != "inflated" else points
        _save(person / "surf" / f"{hemisphere}.{name}", points, triangles)
    sphere = unit(refined(surfaces["sphere"].vertices))
    registered = unit(sphere + MISFIT * np.sin(3 * sphere[:, [2, 0, 1]] + warp.shift))
    native = unit(rotate_points(sphere) + 0.06 * np.sin(2 * sphere[:, [1, 2, 0]]))
    _save(person / "surf" / f"{hemisphere}.sphere.reg", 100 * registered, triangles)
    _save(person / "surf" / f"{hemisphere}.sphere", 100 * native, triangles)
    for name in ("curv", "sulc"):
        values = refined(read_morph(source / f"{hemisphere}.{name}")[:, None])[:, 0]
        write_morph(person / "surf" / f"{hemisphere}.{name}", values)
    _write_labels(template, person, hemisphere, edges=edges, order=order)


def _save(path: Path, points: Floats, triangles: Ints) -> None:
    write_surface(path, Surface(vertices=points, triangles=triangles))


def _write_labels(
    template: Path, person: Path, hemisphere: str, *, edges: Ints, order: Ints
) -> None:
    """The template's parcellation; a new vertex goes with one of its two neighbours."""
    name = f"{hemisphere}.aparc.annot"
    known = read_annotation(template / "label" / name)
    parts = np.concatenate([known.labels, known.labels[edges[:, 0]]])[order]
    finer = Parcellation(labels=parts, names=known.names, colours=known.colours)
    write_annotation(person / "label" / name, finer)


def rotate_points(points: Floats) -> Floats:
    """Points rotated by a seventh of a radian about an oblique axis."""
    x, y, z = np.array([0.2, 0.5, 0.84]) / np.linalg.norm([0.2, 0.5, 0.84])
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    matrix = np.eye(3) + np.sin(0.14) * cross + (1 - np.cos(0.14)) * cross @ cross
    return np.asarray(points @ matrix.T)


def subdivide(triangles: Ints) -> tuple[Ints, Ints]:
    """Edges (n_edges, 2), whose middles are new vertices, and four triangles for each one."""
    sides = triangles[:, [[0, 1], [1, 2], [2, 0]]]
    edges, which = np.unique(np.sort(sides.reshape(-1, 2), axis=1), axis=0, return_inverse=True)
    middle = triangles.max() + 1 + which.reshape(-1, 3)
    a, b, c = triangles.T
    ab, bc, ca = middle.T
    finer = np.stack([[a, ab, ca], [b, bc, ab], [c, ca, bc], [ab, bc, ca]])
    return edges, finer.transpose(0, 2, 1).reshape(-1, 3)
