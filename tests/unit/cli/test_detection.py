"""Commands ask first whether there is a response."""

import numpy as np
import pytest

from leadfield.cli.detection import find_responses
from leadfield.cli.summary import FoundSnr, ResponseTest


@pytest.fixture(scope="module")
def tests(round_head):
    field = round_head.tone
    rng, inverse = np.random.default_rng(0), round_head.inverses[0.2]
    tone, noise, few = (
        round_head.trials(rng, n, field=one) for n, one in ((12, field), (12, None), (5, field))
    )
    return [find_responses(one, ["1"], inverse)["1"] for one in (tone, noise, few)]


def test_a_response_is_told_with_its_p(tests):
    assert tests[0].text() == "a response (p = 0.005)"
    assert not tests[0].nothing


def test_noise_is_told_to_be_nothing(tests):
    assert tests[1].text().startswith("nothing distinguishable from noise (p = 0.")
    assert tests[1].nothing


def test_few_trials_are_not_tested(tests):
    assert tests[2] == ResponseTest(p=None, detected=None)
    assert tests[2].text() == "not tested for a response, which takes 6 trials"
    assert not tests[2].nothing


def test_where_nothing_was_found_neither_an_snr_nor_a_time_is_told(tests):
    found = FoundSnr(snr=1.3, noise_scale=0.9, window_s=(0.08, 0.11))
    assert found.text(tests[0]) == "SNR 1.3, noise scale 0.9, 80 to 110 ms"
    assert found.text(tests[1]) == "no SNR to claim, noise scale 0.9"
