"""Labels as arguments: the value of a label of leadfield's or MNE-Python's."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.errors import ArgumentTypeError
from leadfield.labels.label import AnyLabel, CorticalLabel, LabelPair
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
            return LabelPair(lh=lh, rh=rh, name=getattr(label, "name", None))
    if hemi in HEMISPHERES and hasattr(label, "vertices"):
        return make_cortical_label(
            label.vertices,
            getattr(label, "pos", None),
            getattr(label, "values", None),
            hemi,
            name=getattr(label, "name", None),
            subject=getattr(label, "subject", None),
        )
    msg = f"label must be a Label or BiHemiLabel, got {type(label).__name__}"
    raise ArgumentTypeError(msg)


def as_labels(labels: object) -> list[AnyLabel]:
    """The values of one or several labels."""
    if isinstance(labels, Sequence) and not isinstance(labels, str):
        return [as_label(label) for label in labels]
    return [as_label(labels)]


def make_cortical_label(
    vertices: ArrayLike,
    pos: ArrayLike | None,
    values: ArrayLike | None,
    hemi: str,
    *,
    name: str | None = None,
    subject: str | None = None,
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
    )
