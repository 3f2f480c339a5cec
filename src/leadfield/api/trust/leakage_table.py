"""Leakage table: what of each label shows in each other one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, final

import numpy as np

from leadfield.base.arrays import locked
from leadfield.base.checks import one_of
from leadfield.base.front_door import public
from leadfield.base.packages import pandas_for

if TYPE_CHECKING:
    from pandas import DataFrame

    from leadfield.base.arrays import Floats


@public("leadfield.minimum_norm")
@final
class LeakageTable:
    """Table of labels by labels, from :func:`leakage`.

    Parameters
    ----------
    data : array, shape (n_labels, n_labels)
        Amplitude that each label (rows) has in the others (columns), over its own.
    names : list of str
        Names of the labels.

    Attributes
    ----------
    data : ndarray, shape (n_labels, n_labels)
        The values.
    names : tuple of str
        Names of rows and columns.

    See Also
    --------
    leakage : Makes it.

    Examples
    --------
    >>> LeakageTable([[1.0, 0.3], [0.6, 1.0]], ["a", "b"]).worst("b")
    ('a', 0.3)
    """

    def __init__(self, data: Floats, names: Sequence[str]) -> None:
        self.names = tuple(names)
        n = len(self.names)
        self.data: Floats = locked(data, shape=(n, n), name="leakage")

    def worst(self, name: str) -> tuple[str, float]:
        """Find the label whose activity shows most in another one.

        Parameters
        ----------
        name : str
            The label that it shows in.

        Returns
        -------
        name : str
            The other label.
        value : float
            How much of it shows here; NaN where no label has a value.

        Examples
        --------
        >>> LeakageTable([[1.0, 0.3], [0.6, 1.0]], ["a", "b"]).worst("a")
        ('b', 0.6)
        """
        one_of("name", name, self.names)
        into = self.names.index(name)
        column = np.where(np.isnan(self.data[:, into]), -1.0, self.data[:, into])
        column[into] = -2.0
        worst = int(column.argmax())
        return self.names[worst], float(self.data[worst, into])

    def to_data_frame(self) -> DataFrame:
        """Make a data frame: a row for each active label, a column for where it shows.

        Returns
        -------
        frame : pandas.DataFrame
            The table, with the names of the labels.

        Raises
        ------
        MissingPackageError
            If pandas is not installed.

        Examples
        --------
        >>> frame = LeakageTable([[1.0, 0.3], [0.6, 1.0]], ["a", "b"]).to_data_frame()
        >>> float(frame.loc["b", "a"])
        0.6
        """
        names = list(self.names)
        return pandas_for("a data frame").DataFrame(self.data, index=names, columns=names)

    def __repr__(self) -> str:
        n = len(self.names)
        off = self.data[~np.eye(n, dtype=bool)]
        off = off[np.isfinite(off)]
        middle = f", median {np.median(off):.2g} between two" if off.size else ""
        return f"<LeakageTable | {n} labels{middle}>"
