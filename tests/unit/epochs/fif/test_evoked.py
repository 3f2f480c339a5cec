"""Files of evoked responses: what is refused, and what is never lost."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import (
    FormatError,
    InputError,
    UnknownNameError,
)
from leadfield.epochs.fif import evoked as evoked_file
from leadfield.fif.kinds import Block, Kind, Type


def write_evoked(writer, change):
    """One response with something wrong."""
    parts = {"aspect": 100, "data": np.zeros((7, 10)), "last": 9, "start": 0.0} | change
    with writer.block(Block.EVOKED):
        writer.text(Kind.DESCRIPTION, "left")
        writer.reals(Kind.FIRST_TIME, parts["start"])
        writer.integers(Kind.NO_SAMPLES, parts["last"] + 1)
        if parts.get("channels"):
            writer.integers(Kind.NCHAN, parts["channels"])
        if parts["aspect"] is not None:
            with writer.block(parts.get("block", Block.ASPECT)):
                writer.integers(Kind.ASPECT_KIND, parts["aspect"])
                for payload in parts.get("packed", ()):
                    writer.tag(Kind.EPOCH, Type.OLD_PACK, payload)
                if parts["data"] is not None:
                    writer.matrix(Kind.EPOCH, parts["data"], dtype=parts.get("dtype", ">f4"))


def packed(offset, scale, values):
    """Numbers as older acquisition software packs them."""
    return np.array([offset, scale], ">f4").tobytes() + np.array(values, ">i2").tobytes()


WRONG_EVOKED = {
    "no aspect": {"aspect": None},
    "an alternating average": {"aspect": 102},
    "no samples": {"data": None},
    "other channels": {"data": np.zeros((6, 10))},
    "other times": {"last": 10},
    "no start": {"start": np.nan},
    "an endless start": {"start": 1e30},
    "channels of its own that are not there": {"channels": 3},
    "packed samples without a scale": {"data": None, "packed": [bytes(4)] * 7},
    "packed samples cut in the middle": {"data": None, "packed": [bytes(27)] * 7},
    "packed samples of other times": {"data": None, "packed": [bytes(26)] * 7},
    "packed samples of other channels": {"data": None, "packed": [bytes(28)] * 6},
    "packed samples of several channels in one": {"data": None, "packed": [bytes(148)]},
    "packed samples with a scale that is no number": {
        "data": None,
        "packed": [packed(0.0, np.nan, range(10))] * 7,
    },
}


@pytest.mark.parametrize("change", WRONG_EVOKED.values(), ids=WRONG_EVOKED)
def test_evoked_files_that_do_not_fit_are_refused(header, change):
    path = header(lambda writer: write_evoked(writer, change), "bad-ave.fif")
    with pytest.raises(FormatError, match=path.name):
        evoked_file.read_evokeds(path)


def test_samples_that_no_sensor_gives_are_none(header):
    data = np.zeros((7, 10))
    data[2, 3] = -np.inf
    path = header(lambda writer: write_evoked(writer, {"data": data}), "a-ave.fif")
    (evoked,) = evoked_file.read_evokeds(path)
    assert np.argwhere(np.isnan(evoked.data)).tolist() == [[2, 3]]


def test_packed_samples_are_an_offset_and_a_scale_times_whole_numbers(header):
    rows = [packed(i, 0.25, np.arange(-5, 5) * (i + 1)) for i in range(7)]
    path = header(lambda writer: write_evoked(writer, {"data": None, "packed": rows}), "a-ave.fif")
    (evoked,) = evoked_file.read_evokeds(path)
    expected = np.arange(7)[:, None] + 0.25 * np.arange(-5, 5) * np.arange(1, 8)[:, None]
    np.testing.assert_array_equal(evoked.data, expected * evoked.info.channels.cals[:, None])


def test_shielded_responses_are_read_only_when_allowed(header):
    path = header(lambda writer: write_evoked(writer, {"block": Block.IAS}), "ias-ave.fif")
    with pytest.raises(InputError, match="allow_maxshield=True"):
        evoked_file.read_evokeds(path)
    with pytest.warns(RuntimeWarning, match="active shielding"):
        evoked_file.read_evokeds(path, shielded=True)
    assert evoked_file.read_evokeds(path, shielded="yes")[0].comment == "left"


@pytest.mark.parametrize(
    ("wanted", "error"), [(1, InputError), (-1, InputError), ("right", UnknownNameError)]
)
def test_a_response_that_is_not_there_is_refused(evoked, tmp_path, wanted, error):
    path = tmp_path / "a-ave.fif"
    evoked_file.write_evokeds(path, [replace(evoked, comment="left")], overwrite=False)
    with pytest.raises(error, match="condition must"):
        evoked_file.read_evokeds(path, [wanted])


def test_a_broken_number_of_epochs_is_rounded_with_a_warning(evoked, tmp_path):
    path = tmp_path / "a-ave.fif"
    with pytest.warns(RuntimeWarning, match="2.5 is written as 2"):
        evoked_file.write_evokeds(path, [replace(evoked, nave=2.5)], overwrite=False)
