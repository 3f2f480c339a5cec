"""Inverse operators as users hold them."""

import numpy as np
import pytest

from leadfield.api.covariance.covariance import covariance_of
from leadfield.api.estimates.source_estimate import SourceEstimate
from leadfield.api.forward.forward import Forward
from leadfield.api.inverse.inverse_operator import (
    InverseOperator,
    as_inverse,
    compute_rank_inverse,
    make_inverse_operator,
    read_inverse_operator,
    write_inverse_operator,
)
from leadfield.api.inverse.prepare import prepare_inverse_operator
from leadfield.api.inverse.priors import compute_depth_prior, compute_orient_prior, depth_weighting
from leadfield.api.labels.label import Label
from leadfield.api.recording.info import Info
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError, OverwriteError
from leadfield.inverse.depth_prior import DepthWeighting


@pytest.fixture
def parts(problem):
    forward = Forward(problem.forwards["surface"])
    return Info(problem.info), forward, covariance_of(problem.noise)


@pytest.fixture
def inv(parts):
    return make_inverse_operator(*parts)


def test_its_keys_are_those_of_the_field(inv):
    k = len(inv["sing"])
    assert k == compute_rank_inverse(inv) == 32
    assert inv["eigen_fields"]["data"].shape == (k, k)
    assert inv["eigen_leads"]["data"].shape == (60, k)
    assert (inv["nsource"], inv["nchan"], inv["nave"]) == (20, 34, 1.0)
    assert (inv["source_ori"], inv["methods"], inv["units"]) == (2, 3, "Am")
    assert inv["source_cov"]["data"].shape == inv["depth_prior"]["data"].shape == (60,)
    assert inv["orient_prior"]["data"].min() == 0.2
    assert inv["noise_cov"].ch_names == inv.ch_names == inv.info["ch_names"]
    assert [p["desc"] for p in inv["projs"]] == ["PCA", "Average EEG reference"]
    assert len(inv["src"]) == 2
    assert set(dict(inv)) >= {"coord_frame", "source_nn", "mri_head_t", "eigen_leads_weighted"}


def test_an_unknown_key_is_told_of_the_known_ones(inv):
    with pytest.raises(KeyError, match=r"'sing'.*got 'kernel'"):
        inv["kernel"]


def test_the_info_can_be_that_of_an_object(parts):
    class Recording:
        info = parts[0]

    inv = make_inverse_operator(Recording(), *parts[1:])
    assert inv.ch_names == parts[0].ch_names


def test_bads_marked_in_its_info_are_kept(inv):
    inv["info"]["bads"] = [inv.ch_names[0]]
    assert inv.copy().value.info.bads == (inv.ch_names[0],)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"loose": 0.2}, "loose 0.2"),
        ({"loose": 1.0}, "free"),
        ({"fixed": True}, "fixed"),
    ],
)
def test_it_says_what_it_holds(parts, options, words):
    inv = make_inverse_operator(*parts, **options)
    start = "<InverseOperator | 24 MEG and 10 EEG channels, surface with 20 sources, "
    assert repr(inv) == f"{start}{words}>"


def test_it_says_what_it_is_prepared_for(inv):
    prepared = prepare_inverse_operator(inv, 4, 0.5, "sLORETA")
    words = "loose 0.2, prepared for sLORETA with lambda2 = 0.5 and nave = 4>"
    assert repr(prepared).endswith(words)
    assert repr(prepared.copy()).endswith(words)
    assert repr(inv).endswith("loose 0.2>")


def test_a_prior_of_ones_own_can_be_numbers_a_map_or_labels(parts):
    forward = parts[1].value
    lh, rh = forward.sources.spaces
    variances = np.ones(20)
    variances[: lh.n_sources] = 4.0
    cortex = [np.arange(len(space.positions)) for space in (lh, rh)]
    map_ = SourceEstimate(
        np.r_[np.full(len(cortex[0]), 4.0), np.ones(len(cortex[1]))][:, None], cortex, 0.0, 1.0
    )
    left = Label(lh.vertices, hemi="lh", name="left", subject="someone")
    made = [
        make_inverse_operator(*parts, source_cov=one) for one in (variances, map_, [(left, 4.0)])
    ]
    for inv in made:
        np.testing.assert_array_equal(inv["fmri_prior"]["data"], np.repeat(variances, 3))
        np.testing.assert_array_equal(inv["source_cov"]["data"], made[0]["source_cov"]["data"])
    assert repr(made[0]).endswith("loose 0.2, own prior>")


