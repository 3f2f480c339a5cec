"""Projections of patterns: how many, of which channels, and that they take them out."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.artefacts.patterns import PatternCounts, pattern_groups, sum_of_squares
from leadfield.artefacts.projections import (
    SegmentSpan,
    epochs_projections,
    evoked_projections,
    recording_projections,
)
from leadfield.base.errors import ArgumentTypeError, DataError, InputError, StateError
from leadfield.epochs.evoked import EvokedResponse
from leadfield.epochs.rejection import Rejection
from leadfield.recording.create import create_measurement_info
from leadfield.recording.projector import make_projector
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples, Samples

TYPES = ["grad"] * 4 + ["mag"] * 3 + ["eeg"] * 3 + ["stim"]
NAMES = [f"{kind} {i}" for i, kind in enumerate(TYPES)]
INFO = create_measurement_info(NAMES, 100.0, TYPES)
RNG = np.random.default_rng(3)
PATTERN = RNG.standard_normal(11)
COURSE = np.sin(np.arange(1500) / 9)


def make_raw(noise=0.0, info=INFO):
    data = np.outer(PATTERN, COURSE) + noise * np.random.default_rng(1).standard_normal((11, 1500))
    return RawRecording(info=info, samples=ArraySamples(data))


def projections(raw, counts, span=None, rejection=None):
    return recording_projections(raw, counts, span or SegmentSpan(), rejection or Rejection())


def test_what_varies_most_is_taken_out_and_nothing_is_left():
    raw = make_raw()
    found = projections(raw, PatternCounts(grad=1, mag=1, eeg=1))
    assert [one.description for one in found] == [
        f"{kind}-Raw-0.000-15.000-PCA-01" for kind in ("planar", "axial", "eeg")
    ]
    clean = make_projector(found, INFO.names).matrix @ raw.read(0, 1500)
    assert np.abs(clean[:10]).max() < 1e-12 * np.abs(PATTERN).max()
    assert all(one.explained_variance == pytest.approx(1) for one in found)


def test_a_share_takes_as_many_patterns_as_explain_it():
    raw = make_raw(noise=0.1)
    assert len(projections(raw, PatternCounts(grad=0.5, mag=0, eeg=0))) == 1
    found = projections(raw, PatternCounts(grad=0.999, mag=0, eeg=0))
    explained = np.cumsum([one.explained_variance for one in found])
    assert explained[-1] >= 0.999 > explained[-2]


def test_joint_patterns_are_of_all_sensors():
    found = projections(make_raw(), PatternCounts(grad=1, mag=1, eeg=0, meg="combined"))
    assert [one.description for one in found] == ["meg-Raw-0.000-15.000-PCA-01"]
    assert found[0].channel_names == tuple(NAMES[:7])


def test_bad_channels_have_no_part():
    raw = make_raw(info=INFO.with_bads(["mag 4"]))
    found = projections(raw, PatternCounts(grad=0, mag=1, eeg=0))
    assert found[0].channel_names == ("mag 5", "mag 6")


def test_no_more_patterns_come_than_there_are_channels():
    assert len(projections(make_raw(0.1), PatternCounts(grad=0, mag=9, eeg=0))) == 3


def test_types_that_are_not_there_are_passed_over():
    info = create_measurement_info(["E1", "E2"], 100.0, "eeg")
    data = np.random.default_rng(0).standard_normal((2, 500))
    raw = RawRecording(info=info, samples=ArraySamples(data))
    assert len(projections(raw, PatternCounts())) == 2


def test_channels_without_a_signal_are_refused():
    raw = replace(make_raw(), samples=ArraySamples(np.zeros((11, 1500))))
    with pytest.raises(DataError, match="samples must vary"):
        projections(raw, PatternCounts())


def test_squares_are_those_of_all_blocks_together():
    groups = pattern_groups(INFO, PatternCounts())
    data = RNG.standard_normal((11, 90))
    whole = sum_of_squares([data], groups)
    for one, other in zip(whole, sum_of_squares(np.split(data, 9, axis=1), groups), strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-12)


class WatchedSamples(Samples):
    """Samples that note how many are asked for at a time."""

    def __init__(self, data):
        self._held, self.most = ArraySamples(data), 0

    @property
    def shape(self):
        return self._held.shape

    @property
    def dtype(self):
        return self._held.dtype

    def read(self, start, stop, rows):
        self.most = max(self.most, stop - start)
        return self._held.read(start, stop, rows)


@pytest.mark.parametrize(("duration", "most"), [(1.0, 100), (None, 10_000)])
def test_a_recording_is_read_piece_by_piece(duration, most):
    samples = WatchedSamples(np.random.default_rng(0).standard_normal((11, 25_000)))
    raw = RawRecording(info=INFO, samples=samples)
    projections(raw, PatternCounts(), SegmentSpan(duration=duration))
    assert samples.most == most


def test_segments_and_the_whole_have_the_same_patterns():
    raw = make_raw(0.1)
    one = projections(raw, PatternCounts(), SegmentSpan(duration=None))
    other = projections(raw, PatternCounts())
    for a, b in zip(one, other, strict=True):
        np.testing.assert_allclose(abs(a.vectors @ b.vectors.T), 1, atol=1e-12)


def test_limits_without_segments_are_refused():
    limits = Rejection(reject={"mag": 1.0})
    with pytest.raises(InputError, match="give a duration"):
        projections(make_raw(), PatternCounts(), SegmentSpan(duration=None), limits)


def test_no_segment_left_is_an_error_that_names_the_channels():
    limits = Rejection(reject={"mag": 1e-9})
    with pytest.raises(StateError, match="mag 4 15 times"):
        projections(make_raw(), PatternCounts(), rejection=limits)


def test_an_empty_span_is_refused():
    with pytest.raises(InputError, match="at least one sample"):
        projections(make_raw(), PatternCounts(), SegmentSpan(start=9, stop=3, duration=None))


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"mag": -1}, InputError),
        ({"mag": 1.5}, ArgumentTypeError),
        ({"mag": "two"}, ArgumentTypeError),
        ({"meg": "both"}, InputError),
        ({"meg": "combined", "grad": 1}, InputError),
    ],
)
def test_numbers_that_mean_nothing_are_refused(options, error):
    with pytest.raises(error):
        PatternCounts(**options)


def test_few_samples_are_warned_of():
    with pytest.warns(RuntimeWarning, match="10 channels need at least 55 samples, got 50"):
        projections(make_raw(0.1), PatternCounts(), SegmentSpan(stop=0.5, duration=0.5))


def test_epochs_are_called_by_their_code_and_left_as_they_were(cut):
    epochs = cut(1, tmin=0.0, tmax=0.5, baseline=None)
    found = epochs_projections(epochs, PatternCounts(grad=0, mag=1, eeg=0))
    assert [one.description for one in found] == ["axial-1-0.000-0.500-PCA-01"]
    assert not epochs.bad_dropped
    both = cut({"one": 1, "two": 2}, tmin=0.0, tmax=0.5, baseline=None)
    found = epochs_projections(both, PatternCounts(mag=0, eeg=1))
    assert [one.description for one in found] == ["eeg-Multiple-events-0.000-0.500-PCA-01"]
    found = epochs_projections(both, PatternCounts(mag=0, eeg=1), "mine")
    assert found[0].description == "eeg-mine-PCA-01"


def test_averages_are_called_by_their_times():
    evoked = EvokedResponse(info=INFO, data=np.outer(PATTERN, COURSE[:50]), first=-10, nave=3)
    found = evoked_projections(evoked, PatternCounts(mag=0, grad=0, eeg=1))
    assert found[0].description == "eeg--0.100-0.390-PCA-01"
