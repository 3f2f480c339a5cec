"""Lead fields beside MNE-Python's: spheres, boundary elements, real recordings."""

from types import SimpleNamespace

import numpy as np
import pytest

import leadfield
from leadfield.fif.reader import FifFile
from leadfield.forward.bem import Shell, ShellKind, solve_bem
from leadfield.forward.coil_definitions import COILS, coil
from leadfield.forward.compute import compute_forward
from leadfield.forward.equivalent_dipoles import make_sphere_with_shells, make_sphere_without_shells
from leadfield.forward.fif.bem import read_bem_solution, read_bem_surfaces, write_bem_solution
from leadfield.forward.fif.read_forward import read_forward
from leadfield.forward.fif.write_forward import write_forward
from leadfield.forward.inside_head import restrict_to_inner_skull
from leadfield.forward.sensor_array import make_sensor_array
from leadfield.forward.sphere import EquivalentDipoles, SphericalHeadModel
from leadfield.numerics.mesh_sphere import icosahedron
from leadfield.recording.fif.info import read_info
from leadfield.recording.frames import Frame, Transform
from leadfield.recording.head_shape import fit_sphere_to_headshape
from leadfield.sources.fif import read_sources
from leadfield.sources.space import Sources, SourceSpace, SpaceKind

mne = pytest.importorskip("mne")

RELATIVE, SIGMAS = (0.90, 0.92, 0.97, 1.0), (0.33, 1.0, 0.004, 0.33)
IDENTITY = Transform(source=Frame.MRI, target=Frame.HEAD, matrix=np.eye(4))


def farthest(found, wanted):
    """Largest difference over the largest value."""
    return np.abs(found - wanted).max() / np.abs(wanted).max()


def by_type(model, wanted, types=("mag", "grad", "eeg")):
    rows = {t: model.channels.of_type(t) for t in types}
    return {t: farthest(model.leadfield[r], wanted[r]) for t, r in rows.items() if len(r)}


@pytest.fixture(scope="module")
def real(shared):
    """The real sensors, 20 sources, the way between MRI and head."""
    with FifFile(shared / "test-ave.fif.gz") as fif:
        info = read_info(fif)
    with FifFile(shared / "small-src.fif.gz") as fif:
        sources = read_sources(fif)
    left, right = sources.spaces
    few = Sources(spaces=(left.restricted(np.arange(0, 250, 25)), right.restricted(np.arange(9))))
    trans = mne.read_trans(shared / "sample_audvis_trunc-trans.fif")
    theirs = mne.read_source_spaces(shared / "small-src.fif.gz", verbose=False)
    for space, ours in zip(theirs, few.spaces, strict=True):
        space["inuse"][:] = 0
        space["inuse"][ours.vertices] = 1
        space.update(vertno=np.array(ours.vertices), nuse=len(ours.vertices))
    way = mne.transforms._ensure_trans(trans, "mri", "head")
    return SimpleNamespace(
        info=info,
        sources=few,
        way=Transform(source=Frame.MRI, target=Frame.HEAD, matrix=way["trans"]),
        theirs=SimpleNamespace(
            info=mne.io.read_info(shared / "test-ave.fif.gz", verbose=False),
            sources=theirs,
            trans=trans,
        ),
    )


def both(real, ours, theirs, *, meg=True, eeg=True, margin=0.0):
    array = make_sensor_array(real.info, meg=meg, eeg=eeg, use_references=True)
    kept = restrict_to_inner_skull(real.sources, ours, real.way, margin=margin)
    model = compute_forward(array, kept, ours, real.way)
    there = real.theirs
    forward = mne.make_forward_solution(
        there.info,
        there.trans,
        there.sources,
        theirs,
        meg=meg,
        eeg=eeg,
        mindist=1e3 * margin,
        verbose=False,
    )
    return model, forward


def test_all_of_the_field_s_coils_are_known():
    from mne.forward._make_forward import _read_coil_defs

    assert {int(c["coil_type"]) for c in _read_coil_defs(verbose=False)} == COILS.keys()


@pytest.mark.parametrize("kind", sorted(COILS))
def test_coil_definitions_are_the_field_s(kind):
    from mne.forward._make_forward import _read_coil_defs

    table = {(c["coil_type"], c["accuracy"]): c for c in _read_coil_defs(verbose=False)}
    for accuracy in (0, 1, 2):
        weights, places = coil(kind, accuracy)
        theirs = table[kind, accuracy]
        rows = sorted(np.column_stack([weights, places]).tolist())
        wanted = sorted(np.column_stack([theirs["w"], theirs["rmag"]]).tolist())
        assert rows == pytest.approx(np.array(wanted), abs=1e-12)


def test_a_sphere_gives_the_same_meg(real):
    ours = make_sphere_without_shells((0.002, -0.003, 0.045))
    theirs = mne.make_sphere_model((0.002, -0.003, 0.045), head_radius=None, verbose=False)
    model, forward = both(real, ours, theirs, eeg=False)
    assert max(by_type(model, forward["sol"]["data"]).values()) < 1e-12


