import numpy as np
import pytest

from leadfield.api.estimates.source_estimate import SourceEstimate
from leadfield.api.estimates.volume_estimate import VolSourceEstimate
from leadfield.api.labels.label import Label
from leadfield.api.trust.point_spread import get_cross_talk, get_point_spread
from leadfield.api.trust.resolution import (
    leakage,
    make_inverse_resolution_matrix,
    resolution,
    resolution_metrics,
)
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError, OutOfRangeError
from leadfield.trust.resolution_metrics import METRICS


@pytest.mark.parametrize("function", ["psf", "ctf"])
@pytest.mark.parametrize("method", ["MNE", "dSPM", "sLORETA", "eLORETA"])
def test_maps_are_those_of_the_matrix(little, method, function):
    case = little("fixed")
    matrix = make_inverse_resolution_matrix(case.forward, case.model, method, 0.2)
    maps = resolution(case.model, case.forward, method, 0.2, function, list(METRICS))
    assert list(maps) == list(METRICS)
    for name, stc in maps.items():
        want = resolution_metrics(matrix, case.model.sources, function, name)
        np.testing.assert_allclose(stc.data, want.data, rtol=1e-12, atol=1e-12)


def test_both_functions_come_as_two_dicts(little):
    case = little("fixed")
    both = resolution(case.model, case.forward, function="both", metrics="peak_err")
    assert list(both) == ["psf", "ctf"]
    for function, maps in both.items():
        alone = resolution(case.model, case.forward, function=function, metrics="peak_err")
        np.testing.assert_array_equal(maps["peak_err"].data, alone["peak_err"].data)


def test_a_map_is_an_estimate_of_one_sample_that_says_what_it_shows(little):
    case = little("loose")
    stc = resolution(case.model, case.forward, metrics="sd_ext")["sd_ext"]
    assert isinstance(stc, SourceEstimate)
    assert stc.shape == (case.model.sources.n_sources, 1)
    assert stc.subject == "ann"
    assert stc._axes.quantity == "Spatial deviation (cm)"


def test_a_volume_has_maps_in_the_volume(little):
    case = little("volume")
    stc = resolution(case.model, case.forward, metrics="peak_err")["peak_err"]
    assert isinstance(stc, VolSourceEstimate)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"metrics": "blur"}, "metric must be one of"),
        ({"function": "otf"}, "function must be one of 'psf', 'ctf', 'both'"),
        ({"method": "dspm"}, "method must be one of"),
        ({"pick_ori": "vector"}, "pick_ori must be one of None, 'normal'"),
        ({"lambda2": -1}, "lambda2 must be at least 0"),
        ({"lambda2": "auto"}, "lambda2='auto'"),
    ],
)
def test_options_are_checked(little, options, message):
    case = little("loose")
    with pytest.raises(InputError, match=message):
        resolution(case.model, case.forward, **options)


def test_options_of_elorets_iteration_are_taken(little):
    case = little("loose")
    options = {"max_iter": 1}
    with pytest.warns(RuntimeWarning, match="did not converge in 1 steps"):
        resolution(case.model, case.forward, "eLORETA", method_params=options)


def test_operator_and_forward_model_in_the_wrong_order_are_told_apart(little):
    case = little("fixed")
    with pytest.raises(ArgumentTypeError, match="inverse_operator must be an InverseOperator"):
        resolution(case.forward, case.model)


def label(vertices, hemi, name):
    return Label(vertices, hemi=hemi, name=name)


def test_leakage_is_a_table_with_the_names_of_its_labels(little):
    pytest.importorskip("pandas")
    case = little("loose")
    table = leakage(
        case.model, case.forward, [label([1, 3, 5], "lh", "a"), label([1, 3], "rh", "b")], "MNE"
    )
    frame = table.to_data_frame()
    assert list(frame.index) == list(frame.columns) == ["a", "b"]
    np.testing.assert_array_equal(frame.to_numpy(), table.data)
    assert table.worst("b") == ("a", table.data[0, 1])
    assert "2 labels, median" in repr(table)


