"""Simulated sources: ``simulate_stc``, ``simulate_sparse_stc``, ``select_source_in_label``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.estimates.kinds import estimate_of
from leadfield.api.labels.as_label import as_cortical_labels
from leadfield.api.sources.source_spaces import as_sources
from leadfield.base.checks import one_of, whole
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.front_door import public
from leadfield.base.log import warn
from leadfield.estimates.minimum_norm import KINDS
from leadfield.estimates.source_courses import SourceAxes
from leadfield.labels.center_of_mass import center_of_mass
from leadfield.numerics.chance import Random, as_random
from leadfield.simulation.label_courses import label_courses
from leadfield.simulation.places import chance_sources, chance_vertex, label_candidates
from leadfield.sources.space import HEMISPHERES

if TYPE_CHECKING:
    from leadfield.api.estimates.result_types import ScalarEstimate
    from leadfield.api.estimates.source_estimate import SourceEstimate
    from leadfield.api.labels.label import Label
    from leadfield.api.sources.source_spaces import SourceSpaces
    from leadfield.base.arrays import Floats
    from leadfield.estimates.source_courses import Values
    from leadfield.labels.label import CorticalLabel
    from leadfield.simulation.label_courses import Weigh
    from leadfield.sources.space import Sources

Where = Literal["random", "center"]
WHERE: tuple[Where, ...] = ("random", "center")


def ten_hertz(times: Floats) -> Floats:
    """A sine of 100 nAm and 10 Hz."""
    return np.asarray(1e-7 * np.sin(20 * np.pi * times))


@public("leadfield.simulation")
def simulate_stc(
    src: SourceSpaces,
    labels: Sequence[Label],
    stc_data: ArrayLike,
    tmin: float,
    tstep: float,
    value_fun: Callable[[float], float] | None = None,
    allow_overlap: bool = False,
) -> SourceEstimate:
    """Give all sources of labels a time course.

    Parameters
    ----------
    src : SourceSpaces
        The source spaces.
    labels : list of Label
        The labels, each of one hemisphere. One that holds no source takes those nearest to it.
    stc_data : array_like, shape (n_labels, n_times)
        The time course of each label, in A·m.
    tmin : float
        Time of the first sample in s.
    tstep : float
        Time between samples in s.
    value_fun : callable | None
        Function from a label's value at a vertex to a factor for its source; None for 1.
    allow_overlap : bool
        Whether labels may share sources, which then have the sum.

    Returns
    -------
    stc : SourceEstimate
        The sources of the labels, and their courses.

    Raises
    ------
    MismatchError
        If there is not one course for each label.
    RepeatedError
        If labels share sources and may not.

    See Also
    --------
    simulate_raw : What sensors record of it.
    simulate_evoked : The same as an average.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield import read_labels_from_annot
    >>> labels = read_labels_from_annot(
    ...     "fsaverage5", regexp="precentral", subjects_dir=subjects_dir
    ... )
    >>> courses = 1e-8 * np.sin(np.linspace(0, 6, 50)) * [[1], [2]]
    >>> simulate_stc(src, labels, courses, tmin=0, tstep=0.01).shape
    (5, 50)
    """
    courses = np.asarray(stc_data)
    if courses.ndim != 2 or courses.dtype.kind not in "biufc":
        msg = f"stc_data must be numbers (n_labels, n_times), got {courses.dtype} {courses.shape}"
        raise InputError(msg)
    return estimate_of_labels(
        as_sources(src),
        as_cortical_labels(labels),
        courses,
        tmin=tmin,
        tstep=tstep,
        weigh=value_fun,
        overlap=bool(allow_overlap),
    )


def estimate_of_labels(
    sources: Sources,
    labels: Sequence[CorticalLabel],
    courses: Values,
    *,
    tmin: float,
    tstep: float,
    weigh: Weigh | None = None,
    overlap: bool = True,
) -> SourceEstimate:
    """The estimate in which labels have their courses (n_labels, n_times)."""
    data, vertices = label_courses(sources, labels, courses, weigh=weigh, overlap=overlap)
    axes = SourceAxes(
        kind="surface", vertices=vertices, tmin=tmin, tstep=tstep, subject=sources.subject
    )
    stc: SourceEstimate = estimate_of(data, axes)
    return stc


@public("leadfield.simulation")
def select_source_in_label(
    src: SourceSpaces,
    label: Label,
    location: Where = "random",
    subject: str | None = None,
    subjects_dir: str | Path | None = None,
    surf: str = "sphere",
    *,
    rng: Random | int | None = None,
    random_state: Random | int | None = None,
) -> tuple[list[int], list[int]]:
    """Choose a source in a label.

    Parameters
    ----------
    src : SourceSpaces
        The source spaces.
    label : Label
        The label, of one hemisphere.
    location : "random" | "center"
        Whether to take one by chance, or that in the middle, where the label's values are weights.
    subject : str | None
        Subject whose surface has the middle; by default the label's.
    subjects_dir : path-like | None
        Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
    surf : str
        The surface on which the middle is looked for.
    rng : Generator | RandomState | int | None
        NumPy's generator, or its seed.
    random_state : RandomState | int | None
        NumPy's older generator, or its seed, in the place of ``rng``.

    Returns
    -------
    lh_vertno : list of int
        The source, if it is in the left hemisphere.
    rh_vertno : list of int
        The source, if it is in the right hemisphere.

    Raises
    ------
    MismatchError
        If the label holds no source.

    Examples
    --------
    >>> from leadfield import read_labels_from_annot
    >>> label = read_labels_from_annot(
    ...     "fsaverage5", regexp="precentral-lh", subjects_dir=subjects_dir
    ... )[0]
    >>> select_source_in_label(src, label, "center", subjects_dir=subjects_dir)
    ([12], [])
    """
    (one,) = as_cortical_labels(label)
    vertex = _chosen(
        as_sources(src),
        one,
        as_random(rng, random_state),
        location=location,
        subject=subject,
        subjects_dir=subjects_dir,
        surf=surf,
    )
    left, right = ([vertex] if one.hemisphere == side else [] for side in HEMISPHERES)
    return left, right


@public("leadfield.simulation")
def simulate_sparse_stc(
    src: SourceSpaces,
    n_dipoles: int,
    times: ArrayLike,
    data_fun: Callable[[Floats], Values] = ten_hertz,
    labels: Sequence[Label] | None = None,
    location: Where = "random",
    subject: str | None = None,
    subjects_dir: str | Path | None = None,
    surf: str = "sphere",
    *,
    rng: Random | int | None = None,
    random_state: Random | int | None = None,
) -> ScalarEstimate:
    """Give a few sources a time course, chosen by chance or one in each label.

    Parameters
    ----------
    src : SourceSpaces
        The source spaces.
    n_dipoles : int
        How many sources; about as many in each source space.
    times : array_like, shape (n_times,)
        Times in s, evenly spaced.
    data_fun : callable
        Function from the times to the course of a source in A·m, called once for each; by
        default a sine of 100 nAm and 10 Hz.
    labels : list of Label | None
        Labels to choose one source in, each; None for the whole brain.
    location : "random" | "center"
        Which source of a label, as in :func:`select_source_in_label`.
    subject : str | None
        Name of the subject; by default that of ``src``.
    subjects_dir : path-like | None
        Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
    surf : str
        The surface on which the middle of a label is looked for.
    rng : Generator | RandomState | int | None
        NumPy's generator, or its seed.
    random_state : RandomState | int | None
        NumPy's older generator, or its seed, in the place of ``rng``.

    Returns
    -------
    stc : SourceEstimate | VolSourceEstimate | MixedSourceEstimate
        The sources and their courses.

    Raises
    ------
    InputError
        If there are fewer sources or labels than asked for.
    MismatchError
        If the subject is another, or a label holds no source.

    See Also
    --------
    simulate_stc : Gives all sources of labels a course.

    Examples
    --------
    >>> import numpy as np
    >>> simulate_sparse_stc(src, 4, np.arange(100) / 100, rng=1).shape
    (4, 100)
    """
    one_of("location", location, WHERE)
    sources, n = as_sources(src), whole("n_dipoles", n_dipoles, least=1)
    if subject is not None and sources.subject not in {None, subject}:
        msg = f"subject must be that of the source spaces, {sources.subject!r}, got {subject!r}"
        raise MismatchError(msg)
    subject = sources.subject if subject is None else subject
    when = np.asarray(times, np.float64)
    if when.ndim != 1 or len(when) < 2:
        msg = f"times must be at least two in a row, got shape {when.shape}"
        raise InputError(msg)
    chance = as_random(rng, random_state)
    given = None if labels is None else as_cortical_labels(labels)
    n = n if given is None else _as_many_as_labels(n, len(given))
    data = np.array([_course(data_fun, when) for _ in range(n)])
    if given is None:
        vertices, kind = chance_sources(sources, n, chance), KINDS[sources.kind]
    else:
        choose = partial(
            _chosen,
            sources,
            chance=chance,
            location=location,
            subject=subject,
            subjects_dir=subjects_dir,
            surf=surf,
        )
        chosen = np.array([choose(one) for one in given[:n]])
        sides = np.array([HEMISPHERES.index(one.hemisphere) for one in given[:n]])
        data = data[np.lexsort((chosen, sides))]
        vertices, kind = tuple(np.sort(chosen[sides == i]) for i in range(2)), "surface"
    axes = SourceAxes(
        kind=kind,
        vertices=vertices,
        tmin=float(when[0]),
        tstep=float(when[1] - when[0]),
        subject=subject,
    )
    stc: ScalarEstimate = estimate_of(data, axes)
    return stc


def _as_many_as_labels(n_dipoles: int, n_labels: int) -> int:
    if n_dipoles > n_labels:
        msg = f"n_dipoles must be at most the number of labels, {n_labels}, got {n_dipoles}"
        raise InputError(msg)
    if n_dipoles < n_labels:
        warn(f"{n_dipoles} sources are asked for: the first {n_dipoles} of {n_labels} labels count")
    return n_dipoles


def _course(data_fun: Callable[[Floats], Any], times: Floats) -> Values:
    course = np.asarray(data_fun(times))
    if course.shape != times.shape or course.dtype.kind not in "biufc":
        msg = (
            f"data_fun must give a number for each of {len(times)} times, got {course.dtype} of "
            f"shape {course.shape}"
        )
        raise ArgumentTypeError(msg)
    return course


def _chosen(
    sources: Sources,
    label: CorticalLabel,
    chance: Random,
    *,
    location: str,
    subject: str | None,
    subjects_dir: str | Path | None,
    surf: str,
) -> int:
    """The source of a label that ``location`` asks for."""
    one_of("location", location, WHERE)
    candidates = label_candidates(label, sources)
    if location == "random":
        return chance_vertex(candidates, chance)
    return center_of_mass(
        label, subject=subject, subjects_dir=subjects_dir, surf=surf, candidates=candidates
    )
