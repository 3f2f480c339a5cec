"""Morphs: the same activity on another cortex."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.api.estimates.surface_estimate import SurfaceEstimate
from leadfield.api.sources.source_spaces import SourceSpaces, as_sources
from leadfield.base.arrays import Ints
from leadfield.base.checks import one_of, whole
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.files import as_path
from leadfield.base.log import Verbose, verbose_aware
from leadfield.base.log import warn as tell
from leadfield.base.public import public
from leadfield.freesurfer.subjects import subjects_folder
from leadfield.morph.compute import Subjects, compute_morph, compute_sparse_morph
from leadfield.morph.cortical import CorticalMorph, Smooth, carried
from leadfield.morph.hdf5 import read_morph_file, write_morph_file
from leadfield.morph.vertices import Pair, target_vertices

if TYPE_CHECKING:
    from scipy.sparse import csr_array

GRADE = 5  # MNE-Python's default, about 3 mm between vertices
ITERATIONS = {"niter_affine": (100, 100, 10), "niter_sdr": (5, 5, 3)}


@public("leadfield")
class SourceMorph:
    """What carries estimates from one subject's cortex to another's.

    Parameters
    ----------
    value : morph.cortical.CorticalMorph
        The morph; users get theirs from :func:`compute_source_morph`.

    See Also
    --------
    compute_source_morph : Make one.
    read_source_morph : Read one.
    """

    kind = "surface"

    def __init__(self, value: CorticalMorph) -> None:
        self.value = value

    @property
    def subject_from(self) -> str:
        """The subject it comes from."""
        return self.value.subject_from

    @property
    def subject_to(self) -> str:
        """The subject it goes to."""
        return self.value.subject_to

    @property
    def vertices_to(self) -> list[Ints]:
        """Vertices of the left and right hemisphere it goes to."""
        return list(self.value.vertices_to)

    @property
    def morph_mat(self) -> "csr_array":
        """Sparse matrix with a row a vertex and a column a source, left ones first."""
        return self.value.matrix

    @property
    def spacing(self) -> int | None:
        """Grade of the icosahedron that chose the vertices, None if none did."""
        return self.value.grade

    @property
    def smooth(self) -> Smooth:
        """Smoothing steps: a number, None to fill the cortex, or ``"nearest"``."""
        return self.value.smooth

    @property
    def xhemi(self) -> bool:
        """Whether hemispheres are exchanged."""
        return self.value.crossed

    def __repr__(self) -> str:
        words = [
            f"{self.kind}, {self.subject_from} -> {self.subject_to}",
            f"spacing : {self.spacing}",
            f"smooth : {self.smooth}",
        ]
        return f"<SourceMorph | {', '.join(words + ['xhemi'] * self.xhemi)}>"

    @verbose_aware
    def apply(
        self,
        stc_from: Any,
        output: str = "stc",
        mri_resolution: bool = False,
        mri_space: bool | None = None,
        verbose: Verbose = None,
    ) -> Any:
        """Carry estimates over.

        Parameters
        ----------
        stc_from : SourceEstimate | VectorSourceEstimate | list | iterator
            The estimate, or several.
        output : str
            ``"stc"``; images are for volumes, which are not morphed here.
        mri_resolution : bool
            False; True is for volumes.
        mri_space : bool | None
            None or False; True is for volumes.
        verbose : bool | str | int | None
            How much to tell.

        Returns
        -------
        stc_to : SourceEstimate | VectorSourceEstimate | list | iterator
            The same estimates on the other cortex; an iterator morphs each when asked
            for it.

        Raises
        ------
        MismatchError
            If an estimate is of another subject or has other sources.

        Notes
        -----
        Directions of vectors are kept as they are: those of the subject's own frame.
        """
        one_of("output", output, ("stc",))
        one_of("mri_resolution", mri_resolution, (False,))
        one_of("mri_space", mri_space, (None, False))
        if isinstance(stc_from, SurfaceEstimate):
            return type(stc_from).of(carried(self.value, stc_from.value))
        if isinstance(stc_from, Iterator):
            return map(self.apply, stc_from)
        if isinstance(stc_from, Iterable):
            return [self.apply(stc) for stc in stc_from]
        msg = (
            "stc_from must be a SourceEstimate, a VectorSourceEstimate or several, got "
            f"{type(stc_from).__name__}"
        )
        raise ArgumentTypeError(msg)

    @verbose_aware
    def save(
        self,
        fname: str | Path,
        overwrite: bool = False,
        verbose: Verbose = None,
    ) -> None:
        """Write the morph to an HDF5 file.

        Parameters
        ----------
        fname : path-like
            The file; ``-morph.h5`` is added if it does not end with ``.h5``.
        overwrite : bool
            Whether a file that is there may be replaced.
        verbose : bool | str | int | None
            How much to tell.

        Raises
        ------
        MissingPackageError
            If h5py is not installed.
        OverwriteError
            If the file is there and may not be replaced.

        Notes
        -----
        The file holds plain arrays and texts only. MNE-Python cannot read it, nor is its
        own format read here, for it needs text in the file to be evaluated.
        """
        path = as_path(fname)
        if path.suffix != ".h5":
            path = path.with_name(f"{path.name}-morph.h5")
        write_morph_file(path, self.value, overwrite=overwrite)


@public("leadfield")
def read_source_morph(fname: str | Path) -> SourceMorph:
    """Read a morph that :meth:`SourceMorph.save` wrote.

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
        If the file is not such a file.
    MissingPackageError
        If h5py is not installed.

    See Also
    --------
    compute_source_morph : Make one.

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
    src: Any,
    subject_from: str | None = None,
    subject_to: str | None = "fsaverage",
    subjects_dir: str | Path | None = None,
    zooms: Any = "auto",
    niter_affine: tuple[int, ...] = (100, 100, 10),
    niter_sdr: tuple[int, ...] = (5, 5, 3),
    spacing: Any = GRADE,
    smooth: Smooth = None,
    warn: bool = True,
    xhemi: bool = False,
    sparse: bool = False,
    src_to: SourceSpaces | None = None,
    precompute: bool = False,
    verbose: Verbose = None,
) -> SourceMorph:
    """Make the morph from one subject's sources to another's cortex.

    Values are spread over the cortex with its neighbours (``smooth``). Each vertex of the
    other cortex then lies in a triangle of this one, on the spheres that FreeSurfer has
    brought to fit each other, and takes the weighted mean of its corners.

    Parameters
    ----------
    src : SourceSpaces | SourceEstimate | VectorSourceEstimate
        The sources, or an estimate that has them, on both hemispheres' surfaces.
    subject_from : str | None
        The subject; None takes that of ``src``.
    subject_to : str | None
        The other subject; None takes that of ``src_to``.
    subjects_dir : path-like | None
        Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
    zooms : str
        Of volumes, which are not morphed here: leave it at ``"auto"``.
    niter_affine, niter_sdr : tuple of int
        Of volumes: leave them as they are.
    spacing : int | list of array | None
        The vertices to go to: those nearest to an icosahedron of this grade (5 has 10242 a
        hemisphere), two arrays of vertex numbers, or None for all. ``src_to`` goes before.
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
        The other subject's sources to go to.
    precompute : bool
        Of volumes: leave it False.
    verbose : bool | str | int | None
        How much to tell.

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
    SourceMorph.apply : Carry estimates over.

    Notes
    -----
    The registration is FreeSurfer's [1]_; comparing hemispheres is best done on a
    symmetric brain [2]_. The map between two subjects is made anew each time: that takes
    less than reading a stored one with all vertices.

    References
    ----------
    .. [1] Fischl, Sereno, Tootell & Dale 1999, Hum Brain Mapp 8:272.
    .. [2] Greve et al. 2013, J Cogn Neurosci 25:1477.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield.datasets import template
    >>> from leadfield.api.estimates.source_estimate import SourceEstimate
    >>> stc = SourceEstimate(
    ...     np.ones((4, 1)), [np.array([0, 5]), np.array([3, 9])], 0, 1, subject="fsaverage5"
    ... )
    >>> morph = compute_source_morph(
    ...     stc, subject_to="fsaverage5", subjects_dir=template.data_path(), spacing=3
    ... )
    >>> morph.apply(stc).shape
    (1284, 1)
    """
    given = {"niter_affine": niter_affine, "niter_sdr": niter_sdr}
    for name, value in {"zooms": zooms, "precompute": precompute, **given}.items():
        usual = {"zooms": "auto", "precompute": False, **ITERATIONS}[name]
        if value != usual:
            msg = f"{name} is for volumes, which are not morphed: leave it at {usual!r}"
            raise InputError(msg)
    vertices, subject = _origin(src)
    if subject is None:
        tell("src does not say whose brain it is: subject_from is taken on trust")
    target, to_subject = (None, None) if src_to is None else _origin(src_to)
    subjects = Subjects(
        folder=subjects_folder(subjects_dir),
        source=_agreed("subject_from", subject_from, "src", subject),
        target=_agreed("subject_to", subject_to, "src_to", to_subject),
        crossed=xhemi,
    )
    if sparse:
        _check_sparse(spacing, smooth, xhemi=xhemi, src_to=src_to)
        return SourceMorph(compute_sparse_morph(subjects, vertices))
    if target is None:
        target = target_vertices(spacing, subjects.folder, subjects.target)
    made = compute_morph(subjects, vertices, target, _steps(smooth), tell=warn)
    regular = src_to is None and isinstance(spacing, int | np.integer)
    return SourceMorph(replace(made, grade=int(spacing) if regular else None))


