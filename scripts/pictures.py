#!/usr/bin/env python3
"""Pictures of the README and of pages, from the simulated experiment and made-up subjects.

    python scripts/pictures.py [NAME ...]

Each goes to docs/images/NAME.png; page.png and slices.png there are screenshots of a browser.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import matplotlib as mpl
import nibabel
import numpy as np
import scipy.sparse

import leadfield
from leadfield import minimum_norm, stats
from leadfield.datasets import simulated, template

FOLDER = Path(__file__).parents[1] / "docs" / "images"
DPI = 100
SIZE = 800  # pixels of a brain's side
VIEWS = ["lateral", "medial"]
VERTEX, ALONE = 13_093, 20e-9  # a source on the right, A·m
DELAY, WIDTH = 0.1, 0.018  # s, of its response
N_SUBJECTS, N_TIMES = 12, 21
EFFECT, THRESHOLD = 1.2, 4.44  # in deviations of the noise; t of p = 0.001
AMPLITUDE, NAVE = 10e-9, 100  # A·m of a source that is asked for, in so many trials


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """The tutorial's, of a tone to the left ear."""

    epochs: Any
    evoked: Any
    forward: Any
    operator: Any
    subjects: Path


@cache
def analysis() -> Analysis:
    """From the recording to the inverse operator."""
    data = Path(simulated.data_path())
    sample = data / "MEG" / "sample"
    raw = leadfield.io.read_raw_fif(sample / "sample_audvis_filt-0-40_raw.fif")
    epochs = leadfield.Epochs(
        raw,
        leadfield.find_events(raw),
        {"aud_l": 1},
        picks=leadfield.pick_types(raw.info, meg=True, eog=True),
        reject={"grad": 4000e-13, "mag": 4e-12, "eog": 150e-6},
    )
    noise = leadfield.compute_covariance(epochs, tmax=0.0, method=["shrunk", "empirical"])
    evoked = epochs.average().pick("meg")
    forward = leadfield.read_forward_solution(sample / "sample_audvis-meg-oct-6-fwd.fif")
    return Analysis(
        epochs=epochs,
        evoked=evoked,
        forward=forward,
        operator=minimum_norm.make_inverse_operator(evoked.info, forward, noise),
        subjects=data / "subjects",
    )


def brain() -> Any:
    """The response on the cortex, with its time courses."""
    made = analysis()
    stc = minimum_norm.apply_inverse(made.evoked, made.operator, "auto", "dSPM")
    return stc.plot(hemi="split", views=VIEWS, subjects_dir=made.subjects, size=SIZE)


def regularisation() -> Any:
    """Which lambda2 the response asks for."""
    made = analysis()
    return minimum_norm.estimate_lambda2(made.evoked, made.operator).plot(show=False)


def detection() -> Any:
    """Whether there is a response."""
    made = analysis()
    return minimum_norm.detect(made.epochs, made.operator).plot(show=False)


def place() -> Any:
    """The set that holds a source that was added to what came before the tone."""
    made = analysis()
    baselines = made.epochs.copy().load_data().crop(None, 0).pick("meg")
    fixed = leadfield.convert_forward_solution(made.forward, surf_ori=True, force_fixed=True)
    right = fixed["src"][1]
    row = fixed["src"][0]["nuse"] + list(right["vertno"]).index(VERTEX)
    course = np.exp(-0.5 * ((baselines.times + DELAY) / WIDTH) ** 2)
    rows = [fixed["info"]["ch_names"].index(name) for name in baselines.ch_names]
    signal = ALONE * np.outer(fixed["sol"]["data"][rows, row], course)
    epochs = leadfield.EpochsArray(baselines.get_data() + signal, baselines.info)
    found = minimum_norm.locate(epochs, made.operator)
    return found.plot(subjects_dir=made.subjects, size=SIZE)


def blur() -> Any:
    """How far sLORETA spreads a source."""
    made = analysis()
    maps = minimum_norm.resolution(made.operator, made.forward, "sLORETA", metrics=["sd_ext"])
    return whole_map(maps["sd_ext"], [2, 3.5, 5], "Spatial deviation of sLORETA's point spread")


def visible() -> Any:
    """Which sources would be detected."""
    made = analysis()
    seen = minimum_norm.visibility(made.operator, amplitude=AMPLITUDE, nave=NAVE)
    title = f"Probability to detect {1e9 * AMPLITUDE:.0f} nA·m in {NAVE} epochs"
    return whole_map(seen.probability, [0, 0.5, 1], title)


