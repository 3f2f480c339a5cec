"""Preparing inverse operators for one method, regularisation and number of averages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

import numpy as np

from leadfield.api.interop.origin import kind_of
from leadfield.api.inverse.inverse_operator import (
    InverseOperator,
    as_inverse,
    hold_operator,
    prepared_kernel,
)
from leadfield.api.inverse.regularisation import as_lambda2
from leadfield.base.checks import one_of
from leadfield.base.errors import InputError, MismatchError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.inverse.kernel import InverseKernel, prepare_kernel
from leadfield.inverse.methods import METHODS, InverseMethod

if TYPE_CHECKING:
    from leadfield.api.inverse.arguments import MethodParams
    from leadfield.api.inverse.regularisation import Regularisation
    from leadfield.inverse.regularisation import RegularisationFit

INVERSE_METHODS = cast("tuple[InverseMethod, ...]", tuple(METHODS))


@public("leadfield.minimum_norm")
@verbose_aware
def prepare_inverse_operator(
    orig: InverseOperator,
    nave: float,
    lambda2: float | Regularisation,
    method: InverseMethod = "dSPM",
    method_params: MethodParams | None = None,
    copy: bool | Literal["non-src"] = True,
    verbose: Verbose = None,
) -> InverseOperator:
    r"""Prepare an inverse operator: compute everything that does not depend on the data.

    Parameters
    ----------
    orig : InverseOperator
        Inverse operator.
    nave : float
        Number of averages, which scales the noise covariance.
    lambda2 : float | Regularisation
        Regularisation parameter, usually 1 / SNR², or what :func:`estimate_lambda2` found.
    method : str
        The inverse method, see :func:`apply_inverse`.
    method_params : dict | None
        Options of eLORETA, as for :func:`apply_inverse`.
    copy : bool | "non-src"
        Has no effect: ``orig`` is never modified, and nothing is copied.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    inv : InverseOperator
        The prepared operator, to be applied with ``prepared=True``.

    Raises
    ------
    InputError
        If an argument is out of range.

    See Also
    --------
    apply_inverse : Apply an inverse operator to an evoked response.

    Notes
    -----
    With the decomposition :math:`L R^{1/2} = U S V^T` of the whitened lead field
    :math:`L`, the whitener :math:`W` and :math:`\Gamma = S / (S^2 + \lambda^2)` the kernel is
    :math:`K = R^{1/2} V \Gamma U^T W` (Hämäläinen & Ilmoniemi 1994). dSPM divides each
    source by the norm of its rows of :math:`R^{1/2} V \Gamma` (Dale et al. 2000), sLORETA
    by that of :math:`R^{1/2} V \Gamma (1 + S^2 / \lambda^2)^{1/2}` (Pascual-Marqui 2002);
    the rows of a source with three directions count as one. eLORETA replaces :math:`R` by
    the solution of :math:`R_i = (L_i^T (L R L^T + \lambda^2 I)^{-1} L_i)^{-1/2}`
    (Pascual-Marqui 2011), with the operator's orientation prior and without its depth prior.

    Examples
    --------
    >>> from leadfield.minimum_norm import apply_inverse
    >>> ready = prepare_inverse_operator(inverse_operator, evoked.nave, 1 / 9, "eLORETA")
    >>> stc = apply_inverse(evoked, ready, 1 / 9, "eLORETA", prepared=True)
    """
    one_of("copy", copy, (True, False, "non-src"))
    kernel = prepare_kernel(
        as_inverse(orig),
        nave=nave,
        lambda2=as_lambda2(lambda2),
        method=method,
        options=method_params,
    )
    return hold_operator(kernel.model, kernel)


def kernel_of(
    inverse_operator: InverseOperator,
    prepared: bool,
    *,
    nave: float,
    lambda2: float | RegularisationFit | Regularisation,
    method: InverseMethod,
    method_params: MethodParams | None,
) -> InverseKernel:
    """The kernel that the arguments of an applying function ask for."""
    one_of("prepared", prepared, (True, False))
    if not prepared:
        model, value = as_inverse(inverse_operator), as_lambda2(lambda2)
        return prepare_kernel(model, nave=nave, lambda2=value, method=method, options=method_params)
    kernel = prepared_kernel(inverse_operator)
    if kernel is None:
        msg = (
            "prepared=True needs what prepare_inverse_operator returned, got "
            f"{kind_of(inverse_operator)}: prepare it, or leave prepared=False"
        )
        raise InputError(msg)
    one_of("method", method, METHODS)
    value = as_lambda2(lambda2, warned=False)
    # λ² of what MNE-Python prepared is known up to rounding.
    near = np.isclose(value, kernel.lambda2, rtol=1e-6, atol=0)
    if method != kernel.method or not near:
        msg = (
            f"an operator prepared for {kernel.method} with lambda2 = {kernel.lambda2:g} "
            f"must be applied so, got {method} with lambda2 = {value:g}"
        )
        raise MismatchError(msg)
    if method_params is not None:
        msg = "method_params must be None for a prepared operator: give them when preparing"
        raise InputError(msg)
    return kernel
