"""Coordinate transforms: ``CoordinateTransform``, ``read_trans``, ``write_trans``."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, ClassVar, Literal, final, overload

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api import interop
from leadfield.api.interop.origin import kind_of
from leadfield.api.mapping_view import MappingView
from leadfield.base.checks import looked_up
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.recording.fif.positions import load_transforms, save_transform
from leadfield.recording.frames import Frame, frame_name
from leadfield.recording.frames import Transform as Value

FrameName = Literal[
    "unknown",
    "meg",
    "head",
    "mri",
    "mri_voxel",
    "ras",
    "mri_tal",
    "fs_tal",
    "ctf_meg",
    "ctf_head",
]
FRAME_NAMES = {
    "unknown": Frame.UNKNOWN,
    "meg": Frame.DEVICE,
    "head": Frame.HEAD,
    "mri": Frame.MRI,
    "mri_voxel": Frame.MRI_VOXEL,
    "ras": Frame.RAS,
    "mri_tal": Frame.MNI_TALAIRACH,
    "fs_tal": Frame.TALAIRACH,
    "ctf_meg": Frame.CTF_DEVICE,
    "ctf_head": Frame.CTF_HEAD,
}
# What people read, as in MNE-Python.
FRAME_WORDS = {
    int(Frame.UNKNOWN): "unknown",
    int(Frame.DEVICE): "MEG device",
    int(Frame.ISOTRAK): "isotrak",
    int(Frame.HPI): "hpi",
    int(Frame.HEAD): "head",
    int(Frame.MRI): "MRI (surface RAS)",
    int(Frame.MRI_VOXEL): "MRI voxel",
    int(Frame.CTF_DEVICE): "CTF MEG device",
    int(Frame.CTF_HEAD): "CTF/4D/KIT head",
    int(Frame.RAS): "RAS (non-zero origin)",
    int(Frame.MNI_TALAIRACH): "MNI Talairach",
    int(Frame.TALAIRACH): "FS Talairach",
}


def as_frame(name: str, frame: str | int) -> int:
    """Number of a frame given by name or number."""
    return looked_up(name, frame, FRAME_NAMES) if isinstance(frame, str) else int(frame)


@final
@public("leadfield")
class CoordinateTransform(MappingView):
    """Transform from one coordinate frame to another.

    Parameters
    ----------
    fro, to : str | int
        The frames: ``"head"``, ``"mri"``, ``"meg"`` (the device), ``"mri_voxel"``,
        ``"ras"``, ``"mri_tal"``, ``"fs_tal"``, ``"ctf_head"``, ``"ctf_meg"``,
        ``"unknown"``, or FIF's numbers.
    trans : array_like, shape (4, 4) | None
        The matrix, for positions in m; None for the identity.

    Examples
    --------
    >>> CoordinateTransform("head", "mri")["trans"].shape
    (4, 4)
    """

    _noun = "a transform"
    _getters: ClassVar[Mapping[str, Callable[[Value], Any]]] = {
        "from": lambda transform: transform.source,
        "to": lambda transform: transform.target,
        "trans": lambda transform: transform.matrix,
    }

    def __init__(
        self, fro: FrameName | int, to: FrameName | int, trans: ArrayLike | None = None
    ) -> None:
        matrix = np.eye(4) if trans is None else np.asarray(trans, np.float64)
        self._value = Value(source=as_frame("fro", fro), target=as_frame("to", to), matrix=matrix)

    @property
    def value(self) -> Value:
        """The transform, as a value that cannot be changed."""
        return self._value

    @property
    def from_str(self) -> str:
        """Name of the source frame."""
        return FRAME_WORDS.get(self.value.source, frame_name(self.value.source))

    @property
    def to_str(self) -> str:
        """Name of the target frame."""
        return FRAME_WORDS.get(self.value.target, frame_name(self.value.target))

    def to_mne(self) -> Any:
        """Make MNE-Python's transform of it.

        Returns
        -------
        trans : mne.transforms.Transform
            The same transform, with a matrix of its own.

        Raises
        ------
        MissingPackageError
            If MNE-Python is not installed: ``pip install mne``.
        """
        return interop.transforms_to_mne.transform_to_mne(self.value)

    def __repr__(self) -> str:
        matrix = np.array2string(self.value.matrix, suppress_small=True)
        return f"<CoordinateTransform | {self.from_str}->{self.to_str}>\n{matrix}"


# MNE-Python's name for it, which is that of the value inside here.
Transform = CoordinateTransform


def coordinate_transform_of(value: Value) -> CoordinateTransform:
    """The transform as users hold it."""
    return CoordinateTransform(value.source, value.target, value.matrix)


@overload
def read_trans(
    fname: str | Path, return_all: Literal[False] = False, verbose: Verbose = None
) -> CoordinateTransform: ...
@overload
def read_trans(
    fname: str | Path, return_all: Literal[True], verbose: Verbose = None
) -> list[CoordinateTransform]: ...
@public("leadfield")
@verbose_aware
def read_trans(
    fname: str | Path,
    return_all: bool = False,
    verbose: Verbose = None,
) -> CoordinateTransform | list[CoordinateTransform]:
    """Read a transform from a ``-trans.fif`` file.

    Parameters
    ----------
    fname : path-like
        The file.
    return_all : bool
        Whether to return all transforms in the file, or only the first.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    trans : CoordinateTransform | list of CoordinateTransform
        The transform, or all of them as a list.

    Raises
    ------
    FormatError
        If the file is not a FIF file or has no transform.

    See Also
    --------
    write_trans : Write a transform.

    Examples
    --------
    >>> from leadfield import write_trans
    >>> write_trans("head-trans.fif", trans)
    >>> read_trans("head-trans.fif").to_str
    'MRI (surface RAS)'
    """
    found = [coordinate_transform_of(value) for value in load_transforms(fname)]
    return found if return_all else found[0]


@public("leadfield")
@verbose_aware
def write_trans(
    fname: str | Path,
    trans: CoordinateTransform,
    *,
    overwrite: bool = False,
    verbose: Verbose = None,
) -> None:
    """Write a transform to a ``-trans.fif`` file.

    Parameters
    ----------
    fname : path-like
        The file.
    trans : CoordinateTransform
        The transform.
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
    read_trans : Read a transform.

    Examples
    --------
    >>> import tempfile
    >>> fname = tempfile.mkdtemp() + "/sub-trans.fif"
    >>> write_trans(fname, CoordinateTransform("head", "mri"))
    >>> read_trans(fname).to_str
    'MRI (surface RAS)'
    """
    save_transform(fname, as_transform(trans), overwrite=overwrite)


def as_transform(trans: object) -> Value:
    """The value of a transform, of MNE-Python's, or of a mapping with the same keys."""
    if isinstance(trans, CoordinateTransform):
        return trans.value
    if isinstance(trans, Value):
        return trans
    taken = interop.transforms.transform_from_mne(trans)
    if taken is not None:
        return taken
    keys = ("from", "to", "trans")
    if isinstance(trans, Mapping) and all(key in trans for key in keys):
        return CoordinateTransform(*(trans[key] for key in keys)).value
    msg = f"a transform must be a CoordinateTransform, got {kind_of(trans)}"
    raise ArgumentTypeError(msg)
