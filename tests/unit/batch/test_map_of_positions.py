"""Maps of several head positions: the average is what one position would have given."""

import numpy as np
import pytest

from leadfield.batch.map_of_positions import ResponseAtPosition, average_positions
from leadfield.batch.study import EstimateSettings
from leadfield.epochs.evoked import EvokedResponse
from leadfield.estimates.localized_response import localize_response

NAVES = (30, 50, 20)


def response(info, data, nave):
    return EvokedResponse(info=info, data=data, first=-2, nave=nave, comment="tone")


@pytest.mark.filterwarnings("ignore:no signal above noise")
@pytest.mark.parametrize("method", ["MNE", "dSPM", "sLORETA", "eLORETA"])
@pytest.mark.parametrize(
    ("loose", "pick_ori"), [(1.0, None), (0.3, None), (0.3, "normal"), (0, None)]
)
def test_a_head_that_stayed_gives_the_map_of_the_average(little_inverse, method, loose, pick_ori):
    made = little_inverse(3, loose=loose)
    white = made.rng.standard_normal((3, len(made.info.names), 40))
    noise = np.linalg.cholesky(made.noise) @ white
    each = [one / np.sqrt(nave) for one, nave in zip(noise, NAVES, strict=True)]
    settings = EstimateSettings(method=method, pick_ori=pick_ori)
    parts = [
        ResponseAtPosition(operator=made.model, response=response(made.info, data, nave))
        for data, nave in zip(each, NAVES, strict=True)
    ]
    together, _ = average_positions(parts, 1 / 9, settings)
    average = np.average(each, axis=0, weights=NAVES)
    alone = localize_response(
        made.model,
        response(made.info, average, sum(NAVES)),
        lambda2=1 / 9,
        method=method,
        pick_ori=pick_ori,
    )
    assert not together.axes.vector
    np.testing.assert_allclose(
        together.data, alone.data, rtol=0, atol=1e-12 * np.abs(alone.data).max()
    )
