"""Commands ask first whether there is a response."""

import numpy as np
import pytest

from leadfield.cli.detection import find_responses
from leadfield.cli.summary import Finding, Peak, ResponseTest, heed_test

PEAK = Peak(vertex=3, surface_ras_mm=(1, 2, 3), mni_mm=None, label=None, time=0.1, value=9)
FINDING = Finding(
    condition="tone",
    nave=20,
    explained=50,
    lambda2=1 / 9,
    found=None,
    peaks={"left": PEAK},
    files=["tone-ave.fif"],
)


@pytest.fixture(scope="module")
def tests(round_head):
    space = round_head.forward["src"][0]
    along = space["nn"][space["vertno"][100]]
    field = 5e-8 * round_head.forward["sol"]["data"][:, 300:303] @ along
    rng, inverse = np.random.default_rng(0), round_head.inverses[0.2]
    tone, noise, few = (
        round_head.trials(rng, n, field=one) for n, one in ((12, field), (12, None), (5, field))
    )
    return [find_responses(one, ["1"], inverse)["1"] for one in (tone, noise, few)]


def test_a_response_keeps_its_peaks(tests):
    told = heed_test(FINDING, tests[0])
    assert told.peaks == FINDING.peaks
    assert told.response.text() == "a response (p = 0.005)"


def test_noise_has_no_peak(tests):
    told = heed_test(FINDING, tests[1])
    assert told.peaks == {}
    assert told.response.text().startswith("nothing distinguishable from noise (p = 0.")


def test_few_trials_are_not_tested(tests):
    told = heed_test(FINDING, tests[2])
    assert told.response == ResponseTest(p=None, detected=None)
    assert told.peaks == FINDING.peaks
    assert told.response.text() == "not tested for a response, which takes 6 trials"
