"""Step ``inverse``: the inverse operator."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from leadfield.api.covariance.covariance import read_cov
from leadfield.api.epochs.evoked_files import read_evokeds
from leadfield.api.forward.forward import read_forward_solution
from leadfield.api.inverse.inverse_operator import make_inverse_operator
from leadfield.batch.participant import Participant
from leadfield.batch.step import Facts, Step, StepInputs, no_files
from leadfield.batch.steps.covariance import NOISE_FILE
from leadfield.batch.steps.epochs import AVERAGE_FILE
from leadfield.batch.steps.forward import FORWARD_FILE
from leadfield.batch.study import Study

INVERSE_FILE = "inv.fif"


def _run(inputs: StepInputs, out: Path) -> Facts:
    settings = inputs.study.inverse
    (average,) = read_evokeds(inputs.file("epochs", AVERAGE_FILE, inputs.study.conditions[0]))
    inverse = make_inverse_operator(
        average.info,
        read_forward_solution(inputs.file("forward", FORWARD_FILE)),
        read_cov(inputs.file("covariance", NOISE_FILE)),
        loose=settings.loose,
        depth=settings.depth,
        fixed=settings.fixed,
        rank=settings.rank,
    )
    inverse.save(out / inputs.participant.file(INVERSE_FILE))
    return {"rank": len(inverse.value.singular_values)}


def _settings(study: Study, _participant: Participant) -> Any:
    return asdict(study.inverse)


INVERSE = Step(
    name="inverse",
    version=1,
    needs=("epochs", "covariance", "forward"),
    settings=_settings,
    files=no_files,
    run=_run,
)
