"""Label time courses, and what all source estimates have in common besides the time axis."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from leadfield.api.estimates.base_estimate import Data
from leadfield.api.estimates.time_axis import EstimateTimes
from leadfield.api.sources.source_spaces import as_sources
from leadfield.base.errors import ArgumentTypeError, MismatchError
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.estimates.files import write_estimate
from leadfield.estimates.label_time_courses import WEIGHTS, LabelPlan, plan_labels
from leadfield.estimates.linear_kernel import LinearKernel
from leadfield.estimates.peak import find_peak
from leadfield.numerics.array_pool import ArrayPool


class SavedEstimate(EstimateTimes):
    """An estimate that can be saved, searched for its peak, and averaged in labels."""

    def _peak(
        self,
        hemisphere: str | None,
        window: tuple[float | None, float | None],
        mode: str,
        as_index: tuple[bool, bool],
    ) -> tuple[int, float]:
        """Vertex and time of the peak, or row and sample."""
        value = self.value
        row, sample = find_peak(value, hemisphere=hemisphere, window=window, mode=mode)
        where = row if as_index[0] else int(np.concatenate(value.vertices)[row])
        return where, sample if as_index[1] else float(value.times[sample])

    @verbose_aware
    def save(
        self,
        fname: str | Path,
        ftype: str = "stc",
        *,
        overwrite: bool = False,
        verbose: Verbose = None,
    ) -> None:
        """Write the estimate to files, in single precision and without the subject's name.

        Parameters
        ----------
        fname : path-like
            What comes before ``-lh.stc`` and ``-rh.stc`` (or ``-vl.stc`` for a volume).
        ftype : "stc" | "w"
            Kind of file; a ``.w`` file holds one time.
        overwrite : bool
            Whether files that are there may be replaced.
        verbose : bool | str | int | None
            How much to tell.

        Raises
        ------
        InputError
            If the estimate is complex, has three values a source, or several volumes.
        OverwriteError
            If a file is there and may not be replaced.

        See Also
        --------
        read_source_estimate : Read it back.
        """
        write_estimate(self.value, fname, ftype=ftype, overwrite=overwrite)

    @verbose_aware
    def extract_label_time_course(
        self,
        labels: Any,
        src: Any,
        mode: str | None = "auto",
        allow_empty: bool | str = False,
        verbose: Verbose = None,
    ) -> Data | list[Data]:
        """Make one time course a label.

        Parameters
        ----------
        labels : Label | BiHemiLabel | list
            The labels.
        src : SourceSpaces | None
            The source spaces of the operator; only modes that flip signs need them.
        mode : "auto" | "mean" | "mean_flip" | "pca_flip" | "max" | None
            How, see :func:`extract_label_time_course`.
        allow_empty : bool | "ignore"
            Whether labels without sources get zeros, with a warning or without.
        verbose : bool | str | int | None
            How much to tell.

        Returns
        -------
        label_tc : ndarray, shape (n_labels, ..., n_times) | list of ndarray
            The courses; with mode None the values of each label's sources.
        """
        return next(_courses([self], labels, src, mode, allow_empty))


@public("leadfield")
@verbose_aware
def extract_label_time_course(
    stcs: SavedEstimate | Iterable[SavedEstimate],
    labels: Any,
    src: Any,
    mode: str | None = "auto",
    allow_empty: bool | str = False,
    return_generator: bool = False,
    *,
    verbose: Verbose = None,
) -> Data | list[Data] | list[Data | list[Data]] | Iterator[Data | list[Data]]:
    """Make one time course a label.

    Parameters
    ----------
    stcs : SourceEstimate | list or generator of SourceEstimate
        Estimates with the same sources.
    labels : Label | BiHemiLabel | list
        The labels. After them come the means of a mixed estimate's volumes.
    src : SourceSpaces | None
        The source spaces of the operator; only modes that flip signs need them.
    mode : "auto" | "mean" | "mean_flip" | "pca_flip" | "max" | None
        ``"mean"`` averages; ``"mean_flip"`` first turns the sign of sources whose normal
        goes against the label's main direction; ``"pca_flip"`` takes the first principal
        component, with the label's mean power and that direction's sign; ``"max"`` takes
        the largest magnitude at each time; None keeps all sources. ``"auto"`` is
        ``"mean_flip"``, or ``"mean"`` for vector estimates, which have only that and
        ``"max"``.
    allow_empty : bool | "ignore"
        Whether labels without sources get zeros, with a warning or without; else they are
        an error.
    return_generator : bool
        Whether to make the courses of several estimates only as they are asked for.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    label_tc : ndarray, shape (n_labels, ..., n_times) | list | generator
        The courses, of each estimate if there are several.

    Raises
    ------
    MismatchError
        If a label holds no source, is of another subject, or the estimates differ.

    Examples
    --------
    >>> from leadfield.api.labels.label import Label
    >>> from leadfield.api.estimates.source_estimate import SourceEstimate
    >>> stc = SourceEstimate([[1.0, 2.0], [3.0, 4.0], [9.0, 9.0]], [[2, 5], [7]], 0, 0.1)
    >>> extract_label_time_course(stc, [Label([2, 5, 6], hemi="lh")], None, mode="mean")
    array([[2., 3.]])
    """
    if isinstance(stcs, SavedEstimate):
        return next(_courses([stcs], labels, src, mode, allow_empty))
    if return_generator:
        return _courses(stcs, labels, src, mode, allow_empty)
    return list(_courses(stcs, labels, src, mode, allow_empty, ArrayPool()))


def _courses(
    stcs: Any,
    labels: Any,
    src: Any,
    mode: str | None,
    allow_empty: bool | str,
    room: ArrayPool | None = None,
) -> Iterator[Data | list[Data]]:
    """Courses of each estimate; ``room`` is for those that will all be kept."""
    sources = None if src is None else as_sources(src)
    several = labels if isinstance(labels, Sequence) else [labels]
    plan: LabelPlan | None = None
    first: SavedEstimate | None = None
    kernel: LinearKernel | None = None
    folded: Any = None
    for stc in stcs:
        if not isinstance(stc, SavedEstimate):
            msg = f"stcs must be source estimates, got {type(stc).__name__}"
            raise ArgumentTypeError(msg)
        if first is None or plan is None:
            first = stc
            plan = plan_labels(
                stc.placeholder, several, sources, mode=mode, allow_empty=allow_empty
            )
            LOGGER.info("Courses of %d labels, mode %s", len(plan.rows), plan.mode)
        _check_same(first, stc)
        if stc.factors is None or plan.mode not in WEIGHTS:
            yield plan.courses(stc.data)
            continue
        if stc.factors[0] is not kernel:
            kernel = stc.factors[0]
            folded = kernel.folded(plan.weighed)
        sensors = stc.factors[1]
        shape = (*folded.shape[:-1], sensors.shape[1])
        if room is None or np.result_type(folded, sensors) != np.float64:
            yield folded @ sensors
        else:
            yield np.matmul(folded, sensors, out=room.allocate(shape))


def _check_same(first: SavedEstimate, other: SavedEstimate) -> None:
    pairs = zip(first.vertices, other.vertices, strict=False)
    if len(first.vertices) != len(other.vertices) or not all(
        a is b or np.array_equal(a, b) for a, b in pairs
    ):
        msg = "all estimates must have the same sources, one has others: extract it by itself"
        raise MismatchError(msg)
