"""Colours, smoothing and views beside MNE-Python's."""

import numpy as np
import pytest

from leadfield.numerics.mesh_sphere import icosahedron
from leadfield.render.colours import colormap_colours
from leadfield.scene.camera import ANGLES, camera_for
from leadfield.scene.colours import make_colour_table
from leadfield.scene.limits import make_limits
from leadfield.scene.smoothing import iterated_smoothing, nearest_smoothing

mne = pytest.importorskip("mne")

VALUES = np.random.default_rng(0).normal(size=(300, 20))
CLIMS = [
    {"kind": "percent", "pos_lims": [96, 97.5, 99.95]},
    {"kind": "value", "lims": [0.5, 1, 3]},
    {"kind": "value", "pos_lims": [0.5, 1, 3]},
    {"kind": "percent", "lims": [10, 60, 99]},
    {"kind": "percent", "pos_lims": [10, 60, 99]},
    {"lims": [10, 60, 99]},
]


@pytest.mark.parametrize("clim", CLIMS, ids=str)
def test_limits_are_the_same(clim):
    from mne.viz._3d import _process_clim

    found = make_limits(clim, VALUES, signed=True)
    expected = _process_clim(clim, "auto", True, VALUES)["clim"]
    key = "pos_lims" if found.signed else "lims"
    assert np.allclose([found.low, found.middle, found.high], expected[key], rtol=1e-12)


# Its own signed map is see-through in the middle even where transparent is False.
@pytest.mark.parametrize(
    ("colormap", "signed", "transparent"),
    [("hot", False, True), ("hot", False, False), ("mne", True, True), ("RdBu_r", True, False)],
)
def test_colours_are_the_same(colormap, signed, transparent):
    from mne.viz._brain.colormap import calculate_lut

    low, middle, high = 2.0, 5.0, 12.0
    clim = {"kind": "value", "pos_lims" if signed else "lims": [low, middle, high]}
    limits = make_limits(clim, VALUES, signed=signed)
    table = make_colour_table(colormap_colours(colormap), limits, transparent=transparent)
    center = 0.0 if signed else None
    expected = calculate_lut(colormap, 1.0, low, middle, high, center, transparent)
    found = table(np.linspace(*limits.bounds, 256))
    # Its table has 256 entries whose knots are rounded to a whole one.
    shown = (expected[:, 3] > 0.05) & (found[:, 3] > 0.05)
    assert np.abs(found - expected)[shown].max() < 0.06
    assert np.abs(found[:, 3] - expected[:, 3]).max() < 0.06


@pytest.mark.parametrize("steps", [0, 1, 3, 10, None, "nearest"])
def test_smoothing_is_the_same(steps):
    from mne.morph import _hemi_morph

    vertices, triangles = icosahedron(4)
    n = len(vertices)
    sources = np.sort(np.random.default_rng(1).choice(n, 40, replace=False))
    matrix = _hemi_morph(triangles, np.arange(n), sources, steps, None, False)
    if steps == "nearest":
        smoothing = nearest_smoothing(triangles, n, sources)
    else:
        smoothing = iterated_smoothing(triangles, n, sources, steps)
    values = VALUES[:40]
    # ours is in float32
    assert np.allclose(smoothing(values), matrix @ values, atol=1e-5)


@pytest.mark.parametrize("half", ["lh", "rh", "both"])
@pytest.mark.parametrize("view", ANGLES)
def test_views_look_from_the_same_place(view, half):
    from mne.viz._brain.view import views_dicts

    angles = views_dicts[half][view]
    azimuth, elevation = np.deg2rad([angles["azimuth"], angles["elevation"]])
    expected = (
        np.cos(azimuth) * np.sin(elevation),
        np.sin(azimuth) * np.sin(elevation),
        np.cos(elevation),
    )
    assert np.allclose(camera_for(view, half).direction, expected, atol=1e-12)
