"""SSP projectors of an artefact whose events are found: filtering, epochs, patterns."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, final

from leadfield.api.epochs.cut_epochs import epochs_of_recording
from leadfield.api.interop.origin import kind_of
from leadfield.api.recording.as_recording import as_recording
from leadfield.api.recording.projection_items import ProjectionItem, projection_item_of
from leadfield.api.recording.raw import Raw
from leadfield.artefacts.projections import epochs_projections, evoked_projections
from leadfield.base.checks import listed, one_of
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.log import LOGGER, warn
from leadfield.base.progress import working
from leadfield.epochs.average import average
from leadfield.epochs.modify import load_epochs
from leadfield.epochs.rejection import make_rejection
from leadfield.recording.create import average_reference
from leadfield.recording.picks import pick_types

if TYPE_CHECKING:
    from leadfield.artefacts.patterns import PatternCounts
    from leadfield.base.arrays import Ints
    from leadfield.epochs.epoch_set import EpochSet
    from leadfield.epochs.selection import DropLog
    from leadfield.recording.info import MeasurementInfo
    from leadfield.recording.projection import Projection
    from leadfield.recording.raw import RawRecording

Limits = Mapping[str, float] | None
# Limits for these are passed over where a recording has no good channel of the type.
OPTIONAL_TYPES = ("grad", "mag", "eeg", "eog")
FILTER: Mapping[str, Any] = {
    "l_trans_bandwidth": 0.5,
    "h_trans_bandwidth": 0.5,
    "phase": "zero-double",
    "fir_design": "firwin2",
}


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ArtefactOptions:
    """How projections of an artefact are made.

    Epochs are from ``tmin`` to ``tmax`` in s around events; ``limits`` are reject and flat;
    ``bads`` are left out; ``average`` takes the patterns of their average. ``filtering`` are
    arguments of ``Raw.filter``. ``with_reference`` adds an average EEG reference, ``only_new``
    leaves out the projections that there are.
    """

    kind: str
    counts: PatternCounts
    tmin: float
    tmax: float
    limits: tuple[Limits, Limits]
    bads: Collection[str]
    average: bool
    with_reference: bool
    only_new: bool
    filtering: Mapping[str, Any]

    def __post_init__(self) -> None:
        for name, value in {
            "average": self.average,
            "avg_ref": self.with_reference,
            "no_proj": self.only_new,
        }.items():
            one_of(name, value, [True, False])


def compute_artefact_projections(
    raw: Raw, events: Ints, options: ArtefactOptions, *, copy: bool
) -> tuple[list[ProjectionItem], DropLog]:
    """Projections of what varies most around events, and why some events do not count."""
    one_of("copy", copy, [True, False])
    given: object = raw
    recording = as_recording(raw)
    if not copy and not isinstance(given, Raw):
        msg = f"raw must be leadfield's Raw to be changed in place, got {kind_of(raw)}"
        raise ArgumentTypeError(msg)
    kept = _other_projections(recording.info, options)
    if not len(events):
        warn(f"no {options.kind} events were found: there are no projections of them")
        return [], ()
    with working(f"{options.kind} projections"):
        epochs = load_epochs(_filtered_epochs(raw, recording, events, options, copy=copy))
    if not len(epochs):
        warn(f"no good epoch is left of {len(events)} {options.kind} events: no projections")
        return [], epochs.drop_log
    found = _patterns(epochs, options)
    new = [replace(one, description=f"{options.kind}-{one.description}") for one in found]
    return [projection_item_of(one) for one in (*kept, *new)], epochs.drop_log


def _other_projections(info: MeasurementInfo, options: ArtefactOptions) -> list[Projection]:
    """Those that are there, and the average reference, as far as they are asked for."""
    kept = [] if options.only_new else list(info.projections)
    LOGGER.info("%d projections of the recording are kept", len(kept))
    if options.with_reference:
        kept.append(average_reference(info, active=True))
    return kept


def _patterns(epochs: EpochSet, options: ArtefactOptions) -> list[Projection]:
    if not options.average:
        return epochs_projections(epochs, options.counts)
    _, evokeds = average(epochs, picks="data")
    return evoked_projections(evokeds[0], options.counts)


def _filtered_epochs(
    raw: Raw,
    recording: RawRecording,
    events: Ints,
    options: ArtefactOptions,
    *,
    copy: bool,
) -> EpochSet:
    """Epochs of the good channels of the filtered recording, which is in memory then."""
    info = _with_more_bads(recording.info, options.bads)
    rows = pick_types(info, meg=True, eeg=True, eog=True, ecg=True)
    names = [info.names[row] for row in rows]
    types = {info.channels.types[row] for row in rows}
    reject, flat = (_limits(one, types) for one in options.limits)
    make_rejection(reject, flat)  # limits that mean nothing are refused before anything is filtered
    # A copy needs no more than the channels of which there are epochs.
    filtered = Raw(recording.picked(rows)) if copy else raw
    filtered.filter(picks=names, **FILTER, **options.filtering)
    return epochs_of_recording(
        filtered,
        events,
        None,
        tmin=options.tmin,
        tmax=options.tmax,
        baseline=None,
        picks=names,
        reject=reject,
        flat=flat,
        proj=True,
        decim=1,
        reject_tmin=None,
        reject_tmax=None,
        detrend=None,
        on_missing="raise",
        reject_by_annotation=True,
        metadata=None,
        event_repeated="error",
        on_outside="warn",
    )


def _with_more_bads(info: MeasurementInfo, bads: Collection[str]) -> MeasurementInfo:
    if isinstance(bads, str):
        msg = f"bads must be a list of channel names, got {bads!r}"
        raise InputError(msg)
    unknown = [name for name in bads if name not in info.names]
    if unknown:
        msg = f"bads must be channels of the recording, {listed(unknown)} are not"
        raise InputError(msg)
    return info.with_bads({*info.bads, *bads})


def _limits(limits: Limits, types: set[str]) -> Limits:
    """The limits but those for channels that are not there."""
    if not isinstance(limits, Mapping):
        return limits  # what is no mapping is refused where limits are read
    return {k: v for k, v in limits.items() if k in types or k not in OPTIONAL_TYPES}
