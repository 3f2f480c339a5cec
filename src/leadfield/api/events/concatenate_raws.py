"""Recordings one after another, with their events: ``concatenate_raws``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from numpy.typing import ArrayLike

from leadfield.api.interop.origin import as_list
from leadfield.api.recording.as_recording import as_recording
from leadfield.api.recording.raw import Raw
from leadfield.base.checks import one_of
from leadfield.base.errors import InputError, MismatchError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.events.lists import as_events
from leadfield.events.lists import concatenated as concatenated_events
from leadfield.recording.concatenate import concatenated

if TYPE_CHECKING:
    from leadfield.base.arrays import Ints
    from leadfield.base.raise_or_warn import OnMissing


@overload
def concatenate_raws(
    raws: Sequence[Raw],
    preload: bool | None = None,
    events_list: None = None,
    *,
    on_mismatch: OnMissing = "raise",
    verbose: Verbose = None,
) -> Raw: ...
@overload
def concatenate_raws(
    raws: Sequence[Raw],
    preload: bool | None = None,
    *,
    events_list: Sequence[ArrayLike],
    on_mismatch: OnMissing = "raise",
    verbose: Verbose = None,
) -> tuple[Raw, Ints]: ...
@overload
def concatenate_raws(
    raws: Sequence[Raw],
    preload: bool | None,
    events_list: Sequence[ArrayLike],
    *,
    on_mismatch: OnMissing = "raise",
    verbose: Verbose = None,
) -> tuple[Raw, Ints]: ...
@public("leadfield")
@verbose_aware
def concatenate_raws(
    raws: Sequence[Raw],
    preload: bool | None = None,
    events_list: Sequence[ArrayLike] | None = None,
    *,
    on_mismatch: OnMissing = "raise",
    verbose: Verbose = None,
) -> Raw | tuple[Raw, Ints]:
    """Concatenate recordings as if they were one.

    Annotations ``"BAD boundary"`` and ``"EDGE boundary"`` mark where recordings meet, so
    that no epoch reaches from one into the next; delete them if the data are continuous.

    Parameters
    ----------
    raws : list of Raw
        The recordings, in order. The first becomes the joint one, in place.
    preload : bool | None
        Whether to load all samples into memory; None for if those of all recordings are
        there already. Otherwise samples are read when they are needed.
    events_list : list of array_like of int, shape (n_events, 3) | None
        The events of each recording, to be concatenated as well.
    on_mismatch : "raise" | "warn" | "ignore"
        What to do if positions of the head (``dev_head_t``) differ.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    raw : Raw
        The first of ``raws``, which now goes on with the others.
    events : ndarray of int, shape (n_events, 3)
        The events of all recordings; only with ``events_list``.

    Raises
    ------
    MismatchError
        If channels, bad channels, sampling rates, projectors or positions differ.

    See Also
    --------
    leadfield.io.Raw.append : Append recordings to one.
    concatenate_events : Concatenate events alone.

    Examples
    --------
    >>> both = concatenate_raws([raw.copy(), raw.copy()])
    >>> both.duration / raw.duration
    2.0
    """
    one_of("preload", preload, [True, False, None])
    raws = as_list("raws", raws, "Raw")
    if not raws:
        msg = "at least one recording must come, got none"
        raise InputError(msg)
    values = [as_recording(one) for one in raws]
    events = None
    if events_list is not None:
        if len(events_list) != len(raws):
            msg = (
                "events_list must have the events of each recording, got "
                f"{len(events_list)} for {len(raws)} recordings"
            )
            raise MismatchError(msg)
        spans = [(one.first_sample, one.first_sample + one.n_samples) for one in values]
        events = concatenated_events([as_events(one) for one in events_list], spans)
    joint = concatenated(values, load=preload, on_mismatch=on_mismatch)
    first: object = raws[0]
    if isinstance(first, Raw):
        first.value = joint
    else:
        first = Raw(joint)
    return first if events is None else (first, events)
