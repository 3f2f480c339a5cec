"""Noise of continuous recordings."""

import numpy as np
import pytest

from leadfield.base.errors import DataError
from leadfield.covariance.segments import (
    cut_segments,
    segments_covariance,
    segments_samples,
    unspoilt_samples,
)
from leadfield.epochs.rejection import Rejection
from leadfield.recording.annotation import Annotation
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples


@pytest.fixture
def recording(info, samples):
    """Nine seconds that start at sample 700, the third of them bad, the fifth loud."""
    samples = samples.copy()
    samples[0, 450] = 1e-9
    bad = Annotation(onset=9.0, duration=1.0, description="bad door")
    return RawRecording(
        info=info, samples=ArraySamples(samples), first_sample=700, annotations=(bad,)
    )


def cut(recording, span=(0.0, 9.0), length=1.0, *, reject=None, spare=True):
    return cut_segments(
        recording,
        span,
        length,
        np.arange(24),
        rejection=Rejection(reject=reject or {}),
        spare_bad_times=spare,
    )


def kept(recording, *seconds):
    return np.hstack([recording.read(100 * s, 100 * (s + 1)) for s in seconds])


def test_the_covariance_is_that_around_the_mean_of_all_segments(recording):
    rows = np.arange(3, 20)
    noise = segments_covariance(cut(recording, spare=False), rows)
    expected = np.cov(recording.read(0, 900)[rows])
    np.testing.assert_allclose(noise.data, expected, rtol=1e-9, atol=1e-40)
    assert noise.degrees == 899
    assert noise.names == recording.info.names[3:20]


def test_bad_times_and_loud_segments_are_left_out(recording):
    segments = cut(recording, reject={"mag": 1e-10})
    noise = segments_covariance(segments, np.arange(24))
    expected = np.cov(kept(recording, 0, 1, 3, 5, 6, 7, 8))
    np.testing.assert_allclose(noise.data, expected, rtol=1e-9, atol=1e-40)


def test_a_span_limits_the_segments(recording):
    noise = segments_covariance(cut(recording, (5.0, 8.0)), np.arange(24))
    expected = np.cov(kept(recording, 5, 6, 7))
    np.testing.assert_allclose(noise.data, expected, rtol=1e-9, atol=1e-40)


def test_samples_of_segments_have_no_mean(recording):
    samples = segments_samples(cut(recording), np.arange(24))
    assert samples.shape == (24, 800)
    spread = np.abs(samples).max(axis=1)
    assert (np.abs(samples.mean(axis=1)) < 1e-14 * spread).all()


def test_no_segment_left_is_said(recording):
    segments = cut(recording, reject={"mag": 1e-20})
    with pytest.raises(DataError, match="all were dropped"):
        segments_covariance(segments, np.arange(24))


def test_a_span_without_room_for_a_segment_is_refused(recording):
    with pytest.raises(DataError, match="fit"):
        cut(recording, (0.0, 0.5))


def test_unspoilt_samples_lack_the_bad_times(recording):
    found = unspoilt_samples(recording, np.arange(2))
    expected = kept(recording, 0, 1, 3, 4, 5, 6, 7, 8)[:2]
    np.testing.assert_array_equal(found, expected)
