"""Channels are picked as MNE-Python picks them."""

import numpy as np
import pytest

from leadfield.api.recording import picks as ours
from leadfield.api.recording.info import read_info
from leadfield.recording.picks import resolve_picks

mne = pytest.importorskip("mne")

FILES = ["test-ave.fif.gz", "test_ctf_comp_raw.fif"]


@pytest.fixture(params=FILES, scope="module")
def read(request, shared):
    path = shared / request.param
    infos = read_info(path, verbose=False), mne.io.read_info(path, verbose=False)
    for info in infos:
        info["bads"] = [info["ch_names"][i] for i in (3, 50, 330)]
    return infos


@pytest.fixture
def both(read):
    """Ours and MNE-Python's information of a file, with some bads."""
    return tuple(info.copy() for info in read)


@pytest.mark.parametrize(
    "wanted",
    [
        {},
        {"meg": True, "eeg": False, "eog": True},
        {"meg": "mag"},
        {"meg": "grad", "stim": True},
        {"meg": "planar1"},
        {"meg": "planar2", "eeg": True, "exclude": []},
        {"meg": True, "ref_meg": False},
        {"ref_meg": True, "misc": True},
        {"ref_meg": "mag"},
        {"meg": True, "eeg": True, "exclude": ["MEG 0113", "EEG 001"]},
    ],
)
def test_by_type(wanted, both):
    found, expected = ours.pick_types(both[0], **wanted), mne.pick_types(both[1], **wanted)
    np.testing.assert_array_equal(found, expected)


def test_by_type_and_name(both):
    names = both[1]["ch_names"]
    wanted = {"meg": True, "include": [names[-1], names[3]], "selection": names[:60]}
    found, expected = ours.pick_types(both[0], **wanted), mne.pick_types(both[1], **wanted)
    np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize(
    "picks", [None, "all", "data", "meg", "mag", ["mag", "stim"], ["planar1", "eeg"], [5, -3, 0]]
)
def test_by_what_users_write(picks, both):
    convert = mne._fiff.pick._picks_to_idx
    expected = convert(both[1], picks, allow_empty=True)
    if len(expected):
        np.testing.assert_array_equal(resolve_picks(both[0].value, picks), expected)


def test_by_name(both):
    names = both[1]["ch_names"]
    for include, exclude in (([], names[:4]), (names[7:2:-1], [names[5]])):
        found = ours.pick_channels(names, include, exclude)
        np.testing.assert_array_equal(found, mne.pick_channels(names, include, exclude))


def test_types_have_the_same_names(both):
    assert both[0].get_channel_types() == both[1].get_channel_types()
    n = both[1]["nchan"]
    assert [ours.channel_type(both[0], i) for i in range(n)] == [
        mne.channel_type(both[1], i) for i in range(n)
    ]


def test_information_is_picked_alike(both):
    sel = mne.pick_types(both[1], meg=True)[::5]
    found, expected = ours.pick_info(both[0], sel), mne.pick_info(both[1], sel, verbose=False)
    assert (found["ch_names"], found["bads"]) == (expected["ch_names"], expected["bads"])
    assert [one["desc"] for one in found["projs"]] == [one["desc"] for one in expected["projs"]]
