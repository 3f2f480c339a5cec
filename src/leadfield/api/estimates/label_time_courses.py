"""Label time courses of one estimate or many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal, overload

from leadfield.api.estimates.base_estimate import BaseSourceEstimate
from leadfield.api.estimates.extract import AllowEmpty, Extraction, ExtractMode, extract_courses
from leadfield.api.estimates.kinds import as_estimate, is_estimate
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.numerics.array_pool import ArrayPool

if TYPE_CHECKING:
    from leadfield.api.estimates.base_estimate import Labels
    from leadfield.api.estimates.lazy_data import Data, LazyData
    from leadfield.api.labels.structures import SegmentationLabels
    from leadfield.api.sources.source_spaces import SourceSpaces
    from leadfield.estimates.source_courses import SourceAxes

Many = Iterable[BaseSourceEstimate]


@overload
def extract_label_time_course(
    stcs: BaseSourceEstimate,
    labels: Labels | SegmentationLabels,
    src: SourceSpaces | None,
    mode: ExtractMode = "auto",
    allow_empty: AllowEmpty = False,
    return_generator: bool = False,
    *,
    mri_resolution: bool = True,
    verbose: Verbose = None,
) -> Data: ...


@overload
def extract_label_time_course(
    stcs: BaseSourceEstimate,
    labels: Labels | SegmentationLabels,
    src: SourceSpaces | None,
    mode: None,
    allow_empty: AllowEmpty = False,
    return_generator: bool = False,
    *,
    mri_resolution: bool = True,
    verbose: Verbose = None,
) -> list[Data]: ...


@overload
def extract_label_time_course(
    stcs: Many,
    labels: Labels | SegmentationLabels,
    src: SourceSpaces | None,
    mode: ExtractMode = "auto",
    allow_empty: AllowEmpty = False,
    return_generator: Literal[False] = False,
    *,
    mri_resolution: bool = True,
    verbose: Verbose = None,
) -> list[Data]: ...


@overload
def extract_label_time_course(
    stcs: Many,
    labels: Labels | SegmentationLabels,
    src: SourceSpaces | None,
    mode: ExtractMode = "auto",
    allow_empty: AllowEmpty = False,
    *,
    return_generator: Literal[True],
    mri_resolution: bool = True,
    verbose: Verbose = None,
) -> Iterator[Data]: ...


@overload
def extract_label_time_course(
    stcs: Many,
    labels: Labels | SegmentationLabels,
    src: SourceSpaces | None,
    mode: None,
    allow_empty: AllowEmpty = False,
    return_generator: Literal[False] = False,
    *,
    mri_resolution: bool = True,
    verbose: Verbose = None,
) -> list[list[Data]]: ...


@overload
def extract_label_time_course(
    stcs: Many,
    labels: Labels | SegmentationLabels,
    src: SourceSpaces | None,
    mode: None,
    allow_empty: AllowEmpty = False,
    *,
    return_generator: Literal[True],
    mri_resolution: bool = True,
    verbose: Verbose = None,
) -> Iterator[list[Data]]: ...


@public("leadfield")
@verbose_aware
def extract_label_time_course(
    stcs: BaseSourceEstimate | Many,
    labels: Labels | SegmentationLabels,
    src: SourceSpaces | None,
    mode: ExtractMode | None = "auto",
    allow_empty: AllowEmpty = False,
    return_generator: bool = False,
    *,
    mri_resolution: bool = True,
    verbose: Verbose = None,
) -> Any:
    """Extract one time course per label.

    Parameters
    ----------
    stcs : SourceEstimate | list or generator of SourceEstimate
        Estimates with the same sources.
    labels : Label | BiHemiLabel | list | path-like | tuple
        The labels. After them come the means of a mixed estimate's volumes. For estimates in
        a volume: a segmentation such as ``aseg.mgz``, with the voxels of the image that
        ``src`` was made with, for all structures in it; or a tuple of it and names of
        structures, or a dict of their numbers by name.
    src : SourceSpaces | None
        The source spaces of the operator; only modes that flip signs, and volumes, need them.
    mode : "auto" | "mean" | "mean_flip" | "pca_flip" | "max" | None
        ``"mean"`` averages; ``"mean_flip"`` first turns the sign of sources whose normal
        goes against the label's main direction; ``"pca_flip"`` takes the first principal
        component, with the label's mean power and that direction's sign; ``"max"`` takes
        the largest magnitude at each time; None keeps all sources. ``"auto"`` is
        ``"mean_flip"``, or ``"mean"`` for vector estimates and for those in a volume, which
        have only that and ``"max"``.
    allow_empty : bool | "ignore"
        Whether labels without sources get zeros, with a warning or without; by default they
        are an error.
    return_generator : bool
        Whether to extract the time courses of several estimates one by one as they are
        asked for.
    mri_resolution : bool
        Whether labels of a volume are their voxels, which the sources around them fill, or
        the sources whose voxel belongs to them.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    label_tc : ndarray, shape (n_labels, ..., n_times) | list | generator
        The time courses, of each estimate if there are several.

    Raises
    ------
    MismatchError
        If a label holds no source, is of another subject, or the estimates differ.

    Examples
    --------
    >>> from leadfield import Label, SourceEstimate
    >>> stc = SourceEstimate([[1.0, 2.0], [3.0, 4.0], [9.0, 9.0]], [[2, 5], [7]], 0, 0.1)
    >>> extract_label_time_course(stc, [Label([2, 5, 6], hemi="lh")], None, mode="mean")
    array([[2., 3.]])
    """
    extraction = Extraction(
        labels=labels, src=src, mode=mode, allow_empty=allow_empty, mri_resolution=mri_resolution
    )
    if is_estimate(stcs):
        return next(extract_courses(_unwrap([stcs]), extraction))
    if return_generator:
        return extract_courses(_unwrap(stcs), extraction)
    return list(extract_courses(_unwrap(stcs), extraction, ArrayPool()))


def _unwrap(stcs: Any) -> Iterator[tuple[LazyData, SourceAxes]]:
    for one in stcs:
        stc = as_estimate(one, "each of stcs")
        yield stc._lazy, stc._axes  # noqa: SLF001
