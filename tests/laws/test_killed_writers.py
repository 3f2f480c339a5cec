"""Files that are written together: a kill at any call leaves all old ones or all new ones."""

import os

import numpy as np
import pytest

import leadfield
from leadfield.base.log import log_level
from leadfield.freesurfer.annotation import read_annotation
from leadfield.freesurfer.surface import Surface, write_surface
from leadfield.numerics.mesh_sphere import icosahedron


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda _: None)
    with log_level("error"):
        yield


def save_raw(folder, value):
    info = leadfield.create_info(10, 1000.0, "eeg")
    raw = leadfield.io.RawArray(np.full((10, 15_000), value), info)
    raw.save(folder / "x_raw.fif", split_size=400_000, overwrite=True, buffer_size_sec=1)


def read_raw(folder):
    return set(leadfield.io.read_raw_fif(folder / "x_raw.fif").get_data()[0].round(6))


def save_epochs(folder, value):
    info = leadfield.create_info(10, 1000.0, "eeg")
    epochs = leadfield.EpochsArray(np.full((30, 10, 1000), value), info)
    epochs.save(folder / "x-epo.fif", split_size=700_000, overwrite=True)


def read_epochs(folder):
    return set(leadfield.read_epochs(folder / "x-epo.fif").get_data()[:, 0, 0].round(6))


def save_estimate(folder, value, ftype="stc"):
    vertices = [np.arange(5), np.arange(4)]
    stc = leadfield.SourceEstimate(np.full((9, 1), value), vertices, 0, 0.01)
    stc.save(folder / "x", ftype=ftype, overwrite=True)


def read_estimate(folder):
    return set(leadfield.read_source_estimate(folder / "x").data.ravel().round(6))


def save_annotations(folder, value):
    labels = [
        leadfield.Label(np.arange(10), hemi=side, name=f"{value}-{side}", color=(1, 0, 0, 1))
        for side in ("lh", "rh")
    ]
    for side in ("lh", "rh"):
        surface = folder.parent / "x" / "surf" / f"{side}.white"
        if not surface.exists():
            vertices, triangles = icosahedron(0)
            write_surface(surface, Surface(vertices=vertices, triangles=triangles))
    leadfield.write_labels_to_annot(
        labels, "x", "parts", subjects_dir=folder.parent, overwrite=True, hemi="both"
    )


def read_annotations(folder):
    home = folder.parent / "x" / "label"
    return {float(read_annotation(home / f"{side}.parts.annot").names[0]) for side in ("rh", "lh")}


WRITERS = {
    "split raw": (save_raw, read_raw),
    "split epochs": (save_epochs, read_epochs),
    "stc": (save_estimate, read_estimate),
    "w": (lambda folder, value: save_estimate(folder, value, "w"), read_estimate),
    "annot": (save_annotations, read_annotations),
}


@pytest.mark.parametrize("name", WRITERS)
def test_files_of_a_killed_writer_are_all_old_or_all_new(name, tmp_path, stop_at):
    save, read = WRITERS[name]
    folder = tmp_path / "folder"
    for made in (folder, tmp_path / "x" / "label", tmp_path / "x" / "surf"):
        made.mkdir(parents=True)
    save(folder, 1.0)
    found = []
    while not stop_at(len(found), "kill", lambda: save(folder, 2.0)):
        found.append(read(folder))
        assert found[-1] in ({1.0}, {2.0})
        save(folder, 1.0)
        assert not [*tmp_path.rglob(".*")]
    assert {1.0} in found
    assert {2.0} in found
