"""Whatever is done to a covariance file, reading it gives a covariance or a FormatError."""

import warnings

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadfield.base.errors import FormatError
from leadfield.covariance.fif import read_noise, save_noise
from leadfield.covariance.noise import NoiseCovariance
from leadfield.recording.projection import FIELD, Projection


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Bytes of a file that is whole, and a place for damaged ones."""
    path = tmp_path_factory.mktemp("cov") / "a-cov.fif"
    pattern = Projection(
        description="p", kind=FIELD, active=True, channel_names=("a", "b"), vectors=np.eye(2)[:1]
    )
    noise = NoiseCovariance(
        names=("a", "b", "c"),
        data=np.eye(3),
        degrees=9,
        bads=("b",),
        projections=(pattern,),
        method="shrunk",
        log_likelihood=-1.0,
    )
    save_noise(path, noise)
    return path.read_bytes(), path


def read_damaged(path, content):
    path.write_bytes(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a cut file is warned of
        try:
            return read_noise(path)
        except FormatError:
            return None


QUICK = settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@QUICK
@given(st.data())
def test_changed_bytes_give_a_covariance_or_a_format_error(whole, data):
    content, path = whole
    damaged = bytearray(content)
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    found = read_damaged(path, bytes(damaged))
    assert found is None or np.isfinite(found.data).all()


@QUICK
@given(st.data())
def test_a_cut_file_gives_a_covariance_or_a_format_error(whole, data):
    content, path = whole
    read_damaged(path, content[: data.draw(st.integers(0, len(content) - 1))])
