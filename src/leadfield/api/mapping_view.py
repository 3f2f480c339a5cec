"""A read-only mapping with MNE-Python's keys over a value."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar

from leadfield.base.errors import UnknownNameError


class MappingView(Mapping[str, Any], ABC):
    """What users read as ``view["key"]``: each key is computed from the value behind it.

    A final class names itself for errors (``_noun``) and says what each key gives
    (``_getters``, or ``_table()`` where that depends on the value).
    """

    _noun: ClassVar[str]
    _getters: ClassVar[Mapping[str, Callable[[Any], Any]]] = {}

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
        return table[key](self.value)

    def __iter__(self) -> Iterator[str]:
        return iter(self._table())

    def __len__(self) -> int:
        return len(self._table())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self.value is other.value

    __hash__ = None  # type: ignore[assignment]
