"""Source spaces made beside MNE-Python's, on little brains."""

import numpy as np
import pytest

from leadfield.numerics.mesh_sphere import icosahedron, octahedron
from leadfield.sources.distances import with_distances, with_patches
from leadfield.sources.setup import cortical_sources
from leadfield.sources.spacing import as_spacing

mne = pytest.importorskip("mne")


@pytest.mark.parametrize("spacing", ["oct2", "oct3", "ico1", "ico2", 2, 3, 7, "all"])
@pytest.mark.parametrize("subject", ["ann", "ben"])
def test_vertices_triangles_and_patches_are_mne_pythons(little_subjects, subject, spacing):
    ours = with_patches(cortical_sources(little_subjects, subject, as_spacing(spacing), "white"))
    theirs = mne.setup_source_space(
        subject, spacing, subjects_dir=little_subjects, add_dist="patch", verbose="error"
    )
    for mine, other in zip(ours.spaces, theirs, strict=True):
        assert np.array_equal(mine.vertices, other["vertno"])
        np.testing.assert_allclose(mine.positions, other["rr"], rtol=1e-14)
        np.testing.assert_allclose(mine.normals, other["nn"], atol=1e-14)
        assert np.array_equal(mine.nearest, other["nearest"])
        np.testing.assert_allclose(mine.nearest_distances, other["nearest_dist"], rtol=1e-6)
        if other["use_tris"] is None:
            assert mine.used_triangles is None
        else:
            assert np.array_equal(mine.used_triangles, other["use_tris"])


def test_distances_are_mne_pythons(little_subjects):
    ours = with_distances(cortical_sources(little_subjects, "ann", as_spacing("oct2"), "white"))
    theirs = mne.setup_source_space(
        "ann", "oct2", subjects_dir=little_subjects, add_dist=True, verbose="error"
    )
    for mine, other in zip(ours.spaces, theirs, strict=True):
        assert abs(mine.distances - other["dist"]).max() < 1e-9
        assert mine.distance_limit == other["dist_limit"]


@pytest.mark.parametrize("grade", range(1, 7))
def test_octahedra_are_mne_pythons(grade):
    from mne.surface import _tessellate_sphere

    vertices, triangles = _tessellate_sphere(grade)
    ours = octahedron(grade)
    np.testing.assert_allclose(ours[0], vertices, atol=1e-14)
    assert np.array_equal(ours[1], triangles)


@pytest.mark.parametrize("grade", range(8))
def test_icosahedra_are_freesurfers(grade):
    from mne.surface import _get_ico_surface

    theirs = _get_ico_surface(grade)
    vertices, triangles = icosahedron(grade)
    assert np.array_equal(triangles, theirs["tris"])
    assert np.array_equal(vertices.astype(np.float32), theirs["rr"].astype(np.float32))
