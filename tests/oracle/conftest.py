"""Small forward models that MNE-Python makes: MEG and EEG over each kind of source space."""

import numpy as np
import pytest


def _tiny_mri(folder):
    nibabel = pytest.importorskip("nibabel")
    path = folder / "tiny.mgz"
    turn = np.array([[-20.0, 0, 0, 120], [0, 0, 20, -120], [0, -20, 0, 120], [0, 0, 0, 1]])
    nibabel.save(nibabel.MGHImage(np.ones((12, 12, 12), np.uint8), turn), path)
    return path


@pytest.fixture(scope="session")
def tiny_mri(tmp_path_factory):
    """Path of an MRI of 12 x 12 x 12 voxels."""
    return _tiny_mri(tmp_path_factory.mktemp("mri"))


def _surfaces(mne, path):
    """Every 16th source of the real cortex."""
    src = mne.read_source_spaces(path)
    for space in src:
        vertices = space["vertno"][::16]
        space["inuse"][:] = 0
        space["inuse"][vertices] = 1
        space.update(vertno=vertices, nuse=len(vertices))
    return src


def _dipoles(mne):
    rng = np.random.default_rng(0)
    normals = rng.standard_normal((9, 3))
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    return mne.setup_volume_source_space(pos={"rr": 0.05 * normals, "nn": normals})


@pytest.fixture(scope="session")
def made_forwards(shared, tiny_mri, tmp_path_factory):
    """Files of made-up models with 78 real sensors, by kind of source space."""
    mne = pytest.importorskip("mne")
    info = mne.io.read_info(shared / "test-ave.fif.gz")
    keep = [i for i, name in enumerate(info["ch_names"]) if name[:3] in {"MEG", "EEG"}]
    keep = [i for i in keep if info["ch_names"][i] not in info["bads"]]
    meg = [i for i in keep if info["ch_names"][i][:3] == "MEG"][::6]
    info = mne.pick_info(info, meg + keep[-58::2])
    real = shared / "real_meg-oct-4-fwd.fif"
    trans = mne.read_forward_solution(real)["mri_head_t"]
    grid = mne.setup_volume_source_space(
        pos=40.0, mri=tiny_mri, sphere=(0.0, 0.0, 0.0, 0.07), sphere_units="m"
    )
    surfaces, dipoles = _surfaces(mne, real), _dipoles(mne)
    head = mne.make_sphere_model((0.0, 0.02, 0.05), 0.1, info=info)
    folder, out = tmp_path_factory.mktemp("forward"), {}
    spaces = {
        "surface": surfaces,
        "volume": grid,
        "discrete": dipoles,
        "mixed": surfaces + grid,
    }
    for kind, src in spaces.items():
        out[kind] = folder / f"{kind}-fwd.fif"
        model = mne.make_forward_solution(info, trans, src, head)
        mne.write_forward_solution(out[kind], model)
    return out


@pytest.fixture(scope="session")
def made_raw(tmp_path_factory):
    """Path of a made-up recording: MEG, EEG, EOG, triggers, projections, a bad time."""
    mne = pytest.importorskip("mne")
    rng = np.random.default_rng(3)
    rate, n = 200.0, 6000
    types = ["mag"] * 6 + ["grad"] * 6 + ["eeg"] * 8 + ["eog", "misc", "stim", "stim"]
    names = [f"{kind.upper()} {i:03}" for i, kind in enumerate(types[:-2])] + ["STI 014", "STI 015"]
    info = mne.create_info(names, rate, types)
    scales = {"mag": 1e-12, "grad": 2e-11, "eeg": 1e-5, "eog": 5e-5, "misc": 1.0, "stim": 0.0}
    data = rng.standard_normal((len(types), n)) * np.array([[scales[t]] for t in types])
    data += np.cumsum(rng.standard_normal((len(types), n)), axis=1) * 0.01 * data.std(1)[:, None]
    for i, sample in enumerate([10, 150, *range(400, 5900, 130), 5990]):
        data[-2, sample : sample + 5] = 1 + i % 4
    data[-1, 1000:1010] = 8
    data[-1, 1600:1610] = 9
    with info._unlock():
        info["lowpass"] = 20.0
    raw = mne.io.RawArray(data, info, first_samp=300, verbose=False)
    raw.set_annotations(mne.Annotations([5.0, 9.0], [0.3, 0.1], ["BAD_jump", "fine"]))
    vectors = np.linalg.qr(rng.standard_normal((6, 2)))[0].T
    patterns = {
        "col_names": names[:6],
        "row_names": None,
        "data": vectors,
        "nrow": 2,
        "ncol": 6,
    }
    raw.add_proj(mne.Projection(data=patterns, desc="PCA", kind=1, active=False))
    raw.set_eeg_reference(projection=True, verbose=False)
    raw.info["bads"] = ["MAG 002", "EEG 015"]
    path = tmp_path_factory.mktemp("made") / "made_raw.fif"
    raw.save(path, fmt="double", verbose=False)
    return path


@pytest.fixture(scope="session")
def made_info(shared, made_forwards):
    """The real sensors of the made-up models, at 200 Hz."""
    mne = pytest.importorskip("mne")
    measured = mne.io.read_info(shared / "test-ave.fif.gz", verbose="error")
    names = mne.read_forward_solution(made_forwards["surface"], verbose="error").ch_names
    picked = mne.pick_info(measured, [measured["ch_names"].index(name) for name in names])
    with picked._unlock():
        picked["sfreq"], picked["lowpass"] = 200.0, 40.0
    return picked


@pytest.fixture(scope="session")
def made_samples(made_info):
    """Function that makes samples of these sensors: noise, and slower noise."""
    sizes = {"mag": 1e-12, "grad": 2e-11, "eeg": 1e-5}
    scales = np.array([sizes[kind] for kind in made_info.get_channel_types()])

    def make(n_times, seed=0):
        noise = np.random.default_rng(seed).standard_normal((len(scales), n_times))
        noise *= scales[:, np.newaxis]
        return noise + 0.05 * np.cumsum(noise, axis=1)

    return make


@pytest.fixture(scope="session")
def prepared(made_info, made_forwards):
    """Function that gives an operator of MNE-Python's, ready for a method, in full precision."""
    mne = pytest.importorskip("mne")
    minimum_norm, made = mne.minimum_norm, {}

    def prepare(method="dSPM", kind="surface", loose=0.2):
        key = kind, str(loose)
        with mne.use_log_level("error"):
            if key not in made:
                forward = mne.read_forward_solution(made_forwards[kind])
                options = {"fixed": True, "loose": 0.0} if loose == 0 else {"loose": loose}
                made[key] = minimum_norm.make_inverse_operator(
                    made_info, forward, mne.make_ad_hoc_cov(made_info), **options
                )
            return minimum_norm.prepare_inverse_operator(made[key], 1, 0.2, method)

    return prepare
