"""Marks on a brain: foci, text, labels, annotations; and its views."""

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError, MissingFileError
from leadfield.freesurfer.annotation import Parcellation, write_annotation
from leadfield.freesurfer.label import VertexSet, write_label_file

TOP = 0  # the first vertex of the icosahedron


def test_foci_at_vertices_lie_on_the_surface_that_is_drawn(plot):
    brain = plot(hemi="both")
    brain.add_foci([TOP, 5], coords_as_verts=True, hemi="rh")
    drawn = brain.value.hemisphere("rh").mesh.vertices
    assert np.array_equal(brain.value.foci[0].centres, drawn[[TOP, 5]])


def test_one_vertex_may_be_given_as_a_number(plot):
    brain = plot()
    brain.add_foci(np.int64(5), True, scale_factor=0.6)
    assert len(brain.value.foci[0].centres) == 1
    assert brain.value.foci[0].radius == pytest.approx(3)


def test_foci_in_millimetres_move_with_their_hemisphere(plot):
    brain = plot(hemi="both")
    brain.add_foci([[-40, 0, 55]], hemi="lh")
    hemisphere = brain.value.hemisphere("lh")
    assert hemisphere.offset != 0
    assert np.allclose(brain.value.foci[0].centres, [[-40 + hemisphere.offset, 0, 55]])


def test_foci_of_another_surface_go_to_the_same_vertex(plot):
    brain = plot()
    near_top = np.array([-40.0, 1, 52])  # of the white surface, 50 mm high
    brain.add_foci(near_top, map_surface="white")
    assert np.allclose(brain.value.foci[0].centres, brain.value.hemispheres[0].mesh.vertices[TOP])


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"coords": [99999], "coords_as_verts": True}, InputError),
        ({"coords": [-1], "coords_as_verts": True}, InputError),
        ({"coords": [0.5], "coords_as_verts": True}, ArgumentTypeError),
        ({"coords": [1, 2]}, InputError),
        ({"coords": [[1, 2, np.nan]]}, InputError),
        ({"coords": [0], "coords_as_verts": True, "hemi": "rh"}, InputError),
        ({"coords": [0], "coords_as_verts": True, "color": "no colour"}, InputError),
        ({"coords": [0], "coords_as_verts": True, "alpha": 2}, InputError),
        ({"coords": [0], "coords_as_verts": True, "scale_factor": 0}, InputError),
        ({"coords": [0], "coords_as_verts": True, "resolution": 0}, InputError),
        ({"coords": [[0, 0, 0]], "map_surface": "pial"}, MissingFileError),
    ],
)
def test_foci_that_make_no_sense_are_refused(plot, arguments, error):
    with pytest.raises(error):
        plot().add_foci(**arguments)


def test_foci_need_a_hemisphere_where_both_are_shown(plot):
    with pytest.raises(InputError, match="hemi"):
        plot(hemi="both").add_foci(0, coords_as_verts=True)


def test_words_are_written_where_they_are_wanted(plot):
    brain = plot(size=400)
    brain.add_text(0.1, 0.9, "dSPM", "title", font_size=14, color="red")
    brain.screenshot()
    text = next(text for text in brain.figure.texts if text.get_text() == "dSPM")
    cell = brain._renderer.drawing.cells[0]
    left, bottom = text.get_position()
    assert left == pytest.approx(0.1)
    assert (1 - bottom) * 400 == pytest.approx(0.1 * cell.height, abs=1)
    assert text.get_color() == (1, 0, 0)
    assert text.get_fontsize() == 14


def test_two_words_of_one_name_are_refused(plot):
    brain = plot()
    brain.add_text(0.1, 0.9, "one", "title")
    with pytest.raises(InputError, match="'title'"):
        brain.add_text(0.1, 0.1, "other", "title")


@pytest.mark.parametrize(
    "wrong",
    [
        {"x": 2},
        {"y": -0.1},
        {"row": 1},
        {"col": 3},
        {"justification": "middle"},
        {"font_size": 0},
        {"opacity": 7},
    ],
)
def test_words_that_have_no_place_are_refused(plot, wrong):
    with pytest.raises(InputError):
        plot().add_text(**{"x": 0.1, "y": 0.9, "text": "words", **wrong})


def test_a_label_has_its_own_colour_unless_one_is_given(plot, patch):
    brain = plot()
    brain.add_label(patch([-1, 0, 0], 0.5, color="blue"))
    brain.add_label(patch([-1, 0, 0], 0.5, color="blue"), color="lime", alpha=0.5)
    brain.add_label(patch([-1, 0, 0], 0.5))
    colours = [regions.colours[0].tolist() for regions in brain.value.regions]
    assert colours[0] == [0, 0, 1, 1]
    assert colours[1] == [0, 1, 0, 0.5]
    assert colours[2][0] > 0.8  # crimson


def test_a_threshold_leaves_a_labels_strong_vertices(plot, patch):
    brain = plot()
    label = patch([-1, 0, 0], 0.5)
    brain.add_label(label, scalar_thresh=0.5)
    kept = np.flatnonzero(brain.value.regions[0].vertex_regions == 0)
    assert np.array_equal(kept, label.vertices[label.values >= 0.5])


