"""Source spaces: ``SourceSpaces``, ``read_source_spaces``, ``write_source_spaces``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, final, overload

import numpy as np
from numpy.typing import NDArray

from leadfield import summaries
from leadfield.api import interop, sources
from leadfield.api.interop.origin import kind_of
from leadfield.api.mapping_view import MappingView
from leadfield.api.recording.transforms import (
    FRAME_WORDS,
    CoordinateTransform,
    coordinate_transform_of,
)
from leadfield.base.arrays import Corners, Floats, Ints, locked
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.files import as_path
from leadfield.base.front_door import explain_absent_members, public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.fif.kinds import Block
from leadfield.fif.reader import FifFile
from leadfield.fif.writer import writing
from leadfield.numerics.mesh import triangle_normals
from leadfield.sources.fif import read_sources, write_sources
from leadfield.sources.patches import patches
from leadfield.sources.space import Sources, SourceSpace, SpaceKind, VolumeGrid

if TYPE_CHECKING:
    from leadfield.recording.frames import Transform

TYPES = {SpaceKind.SURFACE: "surf", SpaceKind.VOLUME: "vol", SpaceKind.DISCRETE: "discrete"}


def _used(space: SourceSpace) -> Ints:
    used = np.zeros(len(space.positions), np.int64)
    used[space.vertices] = 1
    return locked(used, np.int64)


def _count(items: Sequence[object] | Ints | None) -> int:
    return 0 if items is None else len(items)


def _patch_points(space: SourceSpace) -> list[Ints] | None:
    found = patches(space)
    return None if found is None else [locked(points, np.int64) for points in found[0]]


def _patch_places(space: SourceSpace) -> Ints | None:
    found = patches(space)
    return None if found is None else locked(found[1], np.int64)


SPACE: dict[str, Callable[[SourceSpace], Any]] = {
    "id": lambda space: space.surface,
    "type": lambda space: TYPES[space.kind],
    "coord_frame": lambda space: space.frame,
    "np": lambda space: len(space.positions),
    "rr": lambda space: space.positions,
    "nn": lambda space: space.normals,
    "nuse": lambda space: space.n_sources,
    "inuse": _used,
    "vertno": lambda space: space.vertices,
    "ntri": lambda space: _count(space.triangles),
    "tris": lambda space: space.triangles,
    "nuse_tri": lambda space: _count(space.used_triangles),
    "use_tris": lambda space: space.used_triangles,
    "nearest": lambda space: space.nearest,
    "nearest_dist": lambda space: space.nearest_distances,
    "pinfo": _patch_points,
    "patch_inds": _patch_places,
    "dist": lambda space: space.distances,
    "dist_limit": lambda space: space.distance_limit,
    "subject_his_id": lambda space: space.subject,
}


def _on_triangles(
    get: Callable[[Floats, Corners], NDArray[Any]],
) -> Callable[[SourceSpace], Floats | None]:
    """Getter of something of each triangle."""

    def get_from_space(space: SourceSpace) -> Floats | None:
        return None if space.triangles is None else locked(get(space.positions, space.triangles))

    return get_from_space


# Geometry of the triangles, computed when it is asked for.
TRIANGLES: dict[str, Callable[[SourceSpace], Floats | None]] = {
    "tri_area": _on_triangles(lambda points, triangles: triangle_normals(points, triangles)[1]),
    "tri_cent": _on_triangles(lambda points, triangles: points[triangles].mean(axis=1)),
    "tri_nn": _on_triangles(lambda points, triangles: triangle_normals(points, triangles)[0]),
}


def _wrapped(transform: Transform | None) -> CoordinateTransform | None:
    return None if transform is None else coordinate_transform_of(transform)


def _on_grid(get: Callable[[VolumeGrid], Any]) -> Callable[[SourceSpace], Any]:
    """Getter of something of a volume's grid."""
    return lambda space: None if space.grid is None else get(space.grid)


