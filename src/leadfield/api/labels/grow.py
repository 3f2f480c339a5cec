"""Labels grown on the surface: ``grow_labels``, ``random_parcellation``, ``select_sources``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.labels.as_label import as_label, make_cortical_label
from leadfield.api.labels.colours import as_rgba, colormap_colours
from leadfield.api.labels.label import Label, label_of
from leadfield.api.recording.filter_samples import check_jobs
from leadfield.base.checks import looked_up, number, one_of, whole
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.front_door import public
from leadfield.freesurfer.subjects import subjects_folder
from leadfield.labels.center_of_mass import center_of_mass
from leadfield.labels.grow import Seed, grow_circles, grow_until_they_meet
from leadfield.labels.label import CorticalLabel, keep_vertices
from leadfield.labels.parcellation import HEMI
from leadfield.labels.random_parcels import random_parcels
from leadfield.labels.surface import check_on_surface, read_hemisphere
from leadfield.numerics.chance import Random, as_random
from leadfield.sources.space import HEMISPHERES

if TYPE_CHECKING:
    from leadfield.base.arrays import Ints
    from leadfield.labels.label import Rgba

MM = 1e-3


@public("leadfield")
def grow_labels(
    subject: str,
    seeds: int | Sequence[int | ArrayLike],
    extents: ArrayLike,
    hemis: ArrayLike,
    subjects_dir: str | Path | None = None,
    n_jobs: int | None = None,
    overlap: bool = True,
    names: str | Sequence[str] | None = None,
    surface: str = "white",
    colors: ArrayLike | None = None,
) -> list[Label]:
    """Grow labels from seeds along the cortex.

    Parameters
    ----------
    subject : str
        The subject.
    seeds : int | list
        The seeds: each a vertex, or a list of vertices.
    extents : float | array_like
        How far labels reach, in mm along the surface; of all, or of each.
    hemis : 0 | 1 | array_like
        The hemisphere (0 left, 1 right) of all seeds, or of each.
    subjects_dir : path-like | None
        Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
    n_jobs : int | None
        Has no effect.
    overlap : bool
        Whether labels may overlap. If not, each vertex belongs to the nearest seed.
    names : list of str | None
        Names, to which ``-lh`` or ``-rh`` is added where it is missing; by default
        ``"Label_0-lh"``, ...
    surface : str
        The surface to grow on.
    colors : array_like, shape (n, 4) | (4,) | None
        The colour (red, green, blue, alpha, 0 to 1) of each label, or of all; by default all
        differ.

    Returns
    -------
    labels : list of Label
        The labels, in the order of the seeds. Values are the distance from the seed in whole
        mm, or ones if ``overlap`` is False.

    Raises
    ------
    InputError
        If numbers of arguments differ, or seeds share vertices where labels must not overlap.

    See Also
    --------
    random_parcellation : Splits a hemisphere into labels.

    Examples
    --------
    >>> grow_labels("fsaverage5", [20, 500], 15, 0, subjects_dir, names=["one", "two"])[0]
    <Label | fsaverage5, 'one-lh', lh : 98 vertices>
    """
    check_jobs(n_jobs)
    wanted = _seeds(seeds, extents, hemis, names, colors)
    grow = grow_circles if overlap else grow_until_they_meet
    grown: dict[int, CorticalLabel] = {}
    for hemisphere in HEMISPHERES:
        own = {i: seed for i, seed in enumerate(wanted) if seed.hemisphere == hemisphere}
        if not own:
            continue
        mesh = read_hemisphere(subjects_folder(subjects_dir), subject, hemisphere, surface)
        for seed in own.values():
            check_on_surface(seed.vertices, mesh)
        grown |= dict(zip(own, grow(list(own.values()), mesh, subject), strict=True))
    return [label_of(grown[i]) for i in range(len(wanted))]


def _seeds(seeds: Any, extents: Any, hemis: Any, names: Any, colors: Any) -> list[Seed]:
    """What to grow each label from."""
    places = [_vertices(one) for one in ([seeds] if np.isscalar(seeds) else seeds)]
    n = len(places)
    sides = [_hemisphere(one) for one in _for_each("hemis", hemis, n)]
    far = [number("extents", one, least=0) for one in _for_each("extents", extents, n)]
    if names is None:
        given = [f"Label_{i}" for i in range(n)]
    else:
        given = [names] if isinstance(names, str) else [str(name) for name in names]
    if len(given) != n:
        msg = f"names must be as many as seeds, {n}, got {len(given)}"
        raise InputError(msg)
    return [
        Seed(
            vertices=place,
            hemisphere=side,
            extent=extent,
            name=name if name.endswith(side) else f"{name}-{side}",
            colour=colour,
        )
        for place, side, extent, name, colour in zip(
            places, sides, far, given, _colours(colors, n), strict=True
        )
    ]


def _vertices(seed: ArrayLike) -> Ints:
    found = np.atleast_1d(np.asarray(seed))
    if found.ndim != 1 or not found.size or found.dtype.kind not in "iu":
        msg = f"each seed must be a vertex number or a list of some, got {seed!r}"
        raise ArgumentTypeError(msg)
    if found.min() < 0:
        msg = f"vertices of seeds must be numbers from 0 up, got {found.min()}"
        raise InputError(msg)
    return np.unique(found).astype(np.int64)


def _for_each(name: str, given: Any, n: int) -> list[Any]:
    """One value for each of ``n`` seeds: those that are given, or the one for all."""
    values = list(np.atleast_1d(given).tolist())
    if len(values) not in {1, n}:
        msg = f"{name} must be one, or as many as seeds, {n}, got {len(values)}"
        raise InputError(msg)
    return values * n if len(values) == 1 else values


def _hemisphere(number_of_side: Any) -> str:
    one_of("hemis", number_of_side, (0, 1))
    return HEMISPHERES[number_of_side]


def _colours(colors: ArrayLike | None, n: int) -> Sequence[Rgba | None]:
    if colors is None:
        return colormap_colours("hsv", n)
    rows = np.atleast_2d(np.asarray(colors, float))
    if rows.shape not in {(1, 4), (n, 4)}:
        msg = f"colors must be one, or one for each of {n} seeds, of 4 numbers, got {rows.shape}"
        raise InputError(msg)
    return [as_rgba(tuple(row)) for row in np.broadcast_to(rows, (n, 4)).tolist()]


@public("leadfield")
def random_parcellation(
    subject: str,
    n_parcel: int,
    hemi: Literal["lh", "rh", "both"],
    subjects_dir: str | Path | None = None,
    surface: str = "white",
    *,
    rng: Random | int | None = None,
    random_state: Random | int | None = None,
) -> list[Label]:
    """Split the cortex into labels around chance places.

    Parameters
    ----------
    subject : str
        The subject.
    n_parcel : int
        How many labels, or a few less where they are of few vertices; with ``hemi="both"`` half
        of them in each hemisphere.
    hemi : "lh" | "rh" | "both"
        The hemispheres.
    subjects_dir : path-like | None
        Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
    surface : str
        The surface.
    rng : Generator | RandomState | int | None
        NumPy's generator, or its seed.
    random_state : RandomState | int | None
        NumPy's older generator, or its seed, in the place of ``rng``.

    Returns
    -------
    labels : list of Label
        Labels that cover the hemispheres without overlap, the left one's first, each named
        ``"label_0"``, ...

    Raises
    ------
    InputError
        If there are fewer labels than pieces of the surface.

    See Also
    --------
    grow_labels : Grows labels from seeds.

    Examples
    --------
    >>> labels = random_parcellation("fsaverage5", 20, "lh", subjects_dir, rng=0)
    >>> len(labels), sum(map(len, labels))
    (20, 10242)
    """
    sides = looked_up("hemi", hemi, HEMI)
    wanted = whole("n_parcel", n_parcel, least=len(sides))
    chance = as_random(rng, random_state)
    labels = []
    for side in sides:
        mesh = read_hemisphere(subjects_folder(subjects_dir), subject, side, surface)
        size = len(sides) * len(mesh.vertices) // wanted
        for place, vertices in enumerate(random_parcels(mesh, wanted // len(sides), size, chance)):
            label = make_cortical_label(
                vertices,
                mesh.vertices[vertices] * MM,
                None,
                side,
                name=f"label_{place}",
                subject=subject,
            )
            labels.append(label)
    colours = colormap_colours("hsv", len(labels))
    return [
        label_of(replace(label, colour=colour))
        for label, colour in zip(labels, colours, strict=True)
    ]


@public("leadfield")
def select_sources(
    subject: str,
    label: Label | Literal["lh", "rh"],
    location: Literal["center", "random"] | int = "center",
    extent: float = 0.0,
    grow_outside: bool = True,
    subjects_dir: str | Path | None = None,
    name: str | None = None,
    surf: str = "white",
    *,
    rng: Random | int | None = None,
    random_state: Random | int | None = None,
) -> Label:
    """Grow a label from a place in another one, as for simulated activity.

    Parameters
    ----------
    subject : str
        The subject.
    label : Label | "lh" | "rh"
        The label to choose from, or a whole hemisphere.
    location : "center" | "random" | int
        The vertex to grow from: the middle one, a chance one, or that at a place in
        ``label.vertices``.
    extent : float
        How far to grow, in mm along the white surface; 0 takes the vertex alone.
    grow_outside : bool
        Whether to grow out of the label, too.
    subjects_dir : path-like | None
        Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
    name : str | None
        Name of the new label.
    surf : str
        The surface on which the middle is looked for.
    rng : Generator | RandomState | int | None
        NumPy's generator, or its seed.
    random_state : RandomState | int | None
        NumPy's older generator, or its seed, in the place of ``rng``.

    Returns
    -------
    label : Label
        The new label. Values are the distance from the first vertex in whole mm.

    Raises
    ------
    MismatchError
        If the label has no such place.

    See Also
    --------
    grow_labels : Grows labels from vertices.

    Examples
    --------
    >>> select_sources("fsaverage5", "lh", "random", 12, subjects_dir=subjects_dir, rng=3)
    <Label | fsaverage5, unnamed, lh : 73 vertices>
    """
    folder = subjects_folder(subjects_dir)
    if isinstance(label, str):
        one_of("label", label, HEMISPHERES)
        n = len(read_hemisphere(folder, subject, label, "white").vertices)
        within = make_cortical_label(np.arange(n), None, None, label)
    else:
        (within,) = as_label(label).hemispheres
    if location == "center":
        seed = center_of_mass(
            within, subject=subject, subjects_dir=folder, surf=surf, candidates=within.vertices
        )
    elif location == "random":
        seed = int(as_random(rng, random_state).choice(within.vertices))
    else:
        seed = _vertex_at(within, location)
    side = HEMISPHERES.index(within.hemisphere)
    (grown,) = grow_labels(subject, seed, extent, side, folder)
    inside = grow_outside | np.isin(grown.vertices, within.vertices)
    return label_of(keep_vertices(grown.value, inside, name))


def _vertex_at(label: CorticalLabel, location: Any) -> int:
    if isinstance(location, str):
        one_of("location, if it is no place,", location, ("center", "random"))
    place = whole("location", location, least=-len(label))
    if place >= len(label):
        msg = f"location must be a place below {len(label)}, the label's size, got {place}"
        raise MismatchError(msg)
    return int(label.vertices[place])
