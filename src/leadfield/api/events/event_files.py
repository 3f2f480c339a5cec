"""Event files: ``read_events``, ``write_events``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, overload

from numpy.typing import ArrayLike

from leadfield.base.checks import whole
from leadfield.base.errors import FormatError, StateError
from leadfield.base.files import as_path, existing
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware, warn
from leadfield.events import fif, text
from leadfield.events.lists import (
    MOST,
    as_events,
    select_events,
)
from leadfield.events.triggers import MaskType, masked_steps

if TYPE_CHECKING:
    from leadfield.base.arrays import Ints


@overload
def read_events(
    filename: str | Path,
    include: int | Iterable[int] | None = None,
    exclude: int | Iterable[int] | None = None,
    mask: int | None = None,
    mask_type: MaskType = "and",
    return_event_id: Literal[False] = False,
    verbose: Verbose = None,
) -> Ints: ...
@overload
def read_events(
    filename: str | Path,
    include: int | Iterable[int] | None = None,
    exclude: int | Iterable[int] | None = None,
    mask: int | None = None,
    mask_type: MaskType = "and",
    *,
    return_event_id: Literal[True],
    verbose: Verbose = None,
) -> tuple[Ints, dict[str, int]]: ...
@public("leadfield")
@verbose_aware
def read_events(
    filename: str | Path,
    include: int | Iterable[int] | None = None,
    exclude: int | Iterable[int] | None = None,
    mask: int | None = None,
    mask_type: MaskType = "and",
    return_event_id: bool = False,
    verbose: Verbose = None,
) -> Ints | tuple[Ints, dict[str, int]]:
    """Read events from a file.

    Parameters
    ----------
    filename : path-like
        A FIF file (``-eve.fif``, ``.gz``), or text (``.eve``, ``.lst``, ``.txt``) of
        three columns, or four if the second one is the time.
    include : int | list of int | None
        Event numbers to keep; None for all.
    exclude : int | list of int | None
        Event numbers to exclude if ``include`` is None.
    mask : int | None
        Bits to keep or to clear, see ``mask_type``; None for no mask.
    mask_type : "and" | "not_and"
        Whether the mask keeps bits or clears them.
    return_event_id : bool
        Whether to return the names of event numbers as well; few files have them.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    events : ndarray of int, shape (n_events, 3)
        Sample, value before, value after.
    event_id : dict
        Event numbers by name; only with ``return_event_id``.

    Raises
    ------
    FormatError
        If the file has no events.
    DataError
        If no event is left.

    See Also
    --------
    write_events : Write events to a file.
    """
    path = existing(filename, "event file")
    if path.suffix in {".fif", ".gz"}:
        events, names = fif.read_events(path)
        if not len(events):
            raise FormatError(path, "a file of events must hold at least one, it has none")
    else:
        events, names = text.read_events(path), None
        if mask is not None and events[0, 2] == 0:
            warn("the first row of the file, number 0, is no event: left out")
            events = events[1:]
    events = select_events(events, include=include, exclude=exclude)
    if mask is not None:
        before = len(events)
        events = masked_steps(events, whole("mask", mask, least=-MOST), mask_type)
        if len(events) < before:
            warn(f"{before - len(events)} of {before} events are hidden by the mask")
    if not return_event_id:
        return events
    if names is None:
        msg = f"{path} must hold names of events to return them, it has none"
        raise StateError(msg)
    return events, names


@public("leadfield")
@verbose_aware
def write_events(
    filename: str | Path,
    events: ArrayLike,
    *,
    overwrite: bool = False,
    verbose: Verbose = None,
) -> None:
    """Write events to a file.

    Parameters
    ----------
    filename : path-like
        A FIF file (``-eve.fif``, ``.gz``) or text (``.eve``, ``.lst``, ``.txt``).
    events : array_like of int, shape (n_events, 3)
        Sample, value before, value after.
    overwrite : bool
        Whether to overwrite an existing file.
    verbose : bool | str | int | None
        Verbosity.

    Raises
    ------
    OverwriteError
        If the file exists and ``overwrite`` is False.

    See Also
    --------
    read_events : Read events from a file.

    Examples
    --------
    >>> import tempfile
    >>> filename = tempfile.mkdtemp() + "/sub-eve.fif"
    >>> write_events(filename, [[6450, 0, 1], [6600, 0, 2]])
    >>> read_events(filename, include=2)
    array([[6600,    0,    2]])
    """
    path = as_path(filename)
    form = fif if path.suffix in {".fif", ".gz"} else text
    form.write_events(path, as_events(events), overwrite=overwrite)