def whole_map(stc: Any, limits: list[float], title: str) -> Any:
    """A map that has values everywhere, on four views of the cortex."""
    return stc.plot(
        hemi="split",
        views=VIEWS,
        clim={"kind": "value", "lims": limits},
        colormap="viridis",
        transparent=False,
        title=title,
        subjects_dir=analysis().subjects,
        size=SIZE,
    )


def volume() -> Any:
    """The response in all of the brain, in a glass brain."""
    made = analysis()
    info, subject = made.evoked.info, "sample"
    bem = made.subjects / subject / "bem" / "sample-1280-bem-sol.fif"
    trans = made.subjects.parent / "MEG" / "sample" / "sample_audvis_raw-trans.fif"
    with TemporaryDirectory() as folder:
        home = Path(folder) / subject / "mri"
        _write_empty_image(home)
        src = leadfield.setup_volume_source_space(
            subject, 7.0, bem=bem, subjects_dir=folder, add_interpolator=False
        )
        forward = leadfield.make_forward_solution(info, trans, src, bem, eeg=False)
        noise = made.operator["noise_cov"]
        operator = minimum_norm.make_inverse_operator(info, forward, noise, loose=1.0)
        stc = minimum_norm.apply_inverse(made.evoked, operator, "auto", "dSPM")
        return stc.plot(operator["src"], mode="glass_brain", subjects_dir=folder, show=False)


def dipoles() -> Any:
    """The dipoles that explain most of a subject's response to deviant tones."""
    root, subject = Path(simulated.study_path()), "sub-01"
    subjects = root / "derivatives" / "freesurfer"
    trans = root / "derivatives" / "coregistration" / subject / "meg" / f"{subject}_trans.fif"
    raw = leadfield.io.read_raw_fif(root / subject / "meg" / f"{subject}_task-listen_meg.fif")
    raw.info["bads"] = ["MEG 1422"]
    tones = {"standard": 1, "deviant": 2}
    epochs = leadfield.Epochs(raw, leadfield.find_events(raw), tones, picks="meg")
    both = [epochs[name].average() for name in ("deviant", "standard")]
    response = leadfield.combine_evoked(both, [1, -1]).pick("meg", exclude="bads")
    noise = leadfield.compute_covariance(epochs, tmax=0, method="shrunk")
    src = leadfield.setup_source_space(subject, "oct6", subjects_dir=subjects, add_dist=False)
    bem = leadfield.make_bem_solution(leadfield.make_bem_model(subject, 3, (0.3,), subjects))
    forward = leadfield.make_forward_solution(response.info, trans, src, bem, eeg=False)
    whitener = leadfield.cov.compute_whitener(noise, response.info)[0]
    found = scan(response.crop(0.15, 0.2), forward, whitener)
    return found[found.gof > 60].plot_locations(
        trans, subject, subjects, color="tab:blue", scale=0.02, show=False
    )


def scan(response: Any, forward: Any, whitener: Any) -> leadfield.Dipole:
    """At each time the dipole that explains most of a response alone, of those at the sources."""
    data = whitener @ response.data
    fields = (whitener @ forward["sol"]["data"]).reshape(len(whitener), -1, 3)
    spans, sizes, turns = np.linalg.svd(fields.transpose(1, 0, 2), full_matrices=False)
    parts = np.einsum("smk,mt->skt", spans, data)
    share = (parts**2).sum(axis=1) / (data**2).sum(axis=0)
    best, times = share.argmax(axis=0), np.arange(data.shape[1])
    moments = np.einsum("tkx,tk->tx", turns[best], parts[best, :, times] / sizes[best])
    strength = np.linalg.norm(moments, axis=1)
    directions = moments / strength[:, np.newaxis]
    places, fit = forward["source_rr"][best], 100 * share[best, times]
    return leadfield.Dipole(response.times, places, strength, directions, fit, name="deviant")


