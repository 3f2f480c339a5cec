"""SSP projectors: ``read_proj``, ``write_proj``, ``make_eeg_average_ref_proj``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from leadfield.api.recording.info import Info, as_info
from leadfield.api.recording.projection_items import (
    ProjectionItem,
    as_projections,
    projection_item_of,
)
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.recording.create import average_reference
from leadfield.recording.fif.projections import load_projections, save_projections

if TYPE_CHECKING:
    from leadfield.api.recording.edit_reference import ElectrodeType


@public("leadfield")
@verbose_aware
def read_proj(fname: str | Path, verbose: Verbose = None) -> list[ProjectionItem]:
    """Read SSP projectors from a FIF file.

    Parameters
    ----------
    fname : path-like
        A ``-proj.fif`` file, or any other with projectors.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    projs : list of ProjectionItem
        The projectors.

    Raises
    ------
    FormatError
        If the file is not a FIF file or has no projectors.

    See Also
    --------
    write_proj : Write projectors.

    Examples
    --------
    >>> from leadfield import create_info, make_eeg_average_ref_proj, write_proj
    >>> write_proj(
    ...     "eeg-proj.fif", make_eeg_average_ref_proj(create_info(["Fz", "Cz"], 100.0, "eeg"))
    ... )
    >>> len(read_proj("eeg-proj.fif"))
    1
    """
    return [projection_item_of(one) for one in load_projections(fname)]


@public("leadfield")
@verbose_aware
def write_proj(
    fname: str | Path,
    projs: ProjectionItem | Sequence[ProjectionItem],
    *,
    overwrite: bool = False,
    verbose: Verbose = None,
) -> None:
    """Write SSP projectors to a ``-proj.fif`` file.

    Parameters
    ----------
    fname : path-like
        The file.
    projs : list of ProjectionItem
        The projectors.
    overwrite : bool
        Whether to overwrite an existing file.
    verbose : bool | str | int | None
        Verbosity.

    Raises
    ------
    OverwriteError
        If the file exists and ``overwrite`` is False.

    See Also
    --------
    read_proj : Read projectors.

    Examples
    --------
    >>> import tempfile
    >>> from leadfield import create_info
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
    ch_type: ElectrodeType | Sequence[ElectrodeType] = "eeg",
    verbose: Verbose = None,
) -> ProjectionItem:
    """Create an average EEG reference as SSP projector.

    Parameters
    ----------
    info : Info
        The channels; bad ones are excluded.
    activate : bool
        Whether to mark the projector as applied.
    ch_type : str | list of str
        Type of electrodes: ``"eeg"``, ``"ecog"``, ``"seeg"``, ``"dbs"``.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    proj : ProjectionItem
        Projector with the same weight for each good electrode.

    Raises
    ------
    StateError
        If the data have a custom reference.
    ChannelError
        If there are no good electrodes.

    Examples
    --------
    >>> from leadfield import create_info
    >>> info = create_info(["Fz", "Cz"], 100.0, "eeg")
    >>> make_eeg_average_ref_proj(info)["data"]["data"].round(3)
    array([[0.707, 0.707]])
    """
    types = (ch_type,) if isinstance(ch_type, str) else tuple(ch_type)
    return projection_item_of(average_reference(as_info(info), types, active=activate))
