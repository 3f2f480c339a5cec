"""MNE-Python reads every file of the simulated experiment."""

import numpy as np
import pytest

mne = pytest.importorskip("mne")

READERS = {
    "_raw.fif": mne.io.read_raw_fif,
    "-eve.fif": mne.read_events,
    "-fwd.fif": mne.read_forward_solution,
    "-trans.fif": mne.read_trans,
    "-bem-sol.fif": mne.read_bem_solution,
    "-head.fif": mne.read_bem_surfaces,
    "-src.fif": mne.read_source_spaces,
    ".surf": mne.read_surface,
    **dict.fromkeys((".white", ".pial", ".inflated", ".sphere", ".sphere.reg"), mne.read_surface),
}


def test_every_file_is_read(experiment):
    unread = []
    for path in sorted(p for p in experiment.rglob("*") if p.is_file()):
        reader = next((read for end, read in READERS.items() if path.name.endswith(end)), None)
        if reader is None:
            unread.append(path.name)
        else:
            reader(path, verbose="error") if path.suffix == ".fif" else reader(path)
    other = {"truth.json", "version.txt"}
    other |= {f"{h}.{n}" for h in ("lh", "rh") for n in ("curv", "sulc", "aparc.annot")}
    assert set(unread) == other


def test_labels_are_read_and_named(experiment):
    labels = mne.read_labels_from_annot(
        "sample", subjects_dir=experiment / "subjects", verbose="error"
    )
    assert "transversetemporal-lh" in [label.name for label in labels]


def test_head_models_are_made_of_its_surfaces(experiment):
    shells = mne.make_bem_model(
        "sample", ico=None, subjects_dir=experiment / "subjects", verbose="error"
    )
    assert [shell["np"] for shell in shells] == [642] * 3


def test_the_recording_has_a_helmet_and_a_cap_around_its_head(experiment):
    raw = mne.io.read_raw_fif(
        experiment / "MEG" / "sample" / "sample_audvis_filt-0-40_raw.fif", verbose="error"
    )
    radius, origin, _ = mne.bem.fit_sphere_to_headshape(raw.info, units="m", verbose="error")
    assert 0.08 < radius < 0.1
    to_head = raw.info["dev_head_t"]["trans"]
    for channel in raw.info["chs"][:306]:
        place = to_head[:3, :3] @ channel["loc"][:3] + to_head[:3, 3]
        assert 0.01 < np.linalg.norm(place - origin) - radius < 0.06
        outward = to_head[:3, :3] @ channel["loc"][9:12]
        assert outward @ (place - origin) > 0
