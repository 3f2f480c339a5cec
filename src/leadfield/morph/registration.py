"""Registration of two subjects' images by dipy: an affine transform, then a smooth warp."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats, lock_arrays, locked
from leadfield.base.checks import number, whole
from leadfield.base.errors import DataError, InputError
from leadfield.base.log import LOGGER
from leadfield.base.packages import dipy_for
from leadfield.freesurfer.image import Image
from leadfield.sources.grid import MOST_POINTS

PURPOSE = "registration of images (morphs by talairach=True have none)"
Displacements = NDArray[np.float32]
MOST_LEVELS = 3
# Of MNE-Python's registrations: smoothing by level in mm, how much coarser each level is, the bins
# of mutual information, and the width in mm of the window in which warps compare images.
SMOOTHING_MM = (3.0, 1.0, 0.0)
COARSER = [4, 2, 1]
BINS = 32
WINDOW_MM = 2.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ImageGrid:
    """Voxels of an image: how many along each axis, and where in scanner coordinates, in mm."""

    shape: tuple[int, int, int]
    to_scanner: Floats

    def __post_init__(self) -> None:
        shape = tuple(whole("shape", n, least=1) for n in self.shape)
        if len(shape) != 3 or int(np.prod(shape, dtype=object)) > MOST_POINTS:
            msg = f"an image must have three axes and at most {MOST_POINTS} voxels, got {shape}"
            raise InputError(msg)
        object.__setattr__(self, "shape", shape)
        object.__setattr__(self, "to_scanner", _affine("to_scanner", self.to_scanner))
        lock_arrays(self)

    @property
    def sizes(self) -> Floats:
        """Sizes (3,) of a voxel along the axes, in mm."""
        found: Floats = np.linalg.norm(self.to_scanner[:3, :3], axis=0)
        return found

    def resliced(self, sizes: Floats, wanted: Floats) -> ImageGrid:
        """Voxels of other sizes in the same place."""
        x, y, z = np.maximum(np.round(sizes / wanted * self.shape), 1).astype(np.int64).tolist()
        to_scanner = self.to_scanner @ np.diag([*wanted / sizes, 1.0])
        return ImageGrid(shape=(x, y, z), to_scanner=to_scanner)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RegistrationSettings:
    """Sizes of voxels in mm, and iterations at each level of the affine transforms and the warp.

    Without ``warp_iterations`` there is no warp.
    """

    sizes: tuple[float, float, float]
    affine_iterations: tuple[int, ...] = ()
    warp_iterations: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        sizes = tuple(number("zooms", size, above=0) for size in self.sizes)
        if len(sizes) != 3:
            msg = f"zooms must be one size of voxels in mm, or three, got {len(sizes)}"
            raise InputError(msg)
        object.__setattr__(self, "sizes", sizes)
        names = {"affine_iterations": "niter_affine", "warp_iterations": "niter_sdr"}
        for own, name in names.items():
            counts = tuple(whole(name, n) for n in getattr(self, own))
            if len(counts) > MOST_LEVELS:
                msg = f"{name} must have at most {MOST_LEVELS} levels, got {len(counts)}"
                raise InputError(msg)
            object.__setattr__(self, own, counts)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Registration:
    """Where the places of one image lie in another.

    ``affine`` (4, 4) leads from scanner coordinates of the image ``onto`` to those of ``moved``, in
    mm. Before it, ``warp`` (x, y, z, 3) displaces the voxels of ``onto``, in mm; ``warp_back``
    undoes that.
    """

    moved: ImageGrid
    onto: ImageGrid
    affine: Floats
    warp: Displacements | None = None
    warp_back: Displacements | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "affine", _affine("affine", self.affine))
        if (self.warp is None) != (self.warp_back is None):
            msg = "a warp must come with the one that undoes it"
            raise InputError(msg)
        for name in ("warp", "warp_back"):
            given = getattr(self, name)
            if given is not None:
                value = locked(given, np.float32, shape=(*self.onto.shape, 3), name=name)
                if not np.isfinite(value).all():
                    msg = f"{name} must be finite"
                    raise InputError(msg)
                object.__setattr__(self, name, value)
        lock_arrays(self)


def _affine(name: str, matrix: Any) -> Floats:
    value: Floats = locked(matrix, shape=(4, 4), name=name)
    sound = np.isfinite(value).all() and np.array_equal(value[3], [0, 0, 0, 1])
    if not (sound and abs(np.linalg.det(value)) > 0):
        msg = f"{name} must be a transform (4, 4) that can be undone"
        raise InputError(msg)
    return value


def register_images(moved: Image, onto: Image, settings: RegistrationSettings) -> Registration:
    """Register an image onto another, as MNE-Python does.

    Both are resliced to voxels of one size and scaled to a maximum of 1. Mutual information gives
    the affine transform, in three steps of more freedom each; local correlation gives the warp
    (symmetric diffeomorphic registration: Avants et al. 2008, Med Image Anal 12:26).
    """
    if not settings.affine_iterations:
        msg = "niter_affine must have at least one level, got none"
        raise InputError(msg)
    align = dipy_for(PURPOSE, "dipy.align")
    from_values, from_grid = _resliced(moved, settings, "subject_from")
    to_values, to_grid = _resliced(onto, settings, "subject_to")
    size = float(np.mean(settings.sizes))
    with _quiet():
        affine = None
        for step in (["center_of_mass", "translation"], ["rigid"], ["affine"]):
            aligned, affine = align.affine_registration(
                from_values,
                to_values,
                moving_affine=from_grid.to_scanner,
                static_affine=to_grid.to_scanner,
                nbins=BINS,
                metric="MI",
                pipeline=step,
                level_iters=settings.affine_iterations,
                sigmas=[width / size for width in SMOOTHING_MM],
                factors=COARSER,
                starting_affine=affine,
            )
            _tell(step[-1], aligned, to_values)
        fields = None
        if settings.warp_iterations:
            fields = _warp(aligned, to_values, to_grid.to_scanner, settings)
    warp, back = fields or (None, None)
    return Registration(
        moved=from_grid, onto=to_grid, affine=np.array(affine), warp=warp, warp_back=back
    )


def _resliced(image: Image, settings: RegistrationSettings, whose: str) -> tuple[Floats, ImageGrid]:
    """Values in voxels of the wanted sizes, from 0 to 1, and where these are."""
    reslice = dipy_for(PURPOSE, "dipy.align.reslice").reslice
    place = image.geometry
    grid = ImageGrid(shape=place.shape, to_scanner=place.to_scanner)
    grid = grid.resliced(place.sizes, np.array(settings.sizes))
    values = image.values.astype(np.float64)
    values, _ = reslice(values, place.to_scanner, place.sizes, settings.sizes)
    largest = values.max()
    if not 0 < largest < np.inf:
        msg = f"the brain.mgz of {whose} must have values above 0, its largest is {largest}"
        raise DataError(msg)
    return values / largest, grid


def _warp(
    aligned: Floats, onto: Floats, affine: Floats, settings: RegistrationSettings
) -> tuple[Displacements, Displacements]:
    """Displacements of the voxels of an image, for the aligned one and back."""
    width = WINDOW_MM / np.mean(settings.sizes)
    radius = max(int(np.ceil(2 * width)), 1)
    metrics, warps = (dipy_for(PURPOSE, f"dipy.align.{name}") for name in ("metrics", "imwarp"))
    metric = metrics.CCMetric(3, sigma_diff=width, radius=radius)
    search = warps.SymmetricDiffeomorphicRegistration(metric, level_iters=settings.warp_iterations)
    found = search.optimize(onto, aligned, static_grid2world=affine, moving_grid2world=affine)
    _tell("warp", found.transform(aligned), onto)
    return found.get_forward_field(), found.get_backward_field()


def _tell(step: str, aligned: Floats, onto: Floats) -> None:
    lengths = np.linalg.norm(aligned) * np.linalg.norm(onto)
    LOGGER.info("Registered by %s: R² is %.1f %%", step, 100 * np.vdot(aligned, onto) / lengths)


@contextmanager
def _quiet() -> Iterator[None]:
    """No messages of dipy's, which would go to standard error on their own."""
    theirs = logging.getLogger("dipy")

    def only_warnings(record: logging.LogRecord) -> bool:
        return record.levelno >= logging.WARNING

    theirs.addFilter(only_warnings)  # its own for each call, as there may be several threads
    try:
        yield
    finally:
        theirs.removeFilter(only_warnings)
