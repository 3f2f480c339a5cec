"""What a typical user writes, from a raw file to a picture and a table."""

import sys
from pathlib import Path

import numpy as np

import leadfield as mne
from leadfield.minimum_norm import (
    apply_inverse,
    apply_inverse_epochs,
    make_inverse_operator,
    read_inverse_operator,
    write_inverse_operator,
)
from leadfield.preprocessing import compute_proj_eog, find_ecg_events


def main(data: Path, out: Path) -> None:
    """Localise a tone to the left ear, and write what was found."""
    sample = data / "MEG" / "sample"
    subjects_dir = data / "subjects"
    raw = mne.io.read_raw_fif(sample / "sample_audvis_filt-0-40_raw.fif", preload=True)
    raw.info["bads"] += ["MEG 2443"]
    projs, blinks = compute_proj_eog(raw, n_grad=1, n_mag=1, n_eeg=0, no_proj=True)
    mne.write_proj(out / "blinks-proj.fif", projs, overwrite=True)
    beats, _, pulse = find_ecg_events(raw)
    print(f"{len(blinks)} blinks, {len(beats)} heartbeats, {round(pulse)} a minute")
    events = mne.find_events(raw, stim_channel="STI 014")
    epochs = mne.Epochs(
        raw,
        events,
        {"aud_l": 1},
        tmin=-0.2,
        tmax=0.5,
        baseline=(None, 0),
        picks=mne.pick_types(raw.info, meg=True, eog=True),
        reject={"grad": 4000e-13, "mag": 4e-12, "eog": 150e-6},
        preload=True,
    )
    noise_cov = mne.compute_covariance(epochs, tmax=0.0, method=["shrunk", "empirical"])
    evoked = epochs["aud_l"].average().pick("meg").crop(-0.1, 0.4)
    evoked.plot(spatial_colors=True, show=False).savefig(out / "evoked.png")
    channel, latency = evoked.get_peak(ch_type="mag", tmin=0.05, tmax=0.2)
    evoked.plot_topomap(times=[latency], ch_type="mag", show=False).savefig(out / "map.png")

    fwd = mne.read_forward_solution(sample / "sample_audvis-meg-oct-6-fwd.fif")
    inverse = make_inverse_operator(evoked.info, fwd, noise_cov, loose=0.2, depth=0.8)
    write_inverse_operator(out / "tone-inv.fif", inverse, overwrite=True)
    inverse = read_inverse_operator(out / "tone-inv.fif")

    stc, residual = apply_inverse(evoked, inverse, 1 / 9, "dSPM", return_residual=True)
    vertex, time = stc.get_peak(hemi="rh", tmin=0.05, tmax=0.15)
    brain = stc.plot(hemi="rh", subjects_dir=subjects_dir, initial_time=time, size=300)
    brain.add_foci(vertex, coords_as_verts=True, hemi="rh", color="blue")
    brain.save_image(out / "brain.png")
    left: float = np.abs(residual.data).max() / np.abs(evoked.data).max()

    labels = mne.read_labels_from_annot("sample", "aparc", subjects_dir=subjects_dir)
    stcs = apply_inverse_epochs(epochs, inverse, 1.0, pick_ori="normal", return_generator=True)
    courses = mne.extract_label_time_course(stcs, labels, inverse["src"], mode="mean_flip")
    strongest = labels[int(np.abs(np.mean(courses, axis=0)).max(axis=1).argmax())]
    morph = mne.compute_source_morph(inverse["src"], "sample", "fsaverage", subjects_dir)
    morph.apply(stc).crop(0.05, 0.15).mean().save(out / "tone")
    np.savez(out / "found.npz", vertex=vertex, time=time, left=left, label=str(strongest.name))
    print(f"{channel} peaks at {latency:.3f} s, vertex {vertex} at {time:.3f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
