"""MNE-Python's own models are taken as the same files read by leadfield, and ours given back."""

from dataclasses import fields
from types import SimpleNamespace

import numpy as np
import pytest
from scipy import sparse

import leadfield
from leadfield import minimum_norm as ours
from leadfield.api.forward.conductors import as_conductor
from leadfield.api.forward.forward import as_forward
from leadfield.api.inverse.inverse_operator import as_inverse
from leadfield.api.sources.source_spaces import as_sources
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError, StateError

mne = pytest.importorskip("mne")
theirs = mne.minimum_norm

# What only files hold: what they were made from.
FILES_ONLY = {"opaque_blocks"}


def assert_same(one, other, where=""):
    """Both hold the same to the last bit, field by field."""
    if isinstance(one, tuple):
        assert len(one) == len(other), where
        for i, (a, b) in enumerate(zip(one, other, strict=True)):
            assert_same(a, b, f"{where}[{i}]")
    elif hasattr(one, "__dataclass_fields__"):
        assert type(one) is type(other), where
        for field in fields(one):
            if field.name not in FILES_ONLY:
                a, b = (getattr(thing, field.name) for thing in (one, other))
                assert_same(a, b, f"{where}.{field.name}")
    elif sparse.issparse(one):
        assert one.shape == other.shape, where
        assert abs(one - other).max() == 0, where
    elif isinstance(one, np.ndarray):
        assert one.shape == other.shape, where
        assert np.array_equal(one, other, equal_nan=one.dtype.kind == "f"), where
    else:
        assert one == other, where


@pytest.mark.parametrize("name", ["small-src.fif.gz", "fsaverage-vol7-nointerp-src.fif.gz"])
def test_source_spaces_are_those_of_the_file(shared, name):
    path = shared / name
    expected = leadfield.read_source_spaces(path).value
    assert_same(as_sources(mne.read_source_spaces(path)), expected)


@pytest.mark.parametrize("kind", ["surface", "volume", "discrete", "mixed"])
def test_forward_solutions_are_those_of_the_file(made_forwards, kind):
    path = made_forwards[kind]
    expected = leadfield.read_forward_solution(path).value
    assert_same(as_forward(mne.read_forward_solution(path)), expected)


def test_the_real_forward_solution_is_that_of_the_file(shared):
    path = shared / "real_meg-oct-4-fwd.fif"
    expected = leadfield.read_forward_solution(path).value
    assert_same(as_forward(mne.read_forward_solution(path)), expected)


@pytest.mark.parametrize("force_fixed", [False, True])
def test_a_turned_forward_solution_can_be_turned_again(made_forwards, force_fixed):
    path = made_forwards["surface"]
    read = mne.read_forward_solution(path)
    turned = mne.convert_forward_solution(read, surf_ori=True, force_fixed=force_fixed)
    back = leadfield.convert_forward_solution(turned)
    assert_same(back.value, leadfield.read_forward_solution(path).value)
    again = leadfield.convert_forward_solution(turned, surf_ori=True)
    other = mne.convert_forward_solution(read, surf_ori=True)
    expected = other["sol"]["data"]
    np.testing.assert_allclose(again["sol"]["data"], expected, atol=1e-12 * abs(expected).max())


def make_operator(shared, path, **options):
    """Evoked, covariance and MNE-Python's operator of a made-up forward solution."""
    forward = mne.read_forward_solution(path)
    evoked = mne.read_evokeds(shared / "test-ave.fif.gz", 0, verbose=False)
    evoked = evoked.crop(0.05, 0.1).pick(forward.ch_names)
    noise = mne.make_ad_hoc_cov(evoked.info)
    return evoked, noise, theirs.make_inverse_operator(evoked.info, forward, noise, **options)


OPTIONS = {
    "surface": {"loose": 0.2},
    "fixed": {"fixed": True},
    "volume": {"loose": 1.0},
    "discrete": {"loose": 1.0, "depth": None},
    "mixed": {"loose": 1.0},
}


@pytest.fixture(params=OPTIONS)
def operator(request, shared, made_forwards):
    """Evoked, covariance and operator of MNE-Python's, of each kind of sources."""
    kind = request.param
    path = made_forwards["surface" if kind == "fixed" else kind]
    return make_operator(shared, path, **OPTIONS[kind])


