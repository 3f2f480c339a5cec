"""Results do not depend on how many threads the linear algebra runs on, beyond rounding."""

import numpy as np
import pytest

from leadfield.covariance.noise import NoiseCovariance
from leadfield.epochs.evoked import EvokedResponse
from leadfield.estimates.explained_variance import localize_and_explain
from leadfield.estimates.minimum_norm import minimum_norm_filter
from leadfield.estimates.spatial_filter import localize_covariance
from leadfield.inverse.kernel import prepare_kernel
from leadfield.inverse.methods import METHODS
from leadfield.whitening.make import make_whitener

threadpoolctl = pytest.importorskip("threadpoolctl")


def threads():
    """How many threads each linear algebra library may use."""
    pools = threadpoolctl.threadpool_info()
    return {pool["num_threads"] for pool in pools if pool["user_api"] == "blas"}


def tolerance(name):
    """Share of the largest value; eLORETA's weights are fitted to 1e-6, at first in float32."""
    return 1e-7 if name.startswith("eLORETA") else 1e-10


@pytest.fixture
def two_threads():
    """Run on two threads, whatever the machine's default is."""
    with threadpoolctl.threadpool_limits(2, user_api="blas"):
        if threads() != {2}:
            pytest.skip(f"two threads were asked for, there are {threads()}")
        yield


def results(little_inverse):
    """Everything between a lead field and currents, large enough for threads to share."""
    made = little_inverse(loose=0.2, n=300, n_channels=80)
    noise = NoiseCovariance(names=made.info.names, data=made.noise, degrees=500)
    data = np.random.default_rng(1).standard_normal((80, 150))
    evoked = EvokedResponse(info=made.info, data=data, first=0, nave=9)
    out = {
        "singular values": made.model.singular_values,
        "whitened": make_whitener(noise, made.info).matrix @ data,
    }
    for method in METHODS:
        kernel = prepare_kernel(made.model, nave=9, lambda2=0.1, method=method)
        spatial_filter = minimum_norm_filter(kernel)
        out[method], _, explanation = localize_and_explain(kernel, spatial_filter, evoked)
        out[f"{method}, fit"] = explanation.predicted
        out[f"{method}, power"] = localize_covariance(spatial_filter, data @ data.T)
    return out


@pytest.fixture(scope="module")
def alone(little_inverse):
    """What comes out of one thread."""
    with threadpoolctl.threadpool_limits(1, user_api="blas"):
        return results(little_inverse)


@pytest.mark.usefixtures("two_threads")
def test_results_do_not_depend_on_threads(little_inverse, alone):
    for name, values in results(little_inverse).items():
        scale = np.abs(alone[name]).max()
        atol = tolerance(name) * scale
        np.testing.assert_allclose(values, alone[name], rtol=0, atol=atol, err_msg=name)


def test_the_number_of_threads_stays_as_it_was_set(little_inverse):
    with threadpoolctl.threadpool_limits(1, user_api="blas"):
        results(little_inverse)
        assert threads() == {1}
