"""Measurement information is a mapping that can be changed where that makes sense."""

import copy
import json
import pickle

import numpy as np
import pytest

from leadfield.api.recording.info import Info, create_info
from leadfield.api.recording.picks import (
    channel_indices_by_type,
    channel_type,
    pick_info,
    pick_types,
)
from leadfield.api.recording.raw_array import RawArray
from leadfield.api.recording.transforms import CoordinateTransform
from leadfield.base.errors import (
    ArgumentTypeError,
    ChannelError,
    InputError,
    OutOfRangeError,
    StateError,
    UnknownNameError,
)


@pytest.fixture
def info():
    return create_info(["A", "B", "C"], 200.0, ["mag", "eeg", "stim"])


class TestBads:
    def test_can_be_set(self, info):
        info["bads"] = ["B"]
        assert info["bads"] == ["B"]

    def test_can_be_added_to_in_place(self, info):
        info["bads"].append("B")
        info["bads"] += ["A"]
        assert info["bads"] == ["B", "A"]

    def test_can_be_taken_away_in_place(self, info):
        info["bads"] = ["A", "B"]
        info["bads"].remove("A")
        del info["bads"][0]
        assert info["bads"] == []

    def test_can_be_joined_to_lists(self, info):
        info["bads"] = ["A"]
        assert info["bads"] + ["x"] == ["A", "x"]
        assert ["x"] + info["bads"] == ["x", "A"]

    def test_named_twice_are_kept_once(self, info):
        info["bads"] = ["B", "B"]
        assert info["bads"] == ["B"]

    def test_that_are_no_channels_are_refused(self, info):
        with pytest.raises(ChannelError, match="'X'"):
            info["bads"] = ["X"]
        with pytest.raises(ChannelError, match="'X'"):
            info["bads"].append("X")
        assert info["bads"] == []

    def test_that_are_a_string_are_refused(self, info):
        with pytest.raises(ArgumentTypeError, match="list of channel names"):
            info["bads"] = "B"

    def test_of_a_copy_are_its_own(self, info):
        other = info.copy()
        other["bads"] = ["B"]
        assert info["bads"] == []


class TestKeys:
    def test_are_listed_and_found(self, info):
        assert len(list(info)) == len(info)
        assert all(key in info for key in info)
        assert (info["nchan"], info["sfreq"], info["lowpass"]) == (3, 200.0, 100.0)

    def test_that_are_not_there_are_refused_with_those_that_are(self, info):
        with pytest.raises(UnknownNameError, match="'sfreq'"):
            info["sample_rate"]
        assert "sample_rate" not in info

    def test_that_follow_the_data_cannot_be_set(self, info):
        with pytest.raises(StateError, match="'bads', 'description'"):
            info["sfreq"] = 100.0

    def test_that_are_about_the_measurement_can_be_set(self, info):
        info["line_freq"], info["description"] = 50, "of a day"
        info["dev_head_t"] = CoordinateTransform("meg", "head")
        assert (info["line_freq"], info["description"]) == (50.0, "of a day")
        assert info["dev_head_t"].to_str == "head"

    def test_hand_out_what_cannot_be_changed(self, info):
        with pytest.raises(TypeError):
            info["chs"][0]["cal"] = 2.0
        with pytest.raises(ValueError, match="read-only"):
            info["chs"][0]["loc"][:] = 0
        with pytest.raises(AttributeError):
            info["projs"].append(None)


class TestCreateInfo:
    def test_counts_channels_without_names(self):
        assert create_info(3, 1.0).ch_names == ["0", "1", "2"]

    def test_gives_each_a_type(self, info):
        assert info.get_channel_types() == ["mag", "eeg", "stim"]

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ((["A", "A"], 1.0), "unique"),
            ((["A"], 0.0), "sfreq must be above 0"),
            ((["A"], 1.0, "meg"), "ch_types must be one of"),
            ((["A"], 1.0, ["eeg", "eeg"]), "1 names and 2 types"),
        ],
    )
    def test_refuses_what_cannot_be(self, arguments, message):
        with pytest.raises(InputError, match=message):
            create_info(*arguments)


class TestTypes:
    def test_can_be_picked(self, info):
        assert info.get_channel_types(["C", "A"]) == ["stim", "mag"]

    def test_can_be_named_once(self):
        assert create_info(3, 1.0, "eeg").get_channel_types(unique=True) == ["eeg"]

    def test_can_be_those_of_the_brain(self, info):
        assert info.get_channel_types(only_data_chs=True) == ["mag", "eeg"]

    def test_of_one_channel(self, info):
        assert channel_type(info, -1) == "stim"
        with pytest.raises(OutOfRangeError, match="3 channels"):
            channel_type(info, 3)

    def test_by_index(self, info):
        found = channel_indices_by_type(info)
        assert (found["eeg"], found["grad"]) == ([1], [])


class TestPicking:
    def test_keeps_the_order_asked_for(self, info):
        assert pick_info(info, [2, 0]).ch_names == ["C", "A"]

    def test_leaves_the_original(self, info):
        pick_info(info, [2, 0])
        assert info["nchan"] == 3

    def test_changes_it_if_asked(self, info):
        assert pick_info(info, [2, 0], copy=False) is info
        assert info.ch_names == ["C", "A"]

    def test_without_numbers_keeps_all(self, info):
        assert pick_info(info, None).ch_names == info.ch_names

    def test_twice_the_same_is_refused(self, info):
        with pytest.raises(InputError, match="unique"):
            pick_info(info, [0, 0])

    def test_by_type_sees_only_the_types_asked_for(self, info):
        assert pick_types(info, meg=True, stim=True).tolist() == [0, 2]

    def test_needs_an_info(self):
        with pytest.raises(ArgumentTypeError, match="must be an Info"):
            pick_types({"ch_names": []}, meg=True)


