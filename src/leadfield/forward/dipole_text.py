"""Dipoles in text files (``.dip``), a line each, as MNE-Python and Xfit write them."""

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.bounded_text import MOST_BYTES, chunks_of_lines
from leadfield.base.checks import listed
from leadfield.base.errors import FormatError, InputError
from leadfield.base.files import existing, may_write
from leadfield.base.foreign_formats import HEAD, TEXT, other_format
from leadfield.base.log import warn
from leadfield.base.replacing import replacing
from leadfield.forward.dipoles import Dipoles

BEGIN, END = "begin/ms", "end/ms"
PLACES, MOMENTS = ("x/mm", "y/mm", "z/mm"), ("qx/nam", "qy/nam", "qz/nam")
NEEDED = (BEGIN, *PLACES, "q/nam", *MOMENTS, "g/%")
FIELD = re.compile(r"(\S+?)(?:\s*\(([^)]*)\)|/(\S+))?(?=\s|$)")
FIRST = re.compile(rb"(?m)^(?![#%])[^\S\n]*\S")
COMMENT = re.compile(rb"(?m)^[#%].*$")
NAME = re.compile(rb'(?m)^(?:##|%%).*?Name "(.*) dipoles"')
MILLI, NANO = 1e-3, 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionalColumn:
    """A column that a file may have: its heading, how numbers are written, its unit in SI."""

    heading: str
    form: str
    unit: float

    @property
    def field(self) -> str:
        """The column's name among a file's fields."""
        return self.heading.strip().lower()


FITS = {
    "chi_squared": OptionalColumn(heading="    khi^2", form=" %8.1f", unit=1),
    "n_free": OptionalColumn(heading="  free", form=" %5d", unit=1),
}
LIMITS = {
    "vol": OptionalColumn(heading="  vol/mm^3", form=" %9.3f", unit=MILLI**3),
    "depth": OptionalColumn(heading="  depth/mm", form=" %9.3f", unit=MILLI),
    "long": OptionalColumn(heading="  long/mm", form=" %8.3f", unit=MILLI),
    "trans": OptionalColumn(heading="  trans/mm", form=" %9.3f", unit=MILLI),
    "qlong": OptionalColumn(heading="  Qlong/nAm", form=" %10.3f", unit=NANO),
    "qtrans": OptionalColumn(heading="  Qtrans/nAm", form=" %11.3f", unit=NANO),
}
HEADING = "#   begin     end   X (mm)   Y (mm)   Z (mm)   Q(nAm)  Qx(nAm)  Qy(nAm)  Qz(nAm)    g/%"
FORM = "  %7.1f %7.1f %8.2f %8.2f %8.2f %8.3f %8.3f %8.3f %8.3f %6.2f"


def read_dipole_text(path: Path) -> Dipoles:
    """The dipoles in a file."""
    size = existing(path, "dipole file").stat().st_size
    if size > MOST_BYTES:
        raise FormatError(path, f"dipoles must take at most {MOST_BYTES} bytes, got {size}")
    content = path.read_bytes()
    try:
        fields, name, numbers = _parts(content)
        return _as_dipoles(_columns(fields, numbers), name)
    except ValueError as error:  # InputError, too
        raise other_format(path, content[:HEAD], str(error)[:300], family=[TEXT]) from error


def _parts(content: bytes) -> tuple[list[str], str | None, Floats]:
    """Names of the fields, the name of the dipoles, and numbers (n_dipoles, n_fields)."""
    first = FIRST.search(content)
    headings = COMMENT.findall(content[: first.start()]) if first else []
    if not headings:
        msg = "a line that starts with # or % must name the columns, before the first dipole"
        raise InputError(msg)
    heading = headings[-1].decode("latin-1").lstrip("#%").lower()
    fields = [_field(*found) for found in FIELD.findall(heading)]
    numbers = np.concatenate([_rows(chunk, len(fields)) for chunk in chunks_of_lines(content)])
    names = NAME.findall(content)
    return fields, names[-1].decode("utf-8", "replace") if names else None, numbers


