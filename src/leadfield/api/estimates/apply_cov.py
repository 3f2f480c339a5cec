"""Applying an inverse operator to covariances, and signal-to-noise ratios."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from leadfield.api.covariance.covariance import Covariance, as_covariance
from leadfield.api.epochs.as_evoked import as_evoked
from leadfield.api.estimates.filter_arguments import filter_of
from leadfield.api.estimates.kinds import estimate_of
from leadfield.api.inverse.inverse_operator import InverseOperator, as_inverse
from leadfield.api.recording.info import Info, as_info
from leadfield.base.checks import one_of
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.estimates.data_channels import match_channels
from leadfield.estimates.regularisation import regularise_covariance
from leadfield.estimates.snr import estimate_evoked_snr
from leadfield.estimates.spatial_filter import localize_covariance

if TYPE_CHECKING:
    from leadfield.api.epochs.evoked import Evoked
    from leadfield.api.estimates.result_types import ScalarEstimate
    from leadfield.api.inverse.arguments import Lambda2, MethodParams
    from leadfield.api.labels.label import BiHemiLabel, Label
    from leadfield.base.arrays import Floats
    from leadfield.inverse.methods import InverseMethod
    from leadfield.inverse.operator import InverseModel
    from leadfield.inverse.regularisation import RegularisationFit


@public("leadfield.minimum_norm")
@verbose_aware
def apply_inverse_cov(
    cov: Covariance,
    info: Info,
    inverse_operator: InverseOperator,
    nave: float = 1,
    lambda2: Lambda2 = 1 / 9,
    method: InverseMethod = "dSPM",
    pick_ori: Literal["normal"] | None = None,
    prepared: bool = False,
    label: Label | BiHemiLabel | None = None,
    method_params: MethodParams | None = None,
    use_cps: bool = True,
    verbose: Verbose = None,
) -> ScalarEstimate:
    """Apply an inverse operator to a covariance, which gives the power of each source.

    Parameters
    ----------
    cov : Covariance
        Data covariance. It must have all channels of the operator.
    info : Info
        Measurement info of the data.
    inverse_operator : InverseOperator
        Inverse operator.
    nave : float
        Number of averages, which scales the noise covariance.
    lambda2 : float | "auto" | Regularisation
        Regularisation parameter, usually 1 / SNR². ``"auto"`` estimates it from the covariance.
    method : str
        The inverse method, see :func:`apply_inverse`.
    pick_ori : None | "normal"
        Power summed over the components of a source, or along the surface normal.
    prepared : bool
        Whether the operator was prepared with :func:`prepare_inverse_operator`.
    label : Label | BiHemiLabel | None
        Restrict the estimate to the sources in this label.
    method_params : dict | None
        Options of eLORETA, as for :func:`apply_inverse`.
    use_cps : bool
        Whether to use the mean normals of cortical patches.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    stc : SourceEstimate | VolSourceEstimate | MixedSourceEstimate
        Power of each source, as an estimate with one time point.

    See Also
    --------
    apply_inverse : Apply an inverse operator to an evoked response; lists the errors.

    Examples
    --------
    >>> power = apply_inverse_cov(noise_cov, evoked.info, inverse_operator)
    >>> power.shape
    (84, 1)
    """
    one_of("pick_ori", pick_ori, (None, "normal"))
    measured, covariance = as_info(info), as_covariance(cov).value

    def regularise(model: InverseModel) -> RegularisationFit:
        squares = covariance.pick(model.info.names).full()
        return regularise_covariance(model, squares, nave=nave)

    spatial_filter, _ = filter_of(
        inverse_operator,
        prepared,
        nave=nave,
        lambda2=lambda2,
        method=method,
        method_params=method_params,
        pick_ori=pick_ori,
        label=label,
        use_cps=use_cps,
        regularise=regularise,
    )
    match_channels(spatial_filter.info, measured)
    power = localize_covariance(
        spatial_filter, covariance.pick(spatial_filter.channel_names).full()
    )
    return estimate_of(power, spatial_filter.axes(tmin=0.0, tstep=1 / measured.sampling_rate))


@public("leadfield.minimum_norm")
@verbose_aware
def estimate_snr(
    evoked: Evoked, inv: InverseOperator, verbose: Verbose = None
) -> tuple[Floats, Floats]:
    r"""Estimate the signal-to-noise ratio of an evoked response.

    Parameters
    ----------
    evoked : Evoked
        Evoked response.
    inv : InverseOperator
        Inverse operator.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    snr : ndarray, shape (n_times,)
        SNR as the global field power of the whitened response.
    snr_est : ndarray, shape (n_times,)
        SNR as :math:`1 / \lambda` for the largest :math:`\lambda^2` at which the residual of
        the minimum-norm estimate is no more than noise (:math:`\chi^2` test, p = 0.001);
        0 where the response does not exceed the noise.

    See Also
    --------
    apply_inverse : Uses lambda2, usually 1 / SNR².

    Examples
    --------
    >>> snr, fitted = estimate_snr(evoked, inverse_operator)
    >>> snr.shape == fitted.shape == evoked.times.shape
    True
    """
    return estimate_evoked_snr(as_evoked(evoked), as_inverse(inv))
