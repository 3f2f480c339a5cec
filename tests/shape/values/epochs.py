"""Values of the stage ``epochs``."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd

from leadfield.epochs.average import average
from leadfield.epochs.fif.read_epochs import read_epochs, read_part_header
from leadfield.epochs.fif.write_epochs import write_epochs
from leadfield.epochs.make import EpochParameters, array_epochs, cut_epochs
from leadfield.epochs.metadata import metadata_of
from leadfield.epochs.rejection import make_amplitude_test, make_rejection
from leadfield.epochs.selection import select_events
from leadfield.epochs.subtract import subtract_evoked
from leadfield.fif.kinds import Block
from leadfield.fif.reader import FifFile
from leadfield.recording.annotation import Annotation
from leadfield.recording.create import create_measurement_info
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples

EVENTS = np.array([[30, 0, 1], [60, 0, 2]])


def values():
    info = create_measurement_info(["E1", "E2", "E3"], 100.0, ["eeg", "eeg", "eeg"])
    data = np.random.default_rng(0).standard_normal((3, 100))
    bad = Annotation(onset=0.9, duration=0.05, description="bad end")
    recording = RawRecording(info=info, samples=ArraySamples(data), annotations=(bad,))
    selected = select_events(EVENTS, None)
    rejection = make_rejection({"eeg": 100.0}, {"eeg": 1e-9})
    parameters = EpochParameters(tmin=-0.1, tmax=0.1, detrend=1)
    cut = cut_epochs(recording, selected, np.arange(3), parameters, rejection=rejection)
    yield from (selected, rejection, parameters, cut, cut.source)
    yield from (cut.source.reader, cut.source.reader.bad_segments, cut.source.preparation)
    made = array_epochs(
        data[np.newaxis], info, select_events(EVENTS[:1], None), rejection=rejection
    )
    yield from (made, made.source, *average(made)[1])
    yield metadata_of(pd.DataFrame({"rt": [0.3, 0.4], "side": ["left", "right"]}))
    yield subtract_evoked(cut).source.preparation
    yield replace(made, unapplied_projection=np.ones((3, 1)) / np.sqrt(3))
    test = make_amplitude_test(rejection, info, cut.times)
    yield from (test, *test.limits)
    judged = make_rejection({"eeg": np.ptp}, None)  # never called
    yield from make_amplitude_test(judged, info, cut.times).limits
    with TemporaryDirectory() as folder:
        path = Path(folder) / "small-epo.fif"
        write_epochs(path, made)
        read = read_epochs(path, load=False)
        yield from (read, read.source.reader)
        with FifFile(path) as file:
            yield read_part_header(file, file.block(Block.EPOCHS))
