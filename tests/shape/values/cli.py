"""Values of ``cli``."""

from pathlib import Path

import numpy as np

from leadfield.cli.anatomy import Anatomy
from leadfield.cli.demo_numbers import Analysis
from leadfield.cli.job import Inputs


def values():
    # Only arrays matter here: outer objects own theirs.
    outer = dict.fromkeys(("raw", "noise", "inverse"))
    yield Analysis(
        data=Path(), events=np.ones((1, 3), np.int64), responses={}, estimates={}, **outer
    )
    yield Anatomy(forward=None, to_mni=np.eye(4), parcellations={})
    outer = dict.fromkeys(("raw", "forward", "anatomy"))
    yield Inputs(events=np.ones((1, 3), np.int64), picks=np.arange(3), **outer)
