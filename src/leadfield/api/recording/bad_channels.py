"""Bad channels: the list behind ``info["bads"]``, whose changes go back to its owner."""

from collections.abc import Callable, Iterable, MutableSequence
from typing import Any, Protocol, final, overload


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
class BadChannels(MutableSequence[str]):
    """Names of the bad channels; a change to the list changes its owner.

    Parameters
    ----------
    info : Info | Covariance
        The owner.
    """

    def __init__(self, info: HoldsBads) -> None:
        self._info = info

    def _edit(self, edit: Callable[[list[str]], object]) -> None:
        names = list(self._info.value.bads)
        edit(names)
        self._info["bads"] = names

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        return list(self._info.value.bads)[index]

    def __setitem__(self, index: Any, value: Any) -> None:
        self._edit(lambda names: names.__setitem__(index, value))

    def __delitem__(self, index: Any) -> None:
        self._edit(lambda names: names.__delitem__(index))

    def __len__(self) -> int:
        return len(self._info.value.bads)

    def insert(self, index: int, value: str) -> None:
        """Mark another channel as bad.

        Parameters
        ----------
        index : int
            Position in the list.
        value : str
            Name of the channel.
        """
        self._edit(lambda names: names.insert(index, value))

    def __add__(self, other: Iterable[str]) -> list[str]:
        return [*self, *other]

    def __radd__(self, other: Iterable[str]) -> list[str]:
        return [*other, *self]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, BadChannels | list | tuple) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(list(self))
