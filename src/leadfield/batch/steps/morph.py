"""Step ``morph``: the maps on the cortex that all participants share."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from leadfield.api.estimates.kinds import read_source_estimate
from leadfield.api.morph.morph import compute_source_morph
from leadfield.batch.participant import Participant
from leadfield.batch.step import Facts, Step, StepInputs
from leadfield.batch.study import Study

SIDES = ("lh", "rh")


def _run(inputs: StepInputs, out: Path) -> Facts:
    study, participant = inputs.study, inputs.participant
    settings, method = study.morph, study.estimates.method
    home = participant.first.freesurfer
    assert home is not None
    morph = None
    for name in study.conditions:
        stc = read_source_estimate(inputs.file("estimates", method, name), home.name)
        if morph is None:
            morph = compute_source_morph(
                stc,
                home.name,
                settings.subject_to,
                home.parent,
                spacing=settings.spacing,
                smooth=settings.smooth,
            )
        morphed = morph.apply(stc)
        morphed.save(out / participant.file(method, name, settings.subject_to))
    return {}


def _files(study: Study, participant: Participant) -> list[Path]:
    home = participant.first.freesurfer
    if home is None:
        return []
    names = [f"surf/{side}.sphere.reg" for side in SIDES]
    return [
        folder / name for folder in (home, home.parent / study.morph.subject_to) for name in names
    ]


def _settings(study: Study, _participant: Participant) -> Any:
    return asdict(study.morph)


MORPH = Step(
    name="morph",
    version=1,
    needs=("estimates",),
    settings=_settings,
    files=_files,
    run=_run,
)
