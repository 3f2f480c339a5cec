"""Sensor arrays: MEG before EEG, and references as the data's compensation asks."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import ChannelError
from leadfield.forward.sensor_array import make_sensor_array
from leadfield.recording.compensation import Compensation


def test_meg_comes_before_eeg_and_bads_stay(head_info):
    turned = head_info.pick(np.arange(28)[::-1])
    array = make_sensor_array(turned, meg=True, eeg=True, use_references=True)
    assert array.info.channels.types[:20] == ("mag", "grad") * 10
    assert set(array.info.channels.types[20:]) == {"eeg"}
    assert array.info.bads == ("MEG 003",)
    assert array.info.names[:20] == array.meg.names


@pytest.mark.parametrize(("meg", "eeg", "names"), [(True, False, "MEG"), (False, True, "EEG")])
def test_channels_that_are_not_there_are_an_error(head_info, meg, eeg, names):
    rows = head_info.channels.of_type("eeg" if meg else "meg")
    with pytest.raises(ChannelError, match=f"{names} channels were asked for"):
        make_sensor_array(head_info.pick(rows), meg=meg, eeg=eeg, use_references=True)


def test_asking_for_neither_meg_nor_eeg_is_an_error(head_info):
    with pytest.raises(ChannelError, match="no channels were asked for"):
        make_sensor_array(head_info, meg=False, eeg=False, use_references=True)


@pytest.fixture
def compensated(head_info):
    """Two MEG channels and two references of grade 3, weighted 0.5 and -0.25."""
    info = head_info.pick([1, 3, 5, 7])
    channels = replace(
        info.channels,
        names=("A", "B", "R1", "R2"),
        kinds=[1, 1, 301, 301],
        coil_types=[3024 + (3 << 16)] * 2 + [3024] * 2,
    )
    weights = Compensation(
        kind=0x47334252,
        grade=3,
        row_names=("A", "B"),
        column_names=("R1", "R2"),
        weights=[[0.5, 0], [0, -0.25]],
    )
    return replace(info, channels=channels, bads=(), compensations=(weights,))


def test_references_are_subtracted_as_the_data_s_grade_says(compensated):
    array = make_sensor_array(compensated, meg=True, eeg=False, use_references=True)
    assert array.meg.names == ("A", "B", "R1", "R2")
    assert array.compensation == pytest.approx(np.array([[1, 0, -0.5, 0], [0, 1, 0, 0.25]]))
    assert array.info.names == ("A", "B")


def test_references_can_be_ignored(compensated):
    array = make_sensor_array(compensated, meg=True, eeg=False, use_references=False)
    assert array.meg.names == ("A", "B")
    assert array.compensation is None


def test_data_without_compensation_leave_references_out(compensated):
    channels = replace(compensated.channels, coil_types=[3024] * 4)
    info = replace(compensated, channels=channels)
    array = make_sensor_array(info, meg=True, eeg=False, use_references=True)
    assert array.meg.names == ("A", "B")


def test_missing_references_are_warned_about(compensated):
    with pytest.warns(RuntimeWarning, match=r"compensated \(grade 3\), but not all reference"):
        array = make_sensor_array(
            compensated.pick([0, 1, 2]), meg=True, eeg=False, use_references=True
        )
    assert array.compensation is None
