"""Forward models beside MNE-Python's: read, turned, picked, restricted."""

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
from leadfield.api.forward.forward import read_forward_solution

mne = pytest.importorskip("mne")

ROUNDING = 1e-14  # of the largest value: sums of three products
SINGLE = 1e-7  # MNE-Python rounds fixed lead fields to single precision


def difference(ours, theirs):
    return np.abs(ours - theirs).max() / np.abs(theirs).max()


def assert_same(ours, theirs, *, tolerance=ROUNDING):
    assert ours.ch_names == theirs["sol"]["row_names"]
    for key in ("nsource", "nchan", "source_ori", "surf_ori", "coord_frame"):
        assert ours[key] == theirs[key], key
    for key in ("nrow", "ncol"):
        assert ours["sol"][key] == theirs["sol"][key]
    assert difference(ours["sol"]["data"], theirs["sol"]["data"]) <= tolerance
    np.testing.assert_allclose(ours["source_rr"], theirs["source_rr"], rtol=0, atol=1e-15)
    np.testing.assert_allclose(ours["source_nn"], theirs["source_nn"], rtol=0, atol=1e-6)
    np.testing.assert_array_equal(ours["mri_head_t"]["trans"], theirs["mri_head_t"]["trans"])
    for mine, other in zip(ours["src"], theirs["src"], strict=True):
        np.testing.assert_array_equal(mine["vertno"], other["vertno"])
        np.testing.assert_array_equal(mine["rr"], other["rr"])
        np.testing.assert_array_equal(mine["nn"], other["nn"])


@pytest.fixture(scope="module")
def cortex(shared):
    """The real sensors over a real cortex: MEG, free, surfaces with patches."""
    path = shared / "real_meg-oct-4-fwd.fif"
    return read_forward_solution(path), mne.read_forward_solution(path)


@pytest.fixture(params=["surface", "volume", "discrete", "mixed"])
def made(request, made_forwards):
    path = made_forwards[request.param]
    return read_forward_solution(path), mne.read_forward_solution(path)


def test_a_real_model_reads_as_mne_reads_it(cortex):
    assert_same(*cortex, tolerance=0)
    assert cortex[0]["sol"]["data"].dtype == np.float32


def test_meg_and_eeg_are_joined_as_mne_joins_them(made):
    assert_same(*made, tolerance=0)
    assert len([name for name in made[0].ch_names if name.startswith("EEG")]) > 20


def test_turning_to_the_surface_gives_mnes_columns(made):
    ours, theirs = made
    options = {"surf_ori": True}
    assert_same(
        convert_forward_solution(ours, **options), mne.convert_forward_solution(theirs, **options)
    )


@pytest.mark.parametrize("use_cps", [True, False])
def test_turning_to_patches_or_vertices_gives_mnes_columns(cortex, use_cps):
    ours, theirs = cortex
    options = {"surf_ori": True, "use_cps": use_cps}
    assert_same(
        convert_forward_solution(ours, **options), mne.convert_forward_solution(theirs, **options)
    )


@pytest.mark.parametrize("use_cps", [True, False])
def test_fixing_gives_mnes_columns_but_for_its_rounding(cortex, use_cps):
    ours, theirs = cortex
    options = {"force_fixed": True, "use_cps": use_cps}
    fixed = convert_forward_solution(ours, **options)
    assert_same(fixed, mne.convert_forward_solution(theirs, **options), tolerance=SINGLE)
    assert fixed["sol"]["data"].dtype == np.float64


def test_a_fixed_model_can_be_freed_again_as_in_mne(cortex):
    ours, theirs = cortex
    ours = convert_forward_solution(ours, force_fixed=True)
    assert is_fixed_orient(ours)
    assert not is_fixed_orient(ours, orig=True)
    theirs = mne.convert_forward_solution(theirs, force_fixed=True)
    assert_same(convert_forward_solution(ours), mne.convert_forward_solution(theirs), tolerance=0)


def test_volumes_cannot_be_fixed_as_in_mne(made_forwards):
    ours = read_forward_solution(made_forwards["volume"])
    with pytest.raises(ValueError, match="got a volume source space"):
        convert_forward_solution(ours, force_fixed=True)
    with pytest.raises(ValueError, match="volume source space"):
        mne.convert_forward_solution(
            mne.read_forward_solution(made_forwards["volume"]), force_fixed=True
        )


def test_channels_are_picked_on_reading_as_in_mne(shared):
    path = shared / "real_meg-oct-4-fwd.fif"
    options = {"include": ["MEG 0113", "MEG 0111", "MEG 0112"], "exclude": ["MEG 0111"]}
    for ordered in (True, False):
        assert_same(
            read_forward_solution(path, ordered=ordered, **options),
            mne.read_forward_solution(path, ordered=ordered, **options),
            tolerance=0,
        )


def test_types_are_picked_as_in_mne(made):
    ours, theirs = made
    for options in ({"eeg": True}, {"meg": "grad"}, {"meg": "mag", "eeg": True}):
        picked = pick_types_forward(ours, **options)
        assert_same(picked, mne.pick_types_forward(theirs, **options), tolerance=0)


def test_turning_and_picking_can_change_places(cortex):
    ours, _ = cortex
    names = ours.ch_names[3:9]
    turned = convert_forward_solution(pick_channels_forward(ours, names), surf_ori=True)
    picked = pick_channels_forward(convert_forward_solution(ours, surf_ori=True), names)
    # Products of other numbers of columns round differently.
    assert difference(turned["sol"]["data"], picked["sol"]["data"]) <= ROUNDING
    back = convert_forward_solution(picked)
    np.testing.assert_array_equal(back["sol"]["data"], ours["sol"]["data"][3:9])


def test_restricting_to_an_estimate_keeps_what_mne_keeps(cortex):
    ours, theirs = cortex
    vertices = [space["vertno"][::7] for space in theirs["src"]]
    data = np.zeros((sum(map(len, vertices)), 1))
    stc = mne.SourceEstimate(data, vertices, 0, 1)
    mine, other = (
        restrict_forward_to_stc(ours, stc),
        mne.forward.restrict_forward_to_stc(theirs, stc),
    )
    assert_same(mine, other, tolerance=0)
    options = {"surf_ori": True}
    assert_same(
        convert_forward_solution(mine, **options), mne.convert_forward_solution(other, **options)
    )


def test_restricting_to_labels_keeps_what_mne_keeps(cortex):
    ours, theirs = cortex
    labels = [
        mne.Label(np.arange(0, 3000), hemi="lh", subject="real"),
        mne.Label(np.arange(2000, 5000), hemi="lh", subject="real"),
        mne.Label(np.arange(100, 300), hemi="rh", subject="real"),
    ]
    assert_same(
        restrict_forward_to_label(ours, labels),
        mne.forward.restrict_forward_to_label(theirs, labels),
        tolerance=0,
    )


def test_a_saved_model_is_read_by_mne(tmp_path, made):
    ours, theirs = made
    path = tmp_path / "a-fwd.fif"
    convert_forward_solution(ours, surf_ori=True).save(path)
    assert_same(read_forward_solution(path), mne.read_forward_solution(path), tolerance=0)
    again = mne.read_forward_solution(path)
    np.testing.assert_array_equal(again["sol"]["data"], theirs["sol"]["data"])
    mne.write_forward_solution(tmp_path / "b-fwd.fif", again)
