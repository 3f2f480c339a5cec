"""Heartbeats: what starts a beat, which threshold is taken, what is left out."""

import numpy as np
import pytest

from leadfield.artefacts.heartbeats import (
    HeartbeatSearch,
    find_heartbeats,
    heartbeat_samples,
)
from leadfield.base.errors import ChannelError, DataError, InputError
from leadfield.recording.annotation import Annotation
from leadfield.recording.create import create_measurement_info
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples

RATE = 100.0


def beats_at(places, n=3000, rows=1):
    rng = np.random.default_rng(0)
    data = 0.01 * rng.standard_normal((rows, n))
    for i, place in enumerate(places):
        data[:, place - 4 : place + 5] += (1 + 0.1 * (i % 3)) * np.hanning(9)
    return data


PLACES = list(range(80, 2900, 85))


def recording(types, data, **options):
    names = [f"{kind} {i}" for i, kind in enumerate(types)]
    info = create_measurement_info(names, RATE, types)
    bads = options.pop("bads", ())
    return RawRecording(info=info.with_bads(bads), samples=ArraySamples(data), **options)


def test_each_beat_is_found_at_its_maximum():
    found = heartbeat_samples(beats_at(PLACES)[0], RATE)
    np.testing.assert_array_equal(found, PLACES)


def test_what_has_far_more_power_than_other_beats_is_none():
    signal = beats_at(PLACES)[0]
    signal[PLACES[10] - 10 : PLACES[10] + 11] += 30 * np.hanning(21)
    found = heartbeat_samples(signal, RATE, threshold=0.5)
    assert PLACES[10] not in found.tolist()
    assert len(found) == len(PLACES) - 1


def test_beats_before_tstart_are_left_out():
    found = heartbeat_samples(beats_at(PLACES)[0], RATE, tstart=5.0)
    assert found.tolist() == [place for place in PLACES if place >= 500]


def test_a_threshold_that_nothing_exceeds_finds_nothing():
    found = heartbeat_samples(beats_at(PLACES)[0], RATE, threshold=9.0)
    assert found.shape == (0,)


def test_a_short_signal_is_refused():
    with pytest.raises(DataError, match=r"more than 2 s .* got 1.5 s"):
        heartbeat_samples(np.zeros(150), RATE)


def test_a_threshold_in_words_is_refused():
    with pytest.raises(InputError, match="qrs_threshold must be 'auto' or a number"):
        heartbeat_samples(beats_at(PLACES)[0], RATE, threshold="low")


@pytest.fixture
def search():
    return HeartbeatSearch(length="2s")


@pytest.mark.filterwarnings("ignore:.*attenuates:RuntimeWarning")
class TestChannel:
    def test_an_ecg_goes_before_magnetometers(self, search):
        data = beats_at(PLACES, rows=2)
        assert find_heartbeats(recording(["mag", "ecg"], data), search).row == 1

    def test_the_first_of_several_is_taken_with_a_warning(self, search):
        raw = recording(["ecg", "ecg"], beats_at(PLACES, rows=2))
        with pytest.warns(RuntimeWarning, match="several ECG channels, 'ecg 0', 'ecg 1'"):
            assert find_heartbeats(raw, search).row == 0

    def test_without_one_it_is_the_mean_of_the_good_magnetometers(self, search):
        data = beats_at(PLACES, rows=4)
        data[1] *= -50
        raw = recording(["mag", "mag", "mag", "grad"], data, bads=["mag 1"], first_sample=40)
        found = find_heartbeats(raw, search)
        assert found.row is None
        assert abs(len(found.events) - len(PLACES)) <= 1
        assert np.isin(found.events[:, 0] - 40, PLACES).all()

    def test_gradiometers_stand_in_for_them(self, search):
        found = find_heartbeats(recording(["grad"], beats_at(PLACES)), search)
        assert np.isin(found.events[:, 0], PLACES).all()
        assert len(found.events)

    def test_eeg_alone_is_refused(self, search):
        with pytest.raises(ChannelError, match="an ECG or MEG"):
            find_heartbeats(recording(["eeg"], beats_at(PLACES)), search)

    def test_so_are_magnetometers_that_are_all_bad(self, search):
        raw = recording(["mag"], beats_at(PLACES), bads=["mag 0"])
        with pytest.raises(ChannelError, match="all are bad"):
            find_heartbeats(raw, search)

    def test_bad_times_are_left_out(self, search):
        data = beats_at(PLACES)
        data[:, 1000:1200] = 100
        bad = Annotation(onset=10.0, duration=2.0, description="BAD_moved")
        found = find_heartbeats(recording(["ecg"], data, annotations=[bad]), search)
        samples = found.events[:, 0]
        assert len(samples) > 25
        assert np.isin(samples, PLACES).all()
        assert not ((samples >= 1000) & (samples < 1200)).any()
        whole = found.signal.spread(3000)
        assert not whole[1000:1200].any()
        assert whole[:1000].all()

    def test_a_recording_that_is_all_bad_is_refused(self, search):
        bad = Annotation(onset=0.0, duration=60.0, description="bad")
        raw = recording(["ecg"], beats_at(PLACES), annotations=[bad])
        with pytest.raises(DataError, match="all of the recording is annotated as bad"):
            find_heartbeats(raw, search)

    def test_samples_that_are_missing_are_refused(self, search):
        data = beats_at(PLACES)
        data[0, 7] = np.nan
        with pytest.raises(DataError, match="heart's signal must be finite"):
            find_heartbeats(recording(["ecg"], data), search)
