"""Source estimates of MNE-Python's."""

from typing import Any

from leadfield.api.interop.origin import mne_bases
from leadfield.estimates.source_courses import Kind, SourceAxes, Values

# Kind of source space, and whether each source has three values, by class.
KINDS: dict[str, tuple[Kind, bool]] = {
    "SourceEstimate": ("surface", False),
    "VectorSourceEstimate": ("surface", True),
    "VolSourceEstimate": ("volume", False),
    "VolVectorSourceEstimate": ("volume", True),
    "MixedSourceEstimate": ("mixed", False),
    "MixedVectorSourceEstimate": ("mixed", True),
}


def courses_from_mne(stc: object) -> tuple[Values, SourceAxes] | None:
    """Data and axes of a source estimate of MNE-Python's, None for anything else.

    The data are the estimate's own array; a kernel and sensor data are multiplied by it.
    """
    found: Any = stc
    for name in mne_bases(stc) & set(KINDS):
        kind, vector = KINDS[name]
        axes = SourceAxes(
            kind=kind,
            vertices=tuple(found.vertices),
            tmin=float(found.tmin),
            tstep=float(found.tstep),
            subject=found.subject,
            vector=vector,
        )
        return axes.as_data(found.data), axes
    return None
