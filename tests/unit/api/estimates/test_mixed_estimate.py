"""Source estimates on the cortex and in volumes together."""

import numpy as np
import pytest

from leadfield.api.estimates.mixed_estimate import MixedSourceEstimate, MixedVectorSourceEstimate
from leadfield.api.estimates.source_estimate import SourceEstimate, VectorSourceEstimate
from leadfield.api.estimates.volume_estimate import VolSourceEstimate, VolVectorSourceEstimate


class TestMixedEstimates:
    @pytest.mark.parametrize("vector", [False, True])
    def test_can_be_taken_apart(self, make_estimate, vector):
        stc = make_estimate("mixed", vector)
        surface, volume = stc.surface(), stc.volume()
        classes = (VectorSourceEstimate, VolVectorSourceEstimate, MixedVectorSourceEstimate)
        if not vector:
            classes = (SourceEstimate, VolSourceEstimate, MixedSourceEstimate)
        assert (type(surface), type(volume), type(stc)) == classes
        np.testing.assert_array_equal(surface.data, stc.data[:2])
        np.testing.assert_array_equal(volume.data, stc.data[2:])
        surface.data[:] = 0
        assert stc.data[:2].any()
