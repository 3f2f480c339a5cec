"""Inverse operators in FIF files, as MNE-Python and MNE's first programs write them."""

from pathlib import Path

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.errors import InputError, MismatchError
from leadfield.base.log import LOGGER
from leadfield.covariance.fif import (
    UNIT,
    covariance_block,
    read_covariance,
    read_eigen,
    read_values,
    write_covariance,
    write_values,
)
from leadfield.covariance.noise import NOISE, NoiseCovariance
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.named_matrix import (
    NamedMatrix,
    find_named_matrix,
    read_named_matrix,
    write_named_matrix,
)
from leadfield.fif.reader import FifFile
from leadfield.fif.tree import Node
from leadfield.fif.writer import Writer, writing
from leadfield.forward.fif.parent_blocks import (
    read_long_names,
    read_mri_to_head,
    read_parent_info,
    write_parents,
)
from leadfield.forward.model import FIXED, FREE
from leadfield.inverse.components import (
    count_components,
    operator_info,
    padded_decomposition,
    stored_whitener,
)
from leadfield.inverse.operator import InverseModel
from leadfield.recording.fif.projections import read_projections, write_projections
from leadfield.recording.frames import Frame, frame_name
from leadfield.recording.info import MeasurementInfo
from leadfield.sources.fif import read_sources, write_sources
from leadfield.whitening.whitener import Whitener

SOURCE, GIVEN, DEPTH, ORIENTATION = 2, 3, 5, 6  # kinds of covariances; 3 is called fMRI's
UNITS = {"Am": 202, "Am/m^2": 203, "Am/m^3": 204}


def read_inverse(path: str | Path) -> InverseModel:
    """The inverse operator of a file, sources in the operator's frame."""
    with FifFile(path) as fif:
        model = read_operator(fif, fif.block(Block.INVERSE_SOLUTION))
    LOGGER.info(
        "    inverse operator of %s channels, %s sources, %s orientations",
        len(model.info.channels),
        model.sources.n_sources,
        "free or loose" if model.free else "fixed",
    )
    return model


def read_operator(fif: FifFile, node: Node) -> InverseModel:
    """The inverse operator that a block of an open file holds."""
    try:
        noise, whitener = _noise(fif, node)
        return _model(fif, node, _info(fif, noise), noise=noise, whitener=whitener)
    except InputError as error:
        raise fif.lacks(node, f"a consistent inverse operator ({error})") from error


def _model(
    fif: FifFile,
    node: Node,
    info: MeasurementInfo,
    *,
    noise: NoiseCovariance,
    whitener: Whitener,
) -> InverseModel:
    frame = fif.integer(node, Kind.COORD_FRAME)
    orientation = fif.integer(node, Kind.SOURCE_ORIENTATION)
    if frame not in {Frame.HEAD, Frame.MRI}:
        raise fif.lacks(node, f"HEAD or MRI coordinates, it has {frame_name(frame)}")
    if orientation not in {FIXED, FREE}:
        raise fif.lacks(node, f"orientation 1 (fixed) or 2 (free), it has {orientation}")
    mri_to_head = read_mri_to_head(fif)
    to_frame = mri_to_head if frame == Frame.HEAD else mri_to_head.inverse()
    singular_values, fields, leads, weighted = _decomposition(fif, node, whitener)
    n = count_components(singular_values, info.projections, whitener, noise)
    if n < 1:
        raise fif.lacks(node, "singular values above 0 within the rank of its noise")
    unit = fif.integer(node, Kind.INVERSE_SOURCE_UNIT, None)
    variances = _diagonal(fif, node, SOURCE)
    if variances is None:
        raise fif.lacks(node, "a source covariance")
    if leads.shape[1] == len(variances):
        scales = np.sqrt(variances) if weighted else 1.0
        if not (np.abs(leads) <= UNIT * scales).all():
            raise fif.lacks(node, "leads of unit length, or of that of its source covariance")
    orientations = fif.matrix(node, Kind.INVERSE_SOURCE_ORIENTATIONS)
    fif.check_numbers(node, "unit vectors", orientations, least=-UNIT, most=UNIT)
    return InverseModel(
        info=info,
        whitener=whitener,
        fields=fields[:n, whitener.eigenvalues > 0],
        singular_values=singular_values[:n],
        leads=np.ascontiguousarray(leads[:n].T, np.float64),
        leads_weighted=weighted,
        noise=noise,
        source_variances=variances,
        depth_prior=_diagonal(fif, node, DEPTH),
        orientation_prior=_diagonal(fif, node, ORIENTATION),
        given_prior=_given_prior(fif, node, len(variances)),
        free=orientation == FREE,
        orientations=orientations,
        sources=read_sources(fif).moved(to_frame),
        frame=frame,
        mri_to_head=mri_to_head,
        methods=fif.integer(node, Kind.INCLUDED_METHODS),
        units={number: name for name, number in UNITS.items()}.get(unit),
    )


