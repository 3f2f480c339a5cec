"""Examination of a data set's files: what is wrong, as text, JSON or a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, final

from leadfield.api.doctor.diagnosis import Diagnosis
from leadfield.api.doctor.examine import examine
from leadfield.api.epochs.epochs import Epochs
from leadfield.api.events.event_files import read_events
from leadfield.api.events.find_events import find_events
from leadfield.api.recording.raw import Raw
from leadfield.api.recording.read_raw import read_raw
from leadfield.base.errors import InputError
from leadfield.base.files import existing, may_write
from leadfield.base.progress import working


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class DoctorJob:
    """The files to examine, None for what is not there, and what to cut the recording into.

    ``window`` and ``baseline`` are in s, ``reject`` in SI units.
    """

    raw: Path | None
    files: Mapping[str, Path]
    conditions: Mapping[str, int]
    window: tuple[float, float] = (-0.2, 0.5)
    baseline: tuple[float | None, float | None] | None = (None, 0.0)
    reject: Mapping[str, float]
    bads: tuple[str, ...] = ()
    subject: str | None = None
    subjects_dir: Path | None = None
    snr: float | Literal["auto"] = "auto"
    as_json: bool = False
    html: Path | None = None
    overwrite: bool = False


def doctor(job: DoctorJob) -> tuple[str, int]:
    """What to say, and the exit status: 0, 1 with warnings, 2 with errors."""
    if job.raw is None and not job.files:
        msg = "a recording, or at least one file, must be given: leadfield doctor --help"
        raise InputError(msg)
    if job.html is not None:
        may_write(job.html, overwrite=job.overwrite)
    diagnosis = _examine(job)
    if job.html is not None:
        name = job.raw or next(iter(job.files.values()))
        diagnosis.to_html(job.html, title=f"Doctor: {name.name}", overwrite=job.overwrite)
    text = diagnosis.to_json() if job.as_json else str(diagnosis)
    if job.html is not None and not job.as_json:
        text += f"\nWritten to {job.html}\n"
    return text, diagnosis.exit_status


def _examine(job: DoctorJob) -> Diagnosis:
    parts: dict[str, Any] = dict(job.files)
    with working("Examining the data"):
        if job.raw is not None:
            parts["raw"] = job.raw
        if job.raw is not None and (job.bads or job.conditions):
            parts["raw"] = raw = _recording(job)
            if job.conditions:
                parts |= _cut(job, raw)
        elif job.bads or job.conditions:
            msg = "--bad and --event need a recording: give its file"
            raise InputError(msg)
        lambda2 = None if job.snr == "auto" else 1 / job.snr**2
        return examine(**parts, subject=job.subject, subjects_dir=job.subjects_dir, lambda2=lambda2)


def _recording(job: DoctorJob) -> Raw:
    raw = read_raw(existing(job.raw, "recording"))
    unknown = [name for name in job.bads if name not in raw.ch_names]
    if unknown:
        msg = f"--bad must name channels of the recording, {unknown[0]!r} is none"
        raise InputError(msg)
    raw.info["bads"] = list(dict.fromkeys([*raw.info["bads"], *job.bads]))
    return raw


def _cut(job: DoctorJob, raw: Raw) -> dict[str, Any]:
    """Epochs of the conditions, and their averages, unless there are files of these."""
    file = job.files.get("events")
    events = find_events(raw) if file is None else read_events(file)
    epochs = Epochs(
        raw,
        events,
        dict(job.conditions),
        *job.window,
        baseline=job.baseline,
        reject=dict(job.reject) or None,
        preload=True,
    )
    cut: dict[str, Any] = {"epochs": epochs}
    cut["evoked"] = [epochs[name].average() for name in job.conditions]
    return {name: part for name, part in cut.items() if name not in job.files}
