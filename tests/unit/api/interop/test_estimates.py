"""Source estimates that look like MNE-Python's."""

from types import SimpleNamespace

import numpy as np
import pytest

from leadfield.api.estimates.kinds import as_estimate, is_estimate
from leadfield.base.errors import ArgumentTypeError, InputError


@pytest.fixture
def estimate(mne_like):
    def make(name, data, vertices):
        stc = mne_like(name, SimpleNamespace)
        vars(stc).update(data=data, vertices=vertices, tmin=0.5, tstep=0.1, subject="ann")
        return stc

    return make


@pytest.mark.parametrize("name", ["SourceEstimate", "VectorSourceEstimate"])
def test_data_are_shared_and_can_be_written_to(estimate, name):
    data = np.zeros((3, 3, 2) if "Vector" in name else (3, 2))
    stc = estimate(name, data, [np.array([1, 2]), np.array([5])])
    found = as_estimate(stc)
    assert type(found).__name__ == name
    found.data[0] = 7.0
    assert (data[0] == 7.0).all()


def test_what_does_not_fit_is_refused(estimate):
    with pytest.raises(InputError, match="data must have shape 2 x any"):
        as_estimate(estimate("SourceEstimate", np.zeros((3, 2)), [np.array([1]), np.array([5])]))
    with pytest.raises(InputError, match="must be a list of 2 arrays"):
        as_estimate(estimate("SourceEstimate", np.zeros((1, 2)), [np.array([1])]))


def test_other_objects_are_named(mne_like):
    dipole = mne_like("DipoleFixed", SimpleNamespace)
    assert not is_estimate(dipole)
    with pytest.raises(ArgumentTypeError, match=r"stc must be .* got MNE-Python's DipoleFixed"):
        as_estimate(dipole)
