"""What tests share: recordings real and simulated, two little brains, little inverses."""

import errno
import os
import shutil
import traceback
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import nibabel
import numpy as np
import pytest
import scipy
from PIL import Image

import leadfield
from leadfield.base.errors import LeadfieldError, WriteError
from leadfield.base.hidden_files import HiddenFile
from leadfield.base.log import LOGGER, log_level
from leadfield.covariance.noise import NoiseCovariance
from leadfield.datasets import simulated, template
from leadfield.doctor.examination import Examination, Unchecked
from leadfield.doctor.finding import Finding
from leadfield.estimates.source_courses import SourceAxes, SourceCourses
from leadfield.forward.model import ForwardModel
from leadfield.freesurfer.overlay import write_morph
from leadfield.freesurfer.surface import Surface, write_surface
from leadfield.group.label_table import LabelRow
from leadfield.group.member import FailedMember, Member
from leadfield.group.outliers import FactSpread
from leadfield.group.peaks import GroupPeak
from leadfield.group.shared_findings import SharedFinding
from leadfield.group.template import TemplateCortex, read_template
from leadfield.inverse.make import make_inverse
from leadfield.inverse.orientation_prior import loose_by_kind
from leadfield.inverse.source_prior import SourcePrior
from leadfield.numerics.mesh_sphere import icosahedron
from leadfield.recording.channels import Channels
from leadfield.recording.create import create_measurement_info
from leadfield.recording.frames import Frame, Transform
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projection import FIELD, Projection
from leadfield.report.group_values import GroupReport, ReportedMap, SubjectPictures
from leadfield.report.values import (
    Picture,
    Report,
    ReportedCondition,
    ReportedNoise,
    ReportedPeak,
    ReportedRecording,
    ReportedTrials,
)
from leadfield.scene.colours import make_colour_table, signed_colormap
from leadfield.scene.limits import Limits
from leadfield.scene.smoothing import iterated_smoothing
from leadfield.sources.space import LEFT, RIGHT, Sources, SourceSpace, SpaceKind
from leadfield.web.colours import map_colours
from leadfield.web.content import PageContent, PageHemisphere, PageMap, SampleTimes
from leadfield.web.quantity import PageQuantity
from leadfield.whitening.baseline_noise import BaselineNoise

LEVEL = LOGGER.level
SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder of small real recordings; tests that ask for it skip without one."""
    folder = SHARED / "data"
    if not folder.is_dir():
        pytest.skip("the shared recordings are not here")
    return folder


@pytest.fixture(scope="session")
def common_folder(tmp_path_factory) -> Path:
    """A folder that all workers of a test run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def experiment(common_folder) -> Path:
    """The simulated experiment, made once for all workers."""
    return simulated.data_path(common_folder)


@pytest.fixture(scope="session")
def study(common_folder) -> Path:
    """A simulated study of three subjects, of whom the third has a broken recording."""
    return simulated.study_path(common_folder, n_subjects=3)


@pytest.fixture(autouse=True, scope="session")
def _without_a_display() -> None:
    """Draw without a window, whatever the machine has."""
    import matplotlib as mpl

    mpl.use("agg")


@pytest.fixture(autouse=True)
def _the_same_log_level() -> Iterator[None]:
    """Let no test, nor what several share, leave leadfield quieter or louder than it was."""
    LOGGER.setLevel(LEVEL)
    yield
    LOGGER.setLevel(LEVEL)