def _mri_size(axis: int) -> Callable[[VolumeGrid], int | None]:
    return lambda grid: None if grid.mri_shape is None else grid.mri_shape[axis]


GRID_FIELDS: dict[str, Callable[[VolumeGrid], Any]] = {
    "shape": lambda grid: grid.shape,
    "neighbor_vert": lambda grid: grid.neighbours,
    "src_mri_t": lambda grid: _wrapped(grid.grid_to_mri),
    "vox_mri_t": lambda grid: _wrapped(grid.voxel_to_mri),
    "mri_ras_t": lambda grid: _wrapped(grid.mri_to_ras),
    "interpolator": lambda grid: grid.interpolator,
    "mri_file": lambda grid: grid.mri_file,
    "mri_volume_name": lambda grid: grid.volume_file,
    "mri_width": _mri_size(0),
    "mri_height": _mri_size(1),
    "mri_depth": _mri_size(2),
    "seg_name": lambda grid: grid.segment,
}


GRID = {key: _on_grid(get) for key, get in GRID_FIELDS.items()}


@final
class SourceSpaceEntry(MappingView):
    """One source space: a hemisphere, a volume or a set of dipoles.

    A mapping with MNE-Python's keys.

    Parameters
    ----------
    value : sources.space.SourceSpace
        The source space.

    See Also
    --------
    SourceSpaces : The list of them that functions take.
    """

    _noun = "this source space"
    _costly = frozenset({"inuse", "pinfo", "patch_inds", *TRIANGLES})

    def __init__(self, value: SourceSpace) -> None:
        self._value = value

    @property
    def value(self) -> SourceSpace:
        """The source space, as a value that cannot be changed."""
        return self._value

    def _table(self) -> Mapping[str, Callable[[SourceSpace], Any]]:
        grid = GRID if self.value.grid is not None else {}
        triangles = TRIANGLES if self.value.triangles is not None else {}
        return {**SPACE, **grid, **triangles}

    def __repr__(self) -> str:
        space = self.value
        description = [space.kind.name.lower()]
        if space.hemisphere:
            description.append(f"({space.hemisphere})")
        if space.grid is not None:
            description.append(space.grid.segment or "x".join(map(str, space.grid.shape)))
        return f"<{' '.join(description)}: {space.n_sources} of {len(space.positions)} points>"


