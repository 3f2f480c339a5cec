"""Dipoles of MNE-Python's."""

from typing import Any

import numpy as np

from leadfield.api.interop.origin import mne_bases
from leadfield.forward.dipoles import Dipoles


def dipoles_from_mne(dipole: object) -> Dipoles | None:
    """Value of a ``Dipole`` of MNE-Python's, None for anything else."""
    if "Dipole" not in mne_bases(dipole):
        return None
    found: Any = dipole
    return Dipoles(
        times=np.array(found.times, np.float64),
        positions=np.array(found.pos, np.float64),
        amplitudes=np.array(found.amplitude, np.float64),
        orientations=np.array(found.ori, np.float64),
        fit=np.array(found.gof, np.float64),
        name=found.name,
        confidence={name: np.array(limits, np.float64) for name, limits in found.conf.items()},
        chi_squared=None if found.khi2 is None else np.array(found.khi2, np.float64),
        n_free=None if found.nfree is None else np.array(found.nfree, np.float64),
    )
