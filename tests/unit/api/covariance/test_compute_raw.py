"""Covariances of continuous recordings, as users estimate them."""

import numpy as np
import pytest

from leadfield.api.covariance.compute_raw import compute_raw_covariance
from leadfield.api.recording.raw import Raw
from leadfield.base.errors import ArgumentTypeError
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples


def test_a_recording_is_cut_and_its_mean_taken_out(magnetometers):
    samples = 1 + np.random.default_rng(1).standard_normal((4, 500))
    raw = Raw(RawRecording(info=magnetometers.value, samples=ArraySamples(samples)))
    cov = compute_raw_covariance(raw, tmin=1.0, tstep=0.5)
    np.testing.assert_allclose(cov.data, np.cov(samples[:3, 100:]), rtol=1e-12)
    shrunk = compute_raw_covariance(raw, tstep=None, method="shrinkage")
    assert np.trace(shrunk.data) == pytest.approx(np.trace(np.cov(samples[:3])))


def test_a_recording_must_come(evoked):
    with pytest.raises(ArgumentTypeError, match="raw must be a Raw"):
        compute_raw_covariance(evoked)
