"""Shells of a head, spheres around the sources of a data set: python shells.py DATA FOLDER.

Writes the surfaces of three shells and of one, 642 vertices each, and a solution of one of 2562.
"""

import json
import sys
from pathlib import Path

import numpy as np
from first_steps import FORWARD, recordings

import leadfield
from leadfield.api.forward.bem_surfaces import BemSurface
from leadfield.forward.bem import Shell, ShellKind, solve_bem
from leadfield.forward.fif.bem import write_bem_solution
from leadfield.numerics.mesh import unit
from leadfield.numerics.mesh_sphere import icosahedron

KINDS = (ShellKind.HEAD, ShellKind.OUTER_SKULL, ShellKind.INNER_SKULL)
CONDUCTIVITIES = (0.3, 0.006, 0.3)
GAP = 6e-3  # m, between shells and around the sources
SMALL, LARGE = 3, 4  # grades of 642 and 2562 vertices


def spheres(grade, centre, radius, n=3):
    """Shells, outermost first; one is the inner skull."""
    vertices, triangles = icosahedron(grade)
    vertices = unit(vertices)
    return [
        Shell(
            kind=KINDS[i],
            conductivity=CONDUCTIVITIES[i],
            vertices=centre + (radius + (2 - i) * GAP) * vertices,
            triangles=triangles,
        )
        for i in range(3 - n, 3)
    ]


def main():
    """Write them around a data set's sources, whose frame is called the MRI's."""
    data, folder = map(Path, sys.argv[1:])
    leadfield.set_log_level("error")
    forward = leadfield.read_forward_solution(recordings(data) / FORWARD)
    places = np.concatenate([space["rr"][space["vertno"]] for space in forward["src"]])
    centre = (places.min(axis=0) + places.max(axis=0)) / 2
    radius = np.linalg.norm(places - centre, axis=1).max() + GAP
    for name, n in (("three", 3), ("one", 1)):
        surfaces = [BemSurface(shell) for shell in spheres(SMALL, centre, radius, n)]
        leadfield.write_bem_surfaces(folder / f"{name}-bem.fif", surfaces)
    solved = solve_bem(spheres(LARGE, centre, radius, 1))
    write_bem_solution(folder / "large-bem-sol.fif", solved, overwrite=False)
    print(json.dumps({}))


if __name__ == "__main__":
    main()
