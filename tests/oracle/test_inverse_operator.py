"""Inverse operators beside MNE-Python's: made for every constraint, read and written."""

import numpy as np
import pytest

from leadfield.api.covariance.covariance import read_cov
from leadfield.api.forward.convert import convert_forward_solution, pick_types_forward
from leadfield.api.forward.forward import read_forward_solution
from leadfield.api.inverse.inverse_operator import (
    compute_rank_inverse,
    make_inverse_operator,
    read_inverse_operator,
    write_inverse_operator,
)
from leadfield.api.inverse.priors import compute_depth_prior, compute_orient_prior
from leadfield.api.recording.info import Info, read_info

mne = pytest.importorskip("mne")

DOUBLE = 1e-8  # of the largest value
# MNE-Python rounds fixed lead fields to single precision; the kernel magnifies that.
ROUNDED = 1e-5
STORED = 1e-6  # files hold single precision
LAMBDA2 = 1 / 9


def difference(ours, theirs):
    return np.abs(ours - theirs).max() / np.abs(theirs).max()


def kernel(inv, lambda2=LAMBDA2):
    """R^½ V Γ U W of our operator."""
    model = inv.value
    s = model.singular_values
    left = model.leads * np.sqrt(model.source_variances)[:, None]
    return left @ ((s / (s**2 + lambda2))[:, None] * (model.fields @ model.whitener.matrix))


def mne_kernel(inv, lambda2=LAMBDA2):
    """The same of MNE-Python's."""
    inv = mne.minimum_norm.prepare_inverse_operator(inv, 1, lambda2, "MNE", verbose=False)
    left = inv["eigen_leads"]["data"] * np.sqrt(inv["source_cov"]["data"])[:, None]
    right = inv["eigen_fields"]["data"] @ (inv["whitener"] @ inv["proj"])
    return left @ (inv["reginv"][:, None] * right)


def assert_same(ours, theirs, *, tolerance=DOUBLE):
    n = len(ours["sing"])
    assert ours.ch_names == theirs["noise_cov"]["names"]
    assert compute_rank_inverse(ours) == mne.minimum_norm.inverse.compute_rank_inverse(theirs)
    for key in ("nsource", "source_ori", "coord_frame", "methods", "units", "nave"):
        assert ours[key] == theirs[key], key
    assert difference(ours["sing"], theirs["sing"][:n]) <= tolerance
    for key in ("source_cov", "depth_prior", "orient_prior"):
        if theirs[key] is None:
            assert ours[key] is None
        else:
            assert difference(ours[key]["data"], theirs[key]["data"]) <= tolerance
    np.testing.assert_allclose(ours["source_nn"], theirs["source_nn"], rtol=0, atol=1e-6)
    assert difference(kernel(ours), mne_kernel(theirs)) <= tolerance


def doubled(forward):
    """MNE-Python's forward model in double precision: it would work out depths in single."""
    forward = forward.copy()
    forward["_orig_sol"] = forward["_orig_sol"].astype(float)
    forward["sol"]["data"] = forward["sol"]["data"].astype(float)
    return forward


class Both:
    """Info, forward model and noise covariance for us and for MNE-Python."""

    def __init__(self, info, forward, noise):
        self.ours = read_info(info), read_forward_solution(forward), read_cov(noise)
        theirs = mne.read_forward_solution(forward, verbose=False)
        info = mne.io.read_info(info, verbose=False)
        self.theirs = info, doubled(theirs), mne.read_cov(noise, verbose=False)

    def make(self, **options):
        return make_inverse_operator(*self.ours, **options), mne.minimum_norm.make_inverse_operator(
            *self.theirs, **options
        )


@pytest.fixture(scope="module")
def noise(shared, tmp_path_factory):
    """The real noise, regularised: eigenvalues of 14 orders leave nothing to compare."""
    info = mne.io.read_info(shared / "test-ave.fif.gz", verbose=False)
    cov = mne.read_cov(shared / "sample_audvis-cov.fif", verbose=False)
    path = tmp_path_factory.mktemp("noise") / "regularised-cov.fif"
    mne.cov.regularize(cov, info, rank=None, verbose=False).save(path)
    return path


@pytest.fixture(scope="module")
def cortex(shared, noise):
    return Both(shared / "test-ave.fif.gz", shared / "real_meg-oct-4-fwd.fif", noise)


@pytest.fixture(params=["surface", "volume", "discrete", "mixed"])
def made(request, shared, noise, made_forwards):
    return Both(shared / "test-ave.fif.gz", made_forwards[request.param], noise)


