"""What tests of pages share: a reader of payloads, as a page reads them, and a little brain."""

import gzip
import json
from types import SimpleNamespace

import numpy as np
import pytest

from leadfield.numerics.mesh_sphere import icosahedron
from leadfield.scene.smoothing import iterated_smoothing
from leadfield.web.content import PageHemisphere

SOURCES = np.array([3, 40, 90])


def unpack(payload):
    """The header of a payload, and a function that gives its arrays by name."""
    content = gzip.decompress(payload)
    size = int.from_bytes(content[:8], "little")
    header = json.loads(content[8 : 8 + size])

    def array(name):
        entry = header["arrays"][name]
        start = 8 + size + entry["offset"]
        assert start % 8 == 0
        block = content[start : start + entry["nbytes"]]
        kind = np.dtype(entry["dtype"])
        if entry.get("planes"):
            block = np.frombuffer(block, np.uint8).reshape(kind.itemsize, -1).T.tobytes()
        values = np.frombuffer(block, kind).reshape(entry["shape"])
        if entry.get("delta"):
            unsigned = values.view(f"u{kind.itemsize}")
            values = np.cumsum(unsigned, axis=0, dtype=unsigned.dtype).view(kind)
        return values

    return SimpleNamespace(header=header, array=array)


@pytest.fixture(name="unpack")
def unpack_payload():
    """Function that reads a payload."""
    return unpack


@pytest.fixture(scope="session")
def half():
    """A ball as the left half of a cortex, with three sources."""
    vertices, triangles = icosahedron(2)
    return PageHemisphere(
        name="lh",
        shapes={"white": 40 * vertices, "inflated": 60 * vertices},
        triangles=triangles,
        curvature=vertices[:, 0] / 2,
        sources=SOURCES,
        smoothing=iterated_smoothing(triangles, len(vertices), SOURCES, 3),
    )
