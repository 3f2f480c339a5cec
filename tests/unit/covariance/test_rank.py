"""Ranks of data and of noise, block by block."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, DataError, InputError
from leadfield.covariance.noise import NoiseCovariance
from leadfield.covariance.rank import (
    check_given_rank,
    checked_rank,
    rank_of_covariance,
    rank_of_samples,
)
from leadfield.recording.create import create_measurement_info
from leadfield.recording.info import ProcessingStep


def noise_with(info, samples, **more):
    data = samples @ samples.T / samples.shape[1]
    return NoiseCovariance(names=info.names, data=data, degrees=samples.shape[1], **more)


def separated(info, degrees):
    step = ProcessingStep(creator="test", degrees=degrees)
    return replace(info, history=(step,))


def test_full_rank_data_have_the_rank_of_their_channels(samples, info):
    assert rank_of_samples(samples, info) == {"meg": 16, "eeg": 8}


def test_a_projection_costs_a_dimension(samples, info, pattern):
    assert rank_of_samples(samples, info.with_projections([pattern])) == {"meg": 15, "eeg": 8}


def test_projections_can_be_left_out(samples, info, pattern):
    projected = info.with_projections([pattern])
    assert rank_of_samples(samples, projected, project=False)["meg"] == 16


def test_one_type_of_meg_keeps_its_name(samples, info):
    assert rank_of_samples(samples[6:], info.pick(range(6, 24))) == {"grad": 10, "eeg": 8}


def test_bad_channels_do_not_count(samples, info):
    assert rank_of_samples(samples, info.with_bads(info.names[:2]))["meg"] == 14


def test_the_rank_of_noise_is_that_of_its_data(samples, info, pattern):
    samples[20] = samples[21]
    noise = noise_with(info, samples, bads=info.names[:1])
    projected = info.with_projections([pattern])
    assert rank_of_covariance(noise, projected) == {"meg": 14, "eeg": 7}


def test_variances_of_zero_do_not_count(info):
    noise = NoiseCovariance(names=info.names, data=np.arange(24.0), degrees=1)
    assert rank_of_covariance(noise, info) == {"meg": 15, "eeg": 8}


def test_info_counts_channels_less_projections(samples, info, pattern):
    projected = info.with_projections([pattern])
    assert rank_of_samples(0 * samples, projected, "info") == {"meg": 15, "eeg": 8}


def test_info_counts_what_separation_left(samples, info):
    assert rank_of_samples(0 * samples, separated(info, 9), "info") == {"meg": 9, "eeg": 8}


def test_full_counts_channels(samples, info, pattern):
    projected = separated(info, 9).with_projections([pattern])
    assert rank_of_samples(0 * samples, projected, "full") == {"meg": 16, "eeg": 8}


def test_an_estimate_above_what_separation_left_is_warned_of(samples, info):
    with pytest.warns(RuntimeWarning, match="leaves at most 9"):
        rank_of_samples(samples, separated(info, 9))


def test_given_ranks_are_taken_and_others_estimated(samples, info):
    assert rank_of_samples(samples, info, {"meg": 5}) == {"meg": 5, "eeg": 8}


def test_ranks_given_by_type_add_up(samples, info):
    assert rank_of_samples(samples, info, {"mag": 3, "grad": 4})["meg"] == 7


@pytest.mark.parametrize(("meg", "rank"), [(7, 7), (15, 10)])
def test_a_rank_of_meg_holds_for_its_only_type_if_it_can(samples, info, meg, rank):
    gradiometers = info.pick(range(6, 16))
    assert rank_of_samples(samples[6:16], gradiometers, {"meg": meg}) == {"grad": rank}


def test_one_type_alone_says_too_little(samples, info):
    with pytest.raises(InputError, match="together"):
        rank_of_samples(samples, info, {"mag": 3})


def test_a_rank_above_the_channels_is_refused(samples, info):
    with pytest.raises(InputError, match="at most the 8 channels"):
        rank_of_samples(samples, info, {"eeg": 9})


@pytest.mark.parametrize(
    ("rank", "error", "words"),
    [
        ("auto", InputError, "'info', 'full'"),
        ({"megs": 5}, InputError, "'meg'"),
        ({"meg": -1}, InputError, "at least 0"),
        ({"meg": 1.5}, ArgumentTypeError, "whole number"),
        (12, ArgumentTypeError, "dict"),
    ],
)
def test_other_ranks_are_refused(rank, error, words):
    with pytest.raises(error, match=words):
        checked_rank(rank)


def test_the_tolerance_decides():
    one = create_measurement_info(["a", "b", "c"], 100.0, "mag")
    data = np.diag([1e-12, 1e-14, 1e-17])
    assert rank_of_samples(data, one) == {"mag": 3}
    assert rank_of_samples(data, one, tolerance=1e-3) == {"mag": 2}
    assert rank_of_samples(data, one, tolerance=0.1, relative=True) == {"mag": 1}


def test_a_given_rank_far_above_that_of_the_noise_is_told(samples, info):
    samples[6:10] = 0
    noise = noise_with(info, samples)
    with pytest.warns(RuntimeWarning, match=r"rank\['meg'\]=16"):
        check_given_rank({"meg": 16}, noise, info, "warn")
    with pytest.raises(InputError, match="whitening"):
        check_given_rank({"meg": 16}, noise, info, "raise")
    check_given_rank({"meg": 12}, noise, info, "raise")


def test_samples_without_a_number_have_no_rank(samples, info):
    samples = samples.copy()
    samples[0, 3] = np.nan
    with pytest.raises(DataError, match="samples must be finite"):
        rank_of_samples(samples, info)


def test_variances_of_nothing_have_rank_0(info):
    noise = NoiseCovariance(names=info.names, data=np.zeros(len(info.names)), degrees=9)
    assert set(rank_of_covariance(noise, info).values()) == {0}
