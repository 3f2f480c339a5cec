"""Parcellations: labels from and to FreeSurfer's ``.annot`` files."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import listed, looked_up
from leadfield.base.errors import FormatError, InputError, MismatchError
from leadfield.base.files import as_path, may_write
from leadfield.base.log import LOGGER, warn
from leadfield.base.replacing import Replacement
from leadfield.freesurfer.annotation import Parcellation, read_annotation, write_annotation
from leadfield.freesurfer.subjects import subject_file
from leadfield.freesurfer.surface import read_surface
from leadfield.labels.colours import distinct_colours, unused_grey
from leadfield.labels.label import CorticalLabel, Rgba
from leadfield.sources.space import HEMISPHERES

HEMI: Mapping[str, tuple[str, ...]] = {"lh": ("lh",), "rh": ("rh",), "both": HEMISPHERES}
"""Hemispheres that each choice of ``hemi`` stands for."""
UNKNOWN = "unknown"
"""Name of the vertices of no label."""


def annotation_files(folder: Path, subject: str, parc: str, hemi: str) -> dict[str, Path]:
    """A parcellation's file for each hemisphere asked for, there or not."""
    home = folder / subject / "label"
    return {side: home / f"{side}.{parc}.annot" for side in looked_up("hemi", hemi, HEMI)}


def one_annotation_file(annot_fname: str | Path) -> dict[str, Path]:
    """A single file by its hemisphere, which its name begins with."""
    path = as_path(annot_fname)
    side = path.name[:2]
    if side not in HEMISPHERES:
        msg = f"annot_fname must begin with lh or rh, got {path.name!r}"
        raise InputError(msg)
    return {side: path}


def read_annotation_labels(
    files: Mapping[str, Path],
    folder: Path,
    subject: str,
    *,
    surf_name: str,
    regexp: str | None,
) -> list[CorticalLabel]:
    """The labels of a parcellation whose name matches, in the files' order."""
    labels: dict[str, CorticalLabel] = {}
    names = set()
    for side, path in files.items():
        found = read_annotation(path)
        surface = read_surface(subject_file(folder, subject, "surf", f"{side}.{surf_name}"))
        if len(surface.vertices) != len(found.labels):
            msg = (
                f"it must have the {len(surface.vertices)} vertices of {side}.{surf_name}, got "
                f"{len(found.labels)}: is it of {subject!r}?"
            )
            raise FormatError(path, msg)
        for label in labels_from_parcellation(found, surface.vertices * 1e-3, side, subject):
            name = str(label.name)
            names.add(name)
            if regexp is None or _compile(regexp).match(name):
                labels[name] = label
    if not names:
        raise FormatError(
            next(iter(files.values())), "a parcellation must have regions with vertices"
        )
    if not labels:
        msg = f"regexp must match one of {listed(sorted(names), 80)}, got {regexp!r}"
        raise InputError(msg)
    LOGGER.info("%d labels of %s", len(labels), ", ".join(path.name for path in files.values()))
    return list(labels.values())


def _compile(regexp: str) -> re.Pattern[str]:
    """The pattern of label names; plain words match anywhere in a name."""
    plain = regexp.replace("_", "").isalnum()
    try:
        return re.compile(f".*{regexp}.*" if plain else regexp)
    except re.error as problem:
        msg = f"regexp must be a regular expression, got {regexp!r}: {problem}"
        raise InputError(msg) from problem


def labels_from_parcellation(
    parcellation: Parcellation, positions: Floats, hemisphere: str, subject: str
) -> list[CorticalLabel]:
    """One label for each region that holds vertices; ``positions`` (n_vertices, 3) are in m."""
    labels = []
    for region, name in enumerate(parcellation.names):
        vertices = np.flatnonzero(parcellation.labels == region)
        if not len(vertices):
            continue
        red, green, blue, alpha = (parcellation.colours[region] / 255).tolist()
        label = CorticalLabel(
            vertices=vertices,
            positions=positions[vertices],
            values=np.ones(len(vertices)),
            hemisphere=hemisphere,
            name=f"{name}-{hemisphere}",
            subject=subject,
            colour=(red, green, blue, alpha),
        )
        labels.append(label)
    return labels


def write_annotation_labels(
    files: Mapping[str, Path],
    labels: Sequence[CorticalLabel],
    *,
    surfaces: Mapping[str, Path],
    colour_map: Callable[[int], Sequence[Rgba]],
    table_name: str,
    overwrite: bool,
) -> None:
    """Write labels as a parcellation, all hemispheres or, if one cannot be, none.

    ``surfaces`` are files that tell how many vertices each hemisphere has, where known;
    ``colour_map`` gives as many colours as it is asked for.
    """
    for path in files.values():
        may_write(path, overwrite=overwrite)
    parcellations = {}
    for side, path in files.items():
        own = [label for label in labels if label.hemisphere == side]
        if side in surfaces:
            n_vertices = len(read_surface(surfaces[side]).vertices)
        else:
            n_vertices = max((int(one.vertices[-1]) + 1 for one in own if len(one)), default=1)
            warn(
                f"{path.name} ends at the last label's last vertex, for the surface is not "
                "known: pass subject and subjects_dir"
            )
        parcellations[path] = parcellation_from_labels(own, n_vertices, colour_map)
    with Replacement() as together:
        for path, parcellation in parcellations.items():
            write_annotation(
                path, parcellation, table=table_name, overwrite=overwrite, together=together
            )
            LOGGER.info("%d labels written to %s", len(parcellation.names), path)


def parcellation_from_labels(
    labels: Sequence[CorticalLabel],
    n_vertices: int,
    colour_map: Callable[[int], Sequence[Rgba]],
) -> Parcellation:
    """Labels of one hemisphere as regions; vertices of no label are the region ``"unknown"``."""
    nameless = sum(not label.name for label in labels)
    if nameless:
        msg = f"every label must have a name in a parcellation, got {nameless} without"
        raise InputError(msg)
    names = [str(label.name) for label in labels]
    regions = np.full(n_vertices, -1)
    for region, label in enumerate(labels):
        if len(label) and label.vertices[-1] >= n_vertices:
            last = label.vertices[-1]
            msg = f"label {label.name!r} must have vertices below {n_vertices}, got {last}"
            raise MismatchError(msg)
        met = np.unique(regions[label.vertices])
        if met.size and met[-1] >= 0:
            others = listed(names[i] for i in met if i >= 0)
            msg = f"labels must not overlap in a parcellation, {label.name!r} does with {others}"
            raise MismatchError(msg)
        regions[label.vertices] = region
    given = [label.colour for label in labels]
    # More than are needed, for some may be taken.
    spare = colour_map(2 * len(labels) + 1) if None in given else ()
    colours = distinct_colours(names, given, spare)
    region_names = [
        name.removesuffix(f"-{label.hemisphere}") for name, label in zip(names, labels, strict=True)
    ]
    if (regions < 0).any():
        regions[regions < 0] = len(region_names)
        region_names.append(UNKNOWN)
        colours = np.concatenate([colours, [unused_grey(colours)]])
    return Parcellation(labels=regions, names=tuple(region_names), colours=colours)
