"""Raw recordings do what the field's scripts expect of them."""

import copy
import pickle
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from leadfield.api.recording.annotations import Annotations
from leadfield.api.recording.info import create_info
from leadfield.api.recording.projections import make_eeg_average_ref_proj
from leadfield.api.recording.raw_array import RawArray
from leadfield.api.recording.read_raw import read_raw_fif
from leadfield.base.errors import (
    ArgumentTypeError,
    ChannelError,
    FormatError,
    InputError,
    MissingFileError,
    OutOfRangeError,
    OverwriteError,
    StateError,
)

NAMES = ["M1", "M2", "E1", "E2", "E3", "STI"]
DATA = np.random.default_rng(3).standard_normal((6, 100))


@pytest.fixture
def raw():
    info = create_info(NAMES, 50.0, ["mag", "mag", "eeg", "eeg", "eeg", "stim"])
    return RawArray(DATA, info, first_samp=25)


@pytest.fixture
def opened(raw, tmp_path):
    """The same from a file."""
    raw.save(tmp_path / "x_raw.fif", fmt="double", buffer_size_sec=0.3, verbose=False)
    return read_raw_fif(tmp_path / "x_raw.fif", verbose=False)


def test_it_knows_its_times(raw):
    assert (raw.first_samp, raw.last_samp, raw.n_times, len(raw)) == (25, 124, 100, 100)
    assert (raw.first_time, raw.duration) == (0.5, 2.0)
    np.testing.assert_allclose(raw.times, np.arange(100) / 50)


