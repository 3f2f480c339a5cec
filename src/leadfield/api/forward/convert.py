"""Forward models turned to other orientations, and of fewer channels or sources."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from leadfield.api.forward.forward import Forward, as_forward
from leadfield.base.errors import ArgumentTypeError, ChannelError
from leadfield.base.log import Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.forward.orient import convert_orientations
from leadfield.forward.restrict import pick_forward_channels, restrict_to_vertices
from leadfield.recording.picks import pick_types


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
    """Turn a forward model to the cortex's axes, to its normals, or back to x, y and z.

    Every conversion starts from the model as it was read or made, so a fixed one can be
    freed again. Unlike MNE-Python's, fixed lead fields keep double precision.

    Parameters
    ----------
    fwd : Forward
        The model.
    surf_ori : bool
        Whether a source's three columns are two tangents and the normal of the cortex.
    force_fixed : bool
        Whether only the normal stays; one column a source.
    copy : bool
        Whether to leave ``fwd`` alone.
    use_cps : bool
        Whether normals are averages over each source's patch of cortex, where known.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    fwd : Forward
        The model in its new orientations. One made for fixed orientations stays as it is.

    Raises
    ------
    InputError
        If orientations are to be fixed in a volume, which has no normals.

    See Also
    --------
    read_forward_solution : Read a model.

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
        use_patches=bool(use_cps),
    )
    return Forward(model) if copy else fwd.become(model)


@public("leadfield")
def is_fixed_orient(forward: Forward, orig: bool = False) -> bool:
    """Whether a forward model has one column a source.

    Parameters
    ----------
    forward : Forward
        The model.
    orig : bool
        Whether to ask of the model as it was read or made.

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
def pick_channels_forward(
    orig: Forward,
    include: Iterable[str] = (),
    exclude: Iterable[str] | str = (),
    ordered: bool = True,
    copy: bool = True,
) -> Forward:
    """Keep some channels of a forward model.

    Parameters
    ----------
    orig : Forward
        The model.
    include : list of str
        Channels to keep; all if empty.
    exclude : list of str | 'bads'
        Channels to leave out.
    ordered : bool
        Whether channels come in the order of ``include``, and all must be there.
    copy : bool
        Whether to leave ``orig`` alone.

    Returns
    -------
    fwd : Forward
        The model with the channels that are left.

    Raises
    ------
    ChannelError
        If channels to keep are not there, or none is left.

    Examples
    --------
    >>> pick_channels_forward(fwd, include=["MEG 002", "MEG 001"]).ch_names
    ['MEG 002', 'MEG 001']
    """
    model = pick_forward_channels(as_forward(orig), include, exclude, ordered=ordered)
    return Forward(model) if copy else orig.become(model)


@public("leadfield")
def pick_types_forward(
    orig: Forward,
    meg: bool | str = False,
    eeg: bool = False,
    ref_meg: bool = True,
    seeg: bool = False,
    ecog: bool = False,
    dbs: bool = False,
    include: Iterable[str] = (),
    exclude: Iterable[str] | str = (),
) -> Forward:
    """Keep channels of some types of a forward model.

    Parameters
    ----------
    orig : Forward
        The model, which is left alone.
    meg : bool | str
        MEG: all, or ``"mag"``, ``"grad"``, ``"planar1"`` or ``"planar2"``.
    eeg, ref_meg, seeg, ecog, dbs : bool
        Whether to keep these.
    include : list of str
        More channels, by name.
    exclude : list of str | 'bads'
        Channels to leave out.

    Returns
    -------
    fwd : Forward
        The model with the channels that are left.

    Raises
    ------
    ChannelError
        If none is left.

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
def restrict_forward_to_stc(fwd: Forward, stc: Any, on_missing: str = "ignore") -> Forward:
    """Keep the sources that a source estimate has.

    Parameters
    ----------
    fwd : Forward
        The model, which is left alone.
    stc : SourceEstimate
        The estimate; its ``vertices`` are what counts.
    on_missing : str
        What to do if the model lacks some: ``"raise"``, ``"warn"`` or ``"ignore"``.

    Returns
    -------
    fwd : Forward
        The model of the sources that both have.

    Examples
    --------
    >>> restrict_forward_to_stc(fwd, stc)
    <Forward | 32 MEG and 0 EEG channels, surface with 84 sources, free>
    """
    vertices = getattr(stc, "vertices", None)
    if not isinstance(vertices, Sequence):
        msg = f"stc must be a source estimate, got {type(stc).__name__}"
        raise ArgumentTypeError(msg)
    return Forward(restrict_to_vertices(as_forward(fwd), vertices, on_missing=on_missing))


@public("leadfield")
def restrict_forward_to_label(fwd: Forward, labels: Any) -> Forward:
    """Keep the sources that lie in labels.

    Parameters
    ----------
    fwd : Forward
        The model of a cortex, which is left alone.
    labels : Label | list of Label
        One or more regions.

    Returns
    -------
    fwd : Forward
        The model of the sources inside.

    Examples
    --------
    >>> from leadfield import read_labels_from_annot
    >>> labels = read_labels_from_annot(
    ...     "fsaverage5", regexp="temporal", hemi="rh", subjects_dir=subjects_dir
    ... )
    >>> restrict_forward_to_label(fwd, labels)
    <Forward | 32 MEG and 0 EEG channels, surface with 4 sources, free>
    """
    vertices: dict[str, list[Any]] = {"lh": [], "rh": []}
    for label in labels if isinstance(labels, list | tuple) else [labels]:
        for part in (label.lh, label.rh) if getattr(label, "hemi", "") == "both" else (label,):
            if getattr(part, "hemi", None) not in vertices:
                msg = f"labels must be Labels of 'lh' or 'rh', got {part!r}"
                raise ArgumentTypeError(msg)
            vertices[part.hemi].extend(np.asarray(part.vertices).tolist())
    sides = [np.array(v, np.int64) for v in vertices.values()]
    return Forward(restrict_to_vertices(as_forward(fwd), sides, on_missing="ignore"))
