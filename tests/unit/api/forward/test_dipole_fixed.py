"""Dipoles that stay at a place."""

import copy
import pickle

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import FormatError, InputError, MismatchError

INFO = {"ch_names": ["dip 01", "goodness"], "sfreq": 100.0, "ch_types": ["dipole", "gof"]}
DATA = np.array([[1e-8, 2e-8, 3e-8], [80, 90, 95]])
TIMES = np.array([0.1, 0.11, 0.12])


@pytest.fixture
def dipole():
    return leadfield.DipoleFixed(leadfield.create_info(**INFO), DATA, TIMES, 20, 200, "tone")


def test_a_file_keeps_what_was_fitted(dipole, tmp_path):
    path = tmp_path / "a-dip.fif"
    dipole.save(path)
    found = leadfield.read_dipole(path)
    np.testing.assert_allclose(found.data, DATA, rtol=1e-6)
    np.testing.assert_allclose(found.times, TIMES)
    assert (found.kind, found.nave, found.comment) == ("dipole_amplitude_cuvre", 20, "tone")


@pytest.mark.parametrize("how", [lambda d: pickle.loads(pickle.dumps(d)), copy.deepcopy])
def test_a_copy_stands_alone(dipole, how):
    other = how(dipole)
    other.data[:] = 0
    assert dipole.data.any()
    assert other.kind == dipole.kind


def test_courses_are_drawn_in_their_units(dipole):
    panels = dipole.plot(show=False).axes
    np.testing.assert_allclose(panels[0].lines[0].get_ydata(), [10, 20, 30])
    np.testing.assert_allclose(panels[1].lines[0].get_ydata(), [80, 90, 95])
    assert [ax.get_ylabel() for ax in panels] == ["nA·m", "%"]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"times": [0.1, 0.12, 0.14]}, "times must be 3 at 100 Hz"),
        ({"times": [0.1]}, "times must be 3 at 100 Hz"),
        ({"data": DATA[:1]}, "evoked data must have shape 2 x any"),
        ({"aspect_kind": 7}, "aspect_kind must be one of 100, 101, 200, got 7"),
        ({"nave": 0}, "nave must be above 0"),
    ],
)
def test_what_does_not_fit_is_refused(change, problem):
    whole = {"info": leadfield.create_info(**INFO), "data": DATA, "times": TIMES}
    whole |= {"nave": 1, "aspect_kind": 100}
    with pytest.raises(InputError, match=problem):
        leadfield.DipoleFixed(**{**whole, **change})


def test_data_of_another_shape_are_refused(dipole):
    with pytest.raises(MismatchError, match=r"must have shape \(2, 3\)"):
        dipole.data = np.zeros((2, 4))


def test_a_file_of_something_else_is_refused(tmp_path):
    path = tmp_path / "a-dip.fif"
    leadfield.io.write_info(path, leadfield.create_info(**INFO))
    with pytest.raises(FormatError, match="must hold evoked responses"):
        leadfield.read_dipole(path)
