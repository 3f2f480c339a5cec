"""Channels are found by type, by name and by number; what cannot be is refused."""

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, ChannelError, InputError
from leadfield.recording.channels import TYPES
from leadfield.recording.create import KIND_AND_COIL, create_measurement_info
from leadfield.recording.picks import pick_channels, pick_types, resolve_picks

NAMES = ["MEG 0112", "MEG 0113", "MEG 0111", "REF", "EEG 001", "EEG 002", "EOG", "STI"]
KINDS = ["grad", "grad", "mag", "ref_meg", "eeg", "eeg", "eog", "stim"]


@pytest.fixture
def info():
    return create_measurement_info(NAMES, 100.0, KINDS).with_bads(["EEG 002"])


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, []),
        ({"meg": True}, [0, 1, 2]),
        ({"meg": "grad"}, [0, 1]),
        ({"meg": "mag"}, [2]),
        ({"meg": "planar1"}, [0]),
        ({"meg": "planar2"}, [1]),
        ({"eeg": True}, [4]),
        ({"eeg": True, "exclude": ()}, [4, 5]),
        ({"eeg": True, "exclude": ["EEG 001"]}, [5]),
        ({"ref_meg": True}, [3]),
        ({"ref_meg": "mag"}, [3]),
        ({"eog": True, "include": ["STI"]}, [6, 7]),
        ({"meg": True, "eog": True, "selection": ["MEG 0113"]}, [1, 6]),
        ({"stim": True, "exclude": ["STI"]}, []),
    ],
)
def test_types_are_picked(wanted, expected, info):
    assert pick_types(info, **wanted).tolist() == expected


@pytest.mark.parametrize("kind", sorted(set(KIND_AND_COIL) - {"mag", "grad"}))
def test_every_type_can_be_made_and_picked_by_its_word(kind):
    one = create_measurement_info(["a", "b"], 1.0, [kind, "mag"])
    assert one.channels.types == (kind, "mag")
    assert resolve_picks(one, kind).tolist() == [0]


def test_every_kind_of_fif_has_a_type():
    assert set(TYPES.values()) <= set(KIND_AND_COIL)


@pytest.mark.parametrize(
    ("picks", "expected"),
    [
        (None, [0, 1, 2, 3, 4]),
        ("data", [0, 1, 2, 3, 4]),
        ("all", [0, 1, 2, 3, 4, 6, 7]),
        ("meg", [0, 1, 2]),
        (["eeg", "eog"], [4, 6]),
        (["mag", "planar1"], [0, 2]),
        ("EEG 002", [5]),
        (["STI", "EOG"], [7, 6]),
        ([3, -1], [3, 7]),
        (slice(1, 3), [1, 2]),
        (np.array([2, 0]), [2, 0]),
    ],
)
def test_what_users_write_is_understood(picks, expected, info):
    assert resolve_picks(info, picks).tolist() == expected


@pytest.mark.parametrize(
    ("picks", "error", "message"),
    [
        ("nothing", ChannelError, "'nothing'"),
        (["EOG", "nothing"], ChannelError, "'nothing'"),
        ("seeg", ChannelError, "at least one"),
        ([], ChannelError, "at least one"),
        ([8], IndexError, "-8 to 7"),
        ([-9], IndexError, "-8 to 7"),
        ([True, False], ArgumentTypeError, "numbers, names or types"),
        (1.5, ArgumentTypeError, "numbers, names or types"),
        ([[0, 1]], InputError, "one-dimensional"),
    ],
)
def test_what_cannot_be_picked_is_refused(picks, error, message, info):
    with pytest.raises(error, match=message):
        resolve_picks(info, picks)


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"meg": "grads"}, "meg must be one of"),
        ({"eeg": "yes"}, "True or False"),
        ({"ecg_": True}, "may hold"),
        ({"eeg": True, "exclude": "EEG 001"}, "exclude must be one of 'bads'"),
        ({"eeg": True, "include": "STI"}, "list of channel names"),
        ({"fnirs": "hb"}, "fnirs must be one of"),
    ],
)
def test_types_that_cannot_be_are_refused(wanted, message, info):
    with pytest.raises(InputError, match=message):
        pick_types(info, **wanted)


def test_names_are_picked_in_the_order_asked_for():
    assert pick_channels(NAMES, ["STI", "REF"]).tolist() == [7, 3]


def test_or_in_the_order_of_the_data_without_what_is_missing():
    assert pick_channels(NAMES, ["STI", "gone", "REF"], ordered=False).tolist() == [3, 7]


def test_no_names_are_all_but_the_excluded():
    assert pick_channels(NAMES, [], ["STI"]).tolist() == list(range(7))


def test_missing_names_are_named():
    with pytest.raises(ChannelError, match="'gone'"):
        pick_channels(NAMES, ["gone"])
