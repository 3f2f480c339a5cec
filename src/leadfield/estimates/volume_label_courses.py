"""Time courses of labels in a volume: means, or largest magnitudes, over what lies in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from leadfield.base.arrays import Ints, lock_arrays
from leadfield.base.checks import one_of
from leadfield.base.errors import ArgumentTypeError
from leadfield.estimates.label_rows import rows_among
from leadfield.estimates.label_time_courses import UNSIGNED, report_empty, weighted_sums
from leadfield.labels.structures import (
    Members,
    VolumeLabels,
    members_by_source,
    members_by_voxel,
    volume_of,
)

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from leadfield.estimates.source_courses import SourceAxes, Values
    from leadfield.sources.space import Sources


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VolumeLabelPlan:
    """What to do with the values of sources to have the course of each label.

    The places of label i are rows ``ends[i]`` to ``ends[i + 1]`` of ``weights``; with mode
    ``"mean"`` it is one row, which averages them.
    """

    mode: Literal["mean", "max"]
    weights: csr_array
    ends: Ints

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def by_sample(self) -> bool:
        """Whether a course at one time needs no other times."""
        return True

    @property
    def n_courses(self) -> int:
        """How many courses there are."""
        return len(self.ends) - 1

    def weighted_sums(self, data: Values) -> Values:
        """With mode ``"mean"``, courses (n_courses, ...) of data (n_sources, ...)."""
        return weighted_sums(self.weights, data)

    def courses(self, data: Values) -> Values:
        """Courses (n_courses, ..., n_times) of data (n_sources, ..., n_times)."""
        if self.mode == "mean":
            return self.weighted_sums(data)
        out: Values = np.zeros((self.n_courses, *data.shape[1:]), data.dtype)
        for place, (start, stop) in enumerate(zip(self.ends[:-1], self.ends[1:], strict=True)):
            if stop > start:
                out[place] = np.abs(weighted_sums(self.weights[start:stop], data)).max(axis=0)
        return out


def plan_volume_labels(
    axes: SourceAxes,
    labels: VolumeLabels,
    sources: Sources | None,
    *,
    mode: str | None,
    allow_empty: bool | str,
    in_voxels: bool,
) -> VolumeLabelPlan:
    """The plan of extraction for all estimates in a volume with the sources of ``axes``.

    ``in_voxels`` takes what fills the voxels of a label, else the sources in it are taken.
    """
    one_of("mode for estimates in volumes", mode, UNSIGNED)
    if sources is None:
        msg = "labels of a volume need src, the source spaces of the operator, got None"
        raise ArgumentTypeError(msg)
    rows = rows_among(axes.vertices, sources)
    space = volume_of(sources).restricted(rows)
    members = (members_by_voxel if in_voxels else members_by_source)(labels, space)
    counts = np.diff(members.ends)
    report_empty([labels.names[i] for i in np.flatnonzero(counts == 0)], allow_empty)
    if mode == "max":
        return VolumeLabelPlan(mode="max", weights=members.weights, ends=members.ends)
    return VolumeLabelPlan(mode="mean", weights=_means(members), ends=np.arange(len(members.ends)))


def _means(members: Members) -> csr_array:
    """Weights (n_labels, n_sources) of the mean over each label's places."""
    import scipy

    counts = np.diff(members.ends)
    shares = np.repeat(1 / np.maximum(counts, 1), counts)
    content = (shares, np.arange(len(shares)), members.ends)
    places = scipy.sparse.csr_array(content, shape=(len(counts), len(shares)))
    return scipy.sparse.csr_array(places @ members.weights)
