"""Point-spread and cross-talk functions of chosen sources, as maps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from leadfield.api import labels as label_room
from leadfield.api.estimates.kinds import estimate_of
from leadfield.api.forward.forward import Forward, as_forward
from leadfield.api.interop.origin import kind_of, mne_bases
from leadfield.api.inverse.inverse_operator import InverseOperator, as_inverse
from leadfield.api.sources.source_spaces import as_sources
from leadfield.api.trust.resolution import as_resolution_matrix
from leadfield.base.checks import one_of
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.estimates.label_rows import sources_in_label
from leadfield.forward.model import ForwardModel
from leadfield.inverse.operator import InverseModel
from leadfield.trust.maps import metric_axes
from leadfield.trust.point_spread import (
    FunctionChoice,
    chosen_rows,
    function_values,
    magnitudes,
    moments,
)

if TYPE_CHECKING:
    from leadfield.api.labels.label import Label
    from leadfield.api.sources.source_spaces import SourceSpaces
    from leadfield.base.arrays import Floats, Ints
    from leadfield.sources.space import Sources

Mode = Literal["mean", "max", "svd", "sum", "maxval"]
Norm = Literal["max", "norm"] | bool
Chosen = Sequence[int] | Sequence[Sequence[int]] | Sequence["Label"]


@public("leadfield.minimum_norm")
@verbose_aware
def get_point_spread(
    resmat: Floats,
    src: SourceSpaces | InverseOperator | Forward,
    idx: Chosen,
    mode: Mode | None = None,
    *,
    n_comp: int = 1,
    norm: Norm | None = False,
    return_pca_vars: bool = False,
    vector: bool = False,
    verbose: Verbose = None,
) -> Any:
    """Get point-spread functions: what a map shows of single sources.

    Parameters
    ----------
    resmat : array, shape (p * n_sources, q * n_sources)
        Resolution matrix, as from :func:`make_inverse_resolution_matrix`.
    src : SourceSpaces | InverseOperator | Forward
        What the sources are; ``vector=True`` on a cortex needs an operator or a forward model.
    idx : list of int | list of list of int | list of Label
        Which sources: their numbers among all, several lists of them, or labels.
    mode : None | "mean" | "max" | "svd" | "sum" | "maxval"
        What to make of the functions of a list or a label: all of them (None), their mean or
        sum, the ``n_comp`` with the largest norm (``"max"``) or the largest value
        (``"maxval"``), or their principal components (``"svd"``).
    n_comp : int
        How many functions to keep for ``"max"``, ``"maxval"`` and ``"svd"``.
    norm : None | bool | "max" | "norm"
        Divide the functions of a list by the largest magnitude among them (``"max"``, True),
        or by the largest norm.
    return_pca_vars : bool
        Whether to return what share of the variance each component explains, in percent.
    vector : bool
        Whether the maps are of moments along x, y and z instead of their lengths.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    stcs : SourceEstimate | list of SourceEstimate
        The functions, one a sample; of each list or label if there are several.
    pca_vars : ndarray, shape (n_comp,) | list
        Shares of the variance. Only returned if ``return_pca_vars`` is True.

    Raises
    ------
    MismatchError
        If the matrix is not of these sources, or a label holds none.
    OutOfRangeError
        If there is no source of a number.
    InputError
        If options exclude each other.

    See Also
    --------
    get_cross_talk : Whose activity shows at a source.
    resolution : Metrics of all functions.

    Examples
    --------
    >>> resmat = make_inverse_resolution_matrix(fwd, inverse_operator, "sLORETA")
    >>> get_point_spread(resmat, inverse_operator["src"], [3, 7]).shape
    (84, 6)
    """
    choice = FunctionChoice(
        function="psf", mode=mode, n_comp=n_comp, norm=norm, with_shares=return_pca_vars
    )
    return _functions(resmat, src, idx, choice, vector)


@public("leadfield.minimum_norm")
@verbose_aware
def get_cross_talk(
    resmat: Floats,
    src: SourceSpaces | InverseOperator | Forward,
    idx: Chosen,
    mode: Mode | None = None,
    *,
    n_comp: int = 1,
    norm: Norm | None = False,
    return_pca_vars: bool = False,
    vector: bool = False,
    verbose: Verbose = None,
) -> Any:
    """Get cross-talk functions: whose activity shows at single sources of a map.

    Parameters
    ----------
    resmat : array, shape (p * n_sources, q * n_sources)
        Resolution matrix, as from :func:`make_inverse_resolution_matrix`.
    src : SourceSpaces | InverseOperator | Forward
        What the sources are; ``vector=True`` on a cortex needs an operator or a forward model.
    idx : list of int | list of list of int | list of Label
        Which sources, as for :func:`get_point_spread`.
    mode : None | "mean" | "max" | "svd" | "sum" | "maxval"
        What to make of the functions of a list or a label, as for :func:`get_point_spread`.
    n_comp : int
        How many functions to keep for ``"max"``, ``"maxval"`` and ``"svd"``.
    norm : None | bool | "max" | "norm"
        How to scale them, as for :func:`get_point_spread`.
    return_pca_vars : bool
        Whether to return what share of the variance each component explains, in percent.
    vector : bool
        Whether the maps are of moments along x, y and z instead of their lengths.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    stcs : SourceEstimate | list of SourceEstimate
        The functions, one a sample; of each list or label if there are several.
    pca_vars : ndarray, shape (n_comp,) | list
        Shares of the variance. Only returned if ``return_pca_vars`` is True.

    Raises
    ------
    MismatchError
        If the matrix is not of these sources, or a label holds none.
    OutOfRangeError
        If there is no source of a number.
    InputError
        If options exclude each other.

    See Also
    --------
    get_point_spread : What a map shows of a source.

    Examples
    --------
    >>> resmat = make_inverse_resolution_matrix(fwd, inverse_operator, "sLORETA")
    >>> get_cross_talk(resmat, inverse_operator["src"], [3, 7], mode="mean").shape
    (84, 1)
    """
    choice = FunctionChoice(
        function="ctf", mode=mode, n_comp=n_comp, norm=norm, with_shares=return_pca_vars
    )
    return _functions(resmat, src, idx, choice, vector)


def _functions(resmat: Any, src: Any, idx: Any, choice: FunctionChoice, vector: bool) -> Any:
    one_of("vector", vector, (True, False))
    sources, orientations = _sources_and_axes(src)
    n = sources.n_sources
    matrix = as_resolution_matrix(resmat, n)
    if vector and orientations is None and sources.kind == "surface":
        msg = (
            "vector=True needs the directions of sources on a cortex: pass the inverse operator "
            f"or the forward model as src, got {kind_of(src)}"
        )
        raise ArgumentTypeError(msg)
    if sources.kind not in {"surface", "mixed"}:
        orientations = None
    if choice.function == "psf" and len(matrix) == 3 * n:
        orientations = None  # a map's moments are along x, y, z already
    estimates, shares = [], []
    for rows in _chosen(idx, sources):
        values, share = function_values(matrix, n, rows, choice)
        data = moments(values, n, orientations) if vector else magnitudes(values, n)
        estimates.append(estimate_of(data, metric_axes(sources, None, vector=vector)))
        shares.append(share)
    found = estimates[0] if len(estimates) == 1 else estimates
    if not choice.with_shares:
        return found
    return found, shares[0] if len(shares) == 1 else shares


def _sources_and_axes(src: Any) -> tuple[Sources, Floats | None]:
    """Sources, and the directions of the columns of an operator or a forward model."""
    bases = mne_bases(src)
    if isinstance(src, InverseOperator | InverseModel) or "InverseOperator" in bases:
        model = as_inverse(src)
        return model.sources, model.orientations
    if isinstance(src, Forward | ForwardModel) or "Forward" in bases:
        forward = as_forward(src)
        return forward.sources, forward.orientations
    return as_sources(src), None


def _chosen(idx: Any, sources: Sources) -> list[Ints]:
    """Rows of each list of sources, or of each label."""
    first = idx[0] if isinstance(idx, Sequence) and len(idx) and not isinstance(idx, str) else None
    if first is None or isinstance(first, float | int | np.number | Sequence | np.ndarray):
        return chosen_rows(idx, sources.n_sources)
    return [
        sources_in_label(one, sources.vertices, kind=sources.kind, subject=sources.subject)
        for one in label_room.as_label.as_labels(idx)
    ]
