import numpy as np
import pytest

from leadfield.base.errors import InputError
from leadfield.inverse.kernel import prepare_kernel
from leadfield.trust import resolution_metrics, resolution_pieces
from leadfield.trust.resolution import resolution_factors
from leadfield.trust.resolution_metrics import (
    FUNCTIONS,
    METRICS,
    check_metrics,
    metrics_of_factors,
    metrics_of_matrix,
)

METHODS = ("MNE", "dSPM", "sLORETA", "eLORETA")


def by_the_book(line, place, positions, threshold=0.5):
    """Metrics of one function that do not compare it with others, in cm."""
    gaps = 100 * np.linalg.norm(positions - place, axis=1)
    centre = (line[:, None] * positions).sum(axis=0) / line.sum()
    return {
        "peak_err": gaps[line.argmax()],
        "cog_err": 100 * np.linalg.norm(centre - place),
        "sd_ext": np.sqrt((gaps**2 * line**2).sum() / (line**2).sum()),
        "maxrad_ext": gaps[line > threshold * line.max()].max(),
        "peak_amp": line.max(),
        "sum_amp": line.sum(),
    }


def expected(values, positions, function, threshold=0.5):
    lines = values.T if function == "psf" else values
    rows = [by_the_book(*pair, positions, threshold) for pair in zip(lines, positions, strict=True)]
    table = {name: np.array([row[name] for row in rows]) for name in METRICS}
    for name in ("peak_amp", "sum_amp"):
        table[name] /= table[name].max()
    return table


@pytest.mark.parametrize("function", ["psf", "ctf"])
@pytest.mark.parametrize("method", METHODS)
def test_metrics_without_the_matrix_are_those_of_the_matrix(
    little, dense, constraint, method, function
):
    case = little(constraint)
    places = case.model.sources.positions
    kernel = prepare_kernel(case.model, nave=1, lambda2=0.2, method=method)
    factors = resolution_factors(kernel, case.forward)
    found = metrics_of_factors(factors, places, METRICS, functions=[function])[function]
    for name, want in expected(dense(case, method), places, function).items():
        np.testing.assert_allclose(found[name], want, rtol=0, atol=1e-12 * want.max(), err_msg=name)


@pytest.mark.parametrize("constraint", ["fixed", "loose"])
def test_tiles_make_no_difference(little, monkeypatch, constraint):
    case = little(constraint)
    places = case.model.sources.positions
    kernel = prepare_kernel(case.model, nave=1, lambda2=0.2, method="dSPM")
    factors = resolution_factors(kernel, case.forward)
    whole = metrics_of_factors(factors, places, METRICS, functions=FUNCTIONS, threshold=0.3)
    monkeypatch.setattr(resolution_pieces, "BLOCK", 4)
    tiled = metrics_of_factors(factors, places, METRICS, functions=FUNCTIONS, threshold=0.3)
    for function in FUNCTIONS:
        for name, values in whole[function].items():
            np.testing.assert_allclose(
                tiled[function][name], values, rtol=1e-12, atol=1e-14, err_msg=name
            )


def test_both_functions_at_once_are_those_of_each_alone(little, constraint):
    case = little(constraint)
    places = case.model.sources.positions
    kernel = prepare_kernel(case.model, nave=1, lambda2=0.2, method="sLORETA")
    factors = resolution_factors(kernel, case.forward)
    both = metrics_of_factors(factors, places, METRICS, functions=FUNCTIONS)
    assert tuple(both) == FUNCTIONS
    for function in FUNCTIONS:
        alone = metrics_of_factors(factors, places, METRICS, functions=[function])[function]
        for name, values in alone.items():
            np.testing.assert_allclose(both[function][name], values, rtol=1e-14, err_msg=name)


@pytest.mark.parametrize("function", ["psf", "ctf"])
def test_metrics_of_a_matrix_are_by_the_book(function):
    rng = np.random.default_rng(0)
    matrix, places = rng.standard_normal((7, 7)), rng.random((7, 3))
    found = metrics_of_matrix(matrix, places, METRICS, function=function, threshold=0.4)
    for name, want in expected(np.abs(matrix), places, function, 0.4).items():
        np.testing.assert_allclose(found[name], want, rtol=1e-12, err_msg=name)


@pytest.mark.parametrize(("p", "q"), [(3, 1), (1, 3), (3, 3)])
def test_components_of_a_matrix_are_taken_by_length(p, q):
    rng = np.random.default_rng(1)
    matrix, places = rng.standard_normal((5 * p, 5 * q)), rng.random((5, 3))
    lengths = np.sqrt((matrix.reshape(5, p, 5, q) ** 2).sum(axis=(1, 3)))
    found = metrics_of_matrix(matrix, places, METRICS, function="psf")
    for name, want in expected(lengths, places, "psf").items():
        np.testing.assert_allclose(found[name], want, rtol=1e-12, err_msg=name)


@pytest.mark.parametrize("block", [384, 1])
def test_the_first_of_equal_peaks_counts(monkeypatch, block):
    monkeypatch.setattr(resolution_pieces, "BLOCK", block)
    places = np.eye(3)
    found = metrics_of_matrix(np.ones((3, 3)), places, ["peak_err"], function="psf")
    np.testing.assert_allclose(found["peak_err"], [0, 100 * 2**0.5, 100 * 2**0.5])


def test_a_perfect_map_has_no_errors():
    places = np.random.default_rng(2).random((60, 3))
    found = metrics_of_matrix(np.eye(60), places, METRICS, function="ctf")
    for name in ("peak_err", "cog_err", "sd_ext", "maxrad_ext"):
        np.testing.assert_allclose(found[name], 0, atol=1e-12, err_msg=name)
    np.testing.assert_array_equal(found["peak_amp"], 1)


def test_where_nothing_arrives_centre_and_deviation_are_nan():
    matrix, places = np.eye(4), np.random.default_rng(3).random((4, 3))
    matrix[:, 1] = 0
    found = metrics_of_matrix(matrix, places, ["cog_err", "sd_ext"], function="psf")
    for values in found.values():
        np.testing.assert_array_equal(np.isnan(values), [False, True, False, False])


def test_the_deviation_alone_needs_no_pass_over_the_matrix(little, monkeypatch):
    case = little("fixed")
    kernel = prepare_kernel(case.model, nave=1, lambda2=0.2, method="dSPM")
    factors = resolution_factors(kernel, case.forward)
    monkeypatch.setattr(resolution_metrics, "add_up", None)
    places = case.model.sources.positions
    found = metrics_of_factors(factors, places, ["sd_ext"], functions=["psf"])
    assert found["psf"]["sd_ext"].shape == (9,)


@pytest.mark.parametrize(
    ("metrics", "message"),
    [
        ("peak", "metric must be one of"),
        (["sd_ext", "sd_ext"], "each once"),
        ([], "at least one"),
    ],
)
def test_metrics_are_names_each_once(metrics, message):
    with pytest.raises(InputError, match=message):
        check_metrics(metrics)


def test_a_threshold_is_a_share():
    with pytest.raises(InputError, match="threshold must be at least 0 and at most 1"):
        metrics_of_matrix(np.eye(2), np.eye(2, 3), ["maxrad_ext"], function="psf", threshold=50)
