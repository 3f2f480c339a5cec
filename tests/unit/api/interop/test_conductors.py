"""Head models that look like MNE-Python's."""

import numpy as np
import pytest

from leadfield.api.forward.conductors import ConductorModel, as_conductor, make_sphere_model
from leadfield.base.errors import ArgumentTypeError, InputError


@pytest.fixture
def taken(mne_like):
    return lambda bem: as_conductor(mne_like("ConductorModel", dict, bem))


def test_a_sphere_keeps_the_dipoles_that_were_fitted_there(taken):
    own = make_sphere_model(head_radius=0.1)
    found = taken({**own, "mu": [0.5, 0.4, 0.3], "lambda": np.array([1.0, 2.0, 3.0])})
    assert found.dipoles.scales.tolist() == [0.5, 0.4, 0.3]
    np.testing.assert_allclose(found.dipoles.strengths, np.array([1, 2, 3]) * 0.33)
    assert found.radii.tolist() == own.value.radii.tolist()
    assert "radius 100 mm" in repr(ConductorModel(found))


def test_a_sphere_without_shells_has_no_dipoles(taken):
    found = taken(dict(make_sphere_model(head_radius=None)))
    assert found.dipoles is None
    assert not len(found.radii)


def test_a_model_that_was_not_solved_here_or_at_all_is_refused(taken):
    unsolved = {"is_sphere": False, "surfs": [], "solver": "mne", "bem_method": 2}
    with pytest.raises(InputError, match="must have a 'solution'"):
        taken(unsolved)
    with pytest.raises(InputError, match="must be one of 'mne', 'openmeeg', got 'other'"):
        taken({**unsolved, "solver": "other"})
    with pytest.raises(InputError, match=r"bem\['bem_method'\] must be one of 2, got 1"):
        taken({**unsolved, "solution": np.eye(3), "bem_method": 1})


def test_other_objects_are_named(mne_like):
    with pytest.raises(ArgumentTypeError, match="got MNE-Python's Dipole"):
        as_conductor(mne_like("Dipole", dict))
