"""Forward solutions written to FIF files."""

from pathlib import Path

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.errors import InputError
from leadfield.base.log import LOGGER
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.named_matrix import NamedMatrix, write_named_matrix
from leadfield.fif.writer import Writer, writing
from leadfield.forward.fif.parent_blocks import write_parents
from leadfield.forward.fif.read_forward import METHODS
from leadfield.forward.model import FIXED, FREE, ForwardModel
from leadfield.recording.fif.channels import short_names_by_full
from leadfield.recording.frames import Frame
from leadfield.sources.fif import write_sources


def write_forward(path: str | Path, model: ForwardModel, *, overwrite: bool) -> None:
    """Write a forward model, in float32, as it was before its orientations were turned."""
    if model.origin is not None:
        LOGGER.info(
            "Writing the orientations the solution was made with: convert it again when read"
        )
        model = model.origin
    leadfield, gradient = _cartesian(model)
    mri_to_head = model.mri_to_head.between(Frame.MRI, Frame.HEAD)
    with writing(path, overwrite=overwrite) as writer, writer.block(Block.MNE):
        write_parents(writer, model.info, mri_to_head)
        write_sources(writer, model.sources.moved(mri_to_head.inverse()))
        for number, method in METHODS.items():
            rows = model.channels.of_type(method.lower()).tolist()
            if not rows:
                continue
            with writer.block(Block.FORWARD_SOLUTION):
                writer.integers(Kind.INCLUDED_METHODS, number)
                writer.integers(Kind.COORD_FRAME, model.frame)
                writer.integers(Kind.SOURCE_ORIENTATION, FREE if model.free else FIXED)
                writer.integers(Kind.NCHAN, len(rows))
                writer.integers(Kind.SOURCE_SPACE_NPOINTS, model.sources.n_sources)
                _write_lines(
                    writer, Kind.FORWARD_SOLUTION, model=model, rows=rows, values=leadfield
                )
                if gradient is not None:
                    flat = gradient.reshape(len(gradient), -1)
                    _write_lines(
                        writer, Kind.FORWARD_SOLUTION_GRAD, model=model, rows=rows, values=flat
                    )


def _cartesian(model: ForwardModel) -> tuple[Floats, Floats | None]:
    """Lead field and gradient; free ones along x, y and z."""
    leadfield, gradient = model.leadfield, model.gradient
    if model.free and model.surface_oriented:
        axes = model.orientations.reshape(-1, 3, 3)
        shape = (len(leadfield), -1, 3)
        turned = np.einsum("csj,sjk->csk", leadfield.reshape(shape), axes)
        if gradient is not None:
            split = gradient.reshape(*shape, 3)
            gradient = np.einsum("csjd,sjk->cskd", split, axes).reshape(gradient.shape)
        return turned.reshape(leadfield.shape), gradient
    normals = model.sources.normals
    if not model.free and not np.allclose(model.orientations, normals, rtol=0, atol=1e-5):
        msg = (
            "orientations of a fixed forward model must be its sources' normals to be written, "
            "as files hold no others: write the free one"
        )
        raise InputError(msg)
    return leadfield, gradient


def _write_lines(
    writer: Writer, kind: int, *, model: ForwardModel, rows: list[int], values: Floats
) -> None:
    """Write the transpose of some rows: one line a column of the lead field."""
    short_names = short_names_by_full(model.info.names)
    names = (model.info.names[i] for i in rows)
    lines = NamedMatrix(
        row_names=(),
        column_names=tuple(short_names.get(name, name) for name in names),
        data=values[rows].T,
    )
    write_named_matrix(writer, kind, lines)