@pytest.fixture(scope="session")
def little_subjects(tmp_path_factory) -> Path:
    """FreeSurfer folder with "ann" and "ben": irregular meshes of 500 to 650 vertices."""
    folder = tmp_path_factory.mktemp("subjects")
    rng = np.random.default_rng(5)
    for subject, size in (("ann", 500), ("ben", 600)):
        surf = folder / subject / "surf"
        surf.mkdir(parents=True)
        for hemisphere, n, side in (("lh", size, -1), ("rh", size + 50, 1)):
            points = rng.standard_normal((n, 3))
            points /= np.linalg.norm(points, axis=1)[:, None]
            triangles = scipy.spatial.ConvexHull(points).simplices
            a, b, c = (points[triangles[:, i]] for i in range(3))
            inward = np.einsum("ij,ij->i", np.cross(b - a, c - a), a) < 0
            triangles[inward] = triangles[inward, ::-1]
            bumps = 1 + 0.2 * np.sin(7 * points[:, [1]]) * np.cos(5 * points[:, [2]])
            places = {
                "white": points * bumps * [30, 60, 40] + [side * 35, 0, 0],
                "sphere": 100 * points,
                "sphere.reg": 100 * points,
                "sphere.left_right": 100 * points * [side, 1, 1],
            }
            for name, vertices in places.items():
                mesh = Surface(vertices=vertices, triangles=triangles)
                write_surface(surf / f"{hemisphere}.{name}", mesh)
            write_morph(surf / f"{hemisphere}.curv", bumps[:, 0] - 1)
    return folder


@pytest.fixture(scope="session")
def little_brains(little_subjects, tmp_path_factory) -> Path:
    """The same subjects with images of 8 mm voxels, ben's turned, shrunk and bent."""
    folder = tmp_path_factory.mktemp("brains") / "subjects"
    shutil.copytree(little_subjects, folder)
    to_scanner = np.array([[-8.0, 0, 0, 125], [0, 0, 8, -110], [0, -8, 0, 117], [0, 0, 0, 1]])
    x, y, z = np.meshgrid(*[np.arange(32.0) - 16] * 3, indexing="ij")
    turn = np.array([[1.1, 0.08, 0], [-0.05, 0.95, 0.1], [0.02, -0.1, 1.05]])
    bent = np.tensordot(turn, [x + np.sin(y / 4), y + np.sin(z / 5), z], 1)
    places = {
        "ann": (np.array([x, y, z]), 0),
        "ben": (bent + np.reshape([1, -1, 0.5], (3, 1, 1, 1)), 5),
    }
    for name, ((a, b, c), shift) in places.items():
        home = folder / name / "mri"
        (home / "transforms").mkdir(parents=True)
        inside = (a / 9) ** 2 + (b / 8) ** 2 + (c / 11) ** 2 < 1
        values = inside * (120 + 60 * np.sin(a / 2) * np.cos(b / 3) + 40 * np.sin(c / 2))
        for file in ("brain.mgz", "T1.mgz", "orig.mgz"):
            nibabel.save(nibabel.MGHImage(values.astype(np.uint8), to_scanner), home / file)
        (home / "transforms" / "talairach.xfm").write_text(
            f"Linear_Transform =\n1 0 0 {shift}\n0 1 0 0\n0 0 1 0;\n"
        )
    return folder


def _space(rng, kind, n, surface=-1):
    """Every other of 2 n points."""
    normals = rng.standard_normal((2 * n, 3))
    return SourceSpace(
        kind=kind,
        positions=rng.random((2 * n, 3)),
        normals=normals / np.linalg.norm(normals, axis=1, keepdims=True),
        vertices=np.arange(1, 2 * n, 2),
        frame=Frame.HEAD,
        surface=surface,
        subject="ann",
    )


def _sources(rng, kind, n):
    left = _space(rng, SpaceKind.SURFACE, n, LEFT)
    right = _space(rng, SpaceKind.SURFACE, n + 1, RIGHT)
    grid = _space(rng, SpaceKind.VOLUME, n)
    spaces = {"surface": (left, right), "volume": (grid,), "mixed": (left, right, grid)}
    return Sources(spaces=spaces[kind])


