"""Event lists in text and FIF files."""

import numpy as np
import pytest

from leadfield.base.errors import FormatError, OverwriteError
from leadfield.events import fif, text
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.writer import writing

EVENTS = np.array([[27977, 0, 2], [28345, 0, 3], [28771, 2, -1]])


@pytest.mark.parametrize("name", ["a-eve.fif", "a-eve.fif.gz"])
def test_fif_files_give_back_what_was_written(tmp_path, name):
    fif.write_events(tmp_path / name, EVENTS, overwrite=False)
    events, names = fif.read_events(tmp_path / name)
    assert events.tolist() == EVENTS.tolist()
    assert names is None


def test_text_files_give_back_what_was_written(tmp_path):
    text.write_events(tmp_path / "a.eve", EVENTS, overwrite=False)
    assert text.read_events(tmp_path / "a.eve").tolist() == EVENTS.tolist()


def test_the_time_column_of_old_text_files_is_left_out(tmp_path):
    (tmp_path / "old.eve").write_text("  100 0.166 0 5\n200 0.333 5 0\n")
    assert text.read_events(tmp_path / "old.eve").tolist() == [[100, 0, 5], [200, 5, 0]]


def test_one_line_is_one_event(tmp_path):
    (tmp_path / "one.txt").write_text("# sample before number\n100 0 5\n")
    assert text.read_events(tmp_path / "one.txt").tolist() == [[100, 0, 5]]


@pytest.mark.parametrize("content", ["", "1 2\n", "1 2 3\n1 2 3 4\n", "a b c\n", "1 0 nan\n"])
def test_other_text_is_refused(tmp_path, content):
    (tmp_path / "bad.eve").write_text(content)
    with pytest.raises(FormatError, match="must"):
        text.read_events(tmp_path / "bad.eve")


def test_files_are_replaced_only_when_asked(tmp_path):
    text.write_events(tmp_path / "a.eve", EVENTS, overwrite=False)
    with pytest.raises(OverwriteError, match="overwrite=True"):
        text.write_events(tmp_path / "a.eve", EVENTS, overwrite=False)


def test_a_list_that_is_not_in_threes_is_refused(tmp_path):
    with writing(tmp_path / "bad-eve.fif") as writer, writer.block(Block.MNE_EVENTS):
        writer.integers(Kind.MNE_EVENT_LIST, [1, 0, 1, 2])
    with pytest.raises(FormatError, match="three numbers"):
        fif.read_events(tmp_path / "bad-eve.fif")


def test_names_of_numbers_are_read(tmp_path):
    with writing(tmp_path / "named-eve.fif") as writer:
        fif.write_event_block(writer, EVENTS, {"a:b": 2, "c": 3})
    assert fif.read_events(tmp_path / "named-eve.fif")[1] == {"a:b": 2, "c": 3}


def test_comments_that_stand_with_events_name_their_numbers(tmp_path):
    with writing(tmp_path / "mne-c-annot.fif") as writer, writer.block(Block.MNE_EVENTS):
        writer.integers(Kind.MNE_EVENT_LIST, EVENTS)
        writer.tag(Kind.EVENT_COMMENTS, 1, b"left\0right\0end\0")
    names = fif.read_events(tmp_path / "mne-c-annot.fif")[1]
    assert names == {"left": 2, "right": 3, "end": -1}
