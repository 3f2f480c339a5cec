"""Source estimates beside MNE-Python's: four methods, every orientation, every kind of source."""

import numpy as np
import pytest

from leadfield.api.covariance.covariance import Covariance, read_cov
from leadfield.api.epochs.epochs_array import EpochsArray
from leadfield.api.epochs.evoked_files import read_evokeds
from leadfield.api.estimates.apply import apply_inverse
from leadfield.api.estimates.apply_cov import apply_inverse_cov, estimate_snr
from leadfield.api.estimates.apply_epochs import apply_inverse_epochs
from leadfield.api.estimates.apply_raw import apply_inverse_raw
from leadfield.api.estimates.label_time_courses import extract_label_time_course
from leadfield.api.forward.forward import read_forward_solution
from leadfield.api.inverse.inverse_operator import make_inverse_operator, read_inverse_operator
from leadfield.api.inverse.prepare import prepare_inverse_operator
from leadfield.api.recording.raw_array import RawArray
from leadfield.api.recording.read_raw import read_raw_fif

mne = pytest.importorskip("mne")
minimum_norm = mne.minimum_norm

DOUBLE = 1e-8  # of the largest value
FITTED = 1e-5  # eLORETA's weights are fitted until they change by 1e-6
# MNE-Python rounds fixed lead fields to single precision, which whitening magnifies.
ROUNDED = 5e-5
# MNE-Python keeps normals and axes from files in single precision.
TURNED = 1e-7
LAMBDA2 = 1 / 9
METHODS = ["MNE", "dSPM", "sLORETA", "eLORETA"]
ORIENTATIONS = {0.0: [None, "vector"], 0.2: [None, "normal", "vector"]}


def difference(ours, theirs):
    return np.abs(ours - theirs).max() / np.abs(theirs).max()


def assert_same(ours, theirs, *, tolerance=DOUBLE):
    assert type(ours).__name__ == type(theirs).__name__
    assert len(ours.vertices) == len(theirs.vertices)
    for one, other in zip(ours.vertices, theirs.vertices, strict=True):
        np.testing.assert_array_equal(one, other)
    assert ours.subject == theirs.subject
    np.testing.assert_allclose(ours.times, theirs.times, rtol=0, atol=1e-12)
    assert ours.shape == theirs.shape
    assert difference(ours.data, theirs.data) <= tolerance


def tolerance_of(method):
    return FITTED if method == "eLORETA" else DOUBLE


@pytest.fixture(scope="module")
def evokeds(shared):
    """Four samples of a real response, for us and for MNE-Python."""
    path = shared / "test-ave.fif.gz"
    options = {"condition": 0, "baseline": (None, 0), "verbose": False}
    both = read_evokeds(path, **options), mne.read_evokeds(path, **options)
    return tuple(one.crop(0.09, 0.095) for one in both)


def in_double(inv):
    """MNE-Python's operator from a file: what is stored in single it would also compute in."""
    inv["sing"] = inv["sing"].astype(float)
    for key in ("eigen_leads", "eigen_fields", "source_cov", "orient_prior"):
        if inv[key] is not None:
            inv[key]["data"] = inv[key]["data"].astype(float)
    for key in ("eig", "eigvec", "data"):
        inv["noise_cov"][key] = inv["noise_cov"][key].astype(float)
    for space in inv["src"]:
        space["nn"] = space["nn"].astype(float)
    return inv


class Operators:
    """Operators that MNE-Python made and wrote, read by us and by itself."""

    def __init__(self, folder, evoked, noise):
        self.folder, self.evoked, self.noise = folder, evoked, noise
        self.made = {}

    def __call__(self, name, forward, **options):
        key = (name, *options.values())
        if key not in self.made:
            with mne.use_log_level("error"):
                made = minimum_norm.make_inverse_operator(
                    self.evoked.info, forward, self.noise, **options
                )
                path = self.folder / f"{len(self.made)}-inv.fif"
                minimum_norm.write_inverse_operator(path, made)
                theirs = in_double(minimum_norm.read_inverse_operator(path))
            self.made[key] = read_inverse_operator(path, verbose=False), theirs
        return self.made[key]


