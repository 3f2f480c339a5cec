"""Centres of mass, SNR and GIFTI files of estimates on the cortex equal MNE-Python's."""

import nibabel
import numpy as np
import pytest

import leadfield
from leadfield.base.errors import InputError, MismatchError
from leadfield.datasets import template

mne = pytest.importorskip("mne")

VERTICES = [np.array([5, 80, 700]), np.array([2, 90, 100, 4000])]


def pair(data, vertices=VERTICES, subject="fsaverage5"):
    rest = (vertices, -0.1, 0.01, subject)
    return leadfield.SourceEstimate(data, *rest), mne.SourceEstimate(data.copy(), *rest)


@pytest.fixture(scope="module")
def subjects_dir():
    return template.data_path()


@pytest.fixture
def values():
    return np.random.default_rng(0).random((7, 12))


@pytest.mark.parametrize(
    "options",
    [
        {"hemi": 0},
        {"hemi": 1},
        {"hemi": 1, "restrict_vertices": True},
        {"hemi": 0, "restrict_vertices": np.arange(0, 9000, 7), "surf": "white"},
        {"hemi": 1, "subject": "fsaverage5"},
    ],
)
def test_centres_of_mass_are_the_same(values, options, subjects_dir):
    ours, theirs = pair(values)
    options["subjects_dir"] = subjects_dir
    found, expected = ours.center_of_mass(**options), theirs.center_of_mass(**options)
    assert found[:2] == expected[:2]
    assert found[2] == pytest.approx(expected[2], abs=1e-12)


def test_the_active_hemisphere_is_found_the_same(values, subjects_dir):
    values[:3] = 0
    ours, theirs = pair(values)
    assert (
        ours.center_of_mass(subjects_dir=subjects_dir)[:2]
        == (theirs.center_of_mass(subjects_dir=subjects_dir)[:2])
    )


NO_CENTRE = {
    "negative": (ValueError, lambda data: -data, {}),
    "both hemispheres": (ValueError, lambda data: data, {}),
    "nothing": (ValueError, lambda data: 0 * data, {"hemi": 0}),
    "no hemisphere": (ValueError, lambda data: data, {"hemi": 2}),
    "other subject": (ValueError, lambda data: data, {"hemi": 0, "subject": "bert"}),
    "no surface": (TypeError, lambda data: data, {"hemi": 0, "surf": 3}),
}


@pytest.mark.parametrize(("error", "change", "options"), NO_CENTRE.values(), ids=NO_CENTRE)
def test_what_has_no_centre_of_mass_is_the_same_error(values, error, change, options, subjects_dir):
    for stc in pair(change(values)):
        with pytest.raises(error):
            stc.center_of_mass(**options, subjects_dir=subjects_dir)


@pytest.fixture(scope="module")
def measured(shared):
    """Information, forward solution and noise covariance, each as both packages read it."""
    made = {}
    for package in (leadfield, mne):
        evoked = package.read_evokeds(shared / "test-ave.fif.gz", 0)
        forward = package.read_forward_solution(shared / "real_meg-oct-4-fwd.fif")
        noise = package.read_cov(shared / "sample_audvis-cov.fif")
        made[package] = evoked.info, forward, noise
    return made


@pytest.mark.filterwarnings("ignore:no value is negative", "ignore:This STC appears")
def test_snr_is_the_same(measured):
    vertices = [space["vertno"] for space in measured[mne][1]["src"]]
    shape = (sum(map(len, vertices)), 5)
    data = 1e-9 * np.random.default_rng(0).standard_normal(shape)
    ours, theirs = pair(data, vertices, "sample")
    found, expected = ours.estimate_snr(*measured[leadfield]), theirs.estimate_snr(*measured[mne])
    # MNE-Python rounds fixed lead fields to single precision.
    np.testing.assert_allclose(found.data, expected.data, rtol=0, atol=1e-5)
    assert found is not ours
    np.testing.assert_array_equal(ours.data, data)


def test_snr_takes_objects_of_mne_python(measured):
    vertices = [space["vertno"] for space in measured[mne][1]["src"]]
    data = 1e-9 * np.random.default_rng(0).standard_normal((sum(map(len, vertices)), 2))
    ours, _ = pair(data, vertices, "sample")
    np.testing.assert_allclose(
        ours.estimate_snr(*measured[mne]).data,
        ours.estimate_snr(*measured[leadfield]).data,
        rtol=0,
        atol=1e-8,
    )


def test_snr_warns_of_values_that_are_no_moments(measured):
    vertices = [space["vertno"] for space in measured[mne][1]["src"]]
    ours, _ = pair(np.full((sum(map(len, vertices)), 1), -4.0), vertices, "sample")
    with pytest.warns(RuntimeWarning, match="normalised, such as dSPM's"):
        ours.estimate_snr(*measured[leadfield])
    with pytest.warns(RuntimeWarning, match="orientations were free"):
        (ours * -1e-9).estimate_snr(*measured[leadfield])


def test_surface_files_are_the_same(shared, tmp_path):
    src = mne.read_source_spaces(shared / "small-src.fif.gz")
    vertices = [space["vertno"] for space in src]
    data = np.random.default_rng(0).standard_normal((sum(map(len, vertices)), 3))
    ours, theirs = pair(data, vertices, "sample")
    ours.save_as_surface(
        tmp_path / "ours",
        leadfield.read_source_spaces(shared / "small-src.fif.gz"),
        scale=2,
        scale_rr=10,
    )
    theirs.save_as_surface(tmp_path / "theirs", src, scale=2, scale_rr=10)
    for ending in ("lh.gii", "lh.time.gii", "rh.gii", "rh.time.gii"):
        found, expected = (nibabel.load(tmp_path / f"{who}-{ending}") for who in ("ours", "theirs"))
        assert len(found.darrays) == len(expected.darrays)
        for one, other in zip(found.darrays, expected.darrays, strict=True):
            assert (one.intent, one.datatype) == (other.intent, other.datatype)
            np.testing.assert_allclose(one.data, other.data, rtol=1e-6)


def test_surfaces_of_sources_that_are_gone_are_refused(measured, tmp_path):
    src = measured[leadfield][1]["src"]
    vertices = [space["vertno"] for space in src]
    ours, _ = pair(np.ones((sum(map(len, vertices)), 1)), vertices, "sample")
    with pytest.raises(InputError, match="triangles between all of its sources"):
        ours.save_as_surface(tmp_path / "ours", src)
    with pytest.raises(MismatchError, match="must have the sources of the estimate"):
        pair(np.ones((7, 1)))[0].save_as_surface(tmp_path / "ours", src)
    with pytest.raises(InputError, match="must be real"):
        (1j * ours).save_as_surface(tmp_path / "ours", src)
    assert not list(tmp_path.iterdir())
