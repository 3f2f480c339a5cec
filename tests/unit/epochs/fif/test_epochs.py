"""Files of epochs: what is refused, and what is never lost."""

import json
import sys
from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import (
    DataError,
    FormatError,
    InputError,
    OverwriteError,
    StateError,
)
from leadfield.epochs.fif import evoked as evoked_file
from leadfield.epochs.fif.read_epochs import read_epochs
from leadfield.epochs.fif.write_epochs import write_epochs
from leadfield.epochs.good_epochs import collect_good_epochs
from leadfield.epochs.modify import load_epochs
from leadfield.fif.kinds import Block, Kind


def write_one(writer, change):
    """One epoch with something wrong."""
    parts = {
        "events": [[5, 0, 1]],
        "first": 0,
        "last": 9,
        "log": "[[]]",
        "selection": [0],
        "data": np.zeros((1, 7, 10)),
        "limits": "{}",
    } | change
    with writer.block(Block.EPOCHS):
        with writer.block(Block.MNE_EVENTS):
            writer.integers(Kind.MNE_EVENT_LIST, parts["events"])
        writer.integers(Kind.FIRST_SAMPLE, parts["first"])
        writer.integers(Kind.LAST_SAMPLE, parts["last"])
        if parts["data"] is not None:
            writer.matrix(Kind.EPOCH, parts["data"], dtype=parts.get("dtype", ">f4"))
        writer.text(Kind.EPOCHS_DROP_LOG, parts["log"])
        writer.text(Kind.EPOCHS_REJECT_FLAT, parts["limits"])
        writer.integers(Kind.EPOCHS_SELECTION, parts["selection"])
        if "baseline" in parts:
            writer.reals(Kind.BASELINE_MIN, parts["baseline"])
            writer.reals(Kind.BASELINE_MAX, 0.0)
        writer.reals(Kind.EPOCHS_RAW_SFREQ, parts.get("rate", 100.0))
        if "table" in parts:
            with writer.block(Block.METADATA):
                writer.text(Kind.DESCRIPTION, parts["table"])


WRONG = {
    "no samples": {"data": None},
    "other channels": {"data": np.zeros((1, 6, 10))},
    "other times": {"last": 10},
    "no times": {"last": -1},
    "endless times": {"last": 2**31 - 1, "events": [], "data": np.zeros((0, 7, 0))},
    "whole numbers": {"dtype": ">i4"},
    "a selection beyond": {"selection": [1]},
    "a short selection": {"selection": []},
    "a drop log of numbers": {"log": "[[1]]"},
    "no drop log": {"log": "{}"},
    "a deep drop log": {"log": "[" * 100_000},
    "broken text": {"log": "[["},
    "limits of nothing": {"limits": '{"reject": {"ear": 1}}'},
    "a list of limits": {"limits": "[1]"},
    "a window in words": {"limits": '{"reject_tmin": "early"}'},
    "a baseline of no number": {"baseline": np.nan},
    "an endless baseline": {"baseline": 1e38},
    "a recording that was not sampled": {"rate": 0.0},
}


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG)
def test_epochs_files_that_do_not_fit_are_refused(header, change):
    path = header(lambda writer: write_one(writer, change))
    with pytest.raises(FormatError, match=path.name):
        read_epochs(path)


@pytest.mark.parametrize("text", ["[]", "[[1]]", "{}", "[{", "[{}, {}]", "[" * 100_000])
def test_metadata_that_do_not_fit_are_refused(header, text):
    path = header(lambda writer: write_one(writer, {"table": text}))
    with pytest.raises(FormatError, match="metadata"):
        read_epochs(path)


