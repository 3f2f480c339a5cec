"""Inverse operators as users hold them, made, read and written."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, final

from leadfield.api.covariance.covariance import Covariance, as_covariance, covariance_of
from leadfield.api.forward.forward import Forward, as_forward
from leadfield.api.inverse.arguments import Depth, Loose
from leadfield.api.inverse.priors import depth_weighting
from leadfield.api.mapping_view import MappingView
from leadfield.api.recording.info import Info, as_info
from leadfield.api.recording.projection_items import ProjectionItem
from leadfield.api.recording.transforms import coordinate_transform_of
from leadfield.api.sources.source_spaces import SourceSpaces
from leadfield.base.arrays import Floats
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.files import as_path
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.covariance.rank import Rank
from leadfield.forward.model import FIXED, FREE
from leadfield.inverse.fif import DEPTH, ORIENTATION, SOURCE, read_inverse, write_inverse
from leadfield.inverse.kernel import InverseKernel
from leadfield.inverse.make import make_inverse
from leadfield.inverse.operator import InverseModel
from leadfield.inverse.orientation_prior import loose_by_kind


def _matrix(data: Floats, column_names: tuple[str, ...] = ()) -> Mapping[str, Any]:
    return MappingProxyType(
        {
            "data": data,
            "row_names": [],
            "col_names": list(column_names),
            "nrow": data.shape[0],
            "ncol": data.shape[1],
        }
    )


def _variances(data: Floats | None, kind: int) -> Mapping[str, Any] | None:
    if data is None:
        return None
    return MappingProxyType(
        {
            "data": data,
            "kind": kind,
            "diag": True,
            "dim": len(data),
            "names": [],
            "bads": [],
            "projs": [],
            "nfree": 1,
        }
    )


GETTERS: dict[str, Callable[[InverseModel], Any]] = {
    "src": lambda model: SourceSpaces(model.sources),
    "nsource": lambda model: model.sources.n_sources,
    "nchan": lambda model: len(model.info.channels),
    "nave": lambda model: model.nave,
    "source_ori": lambda model: FREE if model.free else FIXED,
    "sing": lambda model: model.singular_values,
    "eigen_fields": lambda model: _matrix(model.fields),
    "eigen_leads": lambda model: _matrix(model.leads),
    "eigen_leads_weighted": lambda model: model.leads_weighted,
    "source_cov": lambda model: _variances(model.source_variances, SOURCE),
    "depth_prior": lambda model: _variances(model.depth_prior, DEPTH),
    "orient_prior": lambda model: _variances(model.orientation_prior, ORIENTATION),
    "noise_cov": lambda model: covariance_of(model.noise),
    "projs": lambda model: tuple(ProjectionItem(one) for one in model.info.projections),
    "coord_frame": lambda model: model.frame,
    "source_nn": lambda model: model.orientations,
    "mri_head_t": lambda model: coordinate_transform_of(model.mri_to_head),
    "methods": lambda model: model.methods,
    "units": lambda model: model.units,
}


@public("leadfield.minimum_norm")
@final
class InverseOperator(MappingView):
    """All of an inverse that needs no data and no regularisation.

    The whitened, weighted lead field is ``eigen_fields.T @ diag(sing) @ eigen_leads.T``.
    ``inv["eigen_fields"]["data"]`` has one column a dimension of the whitened noise, and
    there is one component for each that is not 0: MNE-Python's has more, all without
    effect. ``inv["eigen_leads"]["data"]`` has one row a column of the lead field,
    ``inv["source_cov"]["data"]`` its prior variance, ``inv["src"]`` the source spaces.

    Parameters
    ----------
    value : inverse.operator.InverseModel
        The operator; users get theirs from :func:`make_inverse_operator` and files.

    See Also
    --------
    make_inverse_operator : Make one.
    read_inverse_operator : Read one.

    Examples
    --------
    >>> inverse_operator["nsource"], inverse_operator["src"][0]["vertno"][:3]
    (84, array([0, 1, 2]))
    """

    _noun = "an inverse operator"

    def __init__(self, value: InverseModel) -> None:
        self._value = value
        self._info = Info(value.info)
        self._kernel: InverseKernel | None = None

    @property
    def value(self) -> InverseModel:
        """The operator, with the bads that its information has by now."""
        if self._info.value is not self._value.info:
            self._value = replace(self._value, info=self._info.value)
        return self._value

    def _table(self) -> Mapping[str, Callable[[InverseModel], Any]]:
        # Not made anew each time: users mark bad channels in it.
        return {"info": lambda _: self._info, **GETTERS}

    @property
    def info(self) -> Info:
        """Measurement information of the channels used."""
        return self._info

    @property
    def ch_names(self) -> list[str]:
        """Names of the channels used."""
        return list(self.value.info.names)

    def copy(self) -> "InverseOperator":
        """Another holder of the same operator.

        Returns
        -------
        inv : InverseOperator
            Changes to it leave this one alone.
        """
        return hold_operator(self.value, self._kernel)

    def save(
        self,
        fname: str | Path,
        *,
        overwrite: bool = False,
        verbose: Verbose = None,
    ) -> None:
        """Write the operator to a file.

        Parameters
        ----------
        fname : path-like
            The file, by custom ``-inv.fif`` or ``-inv.fif.gz``.
        overwrite : bool
            Whether a file that is there may be replaced.
        verbose : bool | str | int | None
            Verbosity.
        """
        write_inverse_operator(fname, self, overwrite=overwrite, verbose=verbose)

    def __repr__(self) -> str:
        return describe_operator(self.value, self._kernel)


def hold_operator(model: InverseModel, kernel: InverseKernel | None) -> InverseOperator:
    """An operator for users, with the kernel that it was prepared for, if any."""
    held = InverseOperator(model)
    held._kernel = kernel  # noqa: SLF001 - what a prepared operator has more
    return held


def prepared_kernel(inverse_operator: object) -> InverseKernel | None:
    """The kernel of an operator that :func:`prepare_inverse_operator` returned."""
    if not isinstance(inverse_operator, InverseOperator):
        return None
    return inverse_operator._kernel  # noqa: SLF001 - not for users


def describe_operator(model: InverseModel, kernel: InverseKernel | None) -> str:
    """The operator's channels, sources, orientations, and for what it is prepared."""
    types = model.info.channels.types
    meg, eeg = sum(t in {"mag", "grad"} for t in types), types.count("eeg")
    least = 0.0 if model.orientation_prior is None else float(model.orientation_prior.min())
    orientation = "fixed" if not model.free else "free" if least == 1 else f"loose {least:g}"
    ready = ""
    if kernel is not None:
        ready = (
            f", prepared for {kernel.method} with lambda2 = {kernel.lambda2:g} "
            f"and nave = {kernel.nave:g}"
        )
    return (
        f"<InverseOperator | {meg} MEG and {eeg} EEG channels, {model.sources.kind} with "
        f"{model.sources.n_sources} sources, {orientation}{ready}>"
    )


