"""One of every value of the stage trust that holds arrays and is about posteriors."""

import numpy as np

from leadfield.trust.label_amplitudes import LabelAmplitudes


def values():
    yield LabelAmplitudes(
        names=("here",),
        amplitudes=np.ones((1, 4)),
        intervals=np.ones((1, 4, 2)),
        level=0.9,
        signed=True,
    )
