"""Maps of a group by name: averages of conditions and contrasts, and what a test says of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import final

from leadfield.estimates.source_courses import SourceCourses
from leadfield.group.averages import GroupAverages
from leadfield.group.settings import GroupSettings
from leadfield.group.significance import Significance


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class MapTests:
    """Significances by the names of maps, and why others were not tested."""

    found: Mapping[str, Significance] = field(default_factory=dict)
    untested: Mapping[str, str] = field(default_factory=dict)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GroupMap:
    """An average: without ``significance`` nothing was tested, which ``untested`` explains.

    ``quantity`` names its values, with their unit in brackets.
    """

    courses: SourceCourses
    quantity: str
    significance: Significance | None = None
    untested: str = ""

    @property
    def is_significant(self) -> bool:
        """Whether a part of it is."""
        return self.significance is not None and not self.significance.nothing

    @property
    def shown(self) -> SourceCourses:
        """The part that is significant, if there is one; else all of it."""
        if self.significance is None or self.significance.nothing:
            return self.courses
        return self.significance.shown(self.courses)


def maps_of_group(
    group: GroupAverages, settings: GroupSettings, tests: MapTests
) -> dict[str, GroupMap]:
    """Averages and contrasts by name; none where no member could be read."""
    if not group.members:
        return {}
    maps = {}
    for name, what in settings.maps.items():
        if isinstance(what, str):
            courses = group.conditions[what]
            quantity = courses.axes.quantity or ""
        else:
            courses = group.contrast(what)
            quantity = difference_of(courses.axes.quantity or "")
        maps[name] = GroupMap(
            courses=courses,
            quantity=quantity,
            significance=tests.found.get(name),
            untested=tests.untested.get(name, ""),
        )
    return maps


def difference_of(quantity: str) -> str:
    """What differences of a quantity are: ``Difference of current (A·m)``."""
    if not quantity:
        return "Difference"
    small = quantity[1:2].islower() and quantity[:1].isupper()
    return f"Difference of {quantity[0].lower() + quantity[1:] if small else quantity}"
