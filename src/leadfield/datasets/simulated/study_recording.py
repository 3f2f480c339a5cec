"""Files of a subject of the simulated study: anatomy, head position, recording, tables."""

from pathlib import Path
from typing import Any

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.datasets.simulated.activity import Response, cortical_sheets
from leadfield.datasets.simulated.anatomy import write_person
from leadfield.datasets.simulated.files import SKIN, describe_source
from leadfield.datasets.simulated.heads import (
    TRUE,
    Skull,
    assumed_surfaces,
    make_skull,
    true_head,
)
from leadfield.datasets.simulated.sensor_patterns import sensor_patterns
from leadfield.datasets.simulated.signals import FIRST, Paradigm, simulate_recording
from leadfield.datasets.simulated.study_effect import CODES, DEVIANT, person_responses
from leadfield.datasets.simulated.study_images import landmark_voxels, write_image, write_volume
from leadfield.datasets.simulated.study_people import (
    BROKEN,
    UNAFFECTED,
    WRONG_BAD,
    Person,
    landmarks,
    make_person,
    seated,
)
from leadfield.datasets.simulated.study_tables import (
    TASK,
    write_coordinates,
    write_image_sidecar,
    write_recording_tables,
)
from leadfield.forward.sensor_array import make_sensor_array
from leadfield.freesurfer.surface import write_surface
from leadfield.recording.fif.positions import save_transform
from leadfield.recording.fif.write_raw import RawOptions, write_raw
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples

N_SAMPLES = 20_000
EVENT_INTERVAL, JITTER = 105, 12  # samples from tone to tone
MARGIN = 300  # samples before the first tone and after the last
SHELL_GRADE = 4  # of the surfaces for the analysis
BROKEN_SIZE = 3000  # bytes that are left of the broken recording
TILT = 0.15  # rad, of heads in the scanner


def write_subject(
    root: Path, common: Path, info: MeasurementInfo, *, number: int, rng: np.random.Generator
) -> dict[str, Any]:
    """Write all files of a subject, whose cortex is that of the template ``common``, warped.

    Returns what is true of it.
    """
    person = make_person(number, info, rng)
    subjects = root / "derivatives" / "freesurfer"
    home = subjects / person.name
    write_person(common, home, person.warp, rng)
    skull = make_skull(common, person.warp)
    _write_head(home, common, person, skull)
    own = seated(info, person, skull)
    _write_head_position(root, person, own, skull)
    sheets = cortical_sheets(subjects, person.name)
    affected = person.number != UNAFFECTED
    responses = person_responses(common, home, sheets, rng, affected=affected)
    array = make_sensor_array(own, meg=True, eeg=False, use_references=False)
    patterns = sensor_patterns(
        array,
        true_head(skull, TRUE[:1]),
        person.mri_to_head,
        sheets=sheets,
        patches=[one.patch for one in responses[DEVIANT]],
        rng=rng,
    )
    triggers = _tones(rng)
    data = simulate_recording(
        own,
        Paradigm(codes=CODES, n_samples=N_SAMPLES, noisy=(person.noisy,)),
        triggers=triggers,
        responses=responses,
        patterns=patterns,
        rng=rng,
    )
    raw = RawRecording(info=own, samples=ArraySamples(data), first_sample=FIRST)
    _write_recording(root, person, raw, triggers)
    return _describe(person, responses[DEVIANT])


def _tones(rng: np.random.Generator) -> Ints:
    """Onset and code (n_tones, 2) of every tone, as many of either sort, in random order."""
    onsets = np.arange(MARGIN, N_SAMPLES - MARGIN, EVENT_INTERVAL)
    onsets = onsets[: len(onsets) // 2 * 2]
    codes = rng.permutation(np.resize(list(CODES.values()), len(onsets)))
    return np.stack([onsets + rng.integers(-JITTER, JITTER + 1, len(onsets)), codes], axis=1)


def _write_head(home: Path, common: Path, person: Person, skull: Skull) -> None:
    """Write the surfaces for head models, which are a little off, and the T1 volume."""
    finer = make_skull(common, person.warp, SHELL_GRADE)
    for kind, surface in assumed_surfaces(finer).items():
        name = SKIN if kind.label == "head" else kind.label.replace(" ", "_")
        write_surface(home / "bem" / f"{name}.surf", surface)
    write_volume(home / "mri" / "T1.mgz", skull)


def _write_head_position(root: Path, person: Person, info: MeasurementInfo, skull: Skull) -> None:
    """Write where the head is: as a transform for odd subjects, as landmarks for even ones."""
    head_to_mri = person.measured.inverse()
    places = landmarks(info)
    write_coordinates(root / person.name / "meg" / f"{person.name}_coordsystem.json", places)
    stem = root / person.name / "anat" / f"{person.name}_T1w"
    affine = write_image(stem.with_suffix(".nii.gz"), skull, TILT)
    voxels: Floats | None = landmark_voxels(places, head_to_mri, affine)
    if person.number % 2:
        folder = root / "derivatives" / "coregistration" / person.name / "meg"
        folder.mkdir(parents=True)
        save_transform(folder / f"{person.name}_trans.fif", head_to_mri, overwrite=False)
        voxels = None
    write_image_sidecar(stem.with_suffix(".json"), voxels)


def _write_recording(root: Path, person: Person, raw: RawRecording, triggers: Ints) -> None:
    stem = root / person.name / "meg" / f"{person.name}_task-{TASK}"
    path = stem.with_name(f"{stem.name}_meg.fif")
    write_raw(path, raw, RawOptions(buffer_size=int(10 * raw.info.sampling_rate)))
    if person.number == BROKEN:
        path.write_bytes(path.read_bytes()[:BROKEN_SIZE])
    marked = person.noisy
    if person.number == WRONG_BAD:
        good = [name for name in raw.info.names if name != person.noisy]
        marked = good[0]
    write_recording_tables(stem, raw.info, triggers, bad=marked)


def _describe(person: Person, deviant: tuple[Response, ...]) -> dict[str, Any]:
    """What is true of a subject: its noisy channel, and its own effect, None without one."""
    affected = person.number != UNAFFECTED
    return {
        "noisy_channel": person.noisy,
        "recording_broken": person.number == BROKEN,
        "wrong_channel_marked": person.number == WRONG_BAD,
        "effect": describe_source(deviant[-1]) if affected else None,
    }
