"""Estimation of the regularisation parameter from a response."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadfield.api.epochs.as_evoked import as_evoked
from leadfield.api.inverse.inverse_operator import as_inverse
from leadfield.api.inverse.regularisation import regularisation_of
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.estimates.regularisation import Window, regularise_evoked

if TYPE_CHECKING:
    from leadfield.api.epochs.evoked import Evoked
    from leadfield.api.inverse.inverse_operator import InverseOperator
    from leadfield.api.inverse.regularisation import Regularisation
    from leadfield.inverse.regularisation import Criterion


@public("leadfield.minimum_norm")
@verbose_aware
def estimate_lambda2(
    evoked: Evoked,
    inverse_operator: InverseOperator,
    window: Window | None = None,
    method: Criterion = "reml",
    verbose: Verbose = None,
) -> Regularisation:
    r"""Estimate the regularisation parameter from an evoked response.

    Parameters
    ----------
    evoked : Evoked
        Evoked response. It must have all channels of the operator.
    inverse_operator : InverseOperator
        Inverse operator.
    window : tuple of float | None
        Start and end in s of the part to regularise for, either None for the response's own
        end. None takes the samples around the peak of the whitened power, weighted for
        sources, that are above the middle between peak and smallest value.
    method : "reml" | "gcv"
        Restricted maximum likelihood, or generalised cross-validation, which spreads more.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    regularisation : Regularisation
        Parameter, SNR, noise scale, window and curve. It can be given as ``lambda2``.

    Raises
    ------
    ChannelError
        If channels of the operator are missing from the response.
    InputError
        If the window holds no sample of the response.
    DataError
        If the response is 0 in the window, or not finite.

    Warns
    -----
    RuntimeWarning
        If there is no signal above the noise, or if the noise is below half or above 1.5 times
        what the noise covariance says.

    See Also
    --------
    apply_inverse : With ``lambda2="auto"`` it calls this.
    estimate_snr : Signal-to-noise ratio at each time.

    Notes
    -----
    The components :math:`s = \sqrt{n} U^T W x` of the whitened average :math:`W x` of
    :math:`n` epochs have the variances :math:`v (1 + S_j^2 / \lambda^2)` if sources and noise
    are as the minimum-norm estimate assumes, with the singular values :math:`S_j` of the
    whitened lead field and the scale :math:`v` of the noise, which is 1 if the noise covariance
    is right. With :math:`e_j` the mean of :math:`s_j^2` over the window REML minimises

    .. math:: k \log \frac{1}{k} \sum_j \frac{e_j}{1 + S_j^2 / \lambda^2}
              + \sum_j \log (1 + S_j^2 / \lambda^2),

    where the first mean is :math:`v`, or near it: a prior of its logarithm, Student's t around
    0 with a spread of 0.2, keeps :math:`v` where few sensors say little about it. GCV minimises
    :math:`\sum_j e_j a_j^2 / (\sum_j a_j)^2` with :math:`a_j = 1 / (1 + S_j^2 / \lambda^2)`
    (Golub, Heath & Wahba 1979). The power that the window is found by is that of the components
    with weights proportional to :math:`S_j^2 / (1 + S_j^2)`. For connectivity between sources,
    values of lambda2 that are one to two orders smaller are best (Hincapié et al. 2016,
    Vallarino et al. 2023).

    Examples
    --------
    >>> found = estimate_lambda2(evoked, inverse_operator)
    >>> found.lambda2 > 0, found.noise_scale > 0
    (True, True)
    """
    found = regularise_evoked(
        as_inverse(inverse_operator), as_evoked(evoked), window=window, method=method
    )
    return regularisation_of(found)
