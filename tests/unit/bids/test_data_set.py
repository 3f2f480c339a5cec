"""A BIDS data set is searched: what belongs to whom, what is missing, what is wrong."""

import pickle

import pytest

from leadfield.base.errors import InputError, MissingFileError
from leadfield.bids.data_set import open_data_set

FIF = bytes.fromhex("000000640000001f00000014")
MEG = "sub-01/meg/sub-01_task-listen"


def test_a_complete_recording_misses_nothing(complete):
    data = open_data_set(complete)
    (files,) = data.recordings
    assert (files.missing, data.problems) == ((), ())
    assert files.name == "sub-01_task-listen"
    assert files.freesurfer == data.subjects_dir / "sub-01"
    assert files.trans.name == "sub-01_trans.fif"
    assert files.recording in files.inputs


def test_it_travels_to_another_process(complete):
    data = open_data_set(complete)
    assert pickle.loads(pickle.dumps(data)) == data


def test_all_of_a_name_tells_recordings_apart(write):
    name = "sub-01_ses-a_task-listen_acq-x_run-2_proc-sss"
    root = write({f"sub-01/ses-a/meg/{name}_meg.fif": FIF})
    (files,) = open_data_set(root).recordings
    assert files.name == name
    assert (files.session, files.acquisition, files.run, files.processing) == ("a", "x", "2", "sss")


def test_split_recordings_are_one_by_their_first_part(write):
    root = write({f"{MEG}_split-{i:02}_meg.fif": FIF for i in (2, 1, 3)})
    (files,) = open_data_set(root).recordings
    assert files.recording.name == "sub-01_task-listen_split-01_meg.fif"


def test_a_part_without_the_first_one_is_a_problem(write):
    root = write({f"{MEG}_split-02_meg.fif": FIF})
    assert "the first part is not there" in open_data_set(root).problems[0]


def test_sidecars_are_merged_and_the_nearest_has_the_last_word(write):
    root = write(
        {
            f"{MEG}_run-1_meg.fif": FIF,
            "task-listen_meg.json": {"a": 1, "b": 1, "c": 1},
            "task-other_meg.json": {"a": 9},
            "sub-01/sub-01_meg.json": {"b": 2, "c": 2},
            f"{MEG}_run-1_meg.json": {"c": 3},
        }
    )
    (files,) = open_data_set(root).recordings
    assert files.sidecar == {"a": 1, "b": 2, "c": 3}


def test_tables_are_inherited_and_the_nearest_one_counts(write):
    text = "onset\tduration\n"
    root = write(
        {
            f"{MEG}_run-1_meg.fif": FIF,
            f"{MEG}_run-2_meg.fif": FIF,
            "task-listen_events.tsv": text,
            f"{MEG}_run-2_events.tsv": text,
        }
    )
    first, second = open_data_set(root).recordings
    assert first.events == root / "task-listen_events.tsv"
    assert second.events == root / f"{MEG}_run-2_events.tsv"


def test_landmarks_of_another_session_are_the_subjects(write):
    root = write(
        {
            "sub-01/ses-a/meg/sub-01_ses-a_task-x_meg.fif": FIF,
            "sub-01/ses-b/anat/sub-01_ses-b_T1w.nii.gz": b"",
            "sub-01/ses-b/anat/sub-01_ses-b_T1w.json": {
                "AnatomicalLandmarkCoordinates": {"NAS": 1}
            },
        }
    )
    (files,) = open_data_set(root).recordings
    assert files.landmarks.name == "sub-01_ses-b_T1w.json"
    assert files.t1.name == "sub-01_ses-b_T1w.nii.gz"


@pytest.mark.parametrize(
    "name",
    [
        "sub-01/meg/sub-01-trans.fif",
        "derivatives/coregistration/sub-01/meg/sub-01_task-listen_trans.fif",
        "derivatives/coregistration/sub-01/anything-trans.fif",
    ],
)
def test_a_transform_is_found_beside_the_recording_and_in_derivatives(write, name):
    root = write({f"{MEG}_meg.fif": FIF, name: FIF})
    assert open_data_set(root).recordings[0].trans == root / name


