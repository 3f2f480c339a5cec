"""A whole study: python study.py PACKAGE FOLDER RESULTS [SUBJECTS].

PACKAGE is ``mne`` or ``leadfield``; FOLDER is that of the simulated study, which is made in it at
first use, with SUBJECTS subjects (4). leadfield runs it as ``leadfield batch`` does, with its page
of the group; MNE-Python does the same steps in a loop, as scripts do, and writes the same files.
Subjects whose recording is broken are left out by both. RESULTS is an .npz file for the group's
contrast. Prints one line of JSON: seconds of each step, workers included, and the peak memory in
MB of the largest process.
"""

import json
import os
import resource
import shutil
import sys
import tempfile
import time
from csv import DictReader
from pathlib import Path

import numpy as np

from leadfield import set_log_level
from leadfield.bids import open_data_set
from leadfield.bids.recording import head_to_mri, read_recording
from leadfield.datasets import simulated
from leadfield.recording.fif.positions import save_transform

PACKAGE, FOLDER, RESULTS = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
N_SUBJECTS = int(sys.argv[4]) if len(sys.argv) > 4 else 4
CONDITIONS = {"standard": 1, "deviant": 2}
TEMPLATE = "fsaverage5"
BROKEN = "03"


def spent():
    """Wall and processor seconds of this process and of the workers that ended."""
    return time.perf_counter(), sum(os.times()[:4])


def rows_of(path):
    with path.open(encoding="utf-8") as stream:
        return list(DictReader(stream, delimiter="\t"))


def epochs_of(mne, one):
    """Epochs with the channels that are marked bad, and equally many of each condition."""
    raw = mne.io.read_raw_fif(one.recording, preload=True)
    raw.info["bads"] = [row["name"] for row in rows_of(one.channels) if row["status"] == "bad"]
    rows = rows_of(one.events)
    samples = [round(float(row["onset"]) * raw.info["sfreq"]) + raw.first_samp for row in rows]
    codes = [CONDITIONS[row["trial_type"]] for row in rows]
    epochs = mne.Epochs(
        raw,
        np.c_[samples, np.zeros_like(samples), codes],
        CONDITIONS,
        picks=mne.pick_types(raw.info, meg=True),
        reject={"grad": 4000e-13, "mag": 4e-12},
        preload=True,
    )
    epochs.equalize_event_counts()
    return epochs


def localize(mne, one, trans, out):
    """A subject's steps, one after the other, and the maps on the template."""
    subject = {"subject": f"sub-{one.subject}", "subjects_dir": one.freesurfer.parent}
    epochs = epochs_of(mne, one)
    epochs.save(out / "x-epo.fif")
    cov = mne.compute_covariance(epochs, tmax=0.0, method=["shrunk", "empirical"])
    cov.save(out / "x-cov.fif")
    src = mne.setup_source_space(spacing="oct6", add_dist="patch", **subject)
    shells = mne.make_bem_model(ico=4, conductivity=(0.3,), **subject)
    bem = mne.make_bem_solution(shells)
    fwd = mne.make_forward_solution(epochs.info, trans, src, bem, eeg=False, mindist=5.0)
    mne.write_forward_solution(out / "x-fwd.fif", fwd)
    inv = mne.minimum_norm.make_inverse_operator(epochs.info, fwd, cov)
    mne.minimum_norm.write_inverse_operator(out / "x-inv.fif", inv)
    maps, morph = {}, None
    for name in CONDITIONS:
        evoked = epochs[name].average()
        evoked.save(out / f"{name}-ave.fif")
        stc = mne.minimum_norm.apply_inverse(evoked, inv, method="dSPM")
        stc.save(out / name)
        if morph is None:
            morph = mne.compute_source_morph(
                stc,
                subject["subject"],
                TEMPLATE,
                subject["subjects_dir"],
                spacing=5,
            )
        maps[name] = morph.apply(stc)
        maps[name].save(out / f"{name}-template")
    return maps


def group_of(mne, people, subjects_dir, out):
    """Averages, the contrast, and a table of means and peaks in labels."""
    labels = mne.read_labels_from_annot(TEMPLATE, "aparc", subjects_dir=subjects_dir)
    src = mne.setup_source_space(TEMPLATE, "ico5", add_dist=False, subjects_dir=subjects_dir)
    means = {name: sum(maps[name] for maps in people[1:]) + people[0][name] for name in CONDITIONS}
    for name in CONDITIONS:
        means[name] /= len(people)
        means[name].save(out / f"average-{name}")
    contrast = means["deviant"] - means["standard"]
    contrast.save(out / "deviant-minus-standard")
    with (out / "table.csv").open("w", encoding="utf-8") as table:
        for number, maps in enumerate(people):
            for name, stc in maps.items():
                late = stc.copy().crop(0.0, None)
                courses = mne.extract_label_time_course(late, labels, src, mode="mean")
                for label, course in zip(labels, courses, strict=True):
                    peak = int(np.argmax(course))
                    numbers = f"{course.mean()},{course[peak]},{late.times[peak]}"
                    table.write(f"{number},{name},{label.name},{numbers}\n")
    return contrast.data


def with_mne(people, positions, out):
    """The study in a loop: the seconds of its parts, and the contrast."""
    import mne

    mne.set_log_level("error")
    subjects_dir = people[0].freesurfer.parent
    shutil.rmtree(subjects_dir / "morph-maps", ignore_errors=True)
    seconds, maps = {}, []
    begun = spent()
    for one in people:
        home = out / one.subject
        home.mkdir()
        maps.append(localize(mne, one, positions[one.subject], home))
    seconds["subjects"] = np.subtract(spent(), begun)
    begun = spent()
    contrast = group_of(mne, maps, subjects_dir, out)
    seconds["group"] = np.subtract(spent(), begun)
    return seconds, contrast


def with_leadfield(people, out):
    """The study as the command runs it: the seconds of its parts, and the contrast."""
    import leadfield
    from leadfield.batch import run

    subjects = [one.subject for one in people]
    file = STUDY / "study.toml"
    seconds = {}
    begun = spent()
    found = run(file, out, subjects=subjects, steps=["morph"])
    seconds["subjects"] = np.subtract(spent(), begun)
    if found.failed:
        raise SystemExit(str(found))
    begun = spent()
    found = run(file, out, subjects=subjects)
    seconds["group"] = np.subtract(spent(), begun)
    contrast = leadfield.read_source_estimate(found.group / "deviant-minus-standard")
    return seconds, contrast.data


set_log_level("error")
STUDY = simulated.study_path(FOLDER, n_subjects=N_SUBJECTS, verbose="error")
people = [one for one in open_data_set(STUDY).recordings if one.subject != BROKEN]
with tempfile.TemporaryDirectory() as name:
    place = Path(name)
    positions = {one.subject: place / f"{one.subject}-trans.fif" for one in people}
    for one in people:
        save_transform(
            positions[one.subject], head_to_mri(one, read_recording(one)), overwrite=False
        )
    out = place / "out"
    out.mkdir()
    if PACKAGE == "mne":
        seconds, contrast = with_mne(people, positions, out)
    else:
        seconds, contrast = with_leadfield(people, out)
np.savez(RESULTS, contrast=contrast)
seconds["all of it"] = sum(seconds.values())
peak = max(
    resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
)
print(
    json.dumps(
        {
            "seconds": {step: [float(x) for x in both] for step, both in seconds.items()},
            "peak": peak / 1024,
            "people": len(people),
        }
    )
)