def test_an_operator_is_that_of_its_file(operator, tmp_path):
    path = tmp_path / "made-inv.fif"
    theirs.write_inverse_operator(path, operator[2], verbose=False)
    expected = ours.read_inverse_operator(path).value
    assert_same(as_inverse(theirs.read_inverse_operator(path)), expected)


def own_evoked(evoked, folder):
    path = folder / "own-ave.fif"
    evoked.save(path, overwrite=True, verbose=False)
    mine = leadfield.read_evokeds(path, 0)
    mine.data = evoked.data.copy()
    return mine


@pytest.mark.parametrize("method", ["MNE", "dSPM", "sLORETA"])
def test_applying_an_operator_gives_their_estimate(operator, method, tmp_path):
    evoked, _, inverse = operator
    expected = theirs.apply_inverse(evoked, inverse, 1 / 9, method)
    got = ours.apply_inverse(own_evoked(evoked, tmp_path), inverse, 1 / 9, method)
    limit = 1e-8 * abs(expected.data).max()
    np.testing.assert_allclose(got.data, expected.data, rtol=0, atol=limit)
    assert ours.compute_rank_inverse(inverse) == theirs.compute_rank_inverse(inverse)


def test_a_weighted_operator_gives_their_estimate(shared, made_forwards, tmp_path):
    evoked, _, inverse = make_operator(shared, made_forwards["surface"])
    deviations = np.sqrt(inverse["source_cov"]["data"])
    inverse["eigen_leads"]["data"] = inverse["eigen_leads"]["data"] * deviations[:, None]
    inverse["eigen_leads_weighted"] = True
    expected = theirs.apply_inverse(evoked, inverse, 1 / 9)
    got = ours.apply_inverse(own_evoked(evoked, tmp_path), inverse, 1 / 9)
    limit = 1e-8 * abs(expected.data).max()
    np.testing.assert_allclose(got.data, expected.data, rtol=0, atol=limit)


METHODS = ["MNE", "dSPM", "sLORETA", "eLORETA"]


@pytest.mark.parametrize("method", METHODS)
def test_a_prepared_operator_gives_their_estimate(operator, method, tmp_path):
    evoked, _, inverse = operator
    prepared = theirs.prepare_inverse_operator(inverse, 20, 0.3, method)
    expected = theirs.apply_inverse(evoked, prepared, 0.3, method, prepared=True)
    mine = own_evoked(evoked, tmp_path)
    for given in (mine, evoked):
        got = ours.apply_inverse(given, prepared, 0.3, method, prepared=True)
        limit = 1e-10 * abs(expected.data).max()
        np.testing.assert_allclose(got.data, expected.data, rtol=0, atol=limit)


@pytest.mark.parametrize("force_equal", [False, True])
def test_weights_that_were_fitted_there_are_taken_as_they_are(
    shared, made_forwards, force_equal, tmp_path
):
    evoked, _, inverse = make_operator(shared, made_forwards["surface"])
    # So few steps that leadfield's own would be others.
    params = {"force_equal": force_equal, "max_iter": 2}
    with pytest.warns(RuntimeWarning, match="did not converge"):
        prepared = theirs.prepare_inverse_operator(inverse, 7, 1 / 9, "eLORETA", params)
    for pick_ori in (None, "normal", "vector"):
        options = {"pick_ori": pick_ori, "method": "eLORETA", "prepared": True}
        expected = theirs.apply_inverse(evoked, prepared, 1 / 9, **options)
        got = ours.apply_inverse(own_evoked(evoked, tmp_path), prepared, 1 / 9, **options)
        limit = 1e-10 * abs(expected.data).max()
        np.testing.assert_allclose(got.data, expected.data, rtol=0, atol=limit)


@pytest.mark.parametrize("method", METHODS[:3])
def test_a_prepared_operator_can_be_prepared_again(operator, method, tmp_path):
    evoked, _, inverse = operator
    prepared = theirs.prepare_inverse_operator(inverse, 20, 0.3, "dSPM")
    expected = theirs.apply_inverse(evoked, prepared, 1 / 9, method)
    got = ours.apply_inverse(own_evoked(evoked, tmp_path), prepared, 1 / 9, method)
    limit = 1e-8 * abs(expected.data).max()
    np.testing.assert_allclose(got.data, expected.data, rtol=0, atol=limit)


