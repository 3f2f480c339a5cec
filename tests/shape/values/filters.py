"""Values of the stage ``filters``."""

import numpy as np

from leadfield.filters.bands import make_bands, make_edges
from leadfield.filters.design import notch_edges
from leadfield.filters.fir_design import FirOptions, design_fir
from leadfield.filters.iir_design import design_iir
from leadfield.filters.iir_filter import IirFilter


def values():
    edges = make_edges(200.0, 1.0, 40.0)
    yield edges
    yield make_bands(200.0, edges)
    yield notch_edges([50.0], None, 1.0)
    yield FirOptions()
    yield FirOptions(l_trans=np.ones(1), h_trans=np.ones(1))
    yield design_fir(200.0, edges, FirOptions())
    yield design_iir(200.0, edges, None, "zero")
    yield IirFilter(coefficients=(np.ones(1), np.ones(1)))