@pytest.fixture(scope="session")
def little_report():
    """Function that makes a report of one condition on a ball, with other values if given."""

    def make(name="left", **others):
        picture = BytesIO()
        Image.new("RGB", (60, 40), "white").save(picture, "PNG")
        shown = Picture(png=picture.getvalue(), width=600, description=f"picture of {name}")
        baseline = BaselineNoise(
            kind="mag",
            rank=99,
            n_samples=31,
            n_independent=12.0,
            size=1.01,
            expected=(0.94, 1.06),
            inside=0.951,
        )
        condition = ReportedCondition(
            name=name,
            verdict="a response (p = 0.005)",
            nothing=False,
            code=1,
            events=12,
            nave=9,
            explained=53.3,
            responses=(shown,),
            whitened=shown,
            baseline=(baseline,),
        )
        peak = ReportedPeak(
            condition=name,
            hemisphere="left",
            vertex=40,
            time=0.1,
            value=17.85,
            surface_ras_mm=(-37.5, -26.1, -0.1),
            mni_mm=None,
            label="insula-lh",
        )
        values = {
            "title": f"ann: {name}",
            "subject": "ann",
            "method": "dSPM",
            "quantity": "dSPM",
            "recording": ReportedRecording(
                path=f"/data/{name}_raw.fif",
                duration=278.0,
                sampling_rate=150.15,
                passband=(0.1, 40.0),
                channels={"grad": 203, "mag": 102},
                bads=(name,),
                events=shown,
            ),
            "trials": ReportedTrials(total=12, dropped=3, reasons={name: 3}, picture=shown),
            "conditions": (condition,),
            "peaks": (peak,),
            "noise": ReportedNoise(
                rank=302,
                ranks={"grad": (203, 203), "mag": (99, 102)},
                chosen="shrunk",
                tried=("shrunk", "empirical"),
                log_likelihood=-1353.6,
                degrees=7408,
                pictures=(shown,),
            ),
            "inverse": (("Method", "dSPM"),),
            "versions": {"leadfield": "0.1.0"},
            "command": ("leadfield", "localize", f"/data/{name}_raw.fif", "--event", f"{name}=1"),
            "files": (f"{name}-ave.fif",),
            "brain": _ball(name),
            "examination": _examination(name),
        }
        return Report(**{**values, **others})

    return make


@pytest.fixture(scope="session")
def little_group_report():
    """Function that makes a report of a group with a map on a ball, with other values if given."""

    def make(name="deviant", **others):
        picture = BytesIO()
        Image.new("RGB", (60, 40), "white").save(picture, "PNG")
        shown = Picture(png=picture.getvalue(), width=120, description=f"map of {name}")
        peak = GroupPeak(
            hemisphere="lh",
            vertex=40,
            sample=25,
            time=0.15,
            value=8.86,
            mni_mm=(-53.2, -17.9, 4.7),
            label=f"transversetemporal {name}-lh",
        )
        row = LabelRow(
            subject=name,
            condition=name,
            label=f"insula {name}-lh",
            mean=1.25,
            peak=-3.5e-11,
            latency=0.12,
            x=None,
            y=None,
            z=None,
            unit="A·m",
        )
        spread = FactSpread(
            fact="SNR (of a trial)",
            median=2.9,
            spread=0.31,
            values={name: 0.4, "02": 2.9},
            distances={name: -8.0},
        )
        values = {
            "title": f"Study of {name}",
            "subject": "fsaverage5",
            "members": (name, "02"),
            "n_persons": 2,
            "maps": (ReportedMap(name=name, quantity="dSPM", peak=peak, picture=shown),),
            "subjects": (SubjectPictures(name=name, note="All at 150 ms.", pictures=(shown,)),),
            "rows": (row,),
            "n_rows": 272,
            "failures": (
                FailedMember(
                    subject="07", step="recording", reason=f"{name} is cut", command=f"try {name}"
                ),
            ),
            "spreads": (spread,),
            "findings": (
                SharedFinding(
                    name="noisy-channels",
                    severity="warning",
                    title=f"Loud {name}",
                    effect=f"They count for {name}",
                    found={name: f"1 mag ({name})"},
                    n_subjects=3,
                ),
            ),
            "settings": (("Method", name),),
            "versions": {"leadfield": "0.1.0"},
            "command": ("leadfield", "batch", f"{name}.toml"),
            "files": ("table.csv", "table.parquet"),
            "brain": _ball(name),
        }
        return GroupReport(**{**values, **others})

    return make


