"""Step ``estimates``: a map of each condition on the participant's cortex."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from leadfield.api.epochs.evoked_files import read_evokeds
from leadfield.api.estimates.kinds import estimate_of
from leadfield.api.inverse.inverse_operator import read_inverse_operator
from leadfield.batch.participant import Participant
from leadfield.batch.step import Facts, Step, StepInputs, no_files
from leadfield.batch.steps.epochs import AVERAGE_FILE
from leadfield.batch.steps.inverse import INVERSE_FILE
from leadfield.batch.study import Study
from leadfield.estimates.localized_response import localize_response
from leadfield.estimates.regularisation import regularise_evoked


def _run(inputs: StepInputs, out: Path) -> Facts:
    study, settings = inputs.study, inputs.study.estimates
    inverse = read_inverse_operator(inputs.file("inverse", INVERSE_FILE)).value
    facts: dict[str, dict[str, float | None]] = {}
    for name in study.conditions:
        (average,) = read_evokeds(inputs.file("epochs", AVERAGE_FILE, name))
        asked = None if settings.lambda2 == "auto" else settings.lambda2
        found = localize_response(
            inverse,
            average.value,
            lambda2=asked,
            method=settings.method,
            pick_ori=settings.pick_ori,
        )
        estimate_of(found.data, found.axes).save(
            out / inputs.participant.file(settings.method, name)
        )
        said = found.found or regularise_evoked(inverse, average.value)
        facts[name] = {
            "lambda2": found.lambda2,
            "snr": said.fit.snr,
            "noise_scale": said.fit.noise_scale,
            "explained": found.explained,
        }
    return {"conditions": facts}


def _settings(study: Study, _participant: Participant) -> Any:
    return {"estimates": asdict(study.estimates), "conditions": study.conditions}


ESTIMATES = Step(
    name="estimates",
    version=1,
    needs=("epochs", "inverse"),
    settings=_settings,
    files=no_files,
    run=_run,
)
