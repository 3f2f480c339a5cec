"""Resolution of an inverse: metrics as maps, the matrix itself, and what leaks between labels."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, overload

import numpy as np

from leadfield.api import labels as label_room
from leadfield.api.estimates.kinds import estimate_of
from leadfield.api.forward.forward import as_forward
from leadfield.api.inverse.inverse_operator import as_inverse
from leadfield.api.inverse.regularisation import as_lambda2
from leadfield.api.sources.source_spaces import as_sources
from leadfield.api.trust.leakage_table import LeakageTable
from leadfield.base.checks import one_of
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.inverse.kernel import prepare_kernel
from leadfield.trust.label_rows import rows_of_labels
from leadfield.trust.leakage import leakage_of_labels
from leadfield.trust.maps import metric_axes
from leadfield.trust.resolution import (
    ResolutionFactors,
    components_of,
    resolution_factors,
    resolution_matrix,
)
from leadfield.trust.resolution_metrics import (
    FUNCTIONS,
    METRICS,
    check_metrics,
    metrics_of_factors,
    metrics_of_matrix,
)

if TYPE_CHECKING:
    from leadfield.api.estimates.base_estimate import Labels
    from leadfield.api.estimates.result_types import ScalarEstimate
    from leadfield.api.forward.forward import Forward
    from leadfield.api.inverse.arguments import MethodParams
    from leadfield.api.inverse.inverse_operator import InverseOperator
    from leadfield.api.inverse.regularisation import Regularisation
    from leadfield.api.sources.source_spaces import SourceSpaces
    from leadfield.base.arrays import Floats
    from leadfield.inverse.methods import InverseMethod
    from leadfield.trust.resolution import Function
    from leadfield.trust.resolution_metrics import MetricName


@overload
def resolution(
    inverse_operator: InverseOperator,
    forward: Forward,
    method: InverseMethod = ...,
    lambda2: float | Regularisation = ...,
    function: Function = ...,
    metrics: MetricName | Iterable[MetricName] = ...,
    *,
    pick_ori: Literal["normal"] | None = ...,
    threshold: float = ...,
    method_params: MethodParams | None = ...,
    verbose: Verbose = ...,
) -> dict[str, ScalarEstimate]: ...


@overload
def resolution(
    inverse_operator: InverseOperator,
    forward: Forward,
    method: InverseMethod = ...,
    lambda2: float | Regularisation = ...,
    *,
    function: Literal["both"],
    metrics: MetricName | Iterable[MetricName] = ...,
    pick_ori: Literal["normal"] | None = ...,
    threshold: float = ...,
    method_params: MethodParams | None = ...,
    verbose: Verbose = ...,
) -> dict[Function, dict[str, ScalarEstimate]]: ...


@overload
def resolution(
    inverse_operator: InverseOperator,
    forward: Forward,
    method: InverseMethod,
    lambda2: float | Regularisation,
    function: Literal["both"],
    metrics: MetricName | Iterable[MetricName] = ...,
    *,
    pick_ori: Literal["normal"] | None = ...,
    threshold: float = ...,
    method_params: MethodParams | None = ...,
    verbose: Verbose = ...,
) -> dict[Function, dict[str, ScalarEstimate]]: ...


@public("leadfield.minimum_norm")
@verbose_aware
def resolution(
    inverse_operator: InverseOperator,
    forward: Forward,
    method: InverseMethod = "dSPM",
    lambda2: float | Regularisation = 1.0 / 9.0,
    function: Function | Literal["both"] = "psf",
    metrics: MetricName | Iterable[MetricName] = ("peak_err", "sd_ext"),
    *,
    pick_ori: Literal["normal"] | None = None,
    threshold: float = 0.5,
    method_params: MethodParams | None = None,
    verbose: Verbose = None,
) -> dict[str, ScalarEstimate] | dict[Function, dict[str, ScalarEstimate]]:
    r"""Compute how blurred a map is at each source, without the resolution matrix.

    The matrix is never made: memory is that of the operator's factors, and 20484 sources take
    seconds.

    Parameters
    ----------
    inverse_operator : InverseOperator
        Inverse operator of fixed, loose or free orientations, on a cortex or in a volume.
    forward : Forward
        Forward model of the same sources: what really happens. It may be another one than the
        operator was made of.
    method : "MNE" | "dSPM" | "sLORETA" | "eLORETA"
        Inverse method.
    lambda2 : float | Regularisation
        Regularisation parameter, or what :func:`estimate_lambda2` found in data.
    function : "psf" | "ctf" | "both"
        Whether the metrics are of point-spread functions, which say where a source shows, or
        of cross-talk functions, which say whose activity shows at a source. Both together take
        little longer than one.
    metrics : str | list of str
        The metrics. In cm: ``"peak_err"`` is the distance from the source to the function's
        peak, ``"cog_err"`` that to its centre of gravity, ``"sd_ext"`` the spatial deviation
        and ``"maxrad_ext"`` the distance to the farthest source above ``threshold``.
        ``"peak_amp"`` and ``"sum_amp"`` are the peak and the sum over the largest of all.
    pick_ori : None | "normal"
        As for :func:`apply_inverse`: with loose or free orientations the length of a source's
        moment (None), or its component along the normal.
    threshold : float
        Share of the peak for ``"maxrad_ext"``.
    method_params : dict | None
        Options of eLORETA, as for :func:`apply_inverse`.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    maps : dict of SourceEstimate | VolSourceEstimate | MixedSourceEstimate
        A map of one sample for each metric, in the order asked for. For both functions a dict
        of two such dicts, ``"psf"`` and ``"ctf"``.

    Raises
    ------
    MismatchError
        If the forward model has other sources than the operator.
    ChannelError
        If the forward model lacks channels of the operator.
    InputError
        If an argument is out of its range.

    See Also
    --------
    leakage : What of one label shows in another.
    resolution_metrics : The same of a matrix that is at hand.

    Notes
    -----
    A source's current is along the normal of the cortex. In volumes and mixed source spaces,
    which have no normals, the functions are root-mean-squares over all directions.

    The number that the map of source i shows of source j is :math:`|K_i g_j|`, with a row
    :math:`K_i` of the inverse kernel and the whitened lead field :math:`g_j`. Peaks and sums
    come tile by tile; where the operator has fixed orientations and was made in memory of the
    same forward model, without projections, the matrix is symmetric but for a scale of its
    rows, and half of the tiles are enough. The spatial deviation (Molins et al. 2008) of the
    point-spread function of source j at :math:`r_j` is :math:`\sigma_j^2 = \sum_i
    |r_i - r_j|^2 |K_i g_j|^2 / \sum_i |K_i g_j|^2`, both of which are quadratic forms of
    :math:`g_j`.

    Examples
    --------
    >>> maps = resolution(inverse_operator, fwd, "sLORETA", metrics=["peak_err", "sd_ext"])
    >>> maps["peak_err"]
    <SourceEstimate | 84 sources of fsaverage5, 1 samples, 0 to 0 ms>
    """
    names = check_metrics(metrics)
    one_of("function", function, (*FUNCTIONS, "both"))
    one_of("pick_ori", pick_ori, (None, "normal"))
    factors = _factors(inverse_operator, forward, method, lambda2, method_params, pick_ori)
    sources = as_inverse(inverse_operator).sources
    functions = FUNCTIONS if function == "both" else (function,)
    values = metrics_of_factors(
        factors, sources.positions, names, functions=functions, threshold=threshold
    )
    maps = {
        one: {
            name: estimate_of(value, metric_axes(sources, METRICS[name].quantity))
            for name, value in found.items()
        }
        for one, found in values.items()
    }
    return maps if function == "both" else maps[function]


@public("leadfield.minimum_norm")
@verbose_aware
def leakage(
    inverse_operator: InverseOperator,
    forward: Forward,
    labels: Labels,
    method: InverseMethod = "dSPM",
    lambda2: float | Regularisation = 1.0 / 9.0,
    *,
    activity: Literal["independent", "coherent"] = "independent",
    pick_ori: Literal["normal"] | None = None,
    method_params: MethodParams | None = None,
    verbose: Verbose = None,
) -> LeakageTable:
    """Compute how much of the activity of each label shows in each other one.

    Parameters
    ----------
    inverse_operator : InverseOperator
        Inverse operator with sources on a cortex.
    forward : Forward
        Forward model of the same sources.
    labels : Label | BiHemiLabel | list
        The labels, such as those of a parcellation.
    method : "MNE" | "dSPM" | "sLORETA" | "eLORETA"
        Inverse method.
    lambda2 : float | Regularisation
        Regularisation parameter, or what :func:`estimate_lambda2` found in data.
    activity : "independent" | "coherent"
        Whether the sources of a label are active each on its own, or all with one current.
    pick_ori : None | "normal"
        As for :func:`resolution`.
    method_params : dict | None
        Options of eLORETA, as for :func:`apply_inverse`.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    table : LeakageTable
        From each label (rows) into each (columns). Labels without sources have NaN, with a
        warning.

    Raises
    ------
    InputError
        If an argument is out of its range.
    MismatchError
        If sources are not on a cortex, or of another subject than a label.

    See Also
    --------
    resolution : The blur at each source.

    Notes
    -----
    The sources of the label of a row are active along their normals with equal power:
    independently, or all with the same current out of the cortex, whose fields cancel across a
    sulcus. A value is the root-mean-square of the estimate in the label of the column
    over that in the active label itself, so the diagonal is 1. A value of 0.5 means that half
    of the label's amplitude shows in the other one; above 1 the map shows it there rather than
    where it is.

    Examples
    --------
    >>> from leadfield import Label
    >>> parts = [Label(range(20), hemi="lh", name="a"), Label(range(20, 42), hemi="lh", name="b")]
    >>> table = leakage(inverse_operator, fwd, parts)
    >>> table.data.shape, table.names
    ((2, 2), ('a', 'b'))
    """
    one_of("activity", activity, ("independent", "coherent"))
    sources = as_inverse(inverse_operator).sources
    several = label_room.as_label.as_labels(labels)
    rows = rows_of_labels(several, sources)
    factors = _factors(inverse_operator, forward, method, lambda2, method_params, pick_ori)
    names = [one.name or f"label {i}" for i, one in enumerate(several)]
    table = leakage_of_labels(factors, rows, coherent=activity == "coherent")
    return LeakageTable(table, names)


@public("leadfield.minimum_norm")
@verbose_aware
def make_inverse_resolution_matrix(
    forward: Forward,
    inverse_operator: InverseOperator,
    method: InverseMethod = "dSPM",
    lambda2: float | Regularisation = 1.0 / 9.0,
    verbose: Verbose = None,
) -> Floats:
    """Make the resolution matrix: the inverse times the lead field.

    Parameters
    ----------
    forward : Forward
        Forward model of the operator's sources.
    inverse_operator : InverseOperator
        Inverse operator.
    method : "MNE" | "dSPM" | "sLORETA" | "eLORETA"
        Inverse method.
    lambda2 : float | Regularisation
        Regularisation parameter, or what :func:`estimate_lambda2` found in data.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    resmat : ndarray, shape (p * n_sources, q * n_sources)
        The matrix, in double precision. Its columns are point-spread functions, its rows
        cross-talk functions. p is 3 for a loose or free operator, whose rows are along x, y
        and z, and q for a free forward model; else they are 1.

    Raises
    ------
    MismatchError
        If the forward model has other sources than the operator.
    InputError
        If the matrix would not fit into memory. :func:`resolution` needs no matrix.

    See Also
    --------
    resolution : Metrics without the matrix.
    get_point_spread : Columns as maps.
    get_cross_talk : Rows as maps.

    Examples
    --------
    >>> make_inverse_resolution_matrix(fwd, inverse_operator, "MNE").shape
    (252, 252)
    """
    model, value = as_inverse(inverse_operator), as_lambda2(lambda2)
    kernel = prepare_kernel(model, nave=1, lambda2=value, method=method)
    return resolution_matrix(kernel, as_forward(forward))


@public("leadfield.minimum_norm")
@verbose_aware
def resolution_metrics(
    resmat: Floats,
    src: SourceSpaces,
    function: Function = "psf",
    metric: MetricName = "peak_err",
    threshold: float = 0.5,
    verbose: Verbose = None,
) -> ScalarEstimate:
    """Compute a resolution metric of a resolution matrix.

    Parameters
    ----------
    resmat : array, shape (p * n_sources, q * n_sources)
        The matrix, as from :func:`make_inverse_resolution_matrix`. Where a source has three
        rows or columns, lengths over them are taken.
    src : SourceSpaces
        Source spaces of the matrix.
    function : "psf" | "ctf"
        Whether the metric is of columns or of rows.
    metric : "peak_err" | "cog_err" | "sd_ext" | "maxrad_ext" | "peak_amp" | "sum_amp"
        The metric, see :func:`resolution`.
    threshold : float
        Share of the peak for ``"maxrad_ext"``.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    resolution_metric : SourceEstimate | VolSourceEstimate | MixedSourceEstimate
        The metric, in cm for errors and extents.

    Raises
    ------
    MismatchError
        If the matrix is not of these sources.
    InputError
        If an argument is out of its range.

    See Also
    --------
    resolution : The same without a matrix.

    Notes
    -----
    ``"maxrad_ext"`` is the largest distance. MNE-Python 1.13 adds the distances up along x, y
    and z and takes the largest of the three sums.

    Examples
    --------
    >>> resmat = make_inverse_resolution_matrix(fwd, inverse_operator, "sLORETA")
    >>> resolution_metrics(resmat, inverse_operator["src"], metric="sd_ext").shape
    (84, 1)
    """
    one_of("function", function, FUNCTIONS)
    one_of("metric", metric, METRICS)
    sources = as_sources(src)
    matrix = as_resolution_matrix(resmat, sources.n_sources)
    values = metrics_of_matrix(
        matrix, sources.positions, [metric], function=function, threshold=threshold
    )
    stc: ScalarEstimate = estimate_of(
        values[metric], metric_axes(sources, METRICS[metric].quantity)
    )
    return stc


def as_resolution_matrix(resmat: Any, n_sources: int) -> Floats:
    """A resolution matrix of so many sources, as numbers."""
    matrix = np.asarray(resmat, float)
    components_of(matrix, n_sources)
    return matrix


def _factors(
    inverse_operator: Any,
    forward: Any,
    method: InverseMethod,
    lambda2: float | Regularisation,
    method_params: MethodParams | None,
    pick_ori: str | None,
) -> ResolutionFactors:
    model, value = as_inverse(inverse_operator), as_lambda2(lambda2)
    kernel = prepare_kernel(model, nave=1, lambda2=value, method=method, options=method_params)
    LOGGER.info("Resolution of %s at %d sources", method, model.sources.n_sources)
    return resolution_factors(kernel, as_forward(forward), pick_ori=pick_ori)
