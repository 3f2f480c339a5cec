"""A made-up helmet and cap around a spherical head, and shells of halved icosahedra."""

import numpy as np
import pytest

from leadfield.forward.bem import Shell, ShellKind
from leadfield.forward.sensors import Sensors
from leadfield.numerics.mesh_sphere import icosahedron
from leadfield.recording.channels import Channels
from leadfield.recording.frames import Frame, Transform
from leadfield.recording.info import MeasurementInfo
from leadfield.sources.space import Sources, SourceSpace, SpaceKind

CENTRE = np.array([0.0, 0.0, 0.04])
KINDS = (ShellKind.HEAD, ShellKind.OUTER_SKULL, ShellKind.INNER_SKULL)


def on_sphere(n, rng, *, upper=False):
    """Unit vectors all over the sphere, or its upper half."""
    x = rng.normal(size=(n, 3))
    if upper:
        x[:, 2] = np.abs(x[:, 2])
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def facing(outwards):
    """FIF locations of coils whose normal is ``outwards``, without their positions."""
    rows = []
    for z in outwards:
        x = np.cross(z, np.eye(3)[np.abs(z).argmin()])
        x /= np.linalg.norm(x)
        rows.append(np.concatenate([x, np.cross(z, x), z]))
    return np.array(rows)


@pytest.fixture
def make_points():
    """Sensors of one point each."""

    def make(points, normals=None):
        n = len(points)
        return Sensors(
            names=tuple(f"P{i}" for i in range(n)),
            points=points,
            normals=np.zeros((n, 3)) if normals is None else normals,
            weights=np.ones(n),
            owner=np.arange(n),
            centres=points,
        )

    return make


@pytest.fixture
def head_info():
    """Ten sites of a gradiometer and a magnetometer each, and eight electrodes."""
    rng = np.random.default_rng(3)
    sites, cap = on_sphere(10, rng, upper=True), on_sphere(8, rng, upper=True)
    coils = np.concatenate([CENTRE + 0.12 * sites, facing(sites)], axis=1).repeat(2, axis=0)
    electrodes = np.zeros((8, 12))
    electrodes[:, :3] = CENTRE + 0.09 * cap
    meg, eeg = np.arange(20), np.arange(8)
    channels = Channels(
        names=(*(f"MEG {i:03d}" for i in meg), *(f"EEG {i:03d}" for i in eeg)),
        kinds=np.repeat([1, 2], [20, 8]),
        coil_types=np.r_[np.tile([3012, 3024], 10), np.ones(8, int)],
        units=np.r_[np.tile([201, 112], 10), np.full(8, 107)],
        unit_multipliers=np.zeros(28, int),
        cals=np.ones(28),
        ranges=np.ones(28),
        locations=np.concatenate([coils, electrodes]),
        frames=np.repeat([Frame.DEVICE, Frame.HEAD], [20, 8]),
    )
    device_to_head = Transform(source=Frame.DEVICE, target=Frame.HEAD, matrix=np.eye(4))
    return MeasurementInfo(
        channels=channels, sampling_rate=1000.0, device_to_head=device_to_head, bads=("MEG 003",)
    )


@pytest.fixture
def mri_to_head():
    """A turn about x and a shift."""
    matrix = np.eye(4)
    c, s = np.cos(0.3), np.sin(0.3)
    matrix[1:3, 1:3] = [[c, -s], [s, c]]
    matrix[:3, 3] = 0.002, -0.004, 0.03
    return Transform(source=Frame.MRI, target=Frame.HEAD, matrix=matrix)


@pytest.fixture
def make_sources():
    """Discrete sources at given points of the head frame."""

    def make(positions, *, frame=Frame.HEAD, vertices=None):
        space = SourceSpace(
            kind=SpaceKind.DISCRETE,
            positions=positions,
            normals=np.tile([0.0, 0.0, 1.0], (len(positions), 1)),
            vertices=np.arange(len(positions)) if vertices is None else vertices,
            frame=frame,
        )
        return Sources(spaces=(space,))

    return make


@pytest.fixture(scope="session")
def make_shells():
    """Concentric shells around the origin, outermost first."""

    def make(radii, conductivities, *, grade=2):
        vertices, triangles = icosahedron(grade)
        vertices = vertices / np.linalg.norm(vertices, axis=1, keepdims=True)
        kinds = KINDS if len(radii) == 3 else KINDS[-1:]
        return [
            Shell(kind=kind, conductivity=sigma, vertices=radius * vertices, triangles=triangles)
            for kind, radius, sigma in zip(kinds, radii, conductivities, strict=True)
        ]

    return make
