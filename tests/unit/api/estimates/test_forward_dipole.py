"""Dipoles, and what sensors measure of them."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.api.estimates.apply_forward import apply_forward
from leadfield.api.estimates.forward_dipole import make_forward_dipole
from leadfield.api.forward.conductors import make_sphere_model
from leadfield.api.forward.dipole import Dipole
from leadfield.api.recording.info import Info
from leadfield.base.errors import ArgumentTypeError, DataError, InputError

PLACES = np.array([[0.02, 0.0, 0.05], [0.0, 0.03, 0.06], [-0.02, 0.0, 0.07]])


@pytest.fixture
def sphere():
    return make_sphere_model((0.0, 0.0, 0.04), head_radius=None)


@pytest.fixture
def magnetometers(problem):
    """Twelve magnetometers around the sphere."""
    info = problem.info.pick(problem.info.channels.of_type("mag"))
    turns = np.random.default_rng(0).standard_normal((len(info.names), 3))
    turns /= np.linalg.norm(turns, axis=1, keepdims=True)
    frames = np.tile(np.eye(3).ravel(), (len(turns), 1))
    frames[:, 6:] = turns
    frames[:, :6] = 0
    where = np.concatenate([np.array([0, 0, 0.04]) + 0.12 * turns, frames], axis=1)
    n = len(turns)
    channels = replace(
        info.channels, locations=where, frames=np.full(n, 4), coil_types=np.full(n, 3024)
    )
    return Info(replace(info, channels=channels))


def make(times, places=PLACES):
    n = len(times)
    return Dipole(times, places[:n], np.arange(1, n + 1) * 1e-8, np.eye(3)[:n], np.full(n, 90.0))


def test_the_same_dipoles_in_another_order_measure_the_same(sphere, magnetometers):
    fwd, stc = make_forward_dipole(make([0.1, 0.2, 0.3]), sphere, magnetometers)
    one = make([0.1, 0.2, 0.3])
    order = [2, 0, 1]
    parts = (one.times, one.pos, one.amplitude, one.ori, one.gof)
    other = Dipole(*(part[order] for part in parts))
    fwd_other, stc_other = make_forward_dipole(other, sphere, magnetometers)
    np.testing.assert_allclose(
        apply_forward(fwd, stc, magnetometers).data,
        apply_forward(fwd_other, stc_other, magnetometers).data,
        rtol=1e-12,
    )


def test_a_list_of_dipoles_is_joined(sphere, magnetometers):
    several = [make([0.1]), make([0.2, 0.3])]
    _, stc = make_forward_dipole(several, sphere, magnetometers)
    np.testing.assert_array_equal(stc.data, 1e-8 * np.diag([1.0, 1.0, 2.0]))


def test_times_at_odd_steps_give_a_list_with_a_warning(sphere, magnetometers):
    with pytest.warns(RuntimeWarning, match="not evenly spaced"):
        _, each = make_forward_dipole(make([0.1, 0.2, 0.4]), sphere, magnetometers)
    assert [one.tmin for one in each] == [0.1, 0.2, 0.4]


def test_dipoles_outside_are_named(magnetometers):
    shells = make_sphere_model((0.0, 0.0, 0.04), head_radius=0.09)
    far = PLACES + np.array([[0, 0, 0], [0, 0, 0.1], [0, 0, 0]])
    with pytest.raises(DataError, match=r"got 1 of 3 outside \(at 200 ms"):
        make_forward_dipole(make([0.1, 0.2, 0.3], far), shells, magnetometers)


@pytest.mark.parametrize("change", [{"pos": [[0.0, 0.0]]}, {"amplitude": [1.0, 2.0]}])
def test_numbers_that_do_not_fit_together_are_refused(change):
    right = {"times": [0.1], "pos": PLACES[:1], "amplitude": [1.0], "ori": PLACES[:1], "gof": [9]}
    with pytest.raises(InputError, match="must"):
        Dipole(**{**right, **change})


def test_a_place_that_is_none_is_refused():
    with pytest.raises(InputError, match="positions of dipoles must be finite"):
        make([0.1], np.full((1, 3), np.nan))


@pytest.mark.parametrize("dipole", [None, [], 3, [3]])
def test_what_is_no_dipole_is_refused(dipole, sphere, magnetometers):
    with pytest.raises((ArgumentTypeError, InputError), match="dipole"):
        make_forward_dipole(dipole, sphere, magnetometers)
