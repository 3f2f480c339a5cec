"""SSP projector as users hold it: ``ProjectionItem``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, final

import numpy as np

from leadfield.api import interop
from leadfield.api.interop.origin import kind_of
from leadfield.api.mapping_view import MappingView
from leadfield.api.recording.plot_projections import plot_projs_topomap
from leadfield.base.checks import number, whole
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.front_door import public
from leadfield.recording.projection import FIELD
from leadfield.recording.projection import Projection as Value

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats


def _matrix(one: Value) -> Mapping[str, Any]:
    matrix = {
        "nrow": len(one.vectors),
        "ncol": len(one.channel_names),
        "row_names": None,
        "col_names": list(one.channel_names),
        "data": one.vectors,
    }
    return MappingProxyType(matrix)


def _patterns(data: object) -> tuple[tuple[str, ...], Floats]:
    """Names of channels, and the patterns in an array of their own."""
    if not isinstance(data, Mapping) or not {"col_names", "data"} <= data.keys():
        msg = f"data must be a dict with 'col_names' and 'data', got {data!r}"
        raise ArgumentTypeError(msg)
    names = tuple(data["col_names"])
    vectors: Floats = np.array(data["data"], np.float64)
    rows, columns = data.get("nrow", len(vectors)), data.get("ncol", len(names))
    if vectors.ndim != 2 or vectors.shape != (rows, columns) or columns != len(names):
        msg = (
            "the patterns of a projector must be (nrow vectors, ncol channels), got shape "
            f"{vectors.shape} for {rows} vectors and {len(names)} channels"
        )
        raise InputError(msg)
    return names, vectors


@final
@public("leadfield")
class ProjectionItem(MappingView):
    """SSP projector: field patterns to remove, and whether they have been removed.

    A read-only mapping with the keys ``"desc"``, ``"kind"``, ``"active"``, ``"data"`` and
    ``"explained_var"``.

    Parameters
    ----------
    data : dict
        ``"col_names"``, the names of channels, and ``"data"``, the patterns (n_vectors,
        n_channels); ``"nrow"`` and ``"ncol"`` may say how many.
    desc : str
        What it is called.
    kind : int
        FIF's number of its kind: 1 for a field pattern, 10 for an average reference.
    active : bool
        Whether the data have been projected already.
    explained_var : float | None
        Share of the disturbance's variance that the patterns hold.

    See Also
    --------
    read_proj : Read projectors from a file.
    make_eeg_average_ref_proj : Make an average reference.

    Examples
    --------
    >>> data = {"col_names": ["Fz", "Cz"], "data": [[0.6, 0.8]]}
    >>> ProjectionItem(data=data, desc="blink")
    <ProjectionItem | blink, active: off, n_channels: 2>
    """

    _noun = "a projection"
    _getters: ClassVar[Mapping[str, Callable[[Value], Any]]] = {
        "desc": lambda one: one.description,
        "kind": lambda one: one.kind,
        "active": lambda one: one.active,
        "data": _matrix,
        "explained_var": lambda one: one.explained_variance,
    }

    def __init__(
        self,
        *,
        data: Mapping[str, Any],
        desc: str = "",
        kind: int = FIELD,
        active: bool = False,
        explained_var: float | None = None,
    ) -> None:
        names, vectors = _patterns(data)
        self._value = Value(
            description=str(desc),
            kind=whole("kind", kind),
            active=bool(active),
            channel_names=names,
            vectors=vectors,
            explained_variance=None
            if explained_var is None
            else number("explained_var", explained_var),
        )

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

    plot_topomap = plot_projs_topomap

    def __repr__(self) -> str:
        state = "on" if self.value.active else "off"
        return (
            f"<ProjectionItem | {self.value.description}, active: {state}, "
            f"n_channels: {len(self.value.channel_names)}>"
        )


# MNE-Python's name for it, which is that of the value inside here.
Projection = ProjectionItem


def projection_item_of(value: Value) -> ProjectionItem:
    """The projector as users hold it."""
    item = ProjectionItem.__new__(ProjectionItem)
    item._value = value  # noqa: SLF001 - its own
    return item


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
