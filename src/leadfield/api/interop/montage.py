"""Montages of MNE-Python's."""

from typing import Any

from leadfield.api.interop.info import point_from_mne
from leadfield.api.interop.origin import mne_bases
from leadfield.recording.montage import Montage


def montage_from_mne(montage: object) -> Montage | None:
    """Value of a ``DigMontage`` of MNE-Python's, None for anything else."""
    if "DigMontage" not in mne_bases(montage):
        return None
    found: Any = montage
    return Montage(names=tuple(found.ch_names), points=tuple(map(point_from_mne, found.dig)))
