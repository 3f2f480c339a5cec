"""Gradient compensation: how reference sensors' weighted sums cancel far-away noise."""

from dataclasses import dataclass

from leadfield.base.arrays import Floats, locked


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
