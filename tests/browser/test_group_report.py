"""A group's report in a browser: its viewer answers, it fits every width, and asks for nothing."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.api.group.report import MOST_ROWS
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


@pytest.fixture
def open_table(little_group_report, open_page, tmp_path):
    """Function that opens a report with so many subjects, conditions and labels in its table."""

    def opens(*counts):
        row = little_group_report().rows[0]
        rows = tuple(
            replace(
                row,
                subject=f"sub-{subject + 1}",
                condition=f"condition {condition}",
                label=f"label {label}",
                mean=(-1) ** subject * (subject + label / 100) * 1e-12,
                **dict.fromkeys("xyz", None if subject == 1 else float(label)),
            )
            for subject, condition, label in np.ndindex(*counts)
        )
        path = tmp_path / "table.html"
        path.write_bytes(make_group_report(little_group_report(rows=rows)))
        return open_page(path)

    return opens


def column_of(page, column):
    return page.evaluate(
        "column => [...document.querySelectorAll('#table tbody tr')]"
        ".map((row) => row.cells[column].textContent)",
        column,
    )


def sorted_by(page):
    return page.evaluate(
        "[...document.querySelectorAll('#table th[aria-sort]')]"
        ".map((th) => [th.textContent, th.ariaSort])"
    )


def test_a_click_on_a_heading_sorts_by_it_and_another_turns_the_order(open_table):
    page = open_table(12, 1, 1)
    assert sorted_by(page) == []
    page.get_by_role("button", name="Subject").click()
    assert sorted_by(page) == [["Subject", "ascending"]]
    assert column_of(page, 2) == [f"sub-{i + 1}" for i in range(12)]
    page.get_by_role("button", name="Subject").click()
    assert sorted_by(page) == [["Subject", "descending"]]
    assert column_of(page, 2) == [f"sub-{12 - i}" for i in range(12)]


def test_keys_sort_numbers_by_their_size_the_largest_first(open_table):
    page = open_table(12, 1, 1)
    page.locator("#table .report-scroll").focus()
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert sorted_by(page) == [["Mean", "descending"]]
    wanted = sorted(range(12), key=lambda i: -i * (-1) ** i)
    assert column_of(page, 2) == [f"sub-{i + 1}" for i in wanted]
    page.keyboard.press("Space")
    assert column_of(page, 2) == [f"sub-{i + 1}" for i in reversed(wanted)]


def test_rows_without_a_number_stay_last(open_table):
    page = open_table(2, 1, 3)
    button = page.get_by_role("button", name="MNI")
    for labels in ([2, 1, 0], [0, 1, 2]):
        button.click()
        assert column_of(page, 1)[:3] == [f"label {label}" for label in labels]
        assert column_of(page, 6)[3:] == ["–"] * 3


def test_a_table_as_long_as_pages_have_is_sorted_within_two_seconds(open_table):
    page = open_table(200, 2, MOST_ROWS // 400)
    took = page.evaluate(
        """() => {
          const before = performance.now();
          document.querySelectorAll('#table thead button')[4].click();
          document.querySelector('#table').getBoundingClientRect();
          return performance.now() - before;
        }"""
    )
    assert sorted_by(page) == [["Peak", "descending"]]
    assert took < 2000
