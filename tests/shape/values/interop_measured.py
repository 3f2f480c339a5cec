"""Values that hold what MNE-Python measured."""

import numpy as np

from leadfield.api.interop.epochs import MneEpochs


def values():
    yield MneEpochs(epochs=None, rows=np.arange(3), n_epochs=3, n_times=5).select(np.array([0, 2]))
