"""SSP projector as users hold it: ``ProjectionItem``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, final

from leadfield.api import interop
from leadfield.api.interop.origin import kind_of
from leadfield.api.mapping_view import MappingView
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.front_door import public

if TYPE_CHECKING:
    from leadfield.recording.projection import Projection as Value


def _matrix(one: Value) -> Mapping[str, Any]:
    matrix = {
        "nrow": len(one.vectors),
        "ncol": len(one.channel_names),
        "row_names": None,
        "col_names": list(one.channel_names),
        "data": one.vectors,
    }
    return MappingProxyType(matrix)


@final
@public("leadfield")
class ProjectionItem(MappingView):
    """SSP projector: field patterns to remove, and whether they have been removed.

    A read-only mapping with the keys ``"desc"``, ``"kind"``, ``"active"``, ``"data"`` and
    ``"explained_var"``.

    Parameters
    ----------
    value : recording.projection.Projection
        The projection as a value; users get items from files, ``info["projs"]`` or
        :func:`make_eeg_average_ref_proj`.

    See Also
    --------
    read_proj : Read projectors from a file.
    """

    _noun = "a projection"
    _getters: ClassVar[Mapping[str, Callable[[Value], Any]]] = {
        "desc": lambda one: one.description,
        "kind": lambda one: one.kind,
        "active": lambda one: one.active,
        "data": _matrix,
        "explained_var": lambda one: one.explained_variance,
    }

    def __init__(self, value: Value) -> None:
        self._value = value

    @property
    def value(self) -> Value:
        """The projection, as a value that cannot be changed."""
        return self._value

    def to_mne(self) -> Any:
        """Make MNE-Python's projector of it.

        Returns
        -------
        proj : mne.Projection
            The same projector, with vectors of its own.

        Raises
        ------
        MissingPackageError
            If MNE-Python is not installed: ``pip install mne``.
        """
        return interop.projections_to_mne.projection_to_mne(self.value)

    def __repr__(self) -> str:
        state = "on" if self.value.active else "off"
        return (
            f"<ProjectionItem | {self.value.description}, active: {state}, "
            f"n_channels: {len(self.value.channel_names)}>"
        )


# For isinstance in scripts: MNE-Python's name for it, which is that of the value inside here.
Projection = ProjectionItem


def as_projections(projs: object) -> tuple[Value, ...]:
    """Values of one item or a list of items, ours or MNE-Python's."""
    several = isinstance(projs, Iterable) and not isinstance(projs, str | Mapping)
    items: Iterable[object] = projs if several else [projs]  # type: ignore[assignment]
    return tuple(map(_as_projection, items))


def _as_projection(item: object) -> Value:
    value = (
        item.value
        if isinstance(item, ProjectionItem)
        else interop.projections.projection_from_mne(item)
    )
    if value is None:
        msg = f"projs must be ProjectionItem objects, got {kind_of(item)}"
        raise ArgumentTypeError(msg)
    return value
