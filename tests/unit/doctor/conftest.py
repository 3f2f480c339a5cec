"""A sound data set, in small, and what it is made of."""

import numpy as np
import pytest

import leadfield as lf
from leadfield.api.forward.forward import Forward
from leadfield.datasets import template

CONDITIONS = {"aud_l": 1, "aud_r": 2, "vis_l": 3, "vis_r": 4}
WINDOW = (-0.2, 0.5)


def analysed(experiment, kind, *, seconds, every):
    """All that an analysis of the simulated experiment has, by argument of ``examine``."""
    sample, bem = experiment / "MEG" / "sample", experiment / "subjects" / "sample" / "bem"
    raw = lf.io.read_raw_fif(sample / "sample_audvis_filt-0-40_raw.fif").crop(0, seconds)
    raw.load_data()
    events = lf.find_events(raw)
    epochs = lf.Epochs(
        raw, events, CONDITIONS, *WINDOW, reject={"grad": 4e-10, "eog": 150e-6}, preload=True
    )
    noise = lf.compute_covariance(epochs, tmax=0, method="shrunk")
    evoked = epochs[["aud_l", "aud_r"]].average()
    whole = lf.read_forward_solution(sample / f"sample_audvis-{kind}-oct-6-fwd.fif").value
    keep = [np.arange(0, space.n_sources, every) for space in whole.sources.spaces]
    forward = Forward(whole.restricted(keep))
    shells = "1280" if kind == "meg" else "1280-1280-1280"
    return {
        "raw": raw,
        "epochs": epochs,
        "evoked": evoked,
        "noise_cov": noise,
        "forward": forward,
        "inverse_operator": lf.minimum_norm.make_inverse_operator(evoked.info, forward, noise),
        "trans": sample / "sample_audvis_raw-trans.fif",
        "bem": bem / f"sample-{shells}-bem-sol.fif",
        "src": bem / "sample-oct-6-src.fif",
        "subjects_dir": experiment / "subjects",
        "events": events,
        "lambda2": 1 / 9,
    }


@pytest.fixture(scope="session")
def sound_parts(experiment):
    """The simulated experiment, MEG and EEG, with an operator of few sources."""
    return analysed(experiment, "meg-eeg", seconds=120.0, every=10)


@pytest.fixture
def sound(sound_parts):
    """Copies of them, to spoil."""
    files = ("trans", "bem", "src", "subjects_dir", "lambda2", "forward", "inverse_operator")
    return {name: part if name in files else part.copy() for name, part in sound_parts.items()}


@pytest.fixture(scope="session")
def template_parts():
    """EEG of 30 electrodes on the template's head: a source that answers, in noise of others."""
    rng = np.random.default_rng(0)
    montage = lf.make_standard_montage("fsaverage_1005")
    names = "Fp1 Fp2 F7 F3 Fz F4 F8 FC5 FC1 FC2 FC6 T7 C3 Cz C4 T8 CP5 CP1 CP2 CP6 P7 P3 Pz P4 P8"
    names = [*names.split(), "PO3", "PO4", "O1", "Oz", "O2"]
    rate, n = 200.0, 24_000
    info = lf.create_info([*names, "STI 014"], rate, ["eeg"] * len(names) + ["stim"])
    empty = lf.io.RawArray(np.zeros((len(names) + 1, 2)), info).set_montage(montage)
    folder = template.data_path()
    src = lf.setup_source_space("fsaverage5", "oct4", subjects_dir=folder, add_dist=False)
    forward = lf.make_forward_solution(empty.info, "fsaverage", src, template.bem_path(), meg=False)
    fixed = lf.convert_forward_solution(forward, surf_ori=True, force_fixed=True)
    field = fixed["sol"]["data"]
    data = 2e-8 * field @ rng.standard_normal((field.shape[1], n))
    data += 1e-6 * rng.standard_normal(data.shape)
    onsets = np.arange(400, n - 400, 200)
    triggers = np.zeros(n)
    times = np.arange(100) / rate
    course = 3e-7 * np.exp(-0.5 * ((times - 0.15) / 0.02) ** 2)
    for onset in onsets:
        triggers[onset : onset + 4] = 1
        data[:, onset : onset + 100] += np.outer(field[:, 100], course)
    raw = lf.io.RawArray(np.vstack([data, triggers]), info).set_montage(montage)
    raw.set_eeg_reference(projection=True)
    epochs = lf.Epochs(raw, lf.find_events(raw), 1, *WINDOW, preload=True)
    noise, evoked = lf.compute_covariance(epochs, tmax=0), epochs.average()
    return {
        "raw": raw,
        "epochs": epochs,
        "evoked": evoked,
        "noise_cov": noise,
        "forward": forward,
        "inverse_operator": lf.minimum_norm.make_inverse_operator(evoked.info, forward, noise),
        "trans": "fsaverage",
        "bem": template.bem_path(),
        "subjects_dir": folder,
    }
