"""Noise covariance: ``Covariance``, ``read_cov``, ``write_cov``, ``make_ad_hoc_cov``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, final

import numpy as np
from numpy.typing import ArrayLike

from leadfield import summaries
from leadfield.api import interop
from leadfield.api.covariance.figures import covariance_figures
from leadfield.api.covariance.plot_topomap import plot_cov_topomap
from leadfield.api.interop.origin import kind_of
from leadfield.api.mapping_view import MappingView
from leadfield.api.recording.bad_channels import BadChannels, names_once
from leadfield.api.recording.info import Info, as_info
from leadfield.api.recording.linked import LinkedList
from leadfield.api.recording.projection_items import (
    ProjectionItem,
    as_projections,
    projection_item_of,
)
from leadfield.base.checks import whole
from leadfield.base.errors import ArgumentTypeError, InputError, StateError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.covariance.ad_hoc import ad_hoc_covariance
from leadfield.covariance.fif import read_noise, save_noise
from leadfield.covariance.noise import NoiseCovariance
from leadfield.covariance.pool import pool_covariances
from leadfield.recording.picks import pick_channels

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from leadfield.base.arrays import Floats

GETTERS: dict[str, Callable[[NoiseCovariance], Any]] = {
    "data": lambda noise: noise.data,
    # A tuple, so that appending to it fails instead of being forgotten.
    "projs": lambda noise: tuple(projection_item_of(one) for one in noise.projections),
    "nfree": lambda noise: noise.degrees,
    "diag": lambda noise: noise.diagonal,
    "dim": lambda noise: len(noise.names),
    "kind": lambda noise: noise.kind,
    "method": lambda noise: noise.method,
    "loglik": lambda noise: noise.log_likelihood,
}


SETTERS: dict[str, Callable[[NoiseCovariance, Any], NoiseCovariance]] = {
    "bads": lambda noise, value: replace(noise, bads=names_once(value)),
    "data": lambda noise, value: replace(noise, data=np.array(value, np.float64)),
    "nfree": lambda noise, value: replace(noise, degrees=whole("nfree", value)),
    "projs": lambda noise, value: replace(noise, projections=as_projections(value)),
}


@final
@public("leadfield")
class Covariance(MappingView):
    """A noise covariance, a mapping with MNE-Python's keys.

    ``cov["bads"]`` can be set and changed in place, ``cov["data"]``, ``cov["nfree"]`` and
    ``cov["projs"]`` be set.

    Parameters
    ----------
    data : array_like, shape (n_channels, n_channels) | (n_channels,)
        Covariance in squares of the channels' units, or only variances.
    names : list of str
        Names of the channels.
    bads : list of str
        The bad ones among them.
    projs : list of ProjectionItem
        Projections of the data.
    nfree : int
        Degrees of freedom: the number of samples, less that of the means subtracted.
    eig, eigvec : None
        Must be None: eigenvalues and eigenvectors are found in ``data`` when they are needed.
    method : str | None
        The estimator.
    loglik : float | None
        Mean log-likelihood of held-out samples.
    verbose : bool | str | int | None
        Verbosity.

    See Also
    --------
    compute_covariance : Estimate one from epochs.
    compute_raw_covariance : Estimate one from a continuous recording.
    make_ad_hoc_cov : Make one of typical variances.
    read_cov : Read one.

    Examples
    --------
    >>> cov = Covariance([1e-12, 4e-12], ["Fz", "Cz"], bads=[], projs=[], nfree=100)
    >>> cov["diag"], cov.ch_names
    (True, ['Fz', 'Cz'])
    """

    _noun = "a covariance"

    @verbose_aware
    def __init__(
        self,
        data: ArrayLike,
        names: Sequence[str],
        bads: Sequence[str],
        projs: Sequence[ProjectionItem],
        nfree: int,
        eig: ArrayLike | None = None,
        eigvec: ArrayLike | None = None,
        method: str | None = None,
        loglik: float | None = None,
        *,
        verbose: Verbose = None,
    ) -> None:
        if eig is not None or eigvec is not None:
            msg = "eig and eigvec must be None: they are found in data when they are needed"
            raise InputError(msg)
        self._value = NoiseCovariance(
            names=names_once(names),
            data=np.array(data, np.float64),
            degrees=whole("nfree", nfree),
            bads=names_once(bads),
            projections=as_projections(projs),
            method=method,
            log_likelihood=loglik,
        )

    @property
    def value(self) -> NoiseCovariance:
        """The covariance, as a value that cannot be changed."""
        return self._value

    def _table(self) -> Mapping[str, Callable[[NoiseCovariance], Any]]:
        return {"bads": lambda _: BadChannels(self), "names": lambda _: self.ch_names, **GETTERS}

    def __setitem__(self, key: str, value: Any) -> None:
        if key not in SETTERS:
            msg = f"of a covariance, {', '.join(map(repr, SETTERS))} can be set, got {key!r}"
            raise StateError(msg)
        self._value = SETTERS[key](self._value, value)

    @property
    def data(self) -> Floats:
        """Covariance (n_channels, n_channels), or variances (n_channels,)."""
        return self.value.data

    @property
    def ch_names(self) -> list[str]:
        """Names of the channels; a channel can be renamed in place."""
        return LinkedList(self.value.names, self._rename)

    def _rename(self, names: Sequence[str]) -> None:
        self._value = self._value.renamed(names)

    @property
    def nfree(self) -> int:
        """Degrees of freedom."""
        return self.value.degrees

    def copy(self) -> Covariance:
        """Copy the covariance.

        Returns
        -------
        cov : Covariance
            Changes to it leave this one alone.
        """
        return covariance_of(self.value)

    def as_diag(self) -> Covariance:
        """Keep only the variances, in place.

        Returns
        -------
        cov : Covariance
            This one.
        """
        self._value = self._value.variances()
        return self

    def pick_channels(
        self,
        ch_names: Sequence[str],
        ordered: bool = True,
        *,
        verbose: Verbose = None,
    ) -> Covariance:
        """Keep only some channels, in place.

        Parameters
        ----------
        ch_names : list of str
            The channels.
        ordered : bool
            Whether they come in the order of ``ch_names`` and must all be there.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        cov : Covariance
            This one.
        """
        rows = pick_channels(self.value.names, ch_names, ordered=ordered)
        self._value = self._value.pick([self._value.names[i] for i in rows])
        return self

    @verbose_aware
    def save(
        self,
        fname: str | Path,
        *,
        overwrite: bool = False,
        verbose: Verbose = None,
    ) -> None:
        """Write to a ``-cov.fif`` or ``-cov.fif.gz`` file.

        Parameters
        ----------
        fname : path-like
            The file.
        overwrite : bool
            Whether to overwrite an existing file.
        verbose : bool | str | int | None
            Verbosity.
        """
        save_noise(fname, self.value, overwrite=overwrite)

    def __add__(self, other: Covariance) -> Covariance:
        return covariance_of(pool_covariances(self.value, as_covariance(other).value))

    @verbose_aware
    def plot(
        self,
        info: Info,
        exclude: str | Sequence[str] = (),
        colorbar: bool = True,
        proj: bool = False,
        show_svd: bool = True,
        show: bool = True,
        verbose: Verbose = None,
    ) -> tuple[Figure, Figure | None]:
        """Plot the covariance by channel type, and its spectrum with the rank.

        Parameters
        ----------
        info : Info
            Channel types, bad channels and projections.
        exclude : "bads" | list of str
            Channels to leave out.
        colorbar : bool
            Whether to add colour bars.
        proj : bool
            Whether to apply the projections of ``info`` first.
        show_svd : bool
            Whether to draw the spectrum.
        show : bool
            Whether to open windows, where the Matplotlib backend has windows.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        fig_cov : matplotlib.figure.Figure
            The images.
        fig_svd : matplotlib.figure.Figure | None
            The spectrum, None without ``show_svd``.

        See Also
        --------
        leadfield.viz.plot_cov : The same as a function.
        """
        return covariance_figures(
            self.value,
            as_info(info),
            exclude=exclude,
            colorbar=colorbar,
            proj=proj,
            show_svd=show_svd,
            show=show,
        )

    plot_topomap = plot_cov_topomap

    def __repr__(self) -> str:
        kind = "diagonal" if self.value.diagonal else "full"
        size = " x ".join(map(str, self.value.data.shape))
        return f"<Covariance | {kind}, {size}, n_samples : {self.value.degrees}>"

    def _repr_html_(self) -> str:
        return summaries.facts_table("Covariance", summaries.noise_facts(self.value))

    def to_mne(self) -> Any:
        """Make MNE-Python's covariance of it.

        Returns
        -------
        cov : mne.Covariance
            The same covariance, with an array of its own.

        Raises
        ------
        MissingPackageError
            If MNE-Python is not installed: ``pip install mne``.
        """
        return interop.covariance_to_mne.covariance_to_mne(self.value)


def covariance_of(value: NoiseCovariance) -> Covariance:
    """A covariance that holds a value."""
    cov = Covariance.__new__(Covariance)
    cov._value = value  # noqa: SLF001 - its own
    return cov


def as_covariance(cov: object) -> Covariance:
    """A covariance given as one, ours or MNE-Python's, or as the file that holds it."""
    if isinstance(cov, Covariance):
        return cov
    value = interop.covariance.noise_given(cov)
    if value is not None:
        return covariance_of(value)
    msg = f"a noise covariance must be a Covariance or a file's path, got {kind_of(cov)}"
    raise ArgumentTypeError(msg)


