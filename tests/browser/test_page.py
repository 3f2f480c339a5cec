"""A page in a browser shows the estimate's numbers, answers, and asks for nothing."""

import numpy as np
import pytest

from leadfield.viz import write_brain_page

HOSTILE = "<img src=x onerror=alert(1)>"
TOLERANCE = 2e-3
"""Of the peak: what a page's rounding may change."""


@pytest.fixture(scope="session")
def plain(study, estimate, tmp_path_factory):
    """A page with sensors and the live inverse, and its estimate."""
    stc = estimate()
    path = tmp_path_factory.mktemp("page") / "plain.html"
    stc.to_html(path, study.evoked, study.inverse, study.subjects, title=HOSTILE)
    return path, stc


def sizes_of(numbers):
    return np.linalg.norm(numbers, axis=0) if numbers.ndim == 2 else numbers


@pytest.mark.parametrize("pick_ori", [None, "normal", "vector"])
def test_values_are_those_of_the_estimate(
    study, open_page, tmp_path, pick_ori, estimate, some_vertices
):
    stc = estimate(pick_ori=pick_ori)
    page = open_page(stc.to_html(tmp_path / "page.html", subjects_dir=study.subjects))
    peak = np.abs(stc.magnitude().data if pick_ori == "vector" else stc.data).max()
    for sample in (20, 61, 90):
        page.evaluate("t => leadfield.setTime(t)", stc.times[sample])
        for side, vertex, course in some_vertices(stc):
            found = page.evaluate("([h, v]) => leadfield.value(h, v)", [side, vertex])
            assert abs(found - sizes_of(course)[sample]) <= TOLERANCE * peak


def test_a_time_between_samples_is_interpolated(plain, open_page, some_vertices):
    path, stc = plain
    page = open_page(path)
    page.evaluate("t => leadfield.setTime(t)", (stc.times[60] + stc.times[61]) / 2)
    side, vertex, course = some_vertices(stc)[0]
    found = page.evaluate("([h, v]) => leadfield.value(h, v)", [side, vertex])
    assert found == pytest.approx(course[60:62].mean(), abs=TOLERANCE * stc.data.max())


def test_it_starts_at_the_peak(plain, open_page):
    path, stc = plain
    state = open_page(path).evaluate("leadfield.state()")
    assert state["time"] == pytest.approx(stc.times[np.abs(stc.data).max(axis=0).argmax()])


def test_play_advances_the_time(plain, open_page):
    page = open_page(plain[0])
    before = page.evaluate("leadfield.setTime(0), leadfield.play(), leadfield.state().time")
    page.wait_for_function("t => leadfield.state().time > t + 0.01", arg=before, timeout=60_000)
    page.evaluate("leadfield.pause()")
    assert not page.evaluate("leadfield.state().playing")


def test_the_morph_slider_moves_vertices(plain, open_page):
    page = open_page(plain[0])
    where = "([m, v]) => (leadfield.setMorph(m), leadfield.position('lh', v))"
    white, pial, inflated = (page.evaluate(where, [m, 1000]) for m in (0, 1, 2))
    assert np.linalg.norm(np.subtract(white, pial)) > 0.3
    assert np.linalg.norm(np.subtract(pial, inflated)) > 3


def test_keys_step_play_and_turn(plain, open_page):
    path, stc = plain
    page = open_page(path)
    page.locator(".leadfield-view").first.click(position={"x": 500, "y": 400})
    before = page.evaluate("leadfield.state().time")
    page.keyboard.press("ArrowRight")
    after = page.evaluate("leadfield.state().time")
    assert after - before == pytest.approx(stc.tstep, rel=1e-3)
    page.keyboard.press("Space")
    assert page.evaluate("leadfield.state().playing")
    page.keyboard.press("Space")
    page.keyboard.press("3")
    state = page.evaluate("leadfield.state()")
    assert (state["view"], state["hemisphere"]) == ("medial", "lh")


def test_a_click_picks_the_vertex_under_it(plain, open_page):
    path, stc = plain
    page = open_page(path)
    page.evaluate("leadfield.setView('lateral', 'rh'); leadfield.clearPicks()")
    vertex, _ = stc.get_peak(hemi="rh")
    place = page.evaluate("v => leadfield.onScreen('rh', v)", int(vertex))
    page.mouse.click(place["x"], place["y"])
    picks = page.evaluate("leadfield.state().picks")
    assert [pick["hemisphere"] for pick in picks] == ["rh"]
    found = page.evaluate("v => leadfield.onScreen('rh', v)", picks[0]["vertex"])
    assert np.hypot(found["x"] - place["x"], found["y"] - place["y"]) < 25


