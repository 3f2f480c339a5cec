"""Step ``group``: the results of all participants together, once their maps are there."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, final

import numpy as np

from leadfield.api.group.results import make_group
from leadfield.base.errors import DataError
from leadfield.base.replacing import hidden_folder
from leadfield.base.results_folder import replace_results
from leadfield.base.version import versions
from leadfield.base.write_errors import telling
from leadfield.batch.common_cortex import CommonCortex, find_common_cortex
from leadfield.batch.content_hashes import hash_of_input, hash_of_value
from leadfield.batch.epochs_quality import findings_from
from leadfield.batch.participant import Participant
from leadfield.batch.publication import is_there, link_file
from leadfield.batch.result_store import ResultStore, StepResult
from leadfield.batch.step import Facts
from leadfield.batch.steps.forward import freesurfer_folder
from leadfield.batch.steps.table import STEPS
from leadfield.batch.study import Study
from leadfield.estimates.files import read_estimate
from leadfield.estimates.source_courses import SourceCourses
from leadfield.group.member import FailedMember, Member
from leadfield.group.settings import Fact, GroupSettings
from leadfield.group.summary import MADE_BY
from leadfield.inverse.methods import METHODS
from leadfield.sources.space import HEMISPHERES

GROUP = "group"
VERSION = 2


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class GroupInputs:
    """The participants with the results of all their steps, and those that have none."""

    study: Study
    members: tuple[tuple[Participant, Mapping[str, StepResult]], ...]
    failures: tuple[FailedMember, ...]
    command: tuple[str, ...]


def kept_group(inputs: GroupInputs, store: ResultStore) -> StepResult | None:
    """The results of a group, if they are kept."""
    because = _because(inputs, _settings(inputs), store)
    return store.find(GROUP, hash_of_value(because))


def make_group_results(inputs: GroupInputs, store: ResultStore, out: Path) -> StepResult:
    """The results of a group, kept or made, in their folder below ``out``."""
    if not inputs.members:
        msg = "a group must have at least one subject whose maps are there, all failed"
        raise DataError(msg)
    settings = _settings(inputs)
    because = _because(inputs, settings, store)
    key = hash_of_value(because)
    found = store.find(GROUP, key)
    if found is None:
        found = store.make(GROUP, because, partial(_run, inputs, settings), key)
    _publish(found, out / GROUP)
    return found


def _run(inputs: GroupInputs, settings: GroupSettings, out: Path) -> Facts:
    members = [_member(inputs.study, *one) for one in inputs.members]
    summary = make_group(members, inputs.failures, settings, out)
    return {"subjects": list(summary.subjects)}


def _member(study: Study, person: Participant, results: Mapping[str, StepResult]) -> Member:
    return Member(
        subject=person.name,
        person=person.subject,
        read=partial(_read_map, study, person, results["morph"]),
        facts=facts_of(results),
        findings=findings_from(results["epochs"].facts["findings"]),
    )


def _read_map(study: Study, person: Participant, morph: StepResult, name: str) -> SourceCourses:
    """A participant's map of a condition on the common cortex."""
    method, subject = study.estimates.method, morph.facts["subject"]
    data, axes = read_estimate(morph.folder / person.file(method, name, subject), subject)
    return SourceCourses(axes=replace(axes, quantity=METHODS[method].quantity), data=data)


def facts_of(results: Mapping[str, StepResult]) -> dict[str, float]:
    """What tells how good a participant's data are, by what it is called in the report."""
    conditions = results["estimates"].facts["conditions"].values()
    explained = [100 * (one["explained"] or 0) for one in conditions]
    place = results["recording"].facts["head_position_mm"]
    told = {
        "SNR": max(one["snr"] for one in conditions),
        "noise scale": float(np.mean([one["noise_scale"] for one in conditions])),
        "explained variance (%)": float(np.mean(explained)),
        "rank": results["inverse"].facts["rank"],
        "epochs averaged": sum(results["epochs"].facts["averaged"].values()),
    }
    if (loudest := results["epochs"].facts["loudest"]) is not None:
        told["loudest channel (times the median)"] = loudest
    if moved := results["recording"].facts["head_moved_mm"]:
        told["head moved between runs (mm)"] = moved
    if place is not None:
        told |= {f"head {axis} (mm)": x for axis, x in zip("xyz", place, strict=True)}
    return told


def _settings(inputs: GroupInputs) -> GroupSettings:
    study = inputs.study
    cortex = _cortex(inputs)
    return GroupSettings(
        subjects_dir=cortex.folder,
        subject=cortex.subject,
        conditions=study.conditions,
        contrasts=study.contrasts,
        parcellation=study.group.parc,
        window=(study.group.tmin, study.group.tmax),
        test=study.group.group_test(),
        title=f"{study.bids.name}: {study.task}",
        told=told_settings(study),
        versions=versions(),
        command=inputs.command,
    )


def told_settings(study: Study) -> tuple[Fact, ...]:
    """The settings of each step, as a study's file has them."""
    settings = asdict(study)
    return tuple(
        (step, ", ".join(f"{key} = {_written(value)}" for key, value in settings[step].items()))
        for step in (*STEPS, GROUP)
    )


def _written(value: Any) -> str:
    if value is None:
        return "none"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key} = {_written(one)}' for key, one in value.items())}}}"
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_written, value))}]"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _cortex(inputs: GroupInputs) -> CommonCortex:
    home = freesurfer_folder(inputs.members[0][0])
    return find_common_cortex(inputs.study.morph, home.parent)


def _because(inputs: GroupInputs, settings: GroupSettings, store: ResultStore) -> dict[str, Any]:
    """All that the results of a group depend on."""
    home = settings.subjects_dir / settings.subject
    files = [home / "label" / f"{side}.{settings.parcellation}.annot" for side in HEMISPHERES]
    return {
        "step": GROUP,
        "version": VERSION,
        "settings": {**asdict(settings), "subjects_dir": None},
        "failures": [asdict(one) for one in inputs.failures],
        "inputs": [hash_of_input(one, store.memory) if one.is_file() else None for one in files],
        "results": {
            person.stem: {name: one.key for name, one in results.items()}
            for person, results in inputs.members
        },
    }


def _publish(found: StepResult, folder: Path) -> None:
    """Let a group's results take the place of those before, all or none."""
    if all(is_there(found.folder / name, folder / name) for name in found.files):
        return
    with telling(folder), hidden_folder(folder) as place:
        new = place / folder.name
        for name in found.files:
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            link_file(found.folder / name, new / name)
        replace_results(new, folder, mark=MADE_BY)
