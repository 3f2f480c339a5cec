"""Mapping view: a read-only mapping with MNE-Python's keys over a value."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar

from leadfield.base.errors import UnknownNameError
from leadfield.base.front_door import explain_absent_members


@explain_absent_members
class MappingView(Mapping[str, Any], ABC):
    """What users read as ``view["key"]``: each key is computed from the value behind it.

    A final class names itself for errors (``_noun``) and says what each key gives
    (``_getters``, or ``_table()`` where that depends on the value). Keys in ``_costly``
    are computed once for a value: what they give must not be changeable, except that a
    list is copied for every reader.
    """

    _noun: ClassVar[str]
    _getters: ClassVar[Mapping[str, Callable[[Any], Any]]] = {}
    _costly: ClassVar[frozenset[str]] = frozenset()
    # The value that the cached items were computed from, and the items.
    _cache: tuple[Any, dict[str, Any]] = (None, {})

    @property
    @abstractmethod
    def value(self) -> Any:
        """The value behind the keys."""

    def _table(self) -> Mapping[str, Callable[[Any], Any]]:
        return self._getters

    def __getitem__(self, key: str) -> Any:
        table = self._table()
        if key not in table:
            msg = f"{self._noun} has {', '.join(map(repr, self))}, got {key!r}"
            raise UnknownNameError(msg)
        if key in self._costly:
            return self._cached_item(key, table[key])
        return table[key](self.value)

    def _cached_item(self, key: str, get: Callable[[Any], Any]) -> Any:
        value, cache = self.value, self._cache
        if cache[0] is not value:
            cache = self._cache = (value, {})
        items = cache[1]
        if key not in items:
            items[key] = get(value)
        return items[key].copy() if type(items[key]) is list else items[key]

    def __getstate__(self) -> dict[str, Any]:
        # Read-only dicts can be neither pickled nor copied; they are computed again.
        return {name: held for name, held in vars(self).items() if name != "_cache"}

    def __iter__(self) -> Iterator[str]:
        return iter(self._table())

    def __len__(self) -> int:
        return len(self._table())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and bool(self.value == other.value)

    __hash__ = None  # type: ignore[assignment]
