"""Gradient compensation: weights of the reference sensors that cancel far-away noise."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace

from leadfield.base.arrays import Floats, lock_arrays, locked


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Compensation:
    """Weights (n_channels, n_references) of one grade of compensation, for data in SI units.

    ``kind`` is the grade's number in the file, ``grade`` the one users type (1, 2, 3).
    """

    kind: int
    grade: int
    row_names: tuple[str, ...]
    column_names: tuple[str, ...]
    weights: Floats

    def __post_init__(self) -> None:
        object.__setattr__(self, "row_names", tuple(self.row_names))
        object.__setattr__(self, "column_names", tuple(self.column_names))
        shape = (len(self.row_names), len(self.column_names))
        value = locked(self.weights, shape=shape, name="compensation weights")
        object.__setattr__(self, "weights", value)
        lock_arrays(self)

    def picked(self, names: Container[str]) -> "Compensation":
        """The rows of these channels alone."""
        rows = [i for i, name in enumerate(self.row_names) if name in names]
        return replace(
            self,
            row_names=tuple(self.row_names[i] for i in rows),
            weights=self.weights[rows],
        )

    def renamed(self, new: Mapping[str, str]) -> "Compensation":
        """The same with other names for some channels."""
        return replace(
            self,
            row_names=tuple(new.get(name, name) for name in self.row_names),
            column_names=tuple(new.get(name, name) for name in self.column_names),
        )
