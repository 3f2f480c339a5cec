"""Scenes: values that are changed by making others."""

import numpy as np
import pytest

from leadfield.scene.camera import camera_for
from leadfield.scene.marks import Regions
from leadfield.scene.scene import Panel, Scene


@pytest.fixture
def scene():
    camera = camera_for("lateral", "lh")
    panels = [
        Panel(row=row, column=column, hemispheres=(), camera=camera)
        for row, column in ((0, 0), (0, 1), (1, 0))
    ]
    return Scene(hemispheres=(), panels=tuple(panels))


def regions(hemisphere, *, parcellation):
    return Regions(
        hemisphere=hemisphere,
        vertex_regions=np.zeros(4, np.int64),
        colours=np.ones((1, 4)),
        parcellation=parcellation,
    )


def test_a_new_camera_is_that_of_one_panel_and_leaves_the_old_scene(scene):
    camera = camera_for("dorsal", "lh")
    found = scene.with_camera(camera, 1)
    assert [panel.camera == camera for panel in found.panels] == [False, True, False]
    assert all(panel.camera != camera for panel in scene.panels)


@pytest.mark.parametrize(
    ("place", "expected"),
    [((0, None), [0, 1]), ((None, 0), [0, 2]), ((None, None), [0, 1, 2]), ((1, 1), [])],
)
def test_panels_are_found_by_row_and_column(scene, place, expected):
    assert scene.panels_at(*place) == expected


def test_a_parcellation_goes_without_labels_and_the_other_hemisphere(scene):
    marks = [
        regions("lh", parcellation=True),
        regions("lh", parcellation=False),
        regions("rh", parcellation=True),
    ]
    for mark in marks:
        scene = scene.with_regions(mark)
    assert scene.without_parcellation("lh").regions == tuple(marks[1:])
