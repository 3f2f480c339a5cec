"""Arguments of functions that compute power: the filter, and the sources in labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from leadfield.api.estimates.filter_arguments import filter_of
from leadfield.api.labels.as_label import as_labels
from leadfield.base.checks import one_of
from leadfield.base.errors import InputError
from leadfield.estimates.label_rows import sources_in_label

if TYPE_CHECKING:
    from leadfield.base.arrays import Ints
    from leadfield.estimates.spatial_filter import SpatialFilter


def power_filter_of(
    inverse_operator: Any,
    prepared: bool,
    label: Any,
    *,
    pick_ori: Literal["normal"] | None,
    **options: Any,
) -> tuple[SpatialFilter, list[Ints] | None]:
    """The spatial filter for power, and the rows of its sources in each of a list of labels.

    ``options`` are others of :func:`filter_of`. One label alone restricts the filter.
    """
    one_of("pick_ori", pick_ori, (None, "normal"))
    several = isinstance(label, Sequence)
    labels = as_labels(label) if several else []
    if several and not labels:
        msg = "label must be None, a label or a list of at least one, got an empty list"
        raise InputError(msg)
    if len(labels) == 1:
        label = labels[0]
    elif several:
        label = None
    spatial_filter, _ = filter_of(
        inverse_operator, prepared, pick_ori=pick_ori, label=label, **options
    )
    if not several:
        return spatial_filter, None
    if len(labels) == 1:
        return spatial_filter, [np.arange(spatial_filter.kernel.n_sources)]
    rows = [
        sources_in_label(
            one,
            spatial_filter.vertices,
            kind=spatial_filter.kind,
            subject=spatial_filter.subject,
        )
        for one in labels
    ]
    return spatial_filter, rows
