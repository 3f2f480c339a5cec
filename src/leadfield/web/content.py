"""Content of a page: anatomy, maps on it, sensors beside it, and what is shown first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import final

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.errors import InputError, MismatchError
from leadfield.scene.marks import Caption, Colour
from leadfield.scene.smoothing import Smoothing
from leadfield.web.colours import MapColours
from leadfield.web.live_inverse import LiveInverse
from leadfield.web.quantity import PageQuantity

SURFACES = ("white", "pial", "inflated")
"""The shapes of a cortex that a page goes between."""


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PageHemisphere:
    """One half of the cortex in up to three shapes, and the sources on it.

    ``shapes`` are positions in surface RAS in mm (n_vertices, 3) by the names of surfaces,
    ``triangles`` (n_triangles, 3) those of all of them; ``curvature`` (n_vertices,) is above 0
    in sulci. ``sources`` are vertex numbers, growing.
    """

    name: str
    shapes: Mapping[str, Floats]
    triangles: Ints
    curvature: Floats | None
    sources: Ints
    smoothing: Smoothing

    def __post_init__(self) -> None:
        if not self.shapes or not set(self.shapes) <= set(SURFACES):
            msg = f"shapes must be some of {', '.join(SURFACES)}, got {', '.join(self.shapes)}"
            raise InputError(msg)
        lock_arrays(self)
        sizes = {len(shape) for shape in self.shapes.values()}
        if len(sizes) != 1:
            msg = f"all shapes of {self.name} must have the same vertices, got {sorted(sizes)}"
            raise MismatchError(msg)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PageImage:
    """An image (z, y, x) from 0, black, to 255, white, along the axes of scanner RAS.

    ``first`` (3,) is the middle of its first voxel, ``step`` how far voxels are apart, in mm.
    """

    values: NDArray[np.uint8]
    first: Floats
    step: float

    def __post_init__(self) -> None:
        lock_arrays(self)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PageVolume:
    """Sources at points of a grid, seen in slices along the axes of scanner RAS.

    ``affine`` (4, 4) leads from the grid of ``shape`` to mm; ``sources`` are numbers of points,
    counted along the first axis first. Slices go from the corner ``lowest`` to ``highest`` (3,).
    """

    shape: tuple[int, int, int]
    affine: Floats
    sources: Ints
    lowest: Floats
    highest: Floats
    image: PageImage | None

    def __post_init__(self) -> None:
        lock_arrays(self)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SampleTimes:
    """Times in s: ``tmin`` + ``tstep`` * i for i < ``n``."""

    tmin: float
    tstep: float
    n: int


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PageMap:
    """Values of all sources over time, (n_sources, n_times) or moments (n_sources, 3, n_times).

    ``response`` is the place of the response it was made of. Without ``values`` it is the map
    of the live inverse.
    """

    title: str
    quantity: PageQuantity
    times: SampleTimes
    values: Floats | None
    colours: MapColours
    response: int | None = None

    def __post_init__(self) -> None:
        lock_arrays(self)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PageHeadMap:
    """Interpolation from sensors to the pixels (n_pixels,) of a square, row * size + column.

    ``matrix`` (n_pixels, n_sites) takes one number a site, of ``channels`` (n_sites, 1 or 2),
    of two the root of their mean square. The square goes from -extent to extent, its first
    row at the nose, and is cut at ``radius``.
    """

    size: int
    extent: float
    radius: float
    pixels: Ints
    matrix: Floats
    channels: Ints

    def __post_init__(self) -> None:
        lock_arrays(self)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PageSensors:
    """Sensors of one type: positions (n, 2) on a head of radius 1, places of the bad ones."""

    kind: str
    title: str
    quantity: PageQuantity
    names: tuple[str, ...]
    bads: tuple[int, ...]
    positions: Floats
    head_map: PageHeadMap | None

    def __post_init__(self) -> None:
        lock_arrays(self)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PageResponse:
    """A measured response: for each type of sensor (n_channels, n_times) in SI units, or None."""

    title: str
    nave: float
    times: SampleTimes
    channels: tuple[Floats | None, ...]

    def __post_init__(self) -> None:
        lock_arrays(self)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PageRegions:
    """Named regions: for each hemisphere the place of each vertex's in ``names``, -1 for none.

    Of a volume they are those of its sources.

    ``colours`` are red, green, blue from 0 to 1, (n_regions, 3).
    """

    name: str
    names: tuple[str, ...]
    colours: Floats
    vertices: tuple[Ints | None, ...]
    filled: bool = False
    shown: bool = True

    def __post_init__(self) -> None:
        lock_arrays(self)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class PageFocus:
    """A marked point: at a vertex, so that it follows the shape, or at a position in mm."""

    hemisphere: str
    vertex: int | None
    position: tuple[float, float, float]
    radius: float
    colour: Colour
    opacity: float = 1.0
    name: str = ""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSight:
    """What a page shows first: ``time`` in s and ``place`` of slices in mm, None for the peak."""

    time: float | None = None
    shown: int = 0
    side_by_side: tuple[int, ...] = ()
    views: int = 1
    view: str = "lateral"
    hemisphere: str = "both"
    surface: str = "inflated"
    place: tuple[float, float, float] | None = None


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PageContent:
    """All that a page shows, on the cortex or in a ``volume``, which has no hemispheres.

    ``to_mni`` (4, 4) goes to MNI coordinates in mm from surface RAS, of a volume from scanner
    RAS. ``still`` is the picture that is seen where the page cannot draw, a PNG file, and
    ``description`` says what is on it.
    """

    title: str
    hemispheres: tuple[PageHemisphere, ...] = ()
    volume: PageVolume | None = None
    maps: tuple[PageMap, ...] = ()
    sensors: tuple[PageSensors, ...] = ()
    responses: tuple[PageResponse, ...] = ()
    live: LiveInverse | None = None
    regions: tuple[PageRegions, ...] = ()
    foci: tuple[PageFocus, ...] = ()
    captions: tuple[Caption, ...] = ()
    to_mni: Floats | None = None
    about: tuple[tuple[str, str], ...] = ()
    time_unit: str = "s"
    first: FirstSight = FirstSight()
    still: bytes | None = None
    description: str = ""

    def __post_init__(self) -> None:
        lock_arrays(self)
