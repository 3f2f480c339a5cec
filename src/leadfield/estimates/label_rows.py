"""Sources in labels: rows of an estimate's data, or of a kernel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.base.errors import MismatchError
from leadfield.sources.space import HEMISPHERES, Sources

if TYPE_CHECKING:
    from leadfield.labels.label import AnyLabel


def label_name(label: AnyLabel) -> str:
    """What a label is called in messages."""
    return label.name or "without a name"


def check_subject(label: AnyLabel, subject: str | None, what: str) -> None:
    """Raise if a label is known to be of another subject."""
    if label.subject is not None and subject is not None and label.subject != subject:
        msg = (
            f"label {label_name(label)!r} and the {what} must be of one subject, got "
            f"{label.subject!r} and {subject!r}: morph the label"
        )
        raise MismatchError(msg)


def label_rows(label: AnyLabel, vertices: Sequence[Ints]) -> Ints:
    """Rows, in growing order, of the sources that lie in a label; there may be none.

    ``vertices`` are those of the left hemisphere, the right hemisphere, and maybe more.
    """
    starts = np.cumsum([0, *map(len, vertices)])
    rows = []
    for one in label.hemispheres:
        place = HEMISPHERES.index(one.hemisphere)
        inside = np.isin(vertices[place], one.vertices)
        rows.append(starts[place] + np.flatnonzero(inside))
    return np.concatenate(rows).astype(np.int64)


def sources_in_label(
    label: AnyLabel, vertices: Sequence[Ints], *, kind: str, subject: str | None
) -> Ints:
    """Rows of the sources in a label, of which there must be some."""
    if kind not in {"surface", "mixed"}:
        msg = f"labels choose sources on a surface, there are only sources in a {kind}"
        raise MismatchError(msg)
    check_subject(label, subject, "sources")
    rows = label_rows(label, vertices)
    if not len(rows):
        hemispheres = " and ".join(one.hemisphere for one in label.hemispheres)
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
        absent = wanted[space.vertices[places] != wanted] if space.n_sources else wanted
        if len(absent):
            msg = (
                f"the source spaces must hold all of the estimate's sources, {len(absent)} of "
                f"{len(wanted)} are not in {space.hemisphere or 'the volume'}: pass the inverse "
                "operator's, inv['src']"
            )
            raise MismatchError(msg)
        rows.append(start + places)
        start += space.n_sources
    return np.concatenate(rows).astype(np.int64)
