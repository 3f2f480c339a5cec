"""Step ``epochs``: good trials of all conditions, and the average of each."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np

from leadfield.api.epochs.concatenate_epochs import concatenate_epochs
from leadfield.api.epochs.epochs import Epochs, epochs_of
from leadfield.api.recording.picks import pick_types
from leadfield.api.recording.projections import read_proj
from leadfield.api.recording.raw import Raw
from leadfield.base.arrays import Ints
from leadfield.base.checks import listed
from leadfield.base.errors import DataError, MismatchError, UnknownNameError
from leadfield.base.log import LOGGER
from leadfield.batch.epochs_quality import quality_of_epochs
from leadfield.batch.more_projections import PROJECTIONS_FILE, add_projections
from leadfield.batch.participant import Participant, sensors_of
from leadfield.batch.step import AVERAGE_FILE, Facts, Step, StepInputs
from leadfield.batch.steps.recording import open_recordings, recording_files
from leadfield.batch.study import RecordingSettings, Study
from leadfield.bids.recording import read_bids_events
from leadfield.epochs.event_names import match_event_names
from leadfield.epochs.selection import count_drop_reasons
from leadfield.recording.info import MeasurementInfo

EPOCHS_FILE = "epo.fif"


def _run(inputs: StepInputs, out: Path) -> Facts:
    study, participant = inputs.study, inputs.participant
    raws = open_recordings(study, participant)
    events, event_id = _events(participant, raws)
    wanted = _wanted(study, event_id)
    sets = _cut_all(inputs, raws, events, wanted)
    epochs = _joined(list(sets.values()))
    n_trials, dropped, reasons = count_drop_reasons(epochs.drop_log)
    for name in study.conditions:
        if not _has(epochs, name):
            why = ", ".join(f"{reason} ({n})" for reason, n in reasons.items()) or "none has it"
            msg = (
                f"{name!r} must have good epochs, it has none: {dropped} of {n_trials} epochs of "
                f"all conditions were dropped, for {why}. Raise the limits in [epochs] reject, or "
                "mark channels as bad"
            )
            raise DataError(msg)
    before = epochs.selection
    if study.epochs.equalize_event_counts and len(study.conditions) > 1:
        epochs.equalize_event_counts(list(study.conditions))
    run_of_each = np.repeat(list(sets), [len(one) for one in sets.values()])
    run_of_each = run_of_each[np.isin(before, epochs.selection)]
    counts = dict.fromkeys(study.conditions, 0)
    for position in inputs.positions:
        here = np.flatnonzero(np.isin(run_of_each, position.recordings))
        if len(here):
            place = next(sets[i].value.info for i in position.recordings if i in sets)
            own = _placed(epochs if len(here) == len(epochs) else epochs[here], place)
            for name, n in _save_position(inputs, out, own, position.run).items():
                counts[name] += n
    return {
        "trials": n_trials,
        "dropped": dropped,
        "reasons": reasons,
        "averaged": counts,
        **quality_of_epochs(epochs.value),
    }


def _cut_all(
    inputs: StepInputs, raws: list[Raw], events: list[Ints], wanted: Mapping[str, int]
) -> dict[int, Epochs]:
    """The good epochs of each run that has events of the conditions."""
    added = inputs.file("recording", PROJECTIONS_FILE)
    sets: dict[int, Epochs] = {}
    for i, (raw, of_run) in enumerate(zip(raws, events, strict=True)):
        there = set(of_run[:, 2].tolist())
        if names := {name: code for name, code in wanted.items() if code in there}:
            if added.is_file():
                add_projections(raw, read_proj(added))
            sets[i] = _cut(inputs.study, inputs.participant, raw, events=of_run, event_id=names)
        else:
            LOGGER.info("%s has no event of the conditions", inputs.participant.recordings[i].name)
    return sets


def _placed(epochs: Epochs, place: MeasurementInfo) -> Epochs:
    """Epochs with the head where another info has it."""
    info = replace(
        epochs.value.info,
        device_to_head=place.device_to_head,
        digitisation=place.digitisation,
    )
    return epochs_of(replace(epochs.value, info=info))


def _save_position(inputs: StepInputs, out: Path, own: Epochs, run: str | None) -> dict[str, int]:
    """Write the epochs of a head position, and the averages of conditions that it has; how many."""
    own.save(out / inputs.participant.file(EPOCHS_FILE, run=run))
    counts = {}
    for name in inputs.study.conditions:
        if _has(own, name):
            average = own[name].average()
            average.comment = name
            average.save(out / inputs.participant.file(AVERAGE_FILE, name, run=run))
            counts[name] = int(average.nave)
    return counts


def _has(epochs: Epochs, condition: str) -> bool:
    """Whether there are epochs of a condition, whose name a run may have lost with them."""
    names = [name for name in epochs.event_id if set(condition.split("/")) <= set(name.split("/"))]
    return bool(names) and len(epochs[condition]) > 0


def _joined(sets: list[Epochs]) -> Epochs:
    """The epochs of all runs, wherever the head was."""
    if len(sets) == 1:
        return sets[0]
    try:
        return concatenate_epochs(sets, on_mismatch="ignore")
    except MismatchError as error:
        msg = f"runs must fit together to be averaged: {error}"
        raise MismatchError(msg) from error


def _events(participant: Participant, raws: list[Raw]) -> tuple[list[Ints], dict[str, int]]:
    """The events of each run, and their names, which have the same number in all runs."""
    tables = [
        read_bids_events(files, raw.value)
        for files, raw in zip(participant.recordings, raws, strict=True)
    ]
    event_id: dict[str, int] = {}
    for _, own in tables:
        event_id |= own
    agreed = all(event_id[name] == code for _, own in tables for name, code in own.items())
    if not agreed or len(set(event_id.values())) < len(event_id):
        event_id = {name: number for number, name in enumerate(sorted(event_id), start=1)}
    lists = []
    for events, own in tables:
        number = {code: event_id[name] for name, code in own.items()}
        codes = [number.get(code, 0) for code in events[:, 2].tolist()]
        lists.append(np.c_[events[:, :2], codes])
    return lists, event_id


def _wanted(study: Study, event_id: Mapping[str, int]) -> dict[str, int]:
    """The events of all conditions, each of which must have some."""
    wanted: dict[str, int] = {}
    for condition in study.conditions:
        try:
            names = match_event_names(event_id, [condition])
        except UnknownNameError as error:
            msg = (
                f"conditions must be events of the recordings, which have "
                f"{listed(sorted(event_id), 40)}, got {condition!r}"
            )
            raise DataError(msg) from error
        wanted |= {name: event_id[name] for name in names}
    return wanted


def _cut(
    study: Study, participant: Participant, raw: Raw, *, events: Ints, event_id: dict[str, int]
) -> Epochs:
    """The good epochs of a recording, in memory."""
    settings = study.epochs
    sensors = sensors_of(study, participant)
    filter_recording(raw, study.recording)
    picks = pick_types(
        raw.info, meg=sensors != "eeg", eeg=sensors != "meg", eog=True, ecg=True, exclude="bads"
    )
    types = set(raw.get_channel_types(picks))
    epochs = Epochs(
        raw,
        events,
        event_id,
        settings.tmin,
        settings.tmax,
        baseline=settings.baseline,
        picks=picks,
        reject=_limits(settings.reject, types),
        flat=_limits(settings.flat, types),
        decim=settings.decim,
        detrend=settings.detrend,
    )
    epochs.load_data()
    return epochs


def _limits(limits: Mapping[str, float], types: set[str]) -> dict[str, float] | None:
    return {kind: limit for kind, limit in limits.items() if kind in types} or None


def filter_recording(raw: Raw, settings: RecordingSettings) -> None:
    """Filter a recording, in place, where it is not filtered as much already."""
    info = raw.info.value
    nyquist = info.sampling_rate / 2
    l_freq, h_freq = settings.l_freq, settings.h_freq
    if l_freq is not None and info.highpass >= l_freq:
        l_freq = None
    if h_freq is not None and min(info.lowpass or nyquist, nyquist) <= h_freq:
        h_freq = None
    if l_freq is None and h_freq is None:
        LOGGER.info("The recording is as narrow as is asked for: it is not filtered")
        return
    raw.load_data()
    raw.filter(l_freq, h_freq)


def _settings(study: Study, _participant: Participant) -> Any:
    return {
        "epochs": asdict(study.epochs),
        "recording": asdict(study.recording),
        "conditions": study.conditions,
    }


EPOCHS = Step(
    name="epochs",
    version=2,
    needs=("recording",),
    settings=_settings,
    files=recording_files,
    run=_run,
)