@pytest.fixture(scope="module")
def operators(shared, evokeds, tmp_path_factory):
    noise = mne.read_cov(shared / "sample_audvis-cov.fif", verbose=False)
    return Operators(tmp_path_factory.mktemp("operators"), evokeds[1], noise)


@pytest.fixture(scope="module")
def cortex(shared, evokeds):
    """The real forward model with every third of its channels."""
    forward = mne.read_forward_solution(shared / "real_meg-oct-4-fwd.fif", verbose=False)
    names = [n for n in forward.ch_names if n not in evokeds[1].info["bads"]]
    return mne.pick_channels_forward(forward, names[::3], ordered=True, verbose=False)


def assert_all_orientations(operator, evokeds, method, orientations):
    ours, theirs = operator
    averages = evokeds[1].nave
    ours = prepare_inverse_operator(ours, averages, LAMBDA2, method, verbose=False)
    theirs = minimum_norm.prepare_inverse_operator(theirs, averages, LAMBDA2, method, verbose=False)
    for orientation in orientations:
        options = {
            "method": method,
            "pick_ori": orientation,
            "prepared": True,
            "return_residual": True,
            "verbose": False,
        }
        one, left = apply_inverse(evokeds[0], ours, LAMBDA2, **options)
        other, remained = minimum_norm.apply_inverse(evokeds[1], theirs, LAMBDA2, **options)
        turned = TURNED if orientation == "normal" else 0
        assert_same(one, other, tolerance=max(turned, tolerance_of(method)))
        assert difference(left.data, remained.data) <= tolerance_of(method)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("depth", [None, 0.8])
@pytest.mark.parametrize("loose", [0.0, 0.2, 1.0])
def test_real_meg(operators, cortex, evokeds, loose, depth, method):
    operator = operators("cortex", cortex, loose=loose, depth=depth)
    orientations = ORIENTATIONS.get(loose, ORIENTATIONS[0.2])
    assert_all_orientations(operator, evokeds, method, orientations)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    ("kind", "loose", "orientations"),
    [
        ("surface", 0.2, [None, "normal", "vector"]),
        ("volume", 1.0, [None, "vector"]),
        ("discrete", 0.2, [None, "normal", "vector"]),
        ("mixed", 1.0, [None, "vector"]),
    ],
)
def test_meg_and_eeg(operators, made_forwards, evokeds, kind, loose, orientations, method):
    forward = mne.read_forward_solution(made_forwards[kind], verbose=False)
    operator = operators(kind, forward, loose=loose, depth=0.8)
    assert_all_orientations(operator, evokeds, method, orientations)


@pytest.mark.parametrize("method", ["dSPM", "eLORETA"])
def test_eeg_alone(operators, made_forwards, evokeds, method):
    forward = mne.read_forward_solution(made_forwards["surface"], verbose=False)
    forward = mne.pick_types_forward(forward, meg=False, eeg=True)
    operator = operators("eeg", forward, loose=0.2, depth=0.8)
    assert_all_orientations(operator, evokeds, method, [None, "normal"])


@pytest.mark.parametrize(
    ("method", "loose", "tolerance"),
    [("dSPM", 0.2, DOUBLE), ("sLORETA", 0.0, ROUNDED), ("eLORETA", 0.2, FITTED)],
)
def test_the_whole_path_from_files(shared, evokeds, method, loose, tolerance):
    """Forward model, covariance and response read, operator made, applied: all by us."""
    forward, noise = shared / "real_meg-oct-4-fwd.fif", shared / "sample_audvis-cov.fif"
    options = {"loose": loose, "depth": 0.8, "verbose": False}
    ours = make_inverse_operator(
        evokeds[0].info, read_forward_solution(forward), read_cov(noise), **options
    )
    theirs = minimum_norm.make_inverse_operator(
        evokeds[1].info,
        mne.read_forward_solution(forward, verbose=False),
        mne.read_cov(noise, verbose=False),
        **options,
    )
    one = apply_inverse(evokeds[0], ours, LAMBDA2, method)
    other = minimum_norm.apply_inverse(evokeds[1], theirs, LAMBDA2, method, verbose=False)
    assert_same(one, other, tolerance=tolerance)


