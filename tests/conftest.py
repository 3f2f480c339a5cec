"""What tests share: the folder of real recordings, where there is one, and two little brains."""

from pathlib import Path

import numpy as np
import pytest
import scipy

from leadfield.freesurfer.overlay import write_morph
from leadfield.freesurfer.surface import Surface, write_surface

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder of small real recordings; tests that ask for it skip without one."""
    folder = SHARED / "data"
    if not folder.is_dir():
        pytest.skip("the shared recordings are not here")
    return folder


@pytest.fixture(autouse=True, scope="session")
def _without_a_display() -> None:
    """Draw without a window, whatever the machine has."""
    import matplotlib as mpl

    mpl.use("agg")


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
