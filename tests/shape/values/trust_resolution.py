"""One of every value of the stage trust that holds arrays and is about resolution."""

import numpy as np

from leadfield.trust.resolution import ResolutionFactors
from leadfield.trust.resolution_metrics import Functions
from leadfield.trust.resolution_pieces import SymmetricResolution
from leadfield.trust.resolution_totals import FunctionTotals


def values():
    yield ResolutionFactors(kernel=np.ones((1, 4, 2)), field=np.ones((1, 4, 2)))
    yield SymmetricResolution(lines=np.ones((4, 2)), weights=np.ones(2), scales=np.ones(4))
    totals = FunctionTotals(
        peaks=np.arange(4),
        heights=np.ones(4),
        sums=np.ones((4, 4)),
        squares=np.ones((4, 5)),
        farthest=np.arange(4),
    )
    yield totals
    yield Functions(positions=np.ones((4, 3)), totals=totals, squares=np.ones((4, 5)))