@pytest.mark.filterwarnings("ignore:the data had projections")
def test_variances_alone_are_scaled_as_there(shared, made_forwards, tmp_path):
    evoked, _, inverse = make_operator(shared, made_forwards["surface"])
    noise = inverse["noise_cov"]
    noise.update(data=np.diag(noise["data"]).copy(), diag=True, projs=[])
    noise.update(eig=noise["data"], eigvec=np.eye(noise["dim"]))
    inverse["projs"] = []
    prepared = theirs.prepare_inverse_operator(inverse, 20, 1 / 9)
    expected = theirs.apply_inverse(evoked, prepared, 1 / 9, prepared=True)
    got = ours.apply_inverse(own_evoked(evoked, tmp_path), prepared, 1 / 9, prepared=True)
    limit = 1e-10 * abs(expected.data).max()
    np.testing.assert_allclose(got.data, expected.data, rtol=0, atol=limit)


def test_a_prepared_operator_is_applied_as_it_was_prepared(shared, made_forwards):
    evoked, _, inverse = make_operator(shared, made_forwards["surface"])
    prepared = theirs.prepare_inverse_operator(inverse, 20, 1 / 9, "sLORETA")
    with pytest.raises(MismatchError, match=r"prepared for sLORETA with lambda2 = 0\.11111"):
        ours.apply_inverse(evoked, prepared, 1 / 9, "dSPM", prepared=True)
    with pytest.raises(MismatchError, match=r"got sLORETA with lambda2 = 0\.2"):
        ours.apply_inverse(evoked, prepared, 0.2, "sLORETA", prepared=True)
    with pytest.raises(InputError, match="got MNE-Python's InverseOperator: prepare it"):
        ours.apply_inverse(evoked, inverse, 1 / 9, prepared=True)
    prepared["noisenorm"] *= 2
    with pytest.raises(StateError, match="another 'noisenorm'"):
        ours.apply_inverse(evoked, prepared, 1 / 9, "sLORETA", prepared=True)


def test_fitted_weights_are_no_operator(shared, made_forwards):
    inverse = make_operator(shared, made_forwards["surface"])[2]
    prepared = theirs.prepare_inverse_operator(inverse, 20, 1 / 9, "eLORETA")
    with pytest.raises(StateError, match="lost its source covariance: apply it with prepared=True"):
        ours.compute_rank_inverse(prepared)


def test_operators_are_made_of_their_forward_solution(shared, made_forwards, tmp_path):
    path = made_forwards["surface"]
    evoked, noise, _ = make_operator(shared, path)
    noise.save(tmp_path / "own-cov.fif")
    info = own_evoked(evoked, tmp_path).info
    cov = leadfield.read_cov(tmp_path / "own-cov.fif")
    expected = ours.make_inverse_operator(info, leadfield.read_forward_solution(path), cov)
    got = ours.make_inverse_operator(info, mne.read_forward_solution(path), cov)
    assert_same(got.value, expected.value)


def test_what_is_no_model_is_refused_by_its_name(shared):
    src = mne.read_source_spaces(shared / "small-src.fif.gz")
    with pytest.raises(ArgumentTypeError, match="got MNE-Python's SourceSpaces"):
        ours.compute_rank_inverse(src)
    with pytest.raises(ArgumentTypeError, match="got MNE-Python's SourceSpaces"):
        leadfield.convert_forward_solution(src)
    trans = mne.transforms.Transform("head", "mri")
    with pytest.raises(ArgumentTypeError, match="got MNE-Python's Transform"):
        leadfield.write_source_spaces("never-src.fif", trans)


def test_their_forward_solution_is_not_changed_in_place(shared):
    forward = mne.read_forward_solution(shared / "real_meg-oct-4-fwd.fif")
    with pytest.raises(InputError, match="copy must be True"):
        leadfield.convert_forward_solution(forward, copy=False)


