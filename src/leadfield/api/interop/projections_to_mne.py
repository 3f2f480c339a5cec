"""SSP projectors as MNE-Python's."""

from typing import Any

from leadfield.api.interop.mne_python import mne_python
from leadfield.recording.projection import Projection


def projection_to_mne(projection: Projection) -> Any:
    """A ``Projection`` of MNE-Python's, with vectors of its own."""
    n_vectors, n_channels = projection.vectors.shape
    matrix = {
        "nrow": n_vectors,
        "ncol": n_channels,
        "row_names": None,
        "col_names": list(projection.channel_names),
        "data": projection.vectors.copy(),
    }
    return mne_python().Projection(
        data=matrix,
        desc=projection.description,
        kind=projection.kind,
        active=projection.active,
        explained_var=projection.explained_variance,
    )
