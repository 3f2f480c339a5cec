"""Dipoles as users hold them: ``Dipole``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self, final

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api import interop
from leadfield.api.forward.head_places import places_in_mni, places_in_mri, structures_at
from leadfield.api.forward.plot_dipole import draw_locations, plot_dipole_amplitudes
from leadfield.base.errors import ArgumentTypeError, OutOfRangeError
from leadfield.base.files import as_path
from leadfield.base.front_door import explain_absent_members, public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.forward.dipole_records import write_dipole_records
from leadfield.forward.dipole_text import write_dipole_text
from leadfield.forward.dipoles import Dipoles

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from leadfield.api.recording.transforms import CoordinateTransform
    from leadfield.base.arrays import Floats, Ints

RECORDS = ".bdip"  # how the names of binary files end


@public("leadfield")
@final
@explain_absent_members
class Dipole:
    """Dipoles, each at a time: where and along what, how strong, and how well it fits.

    Arrays can be changed in place, but for ``times``. An index, a slice or a mask chooses some.

    Parameters
    ----------
    times : array_like, shape (n_dipoles,)
        Times in s.
    pos : array_like, shape (n_dipoles, 3)
        Places in m, in head coordinates.
    amplitude : array_like, shape (n_dipoles,)
        Strengths in A·m.
    ori : array_like, shape (n_dipoles, 3)
        Unit vectors along the dipoles.
    gof : array_like, shape (n_dipoles,)
        Goodness of fit in %.
    name : str | None
        Name of the dipole.
    conf : dict of array_like, shape (n_dipoles,) | None
        Confidence limits of the fits: ``"vol"`` in m³; ``"depth"``, ``"long"`` and ``"trans"``,
        of the place, in m; ``"qlong"`` and ``"qtrans"``, of the strength, in A·m.
    khi2 : array_like, shape (n_dipoles,) | None
        Chi squared of the fits.
    nfree : array_like, shape (n_dipoles,) | None
        Number of free parameters of the fits.
    verbose : bool | str | int | None
        Verbosity.

    Raises
    ------
    InputError
        If numbers do not fit together, or places are not finite.

    See Also
    --------
    read_dipole : Reads dipoles from a file.
    make_forward_dipole : What sensors measure of it.

    Examples
    --------
    >>> dipole = Dipole([0.1, 0.2], [[0, 0.03, 0.06]] * 2, [2e-8, 3e-8], [[1, 0, 0]] * 2, [90, 95])
    >>> dipole[dipole.gof > 92]
    <Dipole | 1 at 0.2 to 0.2 s>
    """

    __slots__ = ("_arrays", "_conf", "_name", "_times")
    _times: Floats
    _name: str | None

    @verbose_aware
    def __init__(
        self,
        times: ArrayLike,
        pos: ArrayLike,
        amplitude: ArrayLike,
        ori: ArrayLike,
        gof: ArrayLike,
        name: str | None = None,
        conf: Mapping[str, ArrayLike] | None = None,
        khi2: ArrayLike | None = None,
        nfree: ArrayLike | None = None,
        *,
        verbose: Verbose = None,
    ) -> None:
        limits = {key: np.asarray(value, np.float64) for key, value in (conf or {}).items()}
        self.value = Dipoles(
            times=np.asarray(times, np.float64),
            positions=np.asarray(pos, np.float64),
            amplitudes=np.asarray(amplitude, np.float64),
            orientations=np.asarray(ori, np.float64),
            fit=np.asarray(gof, np.float64),
            name=name,
            confidence=limits,
            chi_squared=None if khi2 is None else np.asarray(khi2, np.float64),
            n_free=None if nfree is None else np.asarray(nfree, np.float64),
        )

    @property
    def value(self) -> Dipoles:
        """The dipoles as a frozen value, whose arrays are read-only views of these.

        Nothing is copied, so changes of arrays show in it: ``dipole.copy().value`` stands
        alone. Setting it copies the arrays of the new value.
        """
        return Dipoles(
            times=self._times, name=self._name, confidence=dict(self._conf), **self._arrays
        )

    @value.setter
    def value(self, value: Dipoles) -> None:
        names = ("positions", "amplitudes", "orientations", "fit", "chi_squared", "n_free")
        held = {name: getattr(value, name) for name in names}
        self._times, self._name = value.times, value.name
        self._conf = {name: limits.copy() for name, limits in value.confidence.items()}
        self._arrays: dict[str, Any] = {
            name: None if array is None else array.copy() for name, array in held.items()
        }

    @property
    def times(self) -> Floats:
        """Times in s."""
        return self._times

    @property
    def pos(self) -> Floats:
        """Places (n_dipoles, 3) in m, in head coordinates."""
        found: Floats = self._arrays["positions"]
        return found

    @property
    def amplitude(self) -> Floats:
        """Strengths in A·m."""
        found: Floats = self._arrays["amplitudes"]
        return found

    @property
    def ori(self) -> Floats:
        """Unit vectors (n_dipoles, 3) along the dipoles."""
        found: Floats = self._arrays["orientations"]
        return found

    @property
    def gof(self) -> Floats:
        """Goodness of fit in %."""
        found: Floats = self._arrays["fit"]
        return found

    @property
    def name(self) -> str | None:
        """Name of the dipole; can be set."""
        return self._name

    @name.setter
    def name(self, name: str) -> None:
        given: Any = name
        if not isinstance(given, str):
            msg = f"name must be a string, got {name!r}"
            raise ArgumentTypeError(msg)
        self._name = name

    @property
    def conf(self) -> dict[str, Floats]:
        """Confidence limits of the fits, by name."""
        return self._conf

    @property
    def khi2(self) -> Floats | None:
        """Chi squared of the fits, if known."""
        found: Floats | None = self._arrays["chi_squared"]
        return found

    @property
    def nfree(self) -> Floats | None:
        """Number of free parameters of the fits, if known."""
        found: Floats | None = self._arrays["n_free"]
        return found

    def __len__(self) -> int:
        return len(self._times)

    def __getitem__(self, item: int | slice | ArrayLike) -> Dipole:
        return dipole_of(self.value.take(_rows(item, len(self))))

    def __repr__(self) -> str:
        name = "" if self.name is None else f"{self.name}, "
        first, last = self.times.min(), self.times.max()
        return f"<Dipole | {name}{len(self)} at {first:g} to {last:g} s>"

    def __reduce__(self) -> tuple[Any, ...]:
        return dipole_of, (self.value,)

    def copy(self) -> Dipole:
        """Copy the dipoles, arrays included.

        Returns
        -------
        dipole : Dipole
            Changes to it leave this one alone.
        """
        return dipole_of(self.value)

    @verbose_aware
    def crop(
        self,
        tmin: float | None = None,
        tmax: float | None = None,
        include_tmax: bool = True,
        verbose: Verbose = None,
    ) -> Self:
        """Keep the dipoles between two times, in place.

        Parameters
        ----------
        tmin, tmax : float | None
            Ends in s; None for those there are.
        include_tmax : bool
            Whether to keep what is at ``tmax``.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        self : Dipole
            The object itself.

        Raises
        ------
        InputError
            If there is none.
        """
        self.value = self.value.crop(tmin, tmax, include_tmax=include_tmax)
        return self

    @verbose_aware
    def save(self, fname: str | Path, overwrite: bool = False, *, verbose: Verbose = None) -> None:
        """Write to a text file, or to a binary one of Xfit's.

        Parameters
        ----------
        fname : path-like
            The file. ``.bdip`` is binary, in single precision and without ``name`` and
            ``nfree``. All others are text, by custom ``.dip``, rounded to 0.1 ms, 0.01 mm,
            0.001 nA·m and 0.01 %.
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
        read_dipole : Reads it back.

        Examples
        --------
        >>> dipole = Dipole([0.1], [[0, 0.03, 0.06]], [2e-8], [[1, 0, 0]], [90], "tone")
        >>> dipole.save("tone.dip")
        >>> read_dipole("tone.dip")
        <Dipole | tone, 1 at 0.1 to 0.1 s>
        """
        path = as_path(fname)
        write = write_dipole_records if path.suffix == RECORDS else write_dipole_text
        write(path, self.value, overwrite=overwrite)
        LOGGER.info("Wrote %d dipoles to %s", len(self), path)

    @verbose_aware
    def to_mri(
        self,
        subject: str,  # noqa: ARG002 - the transform says all
        trans: CoordinateTransform | str | Path | None,
        subjects_dir: str | Path | None = None,  # noqa: ARG002
        verbose: Verbose = None,
    ) -> Floats:
        """Get places in MRI coordinates, FreeSurfer's surface RAS.

        Parameters
        ----------
        subject : str
            Accepted for compatibility with MNE-Python; it has no effect.
        trans : CoordinateTransform | path-like | "fsaverage" | None
            The transform between head and MRI coordinates; None if both are the same.
        subjects_dir : path-like | None
            Accepted for compatibility with MNE-Python; it has no effect.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        pos_mri : ndarray, shape (n_dipoles, 3)
            The places in mm.

        Examples
        --------
        >>> Dipole([0.1], [[0, 0.03, 0.06]], [2e-8], [[1, 0, 0]], [90]).to_mri("sample", None)
        array([[ 0., 30., 60.]])
        """
        return places_in_mri(self.pos, trans)

    @verbose_aware
    def to_mni(
        self,
        subject: str,
        trans: CoordinateTransform | str | Path | None,
        subjects_dir: str | Path | None = None,
        verbose: Verbose = None,
    ) -> Floats:
        """Get places in MNI coordinates, by the subject's linear transform.

        Parameters
        ----------
        subject : str
            The subject, with ``mri/transforms/talairach.xfm`` and ``mri/orig.mgz`` or
            ``mri/T1.mgz``.
        trans : CoordinateTransform | path-like | "fsaverage" | None
            The transform between head and MRI coordinates; None if both are the same.
        subjects_dir : path-like | None
            Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        pos_mni : ndarray, shape (n_dipoles, 3)
            The places in mm.

        Raises
        ------
        MissingFileError
            If a file is not there.
        """
        return places_in_mni(self.pos, subject, trans, subjects_dir)

    @verbose_aware
    def to_volume_labels(
        self,
        trans: CoordinateTransform | str | Path | None,
        subject: str = "fsaverage",
        aseg: str = "aparc+aseg",
        subjects_dir: str | Path | None = None,
        verbose: Verbose = None,
    ) -> list[str]:
        """Find the structures that dipoles are in.

        Parameters
        ----------
        trans : CoordinateTransform | path-like | "fsaverage" | None
            The transform between head and MRI coordinates; None if both are the same.
        subject : str
            The subject.
        aseg : str
            The segmentation in the subject's ``mri`` folder, without ``.mgz``; ``"auto"`` for
            ``"aparc+aseg"``, or else ``"wmparc"``.
        subjects_dir : path-like | None
            Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        labels : list of str
            Names of FreeSurfer's table; ``"Unknown"`` outside of all structures.

        Raises
        ------
        MissingFileError
            If the segmentation is not there.
        """
        return structures_at(self.pos, trans, subject, aseg, subjects_dir)

    def to_mne(self) -> Any:
        """Make MNE-Python's dipoles of it.

        Returns
        -------
        dipole : mne.Dipole
            The same dipoles, with arrays of their own.

        Raises
        ------
        MissingPackageError
            If MNE-Python is not installed: ``pip install mne``.

        Examples
        --------
        >>> dipole.to_mne().plot_locations(trans, "sample", mode="arrow")  # doctest: +SKIP
        """
        return interop.dipoles_to_mne.dipoles_to_mne(self.value)

    def plot_amplitudes(self, color: Any = "k", show: bool = True) -> Figure:
        """Plot the strengths over time.

        Parameters
        ----------
        color : color
            The color of the line.
        show : bool
            Whether to show the figure, if the Matplotlib backend is interactive.

        Returns
        -------
        fig : matplotlib.figure.Figure
            The figure.
        """
        return plot_dipole_amplitudes([self], [color], show)

    @verbose_aware
    def plot_locations(
        self,
        trans: CoordinateTransform | str | Path | None,
        subject: str | None,
        subjects_dir: str | Path | None = None,
        mode: Literal["orthoview"] = "orthoview",
        coord_frame: Literal["mri", "head"] = "mri",
        idx: int | Literal["gof", "amplitude"] = "gof",
        show_all: bool = True,
        ax: Any = None,
        block: bool = False,
        show: bool = True,
        scale: float | None = None,
        color: Any = None,
        *,
        highlight_color: Any = "r",
        fig: None = None,
        title: str | None = None,
        head_source: Any = "seghead",
        surf: str | None = "pial",
        width: float | None = None,
        verbose: Verbose = None,
    ) -> Figure:
        """Plot where the dipoles are, in three slices of the MRI through one of them.

        Parameters
        ----------
        trans : CoordinateTransform | path-like | "fsaverage" | None
            The transform between head and MRI coordinates; None if both are the same.
        subject : str
            The subject, with ``mri/T1.mgz``.
        subjects_dir : path-like | None
            Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
        mode : "orthoview"
            MNE-Python's other modes need its surfaces or its 3-D library.
        coord_frame : "mri" | "head"
            The coordinates, whose axes the slices are across.
        idx : int | "gof" | "amplitude"
            The dipole that the slices go through: its number, or the one that fits best or is
            strongest.
        show_all : bool
            Whether to mark the other dipoles, too.
        ax : list of Axes | None
            Three Matplotlib axes to plot in: sagittal, coronal, axial.
        block : bool
            Whether to wait until the window is closed.
        show : bool
            Whether to show the figure, if the Matplotlib backend is interactive.
        scale : float | None
            Length of the arrows in m, None for 0.01.
        color : color | None
            Color of the dipoles; None for yellow, or red without ``show_all``.
        highlight_color : color
            Color of the one dipole among all.
        fig : None
            Must be None: it belongs to other modes.
        title : str | None
            Title of the figure; None for what the one dipole is.
        head_source, surf : str
            Have no effect: they belong to other modes.
        width : float | None
            Width of the arrows, as a share of a panel's.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        fig : matplotlib.figure.Figure
            The figure.
        """
        return draw_locations(self.value, locals())


def dipole_of(value: Dipoles) -> Dipole:
    """Dipoles with copies of the arrays of a value."""
    dipole = Dipole.__new__(Dipole)
    dipole.value = value
    return dipole


def _rows(item: Any, n: int) -> Ints:
    """Rows of a number, a slice, numbers or a mask."""
    try:
        rows: Ints = np.atleast_1d(np.arange(n)[item])
    except IndexError as error:
        msg = f"dipoles are chosen by numbers below {n}, a slice or a mask, got {item!r}"
        raise OutOfRangeError(msg) from error
    return rows.ravel()
