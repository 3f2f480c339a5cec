"""A report is one file that runs nothing but the viewer; every string in it is text."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from leadfield.report.diagnosis_page import make_diagnosis_page
from leadfield.report.page import make_report

HOSTILE = '"></script></style><img src=x onerror=alert(1)>{{ 7 * 7 }}{% raw %}'


class Reader(HTMLParser):
    """Tags and texts of a page, without what scripts and styles hold."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.words, self.within = [], [], ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.within = tag

    def handle_data(self, data):
        if self.within not in {"script", "style"}:
            self.words.append(data)

    def all(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def page(little_report):
    return make_report(little_report()).decode("utf-8")


@pytest.fixture(scope="module")
def hostile(little_report):
    report = little_report(HOSTILE, remarks=(HOSTILE,), subject=HOSTILE, method=HOSTILE)
    return make_report(report).decode("utf-8")


def digest(content):
    return base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")


def test_the_policy_allows_what_is_in_the_page_and_nothing_else(page):
    policy = Reader(page).all("meta")[1]["content"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert rules["default-src"] == "'none'"
    assert rules["style-src"] == " ".join(f"'sha256-{digest(style)}'" for style in styles)
    assert rules["script-src"] == f"'sha256-{digest(script)}'"
    assert len(styles) == 2


def test_no_address_is_outside_the_page(page):
    read = Reader(page)
    addresses = [a["src"] for a in read.all("img")] + [a["href"] for a in read.all("a")]
    assert addresses
    assert all(one.startswith(("data:image/png;base64,", "#")) for one in addresses)
    assert not read.all("link")
    assert not any("style" in attributes for _, attributes in read.tags)


def test_every_string_is_text(page, hostile):
    tame, read = Reader(page), Reader(hostile)
    assert [tag for tag, _ in read.tags].count("img") == [tag for tag, _ in tame.tags].count("img")
    assert not any(name.startswith("on") for _, attributes in read.tags for name in attributes)
    assert HOSTILE in "".join(read.words)
    assert "49" not in re.sub(r"\d\d\.\d|\d{3,}", "", "".join(read.words))
    assert any(HOSTILE in (attributes["alt"] or "") for attributes in read.all("img"))


def test_surrogates_of_strange_file_names_can_be_written(little_report):
    assert b"?_raw.fif" in make_report(little_report("\udce9"))


def test_links_of_the_contents_lead_to_the_chapters(page):
    read = Reader(page)
    there = {attributes.get("id") for _, attributes in read.tags}
    assert {one["href"][1:] for one in read.all("a")} <= there
    assert len(read.all("section")) == 10


def test_headings_go_down_one_level_at_a_time(page):
    levels = [int(tag[1]) for tag, _ in Reader(page).tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_picture_says_what_is_on_it(page):
    assert all(attributes.get("alt") for attributes in Reader(page).all("img"))


def test_every_number_of_the_report_is_on_it(page):
    words = " ".join("".join(Reader(page).words).split())
    for said in (
        "strongest in the left hemisphere (insula-lh) at 100.0 ms, dSPM 17.9",
        "9 trials averaged, 53 % of the variance explained",
        "3 of 12 trials (25.0 %) were dropped, all for left.",
        "203 gradiometers and 102 magnetometers",
        "150.2 Hz, passband 0.1 to 40 Hz",
        "4 min 38 s",
        "shrunk, the best of shrunk and empirical on held-out data",
        "302: 203 of 203 gradiometers, 99 of 102 magnetometers",
        "-1353.6",
        "0.94 to 1.06",
        "-37.5, -26.1, -0.1",
        "/data/left_raw.fif",
        "1 warning in 48 checks.",
        "lead field: needs left",
    ):
        assert said in words, said


def test_a_peak_before_the_event_is_said_to_be_no_response(little_report):
    early = replace(little_report().peaks[0], time=-0.15)
    page = make_report(little_report(peaks=(early,))).decode("utf-8")
    assert "dSPM 17.9 (before the event, so that it is no response to it)" in page


def without_a_response(report):
    one = replace(report.conditions[0], name="right", verdict="nothing (p = 0.4)", nothing=True)
    return replace(report, conditions=(*report.conditions, one))


def test_a_condition_without_a_response_is_said_to_have_neither_map_nor_peak(little_report):
    page = make_report(without_a_response(little_report())).decode("utf-8")
    words = " ".join("".join(Reader(page).words).split())
    assert "dSPM maps of 1 of 2 conditions on the cortex of ann." in words
    assert "right: nothing (p = 0.4); 9 trials averaged. " in words
    assert "right: nothing (p = 0.4). Its map would show noise as if it were activity" in words
    assert "right: nothing (p = 0.4), so that it has no peak." in words


def test_without_any_response_there_is_no_brain_and_no_peak(little_report):
    report = without_a_response(little_report(peaks=(), brain=None))
    report = replace(report, conditions=report.conditions[1:])
    page = make_report(report).decode("utf-8")
    words = " ".join("".join(Reader(page).words).split())
    assert "1 condition without a response that stands out of noise" in words
    assert "strongest" not in words
    assert "<script" not in page


def test_without_a_brain_it_says_why_and_has_no_script(little_report):
    page = make_report(little_report(brain=None, no_brain="no surfaces")).decode("utf-8")
    assert '<p class="report-remark">no surfaces</p>' in page
    assert "<script" not in page
    assert "; script-src 'none'; " in Reader(page).all("meta")[1]["content"]


def test_the_same_report_makes_the_same_page(little_report):
    assert make_report(little_report()) == make_report(little_report())


def test_a_diagnosis_alone_is_a_page_that_runs_nothing(little_report):
    examination = little_report(HOSTILE).examination
    page = make_diagnosis_page(examination, title=HOSTILE).decode("utf-8")
    read = Reader(page)
    assert not read.all("script")
    assert not read.all("img")
    assert "script-src 'none'" in read.all("meta")[1]["content"]
    assert page.startswith("<!doctype html>")
    words = "".join(read.words)
    assert f"Bad channels of {HOSTILE} differ" in words
    assert "1 warning in 48 checks." in words


def test_a_report_without_the_doctor_has_no_chapter_of_it(little_report):
    page = make_report(little_report(examination=None)).decode("utf-8")
    assert "doctor" not in {tag.get("id") for _, tag in Reader(page).tags}
    assert 'href="#doctor"' not in page
