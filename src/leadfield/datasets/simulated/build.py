"""Makes the experiment once, in the user's cache, whole or not at all."""

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import platformdirs

from leadfield.base.arrays import Floats
from leadfield.base.files import as_path
from leadfield.base.log import LOGGER, told
from leadfield.base.progress import working
from leadfield.datasets import template
from leadfield.datasets.dataset_path import DatasetPath
from leadfield.datasets.simulated.activity import CODES, Patch, Response, patches, responses
from leadfield.datasets.simulated.anatomy import HEMISPHERES, SUBJECT, write_subjects
from leadfield.datasets.simulated.heads import assumed_heads, shells, true_head
from leadfield.datasets.simulated.sensors import BADS, DEAD, NOISY, measurement_info
from leadfield.datasets.simulated.signals import FIRST, events, recording
from leadfield.forward.bem_file import write_shells, write_solution
from leadfield.forward.compute import forward_model
from leadfield.forward.conductor import Conductor
from leadfield.forward.placing import sensor_array, sources_in_brain
from leadfield.forward.write import write_forward
from leadfield.freesurfer.surface import read_surface
from leadfield.numerics.mesh import vertex_normals
from leadfield.recording.frames import Frame, Transform
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.positions_file import save_transform
from leadfield.recording.raw import RawRecording
from leadfield.recording.raw_write import RawOptions, write_raw
from leadfield.recording.samples import HeldSamples
from leadfield.sources.distances import with_patches
from leadfield.sources.setup import cortical_sources
from leadfield.sources.space import Sources, SourceSpace, SpaceKind
from leadfield.sources.spacing import as_spacing

VERSION = "1"
SEED = 7
FOLDER = "MNE-sample-data"
N_BACKGROUND = 300
MARGIN = 5e-3  # m, sources of the analysis stay this far from the skull


def data_path(path: str | Path | None = None, *, seed: int = SEED) -> DatasetPath:
    """Find the made-up experiment; make it first if it is not there yet.

    A recording of 306 MEG and 60 EEG channels, 278 s at 150 Hz, with sounds and patterns
    left and right (``aud_l=1``, ``aud_r=2``, ``vis_l=3``, ``vis_r=4``); the person's
    cortex and a common one; forward solutions whose head is not quite the one that made
    the data; and ``truth.json`` with what was really active. Files have the names of the
    MNE sample data. It takes about half a minute, once.

    Parameters
    ----------
    path : str | Path | None
        Where to keep it; None for the user's cache folder.
    seed : int
        Another number makes another recording of the same person.

    Returns
    -------
    path : Path
        The experiment's folder; both ``path / "MEG"`` and ``path + "/MEG"`` work.

    Examples
    --------
    >>> from leadfield.datasets import simulated
    >>> data = simulated.data_path()  # doctest: +SKIP
    >>> raw_fname = data / "MEG" / "sample" / "sample_audvis_filt-0-40_raw.fif"  # doctest: +SKIP
    """
    base = platformdirs.user_cache_path("leadfield") if path is None else as_path(path)
    place = base / f"simulated-{VERSION}-{seed}"
    folder = place / FOLDER
    if not folder.is_dir():
        base.mkdir(parents=True, exist_ok=True)
        LOGGER.info("Making the simulated experiment in %s: about half a minute, once", place)
        with tempfile.TemporaryDirectory(prefix=f".{place.name}-", dir=base) as making:
            whole = Path(making) / place.name
            with working("Making the simulated experiment"), told("warning"):
                _make(whole / FOLDER, np.random.default_rng(seed))
            try:
                whole.rename(place)
            except OSError:
                # Another process may have been first; its experiment is whole too.
                if not folder.is_dir():
                    raise
    return DatasetPath(folder)


def _make(folder: Path, rng: np.random.Generator) -> None:
    anatomy = template.data_path() / template.SUBJECT
    subjects, meg = folder / "subjects", folder / "MEG" / "sample"
    meg.mkdir(parents=True)
    write_subjects(anatomy, subjects, rng)
    mri_to_head = _registration()
    save_transform(meg / "all-trans.fif", mri_to_head.inverse(), overwrite=False)
    info = measurement_info(anatomy, mri_to_head)
    _write_forwards(folder, anatomy, info, mri_to_head)
    happening = responses(patches(subjects))
    happened = events(rng)
    data = _samples(info, subjects, true_head(anatomy), mri_to_head, happening, happened, rng)
    samples = HeldSamples(data)
    raw = RawRecording(info=info.with_bads(BADS), samples=samples, first_sample=FIRST)
    options = RawOptions(buffer_size=int(10 * info.sampling_rate))
    write_raw(meg / "sample_audvis_filt-0-40_raw.fif", raw, options)
    truth = _truth(happening, happened)
    (folder / "truth.json").write_text(json.dumps(truth, indent=1) + "\n")
    (folder / "version.txt").write_text(f"leadfield simulated {VERSION}\n")


