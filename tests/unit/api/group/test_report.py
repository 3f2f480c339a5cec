"""What a group's report shows: titles claim no more than is known, colours are the same."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from leadfield.api.group.brain import MOST_SAMPLES, thinned, title_of, titled_maps
from leadfield.api.group.pictures import Sight, draw_maps, limits_of, limits_up_to, sight_of_peak
from leadfield.api.group.report import MOST_ROWS, strongest_rows, values_at_peaks
from leadfield.api.group.results import make_group
from leadfield.base.errors import MissingFileError
from leadfield.datasets import template
from leadfield.group.averages import average_group, read_map
from leadfield.group.label_table import LabelRow
from leadfield.group.maps import GroupMap, difference_of
from leadfield.group.peaks import find_group_peak
from leadfield.group.settings import GroupSettings
from leadfield.group.significance import Significance
from leadfield.report.group_values import ReportedMap

PAIR = ("deviant", "standard")


@pytest.fixture
def settings():
    return GroupSettings(
        subjects_dir=template.data_path(),
        subject="fsaverage5",
        conditions=("standard", "deviant"),
        contrasts=(PAIR,),
        window=(0.0, 0.3),
        title="A study",
    )


@pytest.fixture
def average(group_course):
    """Function that makes an average that was tested, or not."""

    def make(places=None, least_p=0.01):
        courses = group_course(1, "deviant")
        found = None
        if places is not None:
            mask = np.zeros(courses.data.shape, bool)
            mask[places] = True
            found = Significance(places=mask, least_p=least_p, method="sign flips")
        return GroupMap(courses=courses, quantity="dSPM", significance=found)

    return make


def test_titles_say_what_a_map_may_be_taken_for(average):
    assert title_of("a", average()) == "a (average, not tested)"
    assert title_of("a", average(([], []))) == "a (average, nothing significant)"
    assert title_of("a", average(([3], [4]))) == "a (average)"


def test_only_what_is_significant_has_a_map_of_its_own(average):
    maps = titled_maps({"a": average(), "b": average(([], [])), "c": average(([3], [4]))})
    assert list(maps) == [
        "a (average, not tested)",
        "b (average, nothing significant)",
        "c (average)",
        "c (p < 0.05)",
    ]
    assert np.flatnonzero(maps["c (p < 0.05)"].courses.data).tolist() == [3 * 50 + 4]


@pytest.mark.parametrize(("n_times", "n_maps"), [(50, 3), (700, 3), (701, 8), (10, 1)])
def test_maps_of_a_page_have_few_samples_with_the_one_that_is_kept(n_times, n_maps):
    samples, step = thinned(n_times, n_maps, 7)
    assert 7 in samples
    assert len(samples) * n_maps <= MOST_SAMPLES + n_maps
    assert set(np.diff(samples)) <= {step}


def test_all_that_is_significant_has_a_colour():
    limits = limits_of(np.array([0.0, 0.3, -2.0]), signed=True, significant=True)
    assert (limits.low, limits.middle, limits.high) == (0.0, 0.3, 2.0)


def test_a_map_of_zeros_has_limits():
    assert limits_of(np.zeros(3), signed=False, significant=False).high == 1.0


@pytest.mark.parametrize(
    ("quantity", "name"),
    [
        ("dSPM", "Difference of dSPM"),
        ("Current (A·m)", "Difference of current (A·m)"),
        ("", "Difference"),
    ],
)
def test_differences_are_called_so(quantity, name):
    assert difference_of(quantity) == name


def test_members_are_shown_at_the_groups_peak(group_member, group_cortex, settings):
    members = [group_member(i) for i in range(5)]
    group = average_group(members, settings.conditions, group_cortex)
    peak = find_group_peak(group.contrast(PAIR), group_cortex, group.samples)
    reported = ReportedMap(name="deviant - standard", quantity="dSPM", peak=peak)
    values = values_at_peaks(members, [reported], settings)["deviant - standard"]
    expected = [read_map(one, PAIR).data[:, peak.sample] for one in members]
    np.testing.assert_array_equal(values, np.transpose(expected))


def row(subject, condition, label, peak):
    places = dict.fromkeys(("x", "y", "z"))
    return LabelRow(
        subject=subject,
        condition=condition,
        label=label,
        mean=0.0,
        peak=peak,
        latency=0.1,
        unit="",
        **places,
    )


def test_rows_of_the_strongest_labels_come_first():
    rows = [
        row(subject, "a", label, size * sign)
        for subject in ("1", "2", "3")
        for label, size, sign in [("weak", 1, 1), *((f"s{i}", 9 - i, -1) for i in range(5))]
    ]
    found = strongest_rows(rows, ["a"], 3)
    ranked = [*(f"s{i}" for i in range(5)), "weak"]
    assert [one.label for one in found] == [label for label in ranked for _ in range(3)]


@pytest.mark.parametrize(("n_members", "shown"), [(1400, 2 * 1400), (4000, MOST_ROWS)])
def test_many_subjects_have_rows_of_few_labels(n_members, shown):
    rows = [row(str(i), "a", f"l{k}", k) for i in range(n_members) for k in range(3)]
    found = strongest_rows(rows, ["a"], n_members)
    assert len(found) == shown
    assert {one.label for one in found} <= {"l2", "l1"}


def test_pictures_differ_where_maps_do_and_are_small():
    home = template.data_path(), "fsaverage5"
    values = np.zeros((1284, 3))
    values[:642, 1] = 5.0
    sight = Sight(home=home, vertices=(np.arange(642), np.arange(642)), hemisphere="lh")
    pictures = list(draw_maps(values, sight, limits_up_to(5.0), size=(120, 90), colours=64))
    first, second, third = (np.asarray(Image.open(BytesIO(one)).convert("RGB")) for one in pictures)
    assert first.shape == (90, 120, 3)
    np.testing.assert_array_equal(first, third)
    assert (first != second).any(axis=2).mean() > 0.2
    assert max(map(len, pictures)) < 6000


def test_a_peak_is_looked_at_from_its_side():
    values = np.zeros(1284)
    values[642 + 100] = -3.0
    vertices = (np.arange(642), np.arange(642))
    sight = sight_of_peak((template.data_path(), "fsaverage5"), vertices, values)
    assert sight.hemisphere == "rh"


@pytest.fixture(scope="module")
def page(group_member, tmp_path_factory):
    out = tmp_path_factory.mktemp("study") / "group"
    settings = GroupSettings(
        subjects_dir=template.data_path(),
        subject="fsaverage5",
        conditions=("standard", "deviant"),
        contrasts=(PAIR,),
        title="A <study>",
    )
    make_group([group_member(i) for i in range(9)], [], settings, out)
    return (out / "report.html").read_text(encoding="utf-8")


def test_the_page_has_a_small_picture_of_each_subject_and_map(page):
    for name in ("standard", "deviant", "deviant - standard"):
        found = re.findall(rf'alt="{name} of subject (\d\d) at \d+\.\d ms"', page)
        assert found == [f"{i:02d}" for i in range(9)]


def test_the_page_tells_what_was_tested_and_what_was_not(page):
    assert page.count("an average over 9 subjects, not tested") == 2 * 3
    assert page.count("significant in places (p = 0.0039 at the strongest)") == 3
    assert "256 signs, -100 to 390 ms" in page
    assert "A &lt;study&gt;" in page
    assert "No subject is far from the others." in page


def test_without_inflated_surfaces_there_is_a_report_without_a_brain(
    group_member, settings, tmp_path
):
    home = tmp_path / "subjects" / "fsaverage5"
    for folder in ("surf", "label"):
        (home / folder).mkdir(parents=True)
        for path in (template.data_path() / "fsaverage5" / folder).iterdir():
            if not path.name.endswith("inflated"):
                (home / folder / path.name).symlink_to(path)
    found = replace(settings, subjects_dir=tmp_path / "subjects")
    make_group([group_member(1)], [], found, tmp_path / "group")
    page = Path(tmp_path / "group" / "report.html").read_text(encoding="utf-8")
    assert "There is no brain here" in page
    assert "an average over 1 subject, not tested" in page


def test_a_member_that_is_gone_when_it_is_drawn_is_an_error(
    group_member, group_course, settings, tmp_path
):
    reads = []

    def once(condition):
        reads.append(condition)
        if len(reads) > 2:
            msg = "there is no gone-lh.stc"
            raise MissingFileError(msg)
        return group_course(1, condition)

    with pytest.raises(MissingFileError, match="gone-lh"):
        make_group([group_member(1, once)], [], settings, tmp_path / "group")
    assert not list(tmp_path.iterdir())
