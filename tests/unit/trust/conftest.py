"""What tests of trust share: constraints of orientations, and matrices multiplied out."""

import numpy as np
import pytest

from leadfield.estimates.minimum_norm import minimum_norm_filter
from leadfield.inverse.kernel import prepare_kernel


@pytest.fixture(params=["fixed", "loose", "free", "volume", "mixed"])
def constraint(request):
    """Each constraint of orientations and kind of sources."""
    return request.param


@pytest.fixture(scope="session")
def dense():
    """Function that gives the values (n, n) of a resolution matrix that is multiplied out."""

    def values(case, method, lambda2=0.2, pick_ori=None):
        kernel = prepare_kernel(case.model, nave=1, lambda2=lambda2, method=method)
        free, n = case.model.free, case.model.sources.n_sources
        ori = ("vector" if free else None) if pick_ori is None else pick_ori
        rows = minimum_norm_filter(kernel, pick_ori=ori).linear_kernel().matrix
        fields = case.forward.leadfield.reshape(len(case.info.names), n, -1)
        if free and case.model.sources.kind == "surface":
            axes = case.forward.orientations.reshape(n, 3, 3)
            along = np.einsum("iad,id->ia", axes, case.model.sources.normals)
            fields = np.einsum("cia,ia->ci", fields, along)[:, :, None]
        blocks = np.einsum("npc,cmq->npmq", rows.reshape(n, -1, rows.shape[-1]), fields)
        return np.sqrt((blocks**2).sum(axis=(1, 3)))

    return values