@pytest.mark.parametrize(("borders", "width"), [(False, 0), (True, 2), (0, 0), (1, 2), (3, 4)])
def test_borders_are_as_wide_as_they_say(plot, patch, borders, width):
    brain = plot()
    brain.add_label(patch([-1, 0, 0], 0.5), borders=borders)
    assert brain.value.regions[0].outline == width


@pytest.mark.parametrize("borders", ["wide", -1, 1.5])
def test_other_borders_are_refused(plot, patch, borders):
    with pytest.raises(InputError, match="borders"):
        plot().add_label(patch([-1, 0, 0], 0.5), borders=borders)


def test_a_label_of_the_other_hemisphere_is_refused(plot, patch):
    with pytest.raises(InputError, match="hemi"):
        plot(hemi="lh").add_label(patch([1, 0, 0], 0.5, hemi="rh"))


def test_labels_are_found_by_path_and_by_name(plot, patch, subjects):
    numbers = patch([-1, 0, 0], 0.5).vertices
    n = len(numbers)
    held = VertexSet(vertices=numbers, positions=np.zeros((n, 3)), values=np.ones(n))
    path = subjects / "made" / "label" / "lh.spot.label"
    write_label_file(path, held, overwrite=True)
    brain = plot(hemi="both")
    brain.add_label(path)
    brain.add_label("spot", hemi="lh")
    for regions in brain.value.regions:
        assert np.array_equal(np.flatnonzero(regions.vertex_regions == 0), numbers)
    with pytest.raises(InputError, match="hemi"):
        brain.add_label("spot")
    with pytest.raises(MissingFileError, match=r"lh\.blot\.label"):
        brain.add_label("blot", hemi="lh")


def write_annotations(folder, n_vertices=2562):
    parts = np.arange(n_vertices) * 3 // n_vertices
    colours = np.array([[255, 0, 0, 255], [0, 255, 0, 255], [0, 0, 255, 255]])
    held = Parcellation(labels=parts, names=("a", "b", "c"), colours=colours)
    for half in ("lh", "rh"):
        write_annotation(folder / f"{half}.thirds.annot", held, overwrite=True)
    return parts


def test_annotations_are_found_by_name_and_path_for_all_hemispheres(plot, subjects):
    regions = write_annotations(subjects / "made" / "label")
    brain = plot(hemi="split")
    for annot in ("thirds", subjects / "made" / "label" / "lh.thirds.annot"):
        brain.add_annotation(annot, alpha=0.5)
        assert [p.hemisphere for p in brain.value.regions] == ["lh", "rh"]
        assert all(np.array_equal(p.vertex_regions, regions) for p in brain.value.regions)
        assert brain.value.regions[0].colours[1].tolist() == [0, 1, 0, 0.5]


def test_an_annotation_may_stay_beside_the_next(plot, subjects):
    write_annotations(subjects / "made" / "label")
    brain = plot()
    brain.add_annotation("thirds")
    brain.add_annotation("thirds", remove_existing=False, color="white", borders=False)
    assert [p.outline for p in brain.value.regions] == [2, 0]
    assert brain.value.regions[1].colours.min() == 1


def test_labels_may_be_an_annotation(plot, patch):
    brain = plot()
    labels = [patch([-1, 0, 0], 0.4), patch([0, 1, 0], 0.4), patch([1, 0, 0], 0.4, hemi="rh")]
    brain.add_annotation(labels)
    assert set(brain.value.regions[0].vertex_regions.tolist()) == {-1, 0, 1}


def test_an_annotation_of_another_surface_is_refused(plot, tmp_path):
    write_annotations(tmp_path, n_vertices=100)
    with pytest.raises(MismatchError, match="100"):
        plot().add_annotation(tmp_path / "lh.thirds.annot")


def test_a_view_by_name_is_that_of_each_panels_hemisphere(plot):
    brain = plot(hemi="split")
    brain.show_view("medial")
    directions = [panel.camera.direction for panel in brain.value.panels]
    assert np.allclose(directions, [[1, 0, 0], [-1, 0, 0]])


def test_a_view_may_be_for_one_panel(plot):
    brain = plot(hemi="split", views=["lat", "med"])
    before = [panel.camera for panel in brain.value.panels]
    brain.show_view("dorsal", row=1, col=0)
    after = [panel.camera for panel in brain.value.panels]
    assert [a == b for a, b in zip(before, after, strict=True)] == [True, True, False, True]


def test_a_view_may_be_given_by_angles_and_rolled(plot):
    brain = plot()
    brain.show_view(azimuth=0, elevation=90)
    assert np.allclose(brain.value.panels[0].camera.direction, [1, 0, 0])
    brain.show_view(roll=90)
    assert np.allclose(np.abs(brain.value.panels[0].camera.up), [0, 1, 0])


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"view": "sideways"},
        {"azimuth": 10},
        {"view": "lat", "azimuth": 1, "elevation": 2},
        {"view": "lat", "row": 5},
        {"view": "lat", "hemi": "left"},
    ],
)
def test_views_that_are_none_are_refused(plot, wrong):
    with pytest.raises(InputError):
        plot().show_view(**wrong)
