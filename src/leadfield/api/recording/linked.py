"""Linked dictionaries and lists: what users change in them goes to the object they came from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Self, TypeVar, final

T = TypeVar("T")
R = TypeVar("R")


@final
class LinkedDict(dict[str, T]):
    """A dictionary of an object, which takes each change or refuses it with an error.

    Parameters
    ----------
    entries : dict
        The entries.
    take : callable
        Called with all entries after a change, before anybody sees it.
    """

    def __init__(
        self, entries: Iterable[tuple[str, T]], take: Callable[[dict[str, T]], object]
    ) -> None:
        super().__init__(entries)
        self._take = take

    def _edit(self, edit: Callable[[dict[str, T]], R]) -> R:
        entries = dict(self)
        result = edit(entries)
        self._take(entries)
        super().clear()
        super().update(entries)
        return result

    def __setitem__(self, key: str, value: T) -> None:
        self._edit(lambda entries: entries.__setitem__(key, value))

    def __delitem__(self, key: str) -> None:
        self._edit(lambda entries: entries.__delitem__(key))

    def __ior__(self, other: Any) -> Self:  # type: ignore[override,misc]
        self._edit(lambda entries: entries.update(other))
        return self

    def clear(self) -> None:
        """Remove all entries."""
        self._edit(lambda entries: entries.clear())

    def pop(self, *args: Any) -> Any:
        """Remove an entry and return it."""
        return self._edit(lambda entries: entries.pop(*args))

    def popitem(self) -> tuple[str, T]:
        """Remove the last entry and return it."""
        return self._edit(lambda entries: entries.popitem())

    def setdefault(self, *args: Any) -> Any:
        """Return an entry, which is added if there is none."""
        return self._edit(lambda entries: entries.setdefault(*args))

    def update(self, *args: Any, **kwargs: Any) -> None:
        """Set several entries."""
        self._edit(lambda entries: entries.update(*args, **kwargs))

    def __reduce__(self) -> tuple[Any, ...]:
        # A copy belongs to nobody.
        return dict, (dict(self),)


@final
class LinkedList(list[T]):
    """A list of an object, which takes each change or refuses it with an error.

    Parameters
    ----------
    items : list
        The items.
    take : callable
        Called with all items after a change, before anybody sees it.
    """

    def __init__(self, items: Iterable[T], take: Callable[[list[T]], object]) -> None:
        super().__init__(items)
        self._take = take

    def _edit(self, edit: Callable[[list[T]], R]) -> R:
        items = list(self)
        result = edit(items)
        self._take(items)
        super().__setitem__(slice(None), items)
        return result

    def __setitem__(self, index: Any, value: Any) -> None:
        self._edit(lambda items: items.__setitem__(index, value))

    def __delitem__(self, index: Any) -> None:
        self._edit(lambda items: items.__delitem__(index))

    def __iadd__(self, other: Iterable[T]) -> Self:  # type: ignore[override,misc]
        self._edit(lambda items: items.extend(other))
        return self

    def __imul__(self, count: Any) -> Self:  # type: ignore[misc]
        self._edit(lambda items: items.__imul__(count))
        return self

    def append(self, value: T) -> None:
        """Add an item at the end."""
        self._edit(lambda items: items.append(value))

    def extend(self, values: Iterable[T]) -> None:
        """Add several items at the end."""
        self._edit(lambda items: items.extend(values))

    def insert(self, index: Any, value: T) -> None:
        """Add an item at a place."""
        self._edit(lambda items: items.insert(index, value))

    def pop(self, index: Any = -1) -> T:
        """Remove an item and return it."""
        return self._edit(lambda items: items.pop(index))

    def remove(self, value: T) -> None:
        """Remove the first item of a value."""
        self._edit(lambda items: items.remove(value))

    def clear(self) -> None:
        """Remove all items."""
        self._edit(lambda items: items.clear())

    def reverse(self) -> None:
        """Reverse the order."""
        self._edit(lambda items: items.reverse())

    def sort(self, **options: Any) -> None:
        """Sort."""
        self._edit(lambda items: items.sort(**options))

    def __reduce__(self) -> tuple[Any, ...]:
        return list, (list(self),)