@pytest.mark.parametrize("depth", [None, 0.8])
@pytest.mark.parametrize("loose", [0.2, 1.0])
def test_loose_and_free_operators_are_mnes(cortex, loose, depth):
    assert_same(*cortex.make(loose=loose, depth=depth))


@pytest.mark.parametrize("loose", [0.2, 1.0])
def test_a_prior_is_as_if_fields_were_larger(cortex, loose):
    """MNE-Python's operator of fields times the root of the variances, and as much in the map."""
    info, forward, noise = cortex.theirs
    variances = np.random.default_rng(5).uniform(0.1, 1, forward["nsource"])
    ours = make_inverse_operator(*cortex.ours, loose=loose, depth=None, source_cov=variances)
    larger, root = forward.copy(), np.repeat(np.sqrt(variances), 3)
    larger["_orig_sol"] = forward["_orig_sol"] * root
    larger["sol"]["data"] = forward["sol"]["data"] * root
    theirs = mne.minimum_norm.make_inverse_operator(info, larger, noise, loose=loose, depth=None)
    assert difference(kernel(ours), root[:, None] * mne_kernel(theirs)) <= 1e-8


@pytest.mark.parametrize("depth", [None, 0.8])
def test_fixed_operators_are_mnes_but_for_its_rounding(cortex, depth):
    assert_same(*cortex.make(loose=0.0, depth=depth), tolerance=ROUNDED)


def test_the_real_noise_gives_mnes_operator(shared):
    # Not 1e-8: both round in a whitener whose noise spans six orders of magnitude.
    noise = shared / "sample_audvis-cov.fif"
    both = Both(shared / "test-ave.fif.gz", shared / "real_meg-oct-4-fwd.fif", noise)
    assert_same(*both.make(), tolerance=1e-7)


def test_a_fixed_operator_is_mnes_where_mne_is_not_made_to_round(cortex):
    info, forward, noise = cortex.theirs
    ours = make_inverse_operator(*cortex.ours, fixed=True, depth=None)
    forward = mne.convert_forward_solution(forward, force_fixed=True)
    exact = convert_forward_solution(cortex.ours[1], force_fixed=True)
    forward["sol"]["data"] = np.array(exact["sol"]["data"])
    theirs = mne.minimum_norm.make_inverse_operator(info, forward, noise, fixed=True, depth=None)
    assert_same(ours, theirs)


@pytest.mark.parametrize(
    "depth",
    [
        {"exp": 0.5, "limit": 3.0},
        {"limit_depth_chs": False},
        {"limit_depth_chs": "whiten", "limit": None, "combine_xyz": "fro"},
        {"exp": 0.0},
    ],
)
def test_depth_weighting_has_mnes_options(cortex, depth):
    assert_same(*cortex.make(depth=depth, loose=0.4))


def test_fixed_depth_can_be_that_of_the_normals_as_in_mne(cortex):
    assert_same(*cortex.make(depth={"allow_fixed_depth": True}, fixed=True), tolerance=ROUNDED)


@pytest.mark.parametrize("rank", ["info", {"meg": 250}])
def test_ranks_are_mnes(cortex, rank):
    assert_same(*cortex.make(rank=rank))


def test_vertex_normals_are_used_where_patches_are_not_wanted_as_in_mne(cortex):
    assert_same(*cortex.make(use_cps=False))


def test_a_model_turned_before_gives_mnes_operator(cortex):
    info, forward, noise = cortex.ours
    ours = make_inverse_operator(info, convert_forward_solution(forward, surf_ori=True), noise)
    assert_same(ours, cortex.make()[1])


@pytest.mark.parametrize("options", [{"eeg": True}, {"meg": True}, {"meg": True, "eeg": True}])
def test_meg_eeg_and_both_give_mnes_operators(made, options):
    info, forward, noise = made.ours
    ours = make_inverse_operator(info, pick_types_forward(forward, **options), noise)
    info, forward, noise = made.theirs
    forward = mne.pick_types_forward(forward, **options)
    theirs = mne.minimum_norm.make_inverse_operator(info, forward, noise)
    assert_same(ours, theirs)


def test_each_kind_of_source_has_its_own_looseness_as_in_mne(made_forwards, shared, noise):
    both = Both(shared / "test-ave.fif.gz", made_forwards["mixed"], noise)
    assert_same(*both.make(loose={"surface": 0.3, "volume": 1.0}))


