"""Kernels on arrays of other libraries: the same numbers, and they stay what they are."""

import sys

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, MissingPackageError
from leadfield.estimates.apply import apply_kernel, compute_power
from leadfield.estimates.imaging_kernel import ImagingKernel
from leadfield.estimates.label_time_courses import plan_labels
from leadfield.estimates.minimum_norm import make_imaging_kernel
from leadfield.estimates.source_courses import SourceAxes
from leadfield.inverse.kernel import prepare_kernel
from leadfield.labels.label import CorticalLabel
from leadfield.numerics.namespace import namespace_of

CHOICES = [
    (method, loose, orientation)
    for method in ("dSPM", "eLORETA")
    for loose, orientations in ((0.0, [None, "vector"]), (0.3, [None, "normal", "vector"]))
    for orientation in orientations
]
LIBRARIES = {
    "array_api_strict": lambda library, x: library.asarray(x),
    "torch": lambda library, x: library.tensor(np.array(x)),
}


@pytest.fixture(params=LIBRARIES)
def convert(request):
    """Function that turns a NumPy array into one of the library, if it is there."""
    library = pytest.importorskip(request.param)
    if request.param == "torch":
        pytest.importorskip("array_api_compat")
    return lambda x: LIBRARIES[request.param](library, x)


@pytest.mark.parametrize(("method", "loose", "orientation"), CHOICES)
def test_activity_is_the_same(little_inverse, convert, method, loose, orientation):
    made = little_inverse(loose=loose)
    kernel = prepare_kernel(made.model, nave=1, lambda2=0.1, method=method)
    imaging = make_imaging_kernel(kernel, orientation)
    components = made.rng.standard_normal((9, 600))
    there = apply_kernel(imaging.moved(convert), convert(components))
    assert type(there) is type(convert(components))
    np.testing.assert_allclose(np.asarray(there), apply_kernel(imaging, components), rtol=1e-9)


@pytest.mark.parametrize(("method", "loose", "orientation"), CHOICES)
def test_power_is_the_same(little_inverse, convert, method, loose, orientation):
    made = little_inverse(loose=loose)
    kernel = prepare_kernel(made.model, nave=1, lambda2=0.1, method=method)
    imaging = make_imaging_kernel(kernel, orientation)
    covariance = np.cov(made.rng.standard_normal((9, 60)))
    there = compute_power(imaging.moved(convert), convert(covariance))
    assert type(there) is type(convert(covariance))
    np.testing.assert_allclose(np.asarray(there), compute_power(imaging, covariance), rtol=1e-9)


def test_complex_moments_have_real_lengths(convert):
    """The length of (3j, 4, 0) is 5."""
    kernel = ImagingKernel(leads=np.eye(3) + 0j, per_source=3, combined=True)
    components = np.array([[3j, 1], [4, 1j], [0, 1 + 1j]])
    there = apply_kernel(kernel.moved(convert), convert(components))
    np.testing.assert_allclose(np.asarray(there), [[5, 2]], rtol=1e-12)


@pytest.mark.parametrize("mode", ["mean", "mean_flip"])
def test_label_courses_are_the_same(little_inverse, convert, mode):
    sources = little_inverse().model.sources
    data = np.random.default_rng(0).standard_normal((9, 4))
    axes = SourceAxes(kind="surface", vertices=sources.vertices, tmin=0, tstep=1)
    labels = [
        CorticalLabel(
            vertices=np.arange(4),
            positions=np.zeros((4, 3)),
            values=np.ones(4),
            hemisphere=hemisphere,
        )
        for hemisphere in ("lh", "rh")
    ]
    plan = plan_labels(axes, labels, sources, mode=mode)
    there = plan.courses(convert(data))
    assert type(there) is type(convert(data))
    np.testing.assert_allclose(np.asarray(there), plan.courses(data), rtol=1e-12)


def test_a_library_without_the_protocol_needs_a_package(monkeypatch):
    monkeypatch.setitem(sys.modules, "array_api_compat", None)
    with pytest.raises(MissingPackageError, match=r"pip install .leadfield\[arrays\]"):
        namespace_of([1.0])


def test_what_is_no_array_is_refused():
    pytest.importorskip("array_api_compat")
    with pytest.raises(ArgumentTypeError, match="got list"):
        namespace_of([1.0])
