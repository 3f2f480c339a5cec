"""What tests of estimates share: kernels and responses of little inverse operators."""

import numpy as np
import pytest

from leadfield.epochs.evoked import EvokedResponse
from leadfield.inverse.kernel import prepare_kernel


@pytest.fixture(scope="session")
def make_kernel():
    """Function that prepares a kernel of a little inverse operator."""

    def make(made, method="dSPM", **changes):
        options = {"nave": 2, "lambda2": 0.1, "method": method, **changes}
        return prepare_kernel(made.model, **options)

    return make


@pytest.fixture(scope="session")
def make_evoked():
    """Function that makes a random response of the operator's channels."""

    def make(made, n_times=5, **changes):
        data = np.random.default_rng(3).standard_normal((len(made.info.names), n_times))
        fields = {"info": made.info, "data": data, "first": -1, "nave": 2}
        return EvokedResponse(**{**fields, **changes})

    return make
