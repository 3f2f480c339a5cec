"""Step ``epochs``: good trials of all conditions, and the average of each."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from leadfield.api.epochs.concatenate_epochs import concatenate_epochs
from leadfield.api.epochs.epochs import Epochs
from leadfield.api.recording.picks import pick_types
from leadfield.api.recording.raw import Raw
from leadfield.base.errors import DataError, MismatchError, UnknownNameError
from leadfield.base.log import LOGGER
from leadfield.batch.participant import Participant, sensors_of
from leadfield.batch.step import Facts, Step, StepInputs
from leadfield.batch.steps.recording import open_recordings, recording_files
from leadfield.batch.study import RecordingSettings, Study
from leadfield.bids.recording import read_bids_events
from leadfield.bids.recording_files import RecordingFiles
from leadfield.epochs.event_names import match_event_names
from leadfield.epochs.selection import count_drop_reasons

EPOCHS_FILE, AVERAGE_FILE = "epo.fif", "ave.fif"


def _run(inputs: StepInputs, out: Path) -> Facts:
    study, participant = inputs.study, inputs.participant
    raws = open_recordings(study, participant)
    sets = [
        _cut(study, participant, raw, files)
        for raw, files in zip(raws, participant.recordings, strict=True)
    ]
    epochs = sets[0] if len(sets) == 1 else _joined(sets)
    n_trials, dropped, reasons = count_drop_reasons(epochs.drop_log)
    for name in study.conditions:
        if not len(epochs[name]):
            why = ", ".join(f"{reason} ({n})" for reason, n in reasons.items()) or "none has it"
            msg = (
                f"{name!r} must have good epochs, it has none: {dropped} of {n_trials} epochs of "
                f"all conditions were dropped, for {why}. Raise the limits in [epochs] reject, or "
                "mark channels as bad"
            )
            raise DataError(msg)
    if study.epochs.equalize_event_counts and len(study.conditions) > 1:
        epochs.equalize_event_counts(list(study.conditions))
    epochs.save(out / participant.file(EPOCHS_FILE))
    counts = {}
    for name in study.conditions:
        average = epochs[name].average()
        average.comment = name
        average.save(out / participant.file(AVERAGE_FILE, name))
        counts[name] = int(average.nave)
    return {"trials": n_trials, "dropped": dropped, "reasons": reasons, "averaged": counts}


def _joined(sets: list[Epochs]) -> Epochs:
    try:
        return concatenate_epochs(sets)
    except MismatchError as error:
        msg = f"runs must fit together to be averaged: {error}"
        raise MismatchError(msg) from error


def _cut(study: Study, participant: Participant, raw: Raw, files: RecordingFiles) -> Epochs:
    """The good epochs of a recording, in memory."""
    settings = study.epochs
    sensors = sensors_of(study, participant)
    events, event_id = read_bids_events(files, raw.value)
    try:
        names = match_event_names(event_id, study.conditions)
    except UnknownNameError as error:
        msg = f"{files.recording.name}: {error}"
        raise DataError(msg) from error
    filter_recording(raw, study.recording)
    picks = pick_types(
        raw.info, meg=sensors != "eeg", eeg=sensors != "meg", eog=True, ecg=True, exclude="bads"
    )
    types = set(raw.get_channel_types(picks))
    epochs = Epochs(
        raw,
        events,
        {name: event_id[name] for name in names},
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
    version=1,
    needs=("recording",),
    settings=_settings,
    files=recording_files,
    run=_run,
)
