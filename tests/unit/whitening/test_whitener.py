"""Whiteners of noise."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import DataError, InputError, MismatchError
from leadfield.whitening.make import make_whitener
from leadfield.whitening.whitener import Whitener


def test_good_brain_channels_are_taken(info, noise):
    whitener = make_whitener(noise, info.with_bads(["mag 1"]))
    assert whitener.names == (*("mag 0", "mag 2", "mag 3"), *info.names[4:10])
    assert whitener.rank == 3 + 5


def test_channels_come_in_the_order_asked_for(info, noise):
    names = ["mag 3", "mag 0"]
    whitener = make_whitener(noise, info, names=names)
    assert whitener.names == tuple(names)
    seen = whitener.matrix @ noise.pick(names).data @ whitener.matrix.T
    np.testing.assert_allclose(seen, np.eye(2), atol=1e-12)


def test_the_colorer_undoes_the_whitener(info, noise):
    whitener = make_whitener(noise, info)
    np.testing.assert_allclose(whitener.matrix @ whitener.colorer, np.eye(9), atol=1e-12)
    white = np.arange(18.0).reshape(9, 2)
    np.testing.assert_allclose(whitener.whiten(whitener.colorize(white)), white, atol=1e-12)


def test_the_square_whitener_stays_in_the_channels_places(info, noise):
    whitener = make_whitener(noise, info)
    np.testing.assert_allclose(whitener.square, whitener.square.T, rtol=1e-9)
    np.testing.assert_allclose(whitener.square.sum(axis=1)[4:] * 1e-6, 0, atol=1e-9)


def test_log_pdet_is_that_of_the_noise_left(info, noise):
    names = info.names[:4]
    whitener = make_whitener(noise, info, names=names)
    _, expected = np.linalg.slogdet(noise.pick(names).data)
    assert whitener.log_pdet == pytest.approx(expected)


def test_full_rank_does_not_bring_back_what_was_projected(info, noise):
    assert make_whitener(noise, info, rank="full").rank == 9


def test_a_missing_channel_is_named(info, noise):
    with pytest.raises(MismatchError, match="eeg 4"):
        make_whitener(noise.pick(info.names[:4]), info)


def test_a_rank_above_the_channels_is_refused(info, noise):
    with pytest.raises(InputError, match="at most the 4 channels"):
        make_whitener(noise, info, rank={"mag": 5})


def test_shapes_must_fit_the_names():
    with pytest.raises(InputError, match="eigenvectors"):
        Whitener(names=("a", "b"), eigenvalues=np.ones(2), eigenvectors=np.eye(3))


def test_noise_of_no_dimension_is_refused(info, noise):
    silent = replace(noise, data=np.zeros_like(noise.data))
    for given, rank in ((silent, None), (noise, {"meg": 0, "eeg": 0})):
        with pytest.raises(DataError, match="at least one dimension"):
            make_whitener(given, info, rank=rank)
