"""Noise covariances beside MNE-Python's."""

import numpy as np
import pytest

from leadfield.api.covariance.compute import compute_covariance
from leadfield.api.covariance.compute_raw import compute_raw_covariance
from leadfield.api.covariance.covariance import read_cov
from leadfield.api.epochs.epochs_array import EpochsArray
from leadfield.api.epochs.evoked import Evoked
from leadfield.api.recording.info import Info
from leadfield.api.recording.read_raw import read_raw_fif
from leadfield.covariance.ad_hoc import ad_hoc_covariance
from leadfield.covariance.estimate import estimate_covariances
from leadfield.covariance.estimators import choose_estimators
from leadfield.covariance.regularize import regularize_noise
from leadfield.fif.reader import FifFile
from leadfield.recording.create import create_measurement_info
from leadfield.recording.fif.info import read_info
from leadfield.recording.projection import FIELD, Projection

mne = pytest.importorskip("mne")

METHODS = ("empirical", "shrunk", "diagonal_fixed", "ledoit_wolf", "oas", "shrinkage")
STRENGTH = {"mag": 1e-13, "grad": 4e-12, "eeg": 2e-6}
TYPES = ["mag", "grad", "grad"] * 6 + ["eeg"] * 7
N_TIMES = 40


@pytest.fixture(autouse=True)
def _quiet():
    """At this level MNE-Python does not warn either, of no baseline for one."""
    with mne.utils.use_log_level("error"):
        yield


@pytest.fixture(scope="module")
def block():
    """Epochs (30, n_channels, n_times) of noise between all channels, of means that differ."""
    rng = np.random.default_rng(4)
    n = len(TYPES)
    mixing = np.eye(n) + 0.4 * rng.standard_normal((n, n))
    strengths = np.array([STRENGTH[kind] for kind in TYPES])[:, None]
    noise = mixing @ (rng.standard_normal((30, n, N_TIMES)) + 0.1 * rng.standard_normal((n, 1)))
    return noise * strengths


def both_infos(pattern=None, types=TYPES):
    """Ours and MNE-Python's information on the same channels."""
    names = [f"C {i:03d}" for i in range(len(types))]
    ours, theirs = (
        create_measurement_info(names, 100.0, types),
        mne.create_info(names, 100.0, types),
    )
    if pattern is None:
        return ours, theirs
    rows = [names[i] for i in range(len(types)) if types[i] == "mag"]
    vectors = pattern / np.linalg.norm(pattern)
    ours = ours.with_projections(
        [Projection(description="p", kind=FIELD, active=False, channel_names=rows, vectors=vectors)]
    )
    data = {"nrow": 1, "ncol": len(rows), "row_names": None, "col_names": rows, "data": vectors}
    item = mne.Projection(kind=FIELD, desc="p", active=False, data=data, explained_var=0.5)
    with theirs._unlock():
        theirs["projs"] = [item]
    return ours, theirs


def in_a_row(block):
    return np.hstack(list(block))


def mnes(block, info, **options):
    epochs = mne.EpochsArray(block, info, baseline=None, proj=False)
    return mne.compute_covariance(epochs, on_few_samples="ignore", **options)


def ours(block, info, methods, *, params=None, rank=None, **options):
    estimators = choose_estimators(methods, params, full_rank=rank == "full")
    samples = in_a_row(block)
    return estimate_covariances(
        samples, info, estimators, rank=rank, on_few_samples="ignore", **options
    )


def assert_same(found, expected, tolerance=1e-12):
    """Compare as correlations: each entry beside the standard deviations of its channels."""
    spread = np.sqrt(np.diag(expected))
    scale = np.outer(spread, spread)
    np.testing.assert_allclose(found / scale, expected / scale, rtol=0, atol=tolerance)


@pytest.mark.parametrize("centred", [True, False])
@pytest.mark.parametrize("method", METHODS)
def test_each_estimator_gives_the_same_covariance(block, method, centred):
    info, theirs = both_infos()
    params = {method: {"assume_centered": centred}}
    (found,) = ours(block, info, method, params=params)
    expected = mnes(block, theirs, method=method, method_params=params)
    assert_same(found.data, expected.data)
    assert found.degrees == expected.nfree


