"""Averages are the means of all, whatever the order, from members that are read one at a time."""

import weakref
from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import FormatError, InputError
from leadfield.estimates.source_courses import SourceCourses
from leadfield.group.averages import average_group, read_map

BOTH = ("standard", "deviant")
BROKEN = FormatError("03-lh.stc", "an stc file must be whole")


@pytest.fixture
def twelve(group_member):
    return [group_member(number) for number in range(12)]


def stacked(group_course, condition, numbers=range(12)):
    return np.stack([group_course(number, condition).data for number in numbers])


def test_averages_are_the_means_of_all(twelve, group_course, group_cortex):
    group = average_group(twelve, BOTH, group_cortex)
    for name in BOTH:
        expected = stacked(group_course, name).mean(axis=0)
        apart = np.abs(group.conditions[name].data - expected).max()
        assert apart <= 1e-12 * np.abs(expected).max()


def test_a_contrast_is_the_mean_of_the_differences(twelve, group_course, group_cortex):
    found = average_group(twelve, BOTH, group_cortex).contrast(("deviant", "standard"))
    each = [read_map(one, ("deviant", "standard")).data for one in twelve]
    expected = np.mean(each, axis=0)
    assert np.abs(found.data - expected).max() <= 1e-12 * np.abs(expected).max()
    difference = stacked(group_course, "deviant") - stacked(group_course, "standard")
    np.testing.assert_array_equal(each, difference)


def test_averages_in_single_precision_are_computed_in_double(
    group_member, group_course, group_cortex
):
    def read(condition, number):
        one = group_course(number, condition)
        return SourceCourses(axes=one.axes, data=one.data.astype(np.float32))

    members = [group_member(n, lambda condition, n=n: read(condition, n)) for n in range(40)]
    data = average_group(members, BOTH, group_cortex).conditions["deviant"].data
    singles = [read("deviant", n).data.astype(np.float64) for n in range(40)]
    expected = np.mean(singles, axis=0)
    assert np.abs(data - expected).max() <= 1e-12 * np.abs(expected).max()


def test_no_more_than_one_members_maps_are_held_beside_the_sums(
    group_member, group_course, group_cortex
):
    alive, most = set(), []

    def read(condition, number):
        one = group_course(number, condition)
        data = one.data.copy()
        alive.add((number, condition))
        weakref.finalize(data, alive.discard, (number, condition))
        most.append(len(alive))
        return SourceCourses(axes=one.axes, data=data)

    members = [group_member(n, lambda condition, n=n: read(condition, n)) for n in range(10)]
    average_group(members, BOTH, group_cortex)
    assert max(most) <= 4  # those of one member, and of the one before


def test_each_map_is_read_once(group_member, group_course, group_cortex):
    read = []

    def reads(condition):
        read.append(condition)
        return group_course(1, condition)

    average_group([group_member(1, reads)], BOTH, group_cortex)
    assert read == list(BOTH)


def test_a_member_that_cannot_be_read_fails_and_the_others_are_averaged(
    group_member, group_course, group_cortex
):
    def broken(_):
        raise BROKEN

    group = average_group(
        [group_member(1), group_member(3, broken), group_member(2)], BOTH, group_cortex
    )
    assert [one.subject for one in group.members] == ["01", "02"]
    (failed,) = group.failures
    assert (failed.subject, failed.step) == ("03", "group")
    assert "an stc file must be whole" in failed.reason
    expected = stacked(group_course, "deviant", [1, 2]).mean(axis=0)
    np.testing.assert_allclose(group.conditions["deviant"].data, expected, rtol=1e-12)


def test_a_member_whose_second_condition_fails_leaves_nothing_in_the_first(
    group_member, group_course, group_cortex
):
    def half(condition):
        if condition == "deviant":
            raise BROKEN
        return group_course(3, condition)

    group = average_group([group_member(1), group_member(3, half)], BOTH, group_cortex)
    np.testing.assert_array_equal(
        group.conditions["standard"].data, group_course(1, "standard").data
    )
    assert {row.subject for row in group.rows} == {"01"}


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"tstep": 0.02}, "the same times"),
        ({"subject": "fsaverage"}, "must lie on fsaverage5, got 'fsaverage'"),
        ({"vertices": (np.arange(1, 643), np.arange(642))}, "the same vertices"),
    ],
)
def test_a_member_with_other_axes_fails_with_the_reason(
    group_member, group_course, group_cortex, other, why
):
    def read(condition):
        one = group_course(2, condition)
        return SourceCourses(axes=replace(one.axes, **other), data=one.data)

    group = average_group([group_member(1), group_member(2, read)], BOTH, group_cortex)
    assert why in group.failures[0].reason


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_a_member_with_values_that_are_no_numbers_fails(
    group_member, group_course, group_cortex, value
):
    def read(condition):
        one = group_course(2, condition)
        data = one.data.copy()
        data[7, 3] = value
        return SourceCourses(axes=one.axes, data=data)

    group = average_group([group_member(1), group_member(2, read)], BOTH, group_cortex)
    assert "1 NaN or infinite" in group.failures[0].reason


def test_vectors_and_complex_numbers_are_refused(group_member, group_course, group_cortex):
    def vector(condition):
        one = group_course(1, condition)
        return SourceCourses(
            axes=replace(one.axes, vector=True), data=np.stack([one.data] * 3, axis=1)
        )

    def spectrum(condition):
        one = group_course(1, condition)
        return SourceCourses(axes=one.axes, data=one.data * 1j)

    group = average_group([group_member(1, vector), group_member(2, spectrum)], BOTH, group_cortex)
    assert "vector estimate" in group.failures[0].reason
    assert "complex numbers" in group.failures[1].reason
    assert not group.members
    assert not group.conditions


def test_errors_that_are_no_ones_data_come_out(group_member, group_cortex):
    def wrong(_):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        average_group([group_member(1, wrong)], BOTH, group_cortex)


def test_a_subject_that_comes_twice_is_refused(group_member, group_cortex):
    with pytest.raises(InputError, match="every subject must come once"):
        average_group([group_member(1), group_member(1)], BOTH, group_cortex)


def test_a_members_contrast_needs_both_conditions_at_the_same_times(group_member, group_course):
    def read(condition):
        one = group_course(2, condition)
        return SourceCourses(axes=one.axes, data=one.data[:, : 30 + len(condition)])

    with pytest.raises(InputError, match="the same times"):
        read_map(group_member(2, read), ("deviant", "standard"))


def test_sessions_count_as_their_persons_mean(group_member, group_course, group_cortex):
    whose = ["a", "a", "b"]
    members = [replace(group_member(n), person=who) for n, who in enumerate(whose)]
    data = average_group(members[::-1], BOTH, group_cortex).conditions["deviant"].data
    first, second, alone = stacked(group_course, "deviant", range(3))
    expected = ((first + second) / 2 + alone) / 2
    assert np.abs(data - expected).max() <= 1e-12 * np.abs(expected).max()


def test_a_session_that_cannot_be_read_leaves_the_others_of_its_person(
    group_member, group_course, group_cortex
):
    def broken(_):
        raise BROKEN

    members = [replace(group_member(0, broken), person="a"), replace(group_member(1), person="a")]
    group = average_group(members, BOTH, group_cortex)
    np.testing.assert_array_equal(group.conditions["deviant"].data, group_course(1, "deviant").data)
    assert [one.subject for one in group.failures] == ["00"]
