"""Files of dipoles: ``read_dipole``."""

from __future__ import annotations

from pathlib import Path

from leadfield.api.forward.dipole import RECORDS, Dipole, dipole_of
from leadfield.api.forward.dipole_fixed import DipoleFixed, fixed_dipole_of
from leadfield.base.files import existing
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.epochs.fif.evoked import read_evoked
from leadfield.forward.dipole_records import read_dipole_records
from leadfield.forward.dipole_text import read_dipole_text


@public("leadfield")
@verbose_aware
def read_dipole(fname: str | Path, verbose: Verbose = None) -> Dipole | DipoleFixed:
    """Read dipoles from a file.

    Parameters
    ----------
    fname : path-like
        The file: ``-dip.fif`` of a dipole that stays at a place, ``.bdip`` in Xfit's binary
        format, or else text, by custom ``.dip``.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    dipole : Dipole | DipoleFixed
        The dipoles: a ``DipoleFixed`` of FIF files.

    Raises
    ------
    FormatError
        If the file holds no dipoles, or is damaged.

    See Also
    --------
    make_forward_dipole : What sensors measure of dipoles.

    Notes
    -----
    Text that another program wrote may have other columns, in another order: a line that starts
    with ``#`` or ``%`` names them, with their units.

    Examples
    --------
    >>> Dipole([0.1], [[0, 0.03, 0.06]], [2e-8], [[1, 0, 0]], [90]).save("one.bdip")
    >>> read_dipole("one.bdip").pos
    array([[0.  , 0.03, 0.06]])
    """
    path = existing(fname, "dipole file")
    if path.name.endswith((".fif", ".fif.gz")):
        return fixed_dipole_of(read_evoked(path, None))
    read = read_dipole_records if path.suffix == RECORDS else read_dipole_text
    value = read(path)
    LOGGER.info("Read %d dipoles from %s", len(value.times), path)
    return dipole_of(value)
