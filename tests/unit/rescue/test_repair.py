"""What ``repair_file`` saves of damaged files, and what it says of the rest."""

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import FormatError, InputError, MissingFileError, OverwriteError
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.reader import FifFile
from leadfield.io import check_file, read_raw_fif, repair_file

BUFFER = 20


@pytest.fixture
def repaired(tmp_path):
    """Function that repairs a file and gives the report, whose first file is sound."""

    def repair(path, name=None):
        report = repair_file(path, tmp_path / f"clean-{name or path.name}")
        assert check_file(report.files[0]).status == 0, str(check_file(report.files[0]))
        return report

    return repair


def test_a_sound_file_is_copied_without_a_loss(files, repaired):
    for kind in ("raw", "gz", "epochs", "averages", "covariance", "events", "projections"):
        report = repaired(getattr(files, kind))
        assert report.lost == ()
        assert "nothing was lost" in str(report)
    assert "3 epochs" not in str(report)


@pytest.mark.parametrize("lost", [1, 7, 100])
def test_a_cut_recording_keeps_all_whole_samples(files, recording, spoilt, repaired, lost):
    with FifFile(files.raw) as file:
        (end,) = [tag.offset for tag in file.tags if tag.kind == Kind.BLOCK_END][-2:-1]
    path = spoilt(files.raw, cut=end - lost)
    report = repaired(path)
    n = 1000 - -(-lost // 16)
    assert report.kept[0] == f"{n} samples ({n / 100:.3f} s)"
    raw = read_raw_fif(report.files[0])
    assert np.array_equal(raw.get_data(), recording.get_data()[:, :n])
    assert raw.first_samp == 30
    assert raw.info["bads"] == ["E2"]
    assert raw.annotations.description.tolist() == ["blink"]


def test_samples_that_are_lost_in_the_middle_become_zeros_with_an_annotation(
    files, recording, spoilt, repaired, tags_of
):
    tags = tags_of(files.raw, Kind.DATA_BUFFER)
    # Two headers in a row are gone, and the directory.
    changes = [(tags[i].offset, bytes(16)) for i in (10, 11)]
    report = repaired(spoilt(files.raw, changes, cut=tags[-1].end))
    raw = read_raw_fif(report.files[0])
    expected = recording.get_data()
    expected[:, 10 * BUFFER : 12 * BUFFER] = 0
    assert np.array_equal(raw.get_data(), expected)
    (broken,) = [a for a in raw.annotations if a["description"] == "BAD_BROKEN_BUFFER"]
    assert broken["onset"] == pytest.approx(0.3 + 2.0)
    assert broken["duration"] == pytest.approx(0.4)
    assert "40 samples from 2.300 s on are lost" in report.lost[-1]


def test_a_buffer_whose_header_alone_is_gone_is_whole(files, recording, spoilt, repaired, tags_of):
    tags = tags_of(files.raw, Kind.DATA_BUFFER)
    changes = [(tags[10].offset, bytes(16))]
    report = repaired(spoilt(files.raw, changes, cut=tags[-1].end))
    assert report.lost == ()
    assert np.array_equal(read_raw_fif(report.files[0]).get_data(), recording.get_data())


def test_a_wrong_size_is_mended_by_the_next_tag(
    files, recording, spoilt, repaired, tags_of, number
):
    tags = tags_of(files.raw, Kind.DATA_BUFFER)
    for size in (3, 1000, 2**30):
        changes = [(tags[10].offset + 8, number(size))]
        report = repaired(spoilt(files.raw, changes, cut=tags[-1].end), f"{size}_raw.fif")
        assert np.array_equal(read_raw_fif(report.files[0]).get_data(), recording.get_data())


def test_a_damaged_gzip_stream_keeps_what_comes_before(files, recording, spoilt, repaired):
    report = repaired(spoilt(files.gz, [(9000, bytes(50))]))
    data = read_raw_fif(report.files[0]).get_data(stop=600)
    assert np.array_equal(data, recording.get_data(stop=600))
    assert "may be wrong" in report.lost[0]


def test_a_block_that_does_not_start_or_end_is_known_by_its_other_end(
    files, recording, spoilt, repaired, tags_of, number
):
    starts, ends = (tags_of(files.raw, kind) for kind in (Kind.BLOCK_START, Kind.BLOCK_END))
    for tag in (starts[-1], ends[-2]):
        report = repaired(spoilt(files.raw, [(tag.payload, number(77))]), f"{tag.offset}_raw.fif")
        assert np.array_equal(read_raw_fif(report.files[0]).get_data(), recording.get_data())


def test_cut_epochs_keep_the_whole_ones(files, spoilt, repaired, tags_of):
    (tag,) = tags_of(files.epochs, Kind.EPOCH)
    whole = files.epochs_made
    size = whole.get_data()[0].size * 4
    report = repaired(spoilt(files.epochs, cut=tag.payload + 5 * size + 17))
    assert "4 of 9 epochs at its end are lost" in report.lost[-1]
    epochs = leadfield.read_epochs(report.files[0])
    np.testing.assert_array_equal(epochs.get_data(), leadfield.read_epochs(files.epochs)[:5])
    assert np.array_equal(epochs.events, whole.events[:5])
    assert [log for log in epochs.drop_log if log] == [("LOST",)] * 4


def test_a_broken_average_is_left_out_and_the_others_stay(files, spoilt, repaired, tags_of, number):
    tag = tags_of(files.averages, Kind.NO_SAMPLES)[0]
    report = repaired(spoilt(files.averages, [(tag.payload, number(5))]))
    assert report.lost == ("evoked responses: a",)
    (kept,) = leadfield.read_evokeds(report.files[0])
    assert kept.comment == "b"
    assert np.array_equal(kept.data, leadfield.read_evokeds(files.averages)[1].data)


def test_what_can_be_done_without_is_left_out_and_named(files, spoilt, repaired, tags_of, number):
    tag = tags_of(files.raw, Kind.PROJ_ITEM_NVEC)[0]
    report = repaired(spoilt(files.raw, [(tag.payload, number(5))]))
    assert report.lost == ("a projection: compute it anew before sources are estimated",)
    assert not read_raw_fif(report.files[0]).info["projs"]


def test_bad_channels_that_are_none_are_left_out(files, spoilt, repaired, tags_of):
    (tag,) = tags_of(files.raw, Kind.CH_NAME_LIST)
    report = repaired(spoilt(files.raw, [(tag.payload, b"Q9")]))
    assert read_raw_fif(report.files[0]).info["bads"] == []


def test_a_channel_without_a_description_becomes_misc(files, spoilt, repaired, tags_of):
    tag = tags_of(files.raw, Kind.CH_INFO)[2]
    report = repaired(spoilt(files.raw, [(tag.payload, bytes(tag.size))]))
    raw = read_raw_fif(report.files[0])
    assert raw.ch_names == ["E1", "E2", "LOST2", "STI 014"]
    assert raw.get_channel_types()[2] == "misc"
    assert "channel 2 must have" in report.lost[0]


def test_what_cannot_be_done_without_is_no_repair(files, spoilt, tags_of, tmp_path):
    (tag,) = tags_of(files.covariance, Kind.COV_DIAG) or tags_of(files.covariance, Kind.COV)
    path = spoilt(files.covariance, cut=tag.payload + 8)
    with pytest.raises(FormatError, match="must hold a covariance"):
        repair_file(path, tmp_path / "clean-cov.fif")
    assert not (tmp_path / "clean-cov.fif").exists()


def test_a_recording_without_a_sample_is_no_repair(files, spoilt, tags_of, tmp_path):
    first = tags_of(files.raw, Kind.DATA_BUFFER)[0]
    path = spoilt(files.raw, cut=first.payload + 9)
    with pytest.raises(FormatError, match="at least one whole sample"):
        repair_file(path, tmp_path / "clean_raw.fif")


def test_a_recording_with_a_missing_part_is_saved_up_to_it(recording, tmp_path, repaired):
    options = {"split_size": 12_000, "buffer_size_sec": 0.2}
    names = recording.save(tmp_path / "long_raw.fif", **options)
    names[2].unlink()
    report = repaired(names[0], "raw.fif")
    assert [file.name for file in report.files] == ["clean-raw.fif", "clean-raw-1.fif"]
    assert "long_raw-2.fif, which is not there" in report.lost[0]
    raw = read_raw_fif(report.files[0])
    n = raw.n_times
    assert 400 < n < 1000
    assert np.array_equal(raw.get_data(), recording.get_data()[:, :n])


def test_a_part_of_another_recording_is_not_taken(recording, tmp_path, repaired):
    options = {"split_size": 12_000, "buffer_size_sec": 0.2}
    names = recording.save(tmp_path / "long_raw.fif", **options)
    others = recording.save(tmp_path / "other_raw.fif", **options)
    names[1].write_bytes(others[1].read_bytes())
    report = repaired(names[0], "raw.fif")
    assert len(report.files) == 1
    assert "part of another recording" in report.lost[0]


def test_the_damaged_file_is_never_replaced(files, spoilt, tmp_path):
    path = spoilt(files.raw, cut=9000)
    link = tmp_path / "link_raw.fif"
    link.symlink_to(path)
    before = path.read_bytes()
    for out in (path, link):
        with pytest.raises(InputError, match="must not replace the damaged one"):
            repair_file(path, out, overwrite=True)
    assert path.read_bytes() == before


def test_a_file_that_is_there_stays_unless_it_may_go(files, tmp_path):
    out = tmp_path / "x_raw.fif"
    out.write_bytes(b"mine")
    with pytest.raises(OverwriteError):
        repair_file(files.raw, out)
    assert out.read_bytes() == b"mine"
    repair_file(files.raw, out, overwrite=True)
    assert check_file(out).status == 0


def test_a_file_that_is_not_there_cannot_be_repaired(tmp_path):
    with pytest.raises(MissingFileError):
        repair_file(tmp_path / "none_raw.fif", tmp_path / "clean_raw.fif")


def test_a_cut_estimate_keeps_the_whole_times(files, spoilt, repaired):
    size = files.estimate.stat().st_size
    report = repaired(spoilt(files.estimate, cut=size - 3 * 4 - 2))
    assert report.kept == ("a source estimate of 8 times of 3 sources",)
    assert report.lost == ("2 of 10 times",)


def test_a_cut_label_keeps_the_whole_lines(files, spoilt, tmp_path):
    size = files.label.stat().st_size
    report = repair_file(spoilt(files.label, cut=size // 2), tmp_path / "half-lh.label")
    label = leadfield.read_label(report.files[0])
    whole = leadfield.read_label(files.label)
    n = len(label.vertices)
    assert 10 < n < 40
    assert np.array_equal(label.pos, whole.pos[:n])


def test_lines_that_are_no_events_are_left_out(files, tmp_path):
    lines = files.text.read_text().splitlines(keepends=True)
    path = tmp_path / "spoilt.eve"
    path.write_text("".join([*lines[:3], "12 oh 4\n", *lines[3:]]))
    report = repair_file(path, tmp_path / "clean.eve")
    assert report.lost == ("1 lines",)
    assert np.array_equal(leadfield.read_events(report.files[0]), files.list_made)


def test_sound_text_needs_no_repair(files, tmp_path):
    with pytest.raises(InputError, match="sound: there is nothing to repair"):
        repair_file(files.text, tmp_path / "clean.eve")


def test_of_a_surface_nothing_is_of_use(tmp_path):
    path = tmp_path / "lh.white"
    path.write_bytes(b"\xff\xff\xfe" + b"made\n\n" + bytes(20))
    with pytest.raises(FormatError, match="of a surface nothing is of use without what is broken"):
        repair_file(path, tmp_path / "lh.clean")


def test_blocks_of_another_kind_are_kept_as_they_are(tmp_path, repaired):
    from leadfield.fif.writer import writing

    path = tmp_path / "x-eve.fif"
    with writing(path) as writer:
        with writer.block(Block.MNE_EVENTS):
            writer.integers(Kind.MNE_EVENT_LIST, [1, 0, 2])
        with writer.block(4321):
            writer.integers(9876, [1, 2, 3])
    report = repaired(path)
    with FifFile(report.files[0]) as file:
        (block,) = file.tree.find(4321)
        assert file.integers(block, 9876).tolist() == [1, 2, 3]
