"""Forward computation: ``make_forward_solution``."""

from pathlib import Path
from typing import Literal

import numpy as np

from leadfield.api.forward.conductors import ConductorModel, as_conductor
from leadfield.api.forward.forward import Forward
from leadfield.api.recording.info import Info, as_info, read_info
from leadfield.api.recording.transforms import CoordinateTransform, as_transform, read_trans
from leadfield.api.sources.source_spaces import SourceSpaces, as_sources, read_source_spaces
from leadfield.base.checks import number, one_of
from leadfield.base.errors import MismatchError
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.forward.make import make_forward_model
from leadfield.forward.sensor_array import make_sensor_array
from leadfield.recording.frames import Frame, Transform, frame_name, fsaverage_head

FSAVERAGE = "fsaverage"  # its name as a transform


@public("leadfield")
@verbose_aware
def make_forward_solution(
    info: Info | str | Path,
    trans: CoordinateTransform | str | Path | None,
    src: SourceSpaces | str | Path,
    bem: ConductorModel | str | Path,
    meg: bool = True,
    eeg: bool = True,
    *,
    mindist: float = 0.0,
    ignore_ref: bool = False,
    n_jobs: int | None = None,
    on_inside: Literal["raise", "warn", "ignore"] = "raise",
    verbose: Verbose = None,
) -> Forward:
    """Compute a forward solution: the lead field from sources to sensors.

    Parameters
    ----------
    info : Info | path-like
        Measurement information with the sensors and the device-to-head transform, or a file
        with them.
    trans : CoordinateTransform | path-like | "fsaverage" | None
        The transform between head and MRI coordinates, in either direction, or its file.
        ``"fsaverage"`` stands for that of the template head, for electrodes at standard
        positions. None if both coordinate frames are the same.
    src : SourceSpaces | path-like
        The source spaces, or their file.
    bem : ConductorModel | path-like
        The head model, or the file of a boundary-element solution.
    meg : bool
        Whether to include MEG channels.
    eeg : bool
        Whether to include EEG channels.
    mindist : float
        Minimum distance in mm of sources from the inner skull. Closer sources are left out,
        as are those outside.
    ignore_ref : bool
        Whether to ignore reference channels. By default the lead field is compensated as the
        data are (CTF).
    n_jobs : int | None
        Accepted for compatibility with MNE-Python; it has no effect, as the computation
        consists of matrix products, which use all cores anyway.
    on_inside : "raise" | "warn" | "ignore"
        What to do if MEG sensors are inside the head.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    fwd : Forward
        The forward solution, with free orientations, in head coordinates, MEG before EEG, in
        T, T/m and V per A·m.

    Raises
    ------
    ChannelError
        If there are no MEG or EEG channels, or one has no position or is of an unknown kind.
    MismatchError
        If a transform is missing or between other frames, or sensors are inside the head.
    DataError
        If no source is inside the inner skull.
    StateError
        If the head model cannot be used for EEG.

    See Also
    --------
    convert_forward_solution : Change the source orientations.
    write_forward_solution : Write the forward solution to a file.
    make_sphere_model : Make a spherical head model.
    make_bem_solution : Make a head model with realistic surfaces.

    Notes
    -----
    Magnetic fields are integrated over the coils with the integration points of the most
    accurate coil definitions (Hämäläinen et al. 1993, Rev Mod Phys 65:413), those of optically
    pumped magnetometers over their cells.

    Whether sources are inside a sphere is decided in the sphere's own, head coordinates.
    MNE-Python 1.13 uses MRI coordinates there, so with a transform it keeps other sources.

    Examples
    --------
    >>> make_forward_solution(evoked.info, trans, src, sphere, eeg=False)
    <Forward | 32 MEG and 0 EEG channels, surface with 84 sources, free>
    """
    del n_jobs
    one_of("on_inside", on_inside, ["raise", "warn", "ignore"])
    margin = number("mindist", mindist, least=0) * 1e-3
    mri_to_head = as_registration(trans)
    info = read_info(info) if isinstance(info, str | Path) else info
    sources = as_sources(read_source_spaces(src) if isinstance(src, str | Path) else src)
    conductor = as_conductor(bem)
    array = make_sensor_array(
        as_info(info), meg=bool(meg), eeg=bool(eeg), use_references=not ignore_ref
    )
    model = make_forward_model(
        array, sources, conductor, mri_to_head, margin=margin, on_inside=on_inside
    )
    fwd = Forward(model)
    LOGGER.info("Computed %s", fwd)
    return fwd


def as_registration(trans: CoordinateTransform | str | Path | None) -> Transform:
    """The transform from MRI to head coordinates, whichever way it came."""
    if trans is None:
        return Transform(source=Frame.MRI, target=Frame.HEAD, matrix=np.eye(4))
    if isinstance(trans, str) and trans == FSAVERAGE:
        return fsaverage_head().inverse()
    value = as_transform(read_trans(trans) if isinstance(trans, str | Path) else trans)
    if {value.source, value.target} != {Frame.MRI, Frame.HEAD}:
        msg = (
            "trans must lead between head and MRI coordinates, got one from "
            f"{frame_name(value.source)} to {frame_name(value.target)}"
        )
        raise MismatchError(msg)
    return value.between(Frame.MRI, Frame.HEAD)
