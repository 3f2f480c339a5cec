"""Labels as arguments: the value of leadfield's or MNE-Python's, and what restricts vertices."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.interop.origin import kind_of, mne_bases
from leadfield.api.labels.colours import as_rgba
from leadfield.api.sources.source_spaces import SourceSpaces, as_sources
from leadfield.base.arrays import Ints
from leadfield.base.errors import ArgumentTypeError
from leadfield.labels.label import AnyLabel, CorticalLabel, LabelPair, Rgba
from leadfield.labels.on_sources import hemisphere_space
from leadfield.sources.space import HEMISPHERES


def as_label(label: object) -> AnyLabel:
    """The value of a Label or BiHemiLabel, or of MNE-Python's."""
    value = getattr(label, "value", label)
    if isinstance(value, CorticalLabel | LabelPair):
        return value
    hemi = getattr(label, "hemi", None)
    if hemi == "both" and hasattr(label, "lh") and hasattr(label, "rh"):
        lh, rh = as_label(label.lh), as_label(label.rh)
        if isinstance(lh, CorticalLabel) and isinstance(rh, CorticalLabel):
            return LabelPair(
                lh=lh,
                rh=rh,
                name=getattr(label, "name", None),
                colour=as_rgba(getattr(label, "color", None)),
            )
    if hemi in HEMISPHERES and hasattr(label, "vertices"):
        return make_cortical_label(
            label.vertices,
            getattr(label, "pos", None),
            getattr(label, "values", None),
            hemi,
            name=getattr(label, "name", None),
            subject=getattr(label, "subject", None),
            comment=getattr(label, "comment", None) or "",
            colour=as_rgba(getattr(label, "color", None)),
        )
    msg = f"label must be a Label or BiHemiLabel, got {kind_of(label)}"
    raise ArgumentTypeError(msg)


def as_labels(labels: object) -> list[AnyLabel]:
    """The values of one or several labels."""
    if isinstance(labels, Sequence) and not isinstance(labels, str):
        return [as_label(label) for label in labels]
    return [as_label(labels)]


def as_cortical_labels(labels: object) -> list[CorticalLabel]:
    """The values of one or several labels, each of one hemisphere."""
    several = []
    for label in as_labels(labels):
        if not isinstance(label, CorticalLabel):
            msg = f"labels must be of one hemisphere each, {label.name!r} is of both"
            raise ArgumentTypeError(msg)
        several.append(label)
    return several


def make_cortical_label(
    vertices: ArrayLike,
    pos: ArrayLike | None,
    values: ArrayLike | None,
    hemi: str,
    *,
    name: str | None = None,
    subject: str | None = None,
    comment: str = "",
    colour: Rgba | None = None,
) -> CorticalLabel:
    """The label of some vertices, which are whole numbers."""
    numbers = np.asarray(vertices)
    if numbers.size and numbers.dtype.kind not in "iu":
        msg = f"vertices must be whole numbers, got {numbers.dtype}"
        raise ArgumentTypeError(msg)
    n = numbers.size
    return CorticalLabel(
        vertices=numbers.astype(np.int64),
        positions=np.zeros((n, 3)) if pos is None else np.asarray(pos, float),
        values=np.ones(n) if values is None else np.asarray(values, float),
        hemisphere=hemi,
        name=name,
        subject=subject,
        comment=comment,
        colour=colour,
    )


def candidate_vertices(
    label: CorticalLabel, restrict_vertices: bool | ArrayLike | SourceSpaces
) -> Ints | None:
    """The vertices that a centre of mass may be, None for all."""
    if isinstance(restrict_vertices, SourceSpaces) or mne_bases(restrict_vertices):
        return hemisphere_space(label, as_sources(restrict_vertices)).vertices
    if isinstance(restrict_vertices, bool):
        return label.vertices if restrict_vertices else None
    return np.asarray(restrict_vertices, np.int64)
