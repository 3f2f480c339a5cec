"""Readers take at most eight times a file's bytes, whatever is in it, and time in proportion."""

import json
import struct
import time
import tracemalloc

import numpy as np
import pytest

from leadfield.base.errors import FormatError
from leadfield.epochs.fif.evoked import read_evokeds
from leadfield.epochs.fif.read_epochs import read_epochs
from leadfield.epochs.fif.write_epochs import write_epochs
from leadfield.epochs.make import array_epochs
from leadfield.epochs.rejection import Rejection
from leadfield.epochs.selection import select_events
from leadfield.events.fif import read_events as read_fif_events
from leadfield.events.text import read_events
from leadfield.fif.kinds import Block, Kind, Type
from leadfield.fif.writer import writing
from leadfield.freesurfer.annotation import read_annotation
from leadfield.freesurfer.label import read_label_file
from leadfield.recording.annotation_text import load_text
from leadfield.recording.create import create_measurement_info
from leadfield.recording.fif.annotations import load_annotations
from leadfield.recording.fif.channels import write_channels
from leadfield.recording.fif.info import write_info
from leadfield.recording.fif.positions import load_transforms

TIMES, CONSTANT = 8, 2**21


def peak_of(read, path):
    """Most memory at once that reading or refusing a file took, in bytes."""
    tracemalloc.start()
    try:
        read(path)
    except FormatError:
        pass
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return peak


def check(read, path):
    size = path.stat().st_size
    assert size >= 2**20, "too small to tell"
    assert peak_of(read, path) <= TIMES * size + CONSTANT


def test_a_label(tmp_path):
    path = tmp_path / "lh.label"
    n = 2**17
    path.write_text(f"#\n{n}\n" + "0 0 0 0 0\n" * n, "ascii")
    check(read_label_file, path)


def test_events_in_text(tmp_path):
    path = tmp_path / "a.eve"
    path.write_text("1 0 1\n" * 2**18, "ascii")
    check(read_events, path)
    assert len(read_events(path)) == 2**18


def test_events_in_one_endless_line(tmp_path):
    path = tmp_path / "a.eve"
    path.write_text("1 " * 2**19, "ascii")
    check(read_events, path)


def test_names_of_events(tmp_path):
    path = tmp_path / "a-eve.fif"
    with writing(path) as writer, writer.block(Block.MNE_EVENTS):
        writer.integers(Kind.MNE_EVENT_LIST, [1, 0, 1])
        writer.text(Kind.DESCRIPTION, ";" * 2**21)
    check(read_fif_events, path)


def test_comments_of_events(tmp_path):
    path = tmp_path / "a-eve.fif"
    with writing(path) as writer, writer.block(Block.MNE_EVENTS):
        writer.integers(Kind.MNE_EVENT_LIST, [1, 0, 1])
        writer.tag(Kind.EVENT_COMMENTS, Type.BYTE, bytes(2**21))
    check(read_fif_events, path)


@pytest.mark.parametrize("line", ["\n", ",,\n", ",", "0,0,\n", "# onset\n"])
@pytest.mark.parametrize("suffix", [".csv", ".txt"])
def test_annotations_in_text(tmp_path, line, suffix):
    path = tmp_path / f"a{suffix}"
    path.write_text("onset,duration,description\n" + line * (2**21 // len(line)), "ascii")
    check(lambda file: load_text(file, suffix=suffix), path)


def test_annotations(tmp_path):
    path = tmp_path / "a-annot.fif"
    n = 2**18 + 1
    with writing(path) as writer, writer.block(Block.ANNOTATIONS):
        for kind in (Kind.BASELINE_MIN, Kind.BASELINE_MAX):
            writer.reals(kind, np.zeros(n))
        writer.text(Kind.DESCRIPTION, ":" * (n - 1))
    check(load_annotations, path)


def epochs_file(path, drop_log):
    """A file of one epoch with this text as its drop log."""
    info = create_measurement_info(["E"], 100.0, "eeg")
    epochs = array_epochs(
        np.zeros((1, 1, 5)), info, select_events([[0, 0, 1]], None), tmin=0.0, rejection=Rejection()
    )
    write_epochs(path, epochs)
    whole = path.read_bytes()
    header = struct.pack(">2i", Kind.EPOCHS_DROP_LOG, Type.STRING)
    start = whole.index(header)
    size = struct.unpack(">i", whole[start + 8 : start + 12])[0]
    tag = header + struct.pack(">2i", len(drop_log), 0) + drop_log
    pointer = whole[:52] + struct.pack(">i", -1)  # the directory is at another place now
    path.write_bytes(pointer + whole[56:start] + tag + whole[start + 16 + size :])


@pytest.mark.parametrize("one", ["[]", "[[]]", '["a"]', "{}", "0"])
def test_a_drop_log(tmp_path, one):
    path = tmp_path / "a-epo.fif"
    n = 2**24 // (len(one) + 1)
    epochs_file(path, f"[{','.join([one] * n)}]".encode())
    check(read_epochs, path)


def test_a_drop_log_of_many_events_is_read(tmp_path):
    path = tmp_path / "a-epo.fif"
    epochs_file(path, json.dumps([[], *[["IGNORED"]] * 100_000]).encode())
    assert len(read_epochs(path).event_selection.drop_log) == 100_001


def test_transforms(tmp_path):
    path = tmp_path / "a-trans.fif"
    with writing(path) as writer:
        for _ in range(2**16):
            writer.void(Kind.NOP)
    check(load_transforms, path)


def test_regions(tmp_path):
    path = tmp_path / "lh.annot"
    n = 2**16 * 2
    table = struct.pack(">6i", 1, -2, n, 0, n, 0)
    region = struct.pack(">6i", 0, 0, 0, 0, 0, 0)
    path.write_bytes(struct.pack(">i", 0) + table + region * n)
    check(read_annotation, path)


def seconds_of(read, path):
    started = time.process_time()
    read(path)
    return time.process_time() - started


def responses(path, n_channels, n_bads, n_responses):
    """A file of averages, each with its own channels, as some writers have it."""
    names = [f"E{i}" for i in range(n_channels)]
    info = create_measurement_info(names, 100.0, "eeg").with_bads(names[-n_bads:])
    with writing(path) as writer, writer.block(Block.MEAS):
        write_info(writer, info)
        for _ in range(n_responses):
            with writer.block(Block.EVOKED):
                writer.integers(Kind.FIRST_SAMPLE, 0)
                writer.integers(Kind.LAST_SAMPLE, 0)
                writer.integers(Kind.NCHAN, n_channels)
                write_channels(writer, info.channels)
                with writer.block(Block.ASPECT):
                    writer.integers(Kind.ASPECT_KIND, 100)
                    writer.matrix(Kind.EPOCH, np.zeros((n_channels, 1)))


def test_averages_of_many_bad_channels_take_time_in_proportion(tmp_path):
    responses(tmp_path / "a-ave.fif", 3000, 2999, 3)
    assert seconds_of(read_evokeds, tmp_path / "a-ave.fif") < 1.5
