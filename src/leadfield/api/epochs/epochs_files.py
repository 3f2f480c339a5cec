"""Epochs read from FIF files: ``read_epochs``."""

from pathlib import Path

from leadfield.api.epochs.arguments import Proj
from leadfield.api.epochs.cut_epochs import as_proj_mode
from leadfield.api.epochs.epochs import Epochs, epochs_of
from leadfield.base.files import existing
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.epochs.epoch_projections import set_projection
from leadfield.epochs.fif.read_epochs import read_epochs as read_epoch_set
from leadfield.epochs.projections import all_active


@public("leadfield")
@verbose_aware
def read_epochs(
    fname: str | Path,
    proj: Proj = True,
    preload: bool = True,
    verbose: Verbose = None,
) -> Epochs:
    """Read epochs from a ``-epo.fif`` file, and from the files it continues in.

    Parameters
    ----------
    fname : path-like
        The first file.
    proj : bool | "delayed"
        Whether to apply SSP projectors.
    preload : bool
        Whether to load the samples into memory now; else they are read when needed.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    epochs : Epochs
        The epochs.

    Raises
    ------
    FormatError
        If the file is no FIF file or holds no epochs.

    See Also
    --------
    Epochs.save : Write such a file.

    Examples
    --------
    >>> files = epochs.save("tone-epo.fif")
    >>> len(read_epochs(files[0]))
    28
    """
    mode = as_proj_mode(proj)
    value = read_epoch_set(existing(fname, "epochs file"), load=preload)
    return epochs_of(value if all_active(value.info) else set_projection(value, mode))
