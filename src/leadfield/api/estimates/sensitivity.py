"""Sensitivity maps: ``sensitivity_map``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from leadfield.api.estimates.kinds import estimate_of
from leadfield.api.forward.convert import pick_types_forward
from leadfield.api.forward.forward import as_forward
from leadfield.api.recording.projection_items import as_projections
from leadfield.base.checks import one_of
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.forward.sensitivity import TYPES, Mode, SensorType, sensitivities
from leadfield.trust.maps import metric_axes

if TYPE_CHECKING:
    from leadfield.api.estimates.result_types import ScalarEstimate
    from leadfield.api.forward.forward import Forward
    from leadfield.api.recording.projection_items import ProjectionItem


@public("leadfield")
@verbose_aware
def sensitivity_map(
    fwd: Forward,
    projs: Sequence[ProjectionItem] | None = None,
    ch_type: SensorType = "grad",
    mode: Mode = "fixed",
    exclude: Iterable[str] | str = (),
    *,
    verbose: Verbose = None,
) -> ScalarEstimate:
    """Map how strongly sensors of one type measure each source.

    Parameters
    ----------
    fwd : Forward
        Forward solution that was computed for free orientations.
    projs : list of ProjectionItem | None
        Projections that the sensors' data get. EEG always gets the average reference.
    ch_type : "grad" | "mag" | "eeg"
        The type of sensors.
    mode : "free" | "fixed" | "ratio" | "radiality" | "angle" | "remaining" | "dampening"
        What to map. Lengths of fields, as shares of the largest: ``"fixed"`` of sources normal
        to the cortex, ``"free"`` of the direction that is strongest at each place. Then
        ``"ratio"``, the first over the second, and ``"radiality"``, 1 less that. Of sources
        normal to the cortex: ``"remaining"``, what projections leave of their field's length,
        ``"dampening"``, 1 less that, and ``"angle"``, the cosine of the field's angle with the
        space that is projected out.
    exclude : list of str | "bads"
        Names of channels to leave out, or ``"bads"`` for those marked as bad.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    stc : SourceEstimate | VolSourceEstimate | MixedSourceEstimate
        The map, one value a source. The normal of a volume's sources is the z axis.

    Raises
    ------
    InputError
        If the forward solution was computed for fixed orientations, or a mode that is about
        projections comes without ``projs``.
    ChannelError
        If there are no channels of the type.
    StateError
        If none of the projections is of the type's channels.

    See Also
    --------
    leadfield.minimum_norm.visibility : What an experiment with these sensors would detect.

    Examples
    --------
    >>> sensitivity_map(fwd, ch_type="mag").shape
    (84, 1)
    """
    one_of("ch_type", ch_type, TYPES)
    meg = False if ch_type == "eeg" else ch_type
    left_out = exclude if exclude == "bads" or not isinstance(exclude, str) else [exclude]
    picked = as_forward(pick_types_forward(fwd, meg, ch_type == "eeg", exclude=left_out))
    projections = None if projs is None else as_projections(projs)
    values = sensitivities(picked, ch_type, mode, projections)
    stc: ScalarEstimate = estimate_of(values, metric_axes(picked.sources, f"Sensitivity ({mode})"))
    return stc
