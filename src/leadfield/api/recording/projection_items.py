"""One projection as users hold it: a read-only mapping with MNE-Python's keys."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from leadfield.base.errors import ArgumentTypeError, UnknownNameError
from leadfield.recording.projection import Projection

KEYS = ("desc", "kind", "active", "data", "explained_var")


class ProjectionItem(Mapping[str, Any]):
    """Disturbance patterns over named channels, and whether they were taken out.

    Parameters
    ----------
    value : recording.projection.Projection
        The projection; users get items from files, ``info["projs"]`` or
        :func:`make_eeg_average_ref_proj`.

    See Also
    --------
    read_proj : Read items from a file.
    """

    def __init__(self, value: Projection) -> None:
        self.value = value

    def __getitem__(self, key: str) -> Any:
        one = self.value
        match key:
            case "desc":
                return one.description
            case "kind":
                return one.kind
            case "active":
                return one.active
            case "explained_var":
                return one.explained_variance
            case "data":
                matrix = {
                    "nrow": len(one.vectors),
                    "ncol": len(one.channel_names),
                    "row_names": None,
                    "col_names": list(one.channel_names),
                    "data": one.vectors,
                }
                return MappingProxyType(matrix)
        msg = f"a projection has {', '.join(map(repr, KEYS))}, got {key!r}"
        raise UnknownNameError(msg)

    def __iter__(self) -> Iterator[str]:
        return iter(KEYS)

    def __len__(self) -> int:
        return len(KEYS)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ProjectionItem) and self.value.same_as(other.value)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        state = "on" if self.value.active else "off"
        return (
            f"<ProjectionItem | {self.value.description}, active: {state}, "
            f"n_channels: {len(self.value.channel_names)}>"
        )


def as_projections(projs: Any) -> tuple[Projection, ...]:
    """Values of one item or a list of items."""
    items = [projs] if isinstance(projs, ProjectionItem) else projs
    if not isinstance(items, Iterable) or isinstance(items, str | Mapping):
        items = [projs]
    values = []
    for item in items:
        if not isinstance(item, ProjectionItem):
            msg = f"projs must be ProjectionItem objects, got {type(item).__name__}"
            raise ArgumentTypeError(msg)
        values.append(item.value)
    return tuple(values)
