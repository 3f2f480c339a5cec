from dataclasses import replace

import pytest

from leadfield.batch.participant import find_participants
from leadfield.batch.predicted_memory import BASE, MATRIX, RECORDING, predicted_memory
from leadfield.batch.study import ForwardSettings
from leadfield.bids.data_set import open_data_set

MB = 1_000_000


@pytest.fixture
def predict(study):
    """The memory that the first participant takes, with these forward settings and sensors."""

    def predicted(sensors="meg", **settings):
        asked = replace(study, sensors=sensors, forward=ForwardSettings(**settings))
        first = find_participants(asked, open_data_set(study.bids), ["01"])[0]
        return predicted_memory(asked, first)

    return predicted


def grow(path, size):
    with path.open("wb") as stream:
        stream.truncate(size)


def test_a_long_recording_is_predicted_by_its_size(predict, bids_root):
    grow(bids_root / "sub-01" / "meg" / "sub-01_task-listen_meg.fif", 500 * MB)
    assert predict() == BASE + RECORDING * 500 * MB


def test_all_parts_of_a_recording_count(predict, bids_root):
    folder = bids_root / "sub-01" / "meg"
    (folder / "sub-01_task-listen_meg.fif").unlink()
    for part in ("01", "02"):
        grow(folder / f"sub-01_task-listen_split-{part}_meg.fif", 500 * MB)
    assert predict() == BASE + RECORDING * 1000 * MB


def test_a_recording_that_is_a_folder_counts_with_all_its_files(predict, bids_root):
    folder = bids_root / "sub-01" / "meg"
    (folder / "sub-01_task-listen_meg.fif").unlink()
    (folder / "sub-01_task-listen_meg.ds").mkdir()
    grow(folder / "sub-01_task-listen_meg.ds" / "a.meg4", 500 * MB)
    assert predict() == BASE + RECORDING * 500 * MB


@pytest.mark.parametrize(
    ("settings", "vertices"),
    [
        ({}, 2562),
        ({"ico": 3}, 642),
        ({"sensors": "both"}, 3 * 2562),
        ({"conductivity": (0.3,), "sensors": "both"}, 2562),
    ],
)
def test_a_short_one_by_the_boundary_elements(predict, settings, vertices):
    assert predict(**settings) == BASE + MATRIX * 8 * vertices**2


def test_a_sphere_takes_little(predict):
    assert BASE <= predict(conductor="sphere") < BASE + MB