def lead_fields(shared, bem, **options):
    """Lead field of their objects by each package: sources, transform, head model."""
    info = mne.io.read_info(shared / "test-ave.fif.gz")
    keep = [name for name in info["ch_names"] if name[:3] in {"MEG", "EEG"}][::4]
    info = mne.pick_info(info, mne.pick_channels(info["ch_names"], keep, ordered=True))
    forward = mne.read_forward_solution(shared / "real_meg-oct-4-fwd.fif")
    src = mne.read_source_spaces(shared / "real_meg-oct-4-fwd.fif")
    for space in src:
        vertices = space["vertno"][::30]
        space["inuse"][:] = 0
        space["inuse"][vertices] = 1
        space.update(vertno=vertices, nuse=len(vertices))
    trans = forward["mri_head_t"]
    mine = leadfield.read_evokeds(shared / "test-ave.fif.gz", 0).pick(keep)
    return (
        leadfield.make_forward_solution(mine.info, shared_trans(trans), src, bem, **options),
        mne.make_forward_solution(info, trans, src, bem, **options),
    )


def shared_trans(trans):
    return leadfield.CoordinateTransform(trans["from"], trans["to"], trans["trans"])


def test_their_sphere_gives_their_lead_field(shared):
    got, expected = lead_fields(shared, mne.make_sphere_model((0.0, 0.02, 0.05), 0.1))
    assert got["sol"]["row_names"] == expected["sol"]["row_names"]
    for kind in ("MEG", "EEG"):
        rows = [name.startswith(kind) for name in got.ch_names]
        wanted = expected["sol"]["data"][rows]
        difference = abs(got["sol"]["data"][rows] - wanted).max()
        assert difference < 1e-6 * abs(wanted).max()  # it computes in single precision here


def test_their_solution_gives_the_lead_field_of_its_file(shared):
    path = shared / "sample-1280-bem-sol.fif"
    got, expected = lead_fields(shared, mne.read_bem_solution(path), eeg=False)
    scale = abs(expected["sol"]["data"]).max()
    assert abs(got["sol"]["data"] - expected["sol"]["data"]).max() < 1e-6 * scale
    ours_read, _ = lead_fields(shared, mne.read_bem_solution(path), eeg=False)
    assert np.array_equal(got["sol"]["data"], ours_read["sol"]["data"])
    assert_same(as_conductor(mne.read_bem_solution(path)), leadfield.read_bem_solution(path).value)


def test_their_surfaces_are_solved_as_those_of_the_file(shared):
    path = shared / "sample-1280-bem-sol.fif"
    got = leadfield.make_bem_solution(mne.read_bem_surfaces(path))
    assert_same(got.value, leadfield.make_bem_solution(path).value)


def test_head_models_that_cannot_be_taken_are_refused(shared):
    bem = mne.read_bem_solution(shared / "sample-1280-bem-sol.fif")
    with pytest.raises(InputError, match="must have a 'solution'"):
        as_conductor(mne.bem.ConductorModel({**bem, "solution": None}))
    with pytest.raises(InputError, match="must be one of 'mne', 'openmeeg', got 'other'"):
        as_conductor(mne.bem.ConductorModel({**bem, "solver": "other"}))
    with pytest.raises(ArgumentTypeError, match="got MNE-Python's Transform"):
        as_conductor(mne.transforms.Transform("head", "mri"))


KINDS = ["surface", "volume", "discrete", "mixed"]


def close(got, expected, tolerance=1e-8):
    np.testing.assert_allclose(got, expected, rtol=0, atol=tolerance * abs(expected).max())


@pytest.mark.parametrize("name", ["small-src.fif.gz", "fsaverage-vol7-nointerp-src.fif.gz"])
def test_source_spaces_come_back(shared, name, tmp_path):
    src = leadfield.read_source_spaces(shared / name)
    theirs = src.to_mne()
    assert_same(as_sources(theirs), src.value)
    theirs[0]["rr"][0] = 7.0  # their arrays are their own
    assert src[0]["rr"][0, 0] != 7.0
    read, given = mne.read_source_spaces(shared / name), src.to_mne()
    given.save(tmp_path / "given-src.fif")
    assert_same(leadfield.read_source_spaces(tmp_path / "given-src.fif").value, src.value)
    for one, other in zip(given, read, strict=True):
        for key in ("pinfo", "patch_inds"):
            assert (one[key] is None) == (other[key] is None)
        if one["pinfo"] is not None:
            assert np.array_equal(one["patch_inds"], other["patch_inds"])
            assert all(map(np.array_equal, one["pinfo"], other["pinfo"]))
        missing = set(other) - set(one)
        assert not missing


