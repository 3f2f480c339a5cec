"""Forward models as users hold them."""

import numpy as np
import pytest

from leadfield.api.forward.convert import (
    convert_forward_solution,
    is_fixed_orient,
    pick_channels_forward,
    pick_types_forward,
    restrict_forward_to_label,
    restrict_forward_to_stc,
)
from leadfield.api.forward.forward import Forward, as_forward, read_forward_solution
from leadfield.base.errors import ArgumentTypeError, ChannelError


@pytest.fixture
def fwd(problem):
    return Forward(problem.forwards["surface"])


def test_its_keys_are_those_of_the_field(fwd):
    assert fwd["sol"]["data"].shape == (34, 60) == (fwd["sol"]["nrow"], fwd["sol"]["ncol"])
    assert fwd["sol"]["row_names"] == fwd.ch_names == fwd["info"]["ch_names"]
    assert (fwd["nsource"], fwd["nchan"]) == (20, 34)
    assert (fwd["source_ori"], fwd["surf_ori"], fwd["coord_frame"]) == (2, False, 4)
    assert fwd["source_rr"].shape == (20, 3)
    assert fwd["source_nn"].shape == (60, 3)
    assert fwd["sol_grad"] is None
    assert len(fwd["src"]) == 2
    assert dict(fwd)["mri_head_t"]["to"] == 4


def test_an_unknown_key_is_told_of_the_known_ones(fwd):
    with pytest.raises(KeyError, match=r"'sol'.*got 'gain'"):
        fwd["gain"]


def test_the_lead_field_cannot_be_changed_by_accident(fwd):
    with pytest.raises(ValueError, match="read-only"):
        fwd["sol"]["data"][0] = 0


def test_views_are_made_once_for_a_value(fwd):
    assert fwd["src"] is fwd["src"]
    assert fwd["source_rr"] is fwd["source_rr"]
    assert not fwd["source_rr"].flags.writeable
    before = fwd["src"]
    fwd.pick_channels(fwd.ch_names[:3])
    assert fwd["src"] is not before


def test_its_info_is_that_of_its_value(fwd):
    fwd.pick_channels(fwd.ch_names[:3])
    assert fwd["info"]["nchan"] == fwd["nchan"] == 3


def test_bads_marked_in_its_info_count(fwd):
    fwd["info"]["bads"] = [fwd.ch_names[2]]
    assert fwd.value.info.bads == (fwd.ch_names[2],)
    assert len(pick_types_forward(fwd, meg=True, exclude="bads").ch_names) == 23
    assert len(pick_channels_forward(fwd, exclude="bads").ch_names) == 33


def test_conversion_can_leave_it_alone_or_change_it(fwd):
    turned = convert_forward_solution(fwd, surf_ori=True)
    assert (turned["surf_ori"], fwd["surf_ori"]) == (True, False)
    assert convert_forward_solution(fwd, force_fixed=True, copy=False) is fwd
    assert is_fixed_orient(fwd)
    assert not is_fixed_orient(fwd, orig=True)
    assert fwd["sol"]["ncol"] == 20


def test_picking_can_leave_it_alone_or_change_it(fwd):
    names = [fwd.ch_names[4], fwd.ch_names[1]]
    assert pick_channels_forward(fwd, names).ch_names == names
    assert fwd["nchan"] == 34
    copied = fwd.copy()
    assert fwd.pick_channels(names) is fwd
    assert fwd.ch_names == names[::-1]
    assert copied["nchan"] == 34


def test_types_that_are_not_there_are_told_of(fwd):
    with pytest.raises(ChannelError, match="must be in the forward model, got none"):
        pick_types_forward(fwd, seeg=True)


class Region:
    def __init__(self, hemi, vertices):
        self.hemi, self.vertices = hemi, np.array(vertices)


class Regions:
    hemi = "both"

    def __init__(self, lh, rh):
        self.lh, self.rh = lh, rh


def test_labels_choose_sources_of_their_side(fwd):
    left, right = Region("lh", [0, 1, 2]), Region("rh", [8])
    for labels in ([left, right], Regions(left, right)):
        few = restrict_forward_to_label(fwd, labels)
        assert [s["vertno"].tolist() for s in few["src"]] == [[0, 2], [8]]
    with pytest.raises(ArgumentTypeError, match="label must be a Label"):
        restrict_forward_to_label(fwd, ["lh.aparc"])


def test_estimates_choose_sources_by_their_vertices(fwd):
    class Estimate:
        vertices = (np.array([4, 5]), np.array([6]))

    few = restrict_forward_to_stc(fwd, Estimate())
    assert [s["vertno"].tolist() for s in few["src"]] == [[4], [6]]
    with pytest.raises(ArgumentTypeError, match="stc must be a source estimate, got int"):
        restrict_forward_to_stc(fwd, 3)


def test_saving_and_reading_need_no_path_object(fwd, tmp_path):
    path = str(tmp_path / "a-fwd.fif")
    fwd.save(path)
    names = fwd.ch_names[:3]
    assert read_forward_solution(path, include=names, verbose="error").ch_names == names


def test_it_says_what_it_holds(fwd):
    words = "<Forward | 24 MEG and 10 EEG channels, surface with 20 sources, "
    assert repr(fwd) == words + "free>"
    assert repr(convert_forward_solution(fwd, surf_ori=True)) == words + "free, surface-oriented>"
    assert repr(convert_forward_solution(fwd, force_fixed=True)) == words + "fixed>"


def test_other_things_are_no_forward_models():
    with pytest.raises(ArgumentTypeError, match="forward must be a Forward, got dict"):
        as_forward({})
