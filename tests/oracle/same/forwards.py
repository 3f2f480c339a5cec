"""Calls of what forward models give: sensitivity maps, averages, signals of currents."""

import numpy as np
import pytest
from same.entries import Entries

same = Entries()
# MNE-Python keeps lead fields of fixed orientations, and averages of files, in single precision.
SINGLE = 1e-6


@same("sensitivity_map", of="mne")
def sensitivity_map(mne, fwd, info):
    projs = info["projs"]
    for kind in ("grad", "mag", "eeg"):
        for mode in ("fixed", "free", "ratio", "radiality"):
            yield mne.sensitivity_map(fwd, None, kind, mode)
            yield mne.sensitivity_map(fwd, projs, kind, mode, exclude="bads")
    for kind in ("mag", "eeg"):
        for mode in ("angle", "remaining", "dampening"):
            yield mne.sensitivity_map(fwd, projs, kind, mode, exclude=fwd.ch_names[2:3])
    with pytest.raises(ValueError, match="angle"):
        mne.sensitivity_map(fwd, mode="angle")
    with pytest.raises(RuntimeError, match="proj"):
        mne.sensitivity_map(fwd, projs, "grad", "angle")


@same("average_forward_solutions", of="mne", tolerance=SINGLE)
def average(mne, fwd):
    other = mne.convert_forward_solution(fwd, surf_ori=True)
    yield mne.average_forward_solutions([fwd, fwd.copy()])["sol"]["data"]
    found = mne.average_forward_solutions([other, other.copy(), other.copy()], [1, 0, 3.0])
    yield found["sol"]["data"]
    yield mne.convert_forward_solution(found)["sol"]["data"]
    for weights in ([1], [-1, 2], [0, 0]):
        with pytest.raises(ValueError, match="weights"):
            mne.average_forward_solutions([fwd, fwd], np.array(weights, float))
    with pytest.raises(ValueError, match="orientations"):
        mne.average_forward_solutions([fwd, other])


def dipoles(mne, times):
    """Two dipoles at each time."""
    rng = np.random.default_rng(2)
    times = np.repeat(times, 2)
    n = len(times)
    turns = rng.standard_normal((n, 3))
    turns /= np.linalg.norm(turns, axis=1, keepdims=True)
    places = np.array([0.0, 0.0, 0.05]) + 0.03 * turns
    return mne.Dipole(times, places, 1e-8 * rng.standard_normal(n), turns, np.full(n, 90.0))


# MNE-Python keeps lead fields of fixed orientations in single precision.
@same("make_forward_dipole", of="mne", tolerance=SINGLE)
def make_forward_dipole(mne, oracle, info):
    sphere = oracle.make_sphere_model((0.0, 0.0, 0.04), 0.09)  # dipoles in shells are fitted
    for package in (mne, oracle):
        for times in ([0.1, 0.102, 0.104], [0.3]):
            fwd, stc = mne.make_forward_dipole(dipoles(package, times), sphere, info)
            yield fwd["sol"]["data"]
            yield fwd["source_rr"]
            yield fwd["source_nn"]
            yield fwd.ch_names
            yield stc
    several = [dipoles(mne, [0.1]), dipoles(mne, [0.12]), dipoles(mne, [0.15])]
    fwd, each = mne.make_forward_dipole(several, sphere, info)
    yield fwd["sol"]["data"]
    yield each
    yield mne.apply_forward(fwd, each[1], info).data
    far = mne.Dipole([0.1], [[0.0, 0.0, 0.14]], [1e-8], [[1.0, 0, 0]], [9.0])
    with pytest.raises(ValueError, match="inner skull"):
        mne.make_forward_dipole([far, *several], sphere, info)


@same("Dipole", of="mne")
def dipole(mne):
    one = mne.Dipole([0.1, 0.3], np.eye(3)[:2], [1e-8, 2e-8], np.eye(3)[1:], [9.0, 90.0], "a")
    yield len(one.times)
    yield one.times
    yield one.pos
    yield one.amplitude
    yield one.ori
    yield one.gof
    yield one.name