def test_estimators_get_the_same_scores_in_the_same_order(block):
    info, theirs = both_infos()
    params = {"diagonal_fixed": {"assume_centered": False, "eeg": 0.05}}
    found = ours(block, info, METHODS, params=params)
    expected = mnes(
        block, theirs, method=list(METHODS), method_params=params, return_estimators=True
    )
    assert [one.method for one in found] == [one["method"] for one in expected]
    scores = [one.log_likelihood for one in found]
    np.testing.assert_allclose(scores, [one["loglik"] for one in expected], rtol=1e-12)
    for one, other in zip(found, expected, strict=True):
        assert_same(one.data, other.data)


def test_the_score_of_diagonal_loading_is_that_of_centred_samples(block):
    # MNE-Python forgets assume_centered when it copies this estimator for a fold.
    info, theirs = both_infos()
    methods = ["diagonal_fixed", "empirical"]
    found = {one.method: one.log_likelihood for one in ours(block, info, methods)}
    shares = dict.fromkeys(STRENGTH, 0.1)
    held_out = []
    for run in np.array_split(np.arange(30 * N_TIMES), 3):
        samples = in_a_row(block) * np.array([_scale(kind) for kind in TYPES])[:, None]
        learnt = np.delete(samples, run, axis=1)
        model = learnt @ learnt.T / learnt.shape[1]
        for kind in shares:
            rows = np.flatnonzero(np.array(TYPES) == kind)
            model[rows, rows] += 0.1 * model[rows, rows].mean()
        out = samples[:, run]
        _, log_det = np.linalg.slogdet(model)
        distance = np.sum(out * np.linalg.solve(model, out), axis=0).mean()
        held_out.append(-0.5 * (distance + log_det + len(TYPES) * np.log(2 * np.pi)))
    assert found["diagonal_fixed"] == pytest.approx(np.mean(held_out), rel=1e-12)
    expected = mnes(block, theirs, method=methods, return_estimators=True)
    forgetful = {one["method"]: one["loglik"] for one in expected}
    assert forgetful["diagonal_fixed"] != pytest.approx(found["diagonal_fixed"], rel=1e-9)


def _scale(kind):
    return {"mag": 1e15, "grad": 1e13, "eeg": 1e6}[kind]


@pytest.mark.parametrize("method", ["pca", "factor_analysis"])
def test_hidden_factors_are_as_many_and_the_same(block, method):
    types = TYPES[:14]
    info, theirs = both_infos(types=types)
    params = {method: {"iter_n_components": [2, 4, 6]}}
    few = block[:8, :14]
    (found,) = ours(few, info, method, params=params, rank="full")
    expected = mnes(few, theirs, method=method, method_params=params, rank="full")
    assert_same(found.data, expected.data, 1e-10)


@pytest.mark.parametrize("method", ["empirical", "shrinkage"])
@pytest.mark.parametrize("rank", [None, "info", {"meg": 15, "eeg": 7}])
def test_noise_of_fewer_dimensions_is_the_same(block, method, rank):
    info, theirs = both_infos(np.random.default_rng(0).standard_normal((1, 6)))
    (found,) = ours(block, info, method, rank=rank)
    expected = mnes(
        block, theirs, method=method, rank=dict(rank) if isinstance(rank, dict) else rank
    )
    # Without a projection's exact zeros, the smallest of a spectrum decides: 1e-13 of 1e-3.
    assert_same(found.data, expected.data, 1e-10)


def test_cross_validation_by_a_splitter_is_the_same(block):
    splitter = pytest.importorskip("sklearn.model_selection").ShuffleSplit(4, random_state=3)
    info, theirs = both_infos()
    found = ours(block, info, ["shrunk", "empirical"], cv=splitter)
    expected = mnes(
        block, theirs, method=["shrunk", "empirical"], cv=splitter, return_estimators=True
    )
    for one, other in zip(found, expected, strict=True):
        assert_same(one.data, other.data)
        assert one.log_likelihood == pytest.approx(other["loglik"], rel=1e-12)


def correlated(covariance):
    spread = np.sqrt(np.diag(covariance))
    return covariance / np.outer(spread, spread)