def test_a_transform_among_leadfields_own_results_is_no_input(write):
    root = write(
        {
            f"{MEG}_meg.fif": FIF,
            "derivatives/maps/dataset_description.json": {"GeneratedBy": [{"Name": "leadfield"}]},
            "derivatives/maps/sub-01/meg/sub-01_task-listen_trans.fif": FIF,
        }
    )
    assert open_data_set(root).recordings[0].trans is None


def test_a_transform_for_all_sessions_is_found_in_the_subjects_own_folder(write):
    name = "derivatives/coregistration/sub-01/meg/sub-01_trans.fif"
    recordings = [f"sub-01/ses-{one}/meg/sub-01_ses-{one}_task-x_meg.fif" for one in "ab"]
    root = write(dict.fromkeys([*recordings, name], FIF))
    assert [one.trans for one in open_data_set(root).recordings] == [root / name] * 2


def test_a_transform_of_another_session_is_not_taken(write):
    root = write(
        {
            "sub-01/ses-a/meg/sub-01_ses-a_task-x_meg.fif": FIF,
            "derivatives/c/sub-01/sub-01_ses-b_trans.fif": FIF,
        }
    )
    assert open_data_set(root).recordings[0].trans is None


@pytest.mark.parametrize("before", ["", "bids::", None])
def test_the_empty_room_is_named_or_that_of_the_nearest_day(write, before):
    rooms = [
        f"sub-emptyroom/ses-{day}/meg/sub-emptyroom_ses-{day}_task-noise_meg.fif"
        for day in ("20200101", "20200302")
    ]
    root = write(
        {
            f"{MEG}_meg.fif": FIF,
            f"{MEG}_meg.json": {} if before is None else {"AssociatedEmptyRoom": before + rooms[0]},
            "sub-01/sub-01_scans.tsv": (
                "filename\tacq_time\nmeg/sub-01_task-listen_meg.fif\t2020-03-01T10:00:00\n"
            ),
            **dict.fromkeys(rooms, FIF),
        }
    )
    (files,) = open_data_set(root).recordings
    assert files.empty_room == root / rooms[before is None]


def test_a_noise_recording_of_the_session_is_its_empty_room(write):
    root = write({f"{MEG}_meg.fif": FIF, "sub-01/meg/sub-01_task-noise_meg.fif": FIF})
    (files,) = open_data_set(root).recordings
    assert files.empty_room.name == "sub-01_task-noise_meg.fif"


@pytest.mark.parametrize("named", ["../../secret.fif", "no/such_meg.fif", ["a", 3], 3, "a" * 5000])
def test_an_empty_room_that_cannot_be_is_a_problem(write, named):
    root = write({f"{MEG}_meg.fif": FIF, f"{MEG}_meg.json": {"AssociatedEmptyRoom": named}})
    data = open_data_set(root)
    assert data.recordings[0].empty_room is None
    assert "empty room" in data.problems[0]


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("eeg/sub-01_task-listen_eeg.vhdr", "BrainVision"),
        ("eeg/sub-01_task-listen_eeg.edf", "EDF"),
        ("meg/sub-01_task-listen_meg.ds/sub-01.meg4", "CTF"),
        ("meg/sub-01_task-listen_meg/config", "4D"),
        ("meg/sub-01_task-listen_meg.sqd", "KIT"),
    ],
)
def test_a_recording_in_another_format_is_listed_with_what_to_do(write, name, what):
    (files,) = open_data_set(write({f"sub-01/{name}": b"\1\2"})).recordings
    assert what in files.missing[0]
    assert "MNE-Python" in files.missing[0]


