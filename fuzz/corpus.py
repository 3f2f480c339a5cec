"""Sound files of every kind, a few kB each, made by leadfield's own writers."""

import gzip
import struct
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas as pd
import scipy

import leadfield
from leadfield.estimates.nifti import grid_of
from leadfield.fif.kinds import Block, Kind, Type
from leadfield.fif.reader import FifFile
from leadfield.fif.tags import HEADER
from leadfield.forward.bem import Shell, ShellKind, solve_bem
from leadfield.forward.fif.bem import write_bem_solution, write_bem_surfaces
from leadfield.forward.hdf5 import write_bem_hdf5
from leadfield.forward.openmeeg import OpenMeegModel
from leadfield.freesurfer.overlay import write_morph
from leadfield.freesurfer.surface import Surface, write_surface
from leadfield.io import write_fiducials, write_info
from leadfield.minimum_norm import make_inverse_operator, write_inverse_operator
from leadfield.morph.cortical import CorticalMorph
from leadfield.morph.registration import ImageGrid, Registration, RegistrationSettings
from leadfield.morph.volume_matrix import VolumePath, path_matrix
from leadfield.morph.volumes import VolumeMorph
from leadfield.numerics.mesh_sphere import icosahedron
from leadfield.numerics.sparse_rows import SparseRows
from leadfield.recording.channels import Channels
from leadfield.recording.compensation import Compensation
from leadfield.recording.frames import Frame, Transform
from leadfield.recording.info import DigitisedPoint, MeasurementInfo, OpaqueBlock, PointKind
from leadfield.recording.projection import AVERAGE_REFERENCE, FIELD, Projection
from leadfield.sources.space import LEFT, RIGHT, Sources, SourceSpace, SpaceKind, VolumeGrid

N_MEG, N_EEG, RATE = 8, 6, 100.0
SUBJECT = "tiny"
SURFACES = ("white", "pial", "inflated", "sphere", "sphere.reg")
SIDES = {"lh": (LEFT, -0.035), "rh": (RIGHT, 0.035)}
EVENTS = np.array([[20, 0, 1], [60, 0, 2], [100, 0, 1], [140, 0, 2], [180, 0, 1]])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sound:
    """A whole data set without fault, with which what damaged files gave is used."""

    folder: Path
    raw: leadfield.io.Raw
    epochs: leadfield.Epochs
    evoked: leadfield.Evoked
    noise: leadfield.Covariance
    sources: leadfield.SourceSpaces
    forward: leadfield.Forward
    inverse: leadfield.minimum_norm.InverseOperator
    estimate: leadfield.SourceEstimate


def make_corpus(folder: Path) -> Sound:
    """Write every file into a folder that is there; the data set they are of."""
    rng = np.random.default_rng(7)
    _write_subject(folder)
    info = leadfield.Info(_measurement())
    raw, epochs = _write_recordings(folder, info, rng)
    evokeds = [epochs[name].average() for name in ("a", "b")]
    leadfield.write_evokeds(folder / "a-ave.fif", evokeds)
    noise = leadfield.compute_covariance(epochs, tmax=0.0)
    noise.save(folder / "a-cov.fif")
    leadfield.make_ad_hoc_cov(epochs.info).save(folder / "diagonal-cov.fif")
    sources = leadfield.SourceSpaces(Sources(spaces=tuple(map(_surface_space, SIDES))))
    sources.save(folder / "a-src.fif")
    leadfield.SourceSpaces(Sources(spaces=(_volume_space(),))).save(folder / "vol-src.fif")
    forward = leadfield.make_forward_solution(
        epochs.info,
        leadfield.CoordinateTransform("head", "mri"),
        sources,
        leadfield.make_sphere_model((0.0, 0.0, 0.04), 0.09),
    )
    leadfield.write_forward_solution(folder / "a-fwd.fif", forward)
    inverse = make_inverse_operator(epochs.info, forward, noise, loose=0.2)
    write_inverse_operator(folder / "a-inv.fif", inverse)
    fixed = make_inverse_operator(epochs.info, forward, noise, fixed=True)
    write_inverse_operator(folder / "fixed-inv.fif", fixed)
    estimate = leadfield.minimum_norm.apply_inverse(evokeds[0], inverse)
    _write_estimates(folder, estimate)
    _write_heads(folder)
    _write_dipoles(folder)
    _write_small(folder, raw)
    for name in ("a_raw.fif", "a-cov.fif"):
        (folder / f"{name}.gz").write_bytes(gzip.compress((folder / name).read_bytes(), mtime=0))
    return Sound(
        folder=folder,
        raw=raw,
        epochs=epochs,
        evoked=evokeds[0],
        noise=noise,
        sources=sources,
        forward=forward,
        inverse=inverse,
        estimate=estimate,
    )


