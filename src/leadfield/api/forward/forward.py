"""Forward models as users hold them, read and written."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from leadfield.api.recording.info import Info
from leadfield.api.recording.transforms import coordinate_transform_of
from leadfield.api.sources.source_spaces import SourceSpaces
from leadfield.base.arrays import Floats
from leadfield.base.errors import ArgumentTypeError, UnknownNameError
from leadfield.base.files import as_path
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.base.public import public
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
    "source_rr": lambda model: model.sources.positions,
    "source_nn": lambda model: model.orientations,
}


@public("leadfield")
class Forward(Mapping[str, Any]):
    """What each sensor sees of a unit dipole at each source, with MNE-Python's keys.

    ``fwd["sol"]["data"]`` (n_channels, n_columns) is the lead field in T, T/m or V per A·m,
    ``fwd["src"]`` the source spaces, ``fwd["info"]`` the channels, ``fwd["source_rr"]`` and
    ``fwd["source_nn"]`` positions in m and the columns' unit vectors.

    Parameters
    ----------
    value : forward.model.ForwardModel
        The forward model; users get theirs from files and :func:`make_forward_solution`.

    See Also
    --------
    read_forward_solution : Read one.
    convert_forward_solution : Turn its orientations.

    Examples
    --------
    >>> fwd["sol"]["data"].shape  # channels, three components a source
    (32, 252)
    """

    def __init__(self, value: ForwardModel) -> None:
        self._value = value
        self._info = Info(value.info)

    @property
    def value(self) -> ForwardModel:
        """The forward model, with the bads that its information has by now."""
        if self._info.value is not self._value.info:
            self._value = replace(self._value, info=self._info.value)
        return self._value

    def become(self, value: ForwardModel) -> "Forward":
        """Hold another model from now on.

        Parameters
        ----------
        value : forward.model.ForwardModel
            The other model.

        Returns
        -------
        fwd : Forward
            This object.
        """
        self._value, self._info = value, Info(value.info)
        return self

    def __getitem__(self, key: str) -> Any:
        if key == "info":
            return self._info
        if key not in GETTERS:
            msg = f"a forward model has {', '.join(map(repr, self))}, got {key!r}"
            raise UnknownNameError(msg)
        return GETTERS[key](self.value)

    def __iter__(self) -> Iterator[str]:
        return iter(("info", *GETTERS))

    def __len__(self) -> int:
        return len(GETTERS) + 1

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Forward) and self.value is other.value

    __hash__ = None  # type: ignore[assignment]

    @property
    def ch_names(self) -> list[str]:
        """Names of the channels."""
        return list(self.value.channels.names)

    def copy(self) -> "Forward":
        """Another holder of the same model.

        Returns
        -------
        fwd : Forward
            Changes to it leave this one alone.
        """
        return Forward(self.value)

    def pick_channels(self, ch_names: Iterable[str], ordered: bool = False) -> "Forward":
        """Keep some channels, in place.

        Parameters
        ----------
        ch_names : list of str
            Their names.
        ordered : bool
            Whether they come in the order of ``ch_names``, and all must be there.

        Returns
        -------
        fwd : Forward
            This object.
        """
        return self.become(pick_forward_channels(self.value, ch_names, ordered=ordered))

    def save(
        self,
        fname: str | Path,
        *,
        overwrite: bool = False,
        verbose: Verbose = None,
    ) -> None:
        """Write the model to a file, as it was before its orientations were turned.

        Parameters
        ----------
        fname : path-like
            The file, by custom ``-fwd.fif`` or ``-fwd.fif.gz``.
        overwrite : bool
            Whether a file that is there may be replaced.
        verbose : bool | str | int | None
            How much to tell.
        """
        write_forward_solution(fname, self, overwrite=overwrite, verbose=verbose)

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


def as_forward(forward: Any) -> ForwardModel:
    """The value of a Forward."""
    if isinstance(forward, Forward):
        return forward.value
    if isinstance(forward, ForwardModel):
        return forward
    msg = f"forward must be a Forward, got {type(forward).__name__}"
    raise ArgumentTypeError(msg)


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
    """Read a forward model, also called lead field, from a FIF file.

    Parameters
    ----------
    fname : path-like
        The file, by custom ``-fwd.fif`` or ``-fwd.fif.gz``.
    include : list of str
        Channels to keep; all if empty.
    exclude : list of str
        Channels to leave out.
    ordered : bool
        Whether channels come in the order of ``include``, and all must be there.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    fwd : Forward
        The model, MEG before EEG, sources in its own coordinate frame. The lead field has
        the file's precision.

    Raises
    ------
    FormatError
        If the file is no FIF file or holds no forward model.
    ChannelError
        If channels to keep are not there.

    See Also
    --------
    convert_forward_solution : Turn its orientations.
    write_forward_solution : Write one.

    Examples
    --------
    >>> fwd.save("tone-fwd.fif")
    >>> read_forward_solution("tone-fwd.fif")
    <Forward | 32 MEG and 0 EEG channels, surface with 84 sources, free>
    """
    LOGGER.info("Reading the forward model %s", fname)
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
    """Write a forward model to a FIF file, as it was before its orientations were turned.

    Parameters
    ----------
    fname : path-like
        The file, by custom ``-fwd.fif`` or ``-fwd.fif.gz``.
    fwd : Forward
        The model.
    overwrite : bool
        Whether a file that is there may be replaced.
    verbose : bool | str | int | None
        How much to tell.

    Raises
    ------
    OverwriteError
        If the file is there and may not be replaced.

    See Also
    --------
    read_forward_solution : Read it back.

    Examples
    --------
    >>> write_forward_solution("tone-fwd.fif", fwd)
    """
    write_forward(as_path(fname), as_forward(fwd), overwrite=overwrite)
