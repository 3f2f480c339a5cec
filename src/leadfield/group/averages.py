"""Averages of a group, condition by condition and of their differences, and its table.

Members come one at a time: only sums are held of those before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import final

import numpy as np

from leadfield.base.checks import all_finite, listed
from leadfield.base.errors import InputError, LeadfieldError, MismatchError
from leadfield.base.log import LOGGER
from leadfield.epochs.time_axis import crop_slice
from leadfield.estimates.source_courses import SourceAxes, SourceCourses
from leadfield.group.label_table import (
    LabelledSources,
    LabelRow,
    label_sources,
    sort_rows,
    summarise_labels,
)
from leadfield.group.member import FailedMember, Member, by_person
from leadfield.group.settings import Contrast, Window
from leadfield.group.template import TemplateCortex
from leadfield.morph.average import RunningAverage, average_estimates, check_same_axes

STEP = "group"
"""The step at which a subject fails whose estimates cannot be read, or do not fit the others'."""


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GroupAverages:
    """What a group has in common: averages by condition, those read, those that could not be.

    ``samples`` are those between the times that were asked for.
    """

    members: tuple[Member, ...]
    failures: tuple[FailedMember, ...]
    conditions: Mapping[str, SourceCourses]
    samples: slice
    rows: tuple[LabelRow, ...]

    def contrast(self, pair: Contrast) -> SourceCourses:
        """The first condition's average without the second's."""
        first, second = (self.conditions[name] for name in pair)
        return SourceCourses(axes=first.axes, data=first.data - second.data)


def read_person(members: Sequence[Member], what: str | Contrast) -> SourceCourses:
    """The mean of a person's maps."""
    data, axes = average_estimates(read_map(member, what) for member in members)
    return SourceCourses(axes=axes, data=data)


def read_map(member: Member, what: str | Contrast) -> SourceCourses:
    """A member's map of a condition, or of the first of a pair without that of the second."""
    if isinstance(what, str):
        return member.read(what)
    first, second = map(member.read, what)
    check_same_axes(first.axes, first.data.shape, second)
    return SourceCourses(axes=first.axes, data=first.data - second.data)


def average_group(
    members: Sequence[Member],
    conditions: Sequence[str],
    cortex: TemplateCortex,
    window: Window = (None, None),
) -> GroupAverages:
    """Averages over persons, and the table, of all members that can be read, each read once.

    The first one's sources and times are those that all must have.
    """
    names = [member.subject for member in members]
    if len(set(names)) < len(names):
        msg = f"every subject must come once, got {listed(names, 40)}"
        raise InputError(msg)
    gathering = _Gathering(conditions, cortex, window)
    for of_one in by_person(members):
        for member in of_one:
            gathering.add(member)
        gathering.close_person()
    return gathering.result()


@final
class _Gathering:
    """Sums and rows of the members that came so far."""

    def __init__(self, conditions: Sequence[str], cortex: TemplateCortex, window: Window) -> None:
        self._cortex = cortex
        self._window = window
        self._sums = {name: RunningAverage() for name in conditions}
        self._own = {name: RunningAverage() for name in conditions}
        self._like: tuple[SourceAxes, tuple[int, ...]] | None = None
        self._labelled: LabelledSources | None = None
        self._samples = slice(0, 0)
        self._rows: list[LabelRow] = []
        self._read: list[Member] = []
        self._failed: list[FailedMember] = []

    def add(self, member: Member) -> None:
        """Read a member; one that cannot be used is counted among those that failed."""
        try:
            maps = {name: member.read(name) for name in self._sums}
            first = next(iter(maps.values()))
            for name, courses in maps.items():
                self._check(name, courses, *(self._like or (first.axes, first.data.shape)))
        except LeadfieldError as error:
            LOGGER.warning("%s is not in the group: %s", member.subject, error)
            failed = FailedMember(subject=member.subject, step=STEP, reason=str(error))
            self._failed.append(failed)
            return
        if self._labelled is None:
            self._like = first.axes, first.data.shape
            self._labelled = label_sources(first.axes, self._cortex)
            self._samples = crop_slice(first.times, 1 / first.axes.tstep, *self._window)
        for name, courses in maps.items():
            self._own[name].add(courses)
            self._rows += summarise_labels(
                courses, self._labelled, self._samples, subject=member.subject, condition=name
            )
        self._read.append(member)

    def close_person(self) -> None:
        """Count the mean of a person's members, all of whom came."""
        for name, own in self._own.items():
            if own.count:
                data, axes = own.result()
                self._sums[name].add(SourceCourses(axes=axes, data=data))
        self._own = {name: RunningAverage() for name in self._own}

    def _check(
        self, name: str, courses: SourceCourses, like: SourceAxes, shape: tuple[int, ...]
    ) -> None:
        axes = courses.axes
        if axes.kind != "surface" or axes.vector or np.iscomplexobj(courses.data):
            number = "complex" if np.iscomplexobj(courses.data) else "real"
            msg = (
                "a group needs one real value a source on the cortex, got a "
                f"{axes.description} of {number} numbers"
            )
            raise MismatchError(msg)
        if axes.subject not in {None, self._cortex.subject}:
            msg = f"estimates must lie on {self._cortex.subject}, got {axes.subject!r}: morph them"
            raise MismatchError(msg)
        all_finite(f"values of {name}", courses.data, "look at the steps before")
        check_same_axes(like, shape, courses)

    def result(self) -> GroupAverages:
        """What was gathered; without any member that could be read it has no maps."""
        averages = {}
        if self._read:
            for name, one in self._sums.items():
                data, axes = one.result()
                averages[name] = SourceCourses(axes=axes, data=data)
        return GroupAverages(
            members=tuple(self._read),
            failures=tuple(self._failed),
            conditions=averages,
            samples=self._samples,
            rows=sort_rows(self._rows),
        )
