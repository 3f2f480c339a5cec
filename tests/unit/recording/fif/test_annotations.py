"""Annotations come back from files, on the clock of sample numbers."""

from datetime import UTC, datetime

import numpy as np
import pytest

from leadfield.base.errors import FormatError
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.reader import FifFile
from leadfield.fif.writer import writing
from leadfield.recording.annotation import Annotation
from leadfield.recording.fif.annotations import (
    load_annotations,
    read_annotations,
    write_annotations,
)

DAY = datetime(2020, 2, 29, 12, 0, 0, 250, UTC)
SPANS = (
    Annotation(onset=1 / 3, duration=1 / 7, description="x: y"),
    Annotation(onset=2.0, duration=0.0, description="BAD", channel_names=("A", "B")),
)


def back(tmp_path, fill, measured_at=None, first_time=5.0):
    path = tmp_path / "x.fif"
    with writing(path) as writer:
        fill(writer)
    with FifFile(path) as fif:
        return read_annotations(fif, measured_at, first_time)


def block(**values):
    """What fills a file with a block of annotations."""
    kinds = {"onsets": Kind.BASELINE_MIN, "ends": Kind.BASELINE_MAX, "date": Kind.MEAS_DATE}

    def fill(writer):
        with writer.block(Block.ANNOTATIONS):
            for name in values.keys() & kinds.keys():
                writer.reals(kinds[name], values[name], double=True)
            for name, kind in (("texts", Kind.DESCRIPTION), ("lists", Kind.EPOCHS_DROP_LOG)):
                if name in values:
                    writer.text(kind, values[name])

    return fill


@pytest.mark.parametrize("day", [None, DAY])
def test_they_come_back_to_the_last_bit(day, tmp_path):
    found = back(tmp_path, lambda w: write_annotations(w, SPANS, day), day)
    assert [(a.onset, a.description, a.channel_names) for a in found] == [
        (a.onset, a.description, a.channel_names) for a in SPANS
    ]
    # The file keeps the end: one rounding.
    np.testing.assert_allclose([a.duration for a in found], [1 / 7, 0], rtol=1e-14)


def test_none_are_no_block(tmp_path):
    assert back(tmp_path, lambda w: write_annotations(w, (), None)) == ()


def test_with_a_date_of_their_own_they_are_moved(tmp_path):
    seconds = DAY.timestamp() - 30
    (one,) = back(tmp_path, block(onsets=[31.0], ends=[32.0], texts="a", date=[seconds]), DAY)
    assert one.onset == pytest.approx(1.0, abs=1e-6)


def test_without_a_date_they_count_from_the_first_sample(tmp_path):
    (one,) = back(tmp_path, block(onsets=[1.0], ends=[2.0], texts="a"), DAY)
    assert (one.onset, one.duration) == (6.0, 1.0)


def test_without_a_recordings_date_they_are_on_its_clock(tmp_path):
    (one,) = back(tmp_path, block(onsets=[1.0], ends=[2.0], texts="a"))
    assert one.onset == 1.0


def test_one_without_words_is_one(tmp_path):
    (one,) = back(tmp_path, block(onsets=[1.0], ends=[2.0], texts=""))
    assert one.description == ""


def test_an_end_that_nobody_knows_is_the_onset(tmp_path):
    (one,) = back(tmp_path, block(onsets=[1.0], ends=[np.nan], texts="a"))
    assert one.duration == 0


@pytest.mark.parametrize(
    "values",
    [
        {"onsets": [1.0, 2.0], "ends": [1.0], "texts": "a:b"},
        {"onsets": [1.0], "ends": [1.0], "texts": "a:b"},
        {"onsets": [np.nan], "ends": [1.0], "texts": "a"},
        {"onsets": [1.0], "ends": [1.0], "texts": "a", "lists": "[["},
        {"onsets": [1.0], "ends": [1.0], "texts": "a", "lists": "[" * 100_000},
        {"onsets": [1.0], "ends": [1.0], "texts": "a", "lists": '[["A"], ["B"]]'},
        {"onsets": [1.0], "ends": [1.0], "texts": "a", "lists": '{"a": 1}'},
        {"onsets": [1.0], "ends": [1.0], "texts": "a", "lists": "[[1]]"},
        {"onsets": [1.0], "ends": [1.0], "texts": "a", "date": [1e300]},
    ],
)
def test_what_does_not_fit_together_is_refused(values, tmp_path):
    with pytest.raises(FormatError, match="must hold"):
        back(tmp_path, block(**values), DAY)


@pytest.mark.parametrize("onset", [np.nan, np.inf, 1e300, -1e12])
def test_an_onset_that_cannot_be_is_refused(onset, tmp_path):
    path = tmp_path / "a-annot.fif"
    with writing(path) as writer, writer.block(Block.ANNOTATIONS):
        writer.reals(Kind.BASELINE_MIN, [onset], double=True)
        writer.reals(Kind.BASELINE_MAX, [onset], double=True)
        writer.text(Kind.DESCRIPTION, "x")
    with pytest.raises(FormatError, match="spans that can be"):
        load_annotations(path)
