"""Volumes seen along each axis: activity on a grid, in slices of an image or in a glass brain."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.numerics.affine import apply_affine
from leadfield.sources.grid import along_axes

AXES = ("sagittal", "coronal", "axial")
"""The panels, by the axis they are seen along: x, y and z."""
IN_PLANE = ((1, 2), (0, 2), (0, 1))
"""The coordinates to the right and upwards in each panel."""
STEP = 1.0  # mm a pixel
BRIGHTEST = 99.5  # percentile of what is not black
HEAD = 0.05  # share of the brightest from which on an image shows something
GLASS = Path(__file__).with_name("glass_brain_data") / "glass_brain.npz"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GridActivity:
    """Values (n_sources, n_times) of sources on a grid.

    ``rows`` (x, y, z) are those of the sources at the points of the grid, -1 where there is
    none; ``affine`` (4, 4) leads from points to coordinates in mm, ``vertices`` number them.
    """

    values: NDArray[np.floating]
    rows: Ints
    affine: Floats
    vertices: Ints

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def places(self) -> Floats:
        """Coordinates (n_sources, 3) of the sources, in mm."""
        x, y, z = self.rows.shape
        return apply_affine(self.affine, along_axes(self.vertices, (x, y, z)))

    def rows_at(self, places: Floats) -> Ints:
        """The source at the point nearest to each place (..., 3), -1 where there is none."""
        points = np.round(apply_affine(np.linalg.inv(self.affine), places)).astype(np.int64)
        inside = np.all((points >= 0) & (points < self.rows.shape), axis=-1)
        found = np.full(places.shape[:-1], -1)
        found[inside] = self.rows[tuple(points[inside].T)]
        return found


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PanelBox:
    """What the panels show, from the lowest to the highest corner (3,), in mm."""

    lowest: Floats
    highest: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)

    def extent(self, axis: int) -> tuple[float, float, float, float]:
        """Left, right, bottom and top of a panel."""
        right, up = IN_PLANE[axis]
        return (
            float(self.lowest[right]),
            float(self.highest[right]),
            float(self.lowest[up]),
            float(self.highest[up]),
        )

    def pixels(self, axis: int, cut: float, step: float) -> Floats:
        """Coordinates (n_up, n_right, 3) of a panel's pixels, at ``cut`` along its axis."""
        right, up = IN_PLANE[axis]
        out = np.empty((self.count(up, step), self.count(right, step), 3))
        out[..., axis] = cut
        out[..., right] = self.along(right, step)
        out[..., up] = self.along(up, step)[:, np.newaxis]
        return out

    def along(self, axis: int, step: float) -> Floats:
        """The middles of pixels along an axis."""
        n = self.count(axis, step)
        share = (np.arange(n) + 0.5) / n
        found: Floats = self.lowest[axis] + share * (self.highest[axis] - self.lowest[axis])
        return found

    def count(self, axis: int, step: float) -> int:
        """The number of pixels along an axis."""
        return max(round(float(self.highest[axis] - self.lowest[axis]) / step), 1)


class VolumePanels(ABC):
    """Abstract panels of a volume, each of an image behind and of activity before it."""

    __slots__ = ()
    activity: GridActivity
    box: PanelBox

    @abstractmethod
    def background(self, axis: int, cut: float) -> Floats:
        """Brightness (n_up, n_right), 0 to 1, of what is behind."""

    @abstractmethod
    def overlay(self, axis: int, cut: float, sample: int) -> Floats:
        """Values (n_up, n_right) at a sample, NaN where there are none."""


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ImageSlices:
    """Slices of an image with values (x, y, z); ``affine`` leads from voxels to mm."""

    box: PanelBox
    values: NDArray[np.floating]
    affine: Floats
    brightest: float

    def __post_init__(self) -> None:
        lock_arrays(self)

    def grey(self, axis: int, cut: float) -> Floats:
        """Brightness (n_up, n_right), 0 to 1, where a slice cuts it, linear between voxels."""
        return self._brightness(self.box.pixels(axis, cut, STEP))

    def _brightness(self, places: Floats) -> Floats:
        import scipy

        voxels = apply_affine(np.linalg.inv(self.affine), places)
        found = scipy.ndimage.map_coordinates(self.values, np.moveaxis(voxels, -1, 0), order=1)
        return np.clip(found / self.brightest, 0, 1).astype(np.float64)

    def along_axes(self, most: int) -> tuple[NDArray[np.uint8], Floats, float]:
        """The image (z, y, x) in 8 bits along the axes of coordinates, in at most so many voxels.

        Then the middle of the first one, and how far they are apart, in mm. What is darker than
        anything that the image shows is black: its noise would fill a page.
        """
        size = self.box.highest - self.box.lowest
        step = max(STEP, float(np.prod(size) / most) ** (1 / 3))
        whole = step * np.floor(size / step)
        box = PanelBox(lowest=self.box.lowest, highest=self.box.lowest + whole)
        planes = [self._brightness(box.pixels(2, cut, step)) for cut in box.along(2, step)]
        bright = np.array(planes, np.float32)
        bright[bright < HEAD] = 0
        return np.rint(255 * bright).astype(np.uint8), box.lowest + step / 2, step


