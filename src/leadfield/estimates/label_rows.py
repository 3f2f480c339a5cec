"""Which sources a label takes: rows of an estimate, or of a kernel."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.arrays import Ints
from leadfield.base.checks import one_of
from leadfield.base.errors import ArgumentTypeError, MismatchError
from leadfield.sources.space import Sources

HEMISPHERES = ("lh", "rh")


@runtime_checkable
class OneHemisphereLabel(Protocol):
    """Vertices of one hemisphere."""

    hemi: str
    vertices: ArrayLike


@runtime_checkable
class TwoHemisphereLabel(Protocol):
    """A label of each hemisphere, with ``hemi`` ``"both"``."""

    hemi: str
    lh: OneHemisphereLabel
    rh: OneHemisphereLabel


def label_parts(label: object) -> tuple[OneHemisphereLabel, ...]:
    """The label, or its two halves."""
    if isinstance(label, TwoHemisphereLabel) and label.hemi == "both":
        return label.lh, label.rh
    if isinstance(label, OneHemisphereLabel):
        one_of("hemi of a label", label.hemi, HEMISPHERES)
        return (label,)
    msg = (
        "a label must have hemi and vertices (or hemi 'both' and lh, rh), got "
        f"{label!r} ({type(label).__name__})"
    )
    raise ArgumentTypeError(msg)


def label_name(label: object) -> str:
    """What a label is called in messages."""
    return str(getattr(label, "name", None) or "without a name")


def check_subject(label: object, subject: str | None, what: str) -> None:
    """Raise if a label says that it is of another subject."""
    of_label = getattr(label, "subject", None)
    if of_label is not None and subject is not None and of_label != subject:
        msg = (
            f"label {label_name(label)!r} and the {what} must be of one subject, got "
            f"{of_label!r} and {subject!r}: morph the label"
        )
        raise MismatchError(msg)


def label_rows(label: object, vertices: Sequence[Ints]) -> Ints:
    """Rows, in growing order, of the sources that lie in a label; there may be none.

    ``vertices`` are those of the left hemisphere, the right hemisphere, and maybe more.
    """
    starts = np.cumsum([0, *map(len, vertices)])
    rows = []
    for part in label_parts(label):
        place = HEMISPHERES.index(part.hemi)
        inside = np.isin(vertices[place], np.asarray(part.vertices, np.int64))
        rows.append(starts[place] + np.flatnonzero(inside))
    return np.concatenate(rows).astype(np.int64)


def sources_in_label(
    label: object, vertices: Sequence[Ints], *, kind: str, subject: str | None
) -> Ints:
    """Rows of the sources in a label, of which there must be some."""
    if kind not in {"surface", "mixed"}:
        msg = f"labels choose sources on a surface, there are only sources in a {kind}"
        raise MismatchError(msg)
    check_subject(label, subject, "sources")
    rows = label_rows(label, vertices)
    if not len(rows):
        hemispheres = " and ".join(part.hemi for part in label_parts(label))
        msg = (
            f"label {label_name(label)!r} must hold at least one source, it holds none of "
            f"{sum(map(len, vertices))}: is it of this hemisphere ({hemispheres}) and subject?"
        )
        raise MismatchError(msg)
    return rows


def rows_among(vertices: Sequence[Ints], sources: Sources) -> Ints:
    """Rows of an estimate's sources among all of the source spaces it was made from."""
    if len(vertices) != len(sources.spaces):
        msg = (
            f"the source spaces must be those of the estimate, got {len(sources.spaces)} "
            f"for an estimate of {len(vertices)}"
        )
        raise MismatchError(msg)
    rows, start = [], 0
    for wanted, space in zip(vertices, sources.spaces, strict=True):
        places = np.searchsorted(space.vertices, wanted)
        places = np.minimum(places, max(space.n_sources - 1, 0))
        missing = wanted[space.vertices[places] != wanted] if space.n_sources else wanted
        if len(missing):
            msg = (
                f"the source spaces must hold all of the estimate's sources, {len(missing)} of "
                f"{len(wanted)} are not in {space.hemisphere or 'the volume'}: pass the inverse "
                "operator's, inv['src']"
            )
            raise MismatchError(msg)
        rows.append(start + places)
        start += space.n_sources
    return np.concatenate(rows).astype(np.int64)