def as_inverse(inverse_operator: Any) -> InverseModel:
    """The value of an InverseOperator."""
    if isinstance(inverse_operator, InverseOperator):
        return inverse_operator.value
    if isinstance(inverse_operator, InverseModel):
        return inverse_operator
    msg = f"inverse_operator must be an InverseOperator, got {type(inverse_operator).__name__}"
    raise ArgumentTypeError(msg)


@public("leadfield.minimum_norm")
@verbose_aware
def make_inverse_operator(
    info: Info,
    forward: Forward,
    noise_cov: Covariance,
    loose: Loose = "auto",
    depth: Depth = 0.8,
    fixed: bool | Literal["auto"] = "auto",
    rank: Rank = None,
    use_cps: bool = True,
    verbose: Verbose = None,
) -> InverseOperator:
    r"""Make the inverse operator of a forward model and a noise covariance.

    Parameters
    ----------
    info : Info
        Information on the recording, or an object that has one: its good channels that
        the other two have as well are used, and its projections applied.
    forward : Forward
        The forward model, with free orientations unless the inverse is fixed and not
        weighted by depth. It is turned to the surface where that is needed.
    noise_cov : Covariance
        The covariance of the noise.
    loose : str | float | dict
        Variance of a source's two tangents relative to its normal's: 0 for fixed, 1 for
        free orientations. A dict has one for each kind of source space (``"surface"``,
        ``"volume"``, ``"discrete"``). ``"auto"`` is 0 if ``fixed``, else 0.2 for surfaces
        alone and 1 otherwise. Volumes must have 1.
    depth : None | float | dict
        Exponent of depth weighting; None or 0 for none. A dict may have ``exp``, ``limit``
        (10.0; None for no limit), ``limit_depth_chs`` (True: the type of channels that tells
        depth best; False: all; ``"whiten"``: all, whitened), ``combine_xyz`` (``"spectral"``
        or ``"fro"``) and ``allow_fixed_depth`` (False).
    fixed : bool | str
        True for fixed orientations; ``"auto"`` leaves it to ``loose``.
    rank : None | 'info' | 'full' | dict
        Rank of the noise: estimated, from the projections and signal-space separation, as
        many as channels, or numbers by channel type.
    use_cps : bool
        Whether normals are averages over each source's patch of cortex, where known.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    inv : InverseOperator
        The operator.

    Raises
    ------
    ChannelError
        If no good channel is in all three.
    MismatchError
        If orientations or compensation grades do not fit, or EEG lacks its average
        reference projection.
    InputError
        If an option is out of its range, or orientations of volumes are to be bound.

    See Also
    --------
    write_inverse_operator : Keep it in a file.

    Notes
    -----
    With the whitened lead field :math:`L` and the source covariance :math:`R`, of
    which depth and orientation weights are the diagonal (Lin et al. 2006), scaled so that
    the trace of :math:`L R L^T` is the rank of the noise, it holds the decomposition
    :math:`L R^{1/2} = U S V^T` (Hämäläinen & Ilmoniemi 1994; Dale et al. 2000).

    Fixed lead fields keep double precision here; MNE-Python rounds them to single, by
    which results with ``loose=0`` differ by 1e-6.

    Examples
    --------
    >>> make_inverse_operator(evoked.info, fwd, noise_cov, loose=0.2, depth=0.8)
    <InverseOperator | 32 MEG and 0 EEG channels, surface with 84 sources, loose 0.2>
    """
    model = as_forward(forward)
    inverse = make_inverse(
        as_info(info),
        model,
        as_covariance(noise_cov).value,
        loose=loose_by_kind(model.sources, loose, fixed=fixed),
        depth=depth_weighting(depth),
        rank=rank,
        use_cps=bool(use_cps),
    )
    return InverseOperator(inverse)