@public("leadfield")
@verbose_aware
def read_cov(fname: str | Path, verbose: Verbose = None) -> Covariance:
    """Read a noise covariance from a ``-cov.fif`` or ``-cov.fif.gz`` file.

    Parameters
    ----------
    fname : path-like
        The file.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    cov : Covariance
        The noise covariance.

    Raises
    ------
    FormatError
        If the file is no FIF file, holds no noise covariance, or a damaged one.

    See Also
    --------
    write_cov : Write one.

    Examples
    --------
    >>> noise_cov.save("noise-cov.fif")
    >>> read_cov("noise-cov.fif")
    <Covariance | full, 32 x 32, n_samples : 587>
    """
    return covariance_of(read_noise(fname))


@public("leadfield")
@verbose_aware
def write_cov(
    fname: str | Path,
    cov: Covariance,
    *,
    overwrite: bool = False,
    verbose: Verbose = None,
) -> None:
    """Write a noise covariance to a ``-cov.fif`` or ``-cov.fif.gz`` file.

    Parameters
    ----------
    fname : path-like
        The file.
    cov : Covariance
        The noise covariance.
    overwrite : bool
        Whether to overwrite an existing file.
    verbose : bool | str | int | None
        Verbosity.

    See Also
    --------
    read_cov : Read one.

    Examples
    --------
    >>> write_cov("noise-cov.fif", noise_cov)
    """
    save_noise(fname, as_covariance(cov).value, overwrite=overwrite)


@public("leadfield")
@verbose_aware
def make_ad_hoc_cov(
    info: Info,
    std: Mapping[str, float] | None = None,
    *,
    verbose: Verbose = None,
) -> Covariance:
    """Make a diagonal noise covariance from typical standard deviations of sensors.

    Parameters
    ----------
    info : Info
        The channels; bad ones get a variance of 0.
    std : dict | None
        Standard deviations that replace the typical ones of 5 fT/cm (``"grad"``, in T/m),
        20 fT (``"mag"``, in T) and 0.2 µV (``"eeg"``, in V).
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    cov : Covariance
        A diagonal covariance of all MEG and EEG channels.

    Raises
    ------
    ChannelError
        If there are no MEG or EEG channels.

    Examples
    --------
    >>> import leadfield
    >>> info = leadfield.create_info(["Fz", "Cz"], 100.0, "eeg")
    >>> leadfield.make_ad_hoc_cov(info).data
    array([4.e-14, 4.e-14])
    """
    return covariance_of(ad_hoc_covariance(as_info(info), std))
