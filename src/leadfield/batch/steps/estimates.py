"""Step ``estimates``: a map of each condition on the participant's cortex."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from leadfield.api.epochs.evoked_files import read_evokeds
from leadfield.api.estimates.kinds import estimate_of
from leadfield.api.inverse.inverse_operator import read_inverse_operator
from leadfield.base.errors import InputError
from leadfield.batch.map_of_positions import ResponseAtPosition, average_positions
from leadfield.batch.participant import Participant
from leadfield.batch.step import Facts, Step, StepInputs, no_files
from leadfield.batch.steps.inverse import INVERSE_FILE
from leadfield.batch.study import EstimateSettings, Study
from leadfield.estimates.localized_response import localize_response
from leadfield.estimates.regularisation import regularise_evoked
from leadfield.estimates.source_courses import SourceCourses
from leadfield.inverse.operator import InverseModel


def _run(inputs: StepInputs, out: Path) -> Facts:
    study = inputs.study
    operators: dict[str | None, InverseModel] = {}
    facts: dict[str, dict[str, float | None]] = {}
    for name in study.conditions:
        parts = []
        for run, path in inputs.averages(name).items():
            if run not in operators:
                file = inputs.file("inverse", INVERSE_FILE, run=run)
                operators[run] = read_inverse_operator(file).value
            (average,) = read_evokeds(path)
            parts.append(ResponseAtPosition(operator=operators[run], response=average.value))
        courses, facts[name] = _localize(parts, study.estimates)
        path = out / inputs.participant.file(study.estimates.method, name)
        estimate_of(courses.data, courses.axes).save(path)
    return {"conditions": facts}


def _localize(
    parts: list[ResponseAtPosition], settings: EstimateSettings
) -> tuple[SourceCourses, dict[str, float | None]]:
    """The map of a response, and what is known of it."""
    asked = None if settings.lambda2 == "auto" else settings.lambda2
    if len(parts) > 1:
        if asked is None:
            msg = (
                "lambda2 must be a number where the head moved between runs, as each would have "
                "its own, got 'auto'"
            )
            raise InputError(msg)
        return average_positions(parts, asked, settings)
    (one,) = parts
    found = localize_response(
        one.operator,
        one.response,
        lambda2=asked,
        method=settings.method,
        pick_ori=settings.pick_ori,
    )
    said = found.found or regularise_evoked(one.operator, one.response)
    return SourceCourses(axes=found.axes, data=found.data), {
        "lambda2": found.lambda2,
        "snr": said.fit.snr,
        "noise_scale": said.fit.noise_scale,
        "explained": found.explained,
    }


def _settings(study: Study, _participant: Participant) -> Any:
    return {"estimates": asdict(study.estimates), "conditions": study.conditions}


ESTIMATES = Step(
    name="estimates",
    version=2,
    needs=("epochs", "inverse"),
    settings=_settings,
    files=no_files,
    run=_run,
)