def _measurement() -> MeasurementInfo:
    """Magnetometers and electrodes around a head of 9 cm, a trigger channel, and an EOG."""
    n = N_MEG + N_EEG + 2
    i = np.arange(N_MEG + N_EEG)
    height = np.where(i < N_MEG, 0.9 - 1.1 * i / N_MEG, 0.9 - 0.9 * (i - N_MEG) / N_EEG)
    side, turn = np.sqrt(1 - height**2), 2.4 * i
    out = np.c_[side * np.cos(turn), side * np.sin(turn), height]
    across = np.cross(out, [0.3, 0.4, 0.5])
    across /= np.linalg.norm(across, axis=1)[:, None]
    places = np.zeros((n, 12))
    centre = np.array([0.0, 0.0, 0.04])
    places[: len(i)] = np.c_[centre + 0.12 * out, across, np.cross(out, across), out]
    places[N_MEG : len(i), :3] = centre + 0.09 * out[N_MEG:]
    places[N_MEG : len(i), 3:] = 0
    kinds = np.array([1] * N_MEG + [2] * N_EEG + [3, 202])
    names = [f"MEG {k:03}" for k in range(N_MEG)] + [f"EEG {k:03}" for k in range(N_EEG)]
    points = [DigitisedPoint(kind=PointKind.CARDINAL, ident=1, position=[-0.08, 0, 0], frame=4)]
    points += [
        DigitisedPoint(kind=PointKind.EEG, ident=k, position=places[N_MEG + k, :3], frame=4)
        for k in range(N_EEG)
    ]
    meg, eeg = tuple(names[:N_MEG]), tuple(names[N_MEG:])
    return MeasurementInfo(
        channels=Channels(
            names=[*names, "STI 014", "EOG"],
            kinds=kinds,
            coil_types=np.array([3024] * N_MEG + [1] * N_EEG + [0, 1]),
            units=np.array([112] * N_MEG + [107] * (N_EEG + 2)),
            unit_multipliers=np.zeros(n),
            cals=np.where(kinds == 3, 1.0, np.where(kinds == 1, 1e-13, 1e-7)),
            ranges=np.ones(n),
            locations=places,
            frames=np.where(kinds == 1, Frame.DEVICE, Frame.HEAD),
        ),
        sampling_rate=RATE,
        lowpass=40.0,
        line_frequency=50.0,
        bads=(meg[-1],),
        projections=(
            Projection(
                description="field of the room",
                kind=FIELD,
                active=False,
                channel_names=meg,
                vectors=np.full((1, N_MEG), N_MEG**-0.5),
                explained_variance=0.7,
            ),
            Projection(
                description="average reference",
                kind=AVERAGE_REFERENCE,
                active=False,
                channel_names=eeg,
                vectors=np.full((1, N_EEG), N_EEG**-0.5),
            ),
        ),
        compensations=(
            Compensation(
                kind=1,
                grade=1,
                row_names=meg[:2],
                column_names=meg[2:4],
                weights=np.full((2, 2), 0.1),
            ),
        ),
        device_to_head=_transform(Frame.DEVICE, Frame.HEAD),
        digitisation=tuple(points),
        measured_at=datetime(2024, 2, 3, 4, 5, 6, tzinfo=UTC),
        description="made up",
        opaque_blocks=(_separation(),),
    )


def _transform(source: int, target: int) -> Transform:
    return Transform(source=source, target=target, matrix=np.eye(4))


