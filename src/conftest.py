"""What the examples in docstrings go on from: a small experiment, and a folder to write in.

``raw``, ``epochs``, ``evoked``, ``noise_cov``, ``fwd``, ``inverse_operator``, ``stc`` and the
others are what the documentation's tutorial has under these names, with 32 sensors and 84
sources.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nibabel
import numpy as np
import pytest

import leadfield
from leadfield.api.recording.info import Info
from leadfield.base.log import log_level
from leadfield.beamformer import make_lcmv
from leadfield.datasets import template
from leadfield.minimum_norm import apply_inverse, make_inverse_operator
from leadfield.recording.channels import Channels
from leadfield.recording.frames import Frame, Transform
from leadfield.recording.info import MeasurementInfo

# Examples are collected from the module that gives a name, once it has given it.
for door in (
    leadfield,
    leadfield.bids,
    leadfield.filter,
    leadfield.io,
    leadfield.minimum_norm,
    leadfield.preprocessing,
    leadfield.viz,
):
    for name in dir(door):
        getattr(door, name)

N_SENSORS = 32
CENTRE = (0.0, -0.02, 0.01)  # of the head, in m


def _info() -> Info:
    """Magnetometers all over the upper part of a sphere, and a trigger channel."""
    i = np.arange(N_SENSORS + 1)
    height = 1 - 1.2 * i / N_SENSORS
    side, turn = np.sqrt(1 - height**2), np.pi * (1 + 5**0.5) * i
    out = np.c_[side * np.cos(turn), side * np.sin(turn), height]
    across = np.cross(out, [0.3, 0.4, 0.5])
    across /= np.linalg.norm(across, axis=1)[:, None]
    sensor = i < N_SENSORS
    channels = Channels(
        names=(*(f"MEG {k + 1:03d}" for k in range(N_SENSORS)), "STI 014"),
        kinds=np.where(sensor, 1, 3),
        coil_types=np.where(sensor, 3024, 0),
        units=np.where(sensor, 112, 107),
        unit_multipliers=np.zeros(len(i), int),
        cals=np.ones(len(i)),
        ranges=np.ones(len(i)),
        locations=np.c_[CENTRE + 0.13 * out, across, np.cross(out, across), out],
        frames=np.full(len(i), Frame.DEVICE),
    )
    still = Transform(source=Frame.DEVICE, target=Frame.HEAD, matrix=np.eye(4))
    return Info(MeasurementInfo(channels=channels, sampling_rate=100.0, device_to_head=still))


def _experiment() -> dict[str, Any]:
    """A tone every second for half a minute, and a source that follows it."""
    rng = np.random.default_rng(0)
    info = _info()
    subjects_dir = template.data_path()
    src = leadfield.setup_source_space(
        "fsaverage5", "ico1", subjects_dir=subjects_dir, add_dist=False
    )
    trans = leadfield.CoordinateTransform("head", "mri")
    sphere = leadfield.make_sphere_model(CENTRE, head_radius=0.11)
    fwd = leadfield.make_forward_solution(info, trans, src, sphere, eeg=False)
    data = 2e-14 * rng.standard_normal((N_SENSORS + 1, 3000))
    data[-1] = 0
    for start in range(100, 2900, 100):
        data[-1, start : start + 5] = 1
        course = 5e-8 * np.sin(np.linspace(0, np.pi, 10))
        data[:-1, start + 5 : start + 15] += np.outer(fwd["sol"]["data"][:, 150], course)
    raw = leadfield.io.RawArray(data, info)
    events = leadfield.find_events(raw)
    picks = leadfield.pick_types(info, meg=True)
    epochs = leadfield.Epochs(
        raw, events, {"tone": 1}, -0.2, 0.5, picks=picks, baseline=(None, 0), preload=True
    )
    evoked = epochs.average()
    noise_cov = leadfield.compute_covariance(epochs, tmax=0.0)
    inverse_operator = make_inverse_operator(evoked.info, fwd, noise_cov)
    stc = apply_inverse(evoked, inverse_operator)
    data_cov = leadfield.compute_covariance(epochs, tmin=0.0)
    filters = make_lcmv(
        evoked.info, fwd, data_cov, noise_cov=noise_cov, pick_ori="max-power", reduce_rank=True
    )
    return {
        "raw": raw,
        "events": events,
        "epochs": epochs,
        "evoked": evoked,
        "noise_cov": noise_cov,
        "src": src,
        "trans": trans,
        "sphere": sphere,
        "fwd": fwd,
        "inverse_operator": inverse_operator,
        "stc": stc,
        "data_cov": data_cov,
        "filters": filters,
        "subjects_dir": subjects_dir,
    }


def _write_segmentation(path: Path) -> Path:
    """Voxels of 4 mm, in which both thalami are marked."""
    to_mri = np.array([[-4.0, 0, 0, 128], [0, 0, 4, -128], [0, -4, 0, 128], [0, 0, 0, 1]])
    places = np.moveaxis(np.indices((64, 64, 64)), 0, -1) @ to_mri[:3, :3].T + to_mri[:3, 3]
    values = np.zeros((64, 64, 64), np.uint8)
    for number, side in ((10, -1), (49, 1)):
        values[np.linalg.norm(places - [12 * side, -15, 8], axis=-1) < 9] = number
    nibabel.save(nibabel.MGHImage(values, to_mri), path)  # type: ignore[no-untyped-call]
    return path


def _write_bids(root: Path, raw: leadfield.io.Raw) -> Path:
    """A BIDS data set of one subject without an MRI, who sits with an unturned head."""
    folder = root / "sub-01" / "meg"
    folder.mkdir(parents=True)
    (root / "dataset_description.json").write_text('{"Name": "tone", "BIDSVersion": "1.10.0"}')
    stem = folder / "sub-01_task-tone"
    raw.save(f"{stem}_meg.fif")
    rows = [f"{second}.0\t0\ttone\t1" for second in range(1, 29)]
    table = "\n".join(["onset\tduration\ttrial_type\tvalue", *rows])
    Path(f"{stem}_events.tsv").write_text(table)
    leadfield.write_trans(folder / "sub-01_trans.fif", leadfield.CoordinateTransform("head", "mri"))
    return root


@pytest.fixture(scope="session")
def _tutorial(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    aseg = _write_segmentation(tmp_path_factory.mktemp("mri") / "aseg.mgz")
    with log_level("error"):
        names = _experiment()
        bids_root = _write_bids(tmp_path_factory.mktemp("bids"), names["raw"])
        return {**names, "aseg": aseg, "bids_root": bids_root}


@pytest.fixture(autouse=True)
def _names(
    _tutorial: dict[str, Any],
    doctest_namespace: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[None]:
    """Give an example fresh copies, an empty folder, and silence."""
    monkeypatch.chdir(tmp_path)
    copies = {name: getattr(it, "copy", lambda it=it: it)() for name, it in _tutorial.items()}
    doctest_namespace.update(copies)
    with log_level("warning"):
        yield
