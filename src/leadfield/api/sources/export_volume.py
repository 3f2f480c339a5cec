"""Images of source spaces in files, with the arguments that users give."""

from __future__ import annotations

import gzip
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.api.recording.transforms import as_transform
from leadfield.base.checks import one_of
from leadfield.base.errors import InputError
from leadfield.base.files import as_path, may_write
from leadfield.base.replacing import replacing
from leadfield.freesurfer.image import ENDINGS
from leadfield.labels.source_image import SourceImageOptions, source_image

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadfield.sources.space import Sources

# By mri_resolution.
VOXELS: Mapping[object, Any] = {False: "grid", True: "filled", "sparse": "sparse"}


def export_sources(sources: Sources, arguments: Mapping[str, Any]) -> None:
    """Write the image that the arguments of ``src.export_volume`` ask for."""
    one_of("dest", arguments["dest"], ("mri", "surf"))
    one_of("mri_resolution", arguments["mri_resolution"], VOXELS)
    target, trans = as_path(arguments["fname"]), arguments["trans"]
    options = SourceImageOptions(
        voxels=VOXELS[arguments["mri_resolution"]],
        surfaces=bool(arguments["include_surfaces"]),
        discrete=bool(arguments["include_discrete"]),
        numbered=bool(arguments["use_lut"]),
    )
    values, to_mri = source_image(sources, options, None if trans is None else as_transform(trans))
    if arguments["dest"] == "mri":
        to_mri = _to_scanner(sources) @ to_mri
    affine = np.vstack([1e3 * to_mri[:3], to_mri[3]])
    content = _image_file(target, values.astype(np.float32), affine)
    with replacing(may_write(target, overwrite=arguments["overwrite"])) as stream:
        stream.write(content)


def _to_scanner(sources: Sources) -> Any:
    for space in sources.spaces:
        if space.grid is not None and space.grid.mri_to_ras is not None:
            return space.grid.mri_to_ras.matrix
    msg = "src must know where its MRI is for dest='mri': make it with mri= of a volume"
    raise InputError(msg)


def _image_file(path: Path, values: Any, affine: Any) -> bytes:
    """The bytes of an image in the format that the file's name says."""
    nibabel = import_module("nibabel")
    if path.name.endswith((".nii", ".nii.gz")):
        image = nibabel.Nifti1Image(values, affine)
        image.header.set_xyzt_units("mm")
    elif path.name.endswith(ENDINGS):
        image = nibabel.MGHImage(values, affine)
    else:
        msg = f"fname must end in .nii, .nii.gz, .mgz or .mgh, got {path.name!r}"
        raise InputError(msg)
    content: bytes = image.to_bytes()
    return gzip.compress(content, mtime=0) if path.suffix in {".gz", ".mgz"} else content
