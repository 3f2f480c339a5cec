"""Forward solutions read from FIF files."""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.checks import listed
from leadfield.base.errors import FormatError, InputError
from leadfield.base.log import LOGGER
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.named_matrix import find_named_matrix, read_named_matrix
from leadfield.fif.reader import FifFile
from leadfield.fif.tree import Node
from leadfield.forward.fif.parent_blocks import read_long_names, read_mri_to_head, read_parent_info
from leadfield.forward.model import FIXED, FREE, ForwardModel, cartesian_axes
from leadfield.recording.frames import Frame, frame_name
from leadfield.sources.fif import read_sources

METHODS = {1: "MEG", 2: "EEG"}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SensorKindSolution:
    """The lead field (n_channels, n_columns) of one kind of sensors, MEG or EEG."""

    method: int
    frame: int
    orientation: int
    n_sources: int
    names: tuple[str, ...]
    leadfield: Floats
    gradient: Floats | None

    def __post_init__(self) -> None:
        lock_arrays(self)


def read_forward(fif: FifFile) -> ForwardModel:
    """The forward model of a file, MEG before EEG, sources in the model's frame."""
    try:
        return _read(fif)
    except InputError as error:
        problem = f"a forward solution must be consistent ({error})"
        raise FormatError(fif.path, problem) from error


def _read(fif: FifFile) -> ForwardModel:
    blocks = fif.tree.find(Block.FORWARD_SOLUTION)
    if not blocks:
        fif.block(Block.FORWARD_SOLUTION)  # raises: it names what the file has instead
    solutions = sorted((_read_solution(fif, block) for block in blocks), key=lambda one: one.method)
    if len({one.method for one in solutions}) != len(solutions):
        raise fif.lacks(blocks[-1], "a forward solution of a kind that did not come before")
    mri_to_head = read_mri_to_head(fif)
    sources = read_sources(fif).moved(mri_to_head.between(*_into_frame(solutions[0].frame)))
    joined = _joined(fif, blocks[-1], solutions)
    if joined.n_sources != sources.n_sources:
        problem = f"as many sources as its source spaces, {sources.n_sources}"
        raise fif.lacks(blocks[0], f"{problem}: it has {joined.n_sources}")
    free = joined.orientation == FREE
    info, full_names = read_parent_info(fif), read_long_names(fif)
    names = [full_names.get(name, name) for name in joined.names]
    info = info.pick(info.channels.indices(names, what="the parent recording"))
    model = ForwardModel(
        info=info,
        leadfield=joined.leadfield,
        gradient=joined.gradient,
        sources=sources,
        free=free,
        surface_oriented=not free,
        orientations=cartesian_axes(sources.n_sources) if free else sources.normals,
        frame=joined.frame,
        mri_to_head=mri_to_head,
    )
    _log_summary(model, solutions)
    return model


def _into_frame(frame: int) -> tuple[int, int]:
    """Source and target of the transform that brings sources into ``frame``."""
    return (Frame.HEAD, Frame.MRI) if frame == Frame.MRI else (Frame.MRI, Frame.HEAD)


def _read_solution(fif: FifFile, node: Node) -> SensorKindSolution:
    method = fif.integer(node, Kind.INCLUDED_METHODS)
    orientation = fif.integer(node, Kind.SOURCE_ORIENTATION)
    frame = fif.integer(node, Kind.COORD_FRAME)
    count = fif.integer(node, Kind.SOURCE_SPACE_NPOINTS)
    if method not in METHODS:
        raise fif.lacks(node, f"sensors of kind 1 (MEG) or 2 (EEG), it has {method}")
    if orientation not in {FIXED, FREE}:
        raise fif.lacks(node, f"orientation 1 (fixed) or 2 (free), it has {orientation}")
    if frame not in {Frame.HEAD, Frame.MRI}:
        raise fif.lacks(node, f"HEAD or MRI coordinates, it has {frame_name(frame)}")
    # Files hold the transpose: one line a column of the lead field.
    lines = read_named_matrix(fif, node, Kind.FORWARD_SOLUTION)
    n_columns = count * (3 if orientation == FREE else 1)
    channels = fif.integer(node, Kind.NCHAN)
    names = lines.column_names
    if lines.data.shape != (n_columns, channels) or len(names) != channels:
        have = f"it has {' x '.join(map(str, lines.data.shape))} and {len(names)} names"
        raise fif.lacks(node, f"a {n_columns} x {channels} matrix and its names, {have}")
    if lines.data.dtype.kind != "f":
        raise fif.lacks(node, f"real numbers, it has {lines.data.dtype}")
    fif.check_numbers(node, "fields of sources", lines.data)
    gradient = None
    if find_named_matrix(node, Kind.FORWARD_SOLUTION_GRAD) is not None:
        transposed = read_named_matrix(fif, node, Kind.FORWARD_SOLUTION_GRAD).data
        if transposed.shape != (3 * n_columns, channels):
            raise fif.lacks(
                node, f"a {3 * n_columns} x {channels} gradient, it has {transposed.shape}"
            )
        fif.check_numbers(node, "gradients of fields", transposed)
        gradient = transposed.T.reshape(channels, n_columns, 3)
    return SensorKindSolution(
        method=method,
        frame=frame,
        orientation=orientation,
        n_sources=count,
        names=names,
        leadfield=lines.data.T,
        gradient=gradient,
    )


def _joined(fif: FifFile, node: Node, solutions: list[SensorKindSolution]) -> SensorKindSolution:
    """MEG and EEG as one."""
    if len(solutions) == 1:
        return solutions[0]
    kinds = {(one.frame, one.orientation, one.n_sources) for one in solutions}
    gradients = [one.gradient for one in solutions if one.gradient is not None]
    if len(kinds) > 1 or len(gradients) not in {0, len(solutions)}:
        raise fif.lacks(node, f"what fits the other: frame, orientation, sources are {kinds}")
    # Side by side as in the file, so that a column's channels stay neighbours in memory.
    lines = np.concatenate([one.leadfield.T for one in solutions], axis=1)
    first = solutions[0]
    return SensorKindSolution(
        method=3,
        frame=first.frame,
        orientation=first.orientation,
        n_sources=first.n_sources,
        names=sum((one.names for one in solutions), ()),
        leadfield=lines.T,
        gradient=np.concatenate(gradients) if gradients else None,
    )


def _log_summary(model: ForwardModel, solutions: list[SensorKindSolution]) -> None:
    spaces = listed([s.n_sources for s in model.sources.spaces])
    LOGGER.info("    %s source spaces of %s sources", len(model.sources.spaces), spaces)
    for one in solutions:
        LOGGER.info(
            "    %s: %s sources, %s channels, %s orientations",
            METHODS[one.method],
            one.n_sources,
            len(one.names),
            "free" if one.orientation == FREE else "fixed",
        )
    LOGGER.info("    sources are in %s coordinates", frame_name(model.frame))
