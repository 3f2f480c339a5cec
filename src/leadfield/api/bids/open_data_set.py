"""Search of a BIDS data set: ``open_data_set``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.bids import data_set

if TYPE_CHECKING:
    from pathlib import Path


@public("leadfield.bids")
@verbose_aware
def open_data_set(
    root: str | Path, *, subjects_dir: str | Path | None = None, verbose: Verbose = None
) -> data_set.BidsDataSet:
    """Find the recordings of a BIDS data set, and what belongs to each.

    Sidecars are inherited as BIDS has it: what is nearer to a recording has the last word. No
    recording is read.

    Parameters
    ----------
    root : path-like
        The folder of the data set.
    subjects_dir : path-like | None
        FreeSurfer's folder of subjects. None takes ``derivatives/freesurfer``, its folder
        ``subjects``, ``sourcedata/freesurfer`` or that of fMRIPrep, else ``SUBJECTS_DIR``.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    data_set : BidsDataSet
        The recordings, in order; what is missing for whom; and what is wrong.

    Raises
    ------
    InputError
        If the folder has no subjects.
    MissingFileError
        If there is no such folder.

    See Also
    --------
    read_raw : Opens a recording.

    Notes
    -----
    What is wrong is a sentence in ``problems``, no error: names that are none of BIDS's, sidecars
    that cannot be read, two files where there may be one.

    Examples
    --------
    >>> import leadfield
    >>> data = leadfield.bids.open_data_set(bids_root)
    >>> data
    <BidsDataSet | 1 recording of 1 subject, 0 complete>
    >>> data.recordings[0].missing
    ('there is no FreeSurfer subject sub-01 in derivatives/freesurfer: run recon-all',)
    """
    found = data_set.open_data_set(root, subjects_dir=subjects_dir)
    LOGGER.info("%s: %s", found.root, found.summary)
    return found