def _rows(lines: bytes, n_fields: int) -> Floats:
    """Numbers (n, n_fields) of the lines that are no comments."""
    rows = [line.split() for line in lines.splitlines() if line[:1] not in b"#%"]
    rows = [row for row in rows if row]
    if not all(len(row) == n_fields for row in rows):
        have = sorted({len(row) for row in rows})
        msg = f"every line must hold {n_fields} numbers, one for each column, got {have}"
        raise InputError(msg)
    return np.array(rows, np.float64).reshape(-1, n_fields)


def _field(name: str, in_brackets: str, after_slash: str) -> str:
    unit = in_brackets or after_slash or ("ms" if name in {"begin", "end"} else "")
    return f"{name}/{unit}" if unit else name


def _columns(fields: list[str], numbers: Floats) -> dict[str, Floats]:
    """The columns that are known, by name; others are left out with a warning."""
    absent = [name for name in NEEDED if name not in fields]
    if absent:
        msg = f"the columns must have {listed(absent)}, got {listed(fields, 40)}"
        raise InputError(msg)
    known = {*NEEDED, END, *(one.field for one in (*FITS.values(), *LIMITS.values()))}
    unknown = [name for name in fields if name not in known]
    if unknown:
        warn(f"columns of dipoles that nobody knows are left out: {listed(unknown)}")
    columns = {name: numbers[:, fields.index(name)] for name in fields if name in known}
    if END in columns and (columns[END] != columns[BEGIN]).any():
        warn("dipoles must be at one time each: of those from a time to another the first is taken")
    return columns


def _as_dipoles(columns: dict[str, Floats], name: str | None) -> Dipoles:
    strength = columns["q/nam"]
    moments = np.stack([columns[one] for one in MOMENTS], axis=1)
    fits = {one: columns.get(column.field) for one, column in FITS.items()}
    return Dipoles(
        times=columns[BEGIN] / 1000,
        positions=MILLI * np.stack([columns[one] for one in PLACES], axis=1),
        amplitudes=strength / 1e9,
        orientations=moments / np.where(strength == 0, 1, strength)[:, np.newaxis],
        fit=columns["g/%"],
        name=name,
        confidence={
            one: column.unit * columns[column.field]
            for one, column in LIMITS.items()
            if column.field in columns
        },
        **fits,
    )


def write_dipole_text(path: Path, dipoles: Dipoles, *, overwrite: bool) -> None:
    """Write dipoles, rounded to 0.1 ms, 0.01 mm, 0.001 nA·m and 0.01 %."""
    name = dipoles.name
    if name is not None and not (name.isprintable() and '"' not in name):
        msg = f"the name of dipoles must be one line without quotes in a text file, got {name!r}"
        raise InputError(msg)
    milliseconds = 1000 * dipoles.times
    strength = 1e9 * dipoles.amplitudes
    parts = [
        *(milliseconds, milliseconds, *(dipoles.positions / MILLI).T),
        *(strength, *(dipoles.orientations * strength[:, np.newaxis]).T, dipoles.fit),
    ]
    heading, form = HEADING, FORM
    fits = {one: getattr(dipoles, one) for one in FITS}
    for one, column in {**FITS, **LIMITS}.items():
        values = fits.get(one, dipoles.confidence.get(one))
        if values is not None:
            heading, form = heading + column.heading, form + column.form
            parts.append(values / column.unit)
    lines = ['# CoordinateSystem "Head"', heading]
    lines += [form % tuple(row) for row in np.stack(parts, axis=1).tolist()]
    closing = "" if name is None else f'## Name "{name} dipoles" Style "Dipoles"'
    with replacing(may_write(path, overwrite=overwrite)) as stream:
        stream.write(("\n".join(lines) + "\n" + closing).encode())
