"""Sources of many labels, some of which may hold none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from leadfield.base.arrays import Ints
from leadfield.base.checks import listed
from leadfield.base.errors import InputError, MismatchError
from leadfield.base.log import warn
from leadfield.estimates.label_rows import check_subject, label_name, label_rows
from leadfield.sources.space import Sources

if TYPE_CHECKING:
    from leadfield.labels.label import AnyLabel


def rows_of_labels(labels: Sequence[AnyLabel], sources: Sources) -> list[Ints]:
    """Rows of the sources in each label; a warning names those without any."""
    if not labels:
        msg = "there must be at least one label, got none"
        raise InputError(msg)
    if sources.kind not in {"surface", "mixed"}:
        msg = f"labels choose sources on a cortex, there are only sources in a {sources.kind}"
        raise MismatchError(msg)
    for label in labels:
        check_subject(label, sources.subject, "sources")
    rows = [label_rows(label, sources.vertices) for label in labels]
    empty = [label_name(one) for one, found in zip(labels, rows, strict=True) if not len(found)]
    if len(empty) == len(labels):
        msg = f"labels must hold sources, none of {listed(empty)} does: are they of this subject?"
        raise MismatchError(msg)
    if empty:
        warn(f"{len(empty)} labels hold no source and have NaN: {listed(empty)}")
    return rows