def _origin(src: Any) -> tuple[Pair, str | None]:
    """Vertices of both hemispheres, and whose they are."""
    if isinstance(src, SurfaceEstimate):
        left, right = src.vertices
        return (left, right), src.subject
    sources = as_sources(src)
    if sources.kind != "surface" or len(sources.spaces) != 2:
        msg = (
            "a morph needs both hemispheres' surfaces and nothing else, got a "
            f"{sources.kind} source space of {len(sources.spaces)}: volumes are not morphed"
        )
        raise InputError(msg)
    left, right = sources.vertices
    return (left, right), sources.subject


def _agreed(name: str, given: str | None, source: str, found: str | None) -> str:
    """The subject given, or found in the source; both, if they agree."""
    if given is not None and found is not None and given != found:
        msg = f"{name} must be the subject of {source}, {found!r}, got {given!r}"
        raise MismatchError(msg)
    subject = given or found
    if subject is None:
        msg = f"{name} must be given where {source} does not say whose brain it is, got None"
        raise InputError(msg)
    return subject


def _steps(smooth: Any) -> Smooth:
    if smooth is None or smooth == "nearest":
        return smooth  # type: ignore[no-any-return]
    if isinstance(smooth, str):
        msg = f"smooth must be a number of steps, None or 'nearest', got {smooth!r}"
        raise InputError(msg)
    return whole("smooth", smooth)


def _check_sparse(spacing: Any, smooth: Any, *, xhemi: bool, src_to: Any) -> None:
    unused = {"spacing": spacing, "smooth": smooth, "src_to": src_to, "xhemi": xhemi or None}
    for name, value in unused.items():
        if value is not None:
            msg = f"sparse=True needs {name}={'False' if name == 'xhemi' else None}, got {value!r}"
            raise InputError(msg)
