"""The ways users give prior variances of sources: numbers, a map, or labels with numbers."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from leadfield.api.interop.origin import kind_of
from leadfield.api.labels.as_label import as_label
from leadfield.base.arrays import Floats
from leadfield.base.checks import number
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.estimates.label_rows import label_rows
from leadfield.labels.on_sources import hemisphere_space
from leadfield.sources.space import Sources

FORMS = "source_cov must be numbers, an estimate of one time, or a list of (label, variance)"


def as_variances(source_cov: Any, sources: Sources) -> Floats:
    """Variances of sources, as given or (n_sources,) where a map or labels give them."""
    if hasattr(source_cov, "vertices") and hasattr(source_cov, "data"):
        return _of_map(source_cov, sources)
    if isinstance(source_cov, Sequence) and any(isinstance(one, tuple) for one in source_cov):
        return _of_labels(source_cov, sources)
    try:
        return np.array(source_cov, np.float64)
    except (TypeError, ValueError) as error:
        msg = f"{FORMS}, got {kind_of(source_cov)}"
        raise ArgumentTypeError(msg) from error


def _of_map(estimate: Any, sources: Sources) -> Floats:
    data, vertices = np.asarray(estimate.data), list(estimate.vertices)
    if data.ndim != 2 or data.shape[1] != 1:
        msg = f"{FORMS}, got an estimate of the shape {data.shape}: crop it, or take its mean()"
        raise InputError(msg)
    if len(vertices) != len(sources.spaces):
        msg = (
            f"source_cov must be an estimate on {len(sources.spaces)} source spaces, as the "
            f"forward model, got one on {len(vertices)}"
        )
        raise MismatchError(msg)
    starts = np.cumsum([0, *map(len, vertices)])
    rows = []
    for space, own, start in zip(sources.spaces, vertices, starts, strict=False):
        at = np.searchsorted(own, space.vertices)
        missing = ~np.isin(space.vertices, own)
        if missing.any():
            msg = (
                f"source_cov must have a value for each source, the estimate lacks "
                f"{int(missing.sum())} of {len(missing)} in {space.hemisphere or 'a volume'}: "
                "fill them, for example with 0.1"
            )
            raise MismatchError(msg)
        rows.append(at + start)
    return np.array(data[np.concatenate(rows), 0], np.float64)


def _of_labels(pairs: Sequence[Any], sources: Sources) -> Floats:
    variances = np.full(sources.n_sources, np.nan)
    for pair in pairs:
        if not isinstance(pair, tuple) or len(pair) != 2:
            msg = f"{FORMS}, got {kind_of(pair)} in the list"
            raise ArgumentTypeError(msg)
        label, variance = as_label(pair[0]), number("variances of source_cov", pair[1], above=0)
        for part in label.hemispheres:
            hemisphere_space(part, sources)  # or an error that says what there is
            rows = label_rows(part, sources.vertices)
            if not len(rows):
                msg = f"labels of source_cov must have sources, {part.name} has none"
                raise MismatchError(msg)
            if not np.isnan(variances[rows]).all():
                msg = (
                    f"labels of source_cov must not overlap, {part.name} has sources of one "
                    "before it: subtract that"
                )
                raise MismatchError(msg)
            variances[rows] = variance
    return np.where(np.isnan(variances), 1.0, variances)