@pytest.mark.parametrize("kind", KINDS)
def test_forward_solutions_come_back(made_forwards, kind):
    fwd = leadfield.read_forward_solution(made_forwards[kind])
    assert_same(as_forward(fwd.to_mne()), fwd.value)
    if kind != "volume":
        turned = leadfield.convert_forward_solution(fwd, surf_ori=True)
        assert_same(as_forward(turned.to_mne()), turned.value)


def test_forward_solutions_are_turned_and_saved_there(made_forwards, tmp_path):
    path = made_forwards["surface"]
    fwd = leadfield.read_forward_solution(path)
    expected = mne.convert_forward_solution(mne.read_forward_solution(path), surf_ori=True)
    got = mne.convert_forward_solution(fwd.to_mne(), surf_ori=True)
    close(got["sol"]["data"], expected["sol"]["data"], 1e-12)
    close(mne.sensitivity_map(got).data, mne.sensitivity_map(expected).data, 1e-12)
    turned = leadfield.convert_forward_solution(fwd, surf_ori=True, force_fixed=True)
    back = mne.convert_forward_solution(turned.to_mne())
    assert np.array_equal(back["sol"]["data"], fwd["sol"]["data"])
    with pytest.warns(RuntimeWarning, match="stored on disk in X/Y/Z"):
        turned.to_mne().save(tmp_path / "turned-fwd.fif")
    assert_same(leadfield.read_forward_solution(tmp_path / "turned-fwd.fif").value, fwd.value)


def test_a_gradient_goes_along(shared):
    sphere = mne.make_sphere_model((0.0, 0.02, 0.05), head_radius=None)
    _, theirs = lead_fields(shared, sphere, eeg=False)
    flat = np.random.default_rng(0).standard_normal((theirs["nchan"], 9 * theirs["nsource"]))
    theirs["sol_grad"] = {**theirs["sol"], "data": flat, "ncol": flat.shape[1]}
    theirs["_orig_sol_grad"] = flat.copy()
    model = as_forward(theirs)
    assert model.gradient.shape == (theirs["nchan"], 3 * theirs["nsource"], 3)
    back = leadfield.Forward(model).to_mne()
    assert np.array_equal(back["sol_grad"]["data"], flat)
    assert np.array_equal(back["_orig_sol_grad"], flat)


def made_operator(shared, path, **options):
    """Evoked and operator of ours."""
    fwd = leadfield.read_forward_solution(path)
    evoked = leadfield.read_evokeds(shared / "test-ave.fif.gz", 0)
    evoked = evoked.crop(0.05, 0.1).pick(fwd.ch_names)
    noise = leadfield.make_ad_hoc_cov(evoked.info)
    return evoked, ours.make_inverse_operator(evoked.info, fwd, noise, **options)


@pytest.mark.parametrize("method", ["MNE", "dSPM", "sLORETA"])
@pytest.mark.parametrize("kind", [*KINDS, "fixed"])
def test_operators_are_applied_there(shared, made_forwards, kind, method):
    options = {"surface": {"loose": 0.3}, "fixed": {"fixed": True}}.get(kind, {"loose": 1.0})
    path = made_forwards["surface" if kind == "fixed" else kind]
    evoked, inverse = made_operator(shared, path, **options)
    expected = ours.apply_inverse(evoked, inverse, 1 / 9, method)
    given = inverse.to_mne()
    assert_same(as_inverse(given), inverse.value)
    got = mne.minimum_norm.apply_inverse(evoked.to_mne(), given, 1 / 9, method)
    close(got.data, expected.data)
    assert got.subject == expected.subject
    assert type(got).__name__ == type(expected).__name__


def test_operators_of_files_are_saved_there(shared, made_forwards, tmp_path):
    evoked, inverse = made_operator(shared, made_forwards["surface"])
    inverse.save(tmp_path / "ours-inv.fif")
    read = ours.read_inverse_operator(tmp_path / "ours-inv.fif")
    given = read.to_mne()
    assert repr(given) == repr(mne.minimum_norm.read_inverse_operator(tmp_path / "ours-inv.fif"))
    mne.minimum_norm.write_inverse_operator(tmp_path / "theirs-inv.fif", given)
    again = ours.read_inverse_operator(tmp_path / "theirs-inv.fif")
    close(ours.apply_inverse(evoked, again).data, ours.apply_inverse(evoked, read).data, 1e-12)


