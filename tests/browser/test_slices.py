"""Slices of a volume in a browser show the estimate's numbers, answer, and need no WebGL."""

import numpy as np
import pytest

from leadfield.viz import write_volume_page

TOLERANCE = 2e-3
"""Of the peak: what a page's rounding may change."""


@pytest.fixture(scope="session")
def path(little_volume, tmp_path_factory):
    """A page of two maps."""
    stc, out = little_volume.stc, tmp_path_factory.mktemp("slices") / "slices.html"
    maps = {"one": stc, "<b>other</b>": 0.5 * stc}
    return write_volume_page(maps, out, little_volume.src, subjects_dir=little_volume.subjects_dir)


@pytest.fixture
def page(path, open_page):
    return open_page(path)


@pytest.fixture
def point(little_volume):
    """Function that gives the number and the place in mm of a row's source."""

    def find(row):
        vertex = int(little_volume.stc.vertices[0][row])
        return vertex, 1e3 * little_volume.src[0]["rr"][vertex]

    return find


def place_of(page):
    return np.array(page.evaluate("leadfield.state().place"))


def colour_at(page, place):
    """Red, green and blue of the picture at a place of the window, without the crosshair."""
    return page.evaluate(
        """([x, y]) => {
          const canvas = document.querySelector("canvas.lf-slices");
          const box = canvas.getBoundingClientRect();
          const ratio = canvas.width / box.width;
          const at = [(x - box.left) * ratio, (y - box.top) * ratio];
          return [...canvas.getContext("2d").getImageData(...at, 1, 1).data].slice(0, 3);
        }""",
        place,
    )


def test_values_and_courses_are_those_of_the_estimate(page, little_volume, point):
    stc = little_volume.stc
    for row in (0, 11, 40):
        vertex, place = point(row)
        page.evaluate("t => leadfield.setTime(t)", stc.times[2])
        found = page.evaluate("v => leadfield.value('vol', v)", vertex)
        assert found == pytest.approx(stc.data[row, 2], abs=9 * TOLERANCE)
        course = page.evaluate("v => [...leadfield.course('vol', v)]", vertex)
        np.testing.assert_allclose(course, stc.data[row], atol=9 * TOLERANCE)
        np.testing.assert_allclose(
            page.evaluate("v => leadfield.position('vol', v)", vertex), place, atol=1e-3
        )


def test_it_starts_at_the_peak_and_names_it(page, point):
    vertex, place = point(11)
    state = page.evaluate("leadfield.state()")
    assert state["time"] == pytest.approx(0.3)
    assert state["picks"] == [{"hemisphere": "vol", "vertex": vertex}]
    np.testing.assert_allclose(state["place"], place, atol=1e-3)
    text = page.inner_text(".lf-picks")
    assert "Hippocampus" in text
    assert f"{place[0] + 7:.1f}".replace("-", "−") in text


def test_the_peak_has_the_last_colour_and_a_place_without_a_source_none(page, point):
    vertex, _ = point(11)
    at = page.evaluate("v => leadfield.onScreen('vol', v)", vertex)
    red, green, blue = colour_at(page, [at["x"] + 4, at["y"] + 4])
    assert abs(int(red) - int(green)) + abs(int(green) - int(blue)) > 100
    corner = page.locator("canvas.lf-slices").bounding_box()
    red, green, blue = colour_at(page, [corner["x"] + 2, corner["y"] + 2])
    assert red == green == blue


def test_a_click_and_a_drag_move_the_crosshair(page, point):
    vertex, place = point(40)
    at = page.evaluate("v => leadfield.onScreen('vol', v)", vertex)
    before = place_of(page)
    page.mouse.click(at["x"], at["y"])
    moved = place_of(page)
    along = np.abs(moved - place).argmax()
    np.testing.assert_allclose(np.delete(moved, along), np.delete(place, along), atol=1)
    assert moved[along] == before[along]
    page.mouse.move(at["x"], at["y"])
    page.mouse.down()
    page.mouse.move(at["x"] + 60, at["y"])
    page.mouse.up()
    change = place_of(page) - moved
    assert (np.abs(change) > 5).sum() == 1
    assert len(page.evaluate("leadfield.state().picks")) == 1


