"""What ``check_file`` says of files: sound ones, and each kind of damage."""

import pytest

import leadfield
from leadfield.base.errors import FormatError, MissingFileError
from leadfield.fif.kinds import Kind
from leadfield.io import check_file

KINDS = {
    "raw": "raw samples",
    "gz": "raw samples",
    "epochs": "epochs",
    "averages": "evoked responses",
    "covariance": "a covariance",
    "events": "events",
    "projections": "projections",
    "transform": "transforms",
    "text": "events",
    "label": "a label",
    "estimate": "a source estimate",
}


def texts(report, severity):
    return [one.text for one in report.problems if one.severity == severity]


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_each_kind_is_sound_and_told_by_what_it_holds(files, kind):
    report = check_file(getattr(files, kind))
    assert report.status == 0
    assert not report.problems
    assert KINDS[kind] in report.contents


def test_files_of_other_programs_are_sound(shared):
    for path in sorted(shared.glob("*.fif")):
        assert check_file(path).status == 0, str(check_file(path))


def test_a_file_that_is_not_there_is_no_report(tmp_path):
    with pytest.raises(MissingFileError):
        check_file(tmp_path / "none_raw.fif")


def test_a_cut_recording_tells_the_tag_and_the_samples_that_are_lost(files, spoilt, tags_of):
    last = tags_of(files.raw, Kind.DATA_BUFFER)[-1]
    report = check_file(spoilt(files.raw, cut=last.offset + 16 + 5 * 16 + 3))
    assert report.status == 1
    assert report.problems[0].offset == last.offset
    assert report.problems[0].tag == "DATA_BUFFER"
    assert texts(report, "warning")[-1].startswith("at least 15 samples (0.150 s)")


def test_a_broken_buffer_tells_when_samples_are_lost(files, spoilt, tags_of, number):
    tag, last = tags_of(files.raw, Kind.DATA_BUFFER)[7], tags_of(files.raw, Kind.BLOCK_END)[-1]
    path = spoilt(files.raw, [(tag.offset + 4, number(4711))], cut=last.end)
    report = check_file(path)
    assert report.status == 1
    lost = report.problems[-1]
    assert lost.offset == tag.offset
    assert "20 samples from 1.700 s on" in lost.text


def test_a_broken_header_does_no_harm_where_the_directory_has_it(files, spoilt, tags_of, number):
    tag = tags_of(files.raw, Kind.DATA_BUFFER)[7]
    report = check_file(spoilt(files.raw, [(tag.offset + 4, number(4711))]))
    assert all(one.mended for one in report.problems if one.severity != "note")
    assert "the directory lists every tag" in texts(report, "note")[0]


def test_more_than_the_first_problem_is_listed(files, spoilt, tags_of, number):
    tags = tags_of(files.raw, Kind.DATA_BUFFER)
    changes = [(tags[3].offset + 12, number(7)), (tags[9].offset + 8, number(99999))]
    report = check_file(spoilt(files.raw, changes))
    assert {tags[3].offset, tags[9].offset} <= {one.offset for one in report.problems}


def test_a_wrong_directory_does_not_matter_to_leadfield_but_is_told(files, spoilt, number):
    with leadfield.fif.reader.FifFile(files.raw) as file:
        place = file.source.size - 200
    report = check_file(spoilt(files.raw, [(place, number(3))]))
    assert report.status == 1
    assert "directory" in report.problems[0].text


def test_what_readers_refuse_is_an_error_with_its_tag(files, spoilt, tags_of, number):
    (tag,) = tags_of(files.covariance, Kind.COV_DIM)
    path = spoilt(files.covariance, [(tag.payload, number(-3))])
    report = check_file(path)
    assert report.status == 2
    with pytest.raises(FormatError) as caught:
        leadfield.read_cov(path)
    assert caught.value.problem in texts(report, "error")


def test_one_broken_average_of_two_is_an_error_that_can_be_repaired(files, spoilt, tags_of, number):
    tag = tags_of(files.averages, Kind.NO_SAMPLES)[1]
    report = check_file(spoilt(files.averages, [(tag.payload, number(5))]))
    assert report.status == 2
    assert "leadfield repair" in texts(report, "note")[-1]


def test_warnings_of_readers_are_problems(files, spoilt, tags_of):
    (tag,) = tags_of(files.raw, Kind.CH_NAME_LIST)
    report = check_file(spoilt(files.raw, [(tag.payload, b"Q9")]))
    assert report.status == 1
    assert "Q9" in texts(report, "warning")[0]


def test_a_file_that_is_no_fif_file_is_told_what_it_is(tmp_path):
    path = tmp_path / "x_raw.fif"
    path.write_text("these are words, and not a recording of anything at all")
    report = check_file(path)
    assert report.status == 2
    assert "this is a text file" in report.problems[0].text


def test_a_missing_part_is_told_and_parts_that_are_there_are_checked(recording, tmp_path):
    names = recording.save(tmp_path / "long_raw.fif", split_size=12_000, buffer_size_sec=0.2)
    assert len(names) == 3
    report = check_file(names[0])
    assert report.status == 0
    assert report.parts[0].parts[0].file == names[2]
    names[2].unlink()
    report = check_file(names[0])
    assert report.status == 1
    assert "long_raw-2.fif, which is not in its folder" in str(report)


def test_a_part_of_another_recording_is_an_error(recording, tmp_path):
    names = recording.save(tmp_path / "long_raw.fif", split_size=12_000, buffer_size_sec=0.2)
    others = recording.save(tmp_path / "other_raw.fif", split_size=12_000, buffer_size_sec=0.2)
    names[1].write_bytes(others[1].read_bytes())
    report = check_file(names[0])
    assert report.status == 2
    assert "part of another recording" in texts(report, "error")[0]


def test_checking_does_not_depend_on_the_log_level(files, spoilt):
    path = spoilt(files.raw, cut=9000)
    quiet = leadfield.base.log.log_level("critical")
    with quiet:
        assert check_file(path).status == check_file(path).status == 1


def test_a_report_is_written_as_text_and_as_numbers(files, spoilt):
    report = check_file(spoilt(files.raw, cut=9000))
    assert str(report).startswith(f"{report.file}: measurement information, raw samples: can be")
    written = report.to_dict()
    assert written["status"] == 1
    assert written["problems"][0]["severity"] == "warning"
    assert repr(report) == "<FileReport | x_raw.fif, can be read, with losses>"
