"""Label files: FreeSurfer's ``.label``, whose name tells the hemisphere."""

from pathlib import Path

from leadfield.base.errors import InputError
from leadfield.base.files import as_path
from leadfield.base.log import LOGGER
from leadfield.freesurfer.label import VertexSet, read_label_file, write_label_file
from leadfield.labels.label import CorticalLabel, Rgba
from leadfield.sources.space import HEMISPHERES


def read_label(
    filename: str | Path, *, subject: str | None = None, colour: Rgba | None = None
) -> CorticalLabel:
    """The label in a file; subject and colour are not in it."""
    path = as_path(filename)
    name, hemisphere = _name_and_hemisphere(path)
    held = read_label_file(path)
    return CorticalLabel(
        vertices=held.vertices,
        positions=held.positions,
        values=held.values,
        hemisphere=hemisphere,
        name=name,
        subject=subject,
        comment=held.comment,
        colour=colour,
    )


def _name_and_hemisphere(path: Path) -> tuple[str, str]:
    """What MNE-Python calls a file's label, and the hemisphere that the file's name tells."""
    stem = path.name.removesuffix(".label")
    for hemisphere in HEMISPHERES:
        if path.name.startswith(f"{hemisphere}."):
            # As MNE-Python names them: lh.BA1.label is lh.BA1-lh, and lh.BA1 is BA1-lh.
            return f"{stem[3:] if stem == path.name else stem}-{hemisphere}", hemisphere
    for hemisphere in HEMISPHERES:
        if path.name.endswith(f"{hemisphere}.label"):
            return f"{stem[:-3]}-{hemisphere}", hemisphere
    msg = f"a label's file must begin or end with lh or rh, as x-lh.label, got {path.name!r}"
    raise InputError(msg)


def write_label(filename: str | Path, label: CorticalLabel) -> None:
    """Write a label; ``-lh`` or ``-rh`` and ``.label`` are added where they are missing."""
    path = as_path(filename)
    stem = path.name.removesuffix(".label")
    if not (stem.startswith(label.hemisphere) or stem.endswith(label.hemisphere)):
        stem += f"-{label.hemisphere}"
    target = path.with_name(f"{stem}.label")
    vertices = VertexSet(
        vertices=label.vertices,
        positions=label.positions,
        values=label.values,
        comment=label.comment,
    )
    write_label_file(target, vertices, overwrite=True)
    LOGGER.info("Label of %d vertices written to %s", len(label), target)