def test_a_link_to_nothing_says_to_fetch_the_file(write):
    root = write({"sub-01/meg/notes.txt": ""})
    (root / f"{MEG}_meg.fif").symlink_to(".git/annex/objects/nothing")
    assert "fetch" in open_data_set(root).recordings[0].missing[0]


class TestWrongDataSet:
    def test_is_read_without_its_description_and_told_so(self, complete):
        (complete / "dataset_description.json").unlink()
        data = open_data_set(complete)
        assert len(data.recordings) == 1
        assert "dataset_description.json" in data.problems[0]

    def test_must_be_there(self, tmp_path):
        with pytest.raises(MissingFileError, match="a folder that exists"):
            open_data_set(tmp_path / "none")

    def test_must_have_subjects(self, tmp_path):
        with pytest.raises(InputError, match=r"folders sub-\.\.\."):
            open_data_set(tmp_path)

    def test_may_be_meant_in_a_folder_inside(self, complete):
        with pytest.raises(InputError, match="did you mean study"):
            open_data_set(complete.parent)

    def test_is_above_the_subject_that_was_given(self, complete):
        with pytest.raises(InputError, match="give the folder above its subjects"):
            open_data_set(complete / "sub-01" / "meg")

    @pytest.mark.parametrize(
        ("name", "why"),
        [
            ("sub-01_task-a_task-b_meg.fif", "comes twice"),
            ("sub-02_task-a_meg.fif", "another subject"),
            ("sub-01_ses-x_task-a_meg.fif", "another subject or session"),
            ("sub-01_meg.fif", "no task"),
            ("listen raw.fif", "a name must be entities"),
        ],
    )
    def test_has_names_that_are_left_out_with_a_reason(self, write, name, why):
        data = open_data_set(write({f"sub-01/meg/{name}": FIF, f"{MEG}_meg.fif": FIF}))
        assert [files.name for files in data.recordings] == ["sub-01_task-listen"]
        assert why in data.problems[0]

    def test_has_one_recording_twice(self, write):
        data = open_data_set(write({f"{MEG}_meg.fif": FIF, f"{MEG}_meg.sqd": b""}))
        assert [files.recording.suffix for files in data.recordings] == [".fif"]
        assert "the same recording" in data.problems[0]

    def test_has_two_tables_for_one_recording(self, write):
        text = "onset\tduration\n"
        root = write(
            {
                f"{MEG}_run-1_meg.fif": FIF,
                f"{MEG}_events.tsv": text,
                "sub-01/meg/sub-01_run-1_events.tsv": text,
            }
        )
        assert "none is the more special one" in open_data_set(root).problems[0]

    @pytest.mark.parametrize("content", [b'{"a": ', b"[1]", b'{"a": "\xff"}', b"", b"[" * 100_000])
    def test_has_a_sidecar_that_cannot_be_used(self, write, content):
        data = open_data_set(write({f"{MEG}_meg.fif": FIF, f"{MEG}_meg.json": content}))
        assert data.recordings[0].sidecar == {}
        assert "cannot be used" in data.problems[0]

    def test_shows_names_that_would_move_the_cursor_harmlessly(self, write):
        data = open_data_set(write({f"{MEG}_meg.fif": FIF, "sub-01/meg/\x1b[2J_meg.fif": FIF}))
        assert "\x1b" not in data.table()
        assert "\\x1b[2J" in data.table()

    def test_may_hold_names_that_are_no_text(self, write):
        root = write({f"{MEG}_meg.fif": FIF})
        (root / "sub-01" / "meg" / "soup\udce9_meg.fif").write_bytes(FIF)
        open_data_set(root).table().encode("utf-8")


def test_the_table_says_below_a_recording_what_is_missing(write):
    lines = open_data_set(write({f"{MEG}_meg.fif": FIF})).table().splitlines()
    assert lines[0].split()[0] == "recording"
    assert lines[1].startswith("sub-01_task-listen")
    assert "FreeSurfer subject" in lines[2]
    assert "head position" in lines[3]
    assert lines[4] == "1 recording of 1 subject, 0 complete"