def _examination(name):
    """A warning, and a check that was not made."""
    finding = Finding(
        name="bads-differ",
        severity="warning",
        title=f"Bad channels of {name} differ",
        found=f"{name} is bad in raw",
        effect=f"{name} is left out",
        remedy=f"mark {name}",
        where=("raw", name),
    )
    unchecked = Unchecked(topic="lead field", why=f"needs {name}")
    return Examination(findings=(finding,), unchecked=(unchecked,), n_checked=48)


def _ball(name):
    """A ball as the left half of a cortex, with a map of three sources."""
    vertices, triangles = icosahedron(2)
    sources = np.array([3, 40, 90])
    half = PageHemisphere(
        name="lh",
        shapes={"white": 40 * vertices, "inflated": 60 * vertices},
        triangles=triangles,
        curvature=vertices[:, 0] / 2,
        sources=sources,
        smoothing=iterated_smoothing(triangles, len(vertices), sources, 3),
    )
    limits = Limits(low=1.0, middle=2.0, high=5.0, signed=True)
    colours = map_colours(make_colour_table(signed_colormap(), limits, transparent=True))
    shown = PageMap(
        title=name,
        quantity=PageQuantity(name="dSPM"),
        times=SampleTimes(tmin=-0.1, tstep=0.05, n=5),
        values=np.random.default_rng(0).standard_normal((3, 5)),
        colours=colours,
    )
    return PageContent(title=name, hemispheres=(half,), maps=(shown,))


@pytest.fixture(scope="session")
def little_inverse():
    """Function that makes an inverse operator of random numbers, with all it is made of.

    There are ``n`` sources on the left and n + 1 on the right, or n in a volume.
    """

    def make(seed=0, *, n=4, n_channels=9, loose=1.0, kind="surface", projected=False):
        rng = np.random.default_rng(seed)
        names = [f"MEG {i:03}" for i in range(n_channels)]
        info = create_measurement_info(names, 100.0, "mag")
        if projected:
            vectors = np.linalg.qr(rng.standard_normal((n_channels, 1)))[0].T
            one = Projection(
                description="PCA", kind=FIELD, active=False, channel_names=names, vectors=vectors
            )
            info = info.with_projections([one])
        sources = _sources(rng, kind, n)
        per_source = 3 if loose else 1
        gain = rng.standard_normal((n_channels, per_source * sources.n_sources))
        turns = np.linalg.qr(rng.standard_normal((sources.n_sources, 3, 3)))[0]
        forward = ForwardModel(
            info=info.with_projections(()),
            leadfield=gain,
            sources=sources,
            free=per_source == 3,
            surface_oriented=True,
            orientations=turns[:, :per_source].reshape(-1, 3),
            mri_to_head=Transform(source=Frame.MRI, target=Frame.HEAD, matrix=np.eye(4)),
        )
        mixing = rng.standard_normal((n_channels, 3 * n_channels))
        noise = mixing @ mixing.T / n_channels
        model = make_inverse(
            info,
            forward,
            NoiseCovariance(names=tuple(names), data=noise, degrees=1000),
            prior=SourcePrior(loose=loose_by_kind(sources, loose)),
            rank=None if projected else "full",
        )
        return SimpleNamespace(model=model, gain=gain, noise=noise, info=info, rng=rng)

    return make


