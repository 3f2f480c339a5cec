"""The projector takes out what projections show, and nothing else."""

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadfield.base.errors import ChannelError, MismatchError
from leadfield.recording.create import average_reference, create_measurement_info
from leadfield.recording.projection import FIELD, Projection
from leadfield.recording.projector import make_projector

NAMES = tuple("abcdef")


def projection(vectors, names=NAMES, **options):
    given_ = {"description": "made", "kind": FIELD, "active": False, **options}
    return Projection(channel_names=names, vectors=np.atleast_2d(vectors), **given_)


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 999), count=st.integers(1, 4))
def test_it_is_the_orthogonal_projector_onto_what_is_left(seed, count):
    vectors = np.random.default_rng(seed).standard_normal((count, 6))
    projector = make_projector([projection(vectors)], NAMES)
    P, n, U = projector.matrix, projector.n_vectors, projector.basis
    # Products of 6 x 6 matrices of ones: a few rounding errors.
    np.testing.assert_allclose(P @ P, P, atol=1e-14)
    np.testing.assert_allclose(P, P.T, atol=0)
    np.testing.assert_allclose(P @ vectors.T, 0, atol=1e-13)
    np.testing.assert_allclose(U.T @ U, np.eye(n), atol=1e-14)
    assert n == count == round(6 - np.trace(P))


def test_without_projections_it_changes_nothing():
    projector = make_projector([], NAMES)
    P, n, U = projector.matrix, projector.n_vectors, projector.basis
    np.testing.assert_array_equal(P, np.eye(6))
    assert (n, U.shape) == (0, (6, 0))


def test_projections_of_other_channels_change_nothing():
    projector = make_projector([projection([1.0, 0], names=("x", "y"))], NAMES)
    np.testing.assert_array_equal(projector.matrix, np.eye(6))
    assert projector.n_vectors == 0


def test_patterns_that_repeat_each_other_count_once():
    one = np.ones(6) / np.sqrt(6)
    assert make_projector([projection(one), projection(one)], NAMES).n_vectors == 1


def test_bad_channels_are_left_alone():
    P = make_projector([projection(np.eye(6)[0])], NAMES, bads=["b"]).matrix
    np.testing.assert_array_equal(P[1], np.eye(6)[1])


def test_channels_come_in_the_order_of_the_names():
    P = make_projector([projection(np.eye(6)[0])], NAMES[::-1]).matrix
    np.testing.assert_allclose(np.diag(P), [1, 1, 1, 1, 1, 0], atol=1e-15)


def test_a_pattern_that_picking_shortens_is_warned_of():
    with pytest.warns(RuntimeWarning, match="keeps only 70.7 %"):
        make_projector([projection(np.array([1, 1, 0, 0, 0, 0]) / np.sqrt(2))], NAMES[1:])


def test_an_average_reference_stays_one_over_fewer_channels():
    info = create_measurement_info(NAMES, 100.0, "eeg")
    reference = average_reference(info, active=False)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        P = make_projector([reference], NAMES[:3]).matrix
    np.testing.assert_allclose(P @ np.ones(3), 0, atol=1e-15)


def test_projections_that_leave_nothing_are_refused():
    with pytest.raises(MismatchError, match="leave something of 6 channels"):
        make_projector([projection(np.eye(6))], NAMES)


def test_no_channels_are_refused():
    with pytest.raises(ChannelError, match="got none"):
        make_projector([], [])
