"""Power of sources beside MNE-Python's: of wavelets, bands, transforms; every kind of source."""

import numpy as np
import pytest

import leadfield.minimum_norm as ours
from leadfield.base.errors import MismatchError, StateError

mne = pytest.importorskip("mne")
theirs = mne.minimum_norm

from same.agree import assert_estimates_agree, assert_within  # noqa: E402

METHODS = ("MNE", "dSPM", "sLORETA", "eLORETA")
KINDS = (
    ("surface", 0.0, None),
    ("surface", 0.2, None),
    ("surface", 0.2, "normal"),
    ("surface", 1.0, "normal"),
    ("volume", 1.0, None),
    ("discrete", 1.0, None),
    ("mixed", {"surface": 0.3, "volume": 1.0}, None),
)
FREQUENCIES = [40.0, 60.0]
MODES = ("mean", "ratio", "logratio", "percent", "zscore", "zlogratio", "meanlogratio")


@pytest.fixture(scope="module")
def epochs(made_info, made_samples):
    data = np.stack([made_samples(100, seed) for seed in range(4)])
    return mne.EpochsArray(data, made_info, tmin=-0.1, verbose="error")


def both(name, *args, **options):
    """What a function gives with each package, for a prepared operator."""
    options = {"lambda2": 0.2, "method": "dSPM", "prepared": True, **options}
    with mne.use_log_level("error"):
        # Rounding in units of sensors is none of the two packages' difference, see below.
        want = getattr(theirs, name)(*args, **{"pca": False, **options})
    return getattr(ours, name)(*args, **options), want


def labels_of(operator):
    names = zip(operator["src"], ("lh", "rh"), strict=False)
    return [
        mne.Label(space["vertno"][part], hemi=hemi, name=f"{hemi} {place}")
        for space, hemi in names
        for place, part in enumerate((slice(0, 3), slice(4, 14)))
    ]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(("kind", "loose", "pick_ori"), KINDS)
def test_induced_power_and_phase_locking(epochs, prepared, kind, loose, pick_ori, method):
    found, want = both(
        "source_induced_power",
        epochs,
        prepared(method, kind, loose),
        FREQUENCIES,
        method=method,
        pick_ori=pick_ori,
        n_cycles=3,
    )
    for one, other in zip(found, want, strict=True):
        assert_within(one, other)


@pytest.mark.parametrize("use_fft", [False, True])
@pytest.mark.parametrize(
    "options", [{"decim": 3}, {"n_cycles": [2.5, 5]}, {"zero_mean": True, "n_cycles": 1.5}]
)
def test_options_of_wavelets(epochs, prepared, use_fft, options):
    options = {"n_cycles": 4, "use_fft": use_fft, **options}
    found, want = both("source_induced_power", epochs, prepared(), FREQUENCIES, **options)
    for one, other in zip(found, want, strict=True):
        assert_within(one, other)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("baseline", [(None, 0), (-0.05, 0.1), (0.2, None), (None, None)])
def test_modes_of_baselines(epochs, prepared, mode, baseline):
    options = {"baseline": baseline, "baseline_mode": mode, "decim": 2, "return_plv": False}
    found, want = both("source_induced_power", epochs, prepared(), FREQUENCIES, **options)
    assert_within(found, want)


@pytest.mark.parametrize("pick_ori", [None, "normal"])
@pytest.mark.parametrize("method", ["dSPM", "eLORETA"])
def test_power_of_a_label_and_of_labels(epochs, prepared, method, pick_ori):
    operator = prepared(method)
    labels = labels_of(operator)
    options = {"method": method, "pick_ori": pick_ori}
    for label in (labels[0], labels[0] + labels[2], labels[1:2]):
        found, want = both("source_induced_power", epochs, operator, [50.0], label, **options)
        for one, other in zip(found, want, strict=True):
            assert_within(one, other)
    options["return_plv"] = False
    found, want = both("source_induced_power", epochs, operator, [50.0], labels, **options)
    assert_within(found, want)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("loose", [0.2, 1.0])
def test_power_of_bands_on_a_surface(epochs, prepared, loose, method):
    bands = {"low": [30, 40], "high": [40, 57.5]}  # they meet at 40 Hz
    options = {"method": method, "df": 5, "decim": 2, "n_cycles": 3, "baseline": (-0.1, 0)}
    found, want = both(
        "source_band_induced_power", epochs, prepared(method, "surface", loose), bands, **options
    )
    assert list(found) == list(want)
    for name in bands:
        assert_estimates_agree(found[name], want[name])


def test_bands_take_all_components_where_there_are_no_normals(epochs, prepared):
    operator = prepared("dSPM", "volume", 1.0)
    found, want = both("source_band_induced_power", epochs, operator, {"a": (40, 42)}, df=2)
    power, _ = both("source_induced_power", epochs, operator, [40.0, 42.0], return_plv=False)
    assert_within(found["a"].data, power.mean(axis=1))
    # MNE-Python takes the component along z alone.
    assert np.abs(want["a"].data).max() < 0.9 * found["a"].data.max()


