"""Spectra of sources beside MNE-Python's: of recordings and epochs, by windows and tapers."""

import numpy as np
import pytest

import leadfield.minimum_norm as ours

mne = pytest.importorskip("mne")
theirs = mne.minimum_norm

from same.agree import assert_estimates_agree, assert_within  # noqa: E402

# The recording has a projection of its own.
pytestmark = pytest.mark.filterwarnings("ignore:the data had projections")

KINDS = (
    ("surface", 0.0, None),
    ("surface", 0.2, None),
    ("surface", 0.2, "normal"),
    ("volume", 1.0, None),
    ("mixed", {"surface": 0.3, "volume": 1.0}, None),
)
TAPERS = (
    {"bandwidth": "hann"},
    {"bandwidth": 12.0, "low_bias": False},
    {"bandwidth": 10.0, "low_bias": True, "fmin": 20, "fmax": 70},
    {"bandwidth": 16.0, "low_bias": True, "adaptive": True, "fmin": 20, "fmax": 70},
)


def assert_same_sensors(found, want):
    assert found.ch_names == want.ch_names
    assert (found.comment, found.nave) == (want.comment, want.nave)
    np.testing.assert_allclose(found.times, want.times, rtol=0, atol=1e-12)
    kinds = np.array(want.get_channel_types())
    for kind in np.unique(kinds):
        assert_within(found.data[kinds == kind], want.data[kinds == kind])


@pytest.fixture(scope="module")
def epochs(made_info, made_samples):
    """Epochs of an even and of an odd number of samples."""
    data = np.stack([made_samples(101, seed) for seed in range(2)])
    return [mne.EpochsArray(data[..., :n], made_info, verbose="error") for n in (100, 101)]


@pytest.fixture(scope="module")
def raw(made_info, made_samples):
    """A recording with a projection of its own, and a bad time."""
    raw = mne.io.RawArray(made_samples(900), made_info, first_samp=41, verbose="error")
    raw.set_annotations(mne.Annotations([2.0], [0.2], ["bad moment"]))
    raw.del_proj()
    vector = np.zeros((1, 10))
    vector[0, [1, 4]] = 0.6, 0.8
    names = {"row_names": None, "col_names": raw.ch_names[:10]}
    raw.add_proj(mne.Projection(data={"data": vector, "nrow": 1, "ncol": 10, **names}, desc="mine"))
    return raw.set_eeg_reference(projection=True, verbose="error")


def both(name, *args, **options):
    options = {"lambda2": 0.2, "method": "dSPM", "prepared": True, "pca": False, **options}
    with mne.use_log_level("error"):
        want = getattr(theirs, name)(*args, **options)
    return getattr(ours, name)(*args, **options), want


@pytest.mark.parametrize("tapers", TAPERS, ids=lambda tapers: str(tapers["bandwidth"]))
@pytest.mark.parametrize(("kind", "loose", "pick_ori"), KINDS)
def test_densities_of_epochs(epochs, prepared, kind, loose, pick_ori, tapers):
    options = {"pick_ori": pick_ori, "return_sensor": True, **tapers}
    operator = prepared("dSPM", kind, loose)
    for one in epochs:
        answers = both("compute_source_psd_epochs", one, operator, **options)
        for found, want in zip(*answers, strict=True):
            assert_estimates_agree(found[0], want[0])
            assert_same_sensors(found[1], want[1])


@pytest.mark.parametrize("method", ["MNE", "sLORETA", "eLORETA"])
@pytest.mark.parametrize("pick_ori", [None, "normal"])
def test_densities_by_every_method(epochs, prepared, method, pick_ori):
    options = {"method": method, "pick_ori": pick_ori, "bandwidth": 12.0, "return_generator": True}
    args = epochs[0], prepared(method)
    found, want = both("compute_source_psd_epochs", *args, **options)
    for one, other in zip(found, want, strict=True):
        assert_estimates_agree(one, other)


@pytest.mark.parametrize("tapers", TAPERS, ids=lambda tapers: str(tapers["bandwidth"]))
@pytest.mark.parametrize("pick_ori", [None, "normal"])
def test_densities_of_a_recording(raw, prepared, pick_ori, tapers):
    options = {"pick_ori": pick_ori, "n_fft": 90, "overlap": 0.3, "return_sensor": True, **tapers}
    found, want = both("compute_source_psd", raw, prepared(), tmin=0.2, tmax=4.2, **options)
    assert want[1].nave == 10  # of 12, two of which are bad
    assert_estimates_agree(found[0], want[0])
    assert_same_sensors(found[1], want[1])


