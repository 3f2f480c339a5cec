"""One of every value of the stage render that holds arrays."""

import numpy as np

from leadfield.numerics.mesh_sphere import icosahedron
from leadfield.render.panel_view import render_panel_view
from leadfield.render.projection import PixelMap
from leadfield.scene.camera import camera_for
from leadfield.scene.colours import make_colour_table
from leadfield.scene.limits import Limits
from leadfield.scene.marks import Foci, Regions
from leadfield.scene.mesh import make_mesh
from leadfield.scene.scene import Hemisphere, Panel, Scene, Style
from leadfield.scene.smoothing import iterated_smoothing
from leadfield.scene.source_activity import Activity, HemisphereSources


def values():
    vertices, triangles = icosahedron(1)
    # A colour map that shows 0, so that the view knows where there is activity at all.
    sources = HemisphereSources(
        hemisphere="lh",
        vertices=np.array([3]),
        values=np.ones((1, 2)),
        smoothing=iterated_smoothing(triangles, len(vertices), np.array([3]), 2),
    )
    limits = Limits(low=0.0, middle=1.0, high=2.0, signed=False)
    activity = Activity(
        sources=(sources,),
        times=np.arange(2.0),
        colour_table=make_colour_table(np.ones((8, 4)), limits, transparent=False),
    )
    scene = Scene(
        activity=activity,
        style=Style(opacity=0.4, backing=0.8),
        hemispheres=(Hemisphere(name="lh", mesh=make_mesh(vertices, triangles)),),
        panels=(Panel(row=0, column=0, hemispheres=("lh",), camera=camera_for("lateral", "lh")),),
        foci=(Foci(hemisphere="lh", centres=-np.eye(3), radius=0.2, colour=(1, 0, 0)),),
        regions=(
            Regions(
                hemisphere="lh",
                vertex_regions=np.zeros(len(vertices), np.int64),
                colours=np.ones((1, 4)),
            ),
        ),
    )
    projection = PixelMap(
        axes=scene.panels[0].camera.axes,
        middle=np.zeros(2),
        target=(10.0, 10.0),
        scale=8.0,
        width=20,
        height=20,
    )
    view = render_panel_view(scene, scene.panels[0], projection, supersampling=1)
    yield from (projection, view, view.cortex, view.foci, view.regions[0])