def test_bands_and_labels_of_fixed_orientations_which_fail_in_mne_python(epochs, prepared):
    operator = prepared("dSPM", "surface", 0.0)
    labels = labels_of(operator)
    power = ours.source_induced_power(
        epochs, operator, [40.0], lambda2=0.2, prepared=True, return_plv=False
    )
    rows = np.searchsorted(operator["src"][0]["vertno"], labels[1].vertices)
    options = {"lambda2": 0.2, "prepared": True}
    of_labels = ours.source_induced_power(
        epochs, operator, [40.0], labels, return_plv=False, **options
    )
    assert_within(of_labels[1], power[rows].mean(axis=0))
    bands = ours.source_band_induced_power(epochs, operator, {"a": (40, 40)}, labels, **options)
    assert_within(bands["a"], of_labels[:, 0])
    with pytest.raises(ValueError, match="reshape"):
        theirs.source_band_induced_power(epochs, operator, {"a": (40, 40)}, **options)


def test_no_direction_of_the_sensors_is_lost(prepared, epochs):
    operator = prepared()
    whole, want = both("source_induced_power", epochs, operator, [50.0], return_plv=False)
    kept, cut = both("source_induced_power", epochs, operator, [50.0], return_plv=False, pca=True)
    np.testing.assert_array_equal(whole, kept)
    assert_within(kept, want)
    # Electrodes and magnetometers have units so far apart that MNE-Python loses some of both.
    assert np.abs(cut - want).max() > 1e-6 * np.abs(want).max()


@pytest.mark.parametrize("method", ["dSPM", "eLORETA"])
@pytest.mark.parametrize("pick_ori", [None, "normal", "vector"])
def test_transforms_of_epochs(epochs, prepared, pick_ori, method):
    transforms = epochs.compute_tfr(
        "morlet", FREQUENCIES, n_cycles=3, output="complex", decim=2, verbose="error"
    )
    operator = prepared(method)
    options = {"method": method, "pick_ori": pick_ori, "prepared": True}
    found = ours.apply_inverse_tfr_epochs(transforms, operator, 0.2, **options)
    want = theirs.apply_inverse_tfr_epochs(transforms, operator, 0.2, verbose="error", **options)
    for ours_, theirs_ in zip(found, want, strict=True):
        for one, other in zip(ours_, theirs_, strict=True):
            assert_estimates_agree(one, other)


def test_each_frequency_may_have_an_operator_of_its_own(epochs, prepared):
    transforms = epochs.compute_tfr(
        "morlet", FREQUENCIES, n_cycles=3, output="complex", verbose="error"
    )
    operators = [prepared("MNE"), prepared("MNE", "surface", 0.0)]
    options = {"method": "MNE", "prepared": True, "return_generator": True}
    found = ours.apply_inverse_tfr_epochs(transforms, operators, 0.2, **options)
    want = theirs.apply_inverse_tfr_epochs(transforms, operators, 0.2, verbose="error", **options)
    for one, other in zip(found, want, strict=True):
        assert_estimates_agree(next(one), next(other))
    with pytest.raises(MismatchError, match="one for each of 2 frequencies, got 3"):
        ours.apply_inverse_tfr_epochs(transforms, [*operators, operators[0]], 0.2, **options)


def test_power_without_phase_is_refused(epochs, prepared):
    power = epochs.compute_tfr("morlet", FREQUENCIES, n_cycles=3, output="power", verbose="error")
    with pytest.raises(StateError, match="must hold complex numbers"):
        ours.apply_inverse_tfr_epochs(power, prepared(), 0.2, prepared=True)
    with pytest.raises(TypeError, match="must be an EpochsTFR of MNE-Python's"):
        ours.apply_inverse_tfr_epochs(power.average(), prepared(), 0.2, prepared=True)


def test_transforms_by_tapers_are_refused(epochs, prepared):
    tapered = epochs.compute_tfr(
        "multitaper", FREQUENCIES, n_cycles=3, output="complex", verbose="error"
    )
    with pytest.raises(ValueError, match="which has no tapers"):
        ours.apply_inverse_tfr_epochs(tapered, prepared(), 0.2, prepared=True)


@pytest.mark.parametrize("method", METHODS)
def test_a_real_recording_whose_rank_separation_reduced(shared, method):
    with mne.use_log_level("error"):
        raw = mne.io.read_raw_fif(shared / "sample_audvis_trunc_raw_sss.fif")
        forward = mne.read_forward_solution(shared / "real_meg-oct-4-fwd.fif")
        noise = mne.compute_raw_covariance(raw)
        operator = theirs.make_inverse_operator(raw.info, forward, noise, rank="info")
        operator = theirs.prepare_inverse_operator(operator, 1, 0.2, method)
        epochs = mne.make_fixed_length_epochs(raw, 0.45, preload=True)
    options = {"method": method, "n_cycles": 3, "decim": 10, "pca": True}
    found, want = both("source_induced_power", epochs, operator, [20.0, 40.0], **options)
    for one, other in zip(found, want, strict=True):
        assert_within(one, other)
