"""Labels that tests of groups share."""

import numpy as np
import pytest

from leadfield.labels.label import CorticalLabel


@pytest.fixture(scope="session")
def label():
    """Function that makes a label of some vertices of the right hemisphere."""

    def make(vertices, name="here-rh", subject="fsaverage5"):
        vertices = np.asarray(vertices)
        return CorticalLabel(
            vertices=vertices,
            positions=np.zeros((len(vertices), 3)),
            values=np.ones(len(vertices)),
            hemisphere="rh",
            name=name,
            subject=subject,
        )

    return make
