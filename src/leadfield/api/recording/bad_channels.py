"""Bad channels: the list behind ``info["bads"]``, whose changes go back to its owner."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, Self, SupportsIndex, final

from leadfield.base.errors import ArgumentTypeError


class NamesBads(Protocol):
    """A value with bad channels."""

    @property
    def bads(self) -> tuple[str, ...]:
        """Names of the bad channels."""


class HoldsBads(Protocol):
    """What holds such a value and takes other bads: an Info, a Covariance."""

    @property
    def value(self) -> NamesBads:
        """The value."""

    def __setitem__(self, key: str, value: Any) -> None: ...


@final
class BadChannels(list[str]):
    """Names of the bad channels; a change to the list changes its owner.

    Parameters
    ----------
    info : Info | Covariance
        The owner.
    """

    def __init__(self, info: HoldsBads) -> None:
        super().__init__(info.value.bads)
        self._info = info

    def _now(self) -> list[str]:
        """The list itself, with what its owner holds now."""
        super().__setitem__(slice(None), self._info.value.bads)
        return self

    def _edit(self, edit: Callable[[list[str]], Any]) -> Any:
        names = list(self._info.value.bads)
        result = edit(names)
        self._info["bads"] = names
        self._now()
        return result

    def __getitem__(self, index: Any) -> Any:
        return list.__getitem__(self._now(), index)

    def __iter__(self) -> Iterator[str]:
        return list.__iter__(self._now())

    def __len__(self) -> int:
        return len(self._info.value.bads)

    def __contains__(self, name: object) -> bool:
        return name in self._info.value.bads

    def __setitem__(self, index: Any, value: Any) -> None:
        self._edit(lambda names: names.__setitem__(index, value))

    def __delitem__(self, index: Any) -> None:
        self._edit(lambda names: names.__delitem__(index))

    def __iadd__(self, names: Iterable[str]) -> Self:  # type: ignore[override]
        self.extend(names)
        return self

    def append(self, name: str) -> None:
        """Mark another channel as bad."""
        self._edit(lambda names: names.append(name))

    def extend(self, more: Iterable[str]) -> None:
        """Mark other channels as bad."""
        self._edit(lambda names: names.extend(more))

    def insert(self, index: SupportsIndex, name: str) -> None:
        """Mark another channel as bad, at a place in the list."""
        self._edit(lambda names: names.insert(index, name))

    def remove(self, name: str) -> None:
        """Mark a channel as good."""
        self._edit(lambda names: names.remove(name))

    def pop(self, index: SupportsIndex = -1) -> str:
        """Mark a channel as good and give its name."""
        name: str = self._edit(lambda names: names.pop(index))
        return name

    def clear(self) -> None:
        """Mark all channels as good."""
        self._edit(lambda names: names.clear())

    def sort(self, **options: Any) -> None:
        """Sort the names."""
        self._edit(lambda names: names.sort(**options))

    def reverse(self) -> None:
        """Turn the order of the names round."""
        self._edit(lambda names: names.reverse())

    def __add__(self, other: Iterable[str]) -> list[str]:  # type: ignore[override]
        return [*self, *other]

    def __radd__(self, other: Iterable[str]) -> list[str]:
        return [*other, *self]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, list | tuple) and list(self) == list(other)

    __hash__ = None

    def __repr__(self) -> str:
        return repr(list(self))

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Any, ...]:
        # Copies and pickles are plain lists: they have no owner.
        return list, (list(self),)


def names_once(value: object) -> tuple[str, ...]:
    """Names of channels that users give in a list, each once."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        msg = f"bads must be a list of channel names, got {value!r}"
        raise ArgumentTypeError(msg)
    return tuple(dict.fromkeys(value))
