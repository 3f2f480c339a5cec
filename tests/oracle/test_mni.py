"""MNI coordinates of vertices are MNE-Python's."""

import numpy as np
import pytest

from leadfield.freesurfer.surface import read_surface
from leadfield.freesurfer.talairach import surface_to_mni

mne = pytest.importorskip("mne")
nibabel = pytest.importorskip("nibabel")


@pytest.mark.parametrize("conformed", [True, False])
def test_a_vertex_has_the_coordinates_of_mne_python(little_subjects, tmp_path, conformed):
    home = tmp_path / "ann"
    (home / "mri" / "transforms").mkdir(parents=True)
    (home / "surf").symlink_to(little_subjects / "ann" / "surf")
    (home / "mri" / "transforms" / "talairach.xfm").write_text(
        "MNI Transform File\nTransform_Type = Linear;\nLinear_Transform =\n"
        "1.05 0.01 0.02 1.5\n-0.02 0.97 0.1 -8.0\n0.01 -0.1 1.1 3.25;\n"
    )
    affine = np.array([[-1.0, 0, 0, 130], [0, 0, 1, -120], [0, -1, 0, 140], [0, 0, 0, 1]])
    if not conformed:
        affine = affine @ np.diag([0.9, 1.1, 1.2, 1])
    image = nibabel.MGHImage(np.zeros((20, 22, 24), np.uint8), affine)
    nibabel.save(image, home / "mri" / "orig.mgz")
    for number, side in enumerate(["lh", "rh"]):
        vertices = np.arange(0, 400, 7)
        theirs = mne.vertex_to_mni(vertices, number, "ann", subjects_dir=tmp_path)
        places = read_surface(home / "surf" / f"{side}.white").vertices[vertices]
        ours = np.c_[places, np.ones(len(places))] @ surface_to_mni(home).T
        np.testing.assert_allclose(ours[:, :3], theirs, atol=1e-4)
