"""Making forward models from sensors, sources and a model of the head."""

from pathlib import Path
from typing import Any

import numpy as np

from leadfield.api.forward.conductors import as_conductor
from leadfield.api.forward.forward import Forward
from leadfield.api.recording.info import as_info, read_info
from leadfield.api.recording.transforms import as_transform, read_trans
from leadfield.api.sources.source_spaces import as_sources, read_source_spaces
from leadfield.base.checks import number, one_of
from leadfield.base.errors import MismatchError
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.forward.compute import compute_forward
from leadfield.forward.sensor_array import (
    check_coils_outside_head,
    make_sensor_array,
    restrict_to_inner_skull,
)
from leadfield.recording.frames import Frame, Transform, frame_name


@public("leadfield")
@verbose_aware
def make_forward_solution(
    info: Any,
    trans: Any,
    src: Any,
    bem: Any,
    meg: bool = True,
    eeg: bool = True,
    *,
    mindist: float = 0.0,
    ignore_ref: bool = False,
    n_jobs: int | None = None,
    on_inside: str = "raise",
    verbose: Verbose = None,
) -> Forward:
    """Compute what each sensor sees of a unit dipole at each source.

    Parameters
    ----------
    info : Info | path-like
        The sensors, and where the device is on the head; or a file that has them.
    trans : CoordinateTransform | path-like | None
        The transform between head and MRI coordinates, either way round, or its file. None if
        they are the same.
    src : SourceSpaces | path-like
        The sources, or their file.
    bem : ConductorModel | path-like
        The model of the head, or the file of a boundary-element solution.
    meg : bool
        Whether to take the MEG channels.
    eeg : bool
        Whether to take the EEG channels.
    mindist : float
        Least distance in mm of sources from the inner skull; nearer ones are left out, as are
        those outside.
    ignore_ref : bool
        Whether to leave reference channels out. Without, the coils see as much compensated
        (CTF) as the data are.
    n_jobs : int | None
        Accepted as MNE-Python does; has no effect, as the work is matrix products that use
        all cores by themselves.
    on_inside : str
        ``"raise"``, ``"warn"`` or ``"ignore"``: what to do if MEG sensors are inside the head.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    fwd : Forward
        The forward model, with free orientations, in head coordinates, MEG before EEG, in
        T, T/m and V per A·m.

    Raises
    ------
    ChannelError
        If there are no MEG or EEG channels, or one has no position or is of an unknown kind.
    MismatchError
        If a transform is missing or leads elsewhere, or sensors are inside the head.
    DataError
        If no source is inside the inner skull.
    StateError
        If the model of the head is not good for EEG.

    See Also
    --------
    convert_forward_solution : Turn it to the cortex's normals.
    write_forward_solution : Write it.
    make_sphere_model : A simple model of the head.
    make_bem_solution : A model of its own shape.

    Notes
    -----
    Coils are integrated over with the points of the most accurate definitions
    (Hämäläinen et al. 1993, Rev Mod Phys 65:413).

    Whether sources are inside a sphere is seen in the sphere's own, head coordinates.
    MNE-Python 1.13 takes their MRI coordinates, so with a transform it keeps others.

    Examples
    --------
    >>> make_forward_solution(evoked.info, trans, src, sphere, eeg=False)
    <Forward | 32 MEG and 0 EEG channels, surface with 84 sources, free>
    """
    del n_jobs
    one_of("on_inside", on_inside, ["raise", "warn", "ignore"])
    margin = number("mindist", mindist, least=0) * 1e-3
    mri_to_head = _mri_to_head(trans)
    measured = read_info(info) if isinstance(info, str | Path) else info
    sources = as_sources(read_source_spaces(src) if isinstance(src, str | Path) else src)
    conductor = as_conductor(bem)
    array = make_sensor_array(
        as_info(measured), meg=bool(meg), eeg=bool(eeg), use_references=not ignore_ref
    )
    if array.meg is not None:
        check_coils_outside_head(array.meg, conductor, mri_to_head, on_inside=on_inside)
    kept = restrict_to_inner_skull(sources, conductor, mri_to_head, margin=margin)
    fwd = Forward(compute_forward(array, kept, conductor, mri_to_head))
    LOGGER.info("Made %s", fwd)
    return fwd


def _mri_to_head(trans: Any) -> Transform:
    """The transform from MRI to head coordinates, whichever way it came."""
    if trans is None:
        return Transform(source=Frame.MRI, target=Frame.HEAD, matrix=np.eye(4))
    value = as_transform(read_trans(trans) if isinstance(trans, str | Path) else trans)
    if {value.source, value.target} != {Frame.MRI, Frame.HEAD}:
        msg = (
            "trans must lead between head and MRI coordinates, got one from "
            f"{frame_name(value.source)} to {frame_name(value.target)}"
        )
        raise MismatchError(msg)
    return value.between(Frame.MRI, Frame.HEAD)
