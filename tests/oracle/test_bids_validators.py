"""The validators of BIDS find no error in the simulated study."""

import pytest
from validate_bids import judge


def test_the_simulated_study_is_valid(study):
    verdicts = list(judge(study))
    if not verdicts:
        pytest.skip("no validator of BIDS is installed")
    assert [one.errors for one in verdicts] == [()] * len(verdicts)
