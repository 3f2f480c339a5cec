"""Reading and writing projections, and the average reference."""

from collections.abc import Sequence
from pathlib import Path

from leadfield.api.recording.info import Info, as_info
from leadfield.api.recording.projection_items import ProjectionItem, as_projections
from leadfield.base.log import Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.recording.create import average_reference
from leadfield.recording.fif.projections import load_projections, save_projections


@public("leadfield")
@verbose_aware
def read_proj(fname: str | Path, verbose: Verbose = None) -> list[ProjectionItem]:
    """Read projections from a FIF file.

    Parameters
    ----------
    fname : path-like
        The file: a ``-proj.fif`` or any that holds projections.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    projs : list of ProjectionItem
        The projections.

    Raises
    ------
    FormatError
        If the file is no FIF file or holds no projections.

    See Also
    --------
    write_proj : Write some.

    Examples
    --------
    >>> from leadfield import create_info, make_eeg_average_ref_proj, write_proj
    >>> write_proj(
    ...     "eeg-proj.fif", make_eeg_average_ref_proj(create_info(["Fz", "Cz"], 100.0, "eeg"))
    ... )
    >>> len(read_proj("eeg-proj.fif"))
    1
    """
    return [ProjectionItem(one) for one in load_projections(fname)]


@public("leadfield")
@verbose_aware
def write_proj(
    fname: str | Path,
    projs: ProjectionItem | Sequence[ProjectionItem],
    *,
    overwrite: bool = False,
    verbose: Verbose = None,
) -> None:
    """Write projections to a ``-proj.fif`` file.

    Parameters
    ----------
    fname : path-like
        The file.
    projs : list of ProjectionItem
        The projections.
    overwrite : bool
        Whether a file that is there may be replaced.
    verbose : bool | str | int | None
        How much to tell.

    Raises
    ------
    OverwriteError
        If the file exists and ``overwrite`` is False.

    See Also
    --------
    read_proj : Read them.

    Examples
    --------
    >>> import tempfile
    >>> from leadfield.api.recording.info import create_info
    >>> proj = make_eeg_average_ref_proj(create_info(["Fz", "Cz"], 100.0, "eeg"))
    >>> fname = tempfile.mkdtemp() + "/sub-proj.fif"
    >>> write_proj(fname, [proj])
    >>> read_proj(fname, verbose=False)
    [<ProjectionItem | Average EEG reference, active: on, n_channels: 2>]
    """
    save_projections(fname, as_projections(projs), overwrite=overwrite)


@public("leadfield")
@verbose_aware
def make_eeg_average_ref_proj(
    info: Info,
    activate: bool = True,
    *,
    ch_type: str | Sequence[str] = "eeg",
    verbose: Verbose = None,
) -> ProjectionItem:
    """Make the projection that references electrodes to their average.

    Parameters
    ----------
    info : Info
        The channels; bad ones are left out.
    activate : bool
        Whether to mark it as applied.
    ch_type : str | list of str
        The electrodes: ``"eeg"``, ``"ecog"``, ``"seeg"``, ``"dbs"``.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    proj : ProjectionItem
        One vector with the same weight for each good electrode.

    Raises
    ------
    StateError
        If the data have a custom reference.
    ChannelError
        If there are no good electrodes.

    Examples
    --------
    >>> from leadfield.api.recording.info import create_info
    >>> info = create_info(["Fz", "Cz"], 100.0, "eeg")
    >>> make_eeg_average_ref_proj(info)["data"]["data"].round(3)
    array([[0.707, 0.707]])
    """
    types = (ch_type,) if isinstance(ch_type, str) else tuple(ch_type)
    return ProjectionItem(average_reference(as_info(info), types, active=activate))
