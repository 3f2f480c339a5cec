"""Source morphs: estimates on the cortex of another subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar, final, overload

from numpy.typing import ArrayLike

from leadfield import summaries
from leadfield.api import interop
from leadfield.api.estimates.base_estimate import BaseSourceEstimate
from leadfield.api.interop.origin import kind_of
from leadfield.api.morph.compute import (
    check_volume_arguments,
    morph_between,
    morph_estimates,
    volume_morph_between,
)
from leadfield.base.checks import one_of
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.files import as_path
from leadfield.base.front_door import explain_absent_members, public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.morph.cortical import CorticalMorph
from leadfield.morph.hdf5 import read_morph_file, write_morph_file
from leadfield.morph.volumes import VolumeMorph

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from leadfield.api.estimates.source_estimate import SourceEstimate, VectorSourceEstimate
    from leadfield.api.sources.source_spaces import SourceSpaces
    from leadfield.base.arrays import Ints
    from leadfield.morph.cortical import Smooth

AnyMorph = CorticalMorph | VolumeMorph
GRADE = 5  # MNE-Python's default, about 3 mm between vertices
Stc = TypeVar("Stc", bound=BaseSourceEstimate)


@public("leadfield")
@final
@explain_absent_members
class SourceMorph:
    """Morph of estimates from one subject's cortex, or volume, to another's.

    Parameters
    ----------
    value : morph.cortical.CorticalMorph | morph.volumes.VolumeMorph
        The morph as a frozen value, see :func:`compute_source_morph`; or MNE-Python's
        ``SourceMorph`` of surfaces.

    See Also
    --------
    compute_source_morph : Compute a morph.
    read_source_morph : Read a morph from a file.
    """

    def __init__(self, value: AnyMorph) -> None:
        self.value = as_morph(value)

    @property
    def kind(self) -> Literal["surface", "volume"]:
        """``"surface"`` or ``"volume"``."""
        return "volume" if isinstance(self.value, VolumeMorph) else "surface"

    @property
    def subject_from(self) -> str:
        """Name of the subject to morph from."""
        return self.value.subject_from

    @property
    def subject_to(self) -> str:
        """Name of the subject to morph to."""
        return self.value.subject_to

    @property
    def vertices_to(self) -> list[Ints]:
        """Vertices of the left and the right hemisphere, or points of volumes, to morph to."""
        return list(self.value.vertices_to)

    @property
    def morph_mat(self) -> csr_array | None:
        """Sparse matrix (n_vertices, n_sources), left hemisphere first; None for volumes."""
        return None if isinstance(self.value, VolumeMorph) else self.value.matrix

    @property
    def vol_morph_mat(self) -> csr_array | None:
        """Sparse matrix (n_points, n_sources) of volumes, None for surfaces."""
        return self.value.matrix if isinstance(self.value, VolumeMorph) else None

    @property
    def spacing(self) -> int | None:
        """Grade of the icosahedron that selected the vertices, None without one."""
        return None if isinstance(self.value, VolumeMorph) else self.value.grade

    @property
    def smooth(self) -> Smooth:
        """Smoothing steps: a number, None to fill the cortex, or ``"nearest"``."""
        return None if isinstance(self.value, VolumeMorph) else self.value.smooth

    @property
    def xhemi(self) -> bool:
        """Whether hemispheres are exchanged."""
        return not isinstance(self.value, VolumeMorph) and self.value.crossed

    def to_mne(self) -> Any:
        """Make MNE-Python's morph of it.

        Returns
        -------
        morph : mne.SourceMorph
            The same morph, with arrays of its own.

        Raises
        ------
        InputError
            If it is of volumes: MNE-Python's of these are of another kind.
        MissingPackageError
            If MNE-Python is not installed: ``pip install mne``.

        Examples
        --------
        >>> morph.to_mne().save("to-template")  # doctest: +SKIP
        """
        return interop.morph_to_mne.morph_to_mne(_of_surfaces(self.value, "MNE-Python's morph"))

    def __repr__(self) -> str:
        facts = [
            f"{self.kind}, {self.subject_from} -> {self.subject_to}",
            f"spacing : {self.spacing}",
            f"smooth : {self.smooth}",
        ]
        return f"<SourceMorph | {', '.join(facts + ['xhemi'] * self.xhemi)}>"

    def _repr_html_(self) -> str:
        return summaries.facts_table("SourceMorph", summaries.morph_facts(self.value))

    @overload
    def apply(
        self,
        stc_from: Stc,
        output: Literal["stc"] = "stc",
        mri_resolution: Literal[False] = False,
        mri_space: Literal[False] | None = None,
        verbose: Verbose = None,
    ) -> Stc: ...

    @overload
    def apply(
        self,
        stc_from: Iterator[Stc],
        output: Literal["stc"] = "stc",
        mri_resolution: Literal[False] = False,
        mri_space: Literal[False] | None = None,
        verbose: Verbose = None,
    ) -> Iterator[Stc]: ...

    @overload
    def apply(
        self,
        stc_from: Sequence[Stc],
        output: Literal["stc"] = "stc",
        mri_resolution: Literal[False] = False,
        mri_space: Literal[False] | None = None,
        verbose: Verbose = None,
    ) -> list[Stc]: ...

    @verbose_aware
    def apply(
        self,
        stc_from: Stc | Iterator[Stc] | Sequence[Stc],
        output: Literal["stc"] = "stc",
        mri_resolution: Literal[False] = False,
        mri_space: Literal[False] | None = None,
        verbose: Verbose = None,
    ) -> Stc | Iterator[Stc] | list[Stc]:
        """Morph source estimates.

        Parameters
        ----------
        stc_from : SourceEstimate | VectorSourceEstimate | VolSourceEstimate | list | iterator
            The estimate, or several.
        output : str
            ``"stc"``; ``stc_to.as_volume(src_to)`` is an image of a volume.
        mri_resolution : bool
            False: it is for images.
        mri_space : bool | None
            None or False: it is for images.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        stc_to : SourceEstimate | VectorSourceEstimate | VolSourceEstimate | list | iterator
            The estimates of the other subject; an iterator morphs each when it is asked for.

        Raises
        ------
        MismatchError
            If an estimate is of another subject or has other sources.

        Notes
        -----
        Directions of vectors are not changed: they stay in the frame of the original subject.
        """
        one_of("output", output, ("stc",))
        one_of("mri_resolution", mri_resolution, (False,))
        one_of("mri_space", mri_space, (None, False))
        morphed: Stc | Iterator[Stc] | list[Stc] = morph_estimates(self.value, stc_from)
        return morphed

    @verbose_aware
    def save(
        self,
        fname: str | Path,
        overwrite: bool = False,
        verbose: Verbose = None,
    ) -> None:
        """Save the morph to an HDF5 file.

        Parameters
        ----------
        fname : path-like
            The file; ``-morph.h5`` is added if it does not end with ``.h5``.
        overwrite : bool
            Whether an existing file may be replaced.
        verbose : bool | str | int | None
            Verbosity.

        Raises
        ------
        InputError
            If it is of volumes: it takes less time to compute than to read.
        MissingPackageError
            If h5py is not installed.
        OverwriteError
            If the file exists and may not be replaced.

        See Also
        --------
        read_source_morph : Read it back.
        """
        path = as_path(fname)
        if path.suffix != ".h5":
            path = path.with_name(f"{path.name}-morph.h5")
        write_morph_file(path, _of_surfaces(self.value, "a file"), overwrite=overwrite)


def _of_surfaces(value: AnyMorph, purpose: str) -> CorticalMorph:
    if isinstance(value, VolumeMorph):
        msg = f"{purpose} must be of surfaces, this morph is of volumes: compute it again instead"
        raise InputError(msg)
    return value


def as_morph(morph: object) -> AnyMorph:
    """The value of a SourceMorph, leadfield's or MNE-Python's."""
    value = getattr(morph, "value", morph)
    if isinstance(value, CorticalMorph | VolumeMorph):
        return value
    taken = interop.morph.morph_from_mne(morph)
    if taken is None:
        msg = f"value must be a morph, got {kind_of(morph)}"
        raise ArgumentTypeError(msg)
    return taken


@public("leadfield")
def read_source_morph(fname: str | Path) -> SourceMorph:
    """Read a morph of cortices from an HDF5 file.

    Parameters
    ----------
    fname : path-like
        The file.

    Returns
    -------
    morph : SourceMorph
        The morph.

    Raises
    ------
    FormatError
        If the file is no such file, or holds a morph of volumes.
    MissingPackageError
        If h5py is not installed.

    See Also
    --------
    compute_source_morph : Compute a morph.

    Examples
    --------
    >>> from leadfield import compute_source_morph
    >>> morph = compute_source_morph(src, None, "fsaverage5", subjects_dir, spacing=3)
    >>> morph.save("to-template")
    >>> read_source_morph("to-template-morph.h5").apply(stc).shape
    (1284, 71)
    """
    return SourceMorph(read_morph_file(fname))


@public("leadfield")
@verbose_aware
def compute_source_morph(
    src: SourceSpaces | SourceEstimate | VectorSourceEstimate,
    subject_from: str | None = None,
    subject_to: str | None = "fsaverage",
    subjects_dir: str | Path | None = None,
    zooms: Literal["auto"] = "auto",
    niter_affine: tuple[int, ...] = (100, 100, 10),
    niter_sdr: tuple[int, ...] = (5, 5, 3),
    spacing: int | Sequence[ArrayLike] | None = GRADE,
    smooth: Smooth = None,
    warn: bool = True,
    xhemi: bool = False,
    sparse: bool = False,
    src_to: SourceSpaces | None = None,
    precompute: Literal[False] = False,
    verbose: Verbose = None,
    *,
    talairach: bool = False,
) -> SourceMorph:
    """Compute the morph from one subject's sources to another's cortex or volume.

    On the cortex, values are first smoothed (``smooth``). On the spheres that FreeSurfer has
    registered to each other, each vertex of the other cortex then lies in a triangle of this
    one, and takes the weighted mean of its corners.

    In volumes (``talairach=True``), each target takes the values of the sources around the
    place that has its MNI coordinates, by the linear transforms that FreeSurfer found for both
    subjects.

    Parameters
    ----------
    src : SourceSpaces | SourceEstimate | VectorSourceEstimate
        The sources, or an estimate that has them, on both hemispheres' surfaces; or source
        spaces of volumes on one grid.
    subject_from : str | None
        Name of the subject; None takes that of ``src``.
    subject_to : str | None
        Name of the other subject; None takes that of ``src_to``.
    subjects_dir : path-like | None
        Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
    zooms : str
        For registrations of images, of which none is made: leave it at ``"auto"``.
    niter_affine, niter_sdr : tuple of int
        For registrations of images: leave them at their defaults.
    spacing : int | list of array | None
        The vertices to morph to: those nearest to an icosahedron of this grade (5 has 10242 a
        hemisphere), two arrays of vertex numbers, or None for all. ``src_to`` takes precedence.
    smooth : int | None | str
        How often each vertex takes the mean of itself and those neighbours that have a
        value; None goes on until all have one; ``"nearest"`` gives each the value of the
        nearest source.
    warn : bool
        Whether to warn if ``smooth`` leaves vertices without a value.
    xhemi : bool
        Whether to exchange hemispheres. Needs one subject with ``sphere.left_right``
        surfaces, as ``fsaverage_sym`` has.
    sparse : bool
        Whether to move each source to one vertex as it is, without spreading. Needs
        ``spacing=None``.
    src_to : SourceSpaces | None
        Source spaces of the other subject to morph to, which volumes need.
    precompute : bool
        For registrations of images: leave it False.
    verbose : bool | str | int | None
        Verbosity.
    talairach : bool
        Whether to morph volumes, by ``mri/transforms/talairach.xfm`` of both subjects. MNE-Python
        registers the images instead, which is more precise, and takes minutes.

    Returns
    -------
    morph : SourceMorph
        The morph.

    Raises
    ------
    InputError
        If an argument cannot be used, such as a volume.
    MismatchError
        If sources and subjects do not belong together.
    MissingFileError
        If a subject or its registered sphere is not there.

    See Also
    --------
    SourceMorph.apply : Morph source estimates.

    Notes
    -----
    The registration is FreeSurfer's [1]_; comparing hemispheres is best done on a
    symmetric brain [2]_. The map between two subjects is computed each time, which is
    faster than reading a saved one with all vertices.

    References
    ----------
    .. [1] Fischl, Sereno, Tootell & Dale 1999, Hum Brain Mapp 8:272.
    .. [2] Greve et al. 2013, J Cogn Neurosci 25:1477.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield.datasets import template
    >>> from leadfield import SourceEstimate
    >>> stc = SourceEstimate(
    ...     np.ones((4, 1)), [np.array([0, 5]), np.array([3, 9])], 0, 1, subject="fsaverage5"
    ... )
    >>> morph = compute_source_morph(
    ...     stc, subject_to="fsaverage5", subjects_dir=template.data_path(), spacing=3
    ... )
    >>> morph.apply(stc).shape
    (1284, 1)
    """
    check_volume_arguments(
        zooms=zooms, precompute=precompute, niter_affine=niter_affine, niter_sdr=niter_sdr
    )
    if talairach:
        known = {"spacing": (spacing, GRADE), "smooth": (smooth, None)}
        for name, (given, default) in known.items():
            if not (given is default or given == default):
                msg = f"{name} is for surfaces: leave it at {default!r} with talairach=True"
                raise InputError(msg)
        if xhemi or sparse:
            msg = "xhemi and sparse are for surfaces: leave them False with talairach=True"
            raise InputError(msg)
        morph = volume_morph_between((src, subject_from), (src_to, subject_to), subjects_dir)
        return SourceMorph(morph)
    return SourceMorph(
        morph_between(
            (src, subject_from),
            (src_to, subject_to),
            subjects_dir,
            spacing,
            smooth,
            xhemi=xhemi,
            sparse=sparse,
            warn_missing=warn,
        )
    )
