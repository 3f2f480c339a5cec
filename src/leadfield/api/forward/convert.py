"""Forward solutions: other source orientations, and fewer channels or sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, Protocol

from numpy.typing import ArrayLike

from leadfield.api.forward.forward import Forward, as_forward
from leadfield.api.interop.origin import kind_of
from leadfield.api.labels.as_label import as_labels
from leadfield.base.errors import ArgumentTypeError, ChannelError, InputError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.forward.orient import convert_orientations
from leadfield.forward.restrict import (
    pick_forward_channels,
    restrict_to_labels,
    restrict_to_vertices,
)
from leadfield.recording.picks import pick_types

if TYPE_CHECKING:
    from leadfield.api.labels.label import BiHemiLabel, Label
    from leadfield.api.recording.picks import Sensors
    from leadfield.forward.model import ForwardModel


class HasVertices(Protocol):
    """A source estimate, as far as its sources are concerned."""

    @property
    def vertices(self) -> Sequence[ArrayLike]:
        """The sources of each source space."""


@public("leadfield")
@verbose_aware
def convert_forward_solution(
    fwd: Forward,
    surf_ori: bool = False,
    force_fixed: bool = False,
    copy: bool = True,
    use_cps: bool = True,
    *,
    verbose: Verbose = None,
) -> Forward:
    """Convert the source orientations of a forward solution.

    Every conversion starts from the forward solution as it was read or made, so a fixed one
    can become free again. Unlike MNE-Python's, fixed lead fields keep double precision.

    Parameters
    ----------
    fwd : Forward
        The forward solution.
    surf_ori : bool
        Whether a source's three columns are two tangents and the normal of the cortex, or
        (default) x, y and z.
    force_fixed : bool
        Whether to keep only the normal, one column per source.
    copy : bool
        Whether to return a new object, or change ``fwd`` in place.
    use_cps : bool
        Whether to average normals over cortical patches, where these are known.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    fwd : Forward
        The forward solution with its new orientations. One that was computed for fixed
        orientations stays as it is.

    Raises
    ------
    InputError
        If ``force_fixed`` is asked for in a volume, which has no normals.

    See Also
    --------
    read_forward_solution : Read a forward solution from a file.

    Examples
    --------
    >>> fixed = convert_forward_solution(fwd, surf_ori=True, force_fixed=True)
    >>> fixed["sol"]["data"].shape
    (32, 84)
    """
    model = convert_orientations(
        as_forward(fwd),
        surface_oriented=bool(surf_ori),
        fixed=bool(force_fixed),
        use_cps=bool(use_cps),
    )
    return _hand_back(fwd, model, copy=copy)


def _hand_back(fwd: object, model: ForwardModel, *, copy: bool) -> Forward:
    """A new forward solution, or the one given with another value."""
    if copy:
        return Forward(model)
    if not isinstance(fwd, Forward):
        msg = f"copy must be True for what is not leadfield's own Forward, got {kind_of(fwd)}"
        raise InputError(msg)
    fwd.value = model
    return fwd


@public("leadfield")
def is_fixed_orient(forward: Forward, orig: bool = False) -> bool:
    """Tell whether a forward solution has fixed orientations, one column per source.

    Parameters
    ----------
    forward : Forward
        The forward solution.
    orig : bool
        Whether to look at the orientations that it was read or made with.

    Returns
    -------
    fixed : bool
        True for fixed orientations.

    Examples
    --------
    >>> is_fixed_orient(fwd)
    False
    """
    model = as_forward(forward)
    return not ((model.origin or model) if orig else model).free


@public("leadfield")
@verbose_aware
def pick_channels_forward(
    orig: Forward,
    include: Iterable[str] = (),
    exclude: Iterable[str] | Literal["bads"] = (),
    ordered: bool = True,
    copy: bool = True,
    *,
    verbose: Verbose = None,
) -> Forward:
    """Pick channels of a forward solution by name.

    Parameters
    ----------
    orig : Forward
        The forward solution.
    include : list of str
        Names of channels to keep; all if empty.
    exclude : list of str | "bads"
        Names of channels to drop, or ``"bads"`` for those marked as bad.
    ordered : bool
        Whether to put the channels in the order of ``include`` and require all of them.
    copy : bool
        Whether to return a new object, or change ``orig`` in place.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    fwd : Forward
        The forward solution with the remaining channels.

    Raises
    ------
    ChannelError
        If channels to keep are missing, or none remains.

    Examples
    --------
    >>> pick_channels_forward(fwd, include=["MEG 002", "MEG 001"]).ch_names
    ['MEG 002', 'MEG 001']
    """
    model = pick_forward_channels(as_forward(orig), include, exclude, ordered=ordered)
    return _hand_back(orig, model, copy=copy)


@public("leadfield")
def pick_types_forward(
    orig: Forward,
    meg: Sensors = False,
    eeg: bool = False,
    ref_meg: bool = True,
    seeg: bool = False,
    ecog: bool = False,
    dbs: bool = False,
    include: Iterable[str] = (),
    exclude: Iterable[str] | Literal["bads"] = (),
) -> Forward:
    """Pick channels of a forward solution by type.

    Parameters
    ----------
    orig : Forward
        The forward solution, which is not changed.
    meg : bool | "mag" | "grad" | "planar1" | "planar2"
        Whether to keep MEG channels, or which.
    eeg, ref_meg, seeg, ecog, dbs : bool
        Whether to keep channels of these types.
    include : list of str
        Names of more channels to keep.
    exclude : list of str | "bads"
        Names of channels to drop, or ``"bads"`` for those marked as bad.

    Returns
    -------
    fwd : Forward
        The forward solution with the remaining channels.

    Raises
    ------
    ChannelError
        If no channel remains.

    Examples
    --------
    >>> pick_types_forward(fwd, meg="mag", exclude=["MEG 001"])
    <Forward | 31 MEG and 0 EEG channels, surface with 84 sources, free>
    """
    model = as_forward(orig)
    rows = pick_types(
        model.info,
        include=include,
        exclude=exclude if isinstance(exclude, str) else list(exclude),
        meg=meg,
        eeg=eeg,
        ref_meg=ref_meg,
        seeg=seeg,
        ecog=ecog,
        dbs=dbs,
    )
    names = [model.channels.names[i] for i in rows]
    if not names:
        msg = "channels of the types asked for must be in the forward model, got none"
        raise ChannelError(msg)
    return Forward(model.picked(names))


@public("leadfield")
def restrict_forward_to_stc(
    fwd: Forward,
    stc: HasVertices,
    on_missing: Literal["raise", "warn", "ignore"] = "ignore",
) -> Forward:
    """Restrict a forward solution to the sources of a source estimate.

    Parameters
    ----------
    fwd : Forward
        The forward solution, which is not changed.
    stc : SourceEstimate
        The source estimate, whose ``vertices`` are used.
    on_missing : "raise" | "warn" | "ignore"
        What to do if the forward solution lacks some of them.

    Returns
    -------
    fwd : Forward
        The forward solution for the sources that both have.

    Examples
    --------
    >>> restrict_forward_to_stc(fwd, stc)
    <Forward | 32 MEG and 0 EEG channels, surface with 84 sources, free>
    """
    vertices = getattr(stc, "vertices", None)
    if not isinstance(vertices, Sequence):
        msg = f"stc must be a source estimate, got {kind_of(stc)}"
        raise ArgumentTypeError(msg)
    return Forward(restrict_to_vertices(as_forward(fwd), vertices, on_missing=on_missing))


@public("leadfield")
def restrict_forward_to_label(
    fwd: Forward, labels: Label | BiHemiLabel | Sequence[Label | BiHemiLabel]
) -> Forward:
    """Restrict a forward solution to the sources in labels.

    Parameters
    ----------
    fwd : Forward
        The forward solution of surface source spaces, which is not changed.
    labels : Label | BiHemiLabel | list of Label | list of BiHemiLabel
        One or more labels.

    Returns
    -------
    fwd : Forward
        The forward solution for the sources in any of the labels.

    Examples
    --------
    >>> from leadfield import read_labels_from_annot
    >>> labels = read_labels_from_annot(
    ...     "fsaverage5", regexp="temporal", hemi="rh", subjects_dir=subjects_dir
    ... )
    >>> restrict_forward_to_label(fwd, labels)
    <Forward | 32 MEG and 0 EEG channels, surface with 4 sources, free>
    """
    return Forward(restrict_to_labels(as_forward(fwd), as_labels(labels)))
