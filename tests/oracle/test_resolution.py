"""Resolution beside MNE-Python's: matrices, metrics and functions for every constraint."""

import numpy as np
import pytest

import leadfield.minimum_norm as ours

mne = pytest.importorskip("mne")
theirs = mne.minimum_norm

METHODS = ("MNE", "dSPM", "sLORETA", "eLORETA")
DOUBLE = 1e-10  # of the largest value
FITTED = 1e-5  # eLORETA's weights are fitted until they change by 1e-6
ROUNDED = 2e-6  # MNE-Python rounds fixed lead fields to single precision
METRICS = ("peak_err", "cog_err", "sd_ext", "peak_amp", "sum_amp")


def assert_close(found, want, tolerance=DOUBLE):
    assert found.shape == want.shape
    assert np.abs(found - want).max() <= tolerance * np.abs(want).max()


@pytest.fixture(scope="module")
def made(shared, made_forwards):
    """Function that makes a forward model of a kind and an inverse operator of it."""
    info = mne.io.read_info(shared / "test-ave.fif.gz", verbose="error")
    noise = mne.make_ad_hoc_cov(info, verbose="error")

    def make(loose, kind="surface"):
        forward = mne.read_forward_solution(made_forwards[kind], verbose="error")
        inverse = theirs.make_inverse_operator(
            info, forward, noise, loose=loose, depth=0.8, verbose="error"
        )
        return forward, inverse

    return make


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    ("kind", "loose"),
    [("surface", 0.0), ("surface", 0.2), ("surface", 1.0), ("volume", 1.0), ("discrete", 1.0)],
)
def test_matrices_are_the_same(made, kind, loose, method):
    forward, inverse = made(loose, kind)
    want = theirs.make_inverse_resolution_matrix(forward, inverse, method, 0.2, verbose="error")
    found = ours.make_inverse_resolution_matrix(forward, inverse, method, 0.2)
    assert_close(found, want, FITTED if method == "eLORETA" else DOUBLE)


@pytest.mark.parametrize("function", ["psf", "ctf"])
@pytest.mark.parametrize("method", METHODS)
def test_metrics_of_a_fixed_operator_are_those_of_their_matrix(made, method, function):
    forward, inverse = made(0.0)
    fixed = mne.convert_forward_solution(forward, force_fixed=True, verbose="error")
    matrix = theirs.make_inverse_resolution_matrix(fixed, inverse, method, 0.2, verbose="error")
    found = ours.resolution(inverse, forward, method, 0.2, function, METRICS)
    for metric in METRICS:
        want = theirs.resolution_metrics(matrix, inverse["src"], function, metric).data
        assert_close(found[metric].data, want, FITTED if method == "eLORETA" else ROUNDED)


@pytest.mark.parametrize("metric", ["peak_err", "cog_err"])
def test_errors_of_a_loose_operator_are_those_of_their_matrix(made, metric):
    forward, inverse = made(0.2)
    fixed = mne.convert_forward_solution(forward, force_fixed=True, verbose="error")
    matrix = theirs.make_inverse_resolution_matrix(fixed, inverse, "dSPM", 0.2, verbose="error")
    want = theirs.resolution_metrics(matrix, inverse["src"], "psf", metric, verbose="error").data
    found = ours.resolution(inverse, forward, "dSPM", 0.2, "psf", metric)[metric].data
    assert_close(found, want, ROUNDED)


def test_the_largest_radius_is_a_distance_where_theirs_adds_up_distances(made):
    _, inverse = made(0.0)
    n = inverse["nsource"]
    matrix = np.random.default_rng(0).standard_normal((n, n))
    found = ours.resolution_metrics(matrix, inverse["src"], metric="maxrad_ext").data
    want = theirs.resolution_metrics(matrix, inverse["src"], metric="maxrad_ext").data
    places = np.concatenate([one["rr"][one["vertno"]] for one in inverse["src"]])
    largest = 100 * np.linalg.norm(places[:, None] - places, axis=2).max()
    assert found.max() <= largest * (1 + 1e-12) < want.max()


def test_moments_of_a_loose_operator_are_what_its_map_of_the_field_shows(made):
    forward, inverse = made(0.2)
    matrix = ours.make_inverse_resolution_matrix(forward, inverse, "sLORETA")
    found = ours.get_point_spread(matrix, inverse, [3], vector=True).data
    turned = mne.convert_forward_solution(forward, surf_ori=True, verbose="error")
    turned = mne.pick_channels_forward(turned, inverse["noise_cov"]["names"], ordered=True)
    info = mne.pick_info(inverse["info"], range(len(turned["sol"]["row_names"])))
    with info._unlock():
        info.update(sfreq=100.0, projs=inverse["projs"], custom_ref_applied=False)
    evoked = mne.EvokedArray(turned["sol"]["data"][:, 9:12], info, nave=1, verbose="error")
    options = {"method": "sLORETA", "pick_ori": "vector", "verbose": "error"}
    want = theirs.apply_inverse(evoked, inverse, 1 / 9, **options).data
    assert_close(found, want)
    # Theirs turns what is along x, y and z already.
    turned_twice = theirs.get_point_spread(matrix, inverse, [3], vector=True).data
    assert np.abs(turned_twice - want).max() > 0.1 * np.abs(want).max()


def test_functions_of_labels_are_the_same(made):
    _, inverse = made(0.0)
    n = inverse["nsource"]
    matrix = np.random.default_rng(0).standard_normal((n, n))
    labels = [
        mne.Label(one["vertno"][:9], hemi=hemi, subject="sample", name=hemi)
        for one, hemi in zip(inverse["src"], ("lh", "rh"), strict=True)
    ]
    for label in labels:
        label.subject = inverse["src"]._subject
    for get in ("get_point_spread", "get_cross_talk"):
        found = getattr(ours, get)(matrix, inverse["src"], labels, "mean")
        want = getattr(theirs, get)(matrix, inverse["src"], labels, "mean", verbose="error")
        for one, other in zip(found, want, strict=True):
            assert_close(one.data, other.data)