@public("leadfield")
@final
@explain_absent_members
class SourceSpaces(Sequence[SourceSpaceEntry]):
    """Source spaces: the points of a brain where activity is estimated.

    A list, in which each item is a mapping: ``src[0]["vertno"]`` are the used points' indices,
    ``src[0]["rr"]`` all points' positions in m, ``src[0]["nn"]`` their normals,
    ``src[0]["tris"]`` the surface's triangles, ``src[0]["pinfo"]`` the points of each patch.

    Parameters
    ----------
    source_spaces : list of SourceSpaceEntry | SourceSpaces
        Items of source spaces, as a list of their own; or SourceSpaces, leadfield's or
        MNE-Python's. New ones come from files and set-up functions.
    info : None
        There is one choice: how source spaces were made is not noted.

    See Also
    --------
    read_source_spaces : Read source spaces from a file.

    Examples
    --------
    >>> import leadfield
    >>> from leadfield.datasets import template
    >>> src = leadfield.setup_source_space(
    ...     "fsaverage5", "ico2", subjects_dir=template.data_path(), add_dist=False, verbose=False
    ... )
    >>> src.kind, len(src)
    ('surface', 2)
    >>> src[0]["nuse"], src[0]["rr"].shape
    (162, (10242, 3))
    >>> leadfield.SourceSpaces([src[1]])[0]
    <surface (rh): 162 of 10242 points>
    """

    def __init__(
        self,
        source_spaces: Sequence[SourceSpaceEntry] | SourceSpaces | Sources,
        info: object = None,
    ) -> None:
        if info is not None:
            msg = f"info must be None: how source spaces were made is not noted, got {info!r}"
            raise InputError(msg)
        self._take_over(_listed(source_spaces))

    def _take_over(self, value: Sources) -> None:
        """Hold another value, as what works in place asks for."""
        self._value = value
        self._entries = [SourceSpaceEntry(space) for space in value.spaces]

    @property
    def value(self) -> Sources:
        """The source spaces, as a value that cannot be changed."""
        return self._value

    @overload
    def __getitem__(self, index: int) -> SourceSpaceEntry: ...
    @overload
    def __getitem__(self, index: slice) -> SourceSpaces: ...
    def __getitem__(self, index: int | slice) -> SourceSpaceEntry | SourceSpaces:
        if isinstance(index, slice):
            return SourceSpaces(Sources(spaces=self.value.spaces[index]))
        return self._entries[index]

    def __len__(self) -> int:
        return len(self._entries)

    def __add__(self, other: SourceSpaces) -> SourceSpaces:
        spaces = (*self.value.spaces, *as_sources(other).spaces)
        return SourceSpaces(Sources(spaces=spaces))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SourceSpaces) and self.value.spaces == other.value.spaces

    __hash__ = None  # type: ignore[assignment]

    def index(self, value: object, start: int = 0, stop: int = sys.maxsize) -> int:
        """Find where a source space stands.

        Parameters
        ----------
        value : SourceSpaceEntry
            The source space.
        start, stop : int
            Where to begin, and where to stop before.

        Returns
        -------
        index : int
            The first place it stands at.
        """
        return self._entries.index(value, start, stop)  # type: ignore[arg-type]

    @property
    def kind(self) -> str:
        """``"surface"``, ``"volume"``, ``"discrete"`` or ``"mixed"``."""
        return self.value.kind

    def copy(self) -> SourceSpaces:
        """Copy the source spaces.

        Returns
        -------
        src : SourceSpaces
            The same source spaces. No array is copied, as none can be changed.
        """
        return SourceSpaces(self.value)

    def save(self, fname: str | Path, overwrite: bool = False, *, verbose: Verbose = None) -> None:
        """Write the source spaces to a file.

        Parameters
        ----------
        fname : path-like
            The file, by custom ``-src.fif`` or ``-src.fif.gz``.
        overwrite : bool
            Whether to overwrite an existing file.
        verbose : bool | str | int | None
            Verbosity.
        """
        write_source_spaces(fname, self, overwrite=overwrite, verbose=verbose)

    @verbose_aware
    def export_volume(
        self,
        fname: str | Path,
        include_surfaces: bool = True,
        include_discrete: bool = True,
        dest: Literal["mri", "surf"] = "mri",
        trans: CoordinateTransform | str | Path | None = None,
        mri_resolution: bool | Literal["sparse"] = False,
        use_lut: bool = True,
        overwrite: bool = False,
        verbose: Verbose = None,
    ) -> None:
        """Write an image of where sources are, for other programs.

        Parameters
        ----------
        fname : path-like
            The file, which ends in ``.nii``, ``.nii.gz``, ``.mgz`` or ``.mgh``.
        include_surfaces : bool
            Whether to show sources on surfaces.
        include_discrete : bool
            Whether to show single points.
        dest : "mri" | "surf"
            Whether the image is placed in the coordinates of the MRI, or in those of
            FreeSurfer's surfaces.
        trans : CoordinateTransform | path-like | None
            From head to MRI coordinates, or its file: for sources in head coordinates that are
            on surfaces or single points.
        mri_resolution : bool | "sparse"
            Whether voxels are those of the MRI, and all of each structure and each surface shown,
            or the one at each source (``"sparse"``), instead of the points of the grid.
        use_lut : bool
            Whether voxels have the numbers of their structures in FreeSurfer's table, instead of
            ones; single points have ones.
        overwrite : bool
            Whether to overwrite an existing file.
        verbose : bool | str | int | None
            Verbosity.

        Raises
        ------
        InputError
            If there is no volume, or one in no structure of FreeSurfer's.
        OverwriteError
            If the file exists and may not be replaced.
        StateError
            If the source spaces do not know their image.

        Examples
        --------
        >>> src.export_volume("sources.nii.gz", mri_resolution=True)  # doctest: +SKIP
        """
        sources.export_volume.export_sources(self.value, locals())

    def to_mne(self) -> Any:
        """Make MNE-Python's source spaces of it.

        Returns
        -------
        src : mne.SourceSpaces
            The same source spaces, with arrays of its own.

        Raises
        ------
        MissingPackageError
            If MNE-Python is not installed: ``pip install mne``.

        Examples
        --------
        >>> src.to_mne().plot()  # doctest: +SKIP
        """
        return interop.sources_to_mne.sources_to_mne(self.value)

    def __repr__(self) -> str:
        frame = FRAME_WORDS.get(self.value.frame, str(self.value.frame))
        entries = ", ".join(map(repr, self._entries))
        subject = f", subject {self.value.subject!r}" if self.value.subject else ""
        return f"<SourceSpaces: [{entries}] {frame} coordinates{subject}>"

    def _repr_html_(self) -> str:
        return summaries.facts_table("SourceSpaces", summaries.sources_facts(self.value))