def test_the_same_dipoles_for_shells_give_the_same_eeg(real):
    theirs = mne.make_sphere_model(verbose=False)
    ours = SphericalHeadModel(
        centre=np.array([0, 0, 0.04]),
        radii=0.09 * np.array(RELATIVE),
        conductivities=np.array(SIGMAS),
        dipoles=EquivalentDipoles(
            scales=theirs["mu"], strengths=theirs["lambda"] * SIGMAS[-1], misfit=0.0
        ),
    )
    model, forward = both(real, ours, theirs, margin=0.005)
    assert max(by_type(model, forward["sol"]["data"]).values()) < 1e-12


def test_the_default_shells_give_the_same_eeg_as_far_as_theirs_is_determined(real):
    # MNE-Python's search for the dipoles ends where rounding takes it, which alone moves
    # its potentials by 2e-5 of the largest; ours goes on to the bottom.
    theirs = mne.make_sphere_model(verbose=False)
    ours = make_sphere_with_shells(
        (0, 0, 0.04), 0.09, relative_radii=RELATIVE, conductivities=SIGMAS
    )
    model, forward = both(real, ours, theirs, margin=0.005)
    assert model.sources.n_sources == forward["nsource"]
    assert by_type(model, forward["sol"]["data"])["eeg"] < 5e-5


def test_the_real_inner_skull_gives_the_same_meg(real, shared):
    path = shared / "sample-1280-bem-sol.fif"
    model, forward = both(
        real, read_bem_solution(path), mne.read_bem_solution(path, verbose=False), eeg=False
    )
    # One of the two sums float32 solutions up in another order.
    assert max(by_type(model, forward["sol"]["data"]).values()) < 1e-6


def test_the_real_inner_skull_solved_anew_gives_the_same_meg(real, shared):
    path = shared / "sample-1280-bem-sol.fif"
    model, forward = both(
        real,
        solve_bem(read_bem_surfaces(path)),
        mne.read_bem_solution(path, verbose=False),
        eeg=False,
    )
    assert max(by_type(model, forward["sol"]["data"]).values()) < 1e-4


def test_sources_near_the_real_inner_skull_are_dropped_as_theirs(real, shared):
    path = shared / "sample-1280-bem-sol.fif"
    theirs = mne.read_bem_solution(path, verbose=False)
    model, forward = both(real, read_bem_solution(path), theirs, eeg=False, margin=0.012)
    assert 0 < model.sources.n_sources < real.sources.n_sources
    for ours, there in zip(model.sources.vertices, forward["src"], strict=True):
        assert np.array_equal(ours, there["vertno"])


def test_a_stored_forward_solution_is_computed_again(shared):
    with FifFile(shared / "real_meg-oct-4-fwd.fif") as fif:
        stored = read_forward(fif)
    with FifFile(shared / "test-ave.fif.gz") as fif:
        info = read_info(fif)
    skull = read_bem_solution(shared / "sample-1280-bem-sol.fif")
    array = make_sensor_array(info, meg=True, eeg=False, use_references=True)
    model = compute_forward(array, stored.sources, skull, stored.mri_to_head)
    wanted = stored.picked(model.info.names).leadfield
    assert max(by_type(model, wanted).values()) < 1e-6


@pytest.fixture(scope="module")
def three_shells():
    """Three ellipsoids in the head's place, for both."""
    vertices, triangles = icosahedron(2)
    vertices = vertices * [0.95, 1.1, 1] / np.linalg.norm(vertices, axis=1, keepdims=True)
    kinds = (ShellKind.HEAD, ShellKind.OUTER_SKULL, ShellKind.INNER_SKULL)
    shells = [
        Shell(
            kind=kind,
            conductivity=sigma,
            vertices=radius * vertices + [0, 0.01, 0.02],
            triangles=triangles,
        )
        for kind, radius, sigma in zip(kinds, (0.1, 0.092, 0.085), (0.33, 0.006, 0.3), strict=True)
    ]
    surfaces = []
    for shell in shells:
        surface = {
            "rr": np.array(shell.vertices),
            "tris": np.array(shell.triangles),
            "id": int(shell.kind),
            "sigma": shell.conductivity,
            "np": len(shell.vertices),
            "ntri": len(shell.triangles),
            "coord_frame": int(shell.frame),
        }
        surfaces.append(mne.surface.complete_surface_info(surface, verbose=False))
    return SimpleNamespace(
        ours=solve_bem(shells), theirs=mne.make_bem_solution(surfaces, verbose=False)
    )


def test_three_shells_have_the_same_solution(three_shells):
    # Theirs counts a triangle as nothing that fills less than 1e-6 of the sky.
    assert farthest(three_shells.ours.solution, three_shells.theirs["solution"]) < 1e-4


def test_three_shells_give_the_same_meg_and_eeg(real, three_shells):
    model, forward = both(real, three_shells.ours, three_shells.theirs, margin=0.005)
    assert model.sources.n_sources == forward["nsource"]
    assert max(by_type(model, forward["sol"]["data"]).values()) < 1e-4


