"""Whatever bytes a file of events, epochs or averages holds: a value or a FormatError."""

import warnings

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadfield.base.errors import FormatError
from leadfield.epochs.average import average
from leadfield.epochs.fif.evoked import read_evokeds, write_evokeds
from leadfield.epochs.fif.read_epochs import read_epochs
from leadfield.epochs.fif.write_epochs import write_epochs
from leadfield.epochs.make import array_epochs
from leadfield.epochs.rejection import Rejection
from leadfield.epochs.selection import select_events
from leadfield.events.fif import read_events, write_events
from leadfield.recording.create import average_reference, create_measurement_info

EVENTS = np.array([[0, 0, 1], [9, 0, 2], [20, 0, 1]])


def made():
    """Three epochs with a projection and limits."""
    info = create_measurement_info(["E1", "E2", "EOG"], 100.0, ["eeg", "eeg", "eog"])
    info = info.with_projections([average_reference(info, active=False)])
    data = np.random.default_rng(0).standard_normal((3, 3, 12)) * 1e-6
    limits = Rejection(reject={"eeg": 1e-3})
    choice = select_events(EVENTS, {"a": 1, "b": 2})
    return array_epochs(data, info, choice, tmin=-0.05, baseline=(None, 0), rejection=limits)


CODECS = {
    "events": (read_events, lambda path: write_events(path, EVENTS, overwrite=False)),
    "epochs": (read_epochs, lambda path: write_epochs(path, made())),
    "average": (
        read_evokeds,
        lambda path: write_evokeds(path, average(made())[1], overwrite=False),
    ),
}
NUMBERS = [b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\0\0", b"\x80\0\0\0", b"\0\0\0\1"]
FOUR_BYTES = st.sampled_from(NUMBERS) | st.binary(min_size=4, max_size=4)
quick = settings(
    max_examples=150,
    deadline=1000,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module", params=CODECS)
def codec(request, tmp_path_factory):
    """A reader, and the bytes of a whole file for it."""
    read, write = CODECS[request.param]
    path = tmp_path_factory.mktemp("whole") / f"{request.param}.fif"
    write(path)
    return read, path.read_bytes()


def names_itself(read, path, content):
    """Whether what goes wrong, if it does, is an error that names the file."""
    path.write_bytes(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            read(path)
        except FormatError as error:
            return path.name in str(error)
    return True


@quick
@given(data=st.data())
def test_changed_bytes_give_a_value_or_a_format_error(codec, tmp_path, data):
    read, whole = codec
    content = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole) // 4 - 1)) * 4
        content[at : at + 4] = data.draw(
            st.sampled_from(NUMBERS) | st.binary(min_size=4, max_size=4)
        )
    assert names_itself(read, tmp_path / "changed.fif", bytes(content))


@quick
@given(data=st.data())
def test_a_file_cut_short_gives_a_value_or_a_format_error(codec, tmp_path, data):
    read, whole = codec
    assert names_itself(
        read, tmp_path / "cut.fif", whole[: data.draw(st.integers(0, len(whole) - 1))]
    )