def test_keys_move_the_crosshair_and_time_and_say_where(page, point):
    page.evaluate("leadfield.goTo([0, 0, 0])")
    for key, change in (
        ("ArrowRight", [2, 0, 0]),
        ("ArrowUp", [0, 0, 2]),
        ("PageDown", [0, -2, 0]),
    ):
        before = place_of(page)
        page.keyboard.press(f"Shift+{key}")
        np.testing.assert_allclose(place_of(page) - before, change)
    assert page.inner_text(".lf-spoken").startswith("2.0 −2.0 2.0 mm, ")
    time = page.evaluate("leadfield.state().time")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("leadfield.state().time") == pytest.approx(time - 0.1)
    page.evaluate("leadfield.setTime(0.3)")
    page.keyboard.press("p")
    np.testing.assert_allclose(place_of(page), point(11)[1], atol=1e-3)


def test_a_course_that_is_kept_stays_beside_that_of_the_crosshair(page, point):
    page.keyboard.press("k")
    page.evaluate("p => leadfield.goTo(p)", point(40)[1].tolist())
    page.evaluate("p => leadfield.goTo(p)", point(30)[1].tolist())
    picks = page.evaluate("leadfield.state().picks.map(pick => pick.vertex)")
    assert picks == [point(11)[0], point(30)[0]]
    assert page.locator(".lf-picks li").count() == 2


def test_coordinates_are_typed_in_either_space(page):
    fields = page.locator("input.lf-number")
    fields.nth(0).fill("12")
    fields.nth(0).press("Enter")
    assert place_of(page)[0] == pytest.approx(12)
    page.get_by_label("Coordinates").select_option(label="MNI")
    assert float(fields.nth(0).input_value()) == pytest.approx(19)
    fields.nth(0).fill("0")
    fields.nth(0).press("Enter")
    assert place_of(page)[0] == pytest.approx(-7)


def test_maps_stand_side_by_side_with_one_crosshair(page):
    page.evaluate("leadfield.setSideBySide([0, 1])")
    assert page.evaluate("leadfield.state().maps") == [0, 1]
    assert "<b>other</b>" in page.inner_text("body")


def test_a_wheel_zooms_where_it_is(page, point):
    at = page.evaluate("v => leadfield.onScreen('vol', v)", point(11)[0])
    page.mouse.move(at["x"], at["y"])
    page.mouse.wheel(0, -400)
    page.get_by_role("button", name="Whole slices").wait_for()
    there = page.evaluate("v => leadfield.onScreen('vol', v)", point(11)[0])
    assert np.hypot(there["x"] - at["x"], there["y"] - at["y"]) < 2


@pytest.mark.parametrize("size", [(1400, 860), (700, 520), (390, 800)])
def test_controls_keep_their_place_at_all_sizes(path, open_page, size):
    page = open_page(path, size)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    beyond = page.evaluate(
        """() => [...document.querySelectorAll('button, input, select')]
            .map(e => e.getBoundingClientRect())
            .filter(r => r.width && (r.right > innerWidth + 1 || r.left < -1)).length"""
    )
    assert beyond == 0


def test_every_control_has_a_name(page):
    nameless = page.evaluate(
        """() => [...document.querySelectorAll('button, input, select, canvas[tabindex]')]
            .filter(e => !(e.ariaLabel || e.title || e.textContent.trim() || e.labels?.length))
            .map(e => e.outerHTML)"""
    )
    assert nameless == []


def test_a_picture_is_saved(page):
    size = page.evaluate("leadfield.screenshot().then(blob => blob.size)")
    assert size > 10_000


def test_slices_need_no_webgl(path, browser_without_graphics):
    page = browser_without_graphics.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector('.leadfield-view[data-ready="true"]', timeout=120_000)
    assert page.locator("canvas.lf-slices").bounding_box()["height"] > 150
    page.close()
