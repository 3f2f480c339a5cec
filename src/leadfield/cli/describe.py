"""Contents of a FIF file, one section for each kind of data."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from leadfield.base.checks import listed
from leadfield.cli.description import Description, Lines
from leadfield.covariance.fif import read_covariance
from leadfield.epochs.fif.evoked import read_evokeds
from leadfield.fif.kinds import Block, Kind, kind_name
from leadfield.fif.reader import FifFile
from leadfield.forward.fif.bem import read_bem_surfaces
from leadfield.forward.fif.read_forward import read_forward
from leadfield.inverse.fif import read_inverse
from leadfield.recording.fif.info import read_info
from leadfield.recording.fif.positions import load_transforms
from leadfield.recording.fif.read_raw import open_raw
from leadfield.recording.frames import frame_name
from leadfield.recording.info import MeasurementInfo
from leadfield.sources.fif import read_sources
from leadfield.sources.space import Sources

FIRST_RAW_GRADE = 100
COVARIANCES = {1: "noise", 2: "source", 3: "fMRI prior", 5: "depth prior", 6: "orientation prior"}


def describe_fif(path: Path, *, tree: bool = False) -> Description:
    """What a FIF file holds; ``tree`` adds its blocks and tags."""
    sections: dict[str, Lines] = {}
    with FifFile(path) as file:
        kinds = [node.kind for node in file.tree.walk()]
        for kind, (title, describe_section) in SECTIONS.items():
            # Blocks that belong to others are described with them.
            if kind in kinds and not any(k in kinds for k in PART_OF.get(kind, ())):
                sections.setdefault(title, []).extend(describe_section(file))
        if not sections:
            blocks = sorted({kind_name(Block, kind) for kind in kinds[1:]})
            sections["Blocks"] = [", ".join(blocks) or "none"]
        if tree:
            sections["Tree"] = _tree(file)
        cut = ["the file is truncated: its end is missing"] if file.cut else []
        head = f"{file.source.size:,} bytes, {len(file.tags)} tags"
    return Description(name=path.name, head=head, warnings=cut, sections=sections)


def _recording(file: FifFile) -> Lines:
    info = read_info(file)
    counts = Counter(info.channels.types)
    types = ", ".join(f"{n} {kind}" for kind, n in counts.items())
    lines = [
        f"{len(info.channels)} channels: {types}",
        f"bad: {listed(info.bads, 20) if info.bads else 'none'}",
        f"{info.sampling_rate:g} Hz, filtered {info.highpass:g} to {info.lowpass or 0:g} Hz",
    ]
    if info.measured_at is not None:
        lines.append(f"measured {info.measured_at:%Y-%m-%d %H:%M:%S}")
    lines += _corrections(info)
    transform = info.device_to_head
    lines.append(f"head position: {'known' if transform is not None else 'not known'}")
    lines.append(f"{len(info.digitisation)} digitised points")
    return lines


def _corrections(info: MeasurementInfo) -> Lines:
    """Projections, compensation and signal-space separation."""
    lines = []
    for one in info.projections:
        state = "applied" if one.active else "not applied"
        lines.append(f"projection {one.description!r}: {len(one.vectors)} vectors, {state}")
    if info.compensations:
        # Files also hold each grade's uncalibrated twin, under its raw number.
        grades = sorted({one.grade for one in info.compensations if one.grade < FIRST_RAW_GRADE})
        has = ", ".join(map(str, grades)) or "no weights"
        lines.append(f"gradient compensation: in grade {info.compensation_grade}, has {has}")
    lines += [f"signal-space separation: {step.degrees} components" for step in info.history]
    return lines


def _raw(file: FifFile) -> Lines:
    raw = open_raw(file.path, allow_maxshield="yes", on_split_missing="warn")
    rate = raw.info.sampling_rate
    start, stop = raw.first_sample / rate, (raw.first_sample + raw.n_samples - 1) / rate
    lines = [
        f"{raw.n_samples:,} samples, {raw.n_samples / rate:.3f} s ({start:.3f} to {stop:.3f} s)",
        f"{len(raw.files)} file{'s' * (len(raw.files) > 1)}, stored as {raw.sample_format}",
    ]
    if raw.annotations:
        lines.append(f"{len(raw.annotations)} annotations")
    return lines


def _evoked(file: FifFile) -> Lines:
    responses = read_evokeds(file.path, shielded="yes")
    return [
        f"{one.comment!r}: {one.kind.replace('_', ' ')} of {one.nave:g}, "
        f"{one.times[0]:.3f} to {one.times[-1]:.3f} s, {one.data.shape[1]} samples"
        for one in responses
    ]


def _covariance(file: FifFile) -> Lines:
    lines = []
    for node in file.tree.find(Block.COV):
        noise = read_covariance(file, node)
        shape = "diagonal" if noise.diagonal else "full"
        what = COVARIANCES.get(noise.kind, f"kind {noise.kind}")
        lines.append(f"{what}: {len(noise.names)} channels, {shape}, {noise.degrees} samples")
        if noise.method:
            lines.append(f"  estimated by {noise.method}")
    return lines


def _forward(file: FifFile) -> Lines:
    model = read_forward(file)
    counts = Counter(model.channels.types)
    types = ", ".join(f"{n} {kind}" for kind, n in counts.items())
    orientation = "free orientation" if model.free else "fixed orientation"
    return [
        f"{len(model.channels)} channels: {types}",
        f"{model.sources.n_sources} sources, {orientation}, in {frame_name(model.frame)} frame",
        *_spaces(model.sources),
    ]


def _inverse(file: FifFile) -> Lines:
    model = read_inverse(file.path)
    orientation = "free or loose orientation" if model.free else "fixed orientation"
    return [
        f"{len(model.info.channels)} channels, rank {len(model.singular_values)}",
        f"{model.sources.n_sources} sources, {orientation}, for {model.nave:g} averages",
        f"depth weighting: {'yes' if model.depth_prior is not None else 'no'}",
        *_spaces(model.sources),
    ]


def _spaces(sources: Sources) -> Lines:
    return [
        f"{one.hemisphere or one.kind.name.lower()}: {one.n_sources} sources of "
        f"{len(one.positions)} points"
        for one in sources.spaces
    ]


def _source_spaces(file: FifFile) -> Lines:
    sources = read_sources(file)
    subject = f"subject {sources.subject!r}, " if sources.subject else ""
    return [f"{subject}in {frame_name(sources.frame)} frame", *_spaces(sources)]


def _events(file: FifFile) -> Lines:
    lines = []
    for node in file.tree.find(Block.MNE_EVENTS):
        table = file.integers(node, Kind.MNE_EVENT_LIST).reshape(-1, 3)
        counts = Counter(table[:, 2].tolist())
        lines.append(
            f"{len(table)} events: " + ", ".join(f"{n} x {c}" for c, n in sorted(counts.items()))
        )
    return lines


def _shells(file: FifFile) -> Lines:
    lines = [
        f"{shell.kind.name.lower().replace('_', ' ')}: {len(shell.vertices)} vertices, "
        f"{len(shell.triangles)} triangles"
        for shell in read_bem_surfaces(file.path)
    ]
    solved = any(node.tag(Kind.BEM_POT_SOLUTION) for node in file.tree.find(Block.BEM))
    return [*lines, f"solution: {'yes' if solved else 'no'}"]


def _positions(file: FifFile) -> Lines:
    lines = [
        f"{frame_name(one.source)} to {frame_name(one.target)}"
        for one in load_transforms(file.path)
    ]
    points = sum(len(node.all(Kind.DIG_POINT)) for node in file.tree.walk())
    return [*lines, *([f"{points} digitised points"] if points else [])]


def _projections(file: FifFile) -> Lines:
    return [
        f"{file.text(node, Kind.NAME, file.text(node, Kind.DESCRIPTION, 'no name'))}: "
        f"{file.integer(node, Kind.PROJ_ITEM_NVEC)} vectors"
        for node in file.tree.find(Block.PROJ_ITEM)
    ]


def _tree(file: FifFile) -> Lines:
    """Blocks and their tags, nested."""
    lines: Lines = []
    waiting = [(child, 1) for child in reversed(file.tree.children)]
    while waiting:
        node, depth = waiting.pop()
        counts = Counter(tag.label for tag in node.tags)
        tags = ", ".join(name if n == 1 else f"{name} x {n}" for name, n in counts.items())
        lines.append(f"{'  ' * depth}{node.name}: {tags or 'no tags'}")
        waiting += [(child, depth + 1) for child in reversed(node.children)]
    return lines


SECTIONS: dict[int, tuple[str, Callable[[FifFile], Lines]]] = {
    Block.MEAS_INFO: ("Recording", _recording),
    Block.RAW_DATA: ("Raw samples", _raw),
    Block.CONTINUOUS_DATA: ("Raw samples", _raw),
    Block.IAS_RAW_DATA: ("Raw samples, with active shielding", _raw),
    Block.EVOKED: ("Evoked responses", _evoked),
    Block.COV: ("Covariance", _covariance),
    Block.FORWARD_SOLUTION: ("Forward solution", _forward),
    Block.INVERSE_SOLUTION: ("Inverse operator", _inverse),
    Block.SOURCE_SPACE: ("Source spaces", _source_spaces),
    Block.MNE_EVENTS: ("Events", _events),
    Block.BEM: ("Boundary-element model", _shells),
    Block.PROJ: ("Projections", _projections),
    Block.ISOTRAK: ("Positions", _positions),
}
PART_OF: dict[int, tuple[int, ...]] = {
    Block.COV: (Block.INVERSE_SOLUTION,),
    Block.SOURCE_SPACE: (Block.INVERSE_SOLUTION, Block.FORWARD_SOLUTION),
    Block.PROJ: (Block.MEAS_INFO, Block.COV, Block.INVERSE_SOLUTION),
    Block.ISOTRAK: (Block.MEAS_INFO, Block.FORWARD_SOLUTION, Block.INVERSE_SOLUTION),
    Block.MEAS_INFO: (Block.INVERSE_SOLUTION, Block.FORWARD_SOLUTION),
}
