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
