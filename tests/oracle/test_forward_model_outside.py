"""The functions that users type, beside MNE-Python's of the same names."""

import inspect

import numpy as np
import pytest

from leadfield.api.forward import bem_surfaces, conductors
from leadfield.api.forward import make as forward_model
from leadfield.api.forward.forward import write_forward_solution

mne = pytest.importorskip("mne")

PAIRS = [
    (forward_model.make_forward_solution, mne.make_forward_solution),
    (write_forward_solution, mne.write_forward_solution),
    (conductors.make_sphere_model, mne.make_sphere_model),
    (conductors.make_bem_solution, mne.make_bem_solution),
    (conductors.read_bem_solution, mne.read_bem_solution),
    (conductors.write_bem_solution, mne.write_bem_solution),
    (bem_surfaces.make_bem_model, mne.make_bem_model),
    (bem_surfaces.read_bem_surfaces, mne.read_bem_surfaces),
    (bem_surfaces.write_bem_surfaces, mne.write_bem_surfaces),
]


@pytest.mark.parametrize(("ours", "theirs"), PAIRS, ids=lambda f: f.__name__)
def test_arguments_are_named_and_set_as_theirs(ours, theirs):
    def told(function):
        parameters = inspect.signature(inspect.unwrap(function)).parameters.values()
        return [(p.name, p.default, p.kind) for p in parameters]

    assert told(ours) == told(theirs)


def test_a_real_recording_and_skull_give_the_same_lead_field(shared):
    paths = {
        "info": shared / "test-ave.fif.gz",
        "trans": shared / "sample_audvis_trunc-trans.fif",
        "src": shared / "small-src.fif.gz",
        "bem": shared / "sample-1280-bem-sol.fif",
    }
    ours = forward_model.make_forward_solution(*paths.values(), eeg=False, mindist=5.0)
    info = mne.io.read_info(paths.pop("info"), verbose=False)
    theirs = mne.make_forward_solution(info, *paths.values(), eeg=False, mindist=5.0, verbose=False)
    assert ours["sol"]["row_names"] == theirs["sol"]["row_names"]
    types = np.array(info.get_channel_types("meg"))
    for kind in ("mag", "grad"):
        found, wanted = (f["sol"]["data"][types == kind] for f in (ours, theirs))
        assert np.abs(found - wanted).max() < 1e-6 * np.abs(wanted).max()
    for key in ("source_rr", "source_nn"):
        assert ours[key] == pytest.approx(theirs[key], abs=1e-9)
    for a, b in zip(ours["src"], theirs["src"], strict=True):
        assert np.array_equal(a["vertno"], b["vertno"])


@pytest.fixture(scope="module")
def subjects(tmp_path_factory):
    """A subject with three star-shaped surfaces of an icosahedron of grade 3."""
    folder = tmp_path_factory.mktemp("subjects")
    (folder / "someone" / "bem").mkdir(parents=True)
    ico = mne.surface._get_ico_surface(3)
    rr = ico["rr"] * [70, 80, 75] * (1 + 0.05 * np.sin(3 * ico["rr"][:, :1]))
    for name, scale in (("inner_skull", 1.0), ("outer_skull", 1.08), ("outer_skin", 1.2)):
        path = folder / "someone" / "bem" / f"{name}.surf"
        mne.write_surface(path, scale * rr, ico["tris"], verbose=False)
    return folder


@pytest.mark.parametrize("conductivity", [0.3, (0.3, 0.006, 0.3)])
def test_a_subject_gives_the_same_surfaces_in_the_same_order(subjects, conductivity):
    ours, theirs = (
        make("someone", 2, conductivity, subjects)
        for make in (bem_surfaces.make_bem_model, mne.make_bem_model)
    )
    assert len(ours) == len(theirs)
    for a, b in zip(ours, theirs, strict=True):
        for key in ("id", "sigma", "np", "ntri", "coord_frame"):
            assert a[key] == b[key]
        assert a["rr"] == pytest.approx(b["rr"], abs=1e-9)
        assert np.array_equal(a["tris"], b["tris"])


def test_mne_python_reads_written_surfaces(subjects, tmp_path):
    surfs = bem_surfaces.make_bem_model("someone", 2, subjects_dir=subjects)
    bem_surfaces.write_bem_surfaces(tmp_path / "ours-bem.fif", surfs)
    for ours, theirs in zip(
        surfs, mne.read_bem_surfaces(tmp_path / "ours-bem.fif", verbose=False), strict=True
    ):
        assert theirs["rr"] == pytest.approx(ours["rr"], abs=1e-7)
        assert theirs["nn"] == pytest.approx(ours["nn"], abs=1e-6)
        assert np.array_equal(theirs["tris"], ours["tris"])