@public("leadfield.minimum_norm")
@verbose_aware
def read_inverse_operator(fname: str | Path, *, verbose: Verbose = None) -> InverseOperator:
    """Read an inverse operator from a FIF file.

    Parameters
    ----------
    fname : path-like
        The file, by custom ``-inv.fif`` or ``-inv.fif.gz``.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    inv : InverseOperator
        The operator.

    Raises
    ------
    FormatError
        If the file is no FIF file or holds no inverse operator.

    See Also
    --------
    write_inverse_operator : Write one.

    Examples
    --------
    >>> inverse_operator.save("tone-inv.fif")
    >>> read_inverse_operator("tone-inv.fif")
    <InverseOperator | 32 MEG and 0 EEG channels, surface with 84 sources, loose 0.2>
    """
    LOGGER.info("Reading the inverse operator %s", fname)
    return InverseOperator(read_inverse(as_path(fname)))


@public("leadfield.minimum_norm")
@verbose_aware
def write_inverse_operator(
    fname: str | Path,
    inv: InverseOperator,
    *,
    overwrite: bool = False,
    verbose: Verbose = None,
) -> None:
    """Write an inverse operator to a FIF file; matrices lose all but single precision.

    Parameters
    ----------
    fname : path-like
        The file, by custom ``-inv.fif`` or ``-inv.fif.gz``.
    inv : InverseOperator
        The operator.
    overwrite : bool
        Whether a file that is there may be replaced.
    verbose : bool | str | int | None
        Verbosity.

    Raises
    ------
    OverwriteError
        If the file is there and may not be replaced.

    See Also
    --------
    read_inverse_operator : Read it back.

    Examples
    --------
    >>> write_inverse_operator("tone-inv.fif", inverse_operator)
    """
    write_inverse(as_path(fname), as_inverse(inv), overwrite=overwrite)
    LOGGER.info("Wrote the inverse operator %s", fname)


@public("leadfield.minimum_norm")
def compute_rank_inverse(inv: InverseOperator) -> int:
    """How many components of the data an inverse operator uses.

    Parameters
    ----------
    inv : InverseOperator
        The operator.

    Returns
    -------
    rank : int
        The rank of its noise covariance after projection.

    See Also
    --------
    make_inverse_operator : Where the rank is found or given.

    Examples
    --------
    >>> compute_rank_inverse(inverse_operator)
    32
    """
    return as_inverse(inv).whitener.rank