def test_spheres_give_the_same_lead_field(shared):
    for radius in (0.1, None):
        sphere = leadfield.make_sphere_model((0.0, 0.02, 0.05), radius)
        given = sphere.to_mne()
        assert given.radius == sphere.radius
        back = as_conductor(given)
        assert np.array_equal(back.radii, sphere.value.radii)
        mine, theirs = lead_fields(shared, given, eeg=radius is not None)
        for kind in ("MEG", "EEG"):
            rows = [name.startswith(kind) for name in mine.ch_names]
            if any(rows):
                close(mine["sol"]["data"][rows], theirs["sol"]["data"][rows], 1e-6)


def test_boundary_elements_give_the_same_lead_field(shared):
    path = shared / "sample-1280-bem-sol.fif"
    bem, read = leadfield.read_bem_solution(path), mne.read_bem_solution(path)
    given = bem.to_mne()
    assert_same(as_conductor(given), bem.value)
    for key in ("sigma", "field_mult", "source_mult", "gamma", "solution"):
        np.testing.assert_allclose(given[key], read[key], rtol=1e-12)
    assert set(read) <= set(given)
    assert set(read["surfs"][0]) <= set(given["surfs"][0])
    _, theirs = lead_fields(shared, given, eeg=False)
    _, expected = lead_fields(shared, read, eeg=False)
    close(theirs["sol"]["data"], expected["sol"]["data"], 1e-12)


def test_surfaces_are_given_for_files_and_solutions(shared, tmp_path):
    surfs = leadfield.read_bem_surfaces(shared / "sample-1280-bem-sol.fif")
    mne.write_bem_surfaces(tmp_path / "given-bem.fif", [surf.to_mne() for surf in surfs])
    again = leadfield.read_bem_surfaces(tmp_path / "given-bem.fif")
    assert_same(again[0].value, surfs[0].value)


def written(write, read, path, model):
    """What comes back from a file."""
    write(path, model)
    return read(path)


# Every function and method that takes a model, with what it takes: (ours, folder) to numbers.
TAKES = {
    "write_source_spaces": lambda m, to: written(
        leadfield.write_source_spaces, leadfield.read_source_spaces, to / "a-src.fif", m.src
    )[0]["rr"],
    "SourceSpaces.__add__": lambda m, _: (m.own_volume + m.volume).value.n_sources,
    "write_forward_solution": lambda m, to: written(
        leadfield.write_forward_solution, leadfield.read_forward_solution, to / "a-fwd.fif", m.fwd
    )["sol"]["data"],
    "is_fixed_orient": lambda m, _: leadfield.is_fixed_orient(m.fwd),
    "pick_types_forward": lambda m, _: leadfield.pick_types_forward(m.fwd, meg="grad")["sol"][
        "data"
    ],
    "pick_channels_forward": lambda m, _: leadfield.pick_channels_forward(
        m.fwd, m.evoked.ch_names[:4]
    )["sol"]["data"],
    "compute_depth_prior": lambda m, _: leadfield.compute_depth_prior(m.fwd, m.info),
    "compute_orient_prior": lambda m, _: leadfield.compute_orient_prior(m.fwd, 1.0),
    "write_inverse_operator": lambda m, to: written(
        ours.write_inverse_operator, ours.read_inverse_operator, to / "a-inv.fif", m.inv
    )["eigen_leads"]["data"],
    "prepare_inverse_operator": lambda m, _: (
        ours.apply_inverse(
            m.evoked, ours.prepare_inverse_operator(m.inv, 4, 1 / 9), prepared=True
        ).data
    ),
    "apply_inverse_cov": lambda m, _: ours.apply_inverse_cov(m.cov, m.info, m.inv).data,
    "estimate_snr": lambda m, _: ours.estimate_snr(m.evoked, m.inv)[0],
    "label of apply_inverse": lambda m, _: (
        ours.apply_inverse(m.evoked, m.inv, label=m.label, pick_ori="vector").data
    ),
    "in_label": lambda m, _: m.stc.in_label(m.label).data,
    "extract_label_time_course": lambda m, _: m.stc.extract_label_time_course([m.label], m.src),
    "fill": lambda m, _: m.own_label.fill(m.src).vertices,
    "restrict": lambda m, _: m.own_label.restrict(m.src).vertices,
    "write_bem_solution": lambda m, to: written(
        leadfield.write_bem_solution, leadfield.read_bem_solution, to / "a-bem-sol.fif", m.bem
    )["solution"],
    "write_bem_surfaces": lambda m, to: written(
        leadfield.write_bem_surfaces, leadfield.read_bem_surfaces, to / "a-bem.fif", m.surfs
    )[0]["rr"],
}


