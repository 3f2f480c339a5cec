"""Dipoles in the binary files of Xfit (``.bdip``), a record of 196 bytes each."""

from pathlib import Path

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import all_finite
from leadfield.base.errors import FormatError, InputError
from leadfield.base.files import may_write
from leadfield.base.replacing import replacing
from leadfield.fif.writer import encoded
from leadfield.forward.dipoles import CONFIDENCE, Dipoles
from leadfield.freesurfer.buffer import Buffer

REAL = ">f4"
LIMITS = CONFIDENCE[1:]  # the volume comes later
RECORD = np.dtype(
    [
        *(("dipole", ">i4"), ("begin", REAL), ("end", REAL), ("origin", REAL, 3)),
        *(("place", REAL, 3), ("moment", REAL, 3), ("fit", REAL)),
        *(("has_limits", ">i4"), ("noise", REAL), ("limits", REAL, len(LIMITS))),
        *(("ellipsoid", REAL, (5, 5)), ("volume", REAL), ("chi_squared", REAL)),
        *(("probability", REAL), ("total_noise", REAL)),
    ]
)


def read_dipole_records(path: Path) -> Dipoles:
    """The dipoles in a file."""
    held = Buffer(path, "dipole file").rest()
    if len(held) % RECORD.itemsize or not held:
        problem = f"dipoles must take {RECORD.itemsize} bytes each, the file has {len(held)}"
        raise FormatError(path, problem)
    records = np.frombuffer(held, RECORD)
    if len(np.unique(records["has_limits"] != 0)) > 1:
        raise FormatError(path, "all dipoles must have confidence limits, or none")
    with np.errstate(invalid="ignore"):  # some NaNs shout when converted
        columns = {
            name: records[name].astype(np.float64) for name in records.dtype.names or () if name
        }
    moments = columns["moment"]
    try:
        all_finite("moments of dipoles", moments, "leave out dipoles without one")
        strength = np.linalg.norm(moments, axis=1)
        return Dipoles(
            times=columns["begin"],
            positions=columns["place"],
            amplitudes=strength,
            orientations=moments / np.where(strength == 0, 1, strength)[:, np.newaxis],
            fit=100 * columns["fit"],
            confidence={
                "vol": columns["volume"],
                **dict(zip(LIMITS, columns["limits"].T, strict=True)),
            },
            chi_squared=columns["chi_squared"],
        )
    except InputError as error:
        raise FormatError(path, str(error)[:300]) from error


def write_dipole_records(path: Path, dipoles: Dipoles, *, overwrite: bool) -> None:
    """Write dipoles in single precision, without their name and numbers of free parameters."""
    none = np.zeros(len(dipoles.times))
    limits = [dipoles.confidence.get(name, none) for name in LIMITS]
    content: dict[str, Floats] = {
        "begin": dipoles.times,
        "place": dipoles.positions,
        "moment": dipoles.amplitudes[:, np.newaxis] * dipoles.orientations,
        "fit": dipoles.fit / 100,
        "limits": np.stack(limits, axis=1),
        "volume": dipoles.confidence.get("vol", none),
        "chi_squared": none if dipoles.chi_squared is None else dipoles.chi_squared,
    }
    records = np.zeros(len(dipoles.times), RECORD)
    records["has_limits"] = bool(dipoles.confidence)
    for name, values in content.items():
        records[name] = encoded(values, REAL, f"the {name} of dipoles")
    with replacing(may_write(path, overwrite=overwrite)) as stream:
        stream.write(records.tobytes())