def test_activity_is_independent_or_coherent(little):
    case = little("fixed")
    labels = [label([1, 3, 5], "lh", "a"), label([1, 3], "rh", "b")]
    apart, together = (
        leakage(case.model, case.forward, labels, activity=activity).data
        for activity in ("independent", "coherent")
    )
    assert np.abs(apart - together).max() > 0.01
    with pytest.raises(InputError, match="activity must be one of 'independent', 'coherent'"):
        leakage(case.model, case.forward, labels, activity="alone")


def test_a_label_that_is_not_in_the_table_is_named(little):
    case = little("fixed")
    table = leakage(case.model, case.forward, [label([1, 3, 5], "lh", "a")])
    with pytest.raises(InputError, match="name must be one of 'a', got 'b'"):
        table.worst("b")


@pytest.fixture
def tall():
    """A matrix of nine sources with three components in rows and columns."""
    return np.random.default_rng(0).standard_normal((27, 27))


def test_a_point_spread_is_a_column_and_a_cross_talk_a_row(little):
    case = little("fixed")
    matrix = make_inverse_resolution_matrix(case.forward, case.model)
    np.testing.assert_array_equal(
        get_point_spread(matrix, case.model, [4, 2]).data, matrix[:, [4, 2]]
    )
    np.testing.assert_array_equal(get_cross_talk(matrix, case.model, [4, 2]).data, matrix[[4, 2]].T)


def test_lists_and_labels_give_an_estimate_each(little):
    case = little("fixed")
    matrix = make_inverse_resolution_matrix(case.forward, case.model)
    by_number = get_point_spread(matrix, case.model, [[0, 2], [4]])
    by_label = get_point_spread(
        matrix, case.model, [label([1, 5], "lh", "a"), label([1], "rh", "b")]
    )
    for one, other in zip(by_number, by_label, strict=True):
        np.testing.assert_array_equal(one.data, other.data)


def test_one_component_a_source_becomes_a_moment_along_the_normal(little):
    case = little("fixed")
    matrix = make_inverse_resolution_matrix(case.forward, case.model)
    stc = get_point_spread(matrix, case.model, [0], vector=True)
    want = matrix[:, 0, None] * case.model.orientations
    np.testing.assert_allclose(stc.data[..., 0], want, rtol=1e-14)


def test_moments_on_a_cortex_need_directions(little, tall):
    case = little("free")
    with pytest.raises(ArgumentTypeError, match="pass the inverse operator or the forward model"):
        get_point_spread(tall, case.model.sources, [0], vector=True)


def test_moments_need_directions_of_as_many_components(little):
    case, other = little("fixed"), little("free")
    matrix = make_inverse_resolution_matrix(case.forward, case.model)
    with pytest.raises(MismatchError, match="a direction for each of 9 rows"):
        get_point_spread(matrix, other.model, [0], vector=True)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"mode": "median"}, "mode must be one of"),
        ({"mode": "mean", "n_comp": 2}, "n_comp must be 1 for mode='mean', got 2"),
        ({"mode": "max", "return_pca_vars": True}, "return_pca_vars needs mode='svd'"),
        ({"norm": "l2"}, "norm must be one of"),
    ],
)
def test_options_of_functions_are_checked(little, tall, options, message):
    with pytest.raises(InputError, match=message):
        get_point_spread(tall, little("free").model, [0, 1], **options)


@pytest.mark.parametrize("idx", ["lh", [], [[]], [0.5], 3, [["a"]]])
def test_what_is_no_list_of_sources_is_refused(little, tall, idx):
    with pytest.raises(ArgumentTypeError, match="idx must"):
        get_point_spread(tall, little("free").model, idx)


def test_a_source_beyond_the_last_is_refused(little, tall):
    with pytest.raises(OutOfRangeError, match="idx must be below 9"):
        get_cross_talk(tall, little("free").model, [9])
