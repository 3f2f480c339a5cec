"""A report in a browser: its viewer answers, it fits every width, and asks for nothing."""

from itertools import pairwise

import pytest

from leadfield.report.page import make_report

HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="session")
def report(little_report, tmp_path_factory):
    """A report whose names are all hostile."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    long = HOSTILE + "a_very_long_name_without_any_space" * 4
    remarks = (f"The recording {long} is gone.",)
    path.write_bytes(make_report(little_report(long, remarks=remarks)))
    return path


def test_the_viewer_in_it_is_ready_and_answers(report, open_page):
    page = open_page(report)
    page.evaluate("leadfield.setTime(0.05)")
    assert page.evaluate("leadfield.state().time") == pytest.approx(0.05)
    assert page.locator(".leadfield-view canvas").first.is_visible()


def test_hostile_strings_are_shown_as_text(report, open_page):
    page = open_page(report)
    assert page.locator("img[src=x]").count() == 0
    assert page.inner_text(".report-head h1").startswith(f"ann: {HOSTILE}")
    for place in ("#peaks", "#recording", "#trials", "#responses", "#whitened", "#repeat"):
        assert HOSTILE in page.inner_text(place)


@pytest.mark.parametrize("size", [(1400, 860), (700, 860), (390, 800)])
def test_it_fits_the_window(report, open_page, size):
    page = open_page(report, size)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert page.locator(".leadfield-view").bounding_box()["height"] >= 500


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_follows_the_readers_colours(report, open_page, scheme):
    page = open_page(report)
    page.emulate_media(color_scheme=scheme)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    ink = page.evaluate("getComputedStyle(document.body).color")
    bright = [sum(map(int, colour[4:-1].split(","))) for colour in (ground, ink)]
    assert (bright[0] > bright[1]) == (scheme == "light")


def test_printed_it_has_no_viewer_and_no_contents(report, open_page):
    page = open_page(report)
    page.emulate_media(media="print")
    assert not page.locator(".leadfield-view").is_visible()
    assert not page.locator(".report-nav").is_visible()
    assert page.locator("#peaks table").is_visible()


def test_it_can_be_walked_through_with_keys(report, open_page):
    page = open_page(report)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "report-skip"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#peaks"


def test_arrow_keys_outside_the_viewer_leave_its_time(report, open_page):
    page = open_page(report)
    before = page.evaluate("leadfield.state().time")
    page.locator(".report-lead").click()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("leadfield.state().time") == before


def test_the_wheel_scrolls_the_page_until_the_brain_is_clicked(report, open_page):
    page = open_page(report)
    page.locator(".leadfield-view").scroll_into_view_if_needed()
    box = page.locator(".leadfield-view canvas").first.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    before = page.evaluate("scrollY")
    page.mouse.wheel(0, 60)
    page.wait_for_function("before => scrollY > before", arg=before)
    place = page.locator(".leadfield-view canvas").first.bounding_box()
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    page.wait_for_timeout(600)  # smooth scrolling ends
    after = page.evaluate("scrollY")
    page.mouse.wheel(0, 60)
    page.wait_for_timeout(400)
    assert page.evaluate("scrollY") == after


def test_the_viewers_heading_is_below_the_reports(report, open_page):
    page = open_page(report)
    levels = page.evaluate(
        "[...document.querySelectorAll('h1, h2, h3, h4')].map(e => Number(e.tagName[1]))"
    )
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
