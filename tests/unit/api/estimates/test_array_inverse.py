"""Inverse operators on arrays of other libraries: the same numbers, arrays of their own."""

from types import SimpleNamespace

import numpy as np
import pytest

from leadfield.api.covariance.covariance import Covariance
from leadfield.api.epochs.evoked_array import EvokedArray
from leadfield.api.estimates.apply import apply_inverse
from leadfield.api.estimates.apply_cov import apply_inverse_cov
from leadfield.api.estimates.array_inverse import make_array_inverse
from leadfield.api.inverse.inverse_operator import InverseOperator
from leadfield.api.recording.info import Info
from leadfield.base.errors import ArgumentTypeError, DataError, MismatchError

LIBRARIES = {
    "numpy": lambda library, x: library.array(x),
    "array_api_strict": lambda library, x: library.asarray(x),
    "torch": lambda library, x: library.tensor(x),
}
CHOICES = [(None, "dSPM"), ("normal", "sLORETA"), ("vector", "dSPM"), (None, "eLORETA")]


@pytest.fixture(params=LIBRARIES)
def convert(request):
    """Function that makes an array of the library, if it is there."""
    library = pytest.importorskip(request.param)
    if request.param == "torch":
        pytest.importorskip("array_api_compat")
    return lambda x: LIBRARIES[request.param](library, x)


@pytest.fixture(scope="module")
def parts(little_inverse):
    """Operator, response, covariance and labels that fit."""
    made = little_inverse(loose=0.3, projected=True)
    info = Info(made.info)
    data = made.rng.standard_normal((9, 20))
    vertices = {"lh": np.arange(4), "rh": np.arange(3, 8)}
    return SimpleNamespace(
        inv=InverseOperator(made.model),
        data=data,
        evoked=EvokedArray(data, info, nave=4),
        info=info,
        cov=Covariance(data @ data.T, info["ch_names"], [], [], 20),
        labels=[SimpleNamespace(hemi=h, vertices=v, name=h) for h, v in vertices.items()],
    )


@pytest.mark.parametrize(("orientation", "method"), CHOICES)
def test_values_are_those_of_an_estimate(parts, convert, orientation, method):
    there = convert(parts.data)
    inverse = make_array_inverse(parts.inv, there, 0.1, method, pick_ori=orientation, nave=4)
    values = inverse.apply(there)
    assert type(values) is type(there)
    stc = apply_inverse(parts.evoked, parts.inv, 0.1, method, pick_ori=orientation)
    np.testing.assert_allclose(np.asarray(values), stc.data, atol=1e-12 * abs(stc.data).max())
    assert inverse.ch_names == parts.info["ch_names"]
    assert all(np.array_equal(a, b) for a, b in zip(inverse.vertices, stc.vertices, strict=True))


def test_power_is_that_of_an_estimate(parts, convert):
    there = convert(parts.cov.data)
    power = make_array_inverse(parts.inv, there, 0.1).apply_cov(there)
    assert type(power) is type(there)
    stc = apply_inverse_cov(parts.cov, parts.info, parts.inv, lambda2=0.1)
    np.testing.assert_allclose(np.asarray(power), stc.data[:, 0], rtol=1e-10)


@pytest.mark.parametrize("orientation", [None, "normal", "vector"])
@pytest.mark.parametrize("mode", ["mean", "mean_flip"])
def test_label_courses_are_those_of_an_estimate(parts, convert, orientation, mode):
    if orientation == "vector" and mode == "mean_flip":
        pytest.skip("moments have no sign to flip")
    there = convert(parts.data)
    inverse = make_array_inverse(parts.inv, there, 0.1, pick_ori=orientation, nave=4)
    courses = inverse.extract_label_time_course(there, parts.labels, parts.inv["src"], mode)
    assert type(courses) is type(there)
    stc = apply_inverse(parts.evoked, parts.inv, 0.1, pick_ori=orientation)
    long = stc.extract_label_time_course(parts.labels, parts.inv["src"], mode)
    np.testing.assert_allclose(np.asarray(courses), long, atol=1e-12 * abs(long).max())


def test_single_precision_is_off_by_little(parts, convert):
    there = convert(parts.data.astype(np.float32))
    values = make_array_inverse(parts.inv, there, 0.1, nave=4).apply(there)
    assert values.dtype == there.dtype
    double = apply_inverse(parts.evoked, parts.inv, 0.1).data
    np.testing.assert_allclose(np.asarray(values), double, atol=1e-5 * double.max())


def test_complex_data_have_real_lengths(parts):
    data = parts.data + 1j * parts.data[:, ::-1]
    vectors, lengths = (
        make_array_inverse(parts.inv, parts.data, 0.1, pick_ori=pick_ori).apply(data)
        for pick_ori in ("vector", None)
    )
    assert lengths.dtype == np.float64
    np.testing.assert_allclose(lengths, np.linalg.norm(vectors, axis=1), rtol=1e-10)


def test_data_must_fit(parts):
    inverse = make_array_inverse(parts.inv, parts.data)
    with pytest.raises(ArgumentTypeError, match=r"data must be a ndarray .* got list"):
        inverse.apply(parts.data.tolist())
    with pytest.raises(MismatchError, match=r"with the 9 channels in ch_names, got \(8, 20\)"):
        inverse.apply(parts.data[:8])
    with pytest.raises(MismatchError, match=r"cov must be square, got shape \(9, 20\)"):
        inverse.apply_cov(parts.data)
    with pytest.raises(DataError, match="data must be finite"):
        inverse.apply(parts.data * np.nan)


def test_an_operator_is_for_real_numbers(parts):
    with pytest.raises(ArgumentTypeError, match="like must be an array of real numbers, got int64"):
        make_array_inverse(parts.inv, np.arange(3))


def test_it_says_what_it_is(parts):
    inverse = make_array_inverse(parts.inv, parts.data)
    assert repr(inverse) == "<ArrayInverse | 9 channels, 9 sources, numpy.ndarray>"