class TestViews:
    def test_of_channels_are_made_once(self, info):
        assert info["chs"][0] is info["chs"][0]

    def test_of_channels_cannot_be_changed(self, info):
        for change in (info["chs"].pop, info["chs"].clear):
            with pytest.raises(StateError, match=r"drop_channels\(\)"):
                change()
        with pytest.raises(StateError, match=r"add_channels\(\)"):
            info["chs"].append({})
        with pytest.raises(TypeError):
            info["chs"][0]["ch_name"] = "other"
        with pytest.raises(StateError, match=r"rename_channels\(\)"):
            info["ch_names"][0] = "other"
        assert info["ch_names"] == ["A", "B", "C"]
        assert sorted(info["ch_names"], reverse=True) == ["C", "B", "A"]

    def test_of_channels_have_copies_that_can_be_changed(self, info):
        for names in (list(info["ch_names"]), copy.copy(info["ch_names"]), info["ch_names"][:]):
            names.append("other")
        assert len(info["ch_names"]) == 3

    def test_follow_what_is_set(self, info):
        raw = RawArray(np.zeros((3, 1)), info)
        assert [ch["ch_name"] for ch in raw.info["chs"]] == ["A", "B", "C"]
        raw.rename_channels({"B": "X"}).drop_channels("C")
        assert [ch["ch_name"] for ch in raw.info["chs"]] == ["A", "X"]

    def test_do_not_hinder_copies(self, info):
        assert info["chs"]
        for other in (pickle.loads(pickle.dumps(info)), copy.deepcopy(info)):
            assert other["ch_names"] == info["ch_names"]


def test_its_picture_counts_channels(info):
    assert "3 channels (1 mag, 1 eeg, 1 stim), 200 Hz" in repr(info)


def test_it_equals_what_holds_the_same(info):
    assert info == Info(info.value)
    assert info != create_info(3, 1.0)


def test_digitised_points_are_none_without_any(info):
    assert info["dig"] is None
    assert np.isnan(info["chs"][0]["loc"]).all()


class TestNumbersAndNamesOfNumPy:
    def test_make_an_info(self):
        info = create_info(np.int64(3), np.float64(100), np.str_("eeg"))
        assert (info.ch_names, info.get_channel_types()) == (["0", "1", "2"], ["eeg"] * 3)
        assert create_info([np.str_("Fz")], 100.0, np.array(["eeg"])).ch_names == ["Fz"]

    def test_pick_channels(self):
        info = create_info(["Fz", "Cz", "EOG"], 100.0, ["eeg", "eeg", "eog"])
        assert pick_types(info, eeg=np.True_, eog=np.bool_(False)).tolist() == [0, 1]
        assert info.get_channel_types(np.array(["EOG"], object)) == ["eog"]
        assert info.get_channel_types(np.str_("eeg")) == ["eeg", "eeg"]


def test_one_string_is_no_list_of_names():
    with pytest.raises(TypeError, match=r"\['Test Ch'\]"):
        create_info("Test Ch", 1000.0)


def test_an_unknown_type_is_a_key_error_too():
    with pytest.raises(KeyError, match="'egg'"):
        create_info(2, 100.0, "egg")


class TestBadsAsAList:
    def test_are_json(self, info):
        info["bads"] = ["B"]
        assert json.dumps({"bads": info["bads"], "names": info["ch_names"]}) == (
            '{"bads": ["B"], "names": ["A", "B", "C"]}'
        )

    @pytest.mark.parametrize(
        ("name", "arguments", "after"),
        [
            ("append", ("A",), ["C", "B", "A"]),
            ("extend", (["A"],), ["C", "B", "A"]),
            ("insert", (0, "A"), ["A", "C", "B"]),
            ("remove", ("C",), ["B"]),
            ("pop", (), ["C"]),
            ("clear", (), []),
            ("sort", (), ["B", "C"]),
            ("reverse", (), ["B", "C"]),
            ("__setitem__", (0, "A"), ["A", "B"]),
            ("__delitem__", (0,), ["B"]),
            ("__iadd__", (["A"],), ["C", "B", "A"]),
        ],
    )
    def test_change_their_owner_by_every_method_of_a_list(self, name, arguments, after, info):
        info["bads"] = ["C", "B"]
        bads = info["bads"]
        getattr(bads, name)(*arguments)
        assert list(info.value.bads) == after == bads

    def test_that_are_held_follow_their_owner(self, info):
        bads = info["bads"]
        info["bads"] = ["B"]
        assert (bads, len(bads), "B" in bads, bads[0]) == (["B"], 1, True, "B")

    def test_are_plain_lists_once_copied(self, info):
        info["bads"] = ["B"]
        for other in (copy.deepcopy(info["bads"]), pickle.loads(pickle.dumps(info["bads"]))):
            other.append("nobody")
            assert other == ["B", "nobody"]
        assert info["bads"] == ["B"]
