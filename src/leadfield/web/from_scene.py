"""Page of a scene: what is drawn, with the other shapes of the cortex where they are known."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import all_finite
from leadfield.base.errors import InputError
from leadfield.freesurfer.surface import read_surface
from leadfield.numerics.nearest import nearest_places
from leadfield.scene.camera import ANGLES, Camera, camera_for
from leadfield.scene.marks import Foci, Regions
from leadfield.scene.scene import Hemisphere, Panel, Scene
from leadfield.scene.smoothing import Smoothing
from leadfield.scene.source_activity import Activity
from leadfield.web.colours import MapColours, map_colours
from leadfield.web.content import (
    SURFACES,
    FirstSight,
    PageContent,
    PageFocus,
    PageHemisphere,
    PageMap,
    PageRegions,
    SampleTimes,
)
from leadfield.web.quantity import prefixed_quantity

ON_VERTEX = 1e-6
"""A focus so near to a vertex, in mm, is at it."""


def content_of_scene(scene: Scene, sample: float) -> PageContent:
    """The content of a page that shows a scene at a sample."""
    halves = tuple(_hemisphere(one, scene.activity) for one in scene.hemispheres)
    activity, time = scene.activity, None
    if activity is not None and activity.inside is not None:
        msg = "a page shows a cortex, not what is inside it: save a picture, or take stc.surface()"
        raise InputError(msg)
    maps: tuple[PageMap, ...] = ()
    if activity is not None:
        time = activity.time_at(sample) / _seconds(activity)
        maps = (map_of_activity(activity, scene.title),)
    return PageContent(
        title=scene.title,
        hemispheres=halves,
        maps=maps,
        regions=regions_of_scene(scene),
        foci=tuple(focus for foci in scene.foci for focus in _foci(foci, scene)),
        captions=scene.captions,
        time_unit="s" if activity is None else activity.time_unit,
        first=_first_sight(scene, time),
    )


def map_of_activity(activity: Activity, title: str = "") -> PageMap:
    """A page's map of an activity."""
    return page_map(
        np.concatenate([one.values for one in activity.sources]),
        activity.times / _seconds(activity),
        title=title,
        quantity=activity.quantity,
        # Of a vector map the cortex is translucent, not the colours on it.
        colours=map_colours(
            activity.colour_table, opacity=1.0 if activity.arrows else activity.opacity
        ),
    )


def page_map(
    values: NDArray[np.floating[Any]],
    times: Floats,
    *,
    title: str,
    quantity: str,
    colours: MapColours,
    response: int | None = None,
) -> PageMap:
    """A map of values (n_sources, n_times) or moments (n_sources, 3, n_times) at times in s."""
    all_finite("values", values, "they cannot be given a colour")
    exact = values.astype(np.float64)
    step = float(times[-1] - times[0]) / (len(times) - 1) if len(times) > 1 else 1.0
    return PageMap(
        title=title,
        quantity=prefixed_quantity(quantity, largest_size(exact)),
        times=SampleTimes(tmin=float(times[0]), tstep=step, n=len(times)),
        values=exact,
        colours=colours,
        response=response,
    )


def largest_size(values: Floats) -> float:
    """The largest size of values, or length of moments (n_sources, 3, n_times)."""
    sizes = np.linalg.norm(values, axis=1) if values.ndim == 3 else np.abs(values)
    return float(sizes.max(initial=0))


def regions_of_scene(scene: Scene) -> tuple[PageRegions, ...]:
    """Regions of the same name in both hemispheres as one."""
    found: dict[tuple[str, bool], list[Regions]] = {}
    for regions in scene.regions:
        found.setdefault((regions.name, regions.parcellation), []).append(regions)
    return tuple(_joined_regions(parts, scene) for parts in found.values())


def _joined_regions(parts: Sequence[Regions], scene: Scene) -> PageRegions:
    names: list[str] = []
    colours: list[Floats] = []
    vertices: dict[str, Ints] = {}
    for part in parts:
        own = part.names or ("",) * len(part.colours)
        numbers = part.vertex_regions
        vertices[part.hemisphere] = np.where(numbers >= 0, numbers + len(names), -1)
        names += [f"{name}-{part.hemisphere}" if part.parcellation else name for name in own]
        colours.append(part.colours[:, :3])
    return PageRegions(
        name=parts[0].name,
        names=tuple(names),
        colours=np.concatenate(colours),
        vertices=tuple(vertices.get(half.name) for half in scene.hemispheres),
        filled=not parts[0].outline,
    )


def _hemisphere(half: Hemisphere, activity: Activity | None) -> PageHemisphere:
    n = len(half.mesh.vertices)
    sources = None if activity is None else activity.sources_of(half.name)
    smoothing = Smoothing(start=np.full(n, -1), neighbours=None, scales=())
    return PageHemisphere(
        name=half.name,
        shapes=_read_shapes(half),
        triangles=half.mesh.triangles,
        curvature=half.mesh.curvature if half.mesh.curvature.any() else None,
        sources=np.array([], np.int64) if sources is None else sources.vertices,
        smoothing=smoothing if sources is None else sources.smoothing,
    )


def _read_shapes(half: Hemisphere) -> dict[str, Floats]:
    """Positions by surface, as files have them; those of other subjects' meshes are left out."""
    own = half.surface if half.surface in SURFACES else SURFACES[0]
    shapes = {own: half.mesh.vertices - np.array([half.offset, 0, 0])}
    for name in SURFACES:
        if name != own and name in half.files:
            found = read_surface(half.files[name])
            if len(found.vertices) == len(half.mesh.vertices):
                shapes[name] = found.vertices
    return shapes


def _foci(foci: Foci, scene: Scene) -> list[PageFocus]:
    half = scene.hemisphere(foci.hemisphere)
    nearest = nearest_places(foci.centres, half.mesh.vertices)
    apart = np.linalg.norm(foci.centres - half.mesh.vertices[nearest], axis=1)
    places = foci.centres - np.array([half.offset, 0, 0])
    return [
        PageFocus(
            hemisphere=foci.hemisphere,
            vertex=int(vertex) if distance <= ON_VERTEX else None,
            position=(float(place[0]), float(place[1]), float(place[2])),
            radius=foci.radius,
            colour=foci.colour,
            opacity=foci.opacity,
            name=foci.name,
        )
        for vertex, distance, place in zip(nearest, apart, places, strict=True)
    ]


def _first_sight(scene: Scene, time: float | None) -> FirstSight:
    panel = scene.panels[0]
    alone = len(scene.hemispheres) == 1 or len(panel.hemispheres) == 1
    surface = scene.hemispheres[0].surface
    return FirstSight(
        time=time,
        views=4 if len(scene.panels) > 1 else 1,
        view=_view_name(panel),
        hemisphere=panel.hemispheres[0] if alone else "both",
        surface=surface if surface in SURFACES else SURFACES[0],
    )


def _view_name(panel: Panel) -> str:
    """The named view of a panel, ``"lateral"`` where it was turned elsewhere."""
    side = panel.hemispheres[0] if len(panel.hemispheres) == 1 else "both"
    # The last three are other names of views before them.
    names = list(ANGLES)[:8]
    return next((name for name in names if _same(camera_for(name, side), panel.camera)), names[0])


def _same(first: Camera, second: Camera) -> bool:
    return bool(np.allclose(first.direction, second.direction))


def _seconds(activity: Activity) -> float:
    """How many of the activity's units a second has."""
    return 1e3 if activity.time_unit == "ms" else 1.0
