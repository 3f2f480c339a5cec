"""Rows of the table: what a map has in a label, between two times."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.estimates.source_courses import SourceCourses
from leadfield.group.averages import average_group
from leadfield.group.label_table import label_sources, sort_rows, summarise_labels, unit_of
from leadfield.group.template import TemplateCortex


@pytest.fixture
def here(label):
    positions = np.arange(3 * 642.0).reshape(642, 3)
    return TemplateCortex(
        subject="fsaverage5", mni=(positions, positions + 0.5), labels=(label([3, 9, 5000]),)
    )


def rows(data, group_axes, group_cortex, samples=slice(0, 50)):
    sources = label_sources(group_axes, group_cortex)
    courses = SourceCourses(axes=group_axes, data=data)
    return summarise_labels(courses, sources, samples, subject="01", condition="deviant")


def test_a_row_has_the_mean_the_peak_and_its_place(group_axes, here):
    data = np.zeros((group_axes.n_sources, 50))
    data[642 + 3, 20], data[642 + 9, 30], data[642 + 4] = 2.0, -7.0, 100.0
    (row,) = rows(data, group_axes, here)
    assert row.label == "here-rh"
    assert row.mean == pytest.approx(-5 / 100)
    assert row.peak == -7.0
    assert row.latency == group_axes.times(50)[30]
    assert (row.x, row.y, row.z) == (27.5, 28.5, 29.5)


def test_only_the_times_asked_for_count(group_axes, here):
    data = np.zeros((group_axes.n_sources, 50))
    data[642 + 3, 20], data[642 + 9, 30] = 2.0, -7.0
    (row,) = rows(data, group_axes, here, slice(10, 30))
    assert (row.peak, row.latency) == (2.0, group_axes.times(50)[20])
    assert row.mean == pytest.approx(2 / 40)


def test_labels_without_sources_have_no_row(group_axes, label):
    group_cortex = TemplateCortex(
        subject="fsaverage5", mni=None, labels=(label([5000], "far-rh"), label([1]))
    )
    assert [
        row.label for row in rows(np.ones((group_axes.n_sources, 50)), group_axes, group_cortex)
    ] == ["here-rh"]


def test_coordinates_that_are_not_known_are_none(group_axes, label):
    group_cortex = TemplateCortex(subject="fsaverage5", mni=None, labels=(label([1]),))
    (row,) = rows(np.ones((group_axes.n_sources, 50)), group_axes, group_cortex)
    assert (row.x, row.y, row.z) == (None, None, None)


def test_every_subject_condition_and_label_has_one_row_in_their_order(group_member, group_cortex):
    group = average_group([group_member(2), group_member(1)], ("standard", "deviant"), group_cortex)
    keys = [(row.subject, row.condition, row.label) for row in group.rows]
    assert keys == sorted(set(keys))
    assert len(keys) == 2 * 2 * 68


def test_regions_that_are_no_cortex_have_no_row(group_cortex):
    names = {label.name for label in group_cortex.labels}
    assert len(names) == 68
    assert not names & {"unknown-lh", "corpuscallosum-rh"}


def test_the_templates_surface_ras_are_mni_coordinates(group_cortex):
    left = group_cortex.mni[0][group_cortex.labels[0].vertices] / 1e3
    np.testing.assert_allclose(left, group_cortex.labels[0].positions, atol=1e-6)


def test_rows_are_sorted_by_subject_condition_and_label(group_axes, here):
    (one,) = rows(np.ones((group_axes.n_sources, 50)), group_axes, here)
    shuffled = [replace(one, subject=s, condition=c) for s in ("2", "10") for c in ("b", "a")]
    assert [(r.subject, r.condition) for r in sort_rows(shuffled)] == [
        ("10", "a"),
        ("10", "b"),
        ("2", "a"),
        ("2", "b"),
    ]


@pytest.mark.parametrize(
    ("quantity", "unit"), [("Current (A·m)", "A·m"), ("dSPM", ""), (None, ""), ("x (y) z", "")]
)
def test_the_unit_stands_in_parentheses(quantity, unit):
    assert unit_of(quantity) == unit
