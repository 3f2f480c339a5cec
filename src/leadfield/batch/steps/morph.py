"""Step ``morph``: the maps on the cortex that all participants share."""

from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from leadfield.batch.common_cortex import CommonCortex, find_common_cortex
from leadfield.batch.participant import Participant
from leadfield.batch.step import Facts, Step, StepInputs
from leadfield.batch.steps.forward import freesurfer_folder
from leadfield.batch.study import MorphSettings, Study
from leadfield.estimates.files import read_estimate, write_estimate
from leadfield.estimates.source_courses import SourceCourses
from leadfield.morph.compute import Subjects, compute_morph
from leadfield.morph.cortical import CorticalMorph, apply_morph
from leadfield.morph.vertices import HEMISPHERES, target_vertices


def _run(inputs: StepInputs, out: Path) -> Facts:
    study, participant = inputs.study, inputs.participant
    method = study.estimates.method
    home = freesurfer_folder(participant)
    cortex = find_common_cortex(study.morph, home.parent)
    morph = None
    for name in study.conditions:
        path = inputs.file("estimates", method, name)
        data, axes = read_estimate(path, home.name)
        courses = SourceCourses(axes=axes, data=data)
        morph = morph or _morph(study.morph, home, cortex, courses)
        data, axes = apply_morph(morph, courses)
        target = out / participant.file(method, name, cortex.subject)
        write_estimate(SourceCourses(axes=axes, data=data), target)
    return {"subject": cortex.subject}


def _morph(
    settings: MorphSettings, home: Path, cortex: CommonCortex, courses: SourceCourses
) -> CorticalMorph:
    """The morph of estimates with these sources, which are those of all conditions."""
    left, right = courses.axes.vertices
    return compute_morph(
        Subjects(
            folder=home.parent,
            source=home.name,
            target=cortex.subject,
            target_folder=cortex.folder,
        ),
        (left, right),
        target_vertices(settings.spacing, cortex.folder, cortex.subject),
        settings.smooth,
        warn_missing=True,
    )


def _files(study: Study, participant: Participant) -> list[Path]:
    home = participant.first.freesurfer
    if home is None:
        return []
    cortex = find_common_cortex(study.morph, home.parent)
    spheres = [f"surf/{side}.sphere.reg" for side in HEMISPHERES]
    homes = (home, cortex.folder / cortex.subject)
    return [one / name for one in homes for name in spheres]


def _settings(study: Study, participant: Participant) -> Any:
    home = participant.first.freesurfer
    cortex = None if home is None else find_common_cortex(study.morph, home.parent)
    return asdict(replace(study.morph, subject_to=None if cortex is None else cortex.subject))


MORPH = Step(
    name="morph",
    version=1,
    needs=("estimates",),
    settings=_settings,
    files=_files,
    run=_run,
)
