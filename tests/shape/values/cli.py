"""Values of ``cli``."""

from pathlib import Path

import numpy as np

from leadfield.cli.demo_numbers import Analysis


def values():
    # Only arrays matter here: outer objects own theirs.
    outer = dict.fromkeys(("raw", "noise", "inverse"))
    yield Analysis(
        data=Path(), events=np.ones((1, 3), np.int64), responses={}, estimates={}, **outer
    )
