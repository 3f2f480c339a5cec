"""Small files of many kinds, written by leadfield."""

import struct
from types import SimpleNamespace

import numpy as np
import pytest

import leadfield
from leadfield.fif.reader import FifFile

RATE, N_CHANNELS, BUFFER = 100.0, 4, 20
NAMES = ["E1", "E2", "E3", "STI 014"]


@pytest.fixture(scope="session")
def recording():
    """Ten seconds of three electrodes and a trigger channel, from sample 30 on."""
    rng = np.random.default_rng(0)
    data = 1e-6 * rng.standard_normal((N_CHANNELS, 1000)).astype(np.float32)
    data[-1] = 0
    data[-1, 50::100] = 1
    info = leadfield.create_info(NAMES, RATE, ["eeg"] * 3 + ["stim"])
    raw = leadfield.io.RawArray(data, info, first_samp=30)
    raw.set_annotations(leadfield.Annotations([1.0], [0.5], ["blink"]))
    raw.info["bads"] = ["E2"]
    return raw.set_eeg_reference(projection=True)


@pytest.fixture(scope="session")
def files(recording, tmp_path_factory):
    """A file of each kind, by what it holds."""
    folder = tmp_path_factory.mktemp("whole")
    events = np.array([[80 + 100 * i, 0, 1 + i % 2] for i in range(9)])
    epochs = leadfield.Epochs(recording, events, {"a": 1, "b": 2}, -0.1, 0.2, preload=True)
    averages = [epochs[name].average() for name in ("a", "b")]
    rows = np.arange(40)
    positions = 0.05 * np.random.default_rng(1).standard_normal((40, 3))
    label = leadfield.Label(rows, positions, np.ones(40), hemi="lh", name="spot")
    transform = leadfield.Transform("head", "mri", np.eye(4))
    made = {
        "raw": "x_raw.fif",
        "gz": "x_raw.fif.gz",
        "epochs": "x-epo.fif",
        "averages": "x-ave.fif",
        "covariance": "x-cov.fif",
        "events": "x-eve.fif",
        "projections": "x-proj.fif",
        "transform": "x-trans.fif",
        "text": "x.eve",
        "label": "spot-lh.label",
        "estimate": "x-lh.stc",
    }
    made = {what: folder / name for what, name in made.items()}
    recording.save(made["raw"], buffer_size_sec=BUFFER / RATE)
    recording.save(made["gz"], buffer_size_sec=BUFFER / RATE)
    epochs.save(made["epochs"])
    leadfield.write_evokeds(made["averages"], averages)
    leadfield.compute_covariance(epochs, tmax=0.0).save(made["covariance"])
    leadfield.write_events(made["events"], events)
    leadfield.write_events(made["text"], events)
    leadfield.write_proj(made["projections"], recording.info["projs"])
    leadfield.write_trans(made["transform"], transform)
    label.save(made["label"])
    values = np.arange(60.0).reshape(6, 10)
    estimate = leadfield.SourceEstimate(values, [[1, 4, 7], [2, 3, 9]], 0.0, 0.01, "ann")
    estimate.save(folder / "x")
    return SimpleNamespace(**made, epochs_made=epochs, averages_made=averages, list_made=events)


@pytest.fixture
def spoilt(tmp_path):
    """Function that writes a file's bytes with a few changed: by offset, what comes there."""

    def make(path, changes=(), *, cut=None):
        content = bytearray(path.read_bytes())
        for offset, new in changes:
            content[offset : offset + len(new)] = new
        target = tmp_path / path.name
        target.write_bytes(content[:cut])
        return target

    return make


@pytest.fixture(scope="session")
def tags_of():
    """Function that lists the tags of a kind in a file."""

    def find(path, kind):
        with FifFile(path) as file:
            return [tag for tag in file.tags if tag.kind == kind]

    return find


@pytest.fixture(scope="session")
def number():
    """Function that gives the bytes of a whole number."""
    return lambda value: struct.pack(">i", value)
