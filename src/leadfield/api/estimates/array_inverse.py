"""Inverse operators on arrays of other libraries, such as PyTorch's on a GPU."""

from collections.abc import Sequence
from typing import Any, Literal, final

from leadfield.api.estimates.filter_arguments import filter_of
from leadfield.api.inverse.arguments import InverseMethod, MethodParams, PickOri
from leadfield.api.inverse.inverse_operator import InverseOperator
from leadfield.api.labels.label import BiHemiLabel, Label
from leadfield.api.sources.source_spaces import SourceSpaces, as_sources
from leadfield.base.arrays import Ints
from leadfield.base.checks import one_of
from leadfield.base.errors import ArgumentTypeError, DataError, MismatchError
from leadfield.base.log import Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.estimates.apply import apply_kernel, compute_power
from leadfield.estimates.imaging_kernel import ImagingKernel
from leadfield.estimates.label_time_courses import WEIGHTS, plan_labels
from leadfield.estimates.spatial_filter import SpatialFilter
from leadfield.numerics.namespace import converted, namespace_of

# Arrays of any library with the array API standard: they have no common type.
Array = Any


@public("leadfield.minimum_norm")
@final
class ArrayInverse:
    """An inverse operator that takes and returns arrays of one library, on one device.

    Parameters
    ----------
    spatial_filter : estimates.spatial_filter.SpatialFilter
        What to apply; users get theirs from :func:`make_array_inverse`.
    like : array
        An array of the library, type and device to work with.

    Attributes
    ----------
    ch_names : list of str
        The channels that data must have, in this order.
    vertices : list of ndarray of int
        The sources' vertices in each source space.

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
        self._kernel: ImagingKernel = direct.moved(lambda x: converted(x, like))

    def __repr__(self) -> str:
        n_sources = sum(map(len, self.vertices))
        kind = f"{type(self._like).__module__}.{type(self._like).__name__}"
        return f"<ArrayInverse | {len(self.ch_names)} channels, {n_sources} sources, {kind}>"

    def apply(self, data: Array) -> Array:
        """Estimate the sources of data.

        Parameters
        ----------
        data : array, shape (n_channels, n_times)
            The data, in T, T/m and V; epochs may stand side by side.

        Returns
        -------
        values : array, shape (n_sources, n_times) | (n_sources, 3, n_times)
            The values, of the library and on the device of the data.

        Raises
        ------
        MismatchError
            If the data have not the operator's channels.
        DataError
            If they hold NaN or infinity.
        """
        self._check(data)
        return apply_kernel(self._kernel, data)

    def apply_cov(self, cov: Array) -> Array:
        """Estimate the sources' power from a covariance of data.

        Parameters
        ----------
        cov : array, shape (n_channels, n_channels)
            The covariance.

        Returns
        -------
        power : array, shape (n_sources,)
            The power, summed over a source's components.
        """
        self._check(cov)
        if cov.shape[1] != len(self.ch_names):
            msg = f"cov must be square, got shape {tuple(cov.shape)}"
            raise MismatchError(msg)
        return compute_power(self._kernel, cov)

    def extract_label_time_course(
        self,
        data: Array,
        labels: Label | BiHemiLabel | Sequence[Label | BiHemiLabel],
        src: SourceSpaces | None,
        mode: Literal["mean", "mean_flip"] = "mean_flip",
        allow_empty: bool | Literal["ignore"] = False,
    ) -> Array:
        """Make one time course a label.

        Parameters
        ----------
        data : array, shape (n_channels, n_times)
            The data.
        labels : Label | BiHemiLabel | list
            The labels.
        src : SourceSpaces | None
            The source spaces of the operator; only ``"mean_flip"`` needs them.
        mode : "mean" | "mean_flip"
            How, see :func:`leadfield.extract_label_time_course`.
        allow_empty : bool | "ignore"
            Whether labels without sources get zeros, with a warning or without.

        Returns
        -------
        label_tc : array, shape (n_labels, n_times) | (n_labels, 3, n_times)
            The courses.
        """
        self._check(data)
        one_of("mode", mode, WEIGHTS)
        plan = plan_labels(
            self._filter.axes(tmin=0, tstep=1),
            labels if isinstance(labels, Sequence) else [labels],
            None if src is None else as_sources(src),
            mode=mode,
            allow_empty=allow_empty,
        )
        if self._kernel.combined:
            return plan.courses(apply_kernel(self._kernel, data))
        return plan.courses(self._kernel.linear_rows()) @ data

    def _check(self, data: Array) -> None:
        if type(data) is not type(self._like):
            msg = (
                f"data must be a {type(self._like).__name__} as the operator was made for, got "
                f"{type(data).__name__}"
            )
            raise ArgumentTypeError(msg)
        if data.ndim != 2 or data.shape[0] != len(self.ch_names):
            msg = (
                f"data must have shape (n_channels, n_times) with the {len(self.ch_names)} "
                f"channels in ch_names, got {tuple(data.shape)}"
            )
            raise MismatchError(msg)
        space = namespace_of(data)
        if not bool(space.all(space.isfinite(data))):
            msg = "data must be finite, got NaN or infinity: drop or interpolate what is missing"
            raise DataError(msg)


@public("leadfield.minimum_norm")
@verbose_aware
def make_array_inverse(
    inverse_operator: InverseOperator,
    like: Array,
    lambda2: float = 1.0 / 9.0,
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

    The kernel is multiplied out, converted and put on the device once; data that are there
    already never leave it.

    Parameters
    ----------
    inverse_operator : InverseOperator
        The operator.
    like : array
        Any array of the library, real type and device to work with. Single precision is off
        by less than 1e-5 of the peak.
    lambda2 : float
        Regularisation, by custom 1 / SNR².
    method : "MNE" | "dSPM" | "sLORETA" | "eLORETA"
        The method.
    pick_ori : None | "normal" | "vector"
        Which component, see :func:`apply_inverse`.
    nave : float
        How many epochs the data are averages of.
    prepared : bool
        Whether the operator comes from :func:`prepare_inverse_operator`.
    label : Label | BiHemiLabel | None
        Take only the sources in a label.
    method_params : dict | None
        Options of eLORETA, see :func:`apply_inverse`.
    use_cps : bool
        Whether normals are averages over patches.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    inv : ArrayInverse
        What applies it.

    Raises
    ------
    ArgumentTypeError
        If ``like`` is no array of real numbers.
    MissingPackageError
        If its library needs the package array-api-compat and that is not installed.

    See Also
    --------
    apply_inverse : The same for evoked responses.

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
