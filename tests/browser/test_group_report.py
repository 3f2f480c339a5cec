"""A group's report in a browser: its viewer answers, it fits every width, and asks for nothing."""

import pytest

from leadfield.report.page import make_group_report

HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="session")
def report(little_group_report, tmp_path_factory):
    """A report whose names are all hostile, with many subjects."""
    path = tmp_path_factory.mktemp("group") / "report.html"
    long = HOSTILE + "a_very_long_name_without_any_space" * 4
    made = little_group_report(long)
    many = little_group_report(
        long, rows=made.rows * 40, subjects=made.subjects * 3, failures=made.failures * 3
    )
    path.write_bytes(make_group_report(many))
    return path


def test_the_viewer_in_it_is_ready_and_answers(report, open_page):
    page = open_page(report)
    page.evaluate("leadfield.setTime(0.05)")
    assert page.evaluate("leadfield.state().time") == pytest.approx(0.05)


def test_hostile_strings_are_shown_as_text(report, open_page):
    page = open_page(report)
    assert page.locator("img[src=x]").count() == 0
    for place in ("#brain", "#subjects", "#table", "#failures", "#outliers", "#settings"):
        assert HOSTILE in page.inner_text(place)


@pytest.mark.parametrize("size", [(1400, 860), (700, 860), (390, 800)])
def test_it_fits_the_window(report, open_page, size):
    page = open_page(report, size)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_a_long_table_scrolls_in_its_frame_and_is_whole_on_paper(report, open_page):
    page = open_page(report)
    frame = page.locator("#table .report-scroll")
    assert frame.bounding_box()["height"] <= 460
    page.emulate_media(media="print")
    assert frame.bounding_box()["height"] > 800
    assert not page.locator(".leadfield-view").is_visible()
