"""Forward solutions: ``Forward``, ``read_forward_solution``, ``write_forward_solution``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, final

from leadfield import summaries
from leadfield.api import interop
from leadfield.api.interop.origin import kind_of
from leadfield.api.mapping_view import MappingView
from leadfield.api.recording.info import Info
from leadfield.api.recording.transforms import coordinate_transform_of
from leadfield.api.sources.source_spaces import SourceSpaces
from leadfield.base.arrays import Floats, locked
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.files import as_path
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.fif.reader import FifFile
from leadfield.forward.fif.read_forward import read_forward
from leadfield.forward.fif.write_forward import write_forward
from leadfield.forward.model import FIXED, FREE, ForwardModel
from leadfield.forward.restrict import pick_forward_channels


def _matrix(model: ForwardModel, data: Floats) -> Mapping[str, Any]:
    return MappingProxyType(
        {
            "data": data,
            "row_names": list(model.channels.names),
            "col_names": [],
            "nrow": data.shape[0],
            "ncol": data.shape[1],
        }
    )


def _gradient(model: ForwardModel) -> Mapping[str, Any] | None:
    if model.gradient is None:
        return None
    return _matrix(model, model.gradient.reshape(len(model.gradient), -1))


GETTERS: dict[str, Callable[[ForwardModel], Any]] = {
    "src": lambda model: SourceSpaces(model.sources),
    "sol": lambda model: _matrix(model, model.leadfield),
    "sol_grad": _gradient,
    "nsource": lambda model: model.sources.n_sources,
    "nchan": lambda model: len(model.channels),
    "source_ori": lambda model: FREE if model.free else FIXED,
    "surf_ori": lambda model: model.surface_oriented,
    "coord_frame": lambda model: model.frame,
    "mri_head_t": lambda model: coordinate_transform_of(model.mri_to_head),
    "source_rr": lambda model: locked(model.sources.positions),
    "source_nn": lambda model: model.orientations,
}


@public("leadfield")
@final
class Forward(MappingView):
    """Forward solution: the lead field from sources to sensors.

    A mapping with MNE-Python's keys. ``fwd["sol"]["data"]`` (n_channels, n_columns) is the
    lead field in T, T/m or V per A·m: what each sensor measures of a unit dipole.
    ``fwd["src"]`` are the source spaces, ``fwd["info"]`` the channels; ``fwd["source_rr"]``
    and ``fwd["source_nn"]`` are positions in m and the columns' unit vectors.

    Parameters
    ----------
    value : forward.model.ForwardModel
        The forward model; users get theirs from files and :func:`make_forward_solution`.
        MNE-Python's Forward is taken, too.

    See Also
    --------
    read_forward_solution : Read a forward solution from a file.
    convert_forward_solution : Change its source orientations.

    Examples
    --------
    >>> fwd["sol"]["data"].shape  # channels, three components a source
    (32, 252)
    """

    _noun = "a forward model"
    _costly = frozenset({"src", "source_rr"})

    def __init__(self, value: ForwardModel) -> None:
        value = as_forward(value)
        self._value = value
        self._info = Info(value.info)

    @property
    def value(self) -> ForwardModel:
        """The forward model, as a value that cannot be changed, with the current bads."""
        if self._info.value is not self._value.info:
            self._value = replace(self._value, info=self._info.value)
        return self._value

    @value.setter
    def value(self, value: ForwardModel) -> None:
        self._value, self._info = value, Info(value.info)

    def _table(self) -> Mapping[str, Callable[[ForwardModel], Any]]:
        return {"info": lambda _: self._info, **GETTERS}

    @property
    def ch_names(self) -> list[str]:
        """Names of the channels."""
        return list(self.value.channels.names)

    def copy(self) -> Forward:
        """Copy the forward solution.

        Returns
        -------
        fwd : Forward
            The same forward solution. Its arrays cannot be changed, so none is copied.
        """
        return Forward(self.value)

    def pick_channels(self, ch_names: Iterable[str], ordered: bool = False) -> Forward:
        """Pick channels by name, in place.

        Parameters
        ----------
        ch_names : list of str
            Names of the channels to keep.
        ordered : bool
            Whether to put the channels in the order of ``ch_names`` and require all of them.

        Returns
        -------
        fwd : Forward
            This object.
        """
        self.value = pick_forward_channels(self.value, ch_names, ordered=ordered)
        return self

    def save(
        self,
        fname: str | Path,
        *,
        overwrite: bool = False,
        verbose: Verbose = None,
    ) -> None:
        """Write the forward solution to a file, with the orientations it was made with.

        Parameters
        ----------
        fname : path-like
            The file, by custom ``-fwd.fif`` or ``-fwd.fif.gz``.
        overwrite : bool
            Whether to overwrite an existing file.
        verbose : bool | str | int | None
            Verbosity.
        """
        write_forward_solution(fname, self, overwrite=overwrite, verbose=verbose)

    def to_mne(self) -> Any:
        """Make MNE-Python's forward solution of it.

        Returns
        -------
        fwd : mne.Forward
            The same forward solution, with arrays of its own.

        Raises
        ------
        MissingPackageError
            If MNE-Python is not installed: ``pip install mne``.

        Examples
        --------
        >>> mne.sensitivity_map(fwd.to_mne())  # doctest: +SKIP
        """
        return interop.forward_to_mne.forward_to_mne(self.value)

    def __repr__(self) -> str:
        model = self.value
        types = model.channels.types
        meg, eeg = sum(t in {"mag", "grad"} for t in types), types.count("eeg")
        orientation = "free" if model.free else "fixed"
        if model.free and model.surface_oriented:
            orientation = "free, surface-oriented"
        return (
            f"<Forward | {meg} MEG and {eeg} EEG channels, {model.sources.kind} with "
            f"{model.sources.n_sources} sources, {orientation}>"
        )

    def _repr_html_(self) -> str:
        return summaries.facts_table("Forward", summaries.forward_facts(self.value))


def as_forward(forward: Any) -> ForwardModel:
    """The value of a Forward, leadfield's or MNE-Python's."""
    if isinstance(forward, Forward):
        return forward.value
    if isinstance(forward, ForwardModel):
        return forward
    theirs = interop.forward.forward_from_mne(forward)
    if theirs is None:
        msg = f"forward must be a Forward, got {kind_of(forward)}"
        raise ArgumentTypeError(msg)
    return theirs


@public("leadfield")
@verbose_aware
def read_forward_solution(
    fname: str | Path,
    include: Iterable[str] = (),
    exclude: Iterable[str] = (),
    *,
    ordered: bool = True,
    verbose: Verbose = None,
) -> Forward:
    """Read a forward solution from a FIF file.

    Parameters
    ----------
    fname : path-like
        The file, by custom ``-fwd.fif`` or ``-fwd.fif.gz``.
    include : list of str
        Names of channels to keep; all if empty.
    exclude : list of str
        Names of channels to drop.
    ordered : bool
        Whether to put the channels in the order of ``include`` and require all of them.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    fwd : Forward
        The forward solution, MEG before EEG, with sources in its own coordinate frame. The
        lead field has the file's precision.

    Raises
    ------
    FormatError
        If the file is not a FIF file or has no forward solution.
    ChannelError
        If channels to keep are missing.

    See Also
    --------
    convert_forward_solution : Change its source orientations.
    write_forward_solution : Write a forward solution to a file.

    Examples
    --------
    >>> fwd.save("tone-fwd.fif")
    >>> read_forward_solution("tone-fwd.fif")
    <Forward | 32 MEG and 0 EEG channels, surface with 84 sources, free>
    """
    LOGGER.info("Reading the forward solution %s", fname)
    with FifFile(as_path(fname)) as fif:
        model = read_forward(fif)
    include, exclude = tuple(include), tuple(exclude)
    if include or exclude:
        model = pick_forward_channels(model, include, exclude, ordered=ordered)
    return Forward(model)


@public("leadfield")
@verbose_aware
def write_forward_solution(
    fname: str | Path,
    fwd: Forward,
    overwrite: bool = False,
    verbose: Verbose = None,
) -> None:
    """Write a forward solution to a FIF file, with the orientations it was made with.

    Parameters
    ----------
    fname : path-like
        The file, by custom ``-fwd.fif`` or ``-fwd.fif.gz``.
    fwd : Forward
        The forward solution.
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
    read_forward_solution : Read it back.

    Examples
    --------
    >>> write_forward_solution("tone-fwd.fif", fwd)
    """
    write_forward(as_path(fname), as_forward(fwd), overwrite=overwrite)
