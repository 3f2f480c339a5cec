"""Step ``covariance``: the noise, from the part of epochs before their events or an empty room."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from leadfield.api.covariance.compute import compute_covariance
from leadfield.api.covariance.compute_raw import compute_raw_covariance
from leadfield.api.epochs.epochs_files import read_epochs
from leadfield.batch.participant import Participant
from leadfield.batch.step import Facts, Step, StepInputs
from leadfield.batch.steps.empty_room import empty_room_files, open_empty_room
from leadfield.batch.steps.epochs import EPOCHS_FILE
from leadfield.batch.study import Study

NOISE_FILE = "cov.fif"


def _run(inputs: StepInputs, out: Path) -> Facts:
    settings = inputs.study.covariance
    paths = [inputs.file("epochs", EPOCHS_FILE, run=one.run) for one in inputs.positions]
    epochs = [read_epochs(path) for path in paths if path.is_file()]
    method = settings.method if isinstance(settings.method, str) else list(settings.method)
    if settings.noise_cov == "emptyroom":
        room = open_empty_room(inputs.study, inputs.participant, epochs[0])
        noise = compute_raw_covariance(room, method=method, rank=settings.rank)
    else:
        # Noise of sensors stays where it is when the head moves.
        noise = compute_covariance(
            epochs,
            tmin=settings.tmin,
            tmax=settings.tmax,
            method=method,
            rank=settings.rank,
            on_mismatch="ignore",
        )
    noise.save(out / inputs.participant.file(NOISE_FILE))
    return {"estimator": noise.value.method or "empirical"}


def _settings(study: Study, _participant: Participant) -> Any:
    told = asdict(study.covariance)
    if study.covariance.noise_cov == "emptyroom":
        told["recording"] = asdict(study.recording)
    return told


def _files(study: Study, participant: Participant) -> list[Path]:
    return empty_room_files(participant) if study.covariance.noise_cov == "emptyroom" else []


COVARIANCE = Step(
    name="covariance",
    version=2,
    needs=("epochs",),
    settings=_settings,
    files=_files,
    run=_run,
)