def test_metadata_are_left_out_with_a_warning_where_pandas_is_absent(header, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    path = header(lambda writer: write_one(writer, {"table": '[{"rt": 1}]'}))
    with pytest.warns(RuntimeWarning, match=r"leadfield\[tables\]"):
        assert len(read_epochs(path)) == 1


def test_a_file_without_epochs_is_refused(header):
    with pytest.raises(FormatError, match="EPOCHS block"):
        read_epochs(header(lambda writer: writer.void(Kind.NOP)))


def test_epochs_come_back_as_they_were(epochs, tmp_path):
    write_epochs(tmp_path / "a-epo.fif", epochs, fmt="double")
    back = read_epochs(tmp_path / "a-epo.fif")
    np.testing.assert_array_equal(collect_good_epochs(back)[1], collect_good_epochs(epochs)[1])
    np.testing.assert_allclose(back.times, epochs.times, atol=1e-12)
    assert back.drop_log == epochs.drop_log
    assert back.event_id == epochs.event_id


def test_epochs_that_are_not_loaded_do_not_replace_their_own_file(epochs, tmp_path):
    path = tmp_path / "a-epo.fif"
    write_epochs(path, epochs)
    stored = read_epochs(path, load=False)
    with pytest.raises(InputError, match="load_data"):
        write_epochs(path, stored, overwrite=True)
    write_epochs(path, load_epochs(stored), overwrite=True)
    with pytest.raises(StateError, match="must not change"):
        collect_good_epochs(stored)


def test_a_file_that_is_there_is_replaced_only_when_asked(epochs, evoked, tmp_path):
    write_epochs(tmp_path / "a-epo.fif", epochs)
    evoked_file.write_evokeds(tmp_path / "a-ave.fif", [evoked], overwrite=False)
    with pytest.raises(OverwriteError):
        write_epochs(tmp_path / "a-epo.fif", epochs)
    with pytest.raises(OverwriteError):
        evoked_file.write_evokeds(tmp_path / "a-ave.fif", [evoked], overwrite=False)


def test_parts_are_smaller_than_asked(epochs, tmp_path):
    whole = write_epochs(tmp_path / "whole-epo.fif", epochs)[1][0].stat().st_size
    size = whole + 4096 - 2 * 7 * 11 * 4
    _, paths = write_epochs(tmp_path / "a-epo.fif", epochs, split_size=size)
    assert [path.name for path in paths] == ["a-epo.fif", "a-epo-1.fif"]
    assert all(path.stat().st_size <= size for path in paths)


def test_parts_too_small_for_an_epoch_are_refused(epochs, tmp_path):
    with pytest.raises(InputError, match="one epoch"):
        write_epochs(tmp_path / "a-epo.fif", epochs, split_size=1000)
    assert not list(tmp_path.iterdir())


def test_no_epochs_are_not_written(epochs, tmp_path):
    nothing = epochs.select(np.empty(0, np.int64), reason="USER")
    with pytest.raises(DataError, match="USER 4 times"):
        write_epochs(tmp_path / "a-epo.fif", nothing)


def test_a_channel_calibrated_with_zero_is_written_as_it_is(evoked, epochs, tmp_path):
    channels = replace(evoked.info.channels, cals=np.array([0.0, *[1.0] * 6]))
    info = replace(evoked.info, channels=channels)
    evoked_file.write_evokeds(tmp_path / "a-ave.fif", [replace(evoked, info=info)], overwrite=True)
    back = evoked_file.read_evokeds(tmp_path / "a-ave.fif")[0]
    np.testing.assert_allclose(back.data[1:], evoked.data[1:], rtol=1e-6)
    write_epochs(tmp_path / "a-epo.fif", replace(epochs, info=info))
    assert np.isfinite(collect_good_epochs(read_epochs(tmp_path / "a-epo.fif"))[1]).all()


def test_the_drop_log_is_json(epochs, tmp_path):
    dropped = epochs.select(np.array([0, 3]), reason=('a "quoted" reason',))
    write_epochs(tmp_path / "a-epo.fif", dropped)
    log = read_epochs(tmp_path / "a-epo.fif").drop_log
    assert json.loads(json.dumps(log)) == [[], ['a "quoted" reason'], ['a "quoted" reason'], []]


@pytest.mark.parametrize("shape", [(7, 1, 10), (1, 10, 7), (70, 1, 1), (1, 70)])
def test_samples_of_another_shape_are_refused_before_they_are_read(header, shape):
    path = header(lambda writer: write_one(writer, {"data": np.zeros(shape)}))
    with pytest.raises(FormatError, match=r"\(1, 7, 10\)"):
        read_epochs(path, load=False)


@pytest.mark.parametrize("value", [np.inf, -np.inf, 1e38])
def test_samples_that_no_sensor_gives_are_none(header, value):
    path = header(lambda writer: write_one(writer, {"data": np.full((1, 7, 10), value)}))
    assert np.isnan(read_epochs(path).source.data).all()


def test_samples_that_are_no_numbers_are_read_as_such(header):
    path = header(lambda writer: write_one(writer, {"data": np.full((1, 7, 10), np.nan)}))
    assert np.isnan(read_epochs(path).source.data).all()


@pytest.mark.parametrize("load", [True, False])
def test_a_file_of_no_epochs_is_read_as_such(header, load):
    nothing = {"events": [], "selection": [], "log": "[]", "data": np.zeros((0, 7, 10))}
    epochs = read_epochs(header(lambda writer: write_one(writer, nothing)), load=load)
    assert (len(epochs), len(epochs.times)) == (0, 10)
