"""Tests of a group's maps find effects, and nothing where there is none."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import InputError
from leadfield.datasets import template
from leadfield.estimates.source_courses import SourceCourses
from leadfield.group import testing
from leadfield.group.averages import average_group, read_person
from leadfield.group.member import Member
from leadfield.group.settings import GroupSettings, GroupTest
from leadfield.group.source_neighbours import neighbours_of_sources
from leadfield.group.testing import find_significant
from leadfield.statistics.comparison import compare_with_zero
from leadfield.statistics.max_test import max_test

PAIR = ("deviant", "standard")
NAME = "deviant - standard"


def settings(**others):
    return GroupSettings(
        **{
            "subjects_dir": template.data_path(),
            "subject": "fsaverage5",
            "conditions": ("standard", "deviant"),
            "contrasts": (PAIR,),
            "window": (0.1, 0.2),
            "test": GroupTest(n_permutations=200),
            **others,
        }
    )


@pytest.fixture
def found(group_member, group_cortex):
    """Function that tests a group of so many subjects."""

    def make(numbers=range(10), members=None, **others):
        chosen = settings(**others)
        members = members or [group_member(i) for i in numbers]
        group = average_group(members, chosen.conditions, group_cortex, chosen.window)
        return find_significant(group, chosen)

    return make


@pytest.mark.parametrize("kind", ["max", "clusters"])
def test_a_contrast_is_significant_where_the_effect_is_and_nowhere_else(found, group_axes, kind):
    tests = found(test=GroupTest(kind=kind, n_permutations=200))
    significance = tests.found[NAME]
    rows = np.flatnonzero(significance.places.any(axis=1))
    assert rows.tolist() == [group_axes.n_sources - 100]
    times = group_axes.times(50)[significance.places.any(axis=0)]
    assert times.min() >= 0.1
    assert times.max() <= 0.2
    assert np.abs(times - 0.15).min() < 1e-9
    assert significance.least_p == pytest.approx(1 / 200)


def test_sizes_are_not_tested_against_zero(found):
    tests = found()
    assert list(tests.found) == [NAME]
    assert "only contrasts can be tested" in tests.untested["deviant"]


def test_signed_values_are(found, group_member, group_course):
    def signed(number):
        rng = np.random.default_rng(number)

        def read(condition):
            one = group_course(number, condition)
            flips = rng.choice([-1.0, 1.0], one.data.shape)
            flips[-100] = 1
            return SourceCourses(axes=one.axes, data=one.data * flips)

        return read

    members = [group_member(i, signed(i)) for i in range(10)]
    tests = found(members=members)
    assert list(tests.found) == ["standard", "deviant", NAME]
    assert not tests.found["deviant"].nothing


def test_the_same_seed_gives_the_same_p_as_the_statistics_do(found, group_course):
    tests = found(test=GroupTest(kind="max", n_permutations=300, seed=7))
    data = np.stack(
        [(group_course(i, "deviant").data - group_course(i, "standard").data) for i in range(10)]
    )[:, :, 20:31]
    flat = data.transpose(0, 2, 1).reshape(10, -1).astype(np.float32)
    p = max_test(compare_with_zero(flat, 300, 0, np.random.default_rng(7)), 0).p
    assert tests.found[NAME].least_p == p.min()
    expected = (p < 0.05).reshape(11, -1).T
    np.testing.assert_array_equal(tests.found[NAME].places[:, 20:31], expected)


def test_without_an_effect_few_groups_have_something_significant(group_axes, group_cortex):
    def noise(number):
        rng = np.random.default_rng(number)
        data = rng.standard_normal((group_axes.n_sources, 50))
        return lambda _: SourceCourses(axes=group_axes, data=data)

    chosen = settings(
        conditions=("a",), contrasts=(), test=GroupTest(kind="max", n_permutations=100)
    )
    hits = 0
    for seed in range(60):
        members = [Member(subject=f"{i}", read=noise([seed, i]), facts={}) for i in range(8)]
        group = average_group(members, chosen.conditions, group_cortex, chosen.window)
        hits += not find_significant(group, chosen).found["a"].nothing
    assert hits <= 8  # more come once in a hundred sets of groups, at 5 % each


def test_five_subjects_are_too_few(found):
    assert "signs of 5 give no p below 0.062: it takes 6" in found(range(5)).untested[NAME]
    assert NAME in found(range(6)).found


def test_nothing_is_tested_where_that_is_asked_for(found):
    tests = found(test=None)
    assert not tests.found
    assert not tests.untested


def test_many_values_are_tested_at_fewer_times(found, monkeypatch):
    whole = found()
    monkeypatch.setattr(testing, "MOST_VALUES", 10 * 1284 * 4)
    thinned = found()
    assert "one in 3 times" in thinned.found[NAME].method
    assert "one in" not in whole.found[NAME].method
    assert not thinned.found[NAME].places[:, :20].any()
    assert not thinned.found[NAME].places[:, 31:].any()
    assert not thinned.found[NAME].nothing


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"kind": "tfce"}, "must be one of 'clusters', 'max'"),
        ({"n_permutations": 10}, "at least 100"),
        ({"cluster_p": 0}, "above 0"),
        ({"seed": -1}, "at least 0"),
    ],
)
def test_settings_of_tests_that_make_no_sense_are_refused(wrong, why):
    with pytest.raises(InputError, match=why):
        GroupTest(**wrong)


def test_sources_at_all_vertices_touch_along_edges():
    n = 10242
    graph = neighbours_of_sources(template.data_path(), "fsaverage5", [np.arange(n)] * 2).tocsr()
    counts = np.diff(graph.indptr) - 1
    assert sorted(set(counts.tolist())) == [5, 6]
    assert graph[:n, n:].nnz == 0


def test_few_sources_touch_their_nearest_ones():
    vertices = [np.arange(642), np.array([], np.int64)]
    graph = neighbours_of_sources(template.data_path(), "fsaverage5", vertices).tocsr()
    assert graph.shape == (642, 642)
    counts = np.diff(graph.indptr) - 1
    assert counts.min() >= 5
    assert counts.max() <= 8
    assert (graph != graph.T).nnz == 0


def test_significance_of_a_map_leaves_its_other_places_at_zero(found, group_course):
    significance = found().found[NAME]
    shown = significance.shown(group_course(1, "deviant"))
    assert (shown.data[~significance.places] == 0).all()
    np.testing.assert_array_equal(
        shown.data[significance.places], group_course(1, "deviant").data[significance.places]
    )
    assert replace(significance, places=np.zeros_like(significance.places)).nothing


def test_sessions_of_a_person_are_no_more_evidence(found, group_member):
    twice = [replace(group_member(i), person=str(i // 2)) for i in range(10)]
    assert "signs of 5 give no p" in found(members=twice).untested[NAME]
    means = [
        replace(group_member(i), read=lambda name, i=i: read_person(twice[2 * i : 2 * i + 2], name))
        for i in range(6)
    ]
    twice += [replace(group_member(i), person=str(i // 2)) for i in (10, 11)]
    assert found(members=twice).found[NAME].least_p == found(members=means).found[NAME].least_p