def _noise(fif: FifFile, node: Node) -> tuple[NoiseCovariance, Whitener]:
    """The noise covariance and the whitener in whose basis the fields are."""
    block = covariance_block(fif, node, NOISE)
    if block is None:
        raise fif.lacks(node, "a noise covariance")
    noise = read_covariance(fif, block)
    eigen = read_eigen(fif, block)
    try:
        return noise, stored_whitener(noise, eigen)
    except MismatchError as error:
        raise fif.lacks(block, str(error)) from error


def _info(fif: FifFile, noise: NoiseCovariance) -> MeasurementInfo:
    """The channels of the noise covariance, and the projections of the recording."""
    info, full_names = read_parent_info(fif), read_long_names(fif)
    top = fif.block(Block.MNE)
    # Not those inside the noise covariance, which are its own.
    blocks = [child for child in top.children if child.kind == Block.PROJ]
    projections = read_projections(fif, blocks[0], full_names) if blocks else ()
    unknown = [name for name in noise.names if name not in info.names]
    if unknown:
        raise fif.lacks(top, f"a channel for each of its noise covariance, {unknown[0]!r} has none")
    return operator_info(info, noise, projections)


def _decomposition(
    fif: FifFile, node: Node, whitener: Whitener
) -> tuple[Floats, Floats, Floats, bool]:
    """Singular values (k,), fields (k, n_channels), leads (k, n_columns), leads weighted."""
    singular_values = fif.reals(node, Kind.INVERSE_SING)
    weighted = find_named_matrix(node, Kind.INVERSE_LEADS) is None
    kind = Kind.INVERSE_LEADS_WEIGHTED if weighted else Kind.INVERSE_LEADS
    leads = read_named_matrix(fif, node, kind).data
    fields = read_named_matrix(fif, node, Kind.INVERSE_FIELDS).data
    k, n = len(singular_values), len(whitener.names)
    if fields.shape != (k, n) or leads.shape[0] != k:
        have = f"it has {fields.shape} fields and {leads.shape} leads"
        raise fif.lacks(node, f"{k} fields of {n} channels and {k} leads, {have}")
    fif.check_numbers(node, "singular values", singular_values, least=0.0)
    fif.check_numbers(node, "fields", fields, least=-UNIT, most=UNIT)
    fif.check_numbers(node, "leads", leads)
    return singular_values, fields, leads, weighted


def _diagonal(fif: FifFile, node: Node, kind: int) -> Floats | None:
    """Variances of sources, or one of their priors."""
    block = covariance_block(fif, node, kind)
    if block is None:
        return None
    values = read_values(fif, block)
    fif.check_numbers(block, "variances and priors of sources", values, least=0.0)
    return values


def _given_prior(fif: FifFile, node: Node, n_columns: int) -> Floats | None:
    """The prior of fMRI or the user's own, one a column, where a file may have one a source."""
    values = _diagonal(fif, node, GIVEN)
    return np.repeat(values, 3) if values is not None and 3 * len(values) == n_columns else values


def write_inverse(path: str | Path, model: InverseModel, *, overwrite: bool = False) -> None:
    """Write an inverse operator; matrices are written in float32."""
    with writing(path, overwrite=overwrite) as writer, writer.block(Block.MNE):
        write_parents(writer, model.info, model.mri_to_head)
        write_projections(writer, model.info.projections)
        write_sources(writer, model.sources)
        with writer.block(Block.INVERSE_SOLUTION):
            _write_operator(writer, model)


def _write_operator(writer: Writer, model: InverseModel) -> None:
    whitener = model.whitener
    writer.integers(Kind.INCLUDED_METHODS, model.methods)
    writer.integers(Kind.COORD_FRAME, model.frame)
    if model.units is not None:
        writer.integers(Kind.INVERSE_SOURCE_UNIT, UNITS[model.units])
    writer.integers(Kind.SOURCE_ORIENTATION, FREE if model.free else FIXED)
    writer.integers(Kind.SOURCE_SPACE_NPOINTS, model.sources.n_sources)
    writer.integers(Kind.NCHAN, len(model.info.channels))
    writer.matrix(Kind.INVERSE_SOURCE_ORIENTATIONS, model.orientations)
    singular_values, fields, leads = padded_decomposition(model)
    writer.reals(Kind.INVERSE_SING, singular_values)
    eigen = None
    if not model.noise.diagonal:
        eigen = whitener.eigenvalues, whitener.eigenvectors
    write_covariance(writer, model.noise, eigen)
    for kind, values in (
        (SOURCE, model.source_variances),
        (DEPTH, model.depth_prior),
        (ORIENTATION, model.orientation_prior),
        (GIVEN, model.given_prior),
    ):
        if values is not None:
            with writer.block(Block.COV):
                write_values(writer, kind, values, degrees=1)
    names = tuple(model.info.names)
    rows = NamedMatrix(row_names=(), column_names=names, data=fields)
    write_named_matrix(writer, Kind.INVERSE_FIELDS, rows)
    kind = Kind.INVERSE_LEADS_WEIGHTED if model.leads_weighted else Kind.INVERSE_LEADS
    write_named_matrix(writer, kind, NamedMatrix(row_names=(), column_names=(), data=leads.T))
