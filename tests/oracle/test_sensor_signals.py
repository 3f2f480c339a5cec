"""Signals of currents beside MNE-Python's: as responses and as recordings."""

import datetime as dt

import numpy as np
import pytest
from same.agree import assert_within

import leadfield

mne = pytest.importorskip("mne")

SINGLE = 1e-6  # MNE-Python's lead fields of fixed orientations are in single precision
KINDS = {
    "surface": ("SourceEstimate", "VectorSourceEstimate"),
    "volume": ("VolSourceEstimate", "VolVectorSourceEstimate"),
    "discrete": ("VolSourceEstimate", "VolVectorSourceEstimate"),
    "mixed": ("MixedSourceEstimate", "MixedVectorSourceEstimate"),
}


@pytest.fixture
def pair(made_forwards):
    """Function that reads a forward model of some kind with both packages."""

    def read(kind):
        path = made_forwards[kind]
        theirs = mne.read_forward_solution(path, verbose="error")
        return leadfield.read_forward_solution(path), theirs

    return read


def currents(package, theirs, kind, *, vector=False, n_times=7, every=1):
    """Random currents of some sources of a model."""
    vertices = [one["vertno"][::every] for one in theirs["src"]]
    n = sum(map(len, vertices))
    shape = (n, 3, n_times) if vector else (n, n_times)
    data = 1e-9 * np.random.default_rng(5).standard_normal(shape)
    return getattr(package, KINDS[kind][vector])(data, vertices, -0.013, 0.004)


def assert_same_info(ours, theirs):
    assert ours["ch_names"] == theirs["ch_names"]
    for key in ("sfreq", "highpass", "lowpass", "bads"):
        assert ours[key] == theirs[key], key
    assert len(ours["projs"]) == len(theirs["projs"]) == 0
    assert abs(ours["meas_date"] - theirs["meas_date"]) < dt.timedelta(minutes=5)


@pytest.mark.parametrize("kind", list(KINDS))
def test_vectors_are_measured_as_there(pair, made_info, kind):
    ours, theirs = pair(kind)
    made_info = mne.pick_info(made_info, np.arange(len(made_info["ch_names"]))[::-1])
    options = {"start": 1, "stop": -2}
    want = mne.apply_forward(theirs, currents(mne, theirs, kind, vector=True), made_info, **options)
    given = currents(leadfield, theirs, kind, vector=True)
    found = leadfield.apply_forward(ours, given, made_info, **options)
    assert_within(found.data, want.data)
    np.testing.assert_allclose(found.times, want.times, rtol=0, atol=1e-12)
    assert (found.nave, found.comment, found.first) == (want.nave, want.comment, want.first)
    assert_same_info(found.info, want.info)


@pytest.mark.parametrize("kind", ["surface", "discrete"])
@pytest.mark.parametrize("use_cps", [True, False])
def test_normals_are_measured_as_there_but_for_its_rounding(pair, made_info, kind, use_cps):
    ours, theirs = pair(kind)
    want = mne.apply_forward(
        theirs, currents(mne, theirs, kind), made_info, use_cps=use_cps, verbose="error"
    )
    found = leadfield.apply_forward(
        ours, currents(leadfield, theirs, kind), made_info, use_cps=use_cps
    )
    assert_within(found.data, want.data, SINGLE)


def test_a_model_that_is_fixed_stays_so(pair, made_info):
    ours, theirs = pair("surface")
    ours = leadfield.convert_forward_solution(ours, force_fixed=True, use_cps=False)
    theirs = mne.convert_forward_solution(theirs, force_fixed=True, use_cps=False)
    want = mne.apply_forward(theirs, currents(mne, theirs, "surface"), made_info)
    found = leadfield.apply_forward(ours, currents(leadfield, theirs, "surface"), made_info)
    assert_within(found.data, want.data, SINGLE)


def test_a_recording_is_the_same_as_there(pair, made_info):
    ours, theirs = pair("surface")
    options = {"start": 2, "verbose": "error"}
    want = mne.apply_forward_raw(
        theirs, currents(mne, theirs, "surface", vector=True), made_info, **options
    )
    given = currents(leadfield, theirs, "surface", vector=True)
    found = leadfield.apply_forward_raw(ours, given, made_info, **options)
    assert_within(found.get_data(), want.get_data())
    assert found.first_samp == want.first_samp
    np.testing.assert_allclose(found.times, want.times, rtol=0, atol=1e-12)
    assert_same_info(found.info, want.info)


def test_some_sources_are_enough(pair, made_info):
    ours, theirs = pair("mixed")
    options = {"vector": True, "every": 3}
    want = mne.apply_forward(theirs, currents(mne, theirs, "mixed", **options), made_info)
    found = leadfield.apply_forward(
        ours, currents(leadfield, theirs, "mixed", **options), made_info
    )
    assert_within(found.data, want.data)


@pytest.mark.parametrize("package", [mne, leadfield])
def test_sources_that_a_model_lacks_are_an_error_or_ignored(pair, made_info, package):
    ours, theirs = pair("surface")
    given = currents(package, theirs, "surface", vector=True)
    fewer = currents(package, theirs, "surface", vector=True, every=2)
    fwd = theirs if package is mne else ours
    fwd = package.forward.restrict_forward_to_stc(fwd, fewer)
    with pytest.raises(ValueError, match=r"sources|vertices"):
        package.apply_forward(fwd, given, made_info)
    kept = np.concatenate(
        [np.isin(one, some) for one, some in zip(given.vertices, fewer.vertices, strict=True)]
    )
    found = package.apply_forward(fwd, given, made_info, on_missing="ignore")
    fewer.data[:] = given.data[kept]
    assert_within(found.data, package.apply_forward(fwd, fewer, made_info).data)


@pytest.mark.parametrize("package", [mne, leadfield])
@pytest.mark.parametrize(
    ("change", "words"),
    [
        (np.abs, r"pick_ori=.normal"),
        (lambda data: 1e9 * data, "dSPM, sLORETA"),
    ],
)
def test_what_can_be_no_currents_is_warned_of(pair, made_info, package, change, words):
    ours, theirs = pair("surface")
    given = currents(package, theirs, "surface", vector=True)
    given.data = change(given.data)
    with pytest.warns(RuntimeWarning, match=words):
        package.apply_forward(theirs if package is mne else ours, given, made_info)


@pytest.mark.parametrize("package", [mne, leadfield])
def test_an_info_without_the_channels_is_refused(pair, made_info, package):
    ours, theirs = pair("surface")
    given = currents(package, theirs, "surface", vector=True)
    few = mne.pick_info(made_info, np.arange(5))
    fwd = theirs if package is mne else ours
    for apply in (package.apply_forward, package.apply_forward_raw):
        with pytest.raises(ValueError, match="forward"):
            apply(fwd, given, few)


@pytest.mark.parametrize("kind", list(KINDS))
@pytest.mark.parametrize("mode", ["fixed", "free", "ratio", "radiality"])
def test_sensitivity_maps_of_any_sources_are_the_same_as_there(pair, kind, mode):
    ours, theirs = pair(kind)
    for sensors in ("grad", "eeg"):
        want = mne.sensitivity_map(theirs, ch_type=sensors, mode=mode, verbose="error")
        found = leadfield.sensitivity_map(ours, ch_type=sensors, mode=mode)
        assert type(found).__name__ == type(want).__name__
        assert_within(found.data, want.data)
