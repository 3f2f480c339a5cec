"""Computation of a morph from what users give: sources, subjects, spacing, smoothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from leadfield.api.estimates.kinds import as_estimate, is_estimate
from leadfield.api.estimates.source_estimate import SourceEstimate, VectorSourceEstimate
from leadfield.api.sources.source_spaces import as_sources
from leadfield.base.checks import one_of, whole
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.log import warn
from leadfield.freesurfer.subjects import subjects_folder
from leadfield.morph.compute import Subjects, compute_morph, compute_sparse_morph
from leadfield.morph.cortical import CorticalMorph, Smooth
from leadfield.morph.mixed import MixedMorph, Morph
from leadfield.morph.registration import RegistrationSettings
from leadfield.morph.vertices import Pair, target_vertices
from leadfield.morph.volumes import (
    FIVE_MM,
    VolumeMorph,
    brain_image,
    compute_volume_morph,
    register_volumes,
    steps_mm,
)
from leadfield.sources.space import SourceSpace

# Arguments that are for one way to morph alone, and their defaults.
FOR_REGISTRATION = {
    "zooms": "auto",
    "niter_affine": (100, 100, 10),
    "niter_sdr": (5, 5, 3),
    "precompute": False,
}
FOR_CORTEX = {"spacing": 5, "smooth": None, "xhemi": False, "sparse": False}
BOTH_HEMISPHERES = 2


def compute_any_morph(given: Mapping[str, Any]) -> Morph:
    """The morph that the arguments of ``compute_source_morph`` ask for."""
    src, src_to = given["src"], given["src_to"]
    kind = "surface" if is_estimate(src) else as_sources(src).kind
    if kind == "discrete":
        msg = "src must be on surfaces or on a grid to be morphed, got single points"
        raise InputError(msg)
    if kind == "mixed":
        whole_cortex = {**given, **_spaces(src, src_to, slice(None, BOTH_HEMISPHERES))}
        inside = {**given, **_spaces(src, src_to, slice(BOTH_HEMISPHERES, None))}
        for name in ("xhemi", "sparse"):
            if given[name]:
                msg = f"{name} is for surfaces alone: leave it False, or morph stc.surface()"
                raise InputError(msg)
        volumes = _morph_volumes({**inside, **FOR_CORTEX})
        return MixedMorph(cortex=_morph_cortex(whole_cortex), volumes=volumes)
    if kind == "volume":
        return _morph_volumes(given)
    _leave(given, {**FOR_REGISTRATION, "talairach": False}, "volumes")
    return _morph_cortex(given)


def _spaces(src: Any, src_to: Any, places: slice) -> dict[str, Any]:
    """Some of the source spaces of mixed ones."""
    if src_to is None:
        msg = "src_to must be given for mixed source spaces, got None"
        raise InputError(msg)
    found = {}
    for name, spaces in (("src", as_sources(src)), ("src_to", as_sources(src_to))):
        if spaces.kind != "mixed":
            msg = f"{name} must be both hemispheres and volumes, as src is, got {spaces.kind} ones"
            raise InputError(msg)
        found[name] = replace(spaces, spaces=spaces.spaces[places])
    return found


def _leave(given: Mapping[str, Any], defaults: Mapping[str, Any], what: str) -> None:
    """Raise unless arguments that nobody reads have their defaults."""
    for name, default in defaults.items():
        value = given[name]
        if isinstance(value, list):
            value = tuple(value)
        if not (value is default or (type(value) is type(default) and value == default)):
            msg = f"{name} is for {what}: leave it at {default!r}, got {given[name]!r}"
            raise InputError(msg)


def _morph_cortex(given: Mapping[str, Any]) -> CorticalMorph:
    """The morph from one cortex to another, each given by sources and name, or one of the two."""
    spacing, src_to, xhemi = given["spacing"], given["src_to"], given["xhemi"]
    vertices, subject = _sources_of(given["src"])
    if subject is None:
        warn("src does not name its subject: subject_from cannot be checked")
    vertices_to, to_subject = (None, None) if src_to is None else _sources_of(src_to)
    subjects = Subjects(
        folder=subjects_folder(given["subjects_dir"]),
        source=_agreed_subject("subject_from", given["subject_from"], "src", subject),
        target=_agreed_subject("subject_to", given["subject_to"], "src_to", to_subject),
        crossed=xhemi,
    )
    if given["sparse"]:
        _check_sparse(spacing, given["smooth"], xhemi=xhemi, src_to=src_to)
        return compute_sparse_morph(subjects, vertices)
    if vertices_to is None:
        vertices_to = target_vertices(spacing, subjects.folder, subjects.target)
    smooth = _as_smooth(given["smooth"])
    morph = compute_morph(subjects, vertices, vertices_to, smooth, warn_missing=given["warn"])
    from_grade = src_to is None and isinstance(spacing, int | np.integer)
    return replace(morph, grade=int(spacing) if from_grade else None)


def _morph_volumes(given: Mapping[str, Any]) -> VolumeMorph:
    """The morph between volumes, given by sources and names of subjects."""
    _leave(given, FOR_CORTEX, "surfaces")
    src, src_to = as_sources(given["src"]), given["src_to"]
    targets = None if src_to is None else as_sources(src_to)
    if targets is not None and targets.kind != "volume":
        msg = f"src_to must be volumes on a grid, as src is, got a {targets.kind} source space"
        raise InputError(msg)
    to_subject = None if targets is None else targets.subject
    subjects = Subjects(
        folder=subjects_folder(given["subjects_dir"]),
        source=_agreed_subject("subject_from", given["subject_from"], "src", src.subject),
        target=_agreed_subject("subject_to", given["subject_to"], "src_to", to_subject),
    )
    if not given["talairach"]:
        spaces = None if targets is None else targets.spaces
        settings = _settings(given, subjects, spaces)
        return register_volumes(subjects, src.spaces, spaces, settings)
    _leave(given, FOR_REGISTRATION, "registrations of images, which talairach=True does without")
    if targets is None:
        msg = "src_to must be given with talairach=True: the sources of subject_to, got None"
        raise InputError(msg)
    return compute_volume_morph(subjects, src.spaces, targets.spaces)


def _settings(
    given: Mapping[str, Any], subjects: Subjects, targets: Sequence[SourceSpace] | None
) -> RegistrationSettings:
    """How to register: ``zooms`` may be a size, three, None for the image's, or ``"auto"``."""
    zooms = given["zooms"]
    if isinstance(zooms, str):
        one_of("zooms", zooms, ("auto",))
        zooms = FIVE_MM if targets is None else steps_mm(targets)
    elif zooms is None:
        zooms = brain_image(subjects, subjects.source).geometry.sizes
    sizes = tuple(zooms) if isinstance(zooms, Iterable) else (zooms,) * 3
    iterations = {name: given[name] for name in ("niter_affine", "niter_sdr")}
    for name, value in iterations.items():
        if not isinstance(value, Iterable) or isinstance(value, str):
            msg = f"{name} must be numbers of iterations, one a level, got {value!r}"
            raise ArgumentTypeError(msg)
    return RegistrationSettings(
        sizes=sizes,
        affine_iterations=tuple(iterations["niter_affine"]),
        warp_iterations=tuple(iterations["niter_sdr"]),
    )


