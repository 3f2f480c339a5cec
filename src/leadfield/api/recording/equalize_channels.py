"""The same channels in several objects: ``equalize_channels``, ``match_channel_orders``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

from leadfield.api import interop
from leadfield.api.interop.origin import kind_of
from leadfield.api.recording.info import Info
from leadfield.base.checks import listed
from leadfield.base.errors import ArgumentTypeError, ChannelError, InputError
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.recording.picks import pick_channels


class HasChannels(Protocol):
    """Whatever has channels with names."""

    @property
    def ch_names(self) -> list[str]:
        """Names of the channels."""


T = TypeVar("T", bound=HasChannels)


@public("leadfield")
@verbose_aware
def equalize_channels(
    instances: Sequence[T], copy: bool = True, verbose: Verbose = None
) -> list[T]:
    """Give several objects the same channels, in the order of the first.

    Parameters
    ----------
    instances : list
        Recordings, epochs, evoked responses, covariances, forward solutions or infos.
    copy : bool
        Whether objects that must change are copied; else they change in place.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    equalized : list
        The objects with the channels that all have; those that have no others, in that
        order, are as they were.

    Raises
    ------
    ChannelError
        If there is no channel that all have.

    Examples
    --------
    >>> few, same = equalize_channels([evoked.copy().pick([3, 1]), evoked])
    >>> same.ch_names == few.ch_names
    True
    """
    given = [_taken(one, copy=copy) for one in instances]
    if not given:
        msg = "at least one object must come, got none"
        raise InputError(msg)
    for one in given:
        if not (isinstance(one, Info) or hasattr(one, "pick_channels")):
            msg = (
                "instances must be recordings, epochs, evoked responses, covariances, forward "
                f"solutions or infos, got {kind_of(one)}"
            )
            raise ArgumentTypeError(msg)
    shared = set.intersection(*(set(one.ch_names) for one in given))
    names = [name for name in given[0].ch_names if name in shared]
    if not names:
        msg = "there must be a channel that all objects have, there is none"
        raise ChannelError(msg)
    dropped = sorted(set().union(*(one.ch_names for one in given)) - shared)
    if dropped:
        LOGGER.info("Dropped channels that are not in all: %s", listed(dropped))
    return [one if one.ch_names == names else _picked(one, names, copy=copy) for one in given]


@public("leadfield")
def match_channel_orders(insts: Sequence[T], copy: bool = True) -> list[T]:
    """Order the channels of several objects as in the first.

    Parameters
    ----------
    insts : list of Raw | list of Epochs | list of Evoked
        Recordings, epochs or evoked responses with the channels of the first; channels that it
        has not are dropped.
    copy : bool
        Whether to leave ``insts`` alone and order copies.

    Returns
    -------
    ordered : list
        The objects with their channels in the order of the first.

    Raises
    ------
    ChannelError
        If one lacks a channel of the first.

    Examples
    --------
    >>> some = evoked.copy().pick([3, 1])
    >>> _, ordered = match_channel_orders([some, evoked])
    >>> ordered.ch_names == some.ch_names
    True
    """
    if not insts:
        msg = "at least one object must come, got none"
        raise InputError(msg)
    for one in insts:
        if not hasattr(one, "reorder_channels"):
            msg = f"insts must be recordings, epochs or evoked responses, got {kind_of(one)}"
            raise ArgumentTypeError(msg)
    names = list(insts[0].ch_names)
    for i, one in enumerate(insts):
        missing = [name for name in names if name not in one.ch_names]
        if missing:
            msg = f"insts[{i}] must have the channels of the first, it lacks {listed(missing)}"
            raise ChannelError(msg)
    some: Sequence[Any] = insts
    given = [one.copy() if copy else one for one in some]
    return [one if one.ch_names == names else one.reorder_channels(names) for one in given]


def _taken(one: Any, *, copy: bool) -> Any:
    """The object; information of MNE-Python's as ours, which can be picked from."""
    value = interop.info.info_from_mne(one) if copy else None
    return one if value is None else Info(value)


def _picked(one: Any, names: list[str], *, copy: bool) -> Any:
    if isinstance(one, Info):
        picked = one.value.pick(pick_channels(one.ch_names, names, ordered=True))
        if copy:
            return Info(picked)
        one.value = picked
        return one
    return (one.copy() if copy else one).pick_channels(names, ordered=True)