def label(src, side, step):
    hemisphere = ("lh", "rh")[side]
    return mne.Label(src[side]["vertno"][::step], hemi=hemisphere, name=f"{step}-{hemisphere}")


@pytest.fixture
def labels(cortex):
    src = cortex["src"]
    one, other = label(src, 0, 7), label(src, 1, 5)
    return [one, other, one + other]


@pytest.mark.parametrize("orientation", [None, "normal", "vector"])
@pytest.mark.parametrize("which", [0, 1, 2])
def test_labels(operators, cortex, evokeds, labels, which, orientation):
    ours, theirs = operators("cortex", cortex, loose=0.2, depth=0.8)
    options = {"pick_ori": orientation, "label": labels[which], "verbose": False}
    one = apply_inverse(evokeds[0], ours, LAMBDA2, **options)
    assert_same(one, minimum_norm.apply_inverse(evokeds[1], theirs, LAMBDA2, **options))


@pytest.mark.parametrize("mode", ["auto", "mean", "mean_flip", "pca_flip", "max", None])
def test_label_courses(operators, cortex, evokeds, labels, mode):
    ours, theirs = operators("cortex", cortex, loose=0.2, depth=0.8)
    one = apply_inverse(evokeds[0], ours, LAMBDA2, pick_ori="normal")
    other = minimum_norm.apply_inverse(
        evokeds[1], theirs, LAMBDA2, pick_ori="normal", verbose=False
    )
    one = extract_label_time_course(one, labels, ours["src"], mode)
    other = mne.extract_label_time_course(other, labels, theirs["src"], mode, verbose=False)
    for course, expected in zip(one, other, strict=True):
        assert difference(course, expected) <= DOUBLE


@pytest.mark.parametrize(("loose", "orientation"), [(0.0, None), (0.2, None), (0.2, "vector")])
def test_epochs(operators, cortex, evokeds, loose, orientation):
    ours, theirs = operators("cortex", cortex, loose=loose, depth=0.8)
    data = np.stack([evokeds[1].data, 2 * evokeds[1].data[:, ::-1]])
    options = {"method": "dSPM", "pick_ori": orientation, "nave": 3, "verbose": False}
    one = apply_inverse_epochs(
        EpochsArray(data, evokeds[0].info, tmin=-0.1), ours, LAMBDA2, **options
    )
    epochs = mne.EpochsArray(data, evokeds[1].info, tmin=-0.1, verbose=False)
    other = minimum_norm.apply_inverse_epochs(epochs, theirs, LAMBDA2, **options)
    for ours_, theirs_ in zip(one, other, strict=True):
        assert_same(ours_, theirs_)


@pytest.mark.parametrize("changes", [{}, {"buffer_size": 3}, {"time_func": np.cumsum}])
@pytest.mark.parametrize("orientation", [None, "normal"])
def test_recordings(operators, cortex, evokeds, orientation, changes):
    ours, theirs = operators("cortex", cortex, loose=0.2, depth=0.8)
    if "time_func" in changes:
        changes = {"time_func": lambda x: np.cumsum(x, axis=1)}
    data = np.concatenate([evokeds[1].data] * 3, axis=1)
    options = {"pick_ori": orientation, "start": 2, "stop": 9, "verbose": False, **changes}
    one = apply_inverse_raw(RawArray(data, evokeds[0].info), ours, LAMBDA2, **options)
    raw = mne.io.RawArray(data, evokeds[1].info, verbose=False)
    assert_same(one, minimum_norm.apply_inverse_raw(raw, theirs, LAMBDA2, **options))


@pytest.mark.parametrize("method", ["dSPM", "eLORETA"])
@pytest.mark.parametrize(("loose", "orientation"), [(0.0, None), (0.2, None), (0.2, "normal")])
def test_power(operators, cortex, evokeds, loose, orientation, method):
    ours, theirs = operators("cortex", cortex, loose=loose, depth=0.8)
    arguments = (evokeds[1].data @ evokeds[1].data.T, evokeds[1].ch_names, [], [], 4)
    options = {"pick_ori": orientation, "nave": 2, "method": method, "verbose": False}
    one = apply_inverse_cov(Covariance(*arguments), evokeds[0].info, ours, **options)
    other = minimum_norm.apply_inverse_cov(
        mne.Covariance(*arguments), evokeds[1].info, theirs, **options
    )
    # MNE-Python turns each source's components to x, y and z on the way.
    assert_same(one, other, tolerance=max(TURNED, tolerance_of(method)))


