"""Noise covariances of continuous recordings."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import DataError
from leadfield.covariance.data_rank import rank_of_data
from leadfield.covariance.estimators import choose_estimators
from leadfield.covariance.from_recording import (
    centered_samples,
    cut_segments,
    empirical_covariance,
    segments_covariances,
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
        np.arange(24),
        tmin=span[0],
        tmax=span[1],
        tstep=length,
        rejection=Rejection(reject=reject or {}),
        reject_by_annotation=spare,
    )


def joined(recording, *seconds):
    return np.hstack([recording.read(100 * s, 100 * (s + 1)) for s in seconds])


def test_the_covariance_is_that_around_the_mean_of_all_segments(recording):
    rows = np.arange(3, 20)
    noise = empirical_covariance(cut(recording, spare=False), rows)
    expected = np.cov(recording.read(0, 900)[rows])
    np.testing.assert_allclose(noise.data, expected, rtol=1e-9, atol=1e-40)
    assert noise.degrees == 899
    assert noise.names == recording.info.names[3:20]


def test_bad_times_and_loud_segments_are_left_out(recording):
    segments = cut(recording, reject={"mag": 1e-10})
    noise = empirical_covariance(segments, np.arange(24))
    expected = np.cov(joined(recording, 0, 1, 3, 5, 6, 7, 8))
    np.testing.assert_allclose(noise.data, expected, rtol=1e-9, atol=1e-40)


def test_a_span_limits_the_segments(recording):
    noise = empirical_covariance(cut(recording, (5.0, 8.0)), np.arange(24))
    expected = np.cov(joined(recording, 5, 6, 7))
    np.testing.assert_allclose(noise.data, expected, rtol=1e-9, atol=1e-40)


def test_samples_of_segments_have_no_mean(recording):
    samples = centered_samples(cut(recording), np.arange(24))
    assert samples.shape == (24, 800)
    spread = np.abs(samples).max(axis=1)
    assert (np.abs(samples.mean(axis=1)) < 1e-14 * spread).all()


def test_no_segment_left_is_said(recording):
    segments = cut(recording, reject={"mag": 1e-20})
    with pytest.raises(DataError, match="all were dropped"):
        empirical_covariance(segments, np.arange(24))


def test_a_span_without_room_for_a_segment_is_refused(recording):
    with pytest.raises(DataError, match="fit"):
        cut(recording, (0.0, 0.5))


def test_ranks_are_of_samples_without_the_bad_times(recording):
    samples = recording.read(0, 900)
    samples[:, 200:300] = np.random.default_rng(9).standard_normal((24, 100))
    samples[3] = np.where(np.arange(900) // 100 == 2, samples[3], samples[4])
    spoilt = RawRecording(
        info=recording.info,
        samples=ArraySamples(samples),
        first_sample=700,
        annotations=recording.annotations,
    )
    assert rank_of_data(spoilt)[0] == {"meg": 15, "eeg": 8}


def test_the_empirical_covariance_alone_can_be_of_every_channel(recording):
    segments = cut(recording)
    estimators = choose_estimators("empirical", None, full_rank=False)
    info = segments.info.with_bads(recording.info.names[:2])
    segments = replace(segments, info=info)
    (good,) = segments_covariances(segments, estimators)
    (every,) = segments_covariances(segments, estimators, every_channel=True)
    assert good.names == info.names[2:]
    assert every.names == info.names
