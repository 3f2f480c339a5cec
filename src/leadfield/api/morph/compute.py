"""Computation of a morph from what users give: sources, subjects, spacing, smoothing."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from leadfield.api.estimates.base_estimate import BaseSourceEstimate, make_estimate
from leadfield.api.estimates.kinds import as_estimate, is_estimate
from leadfield.api.estimates.lazy_data import LazyData
from leadfield.api.estimates.source_estimate import SourceEstimate, VectorSourceEstimate
from leadfield.api.interop.origin import kind_of
from leadfield.api.sources.source_spaces import as_sources
from leadfield.base.checks import whole
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.log import warn
from leadfield.freesurfer.subjects import subjects_folder
from leadfield.morph.compute import Subjects, compute_morph, compute_sparse_morph
from leadfield.morph.cortical import CorticalMorph, Smooth, apply_morph
from leadfield.morph.vertices import Pair, target_vertices
from leadfield.morph.volumes import VolumeMorph, apply_volume_morph, compute_volume_morph

# Arguments of MNE-Python's that are for volumes alone, and their defaults.
VOLUME_DEFAULTS = {
    "zooms": "auto",
    "precompute": False,
    "niter_affine": (100, 100, 10),
    "niter_sdr": (5, 5, 3),
}


def check_volume_arguments(**given: Any) -> None:
    """Raise unless arguments for volumes have their defaults."""
    for name, value in given.items():
        default = VOLUME_DEFAULTS[name]
        if value != default:
            msg = f"{name} is for volumes, whose images are not registered: leave it at {default!r}"
            raise InputError(msg)


def morph_between(
    origin: tuple[Any, str | None],
    target: tuple[Any, str | None],
    subjects_dir: str | Path | None,
    spacing: Any,
    smooth: Any,
    *,
    xhemi: bool,
    sparse: bool,
    warn_missing: bool,
) -> CorticalMorph:
    """Morph from one subject to another, each given by sources and name, or one of the two."""
    vertices, subject = _sources_of(origin[0])
    if subject is None:
        warn("src does not name its subject: subject_from cannot be checked")
    src_to = target[0]
    vertices_to, to_subject = (None, None) if src_to is None else _sources_of(src_to)
    subjects = Subjects(
        folder=subjects_folder(subjects_dir),
        source=_agreed_subject("subject_from", origin[1], "src", subject),
        target=_agreed_subject("subject_to", target[1], "src_to", to_subject),
        crossed=xhemi,
    )
    if sparse:
        _check_sparse(spacing, smooth, xhemi=xhemi, src_to=src_to)
        return compute_sparse_morph(subjects, vertices)
    if vertices_to is None:
        vertices_to = target_vertices(spacing, subjects.folder, subjects.target)
    morph = compute_morph(
        subjects, vertices, vertices_to, _as_smooth(smooth), warn_missing=warn_missing
    )
    from_grade = src_to is None and isinstance(spacing, int | np.integer)
    return replace(morph, grade=int(spacing) if from_grade else None)


def volume_morph_between(
    origin: tuple[Any, str | None],
    target: tuple[Any, str | None],
    subjects_dir: str | Path | None,
) -> VolumeMorph:
    """Morph by Talairach transforms between volumes, given by sources and names of subjects."""
    spaces, names = [], []
    for name, (src, subject) in (("src", origin), ("src_to", target)):
        if src is None:
            msg = (
                "src_to must be given for volumes: the sources of subject_to to morph to, got None"
            )
            raise InputError(msg)
        sources = as_sources(src)
        if sources.kind != "volume":
            msg = (
                f"{name} must be volumes on a grid with talairach=True, got a {sources.kind} "
                "source space: take the volumes of mixed ones, src[2:], for stc.volume()"
            )
            raise InputError(msg)
        spaces.append(sources.spaces)
        whose = "subject_from" if name == "src" else "subject_to"
        names.append(_agreed_subject(whose, subject, name, sources.subject))
    subjects = Subjects(folder=subjects_folder(subjects_dir), source=names[0], target=names[1])
    return compute_volume_morph(subjects, *spaces)


def morph_estimates(morph: CorticalMorph | VolumeMorph, stc_from: Any) -> Any:
    """One estimate, a list or an iterator of them on the other cortex or in the other volume."""
    stc = as_estimate(stc_from) if is_estimate(stc_from) else stc_from
    if isinstance(stc, BaseSourceEstimate):
        apply: Any = apply_volume_morph if isinstance(morph, VolumeMorph) else apply_morph
        data, axes = apply(morph, stc.value)
        return make_estimate(type(stc), LazyData(data), axes)
    if isinstance(stc_from, Iterator):
        return (morph_estimates(morph, stc) for stc in stc_from)
    if isinstance(stc_from, Iterable):
        return [morph_estimates(morph, stc) for stc in stc_from]
    msg = f"stc_from must be a source estimate or several, got {kind_of(stc_from)}"
    raise ArgumentTypeError(msg)


def _sources_of(src: Any) -> tuple[Pair, str | None]:
    """Vertices of both hemispheres, and the name of the subject."""
    stc = as_estimate(src) if is_estimate(src) else src
    if isinstance(stc, SourceEstimate | VectorSourceEstimate):
        left, right = stc.vertices
        return (left, right), stc.subject
    sources = as_sources(src)
    if sources.kind != "surface" or len(sources.spaces) != 2:
        msg = (
            "a morph needs both hemispheres' surfaces and nothing else, got a "
            f"{sources.kind} source space of {len(sources.spaces)}: volumes are morphed by "
            "talairach=True, along FreeSurfer's linear transforms to MNI coordinates"
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