def _separation() -> OpaqueBlock:
    """The record of a signal-space separation that took nothing away."""
    numbers = {Kind.SSS_JOB: [1], Kind.SSS_ORD_IN: [2], Kind.SSS_COMPONENTS: [1] * 8}
    tags = tuple(
        (kind, Type.INT, struct.pack(f">{len(values)}i", *values))
        for kind, values in numbers.items()
    )
    record = OpaqueBlock(
        kind=Block.PROCESSING_RECORD,
        tags=((Kind.CREATOR, Type.STRING, b"nobody"),),
        children=(OpaqueBlock(kind=Block.SSS_INFO, tags=tags),),
    )
    return OpaqueBlock(kind=Block.PROCESSING_HISTORY, tags=(), children=(record,))


def _write_recordings(
    folder: Path, info: leadfield.Info, rng: np.random.Generator
) -> tuple[leadfield.io.Raw, leadfield.Epochs]:
    cals = info.value.channels.cals[:, None]
    data = rng.integers(-3000, 3000, (len(cals), 200)) * cals
    data[N_MEG + N_EEG] = 0
    for sample, _, number in EVENTS:
        data[N_MEG + N_EEG, sample : sample + 5] = number
    raw = leadfield.io.RawArray(data, info, first_samp=0)
    raw.set_annotations(
        leadfield.Annotations([0.5, 1.5], [0.1, 0.0], ["BAD blink", "edge"], raw.info["meas_date"])
    )
    saved = {"buffer_size_sec": 0.25, "overwrite": True}
    raw.copy().crop(0, 0.49).save(folder / "a_raw.fif", **saved)
    raw.copy().crop(0, 0.49).save(folder / "short_raw.fif", fmt="short", **saved)
    _insert_skip(folder / "short_raw.fif", folder / "skip_raw.fif")
    raw.copy().crop(0, 0.49).save(folder / "split_raw.fif", split_size=10_000, **saved)
    named = raw.copy().crop(0, 0.49).rename_channels({"EOG": "an electrode beside the eye"})
    named.save(folder / "named_raw.fif", **saved)
    raw.annotations.save(folder / "a-annot.fif")
    for ending in ("csv", "txt"):
        raw.annotations.save(folder / f"a-annot.{ending}")
    metadata = pd.DataFrame({"score": np.arange(5.0), "side": list("lrlrl")})
    epochs = leadfield.Epochs(
        raw,
        EVENTS,
        {"a": 1, "b": 2},
        tmin=-0.1,
        tmax=0.1,
        metadata=metadata,
        preload=True,
        reject={"eeg": 1.0},
        reject_by_annotation=False,
    )
    epochs.save(folder / "a-epo.fif")
    return raw, epochs


def _insert_skip(source: Path, target: Path) -> None:
    """The recording with two skipped buffers before its last one, and without a directory."""
    content = source.read_bytes()
    with FifFile(source) as fif:
        at = [tag.offset for tag in fif.tags if tag.kind == Kind.DATA_BUFFER][-1]
        pointer = next(tag.payload for tag in fif.tags if tag.kind == Kind.DIR_POINTER)
    skip = HEADER.pack(Kind.DATA_SKIP, Type.INT, 4, 0) + struct.pack(">i", 2)
    whole = bytearray(content[:at] + skip + content[at:])
    whole[pointer : pointer + 4] = struct.pack(">i", -1)
    target.write_bytes(whole)


