"""One panel: the cortex, what is on it, before it and behind it."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.render import panel_view
from leadfield.render.glyphs import EDGE_OPACITY, arrow_glyphs
from leadfield.render.panel_view import render_panel_view
from leadfield.render.projection import PixelMap, extent
from leadfield.scene.marks import Foci, Regions
from leadfield.scene.scene import Style
from leadfield.scene.source_activity import ArrowStyle

SIDE = 60
OUT = np.array([-1.0, 0, 0])


def looked_at(scene):
    """The only panel of a scene as red, green, blue and opacity."""
    panel = scene.panels[0]
    vertices = np.concatenate([scene.hemisphere(h).mesh.vertices for h in panel.hemispheres])
    low, high = extent(vertices, panel.camera)
    pixel_map = PixelMap(
        axes=panel.camera.axes,
        middle=(low + high) / 2,
        target=(SIDE / 2, SIDE / 2),
        scale=0.9 * SIDE / (high - low).max(),
        width=SIDE,
        height=SIDE,
    )
    view = render_panel_view(scene, panel, pixel_map, supersampling=2)
    amplitudes = {}
    if scene.activity is not None:
        amplitudes = {s.hemisphere: s.smoothing(s.amplitudes(0)) for s in scene.activity.sources}
    return view.image(amplitudes, 0), pixel_map


def at(picture, pixel_map, point):
    """The colour of the pixel that a point lands in."""
    column, row, _ = pixel_map(np.atleast_2d(point))[0]
    return picture[int(row), int(column)]


def foci(centre, **more):
    return Foci(hemisphere="lh", centres=np.atleast_2d(centre), colour=(0, 0, 1), **more)


def middle(scene):
    return scene.hemispheres[0].mesh.vertices.mean(axis=0)


def test_the_cortex_is_opaque_and_the_rest_is_empty(scene):
    picture, pixel_map = looked_at(replace(scene, activity=None))
    assert at(picture, pixel_map, middle(scene))[3] == 1
    assert not picture[[0, 0, -1, -1], [0, -1, 0, -1]].any()


def test_sulci_are_darker_than_gyri(scene):
    style = Style(gyri=(1.0, 0, 0), sulci=(0.0, 1, 0))
    picture, pixel_map = looked_at(replace(scene, activity=None, style=style))
    mesh = scene.hemispheres[0].mesh
    facing = mesh.normals @ OUT > 0.9
    for rows, channel in ((mesh.curvature > 0.5, 1), (mesh.curvature < -0.5, 0)):
        for point in mesh.vertices[facing & rows][::20]:
            colour = at(picture, pixel_map, point)
            assert colour[channel] > colour[1 - channel] + 0.3


def test_activity_is_white_at_its_peak_red_around_and_nowhere_else(scene):
    picture, pixel_map = looked_at(scene)
    assert at(picture, pixel_map, [-75, 10, 5])[:3].min() > 0.9
    around = at(picture, pixel_map, [-73, 10, 26])
    assert around[0] > around[2] + 0.3
    grey = at(picture, pixel_map, [-75, -45, 5])
    assert np.ptp(grey[:3]) < 0.01


def test_a_focus_before_the_brain_is_seen_as_a_ring(scene):
    bare, _ = looked_at(scene)
    centre = middle(scene) + 36 * OUT
    picture, pixel_map = looked_at(scene.with_foci(foci(centre, radius=24.0)))
    assert np.array_equal(at(picture, pixel_map, centre), at(bare, pixel_map, centre))
    blue = (picture[..., 2] > 0.5) & (picture[..., 0] < 0.3)
    across = pixel_map(centre[None])[0, :2]
    rows, columns = np.nonzero(blue)
    apart = np.hypot(columns + 0.5 - across[0], rows + 0.5 - across[1]) / pixel_map.scale
    assert len(apart) > 10
    assert 14 < apart.min() < apart.max() < 24


def test_a_focus_behind_the_brain_is_hidden(scene):
    bare, _ = looked_at(scene)
    centre = middle(scene) - 36 * OUT
    picture, _ = looked_at(scene.with_foci(foci(centre, radius=5.0)))
    assert np.array_equal(picture, bare)


def test_a_focus_behind_a_translucent_brain_shines_through(scene):
    glass = replace(scene, activity=None, style=Style(opacity=0.3))
    bare, _ = looked_at(glass)
    centre = middle(scene) - 36 * OUT
    picture, pixel_map = looked_at(glass.with_foci(foci(centre, radius=24.0)))
    beside = centre + np.array([0, 19.5, 0])
    shown, before = at(picture, pixel_map, beside), at(bare, pixel_map, beside)
    assert shown[2] > before[2] + 0.3
    assert shown[3] > 0.9
    assert before[3] == pytest.approx(0.3, abs=1e-3)


def test_a_translucent_focus_lets_the_cortex_through(scene):
    scene = replace(scene, activity=None)
    centre = middle(scene) + 36 * OUT
    bare, _ = looked_at(scene)
    half, _ = looked_at(scene.with_foci(foci(centre, radius=5.0, opacity=0.5)))
    full, _ = looked_at(scene.with_foci(foci(centre, radius=5.0)))
    changed = np.abs(full - bare).max(axis=2) > 0.1
    assert changed.sum() > 10
    darker = 1 - EDGE_OPACITY  # edges are less than opaque as it is
    mean = (bare + full) / 2
    assert np.abs(half - mean)[changed].max() < darker / 4


def test_a_small_focus_beside_the_brain_covers_its_disc(scene):
    bare, _ = looked_at(scene)
    beside = middle(scene) + np.array([0, 75, 48])
    picture, pixel_map = looked_at(scene.with_foci(foci(beside, radius=5.0)))
    area = (picture[..., 3] > 0).sum() - (bare[..., 3] > 0).sum()
    disc = np.pi * (5 * pixel_map.scale) ** 2
    assert disc < area < 2.5 * disc  # pixels are touched beyond it


def marked(scene, *, outline=0, radius=25.0, opacity=1.0):
    mesh = scene.hemispheres[0].mesh
    away = np.linalg.norm(mesh.vertices - [-75, 0, 0], axis=1)
    regions = Regions(
        hemisphere="lh",
        vertex_regions=np.where(away < radius, 0, -1),
        colours=np.array([[0, 1.0, 0, opacity]]),
        outline=outline,
    )
    return replace(scene, activity=None).with_regions(regions)


def green(picture):
    return picture[..., 1] > picture[..., 0] + 0.2


def test_a_filled_part_covers_its_vertices(scene):
    picture, _ = looked_at(marked(scene))
    assert green(picture)[SIDE // 2, SIDE // 2]
    assert not green(picture)[SIDE // 2, 5]


def test_an_outline_goes_around_and_leaves_the_inside(scene):
    filled, _ = looked_at(marked(scene))
    outlined, _ = looked_at(marked(scene, outline=2))
    assert not green(outlined)[SIDE // 2, SIDE // 2]
    assert 0 < green(outlined).sum() < green(filled).sum()
    assert not (green(outlined) & ~green(filled)).any()


def test_a_wider_outline_covers_more(scene):
    narrow, _ = looked_at(marked(scene, outline=1))
    wide, _ = looked_at(marked(scene, outline=3))
    assert green(wide).sum() > 1.5 * green(narrow).sum()


def test_the_edge_of_the_brain_is_no_border_of_a_part(scene):
    # all vertices are in the part: nothing has another part beside it
    picture, _ = looked_at(marked(scene, outline=2, radius=1000))
    assert not green(picture).any()


def test_arrows_stand_on_active_sources(scene, make_activity):
    moments = make_activity(scene.hemispheres, moments=True, arrows=ArrowStyle(scale=2.0))
    with_arrows, pixel_map = looked_at(replace(scene, activity=moments))
    without, _ = looked_at(replace(scene, activity=replace(moments, arrows=None)))
    changed = np.abs(with_arrows - without).max(axis=2) > 0.05
    rows, columns = np.nonzero(changed)
    column, row, _ = pixel_map(np.array([[-75.0, 10, 5]]))[0]
    assert changed.sum() > 8
    assert np.hypot(rows - row, columns - column).max() < 25


def test_unreached_cortex_has_no_colour_even_of_an_opaque_map(scene):
    activity = scene.activity
    table = replace(activity.colour_table, colours=np.tile(np.float32([1, 0, 0, 1]), (1024, 1)))
    sources = activity.sources[0]
    alone = replace(sources.smoothing, scales=(), neighbours=None)
    activity = replace(activity, colour_table=table, sources=(replace(sources, smoothing=alone),))
    picture, _ = looked_at(replace(scene, activity=activity))
    red = picture[..., 0] > picture[..., 1] + 0.3
    assert 0 < red.sum() < 0.5 * (picture[..., 3] > 0).sum()


def test_a_backing_makes_a_see_through_cortex_paler_but_hides_nothing_behind_it(scene):
    glass = replace(scene, activity=None, style=Style(opacity=0.4))
    backed = replace(glass, style=Style(opacity=0.4, backing=0.9))
    place = middle(scene)
    (bare, pixel_map), (paler, _) = looked_at(glass), looked_at(backed)
    assert at(paler, pixel_map, place)[3] == pytest.approx(0.4 + 0.6 * 0.9, abs=1e-3)
    assert at(paler, pixel_map, place)[0] > at(bare, pixel_map, place)[0] + 0.3
    behind = foci(place - 36 * OUT, radius=24.0)
    beside = place - 36 * OUT + np.array([0, 19.5, 0])
    marked, unmarked = looked_at(backed.with_foci(behind))[0], paler
    blueness = [
        at(one, pixel_map, beside)[2] - at(one, pixel_map, beside)[0] for one in (marked, unmarked)
    ]
    assert blueness[0] > blueness[1] + 0.4


def test_the_backing_holds_where_nothing_is_drawn_beside_glyphs(scene):
    backed = replace(scene, style=Style(opacity=0.4, backing=0.9))
    beside = middle(scene) + np.array([0, 75, 48])
    marked, _ = looked_at(backed.with_foci(foci(beside, radius=5.0)))
    bare, _ = looked_at(backed)
    same = np.abs(marked - bare).max(axis=2) == 0
    assert same.mean() > 0.97
    assert not same.all()


def test_arrows_that_lie_on_each_other_are_thinned_out_to_the_strongest(
    scene, make_activity, monkeypatch
):
    drawn = []

    def record(starts, vectors, colours, projection):
        drawn.append((projection(starts + vectors / 2)[:, :2] / 2, vectors))
        return arrow_glyphs(starts, vectors, colours, projection)

    monkeypatch.setattr(panel_view, "arrow_glyphs", record)
    moments = make_activity(scene.hemispheres, moments=True, arrows=ArrowStyle(scale=2.0))
    looked_at(replace(scene, activity=moments))
    ((places, vectors),) = drawn
    lengths = moments.sources[0].amplitudes(0.0)
    assert 1 < len(places) < (lengths > 2).sum() / 2
    apart = np.linalg.norm(places[:, None] - places, axis=2)[~np.eye(len(places), dtype=bool)]
    assert apart.min() >= 10 * (1 - 1e-6)
    assert np.linalg.norm(vectors, axis=1).max() == pytest.approx(2.0 * lengths.max())
