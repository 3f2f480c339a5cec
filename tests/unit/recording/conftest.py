"""Small recordings, and files of them in every way that FIF stores samples."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.fif.kinds import Block, Kind, Type
from leadfield.fif.writer import writing
from leadfield.recording.create import create_measurement_info
from leadfield.recording.fif.info import write_info
from leadfield.recording.info import DigitisedPoint, MeasurementInfo

RATE = 100.0


@pytest.fixture
def info() -> MeasurementInfo:
    """A magnetometer, a gradiometer, two electrodes and a trigger, calibrated unequally."""
    made = create_measurement_info(
        ["M", "G", "E1", "E2", "STI"], RATE, ["mag", "grad", "eeg", "eeg", "stim"]
    )
    channels = replace(
        made.channels, cals=np.array([2.0, 3.0, 0.5, 1.0, 1.0]), ranges=np.array([1, 4, 1, 0.25, 1])
    )
    points = (DigitisedPoint(kind=1, ident=2, position=np.array([0.0, 0.1, 0.0]), frame=4),)
    return replace(made, channels=channels, digitisation=points)


class RawFile:
    """A raw file written tag by tag."""

    def __init__(self, path, info):
        self.path, self.info = path, info
        self.rng = np.random.default_rng(0)
        self.stored = []

    def write(self, fill, *, block=Block.RAW_DATA, before=None, info=None):
        with writing(self.path, overwrite=True) as self.writer, self.writer.block(Block.MEAS):
            write_info(self.writer, info or self.info, keep_ranges=True)
            if before:
                before(self.writer)
            with self.writer.block(block):
                fill(self)
        return self.path

    def first(self, number):
        self.writer.integers(Kind.FIRST_SAMPLE, number)

    def buffer(self, n=10, *, type_=Type.FLOAT, code=">f4"):
        whole = self.rng.integers(-1000, 1000, (n, len(self.info.channels)))
        stored = whole.astype(code)
        if stored.dtype.kind == "c":
            stored += 1j
        self.stored.append(stored)
        self.writer.tag(Kind.DATA_BUFFER, type_, stored.tobytes())

    def skip(self, count):
        self.writer.integers(Kind.DATA_SKIP, count)

    def broken(self, n_bytes=7, type_=Type.FLOAT):
        self.writer.tag(Kind.DATA_BUFFER, type_, bytes(n_bytes))

    @property
    def expected(self):
        """All samples written, calibrated."""
        scales = self.info.channels.cals * self.info.channels.ranges
        return np.concatenate(self.stored).T * scales[:, None]


@pytest.fixture
def raw_file(tmp_path, info) -> RawFile:
    """A raw file to be written tag by tag."""
    return RawFile(tmp_path / "x_raw.fif", info)