def _listed(src: Any) -> Sources:
    """The value of SourceSpaces, or of a list of their items."""
    if isinstance(src, list | tuple) and all(isinstance(one, SourceSpaceEntry) for one in src):
        return Sources(spaces=tuple(one.value for one in src))
    return as_sources(src)


def as_sources(src: Any) -> Sources:
    """The value of SourceSpaces, leadfield's or MNE-Python's."""
    if isinstance(src, SourceSpaces):
        return src.value
    if isinstance(src, Sources):
        return src
    theirs = interop.sources.sources_from_mne(src)
    if theirs is None:
        msg = f"src must be SourceSpaces, got {kind_of(src)}"
        raise ArgumentTypeError(msg)
    return theirs


@public("leadfield")
@verbose_aware
def read_source_spaces(
    fname: str | Path, patch_stats: bool = False, verbose: Verbose = None
) -> SourceSpaces:
    """Read source spaces from a FIF file.

    Parameters
    ----------
    fname : path-like
        The file: ``-src.fif``, or a forward or inverse solution, which contain source spaces.
    patch_stats : bool
        Whether to compute centres, normals and areas of all triangles now
        (``src[0]["tri_area"]``, ...). By default they are computed when asked for.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    src : SourceSpaces
        The source spaces, in the file's coordinate frame.

    Raises
    ------
    FormatError
        If the file is not a FIF file or has no source spaces.

    See Also
    --------
    write_source_spaces : Write source spaces to a file.

    Examples
    --------
    >>> src.save("ico-1-src.fif")
    >>> len(read_source_spaces("ico-1-src.fif"))
    2
    """
    with FifFile(fname) as fif:
        src = SourceSpaces(read_sources(fif))
    if patch_stats:
        for entry in src:
            for key in TRIANGLES if entry.value.triangles is not None else ():
                _ = entry[key]
    LOGGER.info("%s", src)
    return src


@public("leadfield")
@verbose_aware
def write_source_spaces(
    fname: str | Path,
    src: SourceSpaces,
    *,
    overwrite: bool = False,
    verbose: Verbose = None,
) -> None:
    """Write source spaces to a FIF file.

    Parameters
    ----------
    fname : path-like
        The file, by custom ``-src.fif`` or ``-src.fif.gz``.
    src : SourceSpaces
        The source spaces.
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
    read_source_spaces : Read them back.

    Examples
    --------
    >>> write_source_spaces("ico-1-src.fif", src)
    """
    sources = as_sources(src)
    with writing(as_path(fname), overwrite=overwrite) as writer, writer.block(Block.MNE):
        write_sources(writer, sources)