def _sources_of(src: Any) -> tuple[Pair, str | None]:
    """Vertices of both hemispheres, and the name of the subject."""
    stc = as_estimate(src) if is_estimate(src) else src
    if isinstance(stc, SourceEstimate | VectorSourceEstimate):
        left, right = stc.vertices
        return (left, right), stc.subject
    sources = as_sources(src)
    if sources.kind != "surface" or len(sources.spaces) != BOTH_HEMISPHERES:
        msg = (
            "a morph of surfaces needs those of both hemispheres and nothing else, got a "
            f"{sources.kind} source space of {len(sources.spaces)}"
        )
        raise InputError(msg)
    left, right = sources.vertices
    return (left, right), sources.subject


def _agreed_subject(name: str, given: str | None, source: str, found: str | None) -> str:
    """The subject given, or found in the source; both, if they agree."""
    if given is not None and found is not None and given != found:
        msg = f"{name} must be the subject of {source}, {found!r}, got {given!r}"
        raise MismatchError(msg)
    subject = given or found
    if subject is None:
        msg = f"{name} must be given where {source} does not name its subject, got None"
        raise InputError(msg)
    return subject


def _as_smooth(smooth: Any) -> Smooth:
    if smooth is None or smooth == "nearest":
        return smooth  # type: ignore[no-any-return]
    if isinstance(smooth, str):
        msg = f"smooth must be a number of steps, None or 'nearest', got {smooth!r}"
        raise InputError(msg)
    return whole("smooth", smooth)


def _check_sparse(spacing: Any, smooth: Any, *, xhemi: bool, src_to: Any) -> None:
    unused = {"spacing": spacing, "smooth": smooth, "src_to": src_to, "xhemi": xhemi or None}
    for name, value in unused.items():
        if value is not None:
            msg = f"sparse=True needs {name}={'False' if name == 'xhemi' else None}, got {value!r}"
            raise InputError(msg)