@pytest.fixture(scope="session")
def round_head():
    """A spherical head: 60 magnetometers, 1284 sources, operators of three orientations.

    ``trials(rng, n, n_times)`` are epochs of white noise, with a field (60,) of the forward
    solution at the middle sample of each if one is given; ``tone`` is that of source 100.
    """
    n = 60
    i = np.arange(n)
    height = 1 - 1.1 * i / n
    side, turn = np.sqrt(1 - height**2), np.pi * (1 + 5**0.5) * i
    out = np.c_[side * np.cos(turn), side * np.sin(turn), height]
    across = np.cross(out, [0.3, 0.4, 0.5])
    across /= np.linalg.norm(across, axis=1)[:, None]
    centre = np.array([0.0, -0.02, 0.01])
    channels = Channels(
        names=[f"MEG {k:03d}" for k in range(n)],
        kinds=np.full(n, 1),
        coil_types=np.full(n, 3024),
        units=np.full(n, 112),
        unit_multipliers=np.zeros(n),
        cals=np.ones(n),
        ranges=np.ones(n),
        locations=np.c_[centre + 0.12 * out, across, np.cross(out, across), out],
        frames=np.full(n, Frame.DEVICE),
    )
    still = Transform(source=Frame.DEVICE, target=Frame.HEAD, matrix=np.eye(4))
    info = leadfield.Info(
        MeasurementInfo(channels=channels, sampling_rate=100.0, device_to_head=still)
    )
    with log_level("error"):
        src = leadfield.setup_source_space(
            "fsaverage5", "ico3", subjects_dir=template.data_path(), add_dist=False
        )
        forward = leadfield.make_forward_solution(
            info,
            leadfield.CoordinateTransform("head", "mri"),
            src,
            leadfield.make_sphere_model(centre, head_radius=0.11),
            eeg=False,
        )
        noise = leadfield.Covariance(1e-26 * np.eye(n), info.ch_names, [], [], nfree=1000)
        inverses = {
            loose: leadfield.minimum_norm.make_inverse_operator(info, forward, noise, loose=loose)
            for loose in (0.0, 0.2, 1.0)
        }

    def trials(rng, n_trials=20, n_times=5, field=None):
        data = 1e-13 * rng.standard_normal((n_trials, n, n_times))
        if field is not None:
            data[:, :, n_times // 2] += field
        return leadfield.EpochsArray(data, info, tmin=0.0, verbose="error")

    space = forward["src"][0]
    normal = space["nn"][space["vertno"][100]]
    tone = 5e-8 * forward["sol"]["data"][:, 300:303] @ normal
    return SimpleNamespace(info=info, forward=forward, inverses=inverses, trials=trials, tone=tone)


@pytest.fixture(scope="session")
def group_cortex() -> TemplateCortex:
    """The template that a group's estimates lie on."""
    return read_template(template.data_path(), "fsaverage5", "aparc")


@pytest.fixture(scope="session")
def group_axes() -> SourceAxes:
    """Sources of a made-up group's estimates, and 50 times from -0.1 to 0.39 s."""
    return SourceAxes(
        kind="surface",
        vertices=(np.arange(642), np.arange(642)),
        tmin=-0.1,
        tstep=0.01,
        subject="fsaverage5",
        quantity="dSPM",
    )


@pytest.fixture(scope="session")
def group_course(group_axes):
    """Function that gives a subject's map of a condition: noise, and the effect at 0.15 s."""
    place = group_axes.n_sources - 100

    def make(number, condition, scale=1.0):
        rng = np.random.default_rng([number, len(condition)])
        data = np.abs(rng.standard_normal((group_axes.n_sources, 50)))
        size = {"standard": 4.0, "deviant": 9.0}[condition]
        data[place] += size * np.exp(-(((group_axes.times(50) - 0.15) / 0.02) ** 2))
        return SourceCourses(axes=group_axes, data=scale * data)

    return make


@pytest.fixture(scope="session")
def group_member(group_course):
    """Function that makes a member, with other facts or another reader if given."""

    def make(number, read=None, **facts):
        return Member(
            subject=f"{number:02d}",
            read=read or (lambda condition: group_course(number, condition)),
            facts={"SNR": 3 + 0.1 * np.sin(number), "rank": 60.0} | facts,
        )

    return make


@pytest.fixture
def stop_at():
    """Run something in another process that is stopped at its n-th call that changes a file."""
    if not hasattr(os, "fork"):
        pytest.skip("there is no fork")
    return _stop_at


CHANGES = [
    (os, name) for name in ("replace", "unlink", "fsync", "chmod", "mkdir", "rmdir", "rename")
]
CHANGES += [(HiddenFile, "__init__"), (HiddenFile, "write"), (HiddenFile, "close")]


def _stop_at(number, how, action):
    """Whether it came to its end before.

    ``how`` is ``"kill"``, ``"error"`` (that the disk is full) or ``"interrupt"``; the last two
    must come out, if at all, as one of leadfield's errors and as what they are.
    """
    process = os.fork()
    if not process:
        try:
            os._exit(_stopped(number, how, action))
        finally:
            os._exit(WRONG)
    outcome = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    assert outcome in {ENDED, STOPPED}, f"call {number}: {how} ended with {outcome}"
    return outcome == ENDED


ENDED, STOPPED, WRONG = 0, 7, 8


def _stopped(number, how, action):
    left = [number]

    def watched(call, error):
        def instead(*arguments, **options):
            left[0] -= 1
            if left[0] == -1:
                if how == "kill":
                    os._exit(STOPPED)
                raise KeyboardInterrupt if how == "interrupt" else error
            return call(*arguments, **options)

        return instead

    for where, name in CHANGES:
        full = (WriteError if name == "write" else OSError)(errno.ENOSPC, "full")
        setattr(where, name, watched(getattr(where, name), full))
    try:
        action()
    except (LeadfieldError, KeyboardInterrupt) as error:
        return STOPPED if isinstance(error, KeyboardInterrupt) == (how == "interrupt") else WRONG
    except Exception:  # noqa: BLE001 - whatever it is, it is not what was asked for
        traceback.print_exc()
        return WRONG
    return ENDED if left[0] >= 0 else STOPPED


@pytest.fixture(scope="session")
def little_volume(tmp_path_factory):
    """A subject with an image, a segmentation and MNI coordinates 7 mm to the right, and a map.

    The map is in a volume: random, with its largest size at row 11 and the fifth of 7 samples.
    """
    nibabel = pytest.importorskip("nibabel")
    folder = tmp_path_factory.mktemp("volumes")
    home = folder / "ann" / "mri"
    (home / "transforms").mkdir(parents=True)
    to_mri = np.array([[-8.0, 0, 0, 120], [0, 0, 8, -120], [0, -8, 0, 120], [0, 0, 0, 1]])
    values = np.random.default_rng(0).integers(10, 90, (30, 30, 30)).astype(np.uint8)
    halves = np.where(np.arange(30)[:, None, None] < 15, 53, 17) * np.ones((1, 30, 30))
    for name, voxels in (("T1", values), ("aseg", halves.astype(np.uint8))):
        nibabel.save(nibabel.MGHImage(voxels, to_mri), home / f"{name}.mgz")
    (home / "transforms" / "talairach.xfm").write_text(
        "MNI Transform File\nLinear_Transform =\n1 0 0 7\n0 1 0 0\n0 0 1 0;\n"
    )
    src = leadfield.setup_volume_source_space("ann", 15.0, sphere=0.06, subjects_dir=folder)
    data = np.random.default_rng(0).standard_normal((src[0]["nuse"], 7))
    data[11, 4] = -9
    stc = leadfield.VolSourceEstimate(data, [src[0]["vertno"]], -0.1, 0.1, "ann")
    return SimpleNamespace(subjects_dir=folder, src=src, stc=stc)
