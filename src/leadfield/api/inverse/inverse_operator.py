"""Inverse operators: the class, and functions that make, read and write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, final

from leadfield import summaries
from leadfield.api import interop, inverse
from leadfield.api.covariance.covariance import Covariance, as_covariance, covariance_of
from leadfield.api.forward.forward import Forward, as_forward
from leadfield.api.interop.origin import kind_of
from leadfield.api.inverse.priors import depth_weighting
from leadfield.api.mapping_view import MappingView
from leadfield.api.recording.info import Info, as_info
from leadfield.api.recording.projection_items import projection_item_of
from leadfield.api.recording.transforms import coordinate_transform_of
from leadfield.api.sources.source_spaces import SourceSpaces
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.files import as_path
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.forward.model import FIXED, FREE
from leadfield.inverse.fif import DEPTH, GIVEN, ORIENTATION, SOURCE, read_inverse, write_inverse
from leadfield.inverse.make import make_inverse
from leadfield.inverse.operator import InverseModel
from leadfield.inverse.orientation_prior import loose_by_kind
from leadfield.inverse.source_prior import SourcePrior

if TYPE_CHECKING:
    from leadfield.api.inverse.arguments import Depth, Loose, SourceCov
    from leadfield.base.arrays import Floats
    from leadfield.covariance.rank import Rank
    from leadfield.inverse.kernel import InverseKernel


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
    "fmri_prior": lambda model: _variances(model.given_prior, GIVEN),
    "noise_cov": lambda model: covariance_of(model.noise),
    "projs": lambda model: tuple(projection_item_of(one) for one in model.info.projections),
    "coord_frame": lambda model: model.frame,
    "source_nn": lambda model: model.orientations,
    "mri_head_t": lambda model: coordinate_transform_of(model.mri_to_head),
    "methods": lambda model: model.methods,
    "units": lambda model: model.units,
}


@public("leadfield.minimum_norm")
@final
class InverseOperator(MappingView):
    """Inverse operator: everything that depends on neither data nor regularisation.

    The whitened, weighted lead field is ``eigen_fields.T @ diag(sing) @ eigen_leads.T``.
    ``inv["eigen_fields"]["data"]`` has one column per dimension of the whitened noise, and
    only components with a singular value above 0 are stored; the others of MNE-Python have
    no effect. ``inv["eigen_leads"]["data"]`` has one row per column of the lead field,
    ``inv["source_cov"]["data"]`` its prior variance. ``inv["src"]`` are the source spaces.

    Parameters
    ----------
    value : inverse.operator.InverseModel
        Inverse operator as a frozen value. Use :func:`make_inverse_operator` or
        :func:`read_inverse_operator` to get one. MNE-Python's InverseOperator is taken, too.

    See Also
    --------
    make_inverse_operator : Make an inverse operator.
    read_inverse_operator : Read an inverse operator from a file.

    Examples
    --------
    >>> inverse_operator["nsource"], inverse_operator["src"][0]["vertno"][:3]
    (84, array([0, 1, 2]))
    """

    _noun = "an inverse operator"

    def __init__(self, value: InverseModel) -> None:
        value = as_inverse(value)
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

    def copy(self) -> InverseOperator:
        """Copy the inverse operator.

        Returns
        -------
        inv : InverseOperator
            The copy. Bad channels marked in it do not change this operator.
        """
        return hold_operator(self.value, self._kernel)

    def save(
        self,
        fname: str | Path,
        *,
        overwrite: bool = False,
        verbose: Verbose = None,
    ) -> None:
        """Write the inverse operator to a file.

        Parameters
        ----------
        fname : path-like
            File name, which should end with ``-inv.fif`` or ``-inv.fif.gz``.
        overwrite : bool
            Whether to overwrite an existing file.
        verbose : bool | str | int | None
            Verbosity.
        """
        write_inverse_operator(fname, self, overwrite=overwrite, verbose=verbose)

    def to_mne(self) -> Any:
        """Make MNE-Python's inverse operator of it.

        Returns
        -------
        inv : mne.minimum_norm.InverseOperator
            The same operator, not prepared, with arrays of its own.

        Raises
        ------
        MissingPackageError
            If MNE-Python is not installed: ``pip install mne``.

        Examples
        --------
        >>> mne.viz.plot_snr_estimate(evoked.to_mne(), inverse_operator.to_mne())  # doctest: +SKIP
        """
        return interop.inverse_to_mne.inverse_to_mne(self.value)

    def __repr__(self) -> str:
        return describe_operator(self.value, self._kernel)

    def _repr_html_(self) -> str:
        return summaries.facts_table(
            "InverseOperator", summaries.inverse_facts(self.value, self._kernel)
        )


def hold_operator(model: InverseModel, kernel: InverseKernel | None) -> InverseOperator:
    """An operator for users, with the kernel that it was prepared for, if any."""
    held = InverseOperator(model)
    held._kernel = kernel  # noqa: SLF001 - what a prepared operator has more
    return held


def prepared_kernel(inverse_operator: object) -> InverseKernel | None:
    """The kernel of an operator that was prepared, here or by MNE-Python."""
    if not isinstance(inverse_operator, InverseOperator):
        return interop.prepared.kernel_from_mne(inverse_operator)
    return inverse_operator._kernel  # noqa: SLF001 - not for users


def describe_operator(model: InverseModel, kernel: InverseKernel | None) -> str:
    """The operator's channels, sources, orientations, and for what it is prepared."""
    types = model.info.channels.types
    meg, eeg = sum(t in {"mag", "grad"} for t in types), types.count("eeg")
    least = 0.0 if model.orientation_prior is None else float(model.orientation_prior.min())
    orientation = "fixed" if not model.free else "free" if least == 1 else f"loose {least:g}"
    own = "" if model.given_prior is None else ", own prior"
    ready = ""
    if kernel is not None:
        ready = (
            f", prepared for {kernel.method} with lambda2 = {kernel.lambda2:g} "
            f"and nave = {kernel.nave:g}"
        )
    return (
        f"<InverseOperator | {meg} MEG and {eeg} EEG channels, {model.sources.kind} with "
        f"{model.sources.n_sources} sources, {orientation}{own}{ready}>"
    )


