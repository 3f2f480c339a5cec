"""Samples of recordings: brackets, get_data, times as sample numbers."""

import numpy as np
import pytest

from leadfield.api.recording.annotations import Annotations
from leadfield.base.errors import (
    ArgumentTypeError,
    ChannelError,
    InputError,
    OutOfRangeError,
)


class TestBrackets:
    @pytest.mark.parametrize("where", ["raw", "opened"])
    @pytest.mark.parametrize(
        ("item", "rows", "span"),
        [
            (slice(None), slice(None), slice(None)),
            ((["E2", "M1"], slice(3, 9)), [3, 0], slice(3, 9)),
            (("mag", slice(90, None)), [0, 1], slice(90, None)),
            ((2, 7), [2], slice(7, 8)),
            ((slice(1, 3), -1), [1, 2], slice(99, 100)),
            (([0], slice(-5, -2)), [0], slice(95, 98)),
            (([0], slice(0, 1000)), [0], slice(None)),
        ],
    )
    def test_give_samples_and_times(self, where, item, rows, span, request, samples):
        data, times = request.getfixturevalue(where)[item]
        np.testing.assert_allclose(data, samples[rows, span], rtol=1e-15)
        np.testing.assert_allclose(times, (np.arange(100) / 50)[span])

    @pytest.mark.parametrize(
        ("item", "error"),
        [
            (("E9", 0), ChannelError),
            ((0, 100), OutOfRangeError),
            ((0, slice(0, 10, 2)), InputError),
            ((0, [1, 2]), ArgumentTypeError),
        ],
    )
    def test_refuse_what_is_not_there(self, item, error, raw):
        with pytest.raises(error):
            raw[item]


class TestGetData:
    def test_gives_all_channels(self, opened, samples):
        np.testing.assert_array_equal(opened.get_data(), samples)

    def test_takes_samples_or_times(self, raw):
        by_number = raw.get_data("eeg", start=10, stop=20)
        # 0.41 s lies between two samples: what is after the point is cut off.
        np.testing.assert_array_equal(by_number, raw.get_data("eeg", tmin=0.2, tmax=0.41))

    def test_gives_times_if_asked(self, raw):
        _, times = raw.get_data(0, start=10, stop=12, return_times=True)
        np.testing.assert_allclose(times, [0.2, 0.22])

    def test_gives_other_units_if_asked(self, raw, samples):
        found = raw.get_data(["E1", "M1"], units={"eeg": "uV", "mag": "fT"})
        np.testing.assert_allclose(found, samples[[2, 0]] * [[1e6], [1e15]])

    def test_can_leave_bad_channels_out(self, raw):
        raw.info["bads"] = ["E1"]
        assert raw.get_data("eeg", exclude="bads").shape[0] == 2
        assert raw.get_data("eeg").shape[0] == 3

    @pytest.mark.parametrize(("how", "left"), [("omit", 90), ("NaN", 100)])
    def test_can_do_without_bad_samples(self, how, left, raw):
        raw.set_annotations(Annotations([0.2, 0.4], [0.2, 0.5], ["bad blink", "speech"]))
        found, times = raw.get_data(reject_by_annotation=how, return_times=True)
        assert found.shape == (6, left) == (6, len(times))
        assert np.isfinite(found).all(axis=0).sum() == 90

    def test_refuses_other_ways(self, raw):
        with pytest.raises(InputError, match="reject_by_annotation"):
            raw.get_data(reject_by_annotation="drop")


class TestTimeAsIndex:
    def test_cuts_off_or_rounds(self, raw):
        assert raw.time_as_index([0.39, 0.41]).tolist() == [19, 20]
        assert raw.time_as_index(0.39, use_rounding=True).tolist() == [20]

    def test_refuses_a_date_where_the_recording_has_none(self, raw):
        with pytest.raises(InputError, match="no date"):
            raw.time_as_index(0.1, origin=5.0)
