"""SSP projectors of data: ``compute_proj_raw``, ``_epochs``, ``_evoked``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal

from leadfield.api.epochs.as_evoked import as_evoked
from leadfield.api.epochs.epochs import as_epochs
from leadfield.api.recording.as_recording import as_recording
from leadfield.api.recording.filter_samples import check_jobs
from leadfield.api.recording.projection_items import ProjectionItem, projection_item_of
from leadfield.artefacts.patterns import PatternCounts
from leadfield.artefacts.projections import (
    SegmentSpan,
    epochs_projections,
    evoked_projections,
    recording_projections,
)
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.epochs.rejection import make_rejection

if TYPE_CHECKING:
    from leadfield.api.epochs.epochs import Epochs
    from leadfield.api.epochs.evoked import Evoked
    from leadfield.api.recording.raw import Raw
    from leadfield.recording.projection import Projection

MegMode = Literal["separate", "combined"]


@public("leadfield")
@verbose_aware
def compute_proj_raw(
    raw: Raw,
    start: float = 0,
    stop: float | None = None,
    duration: float | None = 1,
    n_grad: float = 2,
    n_mag: float = 2,
    n_eeg: float = 0,
    reject: Mapping[str, float] | None = None,
    flat: Mapping[str, float] | None = None,
    n_jobs: int | None = None,
    meg: MegMode = "separate",
    verbose: Verbose = None,
) -> list[ProjectionItem]:
    """Compute SSP projectors of what varies most in a recording, such as an empty room.

    One segment is in memory at a time. Segments that meet annotations starting with "bad" are
    left out.

    Parameters
    ----------
    raw : Raw
        The recording.
    start, stop : float | None
        First and last time in s; None for the end.
    duration : float | None
        Length in s of the segments that the recording is cut into; None to take it whole.
    n_grad, n_mag, n_eeg : int | float
        Number of projectors for gradiometers, magnetometers and EEG; a number below 1 is the
        share of the variance that they shall explain.
    reject, flat : dict | None
        Largest and smallest peak-to-peak amplitudes of segments by channel type, as for
        :class:`Epochs`.
    n_jobs : int | None
        Has no effect.
    meg : "separate" | "combined"
        Whether gradiometers and magnetometers have projectors of their own, or joint ones,
        ``n_mag`` of them.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    projs : list of ProjectionItem
        The projectors, not applied; ``proj["explained_var"]`` is the share of the variance
        that each explains.

    Raises
    ------
    StateError
        If no segment is left.

    See Also
    --------
    compute_proj_epochs : From epochs.
    leadfield.preprocessing.compute_proj_eog : Of blinks.

    Examples
    --------
    >>> for proj in compute_proj_raw(raw, n_mag=2):
    ...     print(proj)
    <ProjectionItem | axial-Raw-0.000-30.000-PCA-01, active: off, n_channels: 32>
    <ProjectionItem | axial-Raw-0.000-30.000-PCA-02, active: off, n_channels: 32>
    """
    check_jobs(n_jobs)
    return items_of(
        recording_projections(
            as_recording(raw),
            PatternCounts(grad=n_grad, mag=n_mag, eeg=n_eeg, meg=meg),
            SegmentSpan(start=start, stop=stop, duration=duration),
            make_rejection(reject, flat),
        )
    )


@public("leadfield")
@verbose_aware
def compute_proj_epochs(
    epochs: Epochs,
    n_grad: float = 2,
    n_mag: float = 2,
    n_eeg: float = 2,
    n_jobs: int | None = None,
    desc_prefix: str | None = None,
    meg: MegMode = "separate",
    verbose: Verbose = None,
) -> list[ProjectionItem]:
    """Compute SSP projectors of what varies most in epochs, such as those around an artefact.

    One epoch is in memory at a time, unless they were loaded.

    Parameters
    ----------
    epochs : Epochs
        The epochs.
    n_grad, n_mag, n_eeg : int | float
        Number of projectors for gradiometers, magnetometers and EEG; a number below 1 is the
        share of the variance that they shall explain.
    n_jobs : int | None
        Has no effect.
    desc_prefix : str | None
        What the projectors are called; None for the event code and the ends of the epochs.
    meg : "separate" | "combined"
        Whether gradiometers and magnetometers have projectors of their own, or joint ones,
        ``n_mag`` of them.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    projs : list of ProjectionItem
        The projectors, not applied.

    Raises
    ------
    StateError
        If no epoch is left.

    See Also
    --------
    compute_proj_evoked : From their average.
    leadfield.preprocessing.create_eog_epochs : Epochs around blinks.

    Examples
    --------
    >>> [proj["desc"] for proj in compute_proj_epochs(epochs, n_mag=1)]
    ['axial-1--0.200-0.500-PCA-01']
    """
    check_jobs(n_jobs)
    counts = PatternCounts(grad=n_grad, mag=n_mag, eeg=n_eeg, meg=meg)
    return items_of(epochs_projections(as_epochs(epochs).value, counts, desc_prefix))


@public("leadfield")
@verbose_aware
def compute_proj_evoked(
    evoked: Evoked,
    n_grad: float = 2,
    n_mag: float = 2,
    n_eeg: float = 2,
    desc_prefix: str | None = None,
    meg: MegMode = "separate",
    verbose: Verbose = None,
) -> list[ProjectionItem]:
    """Compute SSP projectors of what varies most in an average, such as that of an artefact.

    Parameters
    ----------
    evoked : Evoked
        The average.
    n_grad, n_mag, n_eeg : int | float
        Number of projectors for gradiometers, magnetometers and EEG; a number below 1 is the
        share of the variance that they shall explain.
    desc_prefix : str | None
        What the projectors are called; None for the first and last time.
    meg : "separate" | "combined"
        Whether gradiometers and magnetometers have projectors of their own, or joint ones,
        ``n_mag`` of them.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    projs : list of ProjectionItem
        The projectors, not applied.

    See Also
    --------
    compute_proj_epochs : From epochs.

    Examples
    --------
    >>> proj = compute_proj_evoked(evoked, n_mag=1)[0]
    >>> evoked.add_proj(proj).info["projs"]
    (<ProjectionItem | axial--0.200-0.500-PCA-01, active: off, n_channels: 32>,)
    """
    counts = PatternCounts(grad=n_grad, mag=n_mag, eeg=n_eeg, meg=meg)
    return items_of(evoked_projections(as_evoked(evoked), counts, desc_prefix))


def items_of(projections: Iterable[Projection]) -> list[ProjectionItem]:
    """Projections as users hold them."""
    return [projection_item_of(one) for one in projections]
