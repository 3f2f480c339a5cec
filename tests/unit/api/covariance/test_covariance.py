"""Covariances as users hold them."""

import numpy as np
import pytest

from leadfield.api.covariance.covariance import (
    as_covariance,
    read_cov,
    write_cov,
)
from leadfield.base.errors import ArgumentTypeError, MismatchError, StateError, UnknownNameError

NAMES = ["M1", "M2", "M3", "EOG"]


def test_keys_are_those_of_the_field(cov):
    assert cov["names"] == cov.ch_names == NAMES[:3]
    assert cov["nfree"] == cov.nfree == 50
    assert (cov["diag"], cov["dim"], cov["kind"]) == (False, 3, 1)
    assert (cov["method"], cov["loglik"], cov["bads"]) == ("shrunk", -3.0, ["M3"])
    assert set(cov) == {*cov.keys()}
    with pytest.raises(UnknownNameError, match="'eig'"):
        cov["eig"]


def test_bads_change_in_place_and_copies_stay(cov):
    other = cov.copy()
    cov["bads"].append("M1")
    assert cov["bads"] == ["M3", "M1"]
    assert other["bads"] == ["M3"]


def test_data_can_be_set_but_not_written_over(cov):
    cov["data"] = 2 * cov.data
    assert cov.data[0, 0] == 4
    with pytest.raises(ValueError, match="read-only"):
        cov.data[0, 0] = 1
    with pytest.raises(StateError, match="can be set"):
        cov["names"] = ["a", "b", "c"]


def test_as_diag_keeps_variances_in_place(cov):
    assert cov.as_diag() is cov
    assert cov.as_diag().data.tolist() == [2, 3, 4]
    assert cov["diag"]


def test_channels_are_picked_in_place(cov):
    assert cov.pick_channels(["M3", "M1"]) is cov
    assert cov.ch_names == ["M3", "M1"]
    cov.pick_channels(["M1", "M3", "X"], ordered=False)
    assert cov.data.tolist() == [[4, 0], [0, 2]]


def test_covariances_add_up(cov):
    both = cov + cov
    assert both.nfree == 100
    np.testing.assert_allclose(both.data, cov.data)
    cov += cov
    assert cov.nfree == 100


def test_files_give_it_back(cov, tmp_path):
    write_cov(tmp_path / "a-cov.fif", cov)
    assert as_covariance(str(tmp_path / "a-cov.fif")).data.tolist() == cov.data.tolist()
    assert read_cov(tmp_path / "a-cov.fif")["method"] == "shrunk"


def test_it_says_what_it_is(cov):
    assert repr(cov) == "<Covariance | full, 3 x 3, n_samples : 50>"


def test_something_else_is_refused():
    with pytest.raises(ArgumentTypeError, match="got int"):
        as_covariance(3)


def test_a_channel_is_renamed_in_place(cov):
    cov.ch_names[2] = "M9"
    assert cov["names"] == ["M1", "M2", "M9"]
    assert list(cov["bads"]) == ["M9"]
    cov["names"][0] = "M7"
    assert cov.ch_names == ["M7", "M2", "M9"]


def test_names_that_would_be_lost_or_double_are_refused(cov):
    for change in (
        lambda names: names.append("M4"),
        lambda names: names.pop(),
        lambda names: names.__setitem__(0, "M2"),
    ):
        with pytest.raises(MismatchError, match="a name of its own"):
            change(cov.ch_names)
    assert cov.ch_names == NAMES[:3]
