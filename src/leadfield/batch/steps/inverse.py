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
from leadfield.batch.steps.forward import FORWARD_FILE
from leadfield.batch.study import Study

INVERSE_FILE = "inv.fif"


def _run(inputs: StepInputs, out: Path) -> Facts:
    settings = inputs.study.inverse
    noise = read_cov(inputs.file("covariance", NOISE_FILE))
    averages = {
        run: path for name in inputs.study.conditions for run, path in inputs.averages(name).items()
    }
    ranks = []
    for run, path in averages.items():
        (average,) = read_evokeds(path)
        inverse = make_inverse_operator(
            average.info,
            read_forward_solution(inputs.file("forward", FORWARD_FILE, run=run)),
            noise,
            loose=settings.loose,
            depth=settings.depth,
            fixed=settings.fixed,
            rank=settings.rank,
        )
        inverse.save(out / inputs.participant.file(INVERSE_FILE, run=run))
        ranks.append(len(inverse.value.singular_values))
    return {"rank": min(ranks)}


def _settings(study: Study, _participant: Participant) -> Any:
    return asdict(study.inverse)


INVERSE = Step(
    name="inverse",
    version=2,
    needs=("epochs", "covariance", "forward"),
    settings=_settings,
    files=no_files,
    run=_run,
)