def as_inverse(inverse_operator: Any) -> InverseModel:
    """The value of an InverseOperator, leadfield's or MNE-Python's."""
    if isinstance(inverse_operator, InverseOperator):
        return inverse_operator.value
    if isinstance(inverse_operator, InverseModel):
        return inverse_operator
    theirs = interop.inverse.inverse_from_mne(inverse_operator)
    if theirs is None:
        msg = f"inverse_operator must be an InverseOperator, got {kind_of(inverse_operator)}"
        raise ArgumentTypeError(msg)
    return theirs


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
    *,
    source_cov: SourceCov | None = None,
) -> InverseOperator:
    r"""Make the inverse operator of a forward model and a noise covariance.

    Parameters
    ----------
    info : Info
        Measurement info of the data, or an object with one. The good channels that it shares
        with the forward model and the noise covariance are used, its projectors are applied.
    forward : Forward
        Forward model, with free orientations unless the inverse is fixed and without depth
        weighting. It is converted to surface orientation if necessary.
    noise_cov : Covariance
        Noise covariance.
    loose : str | float | dict
        Variance of the two tangential components relative to that of the normal component:
        0 for fixed, 1 for free orientations. A dict has one value per kind of source space
        (``"surface"``, ``"volume"``, ``"discrete"``). ``"auto"`` is 0 if ``fixed``, else 0.2
        if all source spaces are surfaces and 1 otherwise. It must be 1 for volumes.
    depth : None | float | dict
        Exponent of depth weighting; None or 0 for none. A dict may have ``exp``, ``limit``
        (10.0; None for no limit), ``limit_depth_chs`` (True: only gradiometers, else only
        magnetometers, else EEG; False: all channels; ``"whiten"``: all, whitened),
        ``combine_xyz`` (``"spectral"`` or ``"fro"``) and ``allow_fixed_depth`` (False).
    fixed : bool | str
        True for fixed orientations; ``"auto"`` uses ``loose``.
    rank : None | 'info' | 'full' | dict
        Rank of the noise covariance: estimated (None), from projectors and signal-space
        separation (``"info"``), the number of channels (``"full"``), or one number per
        channel type.
    use_cps : bool
        Whether to use the mean normals of cortical patches, if known.
    verbose : bool | str | int | None
        Verbosity.
    source_cov : None | array-like | SourceEstimate | list of (Label, float)
        Relative prior variances of the sources, which multiply those of ``depth`` and
        ``loose``: where fMRI or anatomy expects activity, or the area that a source stands
        for. One a source (n_sources,) or a component (3 n_sources,); an estimate that has one
        value for each source (a map of a whole cortex will do); or labels with the variance of
        their sources, where all others have 1. Values are above 0. eLORETA, which finds the
        variances itself, is not changed by them.

    Returns
    -------
    inv : InverseOperator
        Inverse operator.

    Raises
    ------
    ChannelError
        If there is no good channel that all three share.
    MismatchError
        If orientations or compensation grades do not match, or the average reference
        projector of EEG is missing.
    InputError
        If an option is out of range, or ``loose`` is not 1 for volumes.

    See Also
    --------
    write_inverse_operator : Write an inverse operator to a file.

    Notes
    -----
    With the whitened lead field :math:`L` and the source covariance :math:`R`, of
    which the product of depth, orientation and given variances is the diagonal (Lin et al.
    2006; for fMRI Liu et al. 1998, which gives sources without activity a tenth of the
    variance of those with it), scaled so that the trace of :math:`L R L^T` is the rank of the
    noise, it holds the decomposition :math:`L R^{1/2} = U S V^T` (Hämäläinen & Ilmoniemi
    1994; Dale et al. 2000).

    Fixed lead fields stay in double precision. MNE-Python rounds them to single precision,
    so results with ``loose=0`` differ by 1e-6.

    Examples
    --------
    >>> make_inverse_operator(evoked.info, fwd, noise_cov, loose=0.2, depth=0.8)
    <InverseOperator | 32 MEG and 0 EEG channels, surface with 84 sources, loose 0.2>

    Where fMRI saw activity, sources have ten times the variance of others:

    >>> import leadfield
    >>> active = leadfield.Label(inverse_operator["src"][0]["vertno"][:9], hemi="lh")
    >>> make_inverse_operator(evoked.info, fwd, noise_cov, source_cov=[(active, 10.0)])
    <InverseOperator | 32 MEG and 0 EEG channels, surface with 84 sources, loose 0.2, own prior>
    """
    model = as_forward(forward)
    variances = None
    if source_cov is not None:
        variances = inverse.source_cov.as_variances(source_cov, model.sources)
    made = make_inverse(
        as_info(info),
        model,
        as_covariance(noise_cov).value,
        prior=SourcePrior(
            loose=loose_by_kind(model.sources, loose, fixed=fixed),
            depth=depth_weighting(depth),
            variances=variances,
        ),
        rank=rank,
        use_cps=bool(use_cps),
    )
    return InverseOperator(made)


