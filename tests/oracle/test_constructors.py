"""Projections, transforms and covariances are made with MNE-Python's arguments."""

import copy
import pickle

import numpy as np
import pytest

import leadfield

mne = pytest.importorskip("mne")
DATA = {
    "nrow": 1,
    "ncol": 2,
    "row_names": None,
    "col_names": ["Fz", "Cz"],
    "data": np.array([[0.6, 0.8]]),
}


@pytest.mark.parametrize(
    "options", [{}, {"desc": "x", "kind": 10, "active": True, "explained_var": 0.25}]
)
def test_projections_are_the_same(options, tmp_path):
    ours, theirs = (package.Projection(data=DATA, **options) for package in (leadfield, mne))
    for one in (ours, copy.deepcopy(ours), pickle.loads(pickle.dumps(ours))):
        for key in ("desc", "kind", "active", "explained_var"):
            assert one[key] == theirs[key]
        assert one["data"]["col_names"] == theirs["data"]["col_names"]
        np.testing.assert_array_equal(one["data"]["data"], theirs["data"]["data"])
    assert isinstance(ours, leadfield.Projection)
    leadfield.write_proj(tmp_path / "x-proj.fif", [ours])
    (again,) = mne.read_proj(tmp_path / "x-proj.fif", verbose=False)
    np.testing.assert_allclose(again["data"]["data"], [[0.6, 0.8]], rtol=1e-7)


def test_a_made_projection_projects_alike():
    data = np.random.default_rng(0).standard_normal((3, 50))
    out = []
    for package in (leadfield, mne):
        raw = package.io.RawArray(
            data.copy(), package.create_info(["Fz", "Cz", "Pz"], 100.0, "eeg"), verbose=False
        )
        raw.add_proj(package.Projection(data=DATA, desc="x"), verbose=False).apply_proj()
        out.append(raw.get_data())
    np.testing.assert_allclose(out[0], out[1], atol=1e-14)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ([[1.0]], TypeError),
        ({"data": np.ones((1, 2))}, TypeError),
        ({**DATA, "ncol": 3}, ValueError),
        ({**DATA, "nrow": 2}, ValueError),
        ({**DATA, "data": [0.6, 0.8]}, ValueError),
        ({**DATA, "col_names": ["Fz"]}, ValueError),
    ],
    ids=str,
)
def test_patterns_that_do_not_fit_are_refused(data, error):
    with pytest.raises(error):
        leadfield.Projection(data=data)


def test_a_projection_keeps_no_hold_of_users_arrays():
    data = copy.deepcopy(DATA)
    ours = leadfield.Projection(data=data)
    data["data"][:] = 0
    assert ours["data"]["data"].tolist() == [[0.6, 0.8]]


def test_transforms_have_both_names(tmp_path):
    matrix = np.eye(4)
    matrix[:3, 3] = [0.01, 0.02, 0.03]
    assert leadfield.Transform is leadfield.transforms.Transform
    ours = leadfield.Transform("head", "mri", matrix)
    theirs = mne.transforms.Transform("head", "mri", matrix)
    assert (ours["from"], ours["to"]) == (theirs["from"], theirs["to"])
    leadfield.write_trans(tmp_path / "x-trans.fif", ours)
    again = leadfield.read_trans(tmp_path / "x-trans.fif")
    assert isinstance(again, leadfield.transforms.Transform)
    np.testing.assert_allclose(again["trans"], theirs["trans"], atol=1e-8)


def test_covariances_take_their_arguments_by_position():
    data = np.diag([1e-12, 4e-12])
    given = (data, ["Fz", "Cz"], ["Cz"], [], 100, None, None, "empirical", -3.5)
    ours, theirs = leadfield.Covariance(*given), mne.Covariance(*given)
    for key in ("names", "bads", "nfree", "diag", "dim", "kind", "method", "loglik"):
        assert ours[key] == theirs[key]
    np.testing.assert_array_equal(ours["data"], theirs["data"])


def test_eigenvectors_of_covariances_are_not_taken():
    with pytest.raises(ValueError, match="must be None"):
        leadfield.Covariance(np.ones(2), ["a", "b"], [], [], 1, np.ones(2), np.eye(2))


def test_objects_are_told_apart_by_base_classes(made_raw):
    raw = leadfield.io.read_raw_fif(made_raw, verbose=False)
    assert isinstance(raw, leadfield.io.BaseRaw)
    assert not isinstance(raw, leadfield.BaseEpochs)
    epochs = leadfield.EpochsArray(np.zeros((1, 1, 5)), leadfield.create_info(1, 100.0))
    assert isinstance(epochs, leadfield.BaseEpochs)