def test_signal_to_noise(operators, cortex, evokeds):
    ours, theirs = operators("cortex", cortex, loose=0.2, depth=0.8)
    one = estimate_snr(evokeds[0], ours)
    other = minimum_norm.estimate_snr(evokeds[1], theirs, verbose=False)
    for value, expected in zip(one, other, strict=True):
        np.testing.assert_allclose(value, expected, rtol=1e-8)


def test_signal_space_separated_data(shared, cortex, tmp_path):
    """Their rank is far below their number of channels."""
    path = shared / "sample_audvis_trunc_raw_sss.fif"
    raw = mne.io.read_raw_fif(path, verbose=False)
    with mne.use_log_level("error"):
        noise = mne.compute_raw_covariance(raw, tmax=0.5, rank="info")
        made = minimum_norm.make_inverse_operator(raw.info, cortex, noise, rank="info")
        minimum_norm.write_inverse_operator(tmp_path / "sss-inv.fif", made)
        theirs = in_double(minimum_norm.read_inverse_operator(tmp_path / "sss-inv.fif"))
    ours = read_inverse_operator(tmp_path / "sss-inv.fif")
    assert len(ours["sing"]) < 90
    options = {"start": 10, "stop": 13, "verbose": False}
    one = apply_inverse_raw(read_raw_fif(path, verbose=False), ours, LAMBDA2, **options)
    assert_same(one, minimum_norm.apply_inverse_raw(raw, theirs, LAMBDA2, **options))


def test_a_compensated_recording(shared, tmp_path):
    path = shared / "test_ctf_comp_raw.fif"
    raw = mne.io.read_raw_fif(path, verbose=False)
    points = np.random.default_rng(0).standard_normal((9, 3))
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    with mne.use_log_level("error"):
        src = mne.setup_volume_source_space(pos={"rr": 0.05 * points, "nn": points})
        head = mne.make_sphere_model((0.0, 0.0, 0.04), None)
        trans = mne.transforms.Transform("head", "mri")
        forward = mne.make_forward_solution(raw.info, trans, src, head, eeg=False)
        noise = mne.make_ad_hoc_cov(raw.info)
        made = minimum_norm.make_inverse_operator(raw.info, forward, noise, loose=1.0)
        minimum_norm.write_inverse_operator(tmp_path / "ctf-inv.fif", made)
        theirs = in_double(minimum_norm.read_inverse_operator(tmp_path / "ctf-inv.fif"))
    ours = read_inverse_operator(tmp_path / "ctf-inv.fif")
    options = {"start": 10, "stop": 13, "verbose": False}
    recording = read_raw_fif(path, verbose=False)
    one = apply_inverse_raw(recording, ours, LAMBDA2, **options)
    assert_same(one, minimum_norm.apply_inverse_raw(raw, theirs, LAMBDA2, **options))
    with pytest.raises(ValueError, match="must have one compensation grade, got 0 and 3"):
        apply_inverse_raw(recording.apply_gradient_compensation(0), ours, LAMBDA2)


def test_moments_along_directions(operators, cortex, evokeds):
    ours, theirs = operators("cortex", cortex, loose=1.0, depth=None)
    one = apply_inverse(evokeds[0], ours, LAMBDA2, pick_ori="vector")
    other = minimum_norm.apply_inverse(
        evokeds[1], theirs, LAMBDA2, pick_ori="vector", verbose=False
    )
    for directions in ("pca", "normal"):
        value, lines = one.project(directions, ours["src"])
        expected, expected_lines = other.project(directions, theirs["src"])
        # Directions of most power lose digits where two are nearly as good.
        assert difference(value.data, expected.data) <= 1e-6
        np.testing.assert_allclose(lines, expected_lines, atol=1e-6)
    assert_same(one.magnitude(), other.magnitude())