def mixed() -> Any:
    """The response on the cortex and in the volume within, seen through the cortex."""
    made = analysis()
    info, subject = made.evoked.info, "sample"
    bem = made.subjects / subject / "bem" / "sample-1280-bem-sol.fif"
    trans = made.subjects.parent / "MEG" / "sample" / "sample_audvis_raw-trans.fif"
    with TemporaryDirectory() as folder:
        home = Path(folder) / subject / "mri"
        _write_empty_image(home)
        deep = leadfield.setup_volume_source_space(
            subject, 7.0, bem=bem, mindist=15.0, subjects_dir=folder, add_interpolator=False
        )
    src = leadfield.setup_source_space(subject, "ico4", subjects_dir=made.subjects, add_dist=False)
    src += deep
    forward = leadfield.make_forward_solution(info, trans, src, bem, eeg=False)
    noise, loose = made.operator["noise_cov"], {"surface": 0.2, "volume": 1.0}
    operator = minimum_norm.make_inverse_operator(info, forward, noise, loose=loose)
    stc = minimum_norm.apply_inverse(made.evoked, operator, "auto", "dSPM")
    return stc.plot(
        surface="pial",
        hemi="rh",
        views=["lateral", "rostral"],
        src=operator["src"],
        view_layout="horizontal",
        subjects_dir=made.subjects,
        size=(SIZE, SIZE // 2),
        background="white",
    )


def clusters() -> Any:
    """A cluster of twelve made-up subjects, whose difference was put into the auditory cortex."""
    subject, subjects = "fsaverage5", template.data_path()
    src = leadfield.setup_source_space(subject, "ico4", subjects_dir=subjects, add_dist=False)
    adjacency = leadfield.spatial_src_adjacency(src)
    spread = scipy.sparse.diags_array(1 / adjacency.sum(axis=1)) @ adjacency.tocsr()
    auditory = leadfield.read_labels_from_annot(
        subject, regexp="transversetemporal-rh", subjects_dir=subjects
    )[0]
    patch = leadfield.grow_labels(subject, auditory.vertices[:1], 20, 1, subjects)[0]
    inside = len(src[0]["vertno"]) + np.flatnonzero(np.isin(src[1]["vertno"], patch.vertices))
    differences = smooth_noise(spread)
    differences[np.ix_(range(N_SUBJECTS), range(8, 13), inside)] += EFFECT
    found = stats.spatio_temporal_cluster_1samp_test(
        differences, THRESHOLD, adjacency=adjacency, seed=0
    )
    summary = stats.summarize_clusters_stc(found, tstep=0.01, vertices=src, subject=subject)
    return summary.plot(
        hemi="rh",
        clim={"kind": "value", "lims": [0, 0.01, 0.05]},
        smoothing_steps="nearest",
        title="Time in a cluster with p < 0.05, in s",
        time_label=None,
        subjects_dir=subjects,
        size=SIZE,
    )


def smooth_noise(spread: Any) -> Any:
    """Noise of subjects (n_subjects, n_times, n_sources), smooth over space and time."""
    noise = np.random.default_rng(0).standard_normal((N_SUBJECTS, N_TIMES, spread.shape[0]))
    for time in range(1, N_TIMES):
        noise[:, time] = 0.8 * noise[:, time - 1] + 0.6 * noise[:, time]
    fields = noise.reshape(-1, spread.shape[0]).T
    for _ in range(4):
        fields = spread @ fields
    smooth = fields.T.reshape(noise.shape)
    return smooth / smooth.std(axis=(1, 2), keepdims=True)


def _write_empty_image(home: Path) -> None:
    """An image without anything in it, and the transform to MNI coordinates, which are its own."""
    (home / "transforms").mkdir(parents=True)
    to_mri = np.array([[-1.0, 0, 0, 128], [0, 0, 1, -128], [0, -1, 0, 128], [0, 0, 0, 1]])
    nibabel.save(nibabel.MGHImage(np.zeros((256,) * 3, np.uint8), to_mri), home / "T1.mgz")
    (home / "transforms" / "talairach.xfm").write_text(
        "MNI Transform File\nLinear_Transform =\n1 0 0 0\n0 1 0 0\n0 0 1 0;\n"
    )


PICTURES: dict[str, Callable[[], Any]] = {
    "brain": brain,
    "lambda2": regularisation,
    "detection": detection,
    "place": place,
    "blur": blur,
    "visible": visible,
    "volume": volume,
    "dipoles": dipoles,
    "mixed": mixed,
    "clusters": clusters,
}


def main() -> None:
    """Draw the pictures that are named, or all."""
    mpl.use("agg")
    leadfield.set_log_level("error")
    for name in sys.argv[1:] or PICTURES:
        picture, path = PICTURES[name](), FOLDER / f"{name}.png"
        if hasattr(picture, "save_image"):
            picture.save_image(path)
        else:
            picture.savefig(path, dpi=DPI)
        print(path)


if __name__ == "__main__":
    main()