def _registration() -> Transform:
    """MRI to head coordinates: moved up and back, nodded a little."""
    nod = 0.15
    matrix = np.eye(4)
    matrix[1:3, 1:3] = [[np.cos(nod), -np.sin(nod)], [np.sin(nod), np.cos(nod)]]
    matrix[:3, 3] = 0.0, 0.012, 0.044
    return Transform(source=Frame.MRI, target=Frame.HEAD, matrix=matrix)


def _write_forwards(
    folder: Path, anatomy: Path, info: MeasurementInfo, mri_to_head: Transform
) -> None:
    """What the analysis is given: source space, head models, forward solutions."""
    subjects, meg = folder / "subjects", folder / "MEG" / "sample"
    bem = subjects / SUBJECT / "bem"
    sources = with_patches(cortical_sources(subjects, SUBJECT, as_spacing("oct6"), "white"))
    for name, head in assumed_heads(anatomy).items():
        array = sensor_array(info, meg=True, eeg=name == "meg-eeg", use_references=True)
        inside = sources_in_brain(sources, head, mri_to_head, margin=MARGIN)
        model = forward_model(array, inside, head, mri_to_head)
        write_forward(meg / f"sample_audvis-{name}-oct-6-fwd.fif", model, overwrite=False)
        vertices = sum(len(shell.vertices) for shell in head.shells)
        write_solution(bem / f"sample-{vertices}-bem-sol.fif", head, overwrite=False)
    write_shells(bem / "sample-head.fif", shells(anatomy, (1.0,) * 3)[2:], overwrite=False)


def _samples(
    info: MeasurementInfo,
    subjects: Path,
    head: Conductor,
    mri_to_head: Transform,
    happening: Mapping[str, tuple[Response, ...]],
    happened: "np.ndarray[tuple[int, int], np.dtype[np.int64]]",
    rng: np.random.Generator,
) -> Floats:
    """The recording of the true head."""
    array = sensor_array(info, meg=True, eeg=True, use_references=True)

    def seen(positions: Floats, normals: Floats) -> Floats:
        points = SourceSpace(
            kind=SpaceKind.DISCRETE,
            positions=positions,
            normals=normals,
            vertices=np.arange(len(positions)),
        )
        inside = sources_in_brain(Sources(spaces=(points,)), head, mri_to_head, margin=0)
        model = forward_model(array, inside, head, mri_to_head)
        along = inside.normals
        field = model.leadfield.reshape(len(array.info.channels), -1, 3)
        fixed: Floats = np.einsum("csk,sk->cs", field, along)
        return fixed

    patches = {id(p.patch): p.patch for parts in happening.values() for p in parts}
    fields = {key: seen(p.positions, p.normals).mean(axis=1) for key, p in patches.items()}
    background = seen(*_background(subjects, rng))
    return recording(info, happened, happening, fields, background, rng)


def _background(subjects: Path, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Positions and normals of the sources of brain noise, anywhere on the cortex."""
    positions, normals = [], []
    for side in HEMISPHERES:
        white = read_surface(subjects / SUBJECT / "surf" / f"{side}.white")
        some = rng.choice(len(white.vertices), N_BACKGROUND // 2, replace=False)
        positions.append(1e-3 * white.vertices[some])
        normals.append(vertex_normals(white.vertices, white.triangles)[some])
    return np.concatenate(positions), np.concatenate(normals)


def _truth(
    happening: Mapping[str, tuple[Response, ...]],
    happened: "np.ndarray[tuple[int, int], np.dtype[np.int64]]",
) -> dict[str, object]:
    """What was active, for whoever wants to compare."""
    conditions = {
        name: {
            "code": CODES[name],
            "trials": int((happened[:, 1] == CODES[name]).sum()),
            "sources": [_told(part) for part in parts],
        }
        for name, parts in happening.items()
    }
    return {"dead_channel": DEAD, "noisy_channel": NOISY, "conditions": conditions}


def _told(part: Response) -> dict[str, object]:
    patch: Patch = part.patch
    return {
        "hemi": patch.hemisphere,
        "vertex": patch.centre,
        "mri_mm": (1e3 * patch.positions.mean(axis=0)).round(2).tolist(),
        "vertices": patch.vertices.tolist(),
        "peak_s": part.latency,
        "moment_nAm": round(1e9 * part.moment, 3),
    }
