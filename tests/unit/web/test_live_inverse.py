"""What a page computes from the factors of an operator is what the inverse itself gives."""

import numpy as np
import pytest

from leadfield.base.errors import ChannelError
from leadfield.epochs.evoked import EvokedResponse
from leadfield.estimates.explained_variance import localize_and_explain
from leadfield.estimates.minimum_norm import minimum_norm_filter
from leadfield.inverse.kernel import prepare_kernel
from leadfield.web.live_inverse import METHODS, live_inverse


@pytest.fixture(scope="module", params=[False, True])
def inverse_model(little_inverse, request):
    """Operators of full rank, and of one that projections made less."""
    return little_inverse(loose=0.4, projected=request.param).model


@pytest.fixture(scope="module")
def response(inverse_model):
    info = inverse_model.info
    data = np.random.default_rng(3).standard_normal((len(info.names), 12))
    return EvokedResponse(info=info, data=data, first=0, nave=30)


def page_map(live, snr, method):
    """The arithmetic of the viewer, as page_data.ts says it."""
    s, lambda2 = live.singular_values, 1 / snr**2
    leads = live.leads.matrix.astype(float)
    weights = np.ones(len(leads)) if live.weights is None else live.weights
    one = live.responses[0]
    gains = s / (s**2 + lambda2)
    numbers = weights[:, None] * (leads * gains) @ one.components
    numbers = numbers.reshape(-1, live.per_source, numbers.shape[1])
    if method != "MNE":
        noise = gains * np.sqrt(1 + s**2 / lambda2) if method == "sLORETA" else gains
        power = ((weights[:, None] * leads * noise) ** 2).sum(axis=1)
        norm = np.sqrt(power.reshape(-1, live.per_source).sum(axis=1))
        numbers = numbers / norm[:, None, None] * np.sqrt(one.nave / live.nave)
    if live.output == "norm":
        return np.linalg.norm(numbers, axis=1)
    turned = numbers if live.turns is None else live.turns @ numbers
    return turned if live.output == "vector" else turned[:, 0]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("snr", [1.0, 3.0, 10.0])
@pytest.mark.parametrize("pick_ori", [None, "normal", "vector"])
def test_maps_equal_a_full_computation(inverse_model, response, method, snr, pick_ori):
    live = live_inverse(inverse_model, [response], [], pick_ori=pick_ori, snr=snr, method=method)
    kernel = prepare_kernel(inverse_model, nave=30, lambda2=1 / snr**2, method=method)
    wanted, _, _ = localize_and_explain(
        kernel, minimum_norm_filter(kernel, pick_ori=pick_ori), response
    )
    found = page_map(live, snr, method)
    np.testing.assert_allclose(found, wanted, atol=1e-3 * np.abs(wanted).max())


@pytest.mark.parametrize("snr", [1.0, 3.0])
def test_explained_variance_follows_from_components_and_what_is_beside_them(
    inverse_model, response, snr
):
    live = live_inverse(inverse_model, [response], [], pick_ori=None, snr=snr, method="MNE")
    kernel = prepare_kernel(inverse_model, nave=30, lambda2=1 / snr**2, method="MNE")
    _, _, explanation = localize_and_explain(kernel, minimum_norm_filter(kernel), response)
    one, s = live.responses[0], live.singular_values
    left = one.components * (1 / (1 + snr**2 * s**2))[:, None]
    total = (one.components**2).sum() + one.outside.sum()
    share = 1 - ((left**2).sum() + one.outside.sum()) / total
    assert share == pytest.approx(explanation.share, abs=1e-9)


def test_a_response_without_the_channels_is_refused(inverse_model, response):
    fewer = EvokedResponse(
        info=response.info.pick([0, 1, 2]), data=response.data[:3], first=0, nave=30
    )
    with pytest.raises(ChannelError, match="must have all 9 channels of the inverse operator"):
        live_inverse(inverse_model, [fewer], [], pick_ori=None, snr=3.0, method="MNE")
