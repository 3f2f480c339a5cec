"""Epochs of equal lengths all over a recording: ``make_fixed_length_epochs``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadfield.api.epochs.epochs import Epochs
from leadfield.api.events.event_lists import make_fixed_length_events
from leadfield.api.recording.as_recording import as_recording
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware

if TYPE_CHECKING:
    from leadfield.api.epochs.arguments import Proj
    from leadfield.api.recording.raw import Raw


@public("leadfield")
@verbose_aware
def make_fixed_length_epochs(
    raw: Raw,
    duration: float = 1.0,
    preload: bool = False,
    reject_by_annotation: bool = True,
    proj: Proj = True,
    overlap: float = 0.0,
    id: int = 1,
    verbose: Verbose = None,
) -> Epochs:
    """Cut a recording into epochs of one length, without events.

    Parameters
    ----------
    raw : Raw
        The recording.
    duration : float
        Length of each epoch in s.
    preload : bool
        Whether to load the samples into memory now.
    reject_by_annotation : bool
        Whether to drop epochs that overlap annotations starting with "bad".
    proj : bool | "delayed"
        Whether to apply SSP projectors.
    overlap : float
        Overlap of consecutive epochs in s, below ``duration``.
    id : int
        Event number of all epochs.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    epochs : Epochs
        The epochs, without baseline correction.

    See Also
    --------
    make_fixed_length_events : Make the events alone.

    Examples
    --------
    >>> len(make_fixed_length_epochs(raw, 2.0))
    15
    """
    events = make_fixed_length_events(raw, id=id, duration=duration, overlap=overlap)
    return Epochs(
        raw,
        events,
        [id],
        tmin=0.0,
        tmax=duration - 1 / as_recording(raw).info.sampling_rate,
        baseline=None,
        preload=preload,
        reject_by_annotation=reject_by_annotation,
        proj=proj,
    )
