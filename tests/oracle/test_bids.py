"""A data set that MNE-BIDS writes is read as MNE-BIDS reads it."""

import json
import warnings

import numpy as np
import pytest

from leadfield.bids.data_set import open_data_set
from leadfield.bids.recording import head_to_mri, read_bids_events, read_recording

mne = pytest.importorskip("mne")
mne_bids = pytest.importorskip("mne_bids")
nibabel = pytest.importorskip("nibabel")

RATE = 250.0
LANDMARKS = {"lpa": (-0.07, 0, 0), "nasion": (0, 0.1, 0), "rpa": (0.072, 0, 0)}
TURN = mne.transforms.rotation(0.1, -0.2, 0.05) @ mne.transforms.translation(0.003, -0.02, 0.04)


def made_recording(folder):
    rng = np.random.default_rng(0)
    names = ["MEG 0113", "MEG 0111", "EOG 061", "STI 014", "EEG 001", "MISC 1"]
    info = mne.create_info(names, RATE, ["grad", "mag", "eog", "stim", "eeg", "misc"])
    raw = mne.io.RawArray(1e-12 * rng.standard_normal((6, 2000)), info, first_samp=800)
    points = {name: np.array(place) for name, place in LANDMARKS.items()}
    raw.set_montage(
        mne.channels.make_dig_montage({"EEG 001": [0, 0, 0.1]}, **points, coord_frame="head")
    )
    raw.info["dev_head_t"] = mne.transforms.Transform("meg", "head", np.eye(4))
    raw.info["line_freq"] = 50.0
    raw.info["bads"] = ["MEG 0111"]
    raw.save(folder / "made_raw.fif")
    return mne.io.read_raw_fif(folder / "made_raw.fif")


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    """A data set, and the path that MNE-BIDS has of its recording."""
    folder = tmp_path_factory.mktemp("bids")
    root = folder / "study"
    path = mne_bids.BIDSPath(
        subject="01", session="a", task="listen", run="01", datatype="meg", root=root
    )
    events = np.array([[100, 0, 2], [200, 0, 5], [507, 0, 2], [1700, 0, 7]])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        raw = made_recording(folder)
        named = {"tone": 2, "odd/left": 5, "odd/right": 7}
        mne_bids.write_raw_bids(raw, path, events=events, event_id=named, verbose=False)
        _write_anatomy(root, raw.info)
    return root, path


def _write_anatomy(root, info):
    """An image whose voxels lie askew, its landmarks, and a FreeSurfer subject of another grid."""
    subjects = root / "derivatives" / "freesurfer"
    for name in ("mri", "surf"):
        (subjects / "sub-01" / name).mkdir(parents=True)
    grid = np.array([[-1.0, 0, 0, 130], [0, 0, 1, -110], [0, -1, 0, 125], [0, 0, 0, 1]])
    volume = nibabel.MGHImage(np.zeros((16, 16, 16), np.uint8), grid)
    nibabel.save(volume, subjects / "sub-01" / "mri" / "T1.mgz")
    askew = TURN @ np.diag([1.1, 0.9, 1.3, 1.0])
    askew[:3, 3] = -70, -60, -90
    image = nibabel.Nifti1Image(np.zeros((9, 10, 11), np.uint8), askew)
    trans = mne.transforms.Transform("head", "mri", TURN)
    landmarks = mne_bids.get_anat_landmarks(
        image, info, trans, fs_subject="sub-01", fs_subjects_dir=subjects
    )
    anatomy = mne_bids.BIDSPath(subject="01", session="a", root=root, suffix="T1w")
    mne_bids.write_anat(image, anatomy, landmarks=landmarks, verbose=False)


@pytest.fixture(scope="module")
def both(study):
    """The recording's files, and the recording as leadfield and as MNE-BIDS read it."""
    root, path = study
    (files,) = open_data_set(root).recordings
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = mne_bids.read_raw_bids(path, verbose=False)
    return files, read_recording(files), theirs


def test_the_recording_is_found_by_the_same_entities(both, study):
    assert both[0].name == study[1].basename.removesuffix("_meg.fif")


def test_types_and_bads_are_the_same(both):
    _, ours, theirs = both
    assert list(ours.info.channels.types) == theirs.get_channel_types()
    assert list(ours.info.bads) == theirs.info["bads"] == ["MEG 0111"]
    assert ours.info.line_frequency == theirs.info["line_freq"]


def test_annotations_are_the_same(both):
    _, ours, theirs = both
    assert [one.description for one in ours.annotations] == list(theirs.annotations.description)
    onsets = np.array([one.onset for one in ours.annotations])
    np.testing.assert_allclose(onsets, theirs.annotations.onset, atol=1e-12)


def test_events_are_the_same(both):
    files, ours, theirs = both
    events, numbers = read_bids_events(files, ours)
    given = {"tone": 2, "odd/left": 5, "odd/right": 7}
    assert numbers == given
    np.testing.assert_array_equal(events, mne.events_from_annotations(theirs, given)[0])


def test_the_head_is_where_landmarks_say_up_to_single_precision(both, study):
    # MNE-BIDS takes the image's geometry through the single precision of another format's header.
    files, ours, _ = both
    root, path = study
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = mne_bids.get_head_mri_trans(
            path, fs_subject="sub-01", fs_subjects_dir=root / "derivatives" / "freesurfer"
        )
    found = head_to_mri(files, ours)
    np.testing.assert_allclose(found.matrix, theirs["trans"], atol=2e-6)
    np.testing.assert_allclose(found.matrix, TURN, atol=2e-6)


def test_landmarks_of_coordsystem_stand_in_for_digitised_ones(both):
    from dataclasses import replace

    files, ours, _ = both
    content = json.loads(files.coordinates.read_text())
    assert "AnatomicalLandmarkCoordinates" in content
    bare = replace(ours, info=replace(ours.info, digitisation=()))
    both_ways = head_to_mri(files, bare), head_to_mri(files, ours)
    np.testing.assert_allclose(both_ways[0].matrix, both_ways[1].matrix, atol=1e-6)
