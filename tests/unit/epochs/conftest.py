"""A made-up evoked response."""

import numpy as np
import pytest

from leadfield.epochs.evoked import EvokedResponse


@pytest.fixture
def evoked(info):
    """A response over 0.3 s."""
    data = np.random.default_rng(1).standard_normal((7, 30))
    return EvokedResponse(info=info, data=data, first=-10, nave=20, comment="left")
