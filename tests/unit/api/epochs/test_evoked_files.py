"""Files of evoked responses."""

import numpy as np
import pytest

from leadfield.api.epochs.evoked import Evoked
from leadfield.api.epochs.evoked_files import combine_evoked, read_evokeds, write_evokeds
from leadfield.base.errors import (
    ArgumentTypeError,
    DataError,
    InputError,
    MismatchError,
)


def test_files_that_do_not_fit_together_are_not_written(evoked, tmp_path):
    other = evoked.copy()
    other.info["bads"] = ["E1"]
    with pytest.raises(MismatchError, match="bad channels"):
        write_evokeds(tmp_path / "a-ave.fif", [evoked, other])
    with pytest.raises(MismatchError, match="channels"):
        write_evokeds(tmp_path / "a-ave.fif", [evoked, evoked.copy().pick("eeg")])
    with pytest.raises(DataError, match="at least one"):
        write_evokeds(tmp_path / "a-ave.fif", [])
    for wrong in ([evoked, 3], 3):
        with pytest.raises(ArgumentTypeError, match="must be an Evoked"):
            combine_evoked(wrong, "equal")


def test_another_head_position_is_told_as_wished(evoked, tmp_path):
    moved = evoked.copy()
    moved.info["dev_head_t"] = {"from": 1, "to": 4, "trans": np.eye(4)}
    with pytest.raises(MismatchError, match="dev_head_t"):
        write_evokeds(tmp_path / "a-ave.fif", [evoked, moved])
    with pytest.warns(RuntimeWarning, match="dev_head_t"):
        write_evokeds(tmp_path / "a-ave.fif", [evoked, moved], on_mismatch="warn")


def test_several_responses_in_a_file_must_be_told_apart(evoked, tmp_path):
    evoked.comment = "left"
    path = tmp_path / "a-ave.fif"
    write_evokeds(path, [evoked, -evoked])
    with pytest.raises(InputError, match="condition must say"):
        Evoked(path)
    assert [one.comment for one in read_evokeds(path, [1, 0])] == ["- left", "left"]


def test_a_response_may_be_chosen_by_numpy_s_numbers_and_names(evoked, tmp_path):
    evoked.comment = "left"
    evoked.save(tmp_path / "a-ave.fif")
    for one in (np.int64(0), np.str_("left")):
        found = read_evokeds(tmp_path / "a-ave.fif", one, kind=np.str_("average"))
        assert found.comment == "left"
