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
from leadfield.fif.kinds import Block, Kind


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
                if parts["data"] is not None:
                    writer.matrix(Kind.EPOCH, parts["data"], dtype=parts.get("dtype", ">f4"))


WRONG_EVOKED = {
    "no aspect": {"aspect": None},
    "an alternating average": {"aspect": 102},
    "no samples": {"data": None},
    "other channels": {"data": np.zeros((6, 10))},
    "complex samples": {"dtype": ">c8"},
    "other times": {"last": 10},
    "no start": {"start": np.nan},
    "an endless start": {"start": 1e30},
    "channels of its own that are not there": {"channels": 3},
}


@pytest.mark.parametrize("change", WRONG_EVOKED.values(), ids=WRONG_EVOKED)
def test_evoked_files_that_do_not_fit_are_refused(header, change):
    path = header(lambda writer: write_evoked(writer, change), "bad-ave.fif")
    with pytest.raises(FormatError, match=path.name):
        evoked_file.read_evokeds(path)


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
