"""Lead fields of dipoles: ``make_forward_dipole``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np

from leadfield.api.estimates.kinds import estimate_of
from leadfield.api.forward.as_dipoles import as_dipoles
from leadfield.api.forward.conductors import ConductorModel, as_conductor
from leadfield.api.forward.forward import Forward
from leadfield.api.forward.make import as_registration
from leadfield.api.recording.info import as_info, read_info
from leadfield.base.checks import one_of
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware, warn
from leadfield.base.raise_or_warn import ACTIONS
from leadfield.estimates.source_courses import SourceAxes
from leadfield.forward.dipoles import dipole_courses, dipole_leads
from leadfield.forward.sensor_array import make_sensor_array

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadfield.api.estimates.volume_estimate import VolSourceEstimate
    from leadfield.api.forward.dipole import Dipole
    from leadfield.api.recording.info import Info
    from leadfield.api.recording.transforms import CoordinateTransform

STEP = 1e-3  # s, where there is one time alone


@public("leadfield")
@verbose_aware
def make_forward_dipole(
    dipole: Dipole | Sequence[Dipole],
    bem: ConductorModel | str | Path,
    info: Info | str | Path,
    trans: CoordinateTransform | str | Path | None = None,
    n_jobs: int | None = None,
    *,
    on_inside: Literal["raise", "warn", "ignore"] = "raise",
    verbose: Verbose = None,
) -> tuple[Forward, VolSourceEstimate | list[VolSourceEstimate]]:
    """Compute the lead field of dipoles, and make their currents an estimate.

    Parameters
    ----------
    dipole : Dipole | list of Dipole
        The dipoles, leadfield's or MNE-Python's.
    bem : ConductorModel | path-like
        The head model, or the file of a boundary-element solution.
    info : Info | path-like
        The sensors, with the device-to-head transform, or a file with them.
    trans : CoordinateTransform | path-like | "fsaverage" | None
        The transform between head and MRI coordinates, which a sphere does not need.
    n_jobs : int | None
        Accepted for compatibility with MNE-Python; it has no effect.
    on_inside : "raise" | "warn" | "ignore"
        What to do if MEG sensors are inside the head.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    fwd : Forward
        The forward solution, one column a dipole, in T, T/m and V per A·m.
    stc : VolSourceEstimate | list of VolSourceEstimate
        The currents, each dipole's at its time alone; one estimate for each time if the
        times are not evenly spaced.

    Raises
    ------
    DataError
        If a dipole is outside the inner skull.
    MismatchError
        If a transform is missing or between other frames, or sensors are inside the head.

    See Also
    --------
    apply_forward : What sensors measure of the estimate.

    Notes
    -----
    A dipole keeps its row whatever its time. MNE-Python 1.13 puts currents into other rows where
    times are not in growing order.

    Examples
    --------
    >>> dipole = Dipole([0.1], [[0.0, 0.03, 0.06]], [20e-9], [[1.0, 0.0, 0.0]], [90.0])
    >>> fwd, stc = make_forward_dipole(dipole, sphere, evoked.info)
    >>> fwd["sol"]["data"].shape, stc.data.max()
    ((32, 1), np.float64(2e-08))
    """
    del n_jobs
    one_of("on_inside", on_inside, ACTIONS)
    dipoles, mri_to_head, head = as_dipoles(dipole), as_registration(trans), as_conductor(bem)
    info = read_info(info) if isinstance(info, str | Path) else info
    array = make_sensor_array(as_info(info), meg=True, eeg=True, use_references=True)
    model = dipole_leads(array, dipoles, head, mri_to_head, on_inside=on_inside)
    courses, times = dipole_courses(dipoles)
    steps = np.diff(times)
    axes = SourceAxes(
        kind="volume",
        vertices=model.sources.vertices,
        tmin=float(times[0]),
        tstep=float(steps[0]) if len(steps) else STEP,
    )
    if not len(steps) or np.allclose(steps, steps[0]):
        return Forward(model), estimate_of(courses, axes)
    warn("times of dipoles are not evenly spaced: stc is a list with an estimate for each time")
    each = [
        estimate_of(courses[:, i : i + 1].copy(), replace(axes, tmin=float(time), tstep=STEP))
        for i, time in enumerate(times)
    ]
    return Forward(model), each