def test_the_live_inverse_equals_the_inverse(plain, open_page, estimate, some_vertices):
    page = open_page(plain[0])
    page.evaluate("leadfield.setMap(1)")
    for snr in (1.0, 3.0, 8.0):
        for method in ("MNE", "dSPM", "sLORETA"):
            stc = estimate(snr, method)
            page.evaluate("s => leadfield.setSnr(s)", snr)
            page.evaluate("m => leadfield.setMethod(m)", method)
            for side, vertex, course in some_vertices(stc, 4):
                found = page.evaluate("([h, v]) => [...leadfield.course(h, v)]", [side, vertex])
                np.testing.assert_allclose(found, course, atol=1e-3 * stc.data.max())


def test_the_live_explained_variance_equals_the_inverses(study, plain, open_page, caplog):
    from leadfield.minimum_norm import apply_inverse

    page = open_page(plain[0])
    page.evaluate("leadfield.setMap(1); leadfield.setSnr(2); leadfield.setMethod('MNE')")
    found = page.evaluate("leadfield.explained().total")
    with caplog.at_level("INFO", logger="leadfield"):
        apply_inverse(study.evoked, study.inverse, 1 / 4, "MNE", verbose="info")
    told = next(line for line in caplog.messages if "of the variance" in line)
    assert 100 * found == pytest.approx(float(told.split()[1]), abs=0.06)


def test_several_maps_keep_time_and_picks(study, open_page, tmp_path, estimate):
    maps = {"one": estimate(), "other <b>": estimate(method="sLORETA")}
    path = write_brain_page(maps, tmp_path / "two.html", subjects_dir=study.subjects)
    page = open_page(path)
    page.evaluate("leadfield.setTime(0.05); leadfield.setView('dorsal', 'both')")
    before = page.evaluate("leadfield.state()")
    page.evaluate("leadfield.setMap(1)")
    after = page.evaluate("leadfield.state()")
    assert after["map"] == 1
    for name in ("time", "view", "hemisphere", "picks"):
        assert after[name] == before[name]
    page.evaluate("leadfield.setSideBySide([0, 1])")
    assert page.evaluate("leadfield.state().maps") == [0, 1]


def test_text_from_files_is_shown_as_text(plain, open_page):
    page = open_page(plain[0])
    assert page.title() == HOSTILE
    assert HOSTILE in page.inner_text("body")
    assert page.locator("img[src=x]").count() == 0


@pytest.mark.parametrize("size", [(1400, 860), (700, 520)])
def test_controls_keep_their_place_at_both_sizes(plain, open_page, size):
    page = open_page(plain[0], size)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    canvas = page.locator("canvas").first.bounding_box()
    assert canvas["width"] >= 0.4 * size[0]
    assert canvas["height"] >= 0.35 * size[1]
    beyond = page.evaluate(
        """() => [...document.querySelectorAll('button, input, select')]
            .map(e => e.getBoundingClientRect())
            .filter(r => r.width && (r.right > innerWidth + 1 || r.left < -1)).length"""
    )
    assert beyond == 0


def test_every_control_has_a_name(plain, open_page):
    page = open_page(plain[0])
    nameless = page.evaluate(
        """() => [...document.querySelectorAll('button, input, select')].filter(e =>
            !(e.ariaLabel || e.title || e.textContent.trim() || e.labels?.length
              || e.getAttribute('aria-labelledby'))).map(e => e.outerHTML)"""
    )
    assert nameless == []


def test_without_webgl_the_still_picture_is_seen_and_the_reason(plain, browser_without_graphics):
    page = browser_without_graphics.new_page()
    page.goto(plain[0].as_uri())
    page.wait_for_selector('.leadfield-view[data-ready="failed"]', timeout=120_000)
    assert page.locator("img.leadfield-still").is_visible()
    assert "WebGL" in page.inner_text(".leadfield-note")
    page.close()


def test_a_brain_brings_its_marks(study, open_page, tmp_path, estimate):
    brain = estimate().plot(hemi="both", subjects_dir=study.subjects, initial_time=0.1)
    brain.add_foci([100], coords_as_verts=True, hemi="rh")
    brain.add_text(0.1, 0.9, HOSTILE)
    brain.to_html(tmp_path / "brain.html")
    page = open_page(tmp_path / "brain.html")
    assert page.evaluate("leadfield.state().time") == pytest.approx(0.1, abs=0.004)
    assert HOSTILE in page.inner_text("body")
