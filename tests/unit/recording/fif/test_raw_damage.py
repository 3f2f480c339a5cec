"""Whatever bytes a raw file holds, a recording can be read from it or it is refused."""

import struct
import warnings

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadfield.base.errors import FormatError, MissingFileError
from leadfield.recording.annotation import Annotation
from leadfield.recording.create import average_reference
from leadfield.recording.fif.read_raw import open_raw
from leadfield.recording.fif.write_raw import RawOptions, write_raw
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples

quick = settings(
    max_examples=150, deadline=2000, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
NASTY = (0, 1, -1, 2, 104, 105, 300, 301, 2**31 - 1, -(2**31), 2**30, 0x40000004, 0x40200004)


@pytest.fixture
def sound(tmp_path, info):
    """Bytes of a file with several buffers, a projection, bads and annotations."""
    info = info.renamed({"STI": "a name that is too long"}).with_bads(["E1"])
    info = info.with_projections([average_reference(info, active=False)])
    raw = RawRecording(
        info=info,
        samples=ArraySamples(np.random.default_rng(0).standard_normal((5, 60))),
        first_sample=7,
        annotations=(Annotation(onset=0.1, duration=0.1, description="BAD", channel_names=("M",)),),
    )
    (path,) = write_raw(tmp_path / "sound_raw.fif", raw, RawOptions(buffer_size=25, overwrite=True))
    return path.read_bytes()


def attempt(path, content):
    path.write_bytes(content)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=RuntimeWarning, message="(?!.*encountered)")
        try:
            raw = open_raw(path)
        except (FormatError, MissingFileError):
            return
        values = raw.values(0, min(raw.n_samples, 10_000))
    assert values.shape[0] == len(raw.info.channels)


@quick
@given(data=st.data())
def test_any_change_of_bytes(data, sound, tmp_path):
    content = bytearray(sound)
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    attempt(tmp_path / "changed_raw.fif", bytes(content))


@quick
@given(data=st.data())
def test_any_change_of_numbers(data, sound, tmp_path):
    content = bytearray(sound)
    for _ in range(data.draw(st.integers(1, 2))):
        at = 4 * data.draw(st.integers(0, len(content) // 4 - 1))
        content[at : at + 4] = struct.pack(">i", data.draw(st.sampled_from(NASTY)))
    attempt(tmp_path / "changed_raw.fif", bytes(content))


@quick
@given(data=st.data())
def test_any_start_of_a_file(data, sound, tmp_path):
    attempt(tmp_path / "cut_raw.fif", sound[: data.draw(st.integers(0, len(sound)))])
