"""Epochs of a recording: the options of ``Epochs`` and what they mean."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.epochs.annotate_epochs import with_descriptions, with_extras
from leadfield.api.epochs.metadata_table import as_metadata
from leadfield.api.events.from_annotations import events_from_annotations
from leadfield.api.recording.as_recording import as_recording
from leadfield.base.checks import listed, one_of
from leadfield.base.errors import DataError, StateError
from leadfield.base.raise_or_warn import OnMissing, raise_or_warn
from leadfield.epochs.make import EpochParameters, cut_epochs
from leadfield.epochs.projections import all_active
from leadfield.epochs.rejection import make_rejection
from leadfield.epochs.selection import check_inside, select_events
from leadfield.recording.picks import Picks, resolve_picks

if TYPE_CHECKING:
    from pandas import DataFrame

    from leadfield.api.epochs.arguments import Baseline, EventId, EventRepeated, Proj
    from leadfield.api.recording.raw import Raw
    from leadfield.base.arrays import Ints
    from leadfield.epochs.epoch_projections import ProjMode
    from leadfield.epochs.epoch_set import EpochSet
    from leadfield.epochs.rejection_functions import Limits

PROJ_MODES: dict[bool | str, ProjMode] = {True: "on", False: "off", "delayed": "delayed"}


def as_proj_mode(proj: Proj) -> ProjMode:
    """What ``proj`` means."""
    one_of("proj", proj, PROJ_MODES)
    return PROJ_MODES[proj]


def refuse_change_of_limits(_limits: Mapping[str, object]) -> None:
    """Raise, as epochs were rejected by the limits there are."""
    msg = "limits of epochs cannot be changed in place: call drop_bad(reject=..., flat=...)"
    raise StateError(msg)


def epochs_of_recording(
    raw: Raw,
    events: ArrayLike | None,
    event_id: EventId,
    *,
    tmin: float,
    tmax: float,
    baseline: Baseline,
    picks: Picks,
    reject: Limits | None,
    flat: Limits | None,
    proj: Proj,
    decim: int,
    reject_tmin: float | None,
    reject_tmax: float | None,
    detrend: int | None,
    on_missing: OnMissing,
    reject_by_annotation: bool,
    metadata: DataFrame | None,
    event_repeated: EventRepeated,
    on_outside: OnMissing,
) -> EpochSet:
    """Epochs around those of the events, or else of the annotations, that are asked for."""
    recording = as_recording(raw)
    described: Collection[str] | None = None  # what annotations the epochs keep, None for all
    if events is None:
        events, known = _annotated_events(raw)
        metadata = with_extras(metadata, recording.annotations, known)
        event_id, described = _annotated_ids(known, event_id, on_missing)
    selected = select_events(
        events,
        event_id,
        on_missing=on_missing,
        event_repeated=event_repeated,
        metadata=as_metadata(metadata),
    )
    first = recording.first_sample
    check_inside(selected, first, first + recording.n_samples, on_outside)
    rejection = make_rejection(reject, flat, reject_tmin, reject_tmax)
    # Projections that were applied to the recording cannot be undone.
    applied = proj is False and all_active(recording.info)
    epochs = cut_epochs(
        recording,
        selected,
        resolve_picks(recording.info, picks, none="all", exclude=()),
        EpochParameters(
            tmin=tmin,
            tmax=tmax,
            baseline=baseline,
            detrend=detrend,
            decim=decim,
            reject_by_annotation=reject_by_annotation,
        ),
        rejection=rejection,
        proj=as_proj_mode(True if applied else proj),
    )
    return epochs if described is None else with_descriptions(epochs, described)


def _annotated_events(raw: Raw) -> tuple[Ints, dict[str, int]]:
    """Events of annotations, and the codes of their descriptions."""
    events, known = events_from_annotations(raw)
    if not len(events):
        msg = "events must be given, as the recording has no annotations to take instead"
        raise DataError(msg)
    return events, known


def _annotated_ids(
    known: Mapping[str, int], event_id: EventId, on_missing: OnMissing
) -> tuple[Mapping[str, int], Collection[str] | None]:
    """The codes that are asked for, and the descriptions if they are, None for all."""
    if event_id is None:
        return known, None
    if isinstance(event_id, Mapping):
        return event_id, None
    wanted: list[object] = (
        [event_id] if isinstance(event_id, int | str | np.integer) else list(event_id)
    )
    absent = [name for name in wanted if name not in known]
    if absent:
        message = f"event_id must name annotations, {listed(known)}, got {listed(absent)}"
        raise_or_warn("on_missing", on_missing, message)
    names = {str(name): known[str(name)] for name in wanted if name in known}
    return names, names