def test_where_mne_python_follows_rounding_ours_is_among_its_answers(block):
    # Its channel types are places in a basis that LAPACK picks freely among equals.
    info, theirs = both_infos(np.random.default_rng(0).standard_normal((1, 6)))
    rng = np.random.default_rng(1)
    jitters = [1 + 1e-15 * rng.standard_normal(block.shape) for _ in range(4)]
    answers = [correlated(mnes(block * j, theirs, method="shrunk").data) for j in jitters]
    found = [correlated(ours(block * j, info, "shrunk")[0].data) for j in jitters]
    assert np.ptp(answers, axis=0).max() > 1e-6
    assert np.ptp(found, axis=0).max() < 1e-12
    assert np.abs(found[0] - answers[0]).max() < 0.05


def test_shrinkage_in_a_subspace_is_that_of_scikit_learns_grid_search(block):
    shrinking = pytest.importorskip("sklearn.covariance").ShrunkCovariance
    search = pytest.importorskip("sklearn.model_selection").GridSearchCV
    types = TYPES[:18]
    info, _ = both_infos(np.random.default_rng(0).standard_normal((1, 6)), types=types)
    scales = np.array([_scale(kind) for kind in types])
    scaled = in_a_row(block[:, :18]) * scales[:, None]
    basis = np.linalg.svd(info.projections[0].vectors)[2][1:]
    rows = np.flatnonzero(np.array(types) == "mag")
    directions = np.vstack([basis @ np.eye(18)[rows], np.delete(np.eye(18), rows, axis=0)])
    model = shrinking(store_precision=False, assume_centered=True)
    grid = search(model, {"shrinkage": np.logspace(-4, 0, 30)}, cv=3).fit((directions @ scaled).T)
    within = grid.best_estimator_.covariance_
    n = scaled.shape[1]
    expected = directions.T @ within @ directions / np.outer(scales, scales) * n / (n - 1)
    found = ours(block[:, :18], info, ["shrunk", "empirical"])
    one = next(noise for noise in found if noise.method == "shrunk")
    assert_same(one.data, expected)
    assert one.log_likelihood == pytest.approx(grid.best_score_, rel=1e-12)


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"proj": False},
        {"rank": "full"},
        {"rank": "info"},
        {"mag": 0.05, "grad": 0.2, "eeg": 0.0},
    ],
)
def test_real_noise_is_regularised_the_same(shared, options):
    evoked = mne.read_evokeds(shared / "test-ave.fif.gz", 0)
    theirs = mne.read_cov(shared / "sample_audvis-cov.fif")
    noise = read_cov(shared / "sample_audvis-cov.fif").value
    with FifFile(shared / "test-ave.fif.gz") as fif:
        info = read_info(fif).with_bads(evoked.info["bads"])
    expected = mne.cov.regularize(theirs, evoked.info, **options).data
    shares = {kind: options.get(kind, 0.1) for kind in STRENGTH}
    found = regularize_noise(
        noise,
        info,
        shares,
        exclude=[*info.bads, *noise.bads],
        project=options.get("proj", True),
        rank=options.get("rank"),
    )
    variances = np.diag(expected) > 0
    kept = np.ix_(variances, variances)
    assert_same(found.data[kept], expected[kept], 1e-11)


def test_ad_hoc_noise_is_the_same(shared):
    theirs = mne.io.read_info(shared / "test-ave.fif.gz")
    with FifFile(shared / "test-ave.fif.gz") as fif:
        noise = ad_hoc_covariance(read_info(fif))
    expected = mne.make_ad_hoc_cov(theirs)
    assert list(noise.names) == expected.ch_names
    np.testing.assert_allclose(noise.data, expected.data, rtol=1e-14)


def test_a_real_file_is_read_the_same(shared):
    path = shared / "sample_audvis-cov.fif"
    found, expected = read_cov(path), mne.read_cov(path)
    np.testing.assert_array_equal(found.data, expected.data)
    assert found.ch_names == expected.ch_names
    assert found["bads"] == expected["bads"]
    assert found.nfree == expected.nfree
    assert [p["desc"] for p in found["projs"]] == [p["desc"] for p in expected["projs"]]


