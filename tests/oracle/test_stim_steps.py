"""Steps of trigger channels, and digitised points in files, are MNE-Python's."""

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import FormatError
from leadfield.io import read_fiducials, write_fiducials

mne = pytest.importorskip("mne")

TRIGGER = np.array([5, 5, 0, 0, 0, 1, 3, 3, 3, 0, 0, 0, 0, 7, 0, 0, 0, 2, 2, 2, 2, 2.0])
SECOND = np.where(np.arange(22) % 5 == 2, 1.0, 0.0)


def raw_of(package, trigger=TRIGGER):
    info = package.create_info(["STI 014", "STI 015", "x"], 100.0, ["stim", "stim", "misc"])
    data = np.array([trigger, SECOND, SECOND])
    return package.io.RawArray(data, info, first_samp=30, verbose=False)


@pytest.mark.parametrize("merge", [0, 1, -1])
@pytest.mark.parametrize("pads", [(None, None), (0, 0), (5, 2), (0, None)], ids=str)
@pytest.mark.parametrize("channel", [None, "STI 015", ["STI 014", "STI 015"]], ids=str)
def test_steps_are_the_same(channel, pads, merge):
    ours, theirs = (
        package.find_stim_steps(raw_of(package), *pads, merge, channel)
        for package in (leadfield, mne)
    )
    assert ours.tolist() == theirs.tolist()


def test_steps_of_a_channel_without_any_are_none():
    for package in (leadfield, mne):
        assert package.find_stim_steps(raw_of(package, 0 * TRIGGER), 1, 1).shape == (0, 3)


def test_negative_values_are_made_positive_with_a_word():
    found = []
    for package in (leadfield, mne):
        with pytest.warns(RuntimeWarning, match="negative"):
            found.append(package.find_stim_steps(raw_of(package, -TRIGGER)).tolist())
    assert found[0] == found[1]


def test_runs_of_steps_become_one_from_the_first_value_to_the_last():
    raw = raw_of(leadfield, np.array([0, 0, 1, 2] + [3] * 18))
    assert leadfield.find_stim_steps(raw, merge=1).tolist() == [[34, 0, 3]]
    assert leadfield.find_stim_steps(raw, merge=-1).tolist() == [[32, 0, 3]]


def test_channels_that_are_not_there_are_errors_in_both():
    for package in (leadfield, mne):
        with pytest.raises(ValueError, match="stim"):
            package.find_stim_steps(raw_of(package), stim_channel="STI 999")


POINTS = [
    {"kind": 1, "ident": 1, "r": np.array([-0.07, 0.0, 0.0])},
    {"kind": 1, "ident": 2, "r": np.array([0.0, 0.1, 0.0])},
    {"kind": 1, "ident": 3, "r": np.array([0.07, 0.0, 0.0]), "coord_frame": 5},
]


@pytest.mark.parametrize("frame", ["mri", 5])
def test_fiducials_are_read_and_written_alike(frame, tmp_path):
    write_fiducials(tmp_path / "ours-fiducials.fif", POINTS, frame)
    mne.io.write_fiducials(tmp_path / "theirs-fiducials.fif", POINTS, frame)
    for name in ("ours-fiducials.fif", "theirs-fiducials.fif"):
        ours, number = read_fiducials(tmp_path / name)
        theirs, other = mne.io.read_fiducials(tmp_path / name, verbose=False)
        assert number == other == 5
        for mine, one, given in zip(ours, theirs, POINTS, strict=True):
            assert (mine["kind"], mine["ident"]) == (one["kind"], one["ident"])
            assert mine["coord_frame"] == one["coord_frame"] == 5
            np.testing.assert_allclose(mine["r"], given["r"], atol=1e-8)
    again, _ = mne.io.read_fiducials(tmp_path / "ours-fiducials.fif", verbose=False)
    write_fiducials(tmp_path / "third-fiducials.fif", again, frame)


def test_fiducials_that_do_not_fit_are_refused(tmp_path):
    path = tmp_path / "x-fiducials.fif"
    for write in (write_fiducials, mne.io.write_fiducials):
        with pytest.raises(ValueError, match="coord_frame"):
            write(path, POINTS, "head")
    with pytest.raises(TypeError, match="'kind', 'ident' and 'r'"):
        write_fiducials(path, [{"kind": 1}])
    with pytest.raises(ValueError, match="at least one"):
        write_fiducials(path, [])
    with pytest.raises(ValueError, match="position"):
        write_fiducials(path, [{"kind": 1, "ident": 1, "r": [1, 2]}])
    write_fiducials(path, POINTS, "mri")
    with pytest.raises(FileExistsError):
        write_fiducials(path, POINTS, "mri")
    leadfield.create_info(1, 100.0).save(tmp_path / "y-info.fif")
    with pytest.raises(FormatError, match="digitised points"):
        read_fiducials(tmp_path / "y-info.fif")
