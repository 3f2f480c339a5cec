"""Channels and SSP projectors of recordings, epochs and evoked responses."""

import numpy as np
import pytest

from leadfield.api.recording.annotations import Annotations
from leadfield.api.recording.info import create_info
from leadfield.api.recording.projections import make_eeg_average_ref_proj
from leadfield.api.recording.raw_array import RawArray
from leadfield.base.errors import (
    ChannelError,
    InputError,
)

NAMES = ["M1", "M2", "E1", "E2", "E3", "STI"]


class TestChannels:
    def test_are_picked_in_place(self, raw, samples):
        assert raw.pick(["E2", "M1"]) is raw
        assert raw.ch_names == ["E2", "M1"]
        np.testing.assert_array_equal(raw.get_data(), samples[[3, 0]])

    def test_are_picked_by_type(self, opened, samples):
        opened.pick_types(meg=True, stim=True)
        np.testing.assert_array_equal(opened.get_data(), samples[[0, 1, 5]])

    def test_are_dropped(self, raw):
        assert raw.drop_channels("STI").ch_names == NAMES[:-1]

    def test_are_renamed_everywhere(self, raw):
        raw.info["bads"] = ["E1"]
        raw.set_eeg_reference(projection=True)
        raw.set_annotations(Annotations(0.1, 0.1, "a", ch_names=[["E2"]]))
        raw.rename_channels({"E1": "Fz", "E2": "Cz"})
        assert raw.ch_names[2:4] == ["Fz", "Cz"]
        assert raw.info["bads"] == ["Fz"]
        assert raw.annotations.ch_names.tolist() == [("Cz",)]
        assert "Cz" in raw.info["projs"][0]["data"]["col_names"]

    def test_are_renamed_by_a_function(self, raw):
        assert raw.rename_channels(str.lower).ch_names[0] == "m1"

    def test_that_are_missing_cannot_be_renamed(self, raw):
        with pytest.raises(ChannelError, match="'X'"):
            raw.rename_channels({"X": "Y"})

    def test_cannot_share_a_name(self, raw):
        with pytest.raises(InputError, match="unique"):
            raw.rename_channels({"E1": "E2"})

    def test_types_can_be_asked_for(self, raw):
        assert "meg" in raw
        assert "grad" not in raw


class TestProjections:
    def test_of_the_average_are_added_then_applied(self, opened, samples):
        opened.set_eeg_reference(projection=True)
        assert not opened.proj
        np.testing.assert_array_equal(opened.get_data(), samples)
        assert opened.apply_proj().proj
        np.testing.assert_allclose(opened.get_data("eeg").mean(axis=0), 0, atol=1e-15)

    def test_are_added_once(self, raw):
        proj = make_eeg_average_ref_proj(raw.info, activate=False)
        raw.add_proj(proj).add_proj([proj])
        assert len(raw.info["projs"]) == 1

    def test_are_removed_before_they_are_applied(self, raw):
        raw.set_eeg_reference(projection=True).del_proj()
        assert raw.info["projs"] == ()

    def test_stay_once_they_are_applied(self, raw):
        raw.set_eeg_reference(projection=True).apply_proj()
        with pytest.raises(InputError, match="before they are applied"):
            raw.del_proj(0)

    def test_none_are_applied_where_none_are(self, raw, samples):
        np.testing.assert_array_equal(raw.apply_proj().get_data(), samples)


class TestPickTypes:
    def test_takes_every_type_that_there_is(self):
        types = ["eeg", "misc", "hbo", "eyegaze"]
        raw = RawArray(np.zeros((4, 1)), create_info(["E", "X", "H", "G"], 1.0, types))
        assert raw.copy().pick_types(misc=True).ch_names == ["X"]
        assert raw.copy().pick_types(fnirs="hbo", eyetrack=["eyegaze"]).ch_names == ["H", "G"]

    def test_leaves_at_least_one_channel(self, raw):
        with pytest.raises(ChannelError, match="at least one channel"):
            raw.pick_types(misc=True)

    def test_refuses_types_that_there_are_not(self, raw):
        with pytest.raises(TypeError, match="megs"):
            raw.pick_types(megs=True)
