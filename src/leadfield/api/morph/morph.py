"""Source morphs: estimates on the cortex of another subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar, final, overload

from numpy.typing import ArrayLike

from leadfield import summaries
from leadfield.api import interop
from leadfield.api.estimates.as_morph import as_morph
from leadfield.api.estimates.base_estimate import BaseSourceEstimate
from leadfield.api.morph.apply import apply_morph
from leadfield.api.morph.compute import compute_any_morph
from leadfield.base.files import as_path
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.morph.hdf5 import read_morph_file, write_morph_file
from leadfield.morph.mixed import Morph, cortex_and_volumes
from leadfield.morph.source_morph_fields import fields_of_morph

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from leadfield.api.estimates.source_estimate import SourceEstimate, VectorSourceEstimate
    from leadfield.api.estimates.volume_estimate import VolSourceEstimate, VolVectorSourceEstimate
    from leadfield.api.sources.source_spaces import SourceSpaces
    from leadfield.base.arrays import Floats, Ints
    from leadfield.estimates.source_courses import Kind
    from leadfield.morph.cortical import CorticalMorph, Smooth
    from leadfield.morph.volumes import VolumeMorph

GRADE = 5  # MNE-Python's default, about 3 mm between vertices
Stc = TypeVar("Stc", bound=BaseSourceEstimate)


@public("leadfield")
@final
class SourceMorph:
    """Morph of estimates from one subject's cortex, volumes, or both, to another's.

    Parameters
    ----------
    value : morph.cortical.CorticalMorph | morph.volumes.VolumeMorph | morph.mixed.MixedMorph
        The morph as a frozen value, see :func:`compute_source_morph`; or MNE-Python's
        ``SourceMorph``.

    See Also
    --------
    compute_source_morph : Compute a morph.
    read_source_morph : Read a morph from a file.
    """

    def __init__(self, value: Morph) -> None:
        self.value = as_morph(value)

    @property
    def _cortex(self) -> CorticalMorph | None:
        return cortex_and_volumes(self.value)[0]

    @property
    def _volumes(self) -> VolumeMorph | None:
        return cortex_and_volumes(self.value)[1]

    @property
    def kind(self) -> Kind:
        """``"surface"``, ``"volume"`` or ``"mixed"``."""
        return self.value.kind

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
        """Vertices of the left and the right hemisphere, then points of volumes, to morph to."""
        return list(self.value.vertices_to)

    @property
    def morph_mat(self) -> csr_array | None:
        """Sparse matrix (n_vertices, n_sources), left hemisphere first; None for volumes."""
        return None if self._cortex is None else self._cortex.matrix.as_csr()

    @property
    def vol_morph_mat(self) -> csr_array | None:
        """Sparse matrix (n_points, n_sources) of volumes, None for surfaces."""
        return None if self._volumes is None else self._volumes.matrix

    @property
    def spacing(self) -> int | None:
        """Grade of the icosahedron that selected the vertices, None without one."""
        return None if self._cortex is None else self._cortex.grade

    @property
    def smooth(self) -> Smooth:
        """Smoothing steps: a number, None to fill the cortex, or ``"nearest"``."""
        return None if self._cortex is None else self._cortex.smooth

    @property
    def xhemi(self) -> bool:
        """Whether hemispheres are exchanged."""
        return self._cortex is not None and self._cortex.crossed

    @property
    def zooms(self) -> tuple[float, float, float] | None:
        """Sizes of voxels in mm in which images were registered; None for surfaces."""
        return None if self._volumes is None else self._volumes.path.settings.sizes

    @property
    def niter_affine(self) -> tuple[int, ...] | None:
        """Iterations of each level of the affine registration; None for surfaces."""
        return None if self._volumes is None else self._volumes.path.settings.affine_iterations

    @property
    def niter_sdr(self) -> tuple[int, ...] | None:
        """Iterations of each level of the warp, empty without one; None for surfaces."""
        return None if self._volumes is None else self._volumes.path.settings.warp_iterations

    @property
    def shape(self) -> tuple[int, int, int] | None:
        """Shape of the image that volumes were registered onto; None for surfaces."""
        return None if self._volumes is None else self._volumes.path.registration.onto.shape

    @property
    def affine(self) -> Floats | None:
        """Transform (4, 4) from that image's voxels to scanner coordinates, in mm."""
        return None if self._volumes is None else self._volumes.path.registration.onto.to_scanner

    @property
    def pre_affine(self) -> Any:
        """The affine registration as dipy's ``AffineMap``; None for surfaces."""
        return interop.registrations.affine_map(fields_of_morph(self.value)["pre_affine"])

    @property
    def sdr_morph(self) -> Any:
        """The warp as dipy's ``DiffeomorphicMap``; None without one."""
        return interop.registrations.warp_map(fields_of_morph(self.value)["sdr_morph"])

    @property
    def src_data(self) -> dict[str, Any]:
        """Where the sources were, under MNE-Python's names."""
        found: dict[str, Any] = fields_of_morph(self.value)["src_data"]
        return found

    @verbose_aware
    def compute_vol_morph_mat(self, *, verbose: Verbose = None) -> Self:
        """Compute the matrix of a morph of volumes, which it has from the start.

        Parameters
        ----------
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        morph : SourceMorph
            The morph itself.
        """
        return self

    def to_mne(self) -> Any:
        """Make MNE-Python's morph of it.

        Returns
        -------
        morph : mne.SourceMorph
            The same morph, with arrays of its own.

        Raises
        ------
        MissingPackageError
            If MNE-Python is not installed: ``pip install mne``; for volumes, dipy.

        Examples
        --------
        >>> morph.to_mne().save("to-template")  # doctest: +SKIP
        """
        return interop.morph_to_mne.morph_to_mne(self.value)

    def __repr__(self) -> str:
        facts = [f"{self.kind}, {self.subject_from} -> {self.subject_to}"]
        if self._volumes is not None:
            facts += [f"zooms : {self.zooms}", f"niter_affine : {self.niter_affine}"]
            facts += [f"niter_sdr : {self.niter_sdr}"]
        if self._cortex is not None:
            facts += [f"spacing : {self.spacing}", f"smooth : {self.smooth}"]
        return f"<SourceMorph | {', '.join(facts + ['xhemi'] * self.xhemi)}>"

    def _repr_html_(self) -> str:
        return summaries.facts_table("SourceMorph", summaries.morph_facts(self.value))

    @overload
    def apply(
        self,
        stc_from: Stc,
        output: Literal["stc"] = "stc",
        mri_resolution: Literal[False] = False,
        mri_space: bool | None = None,
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

    @overload
    def apply(
        self,
        stc_from: VolSourceEstimate | VolVectorSourceEstimate,
        output: Literal["nifti1", "nifti2"],
        mri_resolution: bool | float | tuple[float, float, float] = False,
        mri_space: Literal[True] | None = None,
        verbose: Verbose = None,
    ) -> Any: ...

    @verbose_aware
    def apply(
        self,
        stc_from: Any,
        output: Literal["stc", "nifti1", "nifti2"] = "stc",
        mri_resolution: bool | float | tuple[float, float, float] = False,
        mri_space: bool | None = None,
        verbose: Verbose = None,
    ) -> Any:
        """Morph source estimates.

        Parameters
        ----------
        stc_from : SourceEstimate | VolSourceEstimate | MixedSourceEstimate | list | iterator
            The estimate, or several. A morph of mixed source spaces takes estimates on the cortex
            or in volumes alone, too.
        output : "stc" | "nifti1" | "nifti2"
            Estimates, or images of nibabel's, of estimates in volumes.
        mri_resolution : bool | float | tuple of float
            For images: whether voxels have the size of those of the MRI that the sources were made
            in, or their size in mm, instead of the distance of the targets.
        mri_space : bool | None
            For images: None or True, as they lie in the scanner coordinates of the MRI.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        stc_to : SourceEstimate | VolSourceEstimate | MixedSourceEstimate | list | iterator
            The estimates of the other subject; an iterator morphs each when it is asked for. Or
            images, of the lengths of moments where an estimate has such.

        Raises
        ------
        InputError
            If ``mri_resolution`` or ``mri_space`` is given without an image.
        MismatchError
            If an estimate is of another subject or has other sources.

        Notes
        -----
        Directions of vectors are not changed: they stay in the frame of the original subject.
        """
        return apply_morph(self.value, stc_from, output, mri_resolution, mri_space)

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
        write_morph_file(path, self.value, overwrite=overwrite)


@public("leadfield")
def read_source_morph(fname: str | Path) -> SourceMorph:
    """Read a morph from an HDF5 file, leadfield's or MNE-Python's.

    Parameters
    ----------
    fname : path-like
        The file.

    Returns
    -------
    morph : SourceMorph
        The morph. One of volumes that MNE-Python saved without its matrix gets it, which takes
        about a second.

    Raises
    ------
    FormatError
        If the file is no such file.
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
    zooms: float | Sequence[float] | Literal["auto"] | None = "auto",
    niter_affine: Sequence[int] = (100, 100, 10),
    niter_sdr: Sequence[int] = (5, 5, 3),
    spacing: int | Sequence[ArrayLike] | None = GRADE,
    smooth: Smooth = None,
    warn: bool = True,
    xhemi: bool = False,
    sparse: bool = False,
    src_to: SourceSpaces | None = None,
    precompute: bool = False,
    verbose: Verbose = None,
    *,
    talairach: bool = False,
) -> SourceMorph:
    """Compute the morph from one subject's sources to another's cortex, volumes, or both.

    On the cortex, values are first smoothed (``smooth``). On the spheres that FreeSurfer has
    registered to each other, each vertex of the other cortex then lies in a triangle of this
    one, and takes the weighted mean of its corners.

    In volumes, both subjects' ``mri/brain.mgz`` are registered by dipy: by an affine transform,
    then by a smooth warp. With ``talairach=True``, each target takes the values of the sources
    around the place that has its MNI coordinates instead, by the linear transforms that FreeSurfer
    found for both subjects.

    Parameters
    ----------
    src : SourceSpaces | SourceEstimate | VectorSourceEstimate
        The sources, or an estimate that has them, on both hemispheres' surfaces; or source
        spaces of volumes on one grid; or both.
    subject_from : str | None
        Name of the subject; None takes that of ``src``.
    subject_to : str | None
        Name of the other subject; None takes that of ``src_to``.
    subjects_dir : path-like | None
        Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
    zooms : float | sequence of float | str | None
        For volumes: the size of voxels in mm in which the images are registered, or one along each
        axis. ``"auto"`` takes the distance of the points of ``src_to``, or 5 mm without; None
        takes the voxels of the image of ``subject_from``, which takes long.
    niter_affine : sequence of int
        For volumes: iterations at each level of the affine registration, coarsest first.
    niter_sdr : sequence of int
        For volumes: iterations at each level of the warp, coarsest first; none for no warp.
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
        Source spaces of the other subject to morph to. Volumes are else morphed to all voxels of
        the registered image that a source reaches; mixed source spaces need it.
    precompute : bool
        For volumes: whether to compute the matrix now, which is always done, for it takes a
        second.
    verbose : bool | str | int | None
        Verbosity.
    talairach : bool
        Whether to morph volumes by ``mri/transforms/talairach.xfm`` of both subjects instead of
        registering their images: less precise, in no time, and without dipy. Needs ``src_to``.

    Returns
    -------
    morph : SourceMorph
        The morph.

    Raises
    ------
    InputError
        If an argument cannot be used.
    MismatchError
        If sources and subjects do not belong together.
    MissingFileError
        If a subject, its registered sphere or its image is not there.
    MissingPackageError
        If volumes are to be registered and dipy is not installed.

    See Also
    --------
    SourceMorph.apply : Morph source estimates.

    Notes
    -----
    The registration is FreeSurfer's [1]_; comparing hemispheres is best done on a
    symmetric brain [2]_. The map between two subjects is computed each time, which is
    faster than reading a saved one with all vertices. The registration of images is that of
    Avants et al. [3]_, with MNE-Python's settings.

    References
    ----------
    .. [1] Fischl, Sereno, Tootell & Dale 1999, Hum Brain Mapp 8:272.
    .. [2] Greve et al. 2013, J Cogn Neurosci 25:1477.
    .. [3] Avants, Epstein, Grossman & Gee 2008, Med Image Anal 12:26.

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
    return SourceMorph(compute_any_morph(locals()))
