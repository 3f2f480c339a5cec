"""A flat sheet of triangles, and labels on it."""

import numpy as np
import pytest

from leadfield.freesurfer.surface import Surface
from leadfield.labels.label import CorticalLabel

WIDE = 6


@pytest.fixture(scope="session")
def sheet():
    """36 vertices in rows of 6, 1 mm apart, along y: vertex 6 i + j is at (j, i, 0)."""
    i, j = np.divmod(np.arange(WIDE * WIDE), WIDE)
    corners = [
        corner
        for v in range(WIDE * (WIDE - 1))
        if v % WIDE < WIDE - 1
        for corner in ([v, v + 1, v + WIDE], [v + 1, v + WIDE + 1, v + WIDE])
    ]
    return Surface(vertices=np.stack([j, i, 0 * i], axis=1), triangles=np.array(corners))


@pytest.fixture(scope="session")
def on_sheet():
    """Function that makes a label of some vertices."""

    def make(vertices, **fields):
        n = len(vertices)
        plain = {"positions": np.zeros((n, 3)), "values": np.arange(n) + 1.0, "hemisphere": "lh"}
        return CorticalLabel(vertices=np.asarray(vertices), **{**plain, **fields})

    return make
