"""The embedded subject: whole, plausible, and safely unpacked."""

import shutil
from pathlib import Path
from unittest.mock import Mock

import numpy as np
import pytest

from leadfield.base.errors import FormatError
from leadfield.datasets import template
from leadfield.forward.fif.bem import read_bem_solution
from leadfield.freesurfer.annotation import read_annotation
from leadfield.freesurfer.overlay import read_morph
from leadfield.freesurfer.surface import read_surface
from leadfield.numerics.mesh import triangle_normals
from leadfield.numerics.mesh_sphere import icosahedron
from leadfield.recording.fif.positions import load_transforms
from leadfield.sources.setup import cortical_sources
from leadfield.sources.spacing import as_spacing

N = 10242


@pytest.fixture(scope="module")
def subject():
    return template.data_path() / template.SUBJECT


@pytest.fixture
def cache(tmp_path, monkeypatch):
    folder = tmp_path / "cache"
    monkeypatch.setattr(template.platformdirs, "user_cache_path", lambda _: folder)
    return folder


@pytest.mark.parametrize("hemisphere", ["lh", "rh"])
class TestHemisphere:
    def test_surfaces_share_the_icosahedrons_triangles(self, subject, hemisphere):
        for name in ("white", "pial", "inflated", "sphere", "sphere.reg"):
            surface = read_surface(subject / "surf" / f"{hemisphere}.{name}")
            assert np.array_equal(surface.triangles, icosahedron(5)[1])

    def test_the_cortex_has_a_humans_area_on_its_side(self, subject, hemisphere):
        white = read_surface(subject / "surf" / f"{hemisphere}.white")
        area = triangle_normals(white.vertices, white.triangles)[1].sum()
        assert 5e4 < area < 1e5  # mm^2
        assert (np.median(white.vertices[:, 0]) > 0) == (hemisphere == "rh")

    def test_gyri_curve_outward_and_sulci_lie_deep(self, subject, hemisphere):
        curv, sulc = (read_morph(subject / "surf" / f"{hemisphere}.{n}") for n in ("curv", "sulc"))
        assert curv.shape == sulc.shape == (N,)
        assert np.corrcoef(curv, sulc)[0, 1] > 0.5

    def test_every_vertex_has_a_part_of_the_cortex(self, subject, hemisphere):
        parts = read_annotation(subject / "label" / f"{hemisphere}.aparc.annot")
        assert len(parts.names) == 35
        assert {"precentral", "cuneus", "insula", "unknown"} <= set(parts.names)
        assert np.array_equal(np.unique(parts.labels), np.arange(35))

    def test_the_skull_holds_the_cortex_and_the_head_the_skull(self, subject, hemisphere):
        pial = read_surface(subject / "surf" / f"{hemisphere}.pial").vertices
        skull, skin = (
            read_surface(subject / "bem" / f"{n}.surf").vertices
            for n in ("inner_skull", "outer_skin")
        )
        for inner, outer in ((pial, skull), (skull, skin)):
            assert (inner.min(axis=0) > outer.min(axis=0)).all()
            assert (inner.max(axis=0) < outer.max(axis=0)).all()


def test_icosahedral_sources_are_its_first_vertices(subject):
    made = cortical_sources(subject.parent, template.SUBJECT, as_spacing("ico3"), "white")
    for space in made.spaces:
        assert np.array_equal(space.vertices, np.arange(642))


def test_its_head_lies_in_the_mri_by_a_rigid_transform(subject):
    (moved,) = load_transforms(subject / "bem" / "fsaverage5-trans.fif")
    rotation = moved.matrix[:3, :3]
    np.testing.assert_allclose(rotation @ rotation.T, np.eye(3), atol=1e-6)


def test_it_is_unpacked_once(cache):
    first = template.data_path()
    assert first.parent == cache
    mark = first / "fsaverage5" / "mine"
    mark.touch()
    assert template.data_path() == first
    assert mark.exists()
    assert {p.name for p in cache.iterdir()} == {first.name, f".{first.name}.lock"}


def test_a_killed_unpacking_leaves_nothing_behind(cache, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", Mock(side_effect=[1, 1, 1, KeyboardInterrupt]))
        with pytest.raises(KeyboardInterrupt):
            template.data_path()
    assert [p.suffix for p in cache.iterdir()] == [".lock"]
    assert (template.data_path() / "fsaverage5" / "surf" / "rh.white").stat().st_size > 3e5


def test_a_process_that_was_faster_is_believed(cache, monkeypatch):
    theirs = template.data_path()
    shutil.move(theirs, cache / "aside")

    def late(_, target):
        shutil.move(cache / "aside", target)
        msg = "not empty"
        raise OSError(msg)

    monkeypatch.setattr(Path, "rename", late)
    assert template.data_path() == theirs


def test_without_a_cache_it_is_unpacked_for_the_run(cache):
    cache.touch()  # a file: no folder can be made in it
    found = template.data_path()
    assert cache not in found.parents
    assert (found / "fsaverage5" / "surf" / "lh.white").is_file()


@pytest.fixture
def coarse(monkeypatch):
    monkeypatch.setattr(template, "GRADE", 1)


@pytest.mark.usefixtures("coarse")
def test_its_three_shell_model_is_solved_once(cache):
    file = template.bem_path()
    assert file.parent.parent == cache
    before = file.stat().st_mtime_ns
    assert template.bem_path() == file
    assert file.stat().st_mtime_ns == before
    model = read_bem_solution(file)
    assert [len(shell.vertices) for shell in model.shells] == [42, 42, 42]
    np.testing.assert_allclose(model.conductivities, [0.3, 0.006, 0.3], rtol=1e-6)


@pytest.mark.usefixtures("coarse")
def test_without_a_cache_its_model_is_solved_for_the_run(cache):
    cache.touch()
    file = template.bem_path()
    assert cache not in file.parents
    assert len(read_bem_solution(file).solution) == 3 * 42


def test_the_name_of_its_model_says_how_many_triangles_it_has():
    shells = read_bem_solution(template.bem_path()).shells
    counts = "-".join(str(len(shell.triangles)) for shell in shells)
    assert f"fsaverage5-{counts}-bem-sol.fif" == template.SOLUTION


def test_a_damaged_archive_is_refused(cache, monkeypatch, tmp_path):
    damaged = tmp_path / "fsaverage5.tar.xz"
    damaged.write_bytes(template.ARCHIVE.read_bytes()[:-1])
    monkeypatch.setattr(template, "ARCHIVE", damaged)
    with pytest.raises(FormatError, match="install leadfield again"):
        template.data_path()
    assert [p.suffix for p in cache.iterdir()] == [".lock"]
