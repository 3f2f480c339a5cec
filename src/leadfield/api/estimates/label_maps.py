"""Maps of labels, and labels of maps: ``labels_to_stc``, ``stc_to_label``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, overload

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.estimates.kinds import as_estimate, estimate_of
from leadfield.api.labels.as_label import as_labels
from leadfield.api.labels.colours import colormap_colours
from leadfield.api.labels.label import BiHemiLabel, Label, label_of
from leadfield.api.sources.source_spaces import SourceSpaces, as_sources
from leadfield.base.checks import listed, one_of
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware, warn
from leadfield.estimates.label_maps import (
    active_patches,
    active_vertices,
    spread_over_labels,
    vertices_of_labels,
)
from leadfield.estimates.label_rows import check_subject, label_name, label_rows, rows_among
from leadfield.estimates.source_courses import SourceAxes
from leadfield.freesurfer.subjects import subjects_folder
from leadfield.labels.label import CorticalLabel
from leadfield.labels.on_sources import fill_between_sources
from leadfield.labels.surface import check_on_surface, common_subject, read_hemisphere
from leadfield.sources.distances import with_patches
from leadfield.sources.space import HEMISPHERES

if TYPE_CHECKING:
    from leadfield.api.estimates.source_estimate import SourceEstimate
    from leadfield.base.arrays import Floats, Ints
    from leadfield.sources.space import Sources

MM = 1e-3


@public("leadfield")
@verbose_aware
def labels_to_stc(
    labels: Sequence[Label | BiHemiLabel],
    values: ArrayLike,
    tmin: float = 0,
    tstep: float = 1,
    subject: str | None = None,
    src: SourceSpaces | None = None,
    verbose: Verbose = None,
) -> SourceEstimate:
    """Make an estimate of one value for each label: the way back of label time courses.

    Parameters
    ----------
    labels : list of Label | BiHemiLabel
        The labels.
    values : array_like, shape (n_labels,) | (n_labels, n_times)
        The value of each label, or its course.
    tmin : float
        Time of the first sample, in s.
    tstep : float
        Time from a sample to the next, in s.
    subject : str | None
        Name of the subject; by default that of the labels or the source spaces.
    src : SourceSpaces | None
        Source spaces of both hemispheres; by default the sources are all vertices of the labels.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    stc : SourceEstimate
        The estimate. Sources in several labels have the mean of theirs, those in none have 0.

    Raises
    ------
    MismatchError
        If labels are of several subjects, or values are not as many.

    See Also
    --------
    extract_label_time_course : One course for each label of an estimate.

    Examples
    --------
    >>> from leadfield import Label
    >>> labels = [Label([2, 5], hemi="lh"), Label([5, 7], hemi="lh")]
    >>> labels_to_stc(labels, [1.0, 3.0], subject="fsaverage5").data.ravel()
    array([1., 2., 3.])
    """
    several = as_labels(labels)
    numbers = np.asarray(values)
    if numbers.dtype.kind not in "biuf":
        msg = f"values must be real numbers, got {numbers.dtype}"
        raise ArgumentTypeError(msg)
    if numbers.ndim not in {1, 2} or len(numbers) != len(several):
        msg = (
            f"values must be one, or a row, for each of {len(several)} labels, got shape "
            f"{numbers.shape}"
        )
        raise MismatchError(msg)
    if src is None:
        halves = [one for label in several for one in label.hemispheres]
        owner: str | None = common_subject(halves, subject)
        vertices = vertices_of_labels(several)
    else:
        sources = as_sources(src)
        if sources.kind != "surface" or len(sources.spaces) != 2:
            msg = (
                f"src must be both hemispheres, as labels are on surfaces, got {sources.kind} of "
                f"{len(sources.spaces)}"
            )
            raise InputError(msg)
        owner = subject or sources.subject
        for label in several:
            check_subject(label, owner, "source spaces")
        vertices = list(sources.vertices)
        empty = [label_name(one) for one in several if not len(label_rows(one, vertices))]
        if empty:
            warn(f"{len(empty)} labels hold no source, and their values go: {listed(empty)}")
    axes = SourceAxes(
        kind="surface", vertices=tuple(vertices), tmin=tmin, tstep=tstep, subject=owner
    )
    data = spread_over_labels(several, numbers.reshape(len(several), -1).astype(float), vertices)
    made: SourceEstimate = estimate_of(data, axes)
    return made


@overload
def stc_to_label(
    stc: SourceEstimate,
    src: SourceSpaces | str | None = None,
    smooth: bool = True,
    connected: Literal[False] = False,
    subjects_dir: str | Path | None = None,
    verbose: Verbose = None,
) -> list[Label | None]: ...


@overload
def stc_to_label(
    stc: SourceEstimate,
    src: SourceSpaces | str | None = None,
    smooth: bool = True,
    *,
    connected: Literal[True],
    subjects_dir: str | Path | None = None,
    verbose: Verbose = None,
) -> list[list[Label]]: ...


@public("leadfield")
@verbose_aware
def stc_to_label(
    stc: SourceEstimate,
    src: SourceSpaces | str | None = None,
    smooth: bool = True,
    connected: bool = False,
    subjects_dir: str | Path | None = None,
    verbose: Verbose = None,
) -> list[Label | None] | list[list[Label]]:
    """Make labels of the sources whose values are not 0.

    Parameters
    ----------
    stc : SourceEstimate
        The estimate, in which all that is not to be in a label is 0.
    src : SourceSpaces | str | None
        The source spaces that it was made from, or the name of the subject, by default the
        estimate's; the name is enough without ``smooth`` and ``connected``.
    smooth : bool
        Whether labels hold all vertices around their sources, not the sources alone.
    connected : bool
        Whether each connected patch is a label.
    subjects_dir : path-like | None
        Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    labels : list of Label | list of list of Label
        The label of each hemisphere, or None where all is 0; or a list for each hemisphere of
        its patches, that of the largest magnitude first.

    Raises
    ------
    InputError
        If ``smooth`` or ``connected`` is asked for without source spaces.
    MismatchError
        If the estimate has sources that ``src`` has not.

    See Also
    --------
    labels_to_stc : An estimate of one value for each label.

    Examples
    --------
    >>> strong = stc.copy()
    >>> strong.data[strong.data < 0.8 * strong.data.max()] = 0
    >>> [len(patches) for patches in stc_to_label(strong, src, connected=True)]
    [2, 0]
    """
    estimate = as_estimate(stc)
    courses = estimate.value
    if courses.axes.kind != "surface" or courses.axes.vector:
        msg = f"stc must be an estimate on the cortex, got a {courses.axes.description}"
        raise InputError(msg)
    one_of("smooth", smooth, (True, False))
    one_of("connected", connected, (True, False))
    if src is None or isinstance(src, str):
        if smooth or connected:
            msg = (
                "smooth=True and connected=True need src to be the source spaces of the "
                f"estimate, got {src!r}: pass the inverse operator's, inv['src']"
            )
            raise InputError(msg)
        make = _on_white_surface(src or courses.axes.subject, subjects_dir)
    else:
        sources = as_sources(src)
        rows_among(courses.axes.vertices, sources)
        make = _on_sources(courses.axes.subject, sources, fill=smooth)
        if connected:
            patches = active_patches(courses, sources)
            return [_labels(make, place, own) for place, own in enumerate(patches)]
    active = [active_vertices(courses, place) for place in range(2)]
    return [
        _labels(make, place, [own])[0] if len(own) else None for place, own in enumerate(active)
    ]


Make = Callable[[int, "Ints"], CorticalLabel]


def _on_white_surface(subject: str | None, subjects_dir: str | Path | None) -> Make:
    """Function that makes a label of vertices of a hemisphere, with places on its surface."""
    if subject is None:
        msg = "src must be the name of the subject where the estimate has none, got None"
        raise InputError(msg)
    folder = subjects_folder(subjects_dir)

    def make(place: int, vertices: Ints) -> CorticalLabel:
        surface = read_hemisphere(folder, subject, HEMISPHERES[place], "white")
        check_on_surface(vertices, surface)
        return _plain_label(vertices, surface.vertices[vertices] * MM, place, subject)

    return make


def _on_sources(subject: str | None, sources: Sources, *, fill: bool) -> Make:
    """Function that makes a label of sources of a hemisphere, and of what is around them."""
    if fill and any(space.nearest is None for space in sources.spaces):
        sources = with_patches(sources)

    def make(place: int, vertices: Ints) -> CorticalLabel:
        positions = sources.spaces[place].positions[vertices]
        label = _plain_label(vertices, positions, place, subject)
        return fill_between_sources(label, sources, None) if fill else label

    return make


def _plain_label(
    vertices: Ints, positions: Floats, place: int, subject: str | None
) -> CorticalLabel:
    return CorticalLabel(
        vertices=vertices,
        positions=positions,
        values=np.ones(len(vertices)),
        hemisphere=HEMISPHERES[place],
        subject=subject,
        comment="where an estimate is not 0",
    )


def _labels(make: Make, place: int, groups: Sequence[Ints]) -> list[Label]:
    """A label of each group of a hemisphere's vertices, all of different colours."""
    colours = colormap_colours("hsv", len(groups))
    return [
        label_of(replace(make(place, vertices), colour=colour))
        for vertices, colour in zip(groups, colours, strict=True)
    ]
