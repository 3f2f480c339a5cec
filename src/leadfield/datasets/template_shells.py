"""Outer skull and scalp of the template: approximations, derived from its inner skull and head.

No image of the head is behind them. The skull takes half of what is between brain and air, but
4 to 7 mm: in twenty adults it was 6.0 mm thick, with a deviation of 1.2 mm (Antonakakis et al.
2020, NeuroImage 223:117353). The scalp is the head's surface, moved out where it would be less
than 5 mm from the skull. Holes, sutures, sinuses and layers of the bone are not there.
"""

import numpy as np
import scipy

from leadfield.base.arrays import Floats, Ints
from leadfield.forward.triangles import Triangles, blocks, triangle_mesh
from leadfield.freesurfer.surface import Surface
from leadfield.numerics.mesh import neighbours, unit, vertex_normals
from leadfield.numerics.mesh_sphere import icosahedron

GRADE = 4  # 2562 vertices, about 7 mm apart
SKULL_SHARE = 0.5  # of what is between the brain and the air
THINNEST_SKULL, THICKEST_SKULL = 4.0, 7.0  # mm
THINNEST_SCALP = 5.0  # mm
STEEPEST = 0.5  # cosine between a surface's normal and its radius, above which thickness counts
SMOOTHINGS = {"skull": 3, "head": 2}  # steps, each the mean of a vertex and those around it
INSIDE_TRIANGLE = -1e-9  # a ray along an edge hits


def derive_shells(inner_skull: Surface, head: Surface) -> dict[str, Surface]:
    """Outer skull and scalp (``outer_skull``, ``outer_skin``), in mm.

    Seen from the middle of the brain, each has one distance in each direction of an
    icosahedron, the scalp's above the skull's: both are closed, and neither can cut the other
    or itself.
    """
    centre = inner_skull.vertices.mean(axis=0)
    directions, triangles = icosahedron(GRADE)
    directions = unit(directions)
    mesh = triangle_mesh(head.vertices - centre, head.triangles)
    brain = inner_skull.vertices - centre
    thickness = np.clip(
        SKULL_SHARE * scipy.spatial.KDTree(_dense_points(mesh)).query(brain)[0],
        THINNEST_SKULL,
        THICKEST_SKULL,
    )
    skull = _smooth(_ball_envelope(brain, thickness, directions), triangles, SMOOTHINGS["skull"])
    thinnest = np.full(len(brain), THINNEST_SKULL)
    skull = np.maximum(skull, _ball_envelope(brain, thinnest, directions))
    air = _smooth(_ray_lengths(mesh, directions), triangles, SMOOTHINGS["head"])
    slope = np.einsum(
        "vk,vk->v", directions, vertex_normals(directions * skull[:, None], triangles)
    )
    scalp = np.maximum(air, skull + THINNEST_SCALP / np.clip(slope, STEEPEST, 1))
    return {
        name: Surface(vertices=centre + directions * distances[:, None], triangles=triangles)
        for name, distances in (("outer_skull", skull), ("outer_skin", scalp))
    }


def _dense_points(mesh: Triangles) -> Floats:
    """Ten points of each triangle: corners, thirds of sides, and the middle."""
    shares = np.array([(i, j, 3 - i - j) for i in range(4) for j in range(4 - i)]) / 3
    points: Floats = np.einsum("ps,stk->tpk", shares, mesh.vertices[mesh.corners]).reshape(-1, 3)
    return points


def _ball_envelope(points: Floats, radii: Floats, directions: Floats) -> Floats:
    """How far from the origin balls around ``points`` reach in each direction."""
    farthest = np.empty(len(directions))
    squares = radii**2 - np.einsum("pk,pk->p", points, points)
    for batch in blocks(len(directions), len(points)):
        along = directions[batch] @ points.T
        half_chord = along**2 + squares
        reach = along + np.sqrt(np.maximum(half_chord, 0))
        farthest[batch] = np.where(half_chord >= 0, reach, -np.inf).max(axis=1)
    return farthest


def _ray_lengths(mesh: Triangles, directions: Floats) -> Floats:
    """How far rays from the origin run before they leave a closed mesh.

    Möller & Trumbore 1997, J Graph Tools 2:21.
    """
    origin, first, second = mesh.vertices[mesh.corners[0]], mesh.sides[0], -mesh.sides[2]
    lengths = np.empty(len(directions))
    volume = np.einsum("tk,tk->t", np.cross(first, second), origin)
    for batch in blocks(len(directions), len(mesh.areas)):
        rays = directions[batch]
        # A ray that runs in a triangle's plane misses it.
        with np.errstate(divide="ignore", invalid="ignore"):
            over = 1 / (rays @ np.cross(first, second).T)
            p = (rays @ np.cross(second, -origin).T) * -over
            q = (rays @ np.cross(-origin, first).T) * -over
            hit = (p >= INSIDE_TRIANGLE) & (q >= INSIDE_TRIANGLE) & (p + q <= 1 - INSIDE_TRIANGLE)
            distance = np.where(hit & (over > 0), volume * over, np.inf)
        lengths[batch] = distance.min(axis=1)
    return lengths


def _smooth(values: Floats, triangles: Ints, steps: int) -> Floats:
    """Values at the vertices of a closed mesh, each averaged with its neighbours'."""
    means = neighbours(triangles, len(values), itself=True)
    means = scipy.sparse.diags_array(1 / means.sum(axis=1)) @ means
    for _ in range(steps):
        values = means @ values
    return values
