"""Labels as MNE-Python's."""

from typing import Any

from leadfield.api.interop.mne_python import mne_python
from leadfield.labels.label import AnyLabel, CorticalLabel


def label_to_mne(label: AnyLabel) -> Any:
    """A ``Label`` or ``BiHemiLabel`` of MNE-Python's, with arrays of its own."""
    mne = mne_python()
    if not isinstance(label, CorticalLabel):
        left, right = map(label_to_mne, label.hemispheres)
        return mne.BiHemiLabel(left, right, name=label.name, color=label.colour)
    return mne.Label(
        label.vertices.copy(),
        label.positions.copy(),
        label.values.copy(),
        hemi=label.hemisphere,
        comment=label.comment,
        name=label.name,
        subject=label.subject,
        color=label.colour,
        verbose="ERROR",
    )
