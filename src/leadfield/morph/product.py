"""Product of a morph: its matrix times the values of an estimate."""

from collections.abc import Sequence
from dataclasses import replace

from leadfield.base.arrays import Ints
from leadfield.base.errors import MismatchError
from leadfield.estimates.source_courses import SourceAxes, SourceCourses, Values
from leadfield.numerics.sparse_rows import SparseRows


def check_morphed_subject(axes: SourceAxes, subject: str) -> None:
    """Raise if an estimate is known to be of another subject than the one that is morphed."""
    if axes.subject not in {None, subject}:
        msg = (
            f"the estimate must be of the subject that is morphed, {subject!r}, got "
            f"{axes.subject!r}"
        )
        raise MismatchError(msg)


def multiply_courses(
    matrix: SparseRows, courses: SourceCourses, *, vertices: Sequence[Ints], subject: str
) -> tuple[Values, SourceAxes]:
    """Values and axes at the ``vertices`` of another subject."""
    data = matrix.times(courses.data.reshape(len(courses.data), -1))
    axes = replace(courses.axes, vertices=tuple(vertices), subject=subject)
    return data.reshape(-1, *courses.data.shape[1:]), axes
