"""A group's page says what its maps may be taken for; every string in it is text."""

import re
from dataclasses import replace

import numpy as np
import pytest

from leadfield.group.significance import Significance
from leadfield.report.group_wording import (
    findings_in_words,
    group_in_words,
    outliers_in_words,
    p_value,
)
from leadfield.report.page import make_group_report

HOSTILE = '"></script></style><img src=x onerror=alert(1)>{{ 7 * 7 }}{% raw %}'
SOME = Significance(places=np.array([[False, True]]), least_p=0.0123, method="sign flips")
NOTHING = Significance(places=np.zeros((1, 2), bool), least_p=0.4, method="sign flips")


def text_of(report):
    page = make_group_report(report).decode("utf-8")
    page = re.sub(r"<(script|style).*?</\1>", "", page, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())


@pytest.fixture
def tested(little_group_report):
    """Function that makes a report whose map has a significance."""

    def make(significance, **others):
        report = little_group_report()
        return replace(report, maps=(replace(report.maps[0], significance=significance, **others),))

    return make


def test_an_average_that_was_not_tested_says_so_wherever_it_is_told(little_group_report):
    text = text_of(little_group_report())
    assert text.count("an average over 2 subjects, not tested") == 2
    assert "significant" not in text


def test_the_reason_why_nothing_was_tested_is_given(tested):
    assert "deviant: not tested, for it has no sign." in text_of(
        tested(None, untested="it has no sign")
    )


def test_a_test_that_finds_nothing_says_that_the_average_may_be_chance(tested):
    text = text_of(tested(NOTHING))
    assert "nothing is significant (smallest p = 0.4): this average may be chance" in text
    assert "not tested" not in text


def test_a_test_that_finds_something_tells_p_and_the_method(tested):
    text = text_of(tested(SOME))
    assert "significant in places (p = 0.012 at the strongest)" in text
    assert "deviant: sign flips." in text


def test_every_number_of_the_report_is_on_it(little_group_report):
    text = text_of(little_group_report())
    for said in (
        "Averages over 2 subjects on the cortex of fsaverage5; 1 more subject failed.",
        "strongest in the left hemisphere (transversetemporal deviant-lh) at 150.0 ms, dSPM 8.86",
        "-53.2, -17.9, 4.7",
        "1 of 272 rows",
        "table.csv and table.parquet beside this page",
        "-35 pA·m",
        "07 recording deviant is cut try deviant",
        "Far from the others: deviant (SNR low).",
        "2.9 0.31 0.4 2.9 deviant: 0.4",
    ):
        assert said in text, said


def test_every_string_is_text(little_group_report):
    page = make_group_report(little_group_report(HOSTILE)).decode("utf-8")
    assert "<img src=x" not in page
    assert text_of(little_group_report(HOSTILE)).count("49") == 0


def test_a_group_without_any_subject_has_a_page(little_group_report):
    empty = little_group_report(
        members=(), maps=(), subjects=(), rows=(), n_rows=0, spreads=(), brain=None
    )
    text = text_of(empty)
    assert "No subject came to a map; 1 subject failed." in text
    assert "07 recording deviant is cut" in text


def test_links_of_the_contents_lead_to_the_chapters(little_group_report):
    for others in ({}, {"failures": (), "spreads": (), "settings": (), "command": ()}):
        page = make_group_report(little_group_report(**others)).decode("utf-8")
        linked = set(re.findall(r'href="#([a-z]+)"', page)) - {"report"}
        assert linked == set(re.findall(r'<section id="([a-z]+)"', page))


def test_why_there_is_no_brain_is_said(little_group_report):
    report = little_group_report(brain=None, no_brain="There is no brain here: no lh.inflated.")
    assert "There is no brain here: no lh.inflated." in text_of(report)


def test_subjects_that_fail_twice_are_counted_once(little_group_report):
    report = little_group_report()
    twice = replace(report, failures=report.failures * 2)
    assert group_in_words(twice).endswith("1 more subject failed.")
    assert "Not in it: 07." in text_of(twice)


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ({"distances": {}}, "No subject is far from the others."),
        ({"distances": {}, "unclear": "cannot tell: 4 subjects"}, "Outliers: cannot tell: 4 subj"),
    ],
)
def test_outliers_that_are_none_or_cannot_be_told_are_said(little_group_report, others, said):
    spreads = tuple(replace(one, **others) for one in little_group_report().spreads)
    assert outliers_in_words(spreads).startswith(said)
    assert outliers_in_words(()).startswith("Nothing is known")


@pytest.mark.parametrize(
    ("p", "said"), [(0.0123, "p = 0.012"), (0.0002, "p < 0.001"), (1, "p = 1")]
)
def test_p_is_told_in_two_digits(p, said):
    assert p_value(p) == said


def test_sessions_are_counted_beside_subjects(little_group_report):
    text = group_in_words(replace(little_group_report(), n_persons=1, failures=()))
    assert text == (
        "Averages over 1 subject on the cortex of fsaverage5, of 2 sessions that count as their "
        "subject’s mean."
    )


def test_what_few_subjects_have_is_told_at_the_top_what_most_have_in_the_table_alone(
    little_group_report,
):
    (finding,) = little_group_report().findings
    noisy = replace(finding, title="Channels are noisy", found={"01": "1 mag"}, n_subjects=3)
    overlap = replace(finding, title="Trials overlap", found={"01": "40 %", "02": "45 %"})
    assert findings_in_words((noisy, overlap)) == "Look at the data of 01 (channels are noisy)."
    assert "of their own" in findings_in_words((overlap,))
    text = text_of(replace(little_group_report(), findings=(noisy, overlap)))
    assert text.count("Look at the data of 01 (channels are noisy).") == 2
    assert "Trials overlap 2 of 3 01: 40 %" in text
