"""Inverse operators for arrays of other libraries, such as PyTorch tensors on a GPU."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, final

from leadfield.api import labels as room
from leadfield.api.estimates.filter_arguments import filter_of
from leadfield.api.sources.source_spaces import SourceSpaces, as_sources
from leadfield.base.checks import one_of
from leadfield.base.errors import ArgumentTypeError, DataError, MismatchError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.estimates.apply import apply_kernel, compute_power
from leadfield.estimates.label_time_courses import WEIGHTS, LabelPlan, plan_labels
from leadfield.numerics.namespace import convert_array, namespace_of

if TYPE_CHECKING:
    from leadfield.api.inverse.arguments import MethodParams, PickOri
    from leadfield.api.inverse.inverse_operator import InverseOperator
    from leadfield.api.inverse.regularisation import Regularisation
    from leadfield.api.labels.label import BiHemiLabel, Label
    from leadfield.base.arrays import Ints
    from leadfield.estimates.imaging_kernel import ImagingKernel
    from leadfield.estimates.spatial_filter import SpatialFilter
    from leadfield.inverse.methods import InverseMethod

# Arrays of any library with the array API standard: they have no common type.
Array = Any


@public("leadfield.minimum_norm")
@final
class ArrayInverse:
    """An inverse operator that takes and returns arrays of one library, on one device.

    Parameters
    ----------
    spatial_filter : estimates.spatial_filter.SpatialFilter
        Spatial filter to apply; use :func:`make_array_inverse` to make one.
    like : array
        Array of the library, data type and device to use.

    Attributes
    ----------
    ch_names : list of str
        Names of the channels of the data, in order.
    vertices : list of ndarray of int
        Vertices of the sources in each source space.

    See Also
    --------
    make_array_inverse : Make one.
    """

    def __init__(self, spatial_filter: SpatialFilter, like: Array) -> None:
        self.ch_names: list[str] = list(spatial_filter.channel_names)
        self.vertices: list[Ints] = list(spatial_filter.vertices)
        self._filter = spatial_filter
        self._like = like
        direct = spatial_filter.multiply_out()
        self._kernel: ImagingKernel = direct.moved(lambda x: convert_array(x, like))

    def __repr__(self) -> str:
        n_sources = sum(map(len, self.vertices))
        kind = f"{type(self._like).__module__}.{type(self._like).__name__}"
        return f"<ArrayInverse | {len(self.ch_names)} channels, {n_sources} sources, {kind}>"

    def apply(self, data: Array) -> Array:
        """Apply the inverse operator to sensor data.

        Parameters
        ----------
        data : array, shape (n_channels, n_times)
            Sensor data, in T, T/m and V. Epochs may be concatenated.

        Returns
        -------
        values : array, shape (n_sources, n_times) | (n_sources, 3, n_times)
            Source values, as an array of the same library and on the same device.

        Raises
        ------
        MismatchError
            If the number of channels is not that of the operator.
        DataError
            If the data contain NaN or infinity.
        """
        check_array(data, self._like, len(self.ch_names))
        return apply_kernel(self._kernel, data)

    def apply_cov(self, cov: Array) -> Array:
        """Apply the inverse operator to a covariance, which gives the power of each source.

        Parameters
        ----------
        cov : array, shape (n_channels, n_channels)
            Data covariance.

        Returns
        -------
        power : array, shape (n_sources,)
            Power of each source, summed over its components.
        """
        check_covariance(cov, self._like, len(self.ch_names))
        return compute_power(self._kernel, cov)

    def extract_label_time_course(
        self,
        data: Array,
        labels: Label | BiHemiLabel | Sequence[Label | BiHemiLabel],
        src: SourceSpaces | None,
        mode: Literal["mean", "mean_flip"] = "mean_flip",
        allow_empty: bool | Literal["ignore"] = False,
    ) -> Array:
        """Extract one time course per label.

        Parameters
        ----------
        data : array, shape (n_channels, n_times)
            Sensor data.
        labels : Label | BiHemiLabel | list
            Labels.
        src : SourceSpaces | None
            Source spaces of the operator, required for ``"mean_flip"``.
        mode : "mean" | "mean_flip"
            How to combine sources, as for :func:`leadfield.extract_label_time_course`.
        allow_empty : bool | "ignore"
            Whether labels without sources give zeros, with a warning (True) or without.

        Returns
        -------
        label_tc : array, shape (n_labels, n_times) | (n_labels, 3, n_times)
            Time courses.
        """
        check_array(data, self._like, len(self.ch_names))
        one_of("mode", mode, WEIGHTS)
        plan = plan_for_filter(self._filter, labels, src, mode=mode, allow_empty=allow_empty)
        if self._kernel.combined:
            return plan.courses(apply_kernel(self._kernel, data))
        return plan.courses(self._kernel.linear_rows()) @ data


def check_array(data: Array, like: Array, n_channels: int) -> None:
    """Raise unless data are finite, of the type of ``like`` and of so many channels."""
    if type(data) is not type(like):
        msg = (
            f"data must be a {type(like).__name__} as the operator was made for, got "
            f"{type(data).__name__}"
        )
        raise ArgumentTypeError(msg)
    if data.ndim != 2 or data.shape[0] != n_channels:
        msg = (
            f"data must have shape (n_channels, n_times) with the {n_channels} channels in "
            f"ch_names, got {tuple(data.shape)}"
        )
        raise MismatchError(msg)
    space = namespace_of(data)
    if not bool(space.all(space.isfinite(data))):
        msg = "data must be finite, got NaN or infinity: drop or interpolate what is missing"
        raise DataError(msg)


def check_covariance(cov: Array, like: Array, n_channels: int) -> None:
    """Raise unless a covariance fits as data do, and is square."""
    check_array(cov, like, n_channels)
    if cov.shape[1] != n_channels:
        msg = f"cov must be square, got shape {tuple(cov.shape)}"
        raise MismatchError(msg)


def plan_for_filter(
    spatial_filter: SpatialFilter,
    labels: Label | BiHemiLabel | Sequence[Label | BiHemiLabel],
    src: SourceSpaces | None,
    *,
    mode: str,
    allow_empty: bool | str,
) -> LabelPlan:
    """How to combine the sources of a filter in labels."""
    return plan_labels(
        spatial_filter.axes(tmin=0, tstep=1),
        room.as_label.as_labels(labels),
        None if src is None else as_sources(src),
        mode=mode,
        allow_empty=allow_empty,
    )


@public("leadfield.minimum_norm")
@verbose_aware
def make_array_inverse(
    inverse_operator: InverseOperator,
    like: Array,
    lambda2: float | Regularisation = 1.0 / 9.0,
    method: InverseMethod = "dSPM",
    pick_ori: PickOri | None = None,
    nave: float = 1,
    prepared: bool = False,
    label: Label | BiHemiLabel | None = None,
    method_params: MethodParams | None = None,
    use_cps: bool = True,
    verbose: Verbose = None,
) -> ArrayInverse:
    """Make an inverse operator for arrays of another library, such as PyTorch or CuPy.

    The kernel is computed once and copied to the device; data on the device stay there.

    Parameters
    ----------
    inverse_operator : InverseOperator
        Inverse operator.
    like : array
        Array of the library, real data type and device to use. In single precision, values
        differ by less than 1e-5 of the peak.
    lambda2 : float | Regularisation
        Regularisation parameter, usually 1 / SNR², or what :func:`estimate_lambda2` found.
    method : str
        The inverse method, see :func:`apply_inverse`.
    pick_ori : None | "normal" | "vector"
        Component of the estimate, as for :func:`apply_inverse`.
    nave : float
        Number of averages, which scales the noise covariance.
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
    inv : ArrayInverse
        Inverse operator for arrays of that library.

    Raises
    ------
    ArgumentTypeError
        If ``like`` is not an array of real numbers.
    MissingPackageError
        If the library needs the package array-api-compat, which is not installed.

    See Also
    --------
    apply_inverse : Apply an inverse operator to an evoked response.

    Examples
    --------
    >>> import torch  # doctest: +SKIP
    >>> data = torch.tensor(evoked.data, dtype=torch.float32, device="cuda")  # doctest: +SKIP
    >>> on_gpu = make_array_inverse(inv, data, nave=evoked.nave)  # doctest: +SKIP
    >>> on_gpu.apply(data).device.type  # doctest: +SKIP
    'cuda'
    """
    space = namespace_of(like)
    if not space.isdtype(like.dtype, "real floating"):
        msg = f"like must be an array of real numbers, got {like.dtype}"
        raise ArgumentTypeError(msg)
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
    )
    return ArrayInverse(spatial_filter, like)
