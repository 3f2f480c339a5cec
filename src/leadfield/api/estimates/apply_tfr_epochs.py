"""Applying an inverse operator to time-frequency transforms of epochs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from leadfield.api import interop
from leadfield.api.epochs.epochs_array import EpochsArray
from leadfield.api.estimates.apply_epochs import localize_each
from leadfield.api.estimates.filter_arguments import filter_of
from leadfield.api.recording.info import Info
from leadfield.base.checks import one_of
from leadfield.base.errors import MismatchError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.estimates.data_channels import contiguous_rows, match_channels

if TYPE_CHECKING:
    from leadfield.api.interop.epochs_tfr import EpochTransforms
    from leadfield.api.inverse.arguments import MethodParams, PickOri
    from leadfield.api.inverse.inverse_operator import InverseOperator
    from leadfield.api.labels.label import BiHemiLabel, Label
    from leadfield.base.arrays import Ints
    from leadfield.estimates.spatial_filter import SpatialFilter
    from leadfield.inverse.methods import InverseMethod


@public("leadfield.minimum_norm")
@verbose_aware
def apply_inverse_tfr_epochs(
    epochs_tfr: Any,
    inverse_operator: InverseOperator | list[InverseOperator],
    lambda2: float,
    method: InverseMethod = "dSPM",
    label: Label | BiHemiLabel | None = None,
    nave: float = 1,
    pick_ori: PickOri | None = None,
    return_generator: bool = False,
    prepared: bool = False,
    method_params: MethodParams | None = None,
    use_cps: bool = True,
    verbose: Verbose = None,
) -> Any:
    """Apply an inverse operator to the complex time-frequency transform of each epoch.

    Parameters
    ----------
    epochs_tfr : EpochsTFR
        Transforms that MNE-Python computed, with ``output="complex"``.
    inverse_operator : InverseOperator | list of InverseOperator
        Inverse operator, or one for each frequency. The transforms must have all its channels.
    lambda2 : float
        Regularisation parameter, usually 1 / SNR².
    method : str
        The inverse method, see :func:`apply_inverse`.
    label : Label | BiHemiLabel | None
        Restrict the estimate to the sources in this label.
    nave : float
        Number of averages behind each epoch, which scales the noise covariance.
    pick_ori : None | "normal" | "vector"
        Component of the estimate, as for :func:`apply_inverse`: lengths of moments are real.
    return_generator : bool
        Whether to return a generator, of one generator for each frequency.
    prepared : bool
        Whether the operator was prepared with :func:`prepare_inverse_operator`.
    method_params : dict | None
        Options of eLORETA, as for :func:`apply_inverse`.
    use_cps : bool
        Whether to use the mean normals of cortical patches.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    stcs : list or generator of list or generator of SourceEstimate | ...
        For each frequency, one estimate per epoch. Where they are complex, kernel and data are
        multiplied only when ``stc.data`` is read.

    Raises
    ------
    StateError
        If the transforms are not complex.
    MismatchError
        If there is not one operator for each frequency; else as for :func:`apply_inverse`.

    See Also
    --------
    source_induced_power : The mean power of epochs, computed without transforms of sensors.
    apply_inverse_epochs : Apply an inverse operator to epochs.

    Examples
    --------
    >>> tfr = mne_epochs.compute_tfr("morlet", [10, 20], output="complex")  # doctest: +SKIP
    >>> stcs = apply_inverse_tfr_epochs(tfr, inverse_operator, 1.0)  # doctest: +SKIP
    """
    one_of("return_generator", return_generator, (True, False))
    transforms = interop.epochs_tfr.epoch_transforms_of(epochs_tfr)
    n = len(transforms.frequencies)
    several = isinstance(inverse_operator, list | tuple)
    operators: Any = inverse_operator if several else [inverse_operator]
    if several and len(operators) != n:
        msg = (
            f"there must be one inverse operator, or one for each of {n} frequencies, got "
            f"{len(operators)}"
        )
        raise MismatchError(msg)
    filters = []
    for one in operators:
        spatial_filter, _ = filter_of(
            one,
            prepared,
            nave=nave,
            lambda2=lambda2,
            method=method,
            method_params=method_params,
            pick_ori=pick_ori,
            label=label,
            use_cps=use_cps,
        )
        channels = contiguous_rows(match_channels(spatial_filter.info, transforms.info))
        filters.append((spatial_filter, channels))
    each = _localize_frequencies(transforms, filters if several else filters * n)
    return each if return_generator else [list(stcs) for stcs in each]


def _localize_frequencies(
    transforms: EpochTransforms, filters: Sequence[tuple[SpatialFilter, slice | Ints]]
) -> Iterator[Iterator[Any]]:
    info, tmin = Info(transforms.info), transforms.tmin
    for place, (spatial_filter, channels) in enumerate(filters):
        values = transforms.data[:, :, place]
        parts = [EpochsArray(part, info, tmin=tmin) for part in (values.real, values.imag)]
        yield localize_each(spatial_filter, parts, channels)
