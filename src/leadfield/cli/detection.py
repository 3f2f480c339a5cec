"""Tests of responses: whether the trials of each condition hold one at all."""

from collections.abc import Iterable

import numpy as np

from leadfield.api.epochs.epochs import Epochs
from leadfield.api.inverse.inverse_operator import InverseOperator
from leadfield.base.log import log_level
from leadfield.cli.summary import ResponseTest
from leadfield.trust.calibration import make_model_scan
from leadfield.trust.data_components import FEWEST, trial_components
from leadfield.trust.detection import sign_flip_test

N_FLIPS = 199
SEED = 0


def find_responses(
    epochs: Epochs, names: Iterable[str], inverse: InverseOperator
) -> dict[str, ResponseTest]:
    """What a test of each condition's trials says, if they are enough."""
    search = make_model_scan(inverse.value).search
    tests = {}
    with log_level("warning"):
        for name in names:
            trials = epochs[name].value
            if len(trials) < FEWEST:
                tests[name] = ResponseTest(p=None, detected=None)
                continue
            components = trial_components(inverse.value, trials, slice(None))
            rng = np.random.default_rng(SEED)
            test = sign_flip_test(search, components, trials.times, n_flips=N_FLIPS, rng=rng)
            tests[name] = ResponseTest(p=test.p, detected=test.found)
    return tests
