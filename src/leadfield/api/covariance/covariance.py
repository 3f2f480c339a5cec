"""The noise covariance as users hold it, from files, made up, or added to."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.covariance.plot import plot_cov
from leadfield.api.recording.bad_channels import BadChannels
from leadfield.api.recording.info import Info, as_info
from leadfield.api.recording.projection_items import ProjectionItem, as_projections
from leadfield.base.arrays import Floats
from leadfield.base.checks import whole
from leadfield.base.errors import ArgumentTypeError, StateError, UnknownNameError
from leadfield.base.log import Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.covariance.ad_hoc import ad_hoc_covariance
from leadfield.covariance.fif import read_noise, save_noise
from leadfield.covariance.noise import NoiseCovariance
from leadfield.covariance.pooled import pooled
from leadfield.recording.picks import pick_channels

GETTERS: dict[str, Callable[[NoiseCovariance], Any]] = {
    "data": lambda noise: noise.data,
    "names": lambda noise: list(noise.names),
    # A tuple, so that appending to it fails instead of being forgotten.
    "projs": lambda noise: tuple(ProjectionItem(one) for one in noise.projections),
    "nfree": lambda noise: noise.degrees,
    "diag": lambda noise: noise.diagonal,
    "dim": lambda noise: len(noise.names),
    "kind": lambda noise: noise.kind,
    "method": lambda noise: noise.method,
    "loglik": lambda noise: noise.log_likelihood,
}


def _names(value: Any) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        msg = f"bads must be a list of channel names, got {value!r}"
        raise ArgumentTypeError(msg)
    return tuple(dict.fromkeys(value))


SETTERS: dict[str, Callable[[NoiseCovariance, Any], NoiseCovariance]] = {
    "bads": lambda noise, value: replace(noise, bads=_names(value)),
    "data": lambda noise, value: replace(noise, data=np.array(value, np.float64)),
    "nfree": lambda noise, value: replace(noise, degrees=whole("nfree", value)),
    "projs": lambda noise, value: replace(noise, projections=as_projections(value)),
}


@public("leadfield")
class Covariance(Mapping[str, Any]):
    """A noise covariance, with MNE-Python's keys.

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
        Projections that the data had.
    nfree : int
        Degrees of freedom: how many samples it is from, less what was estimated of them.
    method : str | None
        How it was estimated.
    loglik : float | None
        Mean log-likelihood of held-out samples.

    See Also
    --------
    compute_covariance : Estimate one from epochs.
    compute_raw_covariance : Estimate one from a continuous recording.
    make_ad_hoc_cov : Make one up.
    read_cov : Read one.

    Examples
    --------
    >>> cov = Covariance([1e-12, 4e-12], ["Fz", "Cz"], bads=[], projs=[], nfree=100)
    >>> cov["diag"], cov.ch_names
    (True, ['Fz', 'Cz'])
    """

    def __init__(
        self,
        data: ArrayLike,
        names: Sequence[str],
        bads: Sequence[str],
        projs: Sequence[ProjectionItem],
        nfree: int,
        *,
        method: str | None = None,
        loglik: float | None = None,
    ) -> None:
        self.value = NoiseCovariance(
            names=_names(names),
            data=np.array(data, np.float64),
            degrees=whole("nfree", nfree),
            bads=_names(bads),
            projections=as_projections(projs),
            method=method,
            log_likelihood=loglik,
        )

    @classmethod
    def of(cls, value: NoiseCovariance) -> "Covariance":
        """Wrap a value.

        Parameters
        ----------
        value : covariance.noise.NoiseCovariance
            The value.

        Returns
        -------
        cov : Covariance
            What holds it.
        """
        cov = cls.__new__(cls)
        cov.value = value
        return cov

    def __getitem__(self, key: str) -> Any:
        if key == "bads":
            return BadChannels(self)
        if key not in GETTERS:
            msg = f"a covariance has {', '.join(map(repr, self))}, got {key!r}"
            raise UnknownNameError(msg)
        return GETTERS[key](self.value)

    def __setitem__(self, key: str, value: Any) -> None:
        if key not in SETTERS:
            msg = f"of a covariance, {', '.join(map(repr, SETTERS))} can be set, got {key!r}"
            raise StateError(msg)
        self.value = SETTERS[key](self.value, value)

    def __iter__(self) -> Iterator[str]:
        return iter(("bads", *GETTERS))

    def __len__(self) -> int:
        return len(GETTERS) + 1

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Covariance) and self.value is other.value

    __hash__ = None  # type: ignore[assignment]

    @property
    def data(self) -> Floats:
        """Covariance (n_channels, n_channels), or variances (n_channels,)."""
        return self.value.data

    @property
    def ch_names(self) -> list[str]:
        """Names of the channels."""
        return list(self.value.names)

    @property
    def nfree(self) -> int:
        """Degrees of freedom."""
        return self.value.degrees

    def copy(self) -> "Covariance":
        """Another holder of the same covariance.

        Returns
        -------
        cov : Covariance
            Changes to it leave this one alone.
        """
        return Covariance.of(self.value)

    def as_diag(self) -> "Covariance":
        """Keep only the variances, in place.

        Returns
        -------
        cov : Covariance
            This one.
        """
        data = self.value.data if self.value.diagonal else np.diag(self.value.data).copy()
        self.value = replace(self.value, data=data)
        return self

    def pick_channels(
        self,
        ch_names: Sequence[str],
        ordered: bool = True,
        *,
        verbose: Verbose = None,
    ) -> "Covariance":
        """Keep only some channels, in place.

        Parameters
        ----------
        ch_names : list of str
            The channels.
        ordered : bool
            Whether they come in the order of ``ch_names`` and must all be there.
        verbose : bool | str | int | None
            How much to tell.

        Returns
        -------
        cov : Covariance
            This one.
        """
        rows = pick_channels(self.value.names, ch_names, ordered=ordered)
        self.value = self.value.picked([self.value.names[i] for i in rows])
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
            Whether a file that is there may be replaced.
        verbose : bool | str | int | None
            How much to tell.
        """
        save_noise(fname, self.value, overwrite=overwrite)

    def __add__(self, other: "Covariance") -> "Covariance":
        return Covariance.of(pooled(self.value, as_covariance(other).value))

    plot = plot_cov

    def __repr__(self) -> str:
        kind = "diagonal" if self.value.diagonal else "full"
        size = " x ".join(map(str, self.value.data.shape))
        return f"<Covariance | {kind}, {size}, n_samples : {self.value.degrees}>"


def as_covariance(cov: Any) -> Covariance:
    """A covariance given as one, or as the file that holds it."""
    if isinstance(cov, Covariance):
        return cov
    if isinstance(cov, str | Path):
        return Covariance.of(read_noise(cov))
    msg = f"a noise covariance must be a Covariance or a file's path, got {type(cov).__name__}"
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
        How much to tell.

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
    return Covariance.of(read_noise(fname))


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
        Whether a file that is there may be replaced.
    verbose : bool | str | int | None
        How much to tell.

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
    """Make up a noise covariance: independent noise, of one strength a channel type.

    Parameters
    ----------
    info : Info
        The channels; bad ones get no noise.
    std : dict | None
        Standard deviations that replace the typical ones of 5 fT/cm (``"grad"``, in T/m),
        20 fT (``"mag"``, in T) and 0.2 µV (``"eeg"``, in V).
    verbose : bool | str | int | None
        How much to tell.

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
    return Covariance.of(ad_hoc_covariance(as_info(info), std))
