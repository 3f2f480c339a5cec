"""eLORETA beside MNE-Python's, by orientation constraint, regularisation and option."""

import numpy as np
import pytest

from leadfield.api.covariance.covariance import read_cov
from leadfield.api.epochs.evoked_files import read_evokeds
from leadfield.api.estimates.apply import apply_inverse
from leadfield.api.forward.convert import pick_channels_forward
from leadfield.api.forward.forward import read_forward_solution
from leadfield.api.inverse.inverse_operator import make_inverse_operator

mne = pytest.importorskip("mne")

# Both stop when their weights change by a share of eps = 1e-6, on different ways there.
FITTED = 1e-5
# MNE-Python rounds fixed lead fields to single precision.
ROUNDED = 5e-5


@pytest.fixture(scope="module")
def inputs(shared):
    """Information, forward model, covariance and response with every third sensor, both ways."""
    options = {"condition": 1, "baseline": (None, 0), "verbose": False}
    path = shared / "test-ave.fif.gz", shared / "real_meg-oct-4-fwd.fif"
    ours = read_evokeds(path[0], **options), read_forward_solution(path[1], verbose=False)
    theirs = mne.read_evokeds(path[0], **options), mne.read_forward_solution(path[1], verbose=0)
    names = [name for name in theirs[1].ch_names if name not in theirs[0].info["bads"]][::3]
    cov = shared / "sample_audvis-cov.fif"
    return (
        (ours[0].crop(0.08, 0.1), ours[1], names, read_cov(cov)),
        (theirs[0].crop(0.08, 0.1), theirs[1], names, mne.read_cov(cov, verbose=False)),
    )


def both(inputs, loose, lambda2, params):
    ours, theirs = inputs
    evoked, forward, names, noise = theirs
    forward = mne.pick_channels_forward(forward, names, ordered=True, verbose=False)
    options = {"loose": loose, "depth": 0.8, "verbose": False}
    inv = mne.minimum_norm.make_inverse_operator(evoked.info, forward, noise, **options)
    expected = mne.minimum_norm.apply_inverse(
        evoked, inv, lambda2, "eLORETA", method_params=params, verbose=False
    )
    evoked, forward, names, noise = ours
    forward = pick_channels_forward(forward, names, ordered=True)
    inv = make_inverse_operator(evoked.info, forward, noise, **options)
    made = apply_inverse(evoked, inv, lambda2, "eLORETA", method_params=params, verbose=False)
    return made.data, expected.data


@pytest.mark.parametrize("loose", [0.0, 0.2, 1.0])
@pytest.mark.parametrize("lambda2", [1.0, 1 / 9, 1 / 100])
def test_regularisation(inputs, loose, lambda2):
    ours, theirs = both(inputs, loose, lambda2, None)
    tolerance = ROUNDED if loose == 0 else FITTED
    assert np.abs(ours - theirs).max() <= tolerance * np.abs(theirs).max()


@pytest.mark.parametrize("equal", [True, False, None])
@pytest.mark.parametrize("loose", [0.2, 1.0])
def test_equal_weights(inputs, loose, equal):
    ours, theirs = both(inputs, loose, 1 / 9, {"force_equal": equal})
    assert np.abs(ours - theirs).max() <= FITTED * np.abs(theirs).max()


def test_tighter_fits_agree_better(inputs):
    ours, theirs = both(inputs, 0.2, 1 / 9, {"eps": 1e-9, "max_iter": 60})
    assert np.abs(ours - theirs).max() <= 2e-8 * np.abs(theirs).max()


def test_where_too_few_steps_are_allowed_both_say_so(inputs):
    with pytest.warns(RuntimeWarning) as told:
        both(inputs, 0.2, 1 / 9, {"max_iter": 3})
    words = [str(one.message) for one in told]
    assert sum("did not converge" in one for one in words) == 2
