"""Who is in a study, and which of their recordings."""

from dataclasses import replace
from pathlib import Path

import pytest

from leadfield.base.errors import InputError
from leadfield.batch.participant import Participant, find_participants, sensors_of
from leadfield.batch.study import Study
from leadfield.bids.data_set import BidsDataSet
from leadfield.bids.recording_files import RecordingFiles

STUDY = Study(bids=Path("/data"), task="listen", conditions=("a",))


def files(subject, *, task="listen", datatype="meg", **entities):
    path = Path(f"/data/sub-{subject}/{datatype}/x.fif")
    return RecordingFiles(subject=subject, task=task, datatype=datatype, recording=path, **entities)


def found(*recordings, study=STUDY, subjects=None):
    data = BidsDataSet(root=Path("/data"), recordings=recordings, subjects_dir=None)
    return find_participants(study, data, subjects)


def test_recordings_are_those_of_the_task_by_subject():
    people = found(files("02"), files("01"), files("01", task="rest"))
    assert [one.name for one in people] == ["sub-01", "sub-02"]
    assert [len(one.recordings) for one in people] == [1, 1]


def test_runs_go_together_in_order():
    (person,) = found(files("01", run="2"), files("01", run="1"))
    assert [one.run for one in person.recordings] == ["1", "2"]
    assert person.file("epo.fif") == "sub-01_task-listen_epo.fif"


def test_each_session_of_a_subject_is_a_participant_of_its_own():
    three = files("01", session="b"), files("01", session="a"), files("02", session="a")
    people = found(*three)
    assert [one.name for one in people] == ["sub-01_ses-a", "sub-01_ses-b", "sub-02_ses-a"]
    assert people[1].folder == Path("sub-01/ses-b/meg")
    assert [one.name for one in found(*three, subjects=["01"])] == ["sub-01_ses-a", "sub-01_ses-b"]


def test_sessions_can_be_chosen():
    both = files("01", session="a"), files("01", session="b")
    (person,) = found(*both, study=replace(STUDY, sessions=("ses-b",)))
    assert person.name == "sub-01_ses-b"
    with pytest.raises(InputError, match="sessions must be of 'a', 'b', got 'c'"):
        found(*both, study=replace(STUDY, sessions=("a", "c")))


def test_sessions_where_there_are_none_are_refused():
    with pytest.raises(InputError, match="sessions must be of none, as recordings have none, got"):
        found(files("01"), study=replace(STUDY, sessions=("b",)))


def test_meg_comes_before_eeg_unless_eeg_is_asked_for():
    both = files("01"), files("01", datatype="eeg")
    assert found(*both)[0].first.datatype == "meg"
    assert found(*both, study=replace(STUDY, sensors="eeg"))[0].first.datatype == "eeg"
    (alone,) = found(both[1])
    assert sensors_of(STUDY, alone) == "eeg"


def test_eeg_in_recordings_of_meg_is_found_there():
    (person,) = found(files("01"), study=replace(STUDY, sensors="eeg"))
    assert (person.first.datatype, sensors_of(replace(STUDY, sensors="eeg"), person)) == (
        "meg",
        "eeg",
    )


def test_meg_where_there_is_none_is_refused():
    with pytest.raises(InputError, match="sensors must be those of the recordings"):
        found(files("01", datatype="eeg"), study=replace(STUDY, sensors="meg"))


def test_two_acquisitions_of_a_subject_are_refused():
    with pytest.raises(InputError, match="sub-01 must have one acquisition, got 'a', 'b'"):
        found(files("01", acquisition="a"), files("01", acquisition="b"))


def test_names_of_files_hold_letters_and_digits_of_conditions():
    person = Participant(recordings=(files("01"),))
    assert person.file("ave.fif", "tone/left") == "sub-01_task-listen_desc-toneleft_ave.fif"
    assert person.file("x", "a", "fsaverage") == "sub-01_task-listen_space-fsaverage_desc-a_x"