class TestBrackets:
    @pytest.mark.parametrize("where", ["raw", "opened"])
    @pytest.mark.parametrize(
        ("item", "rows", "samples"),
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
    def test_give_samples_and_times(self, where, item, rows, samples, request):
        data, times = request.getfixturevalue(where)[item]
        np.testing.assert_allclose(data, DATA[rows, samples], rtol=1e-15)
        np.testing.assert_allclose(times, (np.arange(100) / 50)[samples])

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
    def test_gives_all_channels(self, opened):
        np.testing.assert_array_equal(opened.get_data(), DATA)

    def test_takes_samples_or_times(self, raw):
        by_number = raw.get_data("eeg", start=10, stop=20)
        # 0.41 s lies between two samples: what is after the point is cut off.
        np.testing.assert_array_equal(by_number, raw.get_data("eeg", tmin=0.2, tmax=0.41))

    def test_gives_times_if_asked(self, raw):
        _, times = raw.get_data(0, start=10, stop=12, return_times=True)
        np.testing.assert_allclose(times, [0.2, 0.22])

    def test_gives_other_units_if_asked(self, raw):
        found = raw.get_data(["E1", "M1"], units={"eeg": "uV", "mag": "fT"})
        np.testing.assert_allclose(found, DATA[[2, 0]] * [[1e6], [1e15]])

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


class TestCrop:
    def test_keeps_both_ends(self, raw):
        assert raw.crop(0.2, 0.4).n_times == 11

    def test_goes_on_counting_samples(self, raw):
        assert raw.crop(0.2).first_samp == 35

    def test_counts_anew_if_asked(self, raw):
        raw.set_annotations(Annotations(0.3, 0.1, "a"))
        raw.crop(0.2, reset_first_samp=True)
        assert raw.first_samp == 0
        assert raw.annotations.onset[0] == pytest.approx(0.1)

    def test_outside_is_refused(self, raw):
        with pytest.raises(InputError, match=r"0 to 1\.98 s"):
            raw.crop(0, 2.5)


class TestChannels:
    def test_are_picked_in_place(self, raw):
        assert raw.pick(["E2", "M1"]) is raw
        assert raw.ch_names == ["E2", "M1"]
        np.testing.assert_array_equal(raw.get_data(), DATA[[3, 0]])

    def test_are_picked_by_type(self, opened):
        opened.pick_types(meg=True, stim=True)
        np.testing.assert_array_equal(opened.get_data(), DATA[[0, 1, 5]])

    def test_are_dropped(self, raw):
        assert raw.drop_channels("STI").ch_names == NAMES[:-1]

    def test_are_renamed_everywhere(self, raw):
        raw.info["bads"] = ["E1"]
        raw.set_eeg_reference(projection=True)
        raw.set_annotations(Annotations(0.1, 0.1, "a", ch_names=[["E2"]]))
        raw.rename_channels({"E1": "Fz", "E2": "Cz"})
        assert raw.ch_names[2:4] == ["Fz", "Cz"]
        assert raw.info["bads"] == ["Fz"]
        assert raw.annotations.ch_names == [("Cz",)]
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
    def test_of_the_average_are_added_then_applied(self, opened):
        opened.set_eeg_reference(projection=True)
        assert not opened.proj
        np.testing.assert_array_equal(opened.get_data(), DATA)
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
        with pytest.raises(StateError, match="before they are applied"):
            raw.del_proj(0)

    def test_none_are_applied_where_none_are(self, raw):
        np.testing.assert_array_equal(raw.apply_proj().get_data(), DATA)


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
        assert raw.annotations.ch_names == [("E1",)]

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


class TestTimeAsIndex:
    def test_cuts_off_or_rounds(self, raw):
        assert raw.time_as_index([0.39, 0.41]).tolist() == [19, 20]
        assert raw.time_as_index(0.39, use_rounding=True).tolist() == [20]

    def test_refuses_a_date_where_the_recording_has_none(self, raw):
        with pytest.raises(InputError, match="no date"):
            raw.time_as_index(0.1, origin=5.0)


class TestCopies:
    def test_share_nothing_that_changes(self, raw):
        other = raw.copy()
        other.info["bads"] = ["E1"]
        other.crop(0.5).pick("mag")
        assert (raw.n_times, raw.ch_names, raw.info["bads"]) == (100, NAMES, [])

    def test_info_that_was_kept_stays_true(self, raw):
        info = raw.info
        raw.pick("mag")
        info["bads"] = ["M1"]
        assert raw.info["bads"] == ["M1"]


@pytest.mark.parametrize("name", ["x_raw.fif", "x_raw.fif.gz"])
def test_it_can_be_pickled_and_copied_deeply(name, raw, tmp_path):
    raw.save(tmp_path / name, fmt="double")
    opened = read_raw_fif(tmp_path / name)
    for other in (pickle.loads(pickle.dumps(opened)), copy.deepcopy(opened)):
        np.testing.assert_array_equal(other.get_data(), DATA)


class TestLoading:
    def test_keeps_what_it_is(self, opened):
        assert not opened.preload
        assert opened.load_data().preload
        np.testing.assert_array_equal(opened.get_data(), DATA)

    def test_can_be_done_on_opening(self, opened):
        assert read_raw_fif(opened.filenames[0], preload=True).preload

    def test_makes_it_free_of_the_file(self, opened):
        opened.load_data()
        Path(opened.filenames[0]).unlink()
        np.testing.assert_array_equal(opened.get_data(), DATA)


class TestSaving:
    def test_writes_channels_and_times_asked_for(self, raw, tmp_path):
        raw.save(tmp_path / "x_raw.fif", picks="eeg", tmin=0.2, tmax=0.4, fmt="double")
        found = read_raw_fif(tmp_path / "x_raw.fif")
        np.testing.assert_array_equal(found.get_data(), DATA[2:5, 10:21])
        assert found.first_samp == 35

    def test_writes_projected_samples_if_asked(self, raw, tmp_path):
        raw.set_eeg_reference(projection=True)
        raw.save(tmp_path / "x_raw.fif", proj=True)
        found = read_raw_fif(tmp_path / "x_raw.fif")
        assert found.proj
        assert not raw.proj
        np.testing.assert_allclose(found.get_data("eeg").mean(axis=0), 0, atol=1e-7)

    def test_splits_what_is_long(self, raw, tmp_path):
        paths = raw.save(tmp_path / "x_raw.fif", split_size=5500, buffer_size_sec=0.2)
        assert [p.name for p in paths] == ["x_raw.fif", "x_raw-1.fif"]
        np.testing.assert_allclose(read_raw_fif(paths[0]).get_data(), DATA, rtol=1e-6)

    def test_leaves_a_file_unless_asked(self, raw, tmp_path):
        raw.save(tmp_path / "x_raw.fif")
        with pytest.raises(OverwriteError):
            raw.save(tmp_path / "x_raw.fif")

    @pytest.mark.parametrize(
        "options",
        [
            {"fmt": "half"},
            {"split_size": "1TB"},
            {"split_size": "xMB"},
            {"split_naming": "other"},
            {"buffer_size_sec": 0},
            {"tmin": 3.0},
        ],
    )
    def test_refuses_what_it_cannot_do(self, options, raw, tmp_path):
        with pytest.raises(InputError):
            raw.save(tmp_path / "x_raw.fif", **options)
        assert not list(tmp_path.iterdir())


class TestOpening:
    def test_a_missing_file_is_named(self, tmp_path):
        with pytest.raises(MissingFileError, match="gone_raw"):
            read_raw_fif(tmp_path / "gone_raw.fif")

    def test_a_file_of_another_sort_is_refused(self, tmp_path):
        path = tmp_path / "x_raw.fif"
        path.write_text("no FIF at all, but of some length")
        with pytest.raises(FormatError, match="some other file"):
            read_raw_fif(path)

    @pytest.mark.parametrize(
        "options", [{"preload": "memmap"}, {"allow_maxshield": "no"}, {"on_split_missing": "hide"}]
    )
    def test_an_unknown_option_is_refused(self, options, opened):
        with pytest.raises(InputError, match=next(iter(options))):
            read_raw_fif(opened.filenames[0], **options)

    def test_tells_range_and_projections(self, raw, tmp_path, caplog):
        raw.set_eeg_reference(projection=True)
        raw.save(tmp_path / "x_raw.fif")
        caplog.clear()
        read_raw_fif(tmp_path / "x_raw.fif")
        assert "Average EEG reference (1 x 3), idle" in caplog.text
        assert "samples 25 to 124, 0.500 to 2.480 s" in caplog.text
        assert "ready" in caplog.text


class TestArrays:
    def test_are_not_changed_and_do_not_change_it(self):
        data = np.zeros((1, 5))
        raw = RawArray(data, create_info(1, 1.0), copy="data")
        data[:] = 1
        assert not raw.get_data().any()

    def test_may_be_complex(self):
        raw = RawArray([[1 + 1j, 2]], create_info(1, 1.0))
        assert raw[0][0].dtype == np.complex128

    @pytest.mark.parametrize(
        ("data", "options", "message"),
        [
            (np.zeros(3), {}, "n_channels, n_times"),
            (np.zeros((2, 3)), {}, "each of its 1 channels, got 2"),
            ([["a"]], {}, "numbers"),
            (np.zeros((1, 3), int), {"copy": None}, "must be converted"),
            (np.zeros((1, 3)), {"copy": "all"}, "copy must be one of"),
        ],
    )
    def test_that_do_not_fit_are_refused(self, data, options, message):
        with pytest.raises(InputError, match=message):
            RawArray(data, create_info(1, 1.0), **options)
