"""Dipoles as MNE-Python's."""

from typing import Any

from leadfield.api.interop.info_to_mne import info_to_mne
from leadfield.api.interop.mne_python import mne_python
from leadfield.epochs.evoked import EvokedResponse
from leadfield.epochs.fif.evoked import ASPECTS
from leadfield.forward.dipoles import Dipoles


def dipoles_to_mne(value: Dipoles) -> Any:
    """A ``Dipole`` of MNE-Python's, which copies arrays."""
    return mne_python().Dipole(
        value.times,
        value.positions,
        value.amplitudes,
        value.orientations,
        value.fit,
        name=value.name,
        conf=value.confidence,
        khi2=value.chi_squared,
        nfree=value.n_free,
        verbose="ERROR",
    )


def fixed_dipole_to_mne(value: EvokedResponse) -> Any:
    """A ``DipoleFixed`` of MNE-Python's, with samples of its own."""
    return mne_python().DipoleFixed(
        info_to_mne(value.info),
        value.data.copy(),
        value.times,
        int(value.nave),
        ASPECTS[value.kind],
        comment=value.comment,
        verbose="ERROR",
    )