def test_both_hemispheres_of_a_label_count(parts):
    lh, rh = parts[1].value.sources.spaces
    both = Label(lh.vertices, hemi="lh") + Label(rh.vertices[:1], hemi="rh")
    inv = make_inverse_operator(*parts, source_cov=[(both, 3.0)])
    want = [3.0] * (lh.n_sources + 1) + [1.0] * (rh.n_sources - 1)
    np.testing.assert_array_equal(inv["fmri_prior"]["data"][::3], want)


def test_a_prior_that_does_not_fit_is_refused_with_words(parts):
    lh, rh = parts[1].value.sources.spaces
    left = Label(lh.vertices, hemi="lh", name="left")
    nowhere = np.setdiff1d(np.arange(len(lh.positions)), lh.vertices)[:1]
    some = SourceEstimate(np.ones((2, 1)), [lh.vertices[:1], rh.vertices[:1]], 0.0, 1.0)
    many = SourceEstimate(np.ones((20, 2)), [lh.vertices, rh.vertices], 0.0, 1.0)
    for source_cov, error, words in (
        (
            "fmri",
            ArgumentTypeError,
            r"list of \(label, variance\), got str",
        ),
        ([(left, 2.0), 1.0], ArgumentTypeError, "got float in the list"),
        ([(left, 2.0), (left, 3.0)], MismatchError, "must not overlap, left has sources"),
        ([(left, -1.0)], InputError, "variances of source_cov must be above 0, got -1"),
        ([(Label(nowhere, hemi="lh", name="gap"), 2.0)], MismatchError, "gap has none"),
        (some, MismatchError, r"lacks \d+ of \d+ in lh"),
        (many, InputError, r"the shape \(20, 2\): crop it"),
        (np.ones(3), MismatchError, "20 variances, one a source"),
    ):
        with pytest.raises(error, match=words):
            make_inverse_operator(*parts, source_cov=source_cov)


def test_saving_asks_before_it_replaces(inv, tmp_path):
    path = str(tmp_path / "a-inv.fif")
    inv.save(path)
    with pytest.raises(OverwriteError, match="overwrite=True"):
        write_inverse_operator(path, inv)
    again = read_inverse_operator(path, verbose="error")
    assert isinstance(again, InverseOperator)
    np.testing.assert_allclose(again["sing"], inv["sing"], rtol=1e-6)


@pytest.mark.parametrize(
    ("depth", "expected"),
    [
        (None, None),
        ({"exp": None}, None),
        (0.5, DepthWeighting(exp=0.5)),
        ({"limit": None}, DepthWeighting(limit=None)),
        ({"limit_depth_chs": False}, DepthWeighting(limit_depth_chs=False)),
        (
            {"limit_depth_chs": "whiten", "combine_xyz": "fro", "allow_fixed_depth": True},
            DepthWeighting(limit_depth_chs="whiten", combine_xyz="fro", allow_fixed_depth=True),
        ),
    ],
)
def test_depth_is_said_in_the_fields_words(depth, expected):
    assert depth_weighting(depth) == expected


@pytest.mark.parametrize(
    ("depth", "words"),
    [
        ({"exponent": 1}, "depth may hold 'exp', .* got 'exponent'"),
        ({"limit_depth_chs": "grad"}, "one of True, False, 'whiten', got 'grad'"),
        ({"limit_depth_chs": 1}, "one of True, False, 'whiten', got 1"),
        ({"allow_fixed_depth": "no"}, "one of True, False, got 'no'"),
    ],
)
def test_other_words_for_depth_are_refused(depth, words):
    with pytest.raises(InputError, match=words):
        depth_weighting(depth)


def test_priors_have_a_value_a_column(parts):
    info, forward, noise = parts
    whitened = compute_depth_prior(forward, info, limit_depth_chs="whiten", noise_cov=noise)
    assert whitened.shape == (60,)
    np.testing.assert_array_equal(compute_orient_prior(forward, 1.0), np.ones(60))


def test_priors_need_the_models_channels(parts):
    info, forward, _ = parts
    forward.pick_channels(forward.ch_names[:5])
    with pytest.raises(MismatchError, match="the 5 channels of the forward model"):
        compute_depth_prior(forward, info)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_arguments_of_another_kind_are_named(parts, place):
    wrong = list(parts)
    wrong[place] = 3
    with pytest.raises(ArgumentTypeError, match="int"):
        make_inverse_operator(*wrong)


def test_other_things_are_no_inverse_operators():
    with pytest.raises(ArgumentTypeError, match="must be an InverseOperator, got dict"):
        as_inverse({})
