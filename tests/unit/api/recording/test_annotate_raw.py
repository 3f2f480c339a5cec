"""Annotations of recordings."""

from datetime import UTC, datetime

import numpy as np
import pytest

from leadfield.api.recording.annotations import Annotations
from leadfield.api.recording.read_raw import read_raw_fif
from leadfield.base.errors import (
    ChannelError,
    StateError,
)


class TestAnnotations:
    def test_count_from_the_first_sample_without_a_date(self, raw):
        raw.set_annotations(Annotations(0.2, 0.1, "a"))
        assert raw.annotations.onset[0] == pytest.approx(0.7)

    def test_with_a_date_need_a_recording_with_one(self, raw):
        dated = Annotations(0.2, 0.1, "a", orig_time=datetime(2020, 1, 1, tzinfo=UTC))
        with pytest.raises(StateError, match="no orig_time"):
            raw.set_annotations(dated)

    def test_of_channels_that_are_not_there_are_refused(self, raw):
        with pytest.raises(ChannelError, match="'X'"):
            raw.set_annotations(Annotations(0.2, 0.1, "a", ch_names=[["X"]]))

    def test_of_channels_that_are_not_there_may_be_ignored(self, raw):
        both = Annotations([0.2, 0.3], 0.1, "a", ch_names=[["X"], ["E1", "X"]])
        raw.set_annotations(both, on_missing="ignore")
        assert raw.annotations.ch_names.tolist() == [("E1",)]

    def test_can_be_added_to_in_place(self, raw, tmp_path):
        raw.annotations.append(0.8, 0.2, "BAD")
        raw.save(tmp_path / "x_raw.fif")
        assert read_raw_fif(tmp_path / "x_raw.fif").annotations.count() == {"BAD": 1}

    def test_of_a_copy_are_its_own(self, raw):
        raw.copy().annotations.append(0.8, 0.2, "BAD")
        assert len(raw.annotations) == 0

    def test_are_none_if_none_are_set(self, raw):
        raw.set_annotations(Annotations(0.2, 0.1, "a")).set_annotations(None)
        assert len(raw.annotations) == 0


def test_a_duration_that_is_not_known_is_0_in_a_recording(raw):
    spans = Annotations([0.1, 0.3], [np.nan, 0.2], ["BAD", "b"])
    assert np.isnan(spans.duration[0])
    raw.set_annotations(spans)
    assert raw.annotations.duration.tolist() == [0.0, 0.2]
    raw.annotations.append(0.5, np.nan, "BAD_c")
    assert raw.get_data(reject_by_annotation="omit").shape == raw.get_data().shape
