"""SSP projectors of MNE-Python's."""

from typing import Any

from leadfield.api.interop.origin import mne_bases
from leadfield.recording.projection import Projection


def projection_from_mne(proj: object) -> Projection | None:
    """Value of a ``Projection`` of MNE-Python's, None for anything else."""
    if "Projection" not in mne_bases(proj):
        return None
    found: Any = proj
    variance = found["explained_var"]
    return Projection(
        description=found["desc"],
        kind=int(found["kind"]),
        active=bool(found["active"]),
        channel_names=tuple(found["data"]["col_names"]),
        vectors=found["data"]["data"],
        explained_variance=None if variance is None else float(variance),
    )