@public("leadfield.minimum_norm")
@verbose_aware
def read_inverse_operator(fname: str | Path, *, verbose: Verbose = None) -> InverseOperator:
    """Read an inverse operator from a FIF file.

    Parameters
    ----------
    fname : path-like
        File name, which should end with ``-inv.fif`` or ``-inv.fif.gz``.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    inv : InverseOperator
        Inverse operator.

    Raises
    ------
    FormatError
        If the file is not a FIF file or has no inverse operator.

    See Also
    --------
    write_inverse_operator : Write an inverse operator to a file.

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
    """Write an inverse operator to a FIF file, with matrices in single precision.

    Parameters
    ----------
    fname : path-like
        File name, which should end with ``-inv.fif`` or ``-inv.fif.gz``.
    inv : InverseOperator
        Inverse operator.
    overwrite : bool
        Whether to overwrite an existing file.
    verbose : bool | str | int | None
        Verbosity.

    Raises
    ------
    OverwriteError
        If the file exists and ``overwrite`` is False.

    See Also
    --------
    read_inverse_operator : Read an inverse operator from a file.

    Examples
    --------
    >>> write_inverse_operator("tone-inv.fif", inverse_operator)
    """
    write_inverse(as_path(fname), as_inverse(inv), overwrite=overwrite)
    LOGGER.info("Wrote the inverse operator %s", fname)


@public("leadfield.minimum_norm")
def compute_rank_inverse(inv: InverseOperator) -> int:
    """Get the rank of an inverse operator.

    Parameters
    ----------
    inv : InverseOperator
        Inverse operator.

    Returns
    -------
    rank : int
        Rank of the noise covariance after projection.

    See Also
    --------
    make_inverse_operator : Estimates the rank, or takes it as an argument.

    Examples
    --------
    >>> compute_rank_inverse(inverse_operator)
    32
    """
    return as_inverse(inv).whitener.rank