@pytest.fixture(scope="module")
def models(shared, made_forwards):
    """The same models of theirs and of ours."""
    evoked, inverse = made_operator(shared, made_forwards["surface"])
    path, bem = made_forwards["surface"], shared / "sample-1280-bem-sol.fif"
    fwd, volume = (leadfield.read_forward_solution(made_forwards[k]) for k in ("surface", "volume"))
    vertices = fwd["src"][0]["vertno"][::2]
    label = leadfield.Label(vertices, hemi="lh", name="some", subject=fwd["src"].value.subject)
    same = {
        "evoked": evoked,
        "info": leadfield.pick_info(evoked.info, range(len(evoked.ch_names))),
        "cov": leadfield.make_ad_hoc_cov(evoked.info),
        "stc": ours.apply_inverse(evoked, inverse),
        "own_label": label,
        "own_volume": volume["src"],
    }
    mine = {
        "src": fwd["src"],
        "fwd": fwd,
        "volume": volume["src"],
        "inv": inverse,
        "label": label,
        "bem": leadfield.read_bem_solution(bem),
        "surfs": leadfield.read_bem_surfaces(bem),
    }
    others = {
        "src": mne.read_forward_solution(path)["src"],
        "fwd": mne.read_forward_solution(path),
        "volume": mne.read_forward_solution(made_forwards["volume"])["src"],
        "inv": inverse.to_mne(),
        "label": label.to_mne(),
        "bem": mne.read_bem_solution(bem),
        "surfs": mne.read_bem_surfaces(bem),
    }
    return SimpleNamespace(**same, **mine), SimpleNamespace(**same, **others)


@pytest.mark.filterwarnings("ignore:no lambda2 down to")  # made-up sources explain nothing
@pytest.mark.parametrize("name", TAKES)
def test_theirs_are_taken_by_every_function(models, name, tmp_path):
    outcomes = []
    for side, which in zip(("ours", "theirs"), models, strict=True):
        folder = tmp_path / side
        folder.mkdir()
        outcomes.append(TAKES[name](which, folder))
        assert outcomes[-1] is not None
    np.testing.assert_allclose(outcomes[1], outcomes[0], rtol=1e-12)


def test_models_in_memory_are_those_that_it_saves(shared, tiny_mri, tmp_path):
    grid = mne.setup_volume_source_space(
        pos=40.0, mri=tiny_mri, sphere=(0.0, 0.0, 0.0, 0.07), sphere_units="m"
    )
    grid.save(tmp_path / "grid-src.fif")
    mine, theirs = as_sources(grid), leadfield.read_source_spaces(tmp_path / "grid-src.fif").value
    for name in ("shape", "neighbours", "mri_shape"):
        assert np.array_equal(*(getattr(one.spaces[0].grid, name) for one in (mine, theirs)))
    assert np.array_equal(mine.spaces[0].vertices, theirs.spaces[0].vertices)
    interpolators = [one.spaces[0].grid.interpolator for one in (mine, theirs)]
    assert abs(interpolators[0] - interpolators[1]).max() < 1e-6
    _, made = lead_fields(shared, mne.make_sphere_model((0.0, 0.02, 0.05), 0.1))
    made.save(tmp_path / "made-fwd.fif")
    mine = as_forward(made)
    theirs = leadfield.read_forward_solution(tmp_path / "made-fwd.fif").value
    assert np.array_equal(mine.leadfield.astype(np.float32), theirs.leadfield)
    assert mine.channels.names == theirs.channels.names
    np.testing.assert_allclose(mine.sources.positions, theirs.sources.positions, atol=1e-7)
    assert (mine.free, mine.surface_oriented, mine.frame) == (True, False, theirs.frame)
    assert mine.info.device_to_head.same_as(theirs.info.device_to_head)