def slice_image(values: NDArray[np.generic], affine: Floats, places: Floats) -> ImageSlices:
    """Slices of an image, cropped to what it shows and to places (n, 3)."""
    grey = np.nan_to_num(values.astype(np.float32))
    bright = grey[grey > 0]
    brightest = float(np.percentile(bright, BRIGHTEST)) if bright.size else 1.0
    seen = grey > HEAD * brightest
    corners = [places.min(axis=0), places.max(axis=0)]
    if seen.any():
        spans = [np.flatnonzero(seen.any(axis=tuple({0, 1, 2} - {axis}))) for axis in range(3)]
        ends = np.array([[span[0], span[-1]] for span in spans], np.float64)
        grid = np.stack(np.meshgrid(*ends, indexing="ij"), axis=-1).reshape(-1, 3)
        corners += list(apply_affine(affine, grid))
    box = PanelBox(lowest=np.min(corners, axis=0) - STEP, highest=np.max(corners, axis=0) + STEP)
    return ImageSlices(box=box, values=grey, affine=affine, brightest=brightest)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Slices(VolumePanels):
    """Slices of an image, and activity before it."""

    activity: GridActivity
    box: PanelBox
    image: ImageSlices

    def __post_init__(self) -> None:
        lock_arrays(self)

    def background(self, axis: int, cut: float) -> Floats:
        """The image where the slice cuts it."""
        return self.image.grey(axis, cut)

    def overlay(self, axis: int, cut: float, sample: int) -> Floats:
        """The value of the source nearest to each pixel."""
        rows = self.activity.rows_at(self.box.pixels(axis, cut, STEP))
        return np.where(rows >= 0, self.activity.values[rows, sample], np.nan)


def make_slices(activity: GridActivity, values: NDArray[np.generic], affine: Floats) -> Slices:
    """Slices of an image, cropped to what it shows and where the sources are."""
    half = np.abs(activity.affine[:3, :3]).sum(axis=1) / 2  # of what is nearest to a source
    corners = np.concatenate([activity.places - half, activity.places + half])
    image = slice_image(values, affine, corners)
    return Slices(activity=activity, box=image.box, image=image)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GlassBrain(VolumePanels):
    """The brain as if of glass, in MNI coordinates: along each ray, the value farthest from 0.

    ``images`` are what the glass looks like along each axis; ``rows`` (x, y, z) those of the
    sources nearest to places 2 mm apart. Sizes are shown unless the map is ``signed``.
    """

    activity: GridActivity
    box: PanelBox
    images: tuple[Floats, Floats, Floats]
    rows: Ints
    signed: bool

    def __post_init__(self) -> None:
        lock_arrays(self)

    def background(self, axis: int, cut: float) -> Floats:
        """The glass, wherever the cut is."""
        del cut
        return self.images[axis]

    def overlay(self, axis: int, cut: float, sample: int) -> Floats:
        """The value farthest from 0 along each ray."""
        del cut
        values = np.where(self.rows >= 0, self.activity.values[self.rows, sample], 0.0)
        place = np.abs(values).argmax(axis=axis, keepdims=True)
        found = np.take_along_axis(values, place, axis).squeeze(axis).T
        empty = (self.rows < 0).all(axis=axis).T
        return np.where(empty, np.nan, found if self.signed else np.abs(found))


def make_glass_brain(activity: GridActivity, *, signed: bool) -> GlassBrain:
    """A glass brain around activity in MNI coordinates."""
    glass = standard_glass()
    box = PanelBox(lowest=glass["lowest"], highest=glass["highest"])
    step = float(glass["step"])
    places = np.stack(np.meshgrid(*(box.along(i, step) for i in range(3)), indexing="ij"), axis=-1)
    sagittal, coronal, axial = (glass[name].astype(np.float64) / 255 for name in AXES)
    return GlassBrain(
        activity=activity,
        box=box,
        images=(sagittal, coronal, axial),
        rows=activity.rows_at(places),
        signed=signed,
    )


@cache
def standard_glass() -> dict[str, NDArray[Any]]:
    """What a standard brain looks like along each axis, and the box that it is in."""
    with np.load(GLASS, allow_pickle=False) as content:
        return {name: content[name] for name in content.files}
