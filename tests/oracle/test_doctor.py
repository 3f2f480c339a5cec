"""The doctor takes objects of MNE-Python's, and says of them what it says of ours."""

import pytest

import leadfield as lf

mne = pytest.importorskip("mne")


@pytest.fixture(scope="module")
def files(experiment, tmp_path_factory):
    sample = experiment / "MEG" / "sample"
    folder = tmp_path_factory.mktemp("doctor")
    raw = lf.io.read_raw_fif(sample / "sample_audvis_filt-0-40_raw.fif").crop(0, 120).load_data()
    epochs = lf.Epochs(raw, lf.find_events(raw), reject={"grad": 4e-10, "eog": 150e-6})
    noise = lf.compute_covariance(epochs, tmax=0, method="shrunk")
    found = {
        "raw": folder / "made_raw.fif",
        "epochs": folder / "made-epo.fif",
        "evoked": folder / "made-ave.fif",
        "noise_cov": folder / "made-cov.fif",
        "forward": sample / "sample_audvis-meg-oct-6-fwd.fif",
        "inverse_operator": folder / "made-inv.fif",
        "trans": sample / "sample_audvis_raw-trans.fif",
        "bem": experiment / "subjects" / "sample" / "bem" / "sample-1280-bem-sol.fif",
        "src": experiment / "subjects" / "sample" / "bem" / "sample-oct-6-src.fif",
    }
    evoked = epochs.average()
    forward = lf.read_forward_solution(found["forward"])
    inverse = lf.minimum_norm.make_inverse_operator(evoked.info, forward, noise)
    raw.save(found["raw"])
    epochs.save(found["epochs"])
    evoked.save(found["evoked"])
    noise.save(found["noise_cov"])
    inverse.save(found["inverse_operator"])
    return found


@pytest.fixture(scope="module")
def theirs(files):
    readers = {
        "raw": mne.io.read_raw_fif,
        "epochs": mne.read_epochs,
        "evoked": mne.read_evokeds,
        "noise_cov": mne.read_cov,
        "forward": mne.read_forward_solution,
        "inverse_operator": mne.minimum_norm.read_inverse_operator,
        "trans": mne.read_trans,
        "bem": mne.read_bem_solution,
        "src": mne.read_source_spaces,
    }
    return {
        name: read(files[name], verbose="error")
        for name, read in readers.items()
        if name != "trans"
    } | {"trans": mne.read_trans(files["trans"])}


def test_files_and_objects_of_mne_python_are_as_sound_as_ours(files, theirs):
    of_files, of_theirs = lf.doctor.examine(**files), lf.doctor.examine(**theirs)
    assert [one.title for one in of_files] == [one.title for one in of_theirs] == []
    assert of_files.not_checked == of_theirs.not_checked


def test_what_is_wrong_with_their_objects_is_found(theirs):
    evoked = theirs["evoked"][0].copy()
    evoked.nave = 1
    spoilt = {**theirs, "evoked": evoked}
    assert lf.doctor.examine(**spoilt)[0].name == "nave"


def test_their_reference_is_judged_as_ours(theirs):
    raw = theirs["raw"].copy().load_data(verbose="error")
    raw.set_eeg_reference(["EEG 001"], verbose="error")
    found = [one.name for one in lf.doctor.examine(raw)]
    assert "eeg-reference" in found
