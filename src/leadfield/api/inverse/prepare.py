"""Inverse operators made ready for one method, regularisation and number of epochs."""

from collections.abc import Mapping
from typing import Any, final

from leadfield.api.inverse.inverse_operator import InverseOperator, as_inverse
from leadfield.base.checks import number, one_of
from leadfield.base.errors import InputError, MismatchError, StateError
from leadfield.base.log import Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.estimates.spatial_filter import SpatialFilter, make_spatial_filter
from leadfield.inverse.kernel import Kernel, prepare
from leadfield.inverse.methods import METHODS
from leadfield.recording.info import MeasurementInfo

INVERSE_METHODS = tuple(METHODS)


@public("leadfield.minimum_norm")
@final
class PreparedInverse(InverseOperator):
    """An inverse operator with everything computed that needs no data.

    Parameters
    ----------
    kernel : inverse.kernel.Kernel
        The kernel; users get theirs from :func:`prepare_inverse_operator`.

    See Also
    --------
    prepare_inverse_operator : Make one.
    """

    def __init__(self, kernel: Kernel) -> None:
        super().__init__(kernel.model)
        self.kernel = kernel


@public("leadfield.minimum_norm")
@verbose_aware
def prepare_inverse_operator(
    orig: InverseOperator,
    nave: float,
    lambda2: float,
    method: str = "dSPM",
    method_params: Mapping[str, Any] | None = None,
    copy: bool | str = True,
    verbose: Verbose = None,
) -> PreparedInverse:
    r"""Compute everything of an inverse that needs no data.

    Parameters
    ----------
    orig : InverseOperator
        The operator.
    nave : float
        How many epochs the data are averages of: the noise falls with its root.
    lambda2 : float
        Regularisation, by custom 1 / SNR².
    method : "MNE" | "dSPM" | "sLORETA" | "eLORETA"
        The method.
    method_params : dict | None
        Options of eLORETA, see :func:`apply_inverse`.
    copy : bool | "non-src"
        Has no effect: the operator is never changed, and nothing is copied.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    inv : PreparedInverse
        For ``prepared=True`` of the functions that apply it.

    Raises
    ------
    InputError
        If an argument is out of its range.

    See Also
    --------
    apply_inverse : Apply it.

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
    kernel = prepare(
        as_inverse(orig), n_averaged=nave, lambda2=lambda2, method=method, options=method_params
    )
    return PreparedInverse(kernel)


def localiser_of(
    inverse_operator: Any,
    prepared: Any,
    *,
    info: MeasurementInfo | None,
    nave: float,
    lambda2: float,
    method: str,
    method_params: Mapping[str, Any] | None,
    pick_ori: str | None,
    label: Any,
    use_cps: Any,
) -> SpatialFilter:
    """The localiser that the arguments of an applying function ask for.

    ``info`` is that of the data; None stands for data with the operator's channels.
    """
    kernel = kernel_of(
        inverse_operator,
        prepared,
        nave=nave,
        lambda2=lambda2,
        method=method,
        method_params=method_params,
    )
    return make_spatial_filter(
        kernel,
        kernel.model.info if info is None else info,
        orientation=pick_ori,
        label=label,
        use_patches=bool(use_cps),
    )


def kernel_of(
    inverse_operator: Any,
    prepared: Any,
    *,
    nave: float,
    lambda2: float,
    method: str,
    method_params: Mapping[str, Any] | None,
) -> Kernel:
    """The kernel that the arguments of an applying function ask for."""
    one_of("prepared", prepared, (True, False))
    if not prepared:
        model = as_inverse(inverse_operator)
        return prepare(
            model, n_averaged=nave, lambda2=lambda2, method=method, options=method_params
        )
    if not isinstance(inverse_operator, PreparedInverse):
        msg = (
            "prepared=True needs what prepare_inverse_operator returned, got "
            f"{type(inverse_operator).__name__}: prepare it, or leave prepared=False"
        )
        raise StateError(msg)
    kernel = inverse_operator.kernel
    one_of("method", method, METHODS)
    if method != kernel.method or number("lambda2", lambda2) != kernel.lambda2:
        msg = (
            f"an operator prepared for {kernel.method} with lambda2 = {kernel.lambda2:g} "
            f"must be applied so, got {method} with lambda2 = {lambda2:g}"
        )
        raise MismatchError(msg)
    if method_params is not None:
        msg = "method_params must be None for a prepared operator: give them when preparing"
        raise InputError(msg)
    return kernel
