"""Forward solutions of a batch."""

from dataclasses import replace

import pytest

from leadfield.batch import read_study, run
from leadfield.batch.study import ForwardSettings


@pytest.fixture
def simulated_study(study_file, tmp_path):
    """A simulated study whose results go among its derivatives; sources are sparse."""
    root = tmp_path / "study"
    (root / "derivatives").mkdir(parents=True)
    for path in study_file.parent.iterdir():
        if path.name != "derivatives":
            (root / path.name).symlink_to(path)
    for path in (study_file.parent / "derivatives").iterdir():
        (root / "derivatives" / path.name).symlink_to(path)
    settings = ForwardSettings(spacing="oct3", conductor="sphere")
    return replace(read_study(root / "study.toml"), forward=settings)


def test_the_data_set_is_the_same_to_the_next_run(simulated_study):
    # The head position of the second subject is in landmarks, and in no file but a result.
    options = {"subjects": ["02"], "steps": ["forward"], "workers": 1, "verbose": "error"}
    (first,) = run(simulated_study, **options).participants
    assert set(first.seconds) == {"recording", "forward"}
    (second,) = run(simulated_study, **options).participants
    assert not second.seconds
    assert (simulated_study.folder / "sub-02/meg/sub-02_task-listen_fwd.fif").is_file()


def test_a_subject_without_a_freesurfer_folder_fails_in_words(simulated_study):
    (simulated_study.bids / "derivatives" / "freesurfer").unlink()
    (failed,) = run(
        simulated_study, subjects=["01"], steps=["forward"], workers=1, verbose="error"
    ).failed
    assert failed.failed_at == "forward"
    assert "sub-01 must have a FreeSurfer folder for a source map: run recon-all" in failed.reason