def test_dipoles_can_be_fixed_as_in_mne(made_forwards, shared, noise):
    both = Both(shared / "test-ave.fif.gz", made_forwards["discrete"], noise)
    assert_same(*both.make(fixed=True), tolerance=ROUNDED)


def test_bads_of_either_side_are_left_out_as_in_mne(cortex):
    (info, forward, noise), theirs = cortex.ours, cortex.theirs
    info, noise = info.copy(), noise.copy()
    their_info, their_noise = theirs[0].copy(), theirs[2].copy()
    for one in (info, their_info):
        one["bads"] = ["MEG 0113", "EEG 053"]
    for one in (noise, their_noise):
        one["bads"] = ["MEG 0122"]
    ours = make_inverse_operator(info, forward, noise)
    assert {"MEG 0113", "MEG 0122"} & set(ours.ch_names) == set()
    assert_same(ours, mne.minimum_norm.make_inverse_operator(their_info, theirs[1], their_noise))


@pytest.mark.parametrize(
    "options",
    [
        {"limit_depth_chs": True},
        {"limit_depth_chs": False, "exp": 2.0},
        {"limit_depth_chs": True, "limit": None, "combine_xyz": "fro"},
        {"limit_depth_chs": "whiten"},
    ],
)
def test_depth_priors_are_mnes(cortex, options):
    info, forward, noise = cortex.ours
    their_info, their_forward, their_noise = cortex.theirs
    whiten = options["limit_depth_chs"] == "whiten"
    names = [name for name in forward.ch_names if name not in info["bads"]]
    forward = forward.copy().pick_channels(names, ordered=True)
    their_forward = mne.pick_channels_forward(their_forward, names, ordered=True)
    ours = compute_depth_prior(
        forward, pick_info(info, names), noise_cov=noise if whiten else None, **options
    )
    theirs = mne.forward.compute_depth_prior(
        their_forward,
        mne.pick_info(their_info, mne.pick_channels(their_info["ch_names"], names, ordered=True)),
        noise_cov=their_noise if whiten else None,
        **options,
    )
    assert difference(ours, theirs) <= DOUBLE


def pick_info(info, names):
    return Info(info.value.pick(info.value.channels.indices(names)))


@pytest.mark.parametrize("loose", [0.0, 0.3, 1.0])
def test_orientation_priors_are_mnes(cortex, loose):
    ours = convert_forward_solution(cortex.ours[1], surf_ori=True)
    theirs = mne.convert_forward_solution(cortex.theirs[1], surf_ori=True)
    np.testing.assert_array_equal(
        compute_orient_prior(ours, loose), mne.forward.compute_orient_prior(theirs, loose)
    )


@pytest.mark.parametrize(("loose", "depth"), [(0.2, 0.8), (0.0, None), (1.0, 0.8)])
def test_mne_reads_what_we_write(tmp_path, cortex, loose, depth):
    ours, _ = cortex.make(loose=loose, depth=depth)
    path = tmp_path / "a-inv.fif.gz"
    write_inverse_operator(path, ours)
    theirs = mne.minimum_norm.read_inverse_operator(path)
    assert_same(ours, theirs, tolerance=STORED)
    assert_same(read_inverse_operator(path), theirs, tolerance=DOUBLE)
    # and writes it again
    mne.minimum_norm.write_inverse_operator(tmp_path / "b-inv.fif", theirs)


@pytest.mark.parametrize(("loose", "depth"), [(0.2, 0.8), (0.0, None), (1.0, None)])
def test_we_read_what_mne_writes(tmp_path, cortex, loose, depth):
    _, theirs = cortex.make(loose=loose, depth=depth)
    path = tmp_path / "a-inv.fif"
    mne.minimum_norm.write_inverse_operator(path, theirs)
    ours = read_inverse_operator(path)
    assert_same(ours, mne.minimum_norm.read_inverse_operator(path), tolerance=DOUBLE)
    assert [p["desc"] for p in ours["projs"]] == [p["desc"] for p in theirs["projs"]]


def test_every_kind_of_source_is_kept_in_files(tmp_path, made):
    ours, _ = made.make()
    path = tmp_path / "a-inv.fif"
    write_inverse_operator(path, ours)
    theirs = mne.minimum_norm.read_inverse_operator(path)
    assert_same(ours, theirs, tolerance=STORED)
    assert [s["type"] for s in ours["src"]] == [s["type"] for s in theirs["src"]]
    for mine, other in zip(read_inverse_operator(path)["src"], theirs["src"], strict=True):
        np.testing.assert_array_equal(mine["rr"], other["rr"])
