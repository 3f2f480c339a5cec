"""Outer skull and scalp of the template: closed, nested, and as thick as heads are."""

import numpy as np
import pytest

from leadfield.datasets import template
from leadfield.datasets.template_shells import derive_shells
from leadfield.forward.fif.bem import read_bem_surfaces
from leadfield.forward.triangles import nearest_on, solid_angles, triangle_mesh
from leadfield.forward.winding import inside
from leadfield.freesurfer.surface import Surface, read_surface
from leadfield.numerics.mesh import unit
from leadfield.numerics.mesh_sphere import icosahedron

BEM = template.data_path() / template.SUBJECT / "bem"
NAMES = ("inner_skull", "outer_skull", "outer_skin")
BASE = -10  # mm in surface RAS: below are face, neck and skull base


def mesh_of(surface):
    return triangle_mesh(surface.vertices, surface.triangles.astype(np.int64))


@pytest.fixture(scope="module")
def meshes():
    return {name: mesh_of(read_surface(BEM / f"{name}.surf")) for name in NAMES}


@pytest.fixture(scope="module")
def centre(meshes):
    return meshes["inner_skull"].vertices.mean(axis=0)


def sphere(radius):
    vertices, triangles = icosahedron(5)
    return Surface(vertices=radius * unit(vertices), triangles=triangles)


@pytest.mark.parametrize("name", NAMES[1:])
class TestEach:
    def test_is_closed_without_handles(self, meshes, name):
        triangles = meshes[name].indices
        sides = np.concatenate([triangles[:, [i, (i + 1) % 3]] for i in range(3)])
        edges, uses = np.unique(np.sort(sides, axis=1), axis=0, return_counts=True)
        assert (uses == 2).all()
        assert len(meshes[name].vertices) - len(edges) + len(triangles) == 2

    def test_surrounds_the_brain_once(self, meshes, centre, name):
        angle = solid_angles(meshes[name], centre[np.newaxis])
        np.testing.assert_allclose(angle, 4 * np.pi, rtol=1e-6)

    def test_cannot_cut_itself_as_all_of_it_faces_away_from_the_middle(self, meshes, centre, name):
        mesh = meshes[name]
        middles = mesh.vertices[mesh.corners].mean(axis=0) - centre
        assert (np.einsum("tk,tk->t", mesh.normals, unit(middles)) > 0.5).all()

    def test_has_triangles_of_even_shape(self, meshes, name):
        assert (meshes[name].areas / meshes[name].squares.max(axis=0)).min() > 0.2


@pytest.mark.parametrize(("inner", "outer"), [NAMES[:2], NAMES[1:]])
def test_each_is_inside_the_next(meshes, inner, outer):
    assert inside(meshes[outer], meshes[inner].vertices).all()
    assert not inside(meshes[inner], meshes[outer].vertices).any()


def test_the_skull_is_as_thick_as_skulls_are(meshes):
    outer = meshes["outer_skull"].vertices
    thickness = nearest_on(meshes["inner_skull"], outer)[2]
    upper = thickness[outer[:, 2] > BASE]
    assert thickness.min() > 3.5
    assert 5.5 < np.median(upper) < 6.5
    assert np.quantile(upper, 0.95) < 8


def test_the_scalp_is_at_least_5_mm_thick(meshes):
    outer = meshes["outer_skin"].vertices
    thickness = nearest_on(meshes["outer_skull"], outer)[2]
    assert thickness.min() > 4.9
    assert 5 < np.median(thickness[outer[:, 2] > BASE]) < 7


def test_above_the_face_the_scalp_is_the_heads_surface(meshes):
    (head,) = read_bem_surfaces(BEM / "fsaverage5-head.fif")
    upper = meshes["outer_skin"].vertices
    upper = upper[upper[:, 2] > BASE]
    off = nearest_on(triangle_mesh(1e3 * head.vertices, head.triangles), upper)[2]
    assert np.median(off) < 0.3
    assert off.max() < 3


def test_where_there_is_room_a_skull_is_7_mm_and_the_scalp_is_the_head():
    shells = derive_shells(sphere(70), sphere(90))
    for name, radius in (("outer_skull", 77), ("outer_skin", 90)):
        found = np.linalg.norm(shells[name].vertices, axis=1)
        np.testing.assert_allclose(found, radius, atol=0.3)


def test_where_the_head_is_too_near_the_skull_is_4_mm_and_the_scalp_is_moved_out():
    shells = derive_shells(sphere(70), sphere(74))
    for name, radius in (("outer_skull", 74), ("outer_skin", 79)):
        found = np.linalg.norm(shells[name].vertices, axis=1)
        np.testing.assert_allclose(found, radius, atol=0.3)


def test_a_displaced_head_is_met_where_it_is():
    head, step = sphere(95), np.array([0, 10, 0])
    moved = Surface(vertices=head.vertices + step, triangles=head.triangles)
    scalp = derive_shells(sphere(70), moved)["outer_skin"]
    found = np.linalg.norm(scalp.vertices - step, axis=1)
    np.testing.assert_allclose(found, 95, rtol=0, atol=0.3)
