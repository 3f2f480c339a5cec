"""Unwrapping of a data set: objects of leadfield's or MNE-Python's, or files, to values."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from leadfield.api.covariance.covariance import as_covariance
from leadfield.api.epochs.as_evoked import as_evoked
from leadfield.api.epochs.epochs import as_epochs
from leadfield.api.epochs.epochs_files import read_epochs
from leadfield.api.epochs.evoked_files import read_evokeds
from leadfield.api.events.event_files import read_events
from leadfield.api.forward.conductors import as_conductor
from leadfield.api.forward.forward import as_forward, read_forward_solution
from leadfield.api.forward.make import FSAVERAGE, as_registration
from leadfield.api.interop.origin import as_list, mne_bases
from leadfield.api.inverse.inverse_operator import as_inverse, read_inverse_operator
from leadfield.api.recording.as_recording import as_recording
from leadfield.api.recording.read_raw import read_raw
from leadfield.api.sources.source_spaces import as_sources, read_source_spaces
from leadfield.base.errors import ArgumentTypeError, LeadfieldError, MissingFileError
from leadfield.base.files import existing
from leadfield.base.log import log_level
from leadfield.doctor.anatomy import SubjectSurfaces, read_subject_surfaces
from leadfield.doctor.data_set import DataSet
from leadfield.doctor.finding import Finding
from leadfield.doctor.sample_statistics import (
    SampleStatistics,
    epochs_statistics,
    recording_statistics,
    response_statistics,
)
from leadfield.epochs.evoked import EvokedResponse
from leadfield.events.lists import as_events, union
from leadfield.events.stim_channels import trigger_channels
from leadfield.events.triggers import TriggerRules, find_in_trigger
from leadfield.freesurfer.subjects import subjects_folder
from leadfield.recording.raw import RawRecording


def _responses(evoked: Any) -> tuple[EvokedResponse, ...]:
    if isinstance(evoked, str | Path):
        evoked = read_evokeds(evoked)
    several = not (hasattr(evoked, "value") or mne_bases(evoked))
    return tuple(map(as_evoked, as_list("evoked", evoked, "Evoked") if several else [evoked]))


def _from_file(unwrap: Callable[[Any], Any], read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A function that unwraps an object, or what a file holds."""
    return lambda part: unwrap(read(part) if isinstance(part, str | Path) else part)


# By argument: from what users hand in to the value.
UNWRAP: Mapping[str, Callable[[Any], Any]] = {
    "raw": _from_file(as_recording, read_raw),
    "epochs": lambda epochs: _from_file(as_epochs, read_epochs)(epochs).value,
    "evoked": _responses,
    "noise_cov": lambda cov: as_covariance(cov).value,
    "forward": _from_file(as_forward, read_forward_solution),
    "inverse_operator": _from_file(as_inverse, read_inverse_operator),
    "trans": as_registration,
    "bem": as_conductor,
    "src": _from_file(as_sources, read_source_spaces),
    "events": _from_file(as_events, read_events),
}


def data_set_of(
    parts: Mapping[str, Any],
    *,
    subject: str | None,
    subjects_dir: str | Path | None,
    lambda2: float | None,
) -> tuple[DataSet, list[Finding]]:
    """The values of what was handed in, and what could not be read of it."""
    values: dict[str, Any] = {}
    unreadable: list[Finding] = []
    with log_level("error"), np.errstate(all="ignore"):
        for name, part in parts.items():
            _try(name, partial(_unwrapped, name, part), values, unreadable)
        if "raw" in values and "events" not in parts:
            values["events"] = _triggered(values["raw"])
        _try("samples", partial(_statistics, values), values, unreadable)
    named = DataSet(**values, subject=subject, lambda2=lambda2)
    surfaces = _surfaces(named, subjects_dir)
    return DataSet(**values, subject=subject, lambda2=lambda2, surfaces=surfaces), unreadable


def _try(
    name: str, read: Callable[[], Any], values: dict[str, Any], unreadable: list[Finding]
) -> None:
    """Put a value under its name, or say why there is none; wrong arguments are errors."""
    try:
        found = read()
    except (ArgumentTypeError, MissingFileError):
        raise
    except LeadfieldError as error:
        unreadable.append(_unreadable(name, error))
    else:
        if found is not None:
            values[name] = found


def _unreadable(name: str, error: LeadfieldError) -> Finding:
    return Finding(
        name="unreadable",
        severity="error",
        title=f"What came as {name} cannot be used",
        found=str(error),
        effect="No map can be made with it.",
        remedy="make it again, or take a copy that is whole",
        where=(name,),
    )


def _unwrapped(name: str, part: Any) -> Any:
    """The value of an argument; a path must be of a file that is there, or name what needs none."""
    if isinstance(part, str | Path) and str(part) != FSAVERAGE:
        part = existing(part)
    return UNWRAP[name](part)


def _triggered(raw: RawRecording) -> Any:
    """All events of the trigger channels, however short; None where there are none."""
    found = []
    for row in raw.info.channels.indices(trigger_channels(None, raw.info)):
        values = raw.read(0, raw.n_samples, [row])[0]
        if not np.isfinite(values).all():  # a finding of its own
            return None
        rules, name = TriggerRules(), raw.info.names[row]
        found.append(find_in_trigger(values, rules, first_sample=raw.first_sample, name=name))
    events = union(found)
    return events if len(events) else None


def _statistics(values: Mapping[str, Any]) -> SampleStatistics | None:
    if "raw" in values:
        return recording_statistics(values["raw"])
    if "epochs" in values:
        return epochs_statistics(values["epochs"])
    return response_statistics(values["evoked"][0]) if values.get("evoked") else None


def _surfaces(data: DataSet, subjects_dir: str | Path | None) -> SubjectSurfaces | None:
    """The subject's surfaces, where its folder and its name are known."""
    named = [model.sources.subject for model in data.models.values()]
    named += [] if data.src is None else [data.src.subject]
    subject = data.subject or next(filter(None, named), None)
    if subject is None or (subjects_dir is None and data.subject is None):
        return None
    return read_subject_surfaces(subjects_folder(subjects_dir), subject)
