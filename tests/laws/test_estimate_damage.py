"""Any bytes given to the readers of estimates make an estimate or a FormatError."""

from contextlib import suppress

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadfield.base.errors import FormatError
from leadfield.estimates.files import read_estimate, write_estimate
from leadfield.estimates.source_courses import SourceAxes, SourceCourses

RELAXED = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    """Bytes of a good file of each kind."""
    folder = tmp_path_factory.mktemp("good")
    made = {}
    for ftype, n_times in (("stc", 3), ("w", 1)):
        data = np.random.default_rng(1).standard_normal((5, n_times))
        axes = SourceAxes(kind="volume", vertices=([1, 4, 9, 300, 70_000],), tmin=0, tstep=0.01)
        write_estimate(SourceCourses(axes=axes, data=data), folder / "some", ftype=ftype)
        made[ftype] = (folder / f"some-vl.{ftype}").read_bytes()
    return made


def assert_read_or_refused(folder, ftype, content):
    path = folder / f"damaged-vl.{ftype}"
    path.write_bytes(content)
    with suppress(FormatError):
        assert 4 * read_estimate(path)[0].size <= len(content)


@pytest.mark.parametrize("ftype", ["stc", "w"])
@RELAXED
@given(content=st.binary(max_size=200))
def test_noise(tmp_path, ftype, content):
    assert_read_or_refused(tmp_path, ftype, content)


@pytest.mark.parametrize("ftype", ["stc", "w"])
@RELAXED
@given(data=st.data())
def test_a_good_file_with_wrong_bytes(tmp_path, good, ftype, data):
    content = bytearray(good[ftype])
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert_read_or_refused(tmp_path, ftype, bytes(content))


@pytest.mark.parametrize("ftype", ["stc", "w"])
@RELAXED
@given(data=st.data())
def test_a_good_file_cut_short_or_grown(tmp_path, good, ftype, data):
    content = good[ftype]
    cut = content[: data.draw(st.integers(0, len(content)))]
    assert_read_or_refused(tmp_path, ftype, cut + data.draw(st.binary(max_size=20)))
