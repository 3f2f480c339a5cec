"""One of every value of the stage scene that holds arrays."""

import numpy as np

from leadfield.numerics.mesh_sphere import icosahedron
from leadfield.scene.camera import camera_for
from leadfield.scene.colours import make_colour_table, signed_colormap
from leadfield.scene.limits import Limits
from leadfield.scene.marks import Foci, Regions
from leadfield.scene.mesh import make_mesh
from leadfield.scene.scene import Hemisphere, Panel, Scene
from leadfield.scene.smoothing import iterated_smoothing
from leadfield.scene.source_activity import Activity, HemisphereSources, InnerSources
from leadfield.scene.time_courses import strongest_courses

SOURCES = np.array([3, 40])


def make_scene():
    vertices, triangles = icosahedron(1)
    mesh = make_mesh(50 * vertices, triangles, vertices[:, 0].copy())
    smoothing = iterated_smoothing(triangles, len(vertices), SOURCES, 2)
    sources = HemisphereSources(
        hemisphere="lh", vertices=SOURCES, values=np.ones((2, 3)), smoothing=smoothing
    )
    inside = InnerSources(
        points=np.array([4]), positions=np.zeros((1, 3)), values=np.ones((1, 3)), spacing=5.0
    )
    limits = Limits(low=0.0, middle=1.0, high=2.0, signed=True)
    activity = Activity(
        sources=(sources,),
        times=np.arange(3.0),
        colour_table=make_colour_table(signed_colormap(), limits, transparent=True),
        inside=inside,
    )
    regions = Regions(
        hemisphere="lh",
        vertex_regions=np.zeros(len(vertices), np.int64),
        colours=np.ones((1, 4)),
    )
    return Scene(
        hemispheres=(Hemisphere(name="lh", mesh=mesh),),
        panels=(Panel(row=0, column=0, hemispheres=("lh",), camera=camera_for("lateral", "lh")),),
        activity=activity,
        time_courses=strongest_courses(activity, 0.3),
        foci=(Foci(hemisphere="lh", centres=np.ones((1, 3)), radius=5.0, colour=(1, 0, 0)),),
        regions=(regions,),
    )


def values():
    scene = make_scene()
    yield scene
    yield from (scene.hemispheres[0], scene.hemispheres[0].mesh)
    yield from (scene.foci[0], scene.regions[0])
    yield from (scene.activity, scene.activity.colour_table, scene.activity.inside)
    yield from (scene.activity.sources[0], scene.activity.sources[0].smoothing)
    yield from (scene.time_courses, scene.time_courses.courses[0])