def _mesh(side: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Unit vectors, places in m, and triangles of a little hemisphere."""
    unit, triangles = icosahedron(1)
    return unit, unit * [0.03, 0.05, 0.04] + [SIDES[side][1], 0, 0.05], triangles


def _write_subject(folder: Path) -> None:
    for part in ("surf", "label"):
        (folder / SUBJECT / part).mkdir(parents=True)
    for side in SIDES:
        unit, places, triangles = _mesh(side)
        for name in SURFACES:
            vertices = 100 * unit if "sphere" in name else 1e3 * places
            surface = Surface(vertices=vertices, triangles=triangles)
            write_surface(folder / SUBJECT / "surf" / f"{side}.{name}", surface)
        write_morph(folder / SUBJECT / "surf" / f"{side}.curv", unit[:, 0])
        labels = [
            leadfield.Label(np.arange(20), hemi=side, name=f"front-{side}"),
            leadfield.Label(np.arange(20, 30), hemi=side, name=f"back-{side}"),
        ]
        leadfield.write_labels_to_annot(
            labels,
            SUBJECT,
            annot_fname=folder / SUBJECT / "label" / f"{side}.parts.annot",
            subjects_dir=folder,
        )


def _surface_space(side: str) -> SourceSpace:
    unit, places, triangles = _mesh(side)
    vertices = np.arange(1, 42, 8)
    apart = scipy.spatial.distance_matrix(places, places)
    near = apart[:, vertices].argmin(axis=1)
    return SourceSpace(
        kind=SpaceKind.SURFACE,
        positions=places,
        normals=unit,
        vertices=vertices,
        surface=SIDES[side][0],
        triangles=triangles,
        nearest=vertices[near],
        nearest_distances=apart[:, vertices].min(axis=1),
        distances=scipy.sparse.csr_array(np.where(apart < 0.03, apart, 0)),
        distance_limit=0.03,
        subject=SUBJECT,
    )


def _volume_space() -> SourceSpace:
    places = 0.02 * np.indices((3, 3, 2)).reshape(3, -1).T
    grid = Transform(source=Frame.MRI_VOXEL, target=Frame.MRI, matrix=np.diag([0.02] * 3 + [1]))
    return SourceSpace(
        kind=SpaceKind.VOLUME,
        positions=places,
        normals=np.tile([0.0, 0, 1], (18, 1)),
        vertices=np.arange(0, 18, 2),
        grid=VolumeGrid(
            shape=(3, 3, 2),
            neighbours=np.full((18, 26), -1),
            grid_to_mri=grid,
            voxel_to_mri=grid,
            mri_to_ras=_transform(Frame.MRI, Frame.RAS),
            interpolator=scipy.sparse.eye_array(18, format="csr"),
            mri_shape=(3, 3, 2),
        ),
        subject=SUBJECT,
    )


def volume_morph() -> VolumeMorph:
    """A morph along a warp from sources in a volume to themselves."""
    space = _volume_space()
    image = ImageGrid(shape=(3, 4, 3), to_scanner=np.diag([20.0, 20, 20, 1]))
    warp = np.full((3, 4, 3, 3), 2.0, np.float32)
    path = VolumePath(
        grid=grid_of(space),
        registration=Registration(
            moved=image, onto=image, affine=np.eye(4), warp=warp, warp_back=-warp
        ),
        settings=RegistrationSettings(sizes=(20.0,) * 3, affine_iterations=(3,)),
        target=ImageGrid(shape=(3, 3, 2), to_scanner=np.diag([20.0, 20, 20, 1])),
    )
    return VolumeMorph(
        matrix=path_matrix(path, space.vertices, space.vertices),
        vertices_from=(space.vertices,),
        vertices_to=(space.vertices,),
        subject_from=SUBJECT,
        subject_to=SUBJECT,
        path=path,
    )


def _write_estimates(folder: Path, estimate: leadfield.SourceEstimate) -> None:
    estimate.save(folder / "a")
    estimate.copy().crop(0, 0).save(folder / "b", ftype="w")
    vertices = [np.array([1, 4, 9])]
    volume = leadfield.VolSourceEstimate(estimate.data[:3], vertices, 0, 0.01, SUBJECT)
    volume.save(folder / "a-vl.stc")
    for name, one in (("a", estimate), ("vol", volume)):
        one.save(folder / f"{name}-stc.h5", ftype="h5")
    everything = tuple(np.arange(42) for _ in SIDES)
    every = scipy.sparse.csr_array(np.eye(84)[:, np.concatenate(estimate.vertices)])
    morph = CorticalMorph(
        matrix=SparseRows.of(every),
        vertices_from=tuple(estimate.vertices),
        vertices_to=everything,
        subject_from=SUBJECT,
        subject_to=SUBJECT,
    )
    for name, one in (("a", morph), ("vol", volume_morph())):
        leadfield.SourceMorph(one).save(folder / f"{name}-morph.h5")


def _write_heads(folder: Path) -> None:
    vertices, triangles = icosahedron(1)
    kinds = (ShellKind.INNER_SKULL, ShellKind.OUTER_SKULL, ShellKind.HEAD)
    shells = [
        Shell(kind=kind, conductivity=sigma, vertices=radius * vertices, triangles=triangles)
        for kind, sigma, radius in zip(kinds, (0.3, 0.006, 0.3), (0.08, 0.085, 0.09), strict=True)
    ]
    write_bem_surfaces(folder / "a-bem.fif", shells, overwrite=False)
    write_bem_solution(folder / "a-bem-sol.fif", solve_bem(shells[:1]), overwrite=False)
    write_bem_hdf5(folder / "a-bem-sol.h5", solve_bem(shells[:1]), overwrite=False)
    nested = tuple(shells[::-1])
    n = sum(len(one.vertices) for one in nested) + sum(len(one.triangles) for one in nested[1:])
    symmetric = OpenMeegModel(shells=nested, solution=np.arange(n * (n + 1) // 2) / n)
    write_bem_solution(folder / "symmetric-bem-sol.fif", symmetric, overwrite=False)


def _write_dipoles(folder: Path) -> None:
    dipole = leadfield.Dipole(
        [0.1, 0.11],
        [[0.0, 0.02, 0.06], [0.01, 0.02, 0.05]],
        [1e-8, 2e-8],
        [[1.0, 0, 0], [0, 1, 0]],
        [90, 95],
        "tone",
        {name: [1e-9, 2e-9] for name in ("vol", "depth", "long", "trans", "qlong", "qtrans")},
        [10.0, 20.0],
        [7, 8],
    )
    for ending in ("dip", "bdip"):
        dipole.save(folder / f"a.{ending}")
    info = leadfield.create_info(["dip 01", "goodness"], 100.0, ["dipole", "gof"])
    courses = np.array([[1e-8, 2e-8, 3e-8], [80, 90, 95]])
    leadfield.DipoleFixed(info, courses, [0.1, 0.11, 0.12], 20, 200).save(folder / "a-dip.fif")


def _write_small(folder: Path, raw: leadfield.io.Raw) -> None:
    write_info(folder / "a-info.fif", raw.info)
    leadfield.write_proj(folder / "a-proj.fif", raw.info["projs"])
    leadfield.write_trans(folder / "a-trans.fif", leadfield.CoordinateTransform("head", "mri"))
    points = [{"kind": 1, "ident": k, "r": [0.08 * k, 0.1, 0]} for k in (1, 2, 3)]
    write_fiducials(folder / "a-fiducials.fif", points, "mri")
    for ending in (".fif", ".eve"):
        leadfield.write_events(folder / f"a-eve{ending}", EVENTS)
    leadfield.Label(np.arange(9), np.zeros((9, 3)), np.ones(9), "lh").save(folder / "a-lh.label")
    (folder / "bads.txt").write_text("MEG 001\nEEG 003\n", "utf-8")
    (folder / "channels.tsv").write_text(
        "name\ttype\tunits\tstatus\nMEG 001\tMEGMAG\tT\tbad\nEEG 003\tMISC\tV\tgood\n"
    )
    (folder / "events.tsv").write_text(
        "onset\tduration\ttrial_type\tvalue\tkey\n0.5\t0\ta\t1\tleft\n1.25\tn/a\tb\t2\tn/a\n"
    )
    (folder / "coordsystem.json").write_text(
        '{"MEGCoordinateUnits": "mm", "AnatomicalLandmarkCoordinates": '
        '{"LPA": [-80, 0, 0], "NAS": [0, 100, 0], "RPA": [80, 0, 0]}}\n'
    )
    (folder / "talairach.xfm").write_text(
        "MNI Transform File\nLinear_Transform =\n1 0 0 0\n0 1 0 0\n0 0 1 0;\n", "utf-8"
    )
    sizes = struct.pack(">7i", 1, 256, 256, 256, 1, 3, 1)
    geometry = struct.pack(">h15f", 1, 1, 1, 1, -1, 0, 0, 0, 0, -1, 0, 1, 0, 0, 0, 0)
    (folder / "orig.mgz").write_bytes(gzip.compress(sizes + geometry + bytes(100), mtime=0))
    sizes = struct.pack(">7i", 1, 3, 4, 5, 1, 4, 0)
    image = (sizes + geometry).ljust(284, b"\0") + bytes(range(120))
    (folder / "aseg.mgh").write_bytes(image)
    (folder / "aseg.mgz").write_bytes(gzip.compress(image, mtime=0))
    (folder / "lut.txt").write_text("#No. Name R G B A\n0 Unknown 0 0 0 0\n17 One 220 216 20 0\n")
