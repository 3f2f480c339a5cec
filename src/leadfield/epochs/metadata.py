"""Metadata of epochs: a table with a row for each, from data frames and back to them."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, final

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Ints, lock_arrays
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.packages import pandas_for

if TYPE_CHECKING:
    from pandas import DataFrame

PURPOSE = "metadata of epochs"


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Metadata:
    """Columns of ``n_rows`` values each, under their ``names``.

    ``kinds`` are the types that columns have in a data frame, where an array holds
    categories, dates with a zone and the like as plain objects.
    """

    names: tuple[Hashable, ...]
    columns: tuple[NDArray[Any], ...]
    kinds: tuple[Any, ...]
    n_rows: int

    def __post_init__(self) -> None:
        lock_arrays(self)
        if not len(self.names) == len(self.columns) == len(self.kinds):
            msg = (
                "metadata need a name and a kind for each column, got "
                f"{len(self.names)}, {len(self.kinds)} and {len(self.columns)} columns"
            )
            raise MismatchError(msg)
        if any(column.shape != (self.n_rows,) for column in self.columns):
            shapes = [column.shape for column in self.columns]
            msg = f"columns of metadata need {self.n_rows} values, got shapes {shapes}"
            raise MismatchError(msg)

    def select(self, rows: Ints) -> "Metadata":
        """Only these rows."""
        columns = tuple(column[rows] for column in self.columns)
        return replace(self, columns=columns, n_rows=len(rows))


def metadata_of(frame: object) -> Metadata:
    """The table in a data frame, without its index."""
    pandas = pandas_for(PURPOSE)
    if not isinstance(frame, pandas.DataFrame):
        msg = f"metadata must be a pandas.DataFrame or None, got {type(frame).__name__}"
        raise ArgumentTypeError(msg)
    given: Any = frame
    series = [given.iloc[:, place] for place in range(given.shape[1])]
    return Metadata(
        names=tuple(given.columns),
        columns=tuple(_values(one) for one in series),
        kinds=tuple(one.dtype for one in series),
        n_rows=len(given),
    )


def _values(series: Any) -> NDArray[Any]:
    """A copy of a column; types of pandas' own become objects."""
    plain = isinstance(series.dtype, np.dtype)
    values: NDArray[Any] = series.to_numpy(dtype=None if plain else object, copy=True)
    return values


def frame_of(metadata: Metadata, index: Ints) -> "DataFrame":
    """A new data frame with the table, whose rows are called after ``index``."""
    pandas = pandas_for(PURPOSE)
    columns = zip(metadata.columns, metadata.kinds, strict=True)
    series = {
        place: pandas.Series(values.copy(), dtype=kind)
        for place, (values, kind) in enumerate(columns)
    }
    frame = pandas.DataFrame(series, index=range(metadata.n_rows))
    frame.columns = pandas.Index(list(metadata.names))
    frame.index = pandas.Index(np.array(index))
    return frame


def rows_of_query(metadata: Metadata, index: Ints, query: str) -> Ints:
    """Rows for which an expression of columns holds, such as ``rt > 0.3 and side == "left"``."""
    frame = frame_of(metadata, index).reset_index()
    try:
        found = frame.query(query, engine="python")
    except (NameError, SyntaxError, LookupError, TypeError, ValueError, AttributeError) as error:
        msg = f"a query of metadata must be an expression of its columns, got {query!r} ({error})"
        raise InputError(msg) from error
    rows: Ints = np.asarray(found.index, np.int64)
    return rows


def joined_metadata(tables: Sequence[Metadata | None]) -> Metadata | None:
    """The rows of all tables; None if no set of epochs has one."""
    present = [one for one in tables if one is not None]
    if not present:
        return None
    if len(present) < len(tables):
        msg = (
            "all sets of epochs or none must have metadata to be put together, "
            f"{len(present)} of {len(tables)} have"
        )
        raise MismatchError(msg)
    if len(present) == 1:
        return present[0]
    frames = [frame_of(one, np.arange(one.n_rows)) for one in present]
    return metadata_of(pandas_for(PURPOSE).concat(frames))
