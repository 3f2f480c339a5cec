"""Blinks: which channel, which direction, which times."""

import numpy as np
import pytest

from leadfield.artefacts.blinks import BlinkSearch, find_blinks
from leadfield.base.errors import ArgumentTypeError, ChannelError, DataError, StateError
from leadfield.recording.annotation import Annotation
from leadfield.recording.create import create_measurement_info
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples

RATE = 100.0
PLACES = [400, 900, 1500, 2200]


def recording(sizes, types=None, **options):
    data = np.zeros((len(sizes), 3000))
    for place in PLACES:
        data[:, place - 15 : place + 16] += np.outer(sizes, np.hanning(31))
    names = [f"C{i}" for i in range(len(sizes))]
    info = create_measurement_info(names, RATE, types or ["eog"] * len(sizes))
    return RawRecording(info=info, samples=ArraySamples(data), **options)


def search(**options):
    return BlinkSearch(threshold=1e-5, **options)


@pytest.mark.parametrize("sizes", [[1e-4], [1e-5, 2e-4], [-1e-4], [1e-5, -3e-4, 2e-5]])
def test_blinks_are_the_peaks_of_the_strongest_channel_up_or_down(sizes):
    blinks = find_blinks(recording(sizes, first_sample=70), search())
    near = np.abs(blinks[:, :1] - 70 - PLACES).min(axis=0)
    assert (near <= 1).all()
    assert (blinks[:, 1:] == [0, 998]).all()


def test_a_threshold_keeps_small_peaks_out():
    blinks = find_blinks(recording([1e-4]), BlinkSearch(threshold=6e-5))
    assert len(blinks) == len(PLACES)
    assert not len(find_blinks(recording([1e-4]), BlinkSearch(threshold=1.0)))


def test_blinks_before_tstart_are_left_out():
    blinks = find_blinks(recording([1e-4]), BlinkSearch(threshold=6e-5, tstart=10.0))
    assert (blinks[:, 0] >= 1000).all()
    assert len(blinks) == 2


def test_bad_times_are_left_out_if_that_is_asked_for():
    bad = Annotation(onset=8.0, duration=2.0, description="bad")
    raw = recording([1e-4], annotations=[bad])
    assert len(find_blinks(raw, BlinkSearch(threshold=6e-5))) == 4
    blinks = find_blinks(raw, BlinkSearch(threshold=6e-5, good_only=True))
    assert np.abs(blinks[:, 0] - [400, 1500, 2200]).max() <= 1


def test_without_an_eog_another_channel_must_be_named():
    raw = recording([1e-4], ["eeg"])
    with pytest.raises(StateError, match="name another with ch_name"):
        find_blinks(raw, search())
    assert len(find_blinks(raw, search(channels="C0")))
    with pytest.raises(ChannelError, match="'C9'"):
        find_blinks(raw, search(channels=["C0", "C9"]))
    with pytest.raises(ChannelError, match="an empty list"):
        find_blinks(raw, search(channels=[]))
    with pytest.raises(ArgumentTypeError, match="ch_name must be a name, a list"):
        find_blinks(raw, search(channels=0))


def test_a_start_after_the_end_is_refused():
    with pytest.raises(DataError, match="tstart must be before the end of the good data, 30 s"):
        find_blinks(recording([1e-4]), search(tstart=30.0))


def test_missing_samples_are_refused():
    raw = recording([1e-4])
    data = raw.read(0, 3000)
    data[0, 5] = np.nan
    raw = RawRecording(info=raw.info, samples=ArraySamples(data))
    with pytest.raises(DataError, match="the EOG must be finite"):
        find_blinks(raw, search())
