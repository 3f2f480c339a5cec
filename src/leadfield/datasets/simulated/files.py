"""Files of the simulated experiment, named like those of the MNE sample data."""

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.datasets.simulated.activity import CODES, Response
from leadfield.datasets.simulated.anatomy import SUBJECT
from leadfield.datasets.simulated.heads import (
    MM,
    Skull,
    assumed_heads,
    assumed_surfaces,
    measured_registration,
)
from leadfield.datasets.simulated.sensors import BADS, DEAD, NOISY
from leadfield.datasets.simulated.signals import FIRST
from leadfield.events.fif import write_events
from leadfield.fif.structs import ID
from leadfield.fif.tags import HEADER
from leadfield.fif.writer import writing
from leadfield.forward.compute import compute_forward
from leadfield.forward.fif.bem import write_bem_solution, write_bem_surfaces
from leadfield.forward.fif.write_forward import write_forward
from leadfield.forward.inside_head import restrict_to_inner_skull
from leadfield.forward.sensor_array import make_sensor_array
from leadfield.freesurfer.surface import write_surface
from leadfield.recording.fif.positions import save_transform
from leadfield.recording.fif.write_raw import RawOptions, write_raw
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples
from leadfield.sources.distances import with_patches
from leadfield.sources.fif import write_sources
from leadfield.sources.setup import cortical_sources
from leadfield.sources.spacing import as_spacing

MARGIN = 5e-3  # m, sources of the analysis stay this far from the skull
CREATED = 1_700_000_000  # s since 1970, in every file: the same seed gives the same bytes
SKIN = "outer_skin"  # FreeSurfer's name of the head's surface


def write_analysis(meg: Path, subjects: Path, skull: Skull, info: MeasurementInfo) -> None:
    """Write the files the analysis uses: registration, surfaces, sources, head models."""
    bem = subjects / SUBJECT / "bem"
    mri_to_head = measured_registration()
    save_transform(meg / "sample_audvis_raw-trans.fif", mri_to_head.inverse(), overwrite=False)
    for kind, surface in assumed_surfaces(skull).items():
        name = SKIN if kind.label == "head" else kind.label.replace(" ", "_")
        write_surface(bem / f"{name}.surf", surface)
    sources = with_patches(cortical_sources(subjects, SUBJECT, as_spacing("oct6"), "white"))
    with writing(bem / "sample-oct-6-src.fif") as writer:
        write_sources(writer, sources)
    for name, head in assumed_heads(skull).items():
        array = make_sensor_array(info, meg=True, eeg=name == "meg-eeg", use_references=False)
        inside = restrict_to_inner_skull(sources, head, mri_to_head, margin=MARGIN)
        model = compute_forward(array, inside, head, mri_to_head)
        write_forward(meg / f"sample_audvis-{name}-oct-6-fwd.fif", model, overwrite=False)
        sizes = "-".join(str(len(shell.triangles)) for shell in head.shells)
        write_bem_solution(bem / f"sample-{sizes}-bem-sol.fif", head, overwrite=False)
        if len(head.shells) > 1:
            write_bem_surfaces(bem / "sample-head.fif", head.shells[:1], overwrite=False)


def write_recording(meg: Path, info: MeasurementInfo, data: Floats, triggers: Ints) -> None:
    """Write the raw recording and its events."""
    raw = RawRecording(info=info.with_bads(BADS), samples=ArraySamples(data), first_sample=FIRST)
    options = RawOptions(buffer_size=int(10 * info.sampling_rate))
    write_raw(meg / "sample_audvis_filt-0-40_raw.fif", raw, options)
    onsets, codes = triggers.T
    events = np.stack([onsets + FIRST, np.zeros_like(onsets), codes], axis=1)
    write_events(meg / "sample_audvis_filt-0-40_raw-eve.fif", events, overwrite=False)


def write_truth(
    path: Path, active_responses: Mapping[str, tuple[Response, ...]], triggers: Ints, *, seed: int
) -> None:
    """Write the true sources as JSON."""
    conditions = {
        name: {
            "code": CODES[name],
            "trials": int((triggers[:, 1] == CODES[name]).sum()),
            "sources": [describe_source(one) for one in of_condition],
        }
        for name, of_condition in active_responses.items()
    }
    truth = {
        "seed": seed,
        "dead_channel": DEAD,
        "noisy_channel": NOISY,
        "conditions": conditions,
    }
    path.write_text(json.dumps(truth, indent=1) + "\n", encoding="utf-8")


def describe_source(response: Response) -> dict[str, object]:
    """Central vertex, position, extent, peak latency and peak moment of a source."""
    times = np.arange(0, 0.5, 1e-4)
    course = response.course(times)
    peak = np.abs(course).argmax()
    return {
        "hemi": response.patch.sheet.hemisphere,
        "vertex": response.patch.centre,
        "mri_mm": (response.patch.place / MM).round(2).tolist(),
        "vertices": response.patch.vertices.tolist(),
        "peak_s": round(float(times[peak]), 4),
        "moment_nAm": round(1e9 * float(course[peak]), 3),
    }


def set_file_dates(folder: Path) -> None:
    """Set the creation date in the first tag of every FIF file to the same time."""
    identity = np.zeros((), ID)
    identity["seconds"] = CREATED
    date = identity.tobytes()[-8:]
    for path in folder.rglob("*.fif"):
        with path.open("rb+") as file:
            file.seek(HEADER.size + ID.itemsize - len(date))
            file.write(date)
