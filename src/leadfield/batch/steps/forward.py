"""Step ``forward``: sources on the participant's cortex, and what sensors measure of them."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from leadfield.api.forward.bem_surfaces import make_bem_model
from leadfield.api.forward.conductors import ConductorModel, make_bem_solution, make_sphere_model
from leadfield.api.forward.make import make_forward_solution
from leadfield.api.recording.info import Info, read_info
from leadfield.api.recording.transforms import coordinate_transform_of
from leadfield.api.sources.setup import setup_source_space
from leadfield.base.errors import MissingFileError
from leadfield.batch.participant import Participant, sensors_of
from leadfield.batch.step import Facts, Step, StepInputs
from leadfield.batch.steps.recording import INFO_FILE
from leadfield.batch.study import ForwardSettings, Study
from leadfield.bids.anatomy import T1_OF_FREESURFER
from leadfield.bids.recording import head_to_mri, read_recording
from leadfield.forward.subject_bem import FILES
from leadfield.freesurfer.surface import read_surface
from leadfield.sources.space import HEMISPHERES

FORWARD_FILE = "fwd.fif"
BRAIN, THREE_SHELLS = (0.3,), (0.3, 0.006, 0.3)  # S/m
GRADE, FINEST = 4, 7


def _run(inputs: StepInputs, out: Path) -> Facts:
    study, participant = inputs.study, inputs.participant
    settings, sensors = study.forward, sensors_of(study, participant)
    home = freesurfer_folder(participant)
    src = setup_source_space(
        home.name, settings.spacing, settings.surface, home.parent, add_dist="patch"
    )
    conductor = None
    for position in inputs.positions:
        files = participant.recordings[position.recordings[0]]
        trans = coordinate_transform_of(head_to_mri(files, read_recording(files)))
        info = read_info(inputs.file("recording", INFO_FILE, run=position.run))
        if conductor is None or settings.conductor == "sphere":  # which is in head coordinates
            conductor = _conductor(settings, home, info, eeg=sensors != "meg")
        fwd = make_forward_solution(
            info,
            trans,
            src,
            conductor,
            meg=sensors != "eeg",
            eeg=sensors != "meg",
            mindist=settings.mindist,
        )
        fwd.save(out / participant.file(FORWARD_FILE, run=position.run))
    return {"sources": fwd.value.sources.n_sources}


def _conductor(settings: ForwardSettings, home: Path, info: Info, *, eeg: bool) -> ConductorModel:
    if settings.conductor == "sphere":
        return make_sphere_model("auto", "auto", info)
    conductivity = conductivity_of(settings, eeg=eeg)
    grade = _grade(settings, _shells(home, conductivity))
    return make_bem_solution(make_bem_model(home.name, grade, conductivity, home.parent))


def conductivity_of(settings: ForwardSettings, *, eeg: bool) -> tuple[float, ...]:
    """Conductivities in S/m, one for each shell."""
    return settings.conductivity or (THREE_SHELLS if eeg else BRAIN)


def _shells(home: Path, conductivity: tuple[float, ...]) -> list[Path]:
    """The files of the surfaces that conductivities are inside of."""
    return [home / "bem" / name for name in list(FILES.values())[: len(conductivity)]]


def _grade(settings: ForwardSettings, shells: list[Path]) -> int | None:
    """The grade that shells are coarsened to: 4 of halved icosahedra that are as fine or finer."""
    if settings.ico != "auto":
        return settings.ico
    numbers = {len(read_surface(path).triangles) for path in shells if path.is_file()}
    return GRADE if numbers <= {20 * 4**grade for grade in range(GRADE, FINEST + 1)} else None


def freesurfer_folder(participant: Participant) -> Path:
    """The folder of the FreeSurfer subject, which must be there."""
    home = participant.first.freesurfer
    if home is None:
        msg = (
            f"sub-{participant.subject} must have a FreeSurfer folder for a source map: run "
            "recon-all, and put its folder into derivatives/freesurfer"
        )
        raise MissingFileError(msg)
    return home


def _files(study: Study, participant: Participant) -> list[Path]:
    first = participant.first
    found: list[Path] = []
    for one in participant.recordings:
        if one.trans is not None:
            found.append(one.trans)
        else:
            found += [path for path in (one.landmarks, one.t1, one.coordinates) if path]
            found += [one.freesurfer / T1_OF_FREESURFER] if one.freesurfer else []
    found = list(dict.fromkeys(found))
    if first.freesurfer is not None:
        surf = first.freesurfer / "surf"
        found += [surf / f"{side}.{study.forward.surface}" for side in HEMISPHERES]
        if study.forward.conductor == "bem":
            eeg = sensors_of(study, participant) != "meg"
            found += _shells(first.freesurfer, conductivity_of(study.forward, eeg=eeg))
    return found


def _settings(study: Study, participant: Participant) -> Any:
    return {"forward": asdict(study.forward), "sensors": sensors_of(study, participant)}


FORWARD = Step(
    name="forward",
    version=2,
    needs=("recording",),
    settings=_settings,
    files=_files,
    run=_run,
)