def test_mne_python_reads_a_written_forward_solution(real, three_shells, tmp_path):
    model, _ = both(real, three_shells.ours, three_shells.theirs)
    path = tmp_path / "ours-fwd.fif"
    write_forward(path, model, overwrite=False)
    theirs = mne.read_forward_solution(path, verbose=False)
    assert theirs["sol"]["row_names"] == list(model.info.names)
    assert farthest(theirs["sol"]["data"], model.leadfield) < 1e-7
    assert theirs["source_rr"] == pytest.approx(model.sources.positions, abs=1e-7)
    mne.write_forward_solution(tmp_path / "theirs-fwd.fif", theirs, verbose=False)


def test_mne_python_reads_a_written_solution(three_shells, tmp_path):
    path = tmp_path / "ours-bem-sol.fif"
    write_bem_solution(path, three_shells.ours, overwrite=False)
    theirs = mne.read_bem_solution(path, verbose=False)
    assert farthest(theirs["solution"], three_shells.ours.solution) < 1e-7
    assert theirs["sigma"] == pytest.approx(three_shells.ours.conductivities)
    for surface, shell in zip(theirs["surfs"], three_shells.ours.shells, strict=True):
        assert surface["rr"] == pytest.approx(shell.vertices, abs=1e-7)


@pytest.mark.parametrize("ignore", [False, True])
def test_compensated_coils_of_a_real_ctf_recording_see_the_same(shared, ignore):
    path = shared / "test_ctf_comp_raw.fif"
    with FifFile(path) as fif:
        info = read_info(fif)
    rng = np.random.default_rng(0)
    places = rng.uniform([-0.04, -0.04, 0.0], [0.04, 0.04, 0.08], (12, 3))
    space = SourceSpace(
        kind=SpaceKind.DISCRETE,
        positions=places,
        normals=np.tile([0.0, 0.0, 1.0], (12, 1)),
        vertices=np.arange(12),
        frame=Frame.HEAD,
    )
    array = make_sensor_array(info, meg=True, eeg=False, use_references=not ignore)
    sphere = make_sphere_without_shells((0, 0, 0.04))
    model = compute_forward(array, Sources(spaces=(space,)), sphere, IDENTITY)
    pos = {"rr": places, "nn": np.array(space.normals)}
    theirs = mne.setup_volume_source_space(pos=pos, verbose=False)
    theirs[0]["coord_frame"] = mne._fiff.constants.FIFF.FIFFV_COORD_HEAD
    forward = mne.make_forward_solution(
        mne.io.read_info(path, verbose=False),
        mne.transforms.Transform("mri", "head"),
        theirs,
        mne.make_sphere_model((0, 0, 0.04), head_radius=None, verbose=False),
        eeg=False,
        ignore_ref=ignore,
        verbose=False,
    )
    assert farthest(model.leadfield, forward["sol"]["data"]) < 1e-12


@pytest.mark.parametrize(
    "file", ["kit_test_bin_raw.fif", "exported4D_linux_raw.fif", "test_ctf_comp_raw.fif"]
)
def test_sensors_of_real_recordings_of_other_makers_see_the_same(shared, file):
    info = mne.io.read_info(shared / file, verbose="error")
    rng = np.random.default_rng(0)
    places = rng.uniform([-0.04, -0.04, 0.0], [0.04, 0.04, 0.08], (9, 3))
    src = mne.setup_volume_source_space(
        pos={"rr": places, "nn": np.tile([0.0, 0.0, 1.0], (9, 1))}, verbose="error"
    )
    sphere = mne.make_sphere_model((0, 0, 0.04), head_radius=None, verbose="error")
    want = mne.make_forward_solution(
        info, None, src, sphere, eeg=False, on_inside="ignore", verbose="error"
    )
    found = leadfield.make_forward_solution(info, None, src, sphere, eeg=False, on_inside="ignore")
    assert found.ch_names == want.ch_names
    assert farthest(found["sol"]["data"], want["sol"]["data"]) < 1e-12


@pytest.mark.parametrize("coil_type", [8001, 8002, 8101, 8201, 9102, 7001, 6002])
def test_sensors_of_any_kind_see_the_same(real, coil_type):
    info = mne.pick_info(real.theirs.info, range(0, 90, 3))
    for channel in info["chs"]:
        channel["coil_type"] = coil_type
    src = mne.setup_volume_source_space(
        pos={"rr": np.eye(3) * 0.04, "nn": np.eye(3)}, verbose="error"
    )
    sphere = mne.make_sphere_model((0, 0, 0.04), head_radius=None, verbose="error")
    want = mne.make_forward_solution(info, None, src, sphere, eeg=False, verbose="error")
    found = leadfield.make_forward_solution(info, None, src, sphere, eeg=False)
    assert farthest(found["sol"]["data"], want["sol"]["data"]) < 1e-12


def test_the_sphere_through_the_real_head_is_the_same(real):
    radius, centre = fit_sphere_to_headshape(real.info)
    theirs = mne.bem.fit_sphere_to_headshape(real.theirs.info, verbose=False)
    # Theirs squares the points in float32.
    assert radius == pytest.approx(theirs[0], rel=1e-6)
    assert centre == pytest.approx(theirs[1], rel=1e-6)
