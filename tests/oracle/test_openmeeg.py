"""Head models solved by OpenMEEG beside MNE-Python's that are."""

import numpy as np
import pytest

import leadfield
from leadfield.numerics.mesh_sphere import icosahedron

mne = pytest.importorskip("mne")
pytest.importorskip("openmeeg")

TYPES = ("mag", "grad", "eeg")


@pytest.fixture(scope="module")
def surfaces():
    """A head of three ellipsoids."""
    vertices, triangles = icosahedron(2)
    vertices /= np.linalg.norm(vertices, axis=1, keepdims=True)
    made = []
    for number, size, sigma in ((4, 0.09, 0.3), (3, 0.085, 0.006), (1, 0.08, 0.3)):
        places = size * vertices * [0.95, 1.1, 1.0] + [0, 0, 0.04]
        surface = {"id": number, "rr": places, "tris": triangles, "sigma": sigma}
        surface |= {"coord_frame": 5, "np": len(places), "ntri": len(triangles)}
        made.append(mne.surface.complete_surface_info(surface, copy=False, verbose="error"))
    return made


@pytest.fixture(scope="module")
def models(surfaces):
    return [
        package.make_bem_solution(surfaces, solver="openmeeg", verbose="error")
        for package in (leadfield, mne)
    ]


@pytest.fixture(scope="module")
def place(shared):
    """Sensors, transform and sources."""
    info = mne.io.read_info(shared / "test-ave.fif.gz", verbose="error")
    info["bads"] = []
    info = mne.pick_info(info, [*range(0, 306, 7), *range(315, 374, 3)])
    matrix = np.eye(4)
    c, s = np.cos(0.1), np.sin(0.1)
    matrix[:3] = [[1, 0, 0, 0.001], [0, c, -s, 0.002], [0, s, c, -0.003]]
    rng = np.random.default_rng(0)
    places = rng.uniform([-0.03, -0.03, 0.02], [0.03, 0.03, 0.08], (9, 3))
    pos = {"rr": places, "nn": np.eye(3)[[2] * 9]}
    src = mne.setup_volume_source_space(pos=pos, verbose="error")
    return info, mne.transforms.Transform("mri", "head", matrix), src


def test_the_solution_is_the_same(models):
    ours, theirs = models
    assert (ours["nsol"], ours["solver"]) == (theirs["nsol"], theirs["solver"])
    largest = np.abs(theirs["solution"]).max()
    np.testing.assert_allclose(ours["solution"], theirs["solution"], rtol=0, atol=1e-12 * largest)


@pytest.mark.parametrize("whose", [0, 1])
def test_lead_fields_are_the_same(models, place, whose):
    info, trans, src = place
    options = {"on_inside": "ignore", "verbose": "error"}
    want = mne.make_forward_solution(info, trans, src, models[1], **options)
    found = leadfield.make_forward_solution(info, trans, src, models[whose], **options)
    assert found.ch_names == want.ch_names
    types = np.array(info.get_channel_types())
    for kind in TYPES:
        ours, theirs = (one["sol"]["data"][types == kind] for one in (found, want))
        assert np.abs(ours - theirs).max() <= 1e-10 * np.abs(theirs).max()


def test_mne_python_takes_the_model(models, place):
    info, trans, src = place
    ours, theirs = models
    options = {"on_inside": "ignore", "meg": False, "verbose": "error"}
    found = mne.make_forward_solution(info, trans, src, ours.to_mne(), **options)
    want = mne.make_forward_solution(info, trans, src, theirs, **options)
    np.testing.assert_allclose(found["sol"]["data"], want["sol"]["data"], rtol=1e-9)


@pytest.mark.parametrize(("ending", "close"), [("fif", 1e-7), ("h5", 1e-12)])
@pytest.mark.parametrize("solver", ["mne", "openmeeg"])
def test_mne_python_reads_the_solutions_that_are_written(
    surfaces, place, solver, ending, close, tmp_path
):
    path = tmp_path / f"one-bem-sol.{ending}"
    made = leadfield.make_bem_solution(surfaces, solver=solver, verbose="error")
    leadfield.write_bem_solution(path, made)
    read = mne.read_bem_solution(path, verbose="error")
    assert (read["solver"], read["nsol"]) == (solver, made["nsol"])
    largest = np.abs(made["solution"]).max()
    np.testing.assert_allclose(read["solution"], made["solution"], rtol=0, atol=close * largest)
    info, trans, src = place
    options = {"meg": False, "verbose": "error"}
    found = mne.make_forward_solution(info, trans, src, read, **options)["sol"]["data"]
    want = leadfield.make_forward_solution(info, trans, src, made, **options)["sol"]["data"]
    np.testing.assert_allclose(found, want, rtol=0, atol=100 * close * np.abs(want).max())


@pytest.mark.parametrize("ending", ["fif", "h5"])
@pytest.mark.parametrize("solver", ["mne", "openmeeg"])
def test_solutions_that_mne_python_writes_are_read(surfaces, solver, ending, tmp_path):
    # Its own HDF5 files of OpenMEEG's solutions MNE-Python cannot read.
    path = tmp_path / f"one-bem-sol.{ending}"
    made = mne.make_bem_solution(surfaces, solver=solver, verbose="error")
    mne.write_bem_solution(path, made)
    read = leadfield.read_bem_solution(path)
    assert (read["solver"], read["nsol"]) == (solver, made["nsol"])
    close = 1e-7 * np.abs(made["solution"]).max() if ending == "fif" else 0
    np.testing.assert_allclose(read["solution"], made["solution"], rtol=0, atol=close)
    for ours, theirs in zip(read["surfs"], made["surfs"], strict=True):
        np.testing.assert_allclose(ours["rr"], theirs["rr"], atol=1e-8)
        assert np.array_equal(ours["tris"], theirs["tris"])
