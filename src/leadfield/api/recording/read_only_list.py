"""Lists that users may read but not change, as their changes would be forgotten."""

from __future__ import annotations

from typing import Any, NoReturn, SupportsIndex, TypeVar, final

from leadfield.base.errors import StateError

T = TypeVar("T")


@final
class ReadOnlyList(list[T]):
    """A list that refuses to be changed and says what to do instead.

    Parameters
    ----------
    items : iterable
        What it holds.
    advice : str
        What it is, and which call changes it.
    """

    def __init__(self, items: Any, advice: str) -> None:
        super().__init__(items)
        self._advice = advice

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise StateError(self._advice)

    __setitem__ = __delitem__ = __iadd__ = __imul__ = _refuse
    append = extend = insert = remove = pop = clear = sort = reverse = _refuse

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Any, ...]:
        # Copies and pickles are plain lists, which are whoever's they are.
        return list, (list(self),)
