"""Filtered, smoothed, resampled and transformed source estimates equal MNE-Python's."""

import numpy as np
import pytest

import leadfield

mne = pytest.importorskip("mne")

RATE, N_TIMES = 200.0, 700
VERTICES = {
    "SourceEstimate": [[1, 5, 8], [2, 9]],
    "VectorSourceEstimate": [[1, 5, 8], [2, 9]],
    "VolSourceEstimate": [[1, 2, 5, 8, 9]],
    "VolVectorSourceEstimate": [[1, 2, 5, 8, 9]],
    "MixedSourceEstimate": [[1], [5, 8], [2, 9]],
    "MixedVectorSourceEstimate": [[1], [5, 8], [2, 9]],
}
CALLS = {
    "low-pass": lambda stc: stc.filter(None, 40.0),
    "band-pass": lambda stc: stc.filter(
        8.0, 12.0, filter_length="1s", l_trans_bandwidth=4.0, h_trans_bandwidth=4.0
    ),
    "IIR": lambda stc: stc.filter(
        1.0, 30.0, method="iir", iir_params={"order": 2, "ftype": "butter"}
    ),
    "padded": lambda stc: stc.filter(2.0, None, phase="zero-double", pad="reflect_limited"),
    "smoothed": lambda stc: stc.savgol_filter(15.0),
    "slower": lambda stc: stc.resample(130.0),
    "faster": lambda stc: stc.resample(333.0, npad="auto", window="hann"),
    "polyphase": lambda stc: stc.resample(50.0, method="polyphase"),
    "same rate": lambda stc: stc.resample(RATE),
}


def close(ours, theirs):
    scale = np.abs(theirs.data).max()
    assert ours.data.dtype == theirs.data.dtype
    np.testing.assert_allclose(ours.data, theirs.data, rtol=0, atol=1e-10 * scale)
    np.testing.assert_allclose(ours.times, theirs.times, rtol=0, atol=1e-12)


def pair(name):
    rng = np.random.default_rng(0)
    shape = (5, 3, N_TIMES) if "Vector" in name else (5, N_TIMES)
    data = np.cumsum(rng.standard_normal(shape), axis=-1)
    rest = {"vertices": VERTICES[name], "tmin": -0.3, "tstep": 1 / RATE}
    theirs = {**rest, "vertices": [np.array(one) for one in rest["vertices"]]}
    return (
        getattr(leadfield, name)(data.copy(), **rest),
        getattr(mne, name)(data.copy(), **theirs),
    )


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
@pytest.mark.parametrize("name", VERTICES)
def test_changes_of_courses_are_the_same(name, call):
    ours, theirs = pair(name)
    assert call(ours) is ours
    close(ours, call(theirs))


@pytest.mark.parametrize("options", [{}, {"envelope": True}, {"n_fft": None}, {"n_fft": 1024}])
@pytest.mark.parametrize("name", [name for name in VERTICES if "Vector" not in name])
def test_analytic_signals_are_the_same(name, options):
    ours, theirs = pair(name)
    assert ours.apply_hilbert(**options) is ours
    close(ours, theirs.apply_hilbert(**options))


@pytest.mark.parametrize("envelope", [True, False])
def test_analytic_moments_are_those_of_each_direction(envelope):
    # MNE-Python takes the directions for more sources, and fails.
    ours, _ = pair("VectorSourceEstimate")
    rows = leadfield.VolSourceEstimate(ours.data.reshape(15, -1), [np.arange(15)], -0.3, 1 / RATE)
    ours.apply_hilbert(envelope=envelope)
    np.testing.assert_array_equal(
        ours.data.reshape(15, -1), rows.apply_hilbert(envelope=envelope).data
    )


@pytest.mark.parametrize("picks", [[0, 3], slice(1, 3), [-1]])
def test_only_sources_that_are_picked_change(picks):
    ours, theirs = pair("SourceEstimate")
    close(ours.filter(None, 40.0, picks=picks), theirs.filter(None, 40.0, picks=picks))
    close(ours.apply_hilbert(picks=picks), theirs.apply_hilbert(picks=picks))


@pytest.mark.parametrize("picks", [None, [1, 4]])
@pytest.mark.parametrize("name", VERTICES)
def test_functions_of_courses_are_the_same(name, picks):
    ours, theirs = pair(name)
    kwargs = {"picks": picks, "n_jobs": 1, "verbose": "error", "decimals": 1}
    assert ours.apply_function(np.round, **kwargs) is ours
    close(ours, theirs.apply_function(np.round, **kwargs))


@pytest.mark.parametrize(
    "call", [*CALLS.values(), lambda stc: stc.apply_hilbert(envelope=True)], ids=[*CALLS, "hilbert"]
)
def test_a_kernel_and_sensors_give_what_their_product_gives(call):
    rng = np.random.default_rng(1)
    kernel, sensors = rng.standard_normal((5, 4)), rng.standard_normal((4, N_TIMES)).cumsum(axis=1)
    rest = (VERTICES["SourceEstimate"], -0.3, 1 / RATE)
    lazy = leadfield.SourceEstimate((kernel, sensors), *rest)
    whole = mne.SourceEstimate(kernel @ sensors, [np.array(v) for v in rest[0]], *rest[1:])
    close(call(lazy), call(whole))


WRONG = {
    "too fast to filter": (ValueError, lambda stc: stc.filter(None, 150.0)),
    "too fast to smooth": (ValueError, lambda stc: stc.savgol_filter(100.0)),
    "too short": (ValueError, lambda stc: stc.apply_hilbert(n_fft=100)),
    "no length": (ValueError, lambda stc: stc.apply_hilbert(n_fft="fast")),
    "no source to transform": (IndexError, lambda stc: stc.apply_hilbert(picks=[5])),
    "no source to filter": (IndexError, lambda stc: stc.filter(None, 40.0, picks=[5])),
    "another shape": (ValueError, lambda stc: stc.apply_function(lambda x: x[:-1])),
    "no array": (TypeError, lambda stc: stc.apply_function(lambda x: x[0])),
    "no method": (ValueError, lambda stc: stc.filter(None, 40.0, method="fft2")),
}


@pytest.mark.parametrize(("error", "call"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_done_is_the_same_error_in_both(error, call):
    for stc in pair("SourceEstimate"):
        with pytest.raises(error):
            call(stc)
