"""Text and the colour bar lie neither on each other nor on the brain, nor outside."""

import itertools

import numpy as np
import pytest

LONG = "A very long title that tells everything about a picture, its subject and its method " * 2


def boxes(brain):
    """Boxes of all words in pixels: left, bottom, right, top; and the colour bar's."""
    brain.screenshot()
    figure = brain.figure
    renderer = figure._get_renderer()
    found = [text.get_window_extent(renderer) for text in figure.texts if text.get_text()]
    for axes in figure.axes[1:]:
        found.append(axes.get_window_extent(renderer))
        words = [*axes.get_xticklabels(), axes.xaxis.label, *legend_texts(axes)]
        found += [text.get_window_extent(renderer) for text in words if text.get_text()]
    return [box.extents for box in found]


def legend_texts(axes):
    return axes.get_legend().get_texts() if axes.get_legend() else []


def overlap(one, other):
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > 0.5
        and min(one[3], other[3]) - max(one[1], other[1]) > 0.5
    )


def under(brain, box):
    """The brain's picture, without words, under a box."""
    image = brain.figure.axes[0].images[0].get_array()
    left, bottom, right, top = np.round(box).astype(int)
    height = image.shape[0]
    return image[max(height - top, 0) : height - bottom, max(left, 0) : right, :3]


def pictures(plot):
    yield plot(size=200)
    yield plot(size=800, quantity="dSPM")
    yield plot(size=(1200, 300), title=LONG, quantity="activity (A·m)")
    yield plot(size=(200, 600), title=LONG)
    yield plot("signed", hemi="split", views=["lat", "med", "dor"], size=(400, 700))
    yield plot(size=100, title="Small", clim={"kind": "value", "lims": [1e-10, 1.01e-10, 3e-10]})
    yield plot(size=150, title=20 * LONG)
    yield plot(size=300, hemi="both", views=["lat", "dor"], show_traces=True)
    yield plot(size=(900, 500), title="Traces", show_traces=0.35, quantity="dSPM")
    yield plot("moments", size=700, views="lat", quantity="Current (A·m)")
    yield plot(size=400, clim={"kind": "value", "lims": [50, 60, 70]}, quantity="Current (A·m)")
    brain = plot(hemi="split", views=["lat", "med"], size=500)
    brain.add_text(0.1, 0.9, "One", font_size=14)
    brain.add_text(0.12, 0.88, "Another at the same place", font_size=14)
    brain.add_text(0.9, 0.05, LONG, "long", row=1, col=1, justification="right")
    brain.add_text(0.5, 0.95, "Everywhere", row=None, col=None, justification="center")
    yield brain


@pytest.fixture
def every(plot):
    return list(pictures(plot))


def test_words_never_lie_on_each_other(every):
    for brain in every:
        for one, other in itertools.combinations(boxes(brain), 2):
            assert not overlap(one, other), brain.value.title


def test_words_never_lie_on_the_brain(every):
    for brain in every:
        for box in boxes(brain):
            assert (under(brain, box) == 0).all()  # the background is black


def test_nothing_is_cut_at_the_edges(every):
    for brain in every:
        width, height = brain.figure.bbox.size
        for left, bottom, right, top in boxes(brain):
            assert left >= -0.5
            assert bottom >= -0.5
            assert right <= width + 0.5
            assert top <= height + 0.5


def test_the_brain_is_whole(every):
    for brain in every:
        brain.screenshot()
        image = brain.figure.axes[0].images[0].get_array()[..., :3]
        edges = [image[0], image[-1], image[:, 0], image[:, -1]]
        assert not any(edge.any() for edge in edges)


def test_signs_in_words_are_no_markup(plot):
    brain = plot(size=200, title="cost: $5 and $6_a^b")
    assert brain.screenshot().any()


def test_small_numbers_are_given_in_a_unit_with_a_prefix(plot):
    limits = {"kind": "value", "lims": [1e-10, 2e-10, 3e-10]}
    brain = plot(clim=limits, quantity="Current (A·m)", size=400)
    brain.screenshot()
    assert "Current (pA·m)" in [text.get_text() for text in brain.figure.texts]
    ticks = [text.get_text() for text in brain.figure.axes[1].get_xticklabels()]
    assert ticks == ["100", "200", "300"]


def test_small_numbers_without_a_unit_are_given_with_their_power(plot):
    brain = plot(clim={"kind": "value", "lims": [1e-10, 2e-10, 3e-10]}, quantity="A·m", size=400)
    brain.screenshot()
    assert "×10⁻¹² A·m" in [text.get_text() for text in brain.figure.texts]
    ticks = [text.get_text() for text in brain.figure.axes[1].get_xticklabels()]
    assert ticks == ["100", "200", "300"]


def test_signed_bars_are_marked_on_both_sides(plot):
    brain = plot("signed", clim={"kind": "value", "pos_lims": [2, 4, 8]}, size=800)
    brain.screenshot()
    ticks = [text.get_text() for text in brain.figure.axes[1].get_xticklabels()]
    assert ticks == ["−8", "−4", "−2", "2", "4", "8"]


def test_limits_above_all_values_are_told_in_the_picture(plot, estimate):
    brain = plot(size=500, clim={"kind": "value", "lims": [50, 60, 70]}, quantity="dSPM")
    brain.screenshot()
    least, most = estimate.values.min(), estimate.values.max()
    low, high = (f"{value:.3g}".replace("-", "−") for value in (least, most))
    assert f"dSPM: only {low} to {high} here" in [text.get_text() for text in brain.figure.texts]


def test_the_name_of_a_view_goes_when_the_brain_is_turned(plot):
    brain = plot(hemi="split", views=["lat", "med"], size=300)
    brain.show_view(azimuth=20, elevation=70, row=0, col=0)
    brain.show_view("dorsal", row=1, col=0)
    brain.show_view(roll=10, row=1, col=1)
    brain.screenshot()
    shown = [text.get_text() for text in brain.figure.texts]
    assert "left lateral" not in shown
    assert "left medial" not in shown
    assert {"left dorsal", "right lateral", "right medial"} <= set(shown)


def test_brains_beside_each_other_stay_level_under_a_caption(plot):
    brain = plot(hemi="split", size=400)
    brain.add_text(0.1, 0.9, "Only left", row=0, col=0)
    brain.screenshot()
    left, right = brain._renderer.drawing._layout.projections
    assert left.target[1] == right.target[1]
