"""Files of estimates: ours and MNE-Python's read each other's to the same numbers."""

import numpy as np
import pytest

from leadfield.api.estimates.kinds import estimate_class, read_source_estimate

mne = pytest.importorskip("mne")


def assert_same(ours, theirs):
    assert type(ours).__name__ == type(theirs).__name__
    np.testing.assert_array_equal(ours.data, theirs.data)
    for one, other in zip(ours.vertices, theirs.vertices, strict=True):
        np.testing.assert_array_equal(one, other)
    assert (ours.tmin, ours.tstep, ours.subject) == (theirs.tmin, theirs.tstep, theirs.subject)


def test_a_real_estimate_is_read_alike(shared):
    path = shared / "sample_audvis_trunc-meg-lh.stc"
    ours = read_source_estimate(path, "sample")
    assert_same(ours, mne.read_source_estimate(path, "sample"))
    assert ours.shape[0] > 5000


VERTICES = {"surface": [[1, 5, 90_000], [2]], "volume": [[1, 5, 7, 90_000]]}


@pytest.mark.parametrize(("ftype", "n_times"), [("stc", 3), ("w", 1)])
@pytest.mark.parametrize("kind", ["surface", "volume"])
class TestFiles:
    def data(self, n_times):
        return np.random.default_rng(0).standard_normal((4, n_times)).astype(np.float32)

    def name(self, tmp_path, kind, ftype):
        return tmp_path / ("some" if kind == "surface" else f"some-vl.{ftype}")

    def test_of_ours_are_read_by_mne_python(self, tmp_path, kind, ftype, n_times):
        ours = estimate_class(kind, vector=False)(self.data(n_times), VERTICES[kind], -0.25, 0.125)
        ours.save(tmp_path / "some", ftype)
        theirs = mne.read_source_estimate(self.name(tmp_path, kind, ftype))
        np.testing.assert_array_equal(theirs.data, ours.data)
        for one, other in zip(ours.vertices, theirs.vertices, strict=True):
            np.testing.assert_array_equal(one, other)
        if ftype == "stc":
            np.testing.assert_array_equal(theirs.times, ours.times)

    def test_of_mne_python_are_read_by_us(self, tmp_path, kind, ftype, n_times):
        maker = mne.SourceEstimate if kind == "surface" else mne.VolSourceEstimate
        theirs = maker(self.data(n_times), [np.array(v) for v in VERTICES[kind]], -0.25, 0.125)
        theirs.save(tmp_path / "some", ftype)
        ours = read_source_estimate(self.name(tmp_path, kind, ftype))
        np.testing.assert_array_equal(theirs.data, ours.data)
        if ftype == "stc":
            np.testing.assert_array_equal(theirs.times, ours.times)


@pytest.fixture
def pair():
    """One estimate, for us and for MNE-Python."""
    data = np.random.default_rng(1).standard_normal((4, 30))
    vertices = [np.array(v) for v in VERTICES["surface"]]
    arguments = (data, vertices, -0.1, 1 / 300)
    return estimate_class("surface", vector=False)(*arguments), mne.SourceEstimate(*arguments)


CHANGES = {
    "crop": lambda stc: stc.copy().crop(-0.05, -0.02),
    "crop without end": lambda stc: stc.copy().crop(None, -0.02, include_tmax=False),
    "crop beyond": lambda stc: stc.copy().crop(-5, 5, include_tmax=False),
    "mean": lambda stc: stc.mean(),
    "sum": lambda stc: stc.sum(),
    "bin": lambda stc: stc.bin(0.0213),
    "bin by maximum": lambda stc: stc.bin(0.03, tstart=-0.0913, tstop=-0.011, func=np.max),
    "baseline": lambda stc: stc.copy().apply_baseline((None, -0.05)),
    "arithmetic": lambda stc: (2 * stc - stc / 3 + 1) ** 2,
    "root": lambda stc: abs(-stc).sqrt(),
    "expand": lambda stc: stc.copy().expand([np.array([0, 6]), np.array([2, 8])]),
    "transform": lambda stc: stc.transform(
        np.abs, idx=np.array([0, 3]), tmin=-50, tmax=-20, copy=True
    ),
    "transform between samples": lambda stc: stc.transform(np.abs, tmin=-49, tmax=-22, copy=True),
    "transform to the end": lambda stc: stc.transform(np.abs, tmin=-52, copy=True),
    "transform beyond": lambda stc: stc.transform(np.abs, tmin=-5e3, tmax=5e3, copy=True),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_changes_are_those_of_mne_python(pair, change):
    ours, theirs = (change(stc) for stc in pair)
    np.testing.assert_allclose(ours.data, theirs.data, rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(ours.times, theirs.times, rtol=0, atol=1e-12)
    for one, other in zip(ours.vertices, theirs.vertices, strict=True):
        np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize("hemi", ["lh", "rh", None])
@pytest.mark.parametrize("mode", ["abs", "pos", "neg"])
@pytest.mark.parametrize("as_index", [False, True])
def test_peaks_are_those_of_mne_python(pair, hemi, mode, as_index):
    options = {
        "hemi": hemi,
        "mode": mode,
        "tmin": -0.08,
        "tmax": -0.01,
        "vert_as_index": as_index,
        "time_as_index": as_index,
    }
    ours, theirs = (stc.get_peak(**options) for stc in pair)
    assert ours == pytest.approx(theirs)
