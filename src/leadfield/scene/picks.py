"""Picked sources of a scene: a mark on the cortex, and the time course below it."""

from dataclasses import replace

from leadfield.scene.marks import Foci
from leadfield.scene.scene import Scene
from leadfield.scene.time_courses import INKS, TimeCourses, free_ink, source_course

PICKED = "picked"
"""The name of foci that mark picked sources."""
RADIUS, HEIGHT = 3.0, 0.28
"""Of their marks in mm, and of their time courses as a fraction of the picture's."""


def with_pick(scene: Scene, hemisphere: str, vertex: int, *, more: bool) -> Scene:
    """The scene with the source nearest to a vertex picked, beside the others or alone."""
    sources = None if scene.activity is None else scene.activity.sources_of(hemisphere)
    if sources is None or not len(sources.vertices):
        return scene
    shown = scene.time_courses
    courses = [one for one in shown.courses if one.picked] if shown and more else []
    courses = courses[-(len(INKS) - 1) :]
    vertices = scene.hemisphere(hemisphere).mesh.vertices
    row = int(((vertices[sources.vertices] - vertices[vertex]) ** 2).sum(axis=1).argmin())
    region = _region(scene, hemisphere, int(sources.vertices[row]))
    ink = free_ink([one.colour for one in courses])
    course = source_course(sources, row, ink, region=region, picked=True)
    mark = Foci(
        hemisphere=hemisphere,
        centres=vertices[sources.vertices[row : row + 1]],
        radius=RADIUS,
        colour=ink,
        name=PICKED,
    )
    colours = {one.colour for one in courses}
    kept = [one for one in scene.foci if one.name != PICKED or one.colour in colours]
    return replace(
        scene,
        foci=(*kept, mark),
        time_courses=TimeCourses(
            courses=(*courses, course), height=shown.height if shown else HEIGHT
        ),
    )


def _region(scene: Scene, hemisphere: str, vertex: int) -> str:
    """The name of the parcel or label that a vertex belongs to; empty where none is drawn."""
    for regions in reversed(scene.regions):
        index = int(regions.vertex_regions[vertex]) if regions.hemisphere == hemisphere else -1
        if 0 <= index < len(regions.names):
            return regions.names[index]
    return ""