@pytest.mark.parametrize("name", ["a-cov.fif", "a-cov.fif.gz"])
@pytest.mark.parametrize("diagonal", [False, True])
def test_mne_python_reads_what_is_written(shared, tmp_path, name, diagonal):
    cov = read_cov(shared / "sample_audvis-cov.fif")
    if diagonal:
        cov.as_diag()
    cov.save(tmp_path / name)
    found = mne.read_cov(tmp_path / name)
    np.testing.assert_array_equal(found.data, cov.data)
    assert found["diag"] == diagonal
    assert found["bads"] == cov["bads"]
    assert found.nfree == cov.nfree
    np.testing.assert_allclose(found["projs"][0]["data"]["data"], cov["projs"][0]["data"]["data"])


def test_what_mne_python_writes_is_read(block, tmp_path):
    _, theirs = both_infos()
    expected = mnes(block, theirs, method=["shrunk", "empirical"])
    expected.save(tmp_path / "a-cov.fif")
    found = read_cov(tmp_path / "a-cov.fif")
    np.testing.assert_array_equal(found.data, expected.data)
    assert found["method"] == expected["method"]
    assert found["loglik"] == expected["loglik"]


@pytest.fixture(scope="module")
def kinds(block):
    """Epochs of three kinds of event, ours and MNE-Python's."""
    ours, theirs = both_infos()
    events = np.c_[np.arange(30) * 50, np.zeros(30, int), np.tile([2, 1, 5], 10)]
    names = {"b": 2, "a": 1, "c": 5}
    found = EpochsArray(block, Info(ours), events, tmin=-0.2, event_id=names, baseline=(None, 0))
    with mne.utils.use_log_level("error"):
        expected = mne.EpochsArray(
            block, theirs, events, tmin=-0.2, event_id=names, baseline=(None, 0), proj=False
        )
    return found, expected


@pytest.mark.parametrize(
    "options",
    [
        {"tmax": 0.0},
        {"tmin": -0.1, "tmax": 0.05, "method": ["shrunk", "empirical", "oas"]},
        {"keep_sample_mean": False, "tmax": 0.0},
    ],
)
def test_epochs_of_several_kinds_give_the_same(kinds, options):
    found, expected = (
        compute(one, on_few_samples="ignore", **options)
        for compute, one in zip((compute_covariance, mne.compute_covariance), kinds, strict=True)
    )
    assert_same(found.data, expected.data)
    assert found.ch_names == expected.ch_names
    assert found.nfree == expected.nfree


def test_lists_of_epochs_give_the_same(kinds):
    ours, theirs = kinds
    options = {"method": "shrunk", "on_few_samples": "ignore", "keep_sample_mean": True}
    found = compute_covariance([ours["a"], ours["c"]], **options)
    expected = mne.compute_covariance([theirs["a"], theirs["c"]], **options)
    assert_same(found.data, expected.data)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("sample_audvis_trunc_raw_sss.fif", {"picks": "mag"}),
        ("sample_audvis_trunc_raw_sss.fif", {"tstep": 0.05, "tmin": 0.1, "tmax": 0.8}),
        ("test_ctf_comp_raw.fif", {"tstep": 0.1, "reject": {"mag": 3e-12}}),
        ("test_ctf_comp_raw.fif", {"tstep": None, "method": "shrinkage", "rank": "full"}),
    ],
)
def test_real_recordings_give_the_same(shared, name, options):
    options = {"on_few_samples": "ignore", **options}
    found = compute_raw_covariance(read_raw_fif(shared / name), **options)
    expected = mne.compute_raw_covariance(mne.io.read_raw_fif(shared / name), **options)
    assert found.ch_names == expected.ch_names
    assert found.nfree == expected.nfree
    assert_same(found.data, expected.data)


def test_a_response_gives_the_same(shared):
    theirs = mne.read_evokeds(shared / "test-ave.fif.gz", 0).pick(["mag", "eeg"])
    ours = Evoked(shared / "test-ave.fif.gz", 0).pick(theirs.ch_names)
    for one in (ours, theirs):
        one.apply_baseline((None, 0))
    options = {"method": ["empirical", "shrinkage"], "on_few_samples": "ignore", "tmax": 0.3}
    found = compute_covariance(ours, rank={"mag": 60, "eeg": 40}, **options)
    expected = mne.compute_covariance(theirs, rank={"mag": 60, "eeg": 40}, **options)
    assert found["method"] == expected["method"]
    # The 60 dimensions end in a steep spectrum: which they are has 9 right digits.
    assert_same(found.data, expected.data, 1e-9)
