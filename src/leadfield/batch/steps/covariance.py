"""Step ``covariance``: the noise, from the part of epochs before their events."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from leadfield.api.covariance.compute import compute_covariance
from leadfield.api.epochs.epochs_files import read_epochs
from leadfield.batch.participant import Participant
from leadfield.batch.step import Facts, Step, StepInputs, no_files
from leadfield.batch.steps.epochs import EPOCHS_FILE
from leadfield.batch.study import Study

NOISE_FILE = "cov.fif"


def _run(inputs: StepInputs, out: Path) -> Facts:
    settings = inputs.study.covariance
    epochs = read_epochs(inputs.file("epochs", EPOCHS_FILE))
    method = settings.method if isinstance(settings.method, str) else list(settings.method)
    noise = compute_covariance(
        epochs,
        tmin=settings.tmin,
        tmax=settings.tmax,
        method=method,
        rank=settings.rank,
    )
    noise.save(out / inputs.participant.file(NOISE_FILE))
    return {"estimator": noise.value.method or "empirical"}


def _settings(study: Study, _participant: Participant) -> Any:
    return asdict(study.covariance)


COVARIANCE = Step(
    name="covariance",
    version=1,
    needs=("epochs",),
    settings=_settings,
    files=no_files,
    run=_run,
)
