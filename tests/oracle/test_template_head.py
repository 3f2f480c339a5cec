"""The template's head: three shells that MNE-Python solves to the same potentials."""

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import MissingFileError
from leadfield.datasets import template
from leadfield.numerics.mesh import unit
from leadfield.recording.fif.positions import load_transforms
from leadfield.recording.frames import Frame, fsaverage_head

mne = pytest.importorskip("mne")

SUBJECT = "fsaverage5"


@pytest.fixture(scope="module")
def subjects_dir():
    return template.data_path()


@pytest.fixture(scope="module")
def info(subjects_dir):
    """Electrodes on the scalp's upper half, in head coordinates."""
    bem = leadfield.make_bem_model(SUBJECT, ico=2, subjects_dir=subjects_dir)
    places = bem[0]["rr"][bem[0]["rr"][:, 2] > 0]
    places = fsaverage_head().inverse().points(places)
    names = [f"EEG{i:03d}" for i in range(1, len(places) + 1)]
    raw = leadfield.io.RawArray(
        np.zeros((len(names), 2)), leadfield.create_info(names, 100.0, "eeg")
    )
    positions = dict(zip(names, places, strict=True))
    return raw.set_montage(leadfield.make_dig_montage(positions, coord_frame="head")).info


@pytest.fixture(scope="module")
def src(subjects_dir):
    return leadfield.setup_source_space(
        SUBJECT, "ico2", subjects_dir=subjects_dir, add_dist=False, verbose=False
    )


def lead_field(info, src, bem, trans="fsaverage"):
    fwd = leadfield.make_forward_solution(info, trans, src, bem, meg=False, verbose=False)
    gain = fwd["sol"]["data"]
    return gain - gain.mean(axis=0), [list(space["vertno"]) for space in fwd["src"]]


def columns_of_both(first, second):
    """Lead fields at the sources that both have, dipoles as columns."""
    here, there = (
        {(h, v) for h, side in enumerate(used) for v in side} for _, used in (first, second)
    )
    both = here & there

    def pick(gain, used):
        order = [(h, v) for h, side in enumerate(used) for v in side]
        keep = [i for i, key in enumerate(order) if key in both]
        return gain.reshape(len(gain), -1, 3)[:, keep].reshape(len(gain), -1)

    return pick(*first), pick(*second)


def test_its_shells_and_their_solution_are_mne_pythons(subjects_dir):
    ours = leadfield.make_bem_model(SUBJECT, ico=2, subjects_dir=subjects_dir, verbose=False)
    theirs = mne.make_bem_model(SUBJECT, ico=2, subjects_dir=subjects_dir, verbose=False)
    for mine, other in zip(ours, theirs, strict=True):
        assert mine["id"] == other["id"]
        np.testing.assert_array_equal(mine["tris"], other["tris"])
        np.testing.assert_allclose(mine["rr"], other["rr"], rtol=0, atol=1e-9)
    mine = leadfield.make_bem_solution(ours, verbose=False)["solution"]
    other = mne.make_bem_solution(theirs, verbose=False)["solution"]
    np.testing.assert_allclose(mine, other, rtol=0, atol=1e-6 * np.abs(other).max())


def test_potentials_at_electrodes_are_mne_pythons(info, src):
    fname = template.bem_path()
    ours, used = lead_field(info, src, fname)
    theirs = mne.make_forward_solution(
        info.to_mne(), "fsaverage", src.to_mne(), str(fname), meg=False, verbose=False
    )
    assert [list(space["vertno"]) for space in theirs["src"]] == used
    other = theirs["sol"]["data"] - theirs["sol"]["data"].mean(axis=0)
    np.testing.assert_allclose(ours, other, rtol=0, atol=1e-6 * np.abs(other).max())


def test_its_transform_has_a_name(subjects_dir, info, src):
    theirs = mne.transforms._get_trans("fsaverage", "head", "mri")[0]["trans"]
    np.testing.assert_array_equal(fsaverage_head().matrix, theirs)
    (file,) = load_transforms(subjects_dir / SUBJECT / "bem" / "fsaverage5-trans.fif")
    assert file == fsaverage_head()
    by_file = lead_field(
        info, src, template.bem_path(), subjects_dir / SUBJECT / "bem" / "fsaverage5-trans.fif"
    )
    np.testing.assert_array_equal(lead_field(info, src, template.bem_path())[0], by_file[0])


def test_its_transform_is_the_one_of_its_fiducials(subjects_dir):
    points, _ = mne.io.read_fiducials(subjects_dir / SUBJECT / "bem" / "fsaverage5-fiducials.fif")
    back = fsaverage_head().between(Frame.MRI, Frame.HEAD)
    left, nasion, right = back.points(np.array([p["r"] for p in points], np.float64))
    np.testing.assert_allclose([left[1:], right[1:]], 0, atol=1e-6)
    np.testing.assert_allclose(nasion[[0, 2]], 0, atol=1e-6)


def test_another_file_is_no_name(info, src):
    with pytest.raises(MissingFileError, match="fsaverage6"):
        lead_field(info, src, template.bem_path(), "fsaverage6")


def test_a_sphere_sees_nearly_what_its_shells_do(info, src):
    sphere = leadfield.make_sphere_model(
        "auto", "auto", info, (0.86, 0.93, 1.0), (0.3, 0.006, 0.3), verbose=False
    )
    real, ball = columns_of_both(
        lead_field(info, src, template.bem_path()), lead_field(info, src, sphere)
    )
    agreement = np.einsum("cs,cs->s", unit(real.T).T, unit(ball.T).T)
    assert np.median(agreement) > 0.98
    assert np.quantile(agreement, 0.05) > 0.9


def test_coarser_shells_see_nearly_the_same(subjects_dir, info, src):
    coarse = leadfield.make_bem_model(SUBJECT, ico=2, subjects_dir=subjects_dir, verbose=False)
    fine, rough = columns_of_both(
        lead_field(info, src, template.bem_path()),
        lead_field(info, src, leadfield.make_bem_solution(coarse, verbose=False)),
    )
    assert np.median(np.einsum("cs,cs->s", unit(fine.T).T, unit(rough.T).T)) > 0.99