@pytest.mark.parametrize("loose", [0.0, 0.2])
def test_densities_in_a_label(raw, prepared, loose):
    operator = prepared("MNE", "surface", loose)
    label = mne.Label(operator["src"][1]["vertno"][2:9], hemi="rh", name="some")
    options = {"method": "MNE", "label": label, "n_fft": 128, "dB": True, "fmax": 50}
    assert_estimates_agree(*both("compute_source_psd", raw, operator, **options))


@pytest.mark.parametrize("bandwidth", ["hann", 12.0])
def test_many_windows_go_through_products_of_components(
    made_info, made_samples, prepared, bandwidth
):
    raw = mne.io.RawArray(made_samples(4000), made_info, verbose="error")
    options = {"n_fft": 64, "pick_ori": "normal", "bandwidth": bandwidth}
    assert_estimates_agree(*both("compute_source_psd", raw, prepared(), **options))


def test_sensors_of_one_kind_show_what_the_operator_sees(raw, made_forwards, made_info):
    forward = mne.read_forward_solution(made_forwards["surface"], verbose="error")
    gradiometers = mne.pick_types_forward(forward, meg="grad", eeg=False)
    noise = mne.make_ad_hoc_cov(made_info, verbose="error")
    operator = theirs.make_inverse_operator(made_info, gradiometers, noise, verbose="error")
    options = {"prepared": False, "n_fft": 128, "return_sensor": True, "pca": True}
    found, want = both("compute_source_psd", raw, operator, **options)
    assert_estimates_agree(found[0], want[0])
    assert_same_sensors(found[1], want[1])


def test_a_real_recording_whose_rank_separation_reduced(shared):
    with mne.use_log_level("error"):
        raw = mne.io.read_raw_fif(shared / "sample_audvis_trunc_raw_sss.fif")
        forward = mne.read_forward_solution(shared / "real_meg-oct-4-fwd.fif")
        noise = mne.compute_raw_covariance(raw)
        operator = theirs.make_inverse_operator(raw.info, forward, noise, rank="info")
    options = {"prepared": False, "n_fft": 128, "return_sensor": True, "pca": True}
    found, want = both("compute_source_psd", raw, operator, **options)
    assert_estimates_agree(found[0], want[0])
    assert_same_sensors(found[1], want[1])


@pytest.mark.parametrize("pick_ori", [None, "normal"])
def test_labels_add_the_densities_of_components_up(epochs, prepared, pick_ori):
    operator = prepared()
    vertices = operator["src"][0]["vertno"]
    labels = [mne.Label(vertices[a : a + 5], hemi="lh", name=str(a)) for a in (0, 3)]
    options = {"lambda2": 0.2, "prepared": True, "pick_ori": pick_ori, "bandwidth": 12.0}
    kernel = theirs.inverse._assemble_kernel(operator, None, "dSPM", pick_ori)
    weights = (kernel[0] * kernel[1].repeat(1 if pick_ori else 3, axis=0)).reshape(
        len(kernel[1]), -1, len(operator["info"]["ch_names"])
    )
    data = epochs[0].get_data(verbose="error")[0]
    densities, _ = mne.time_frequency.psd_array_multitaper(
        weights.reshape(-1, weights.shape[2]) @ data, 200.0, bandwidth=12.0, verbose="error"
    )
    densities = densities.reshape(*weights.shape[:2], -1).sum(axis=1)
    want = np.array([densities[:5].mean(axis=0), densities[3:8].mean(axis=0)])
    found = ours.compute_source_psd_epochs(epochs[0], operator, label=labels, **options)
    assert_within(found[0], want)


def test_components_of_a_source_are_pooled_by_their_norm_there(epochs, prepared):
    loose, free = prepared("MNE"), {"prepared": True, "method": "MNE", "bandwidth": 12.0}
    label = mne.Label(loose["src"][0]["vertno"][:1], hemi="lh", name="one")
    pooled = ours.compute_source_psd_epochs(epochs[0], loose, 0.2, label=label, **free)[0].data[0]
    summed = ours.compute_source_psd_epochs(epochs[0], loose, 0.2, label=[label], **free)[0][0]
    assert np.all(pooled < summed)
    assert np.all(pooled > summed / np.sqrt(3))
