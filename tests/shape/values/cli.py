"""Values of ``cli``."""

from pathlib import Path

import numpy as np

from leadfield.cli.anatomy import Anatomy
from leadfield.cli.demo_numbers import Analysis
from leadfield.cli.job import Inputs
from leadfield.cli.trials import Trials


def values():
    # Only arrays matter here: outer objects own theirs.
    events = np.ones((1, 3), np.int64)
    outer = dict.fromkeys(("raw", "noise", "forward", "inverse"))
    outer |= {"responses": {}, "detections": {}, "regularisations": {}, "estimates": {}}
    yield Analysis(data=Path(), events=events, drop_log=(), **outer)
    yield Anatomy(forward=None, to_mni=np.eye(4), parcellations={})
    outer = dict.fromkeys(("raw", "forward", "anatomy"))
    yield Inputs(events=events, picks=np.arange(3), **outer)
    yield Trials(events=events, drop_log=(), first_sample=0, sampling_rate=100.0, duration=1.0)
