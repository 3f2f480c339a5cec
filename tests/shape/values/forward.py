"""One of every value of the stage forward that holds arrays."""

from dataclasses import replace

import numpy as np

from leadfield.forward.bem import ORDERS, Shell, ShellKind, solve_bem
from leadfield.forward.brain_bounds import bounds_of_sphere, bounds_of_surface
from leadfield.forward.collocation import collocation_mesh
from leadfield.forward.dipoles import Dipoles
from leadfield.forward.equivalent_dipoles import make_sphere_with_shells
from leadfield.forward.fif.read_forward import SensorKindSolution
from leadfield.forward.model import ForwardModel, cartesian_axes
from leadfield.forward.openmeeg import OpenMeegModel
from leadfield.forward.sensitivity import Fields
from leadfield.forward.sensor_array import SensorArray
from leadfield.forward.sensors import Sensors
from leadfield.forward.shell_potentials import InvertedPotentials
from leadfield.forward.virtual_channels import VirtualChannels
from leadfield.numerics.mesh_sphere import icosahedron
from leadfield.recording.create import create_measurement_info
from leadfield.recording.frames import Frame, Transform
from leadfield.sources.space import Sources, SourceSpace, SpaceKind


def forward():
    info = create_measurement_info(["MEG 001"], 1.0, ["mag"])
    dipole = SourceSpace(
        kind=SpaceKind.DISCRETE,
        positions=np.zeros((1, 3)),
        normals=np.array([[0, 0, 1.0]]),
        vertices=np.array([0]),
        frame=Frame.HEAD,
    )
    return ForwardModel(
        info=info,
        leadfield=np.ones((1, 3)),
        gradient=np.ones((1, 3, 3)),
        sources=Sources(spaces=(dipole,)),
        free=True,
        surface_oriented=False,
        orientations=cartesian_axes(1),
        mri_to_head=Transform(source=Frame.MRI, target=Frame.HEAD, matrix=np.eye(4)),
    )


def sensors():
    return Sensors(
        names=("MEG 001",),
        points=np.ones((1, 3)),
        normals=np.ones((1, 3)),
        weights=np.ones(1),
        owner=np.zeros(1, np.int64),
        centres=np.ones((1, 3)),
    )


def values():
    vertices, triangles = icosahedron(0)
    shell = Shell(
        kind=ShellKind.INNER_SKULL,
        conductivity=0.3,
        vertices=0.08 * vertices,
        triangles=triangles,
    )
    bem = solve_bem([shell])
    sphere = make_sphere_with_shells(
        np.zeros(3), 0.09, relative_radii=np.array([0.9, 1]), conductivities=np.array([0.3, 1])
    )
    yield shell
    yield bem
    yield bem.potentials
    yield bem.potentials.factors
    yield InvertedPotentials(matrix=bem.solution)
    yield bem.meshes[0]
    yield collocation_mesh(bem.meshes[0])
    shells = [replace(shell, kind=kind) for kind in ORDERS[1]]
    n = 3 * len(vertices) + 2 * len(triangles)
    yield OpenMeegModel(shells=shells, solution=np.ones(n * (n + 1) // 2))
    yield sphere
    yield sphere.dipoles
    yield sensors()
    model = forward()
    yield model
    yield SensorArray(info=model.info, meg=sensors(), eeg=None, compensation=np.eye(1))
    yield SensorKindSolution(
        method=1,
        frame=Frame.HEAD,
        orientation=2,
        n_sources=1,
        names=("MEG 001",),
        leadfield=np.ones((1, 3)),
        gradient=np.ones((1, 3, 3)),
    )
    yield bounds_of_sphere(np.zeros(3), 0.09)
    yield bounds_of_surface(shell.vertices, shell.triangles)
    yield VirtualChannels(info=model.info, sources=np.array([0]), weights=np.ones((1, 1)))
    yield Fields(leads=np.ones((1, 3, 2)), basis=np.ones((2, 1)))
    yield Dipoles(
        times=np.zeros(1),
        positions=np.zeros((1, 3)),
        amplitudes=np.ones(1),
        orientations=np.eye(3)[:1],
        fit=np.ones(1),
        confidence={"vol": np.ones(1)},
        chi_squared=np.ones(1),
        n_free=np.ones(1),
    )
