"""One of every value of ``web`` and of what pages are made of."""

import numpy as np

from leadfield.api.brain.page import MapValues
from leadfield.api.estimates.volume_page import SlicedSubject, VolumeOptions
from leadfield.figures.volume_panels import GridActivity, make_slices
from leadfield.numerics.mesh_sphere import icosahedron
from leadfield.scene.colours import make_colour_table, signed_colormap
from leadfield.scene.limits import Limits
from leadfield.scene.smoothing import iterated_smoothing
from leadfield.web.colours import map_colours
from leadfield.web.content import (
    PageContent,
    PageHeadMap,
    PageHemisphere,
    PageImage,
    PageMap,
    PageRegions,
    PageResponse,
    PageSensors,
    PageVolume,
    SampleTimes,
)
from leadfield.web.factors import factorise, quantise_columns
from leadfield.web.live_inverse import LiveInverse, LiveResponse
from leadfield.web.quantity import PageQuantity
from leadfield.web.weights import vertex_weights


def values():
    vertices, triangles = icosahedron(1)
    sources, numbers = np.array([3, 30]), np.arange(6.0).reshape(2, 3)
    smoothing = iterated_smoothing(triangles, len(vertices), sources, 2)
    half = PageHemisphere(
        name="lh",
        shapes={"white": vertices.copy()},
        triangles=triangles,
        curvature=vertices[:, 0].copy(),
        sources=sources,
        smoothing=smoothing,
    )
    limits = Limits(low=0.0, middle=1.0, high=2.0, signed=True)
    colours = map_colours(make_colour_table(signed_colormap(), limits, transparent=True))
    times, quantity = SampleTimes(tmin=0.0, tstep=0.1, n=3), PageQuantity()
    one = PageMap(title="", quantity=quantity, times=times, values=numbers, colours=colours)
    head_map = PageHeadMap(
        size=2,
        extent=1.0,
        radius=1.0,
        pixels=np.arange(2),
        matrix=np.eye(2),
        channels=np.zeros((2, 1), np.int64),
    )
    sensors = PageSensors(
        kind="mag",
        title="",
        quantity=quantity,
        names=("a", "b"),
        bads=(),
        positions=np.ones((2, 2)),
        head_map=head_map,
    )
    response = PageResponse(title="", nave=1.0, times=times, channels=(numbers.copy(), None))
    regions = PageRegions(
        name="", names=("a",), colours=np.ones((1, 3)), vertices=(np.zeros(42, np.int64),)
    )
    measured = LiveResponse(components=numbers.copy(), outside=np.ones(3), nave=1.0)
    live = LiveInverse(
        per_source=1,
        leads=quantise_columns(np.eye(2), n_fine=1),
        weights=np.ones(2),
        singular_values=np.ones(2),
        nave=1.0,
        output="vector",
        turns=np.ones((2, 3, 1)),
        responses=(measured,),
        methods=(),
        snr=3.0,
        method="MNE",
    )
    yield from (half, colours, one, head_map, sensors, response, regions, measured, live)
    yield from (live.leads, factorise(numbers), vertex_weights(smoothing, 2))
    yield MapValues(values=numbers.copy(), times=np.arange(3.0), quantity="")
    image = PageImage(values=np.zeros((2, 2, 2), np.uint8), first=np.zeros(3), step=1.0)
    yield from (image, *volumes(image))
    yield PageContent(title="", hemispheres=(half,), to_mni=np.eye(4))


def volumes(image):
    """A volume of a page, and the slices and options that it is made of."""
    points = np.arange(2)
    yield PageVolume(
        shape=(2, 1, 1),
        affine=np.eye(4),
        sources=points,
        lowest=np.zeros(3),
        highest=np.ones(3),
        image=image,
    )
    activity = GridActivity(
        values=np.ones((2, 3)), rows=points.reshape(2, 1, 1), affine=np.eye(4), vertices=points
    )
    slices = make_slices(activity, np.ones((2, 2, 2)), np.eye(4))
    yield SlicedSubject(subject=None, home=None, slices=slices, has_image=True)
    yield VolumeOptions(initial_pos=np.zeros(3))
