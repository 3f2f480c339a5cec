"""Head maps beside MNE-Python's: places, values, limits and, where both are linear, pixels."""

import numpy as np
import pytest

import leadfield
from leadfield.figures.interpolation import (
    MapInterpolation,
    hull,
    inside_polygon,
    interpolate_sites,
)
from leadfield.viz import plot_topomap

mne = pytest.importorskip("mne")
plt = pytest.importorskip("matplotlib.pyplot")


@pytest.fixture(scope="module")
def pair(shared):
    path = shared / "test-ave.fif.gz"
    return (
        mne.read_evokeds(path, 0, verbose="error"),
        leadfield.read_evokeds(path, 0, verbose="error"),
    )


@pytest.fixture(autouse=True)
def _closed():
    yield
    plt.close("all")


def dots(ax):
    return np.concatenate([line.get_xydata() for line in ax.lines if line.get_marker() == "."])


def electrodes(theirs):
    picked = theirs.copy().pick("eeg")
    return picked.info, picked.data[:, 150]


@pytest.mark.parametrize("sphere", [0.09, (0.002, 0.01, 0.04, 0.095)])
def test_electrodes_lie_where_they_do_there(pair, sphere):
    info, data = electrodes(pair[0])
    theirs, _ = mne.viz.plot_topomap(data, info, sphere=sphere, sensors="k.", show=False)
    ours, _ = plot_topomap(data, info, sphere=sphere, show=False)
    expected = dots(theirs.axes)
    np.testing.assert_allclose(dots(ours.axes), expected, atol=1e-10 * np.abs(expected).max())


def test_linear_maps_are_equal_between_the_sensors(pair):
    info, data = electrodes(pair[0])
    theirs, _ = mne.viz.plot_topomap(
        data, info, sphere=0.095, sensors="k.", image_interp="linear", show=False, res=80
    )
    left, right, low, high = theirs.get_extent()
    grid = np.stack(np.meshgrid(np.linspace(left, right, 80), np.linspace(low, high, 80)), axis=-1)
    points, sites = grid.reshape(-1, 2), dots(theirs.axes)
    # sites near the hull's flat sides may be joined to the outer points there, and not here
    inside = inside_polygon(points, 0.8 * hull(sites))
    flat = interpolate_sites(sites, points[inside], MapInterpolation(method="linear"), 0.1)
    expected = np.asarray(theirs.get_array()).ravel()[inside]
    error = np.abs(flat.at_points(data) - expected).max()
    assert error < 1e-10 * np.abs(data).max()


@pytest.mark.parametrize("kind", ["mag", "eeg"])
def test_limits_are_those_of_signed_maps_there(pair, kind):
    theirs = pair[0].plot_topomap([0.1], ch_type=kind, show=False, time_unit="s")
    ours = pair[1].plot_topomap([0.1], ch_type=kind, show=False)
    expected = theirs.axes[0].images[0].get_clim()
    found = ours.axes[0].images[0].get_clim()
    np.testing.assert_allclose(found, expected, rtol=1e-10)


def test_pairs_of_gradiometers_are_combined_as_there(pair):
    theirs = pair[0].plot_topomap([0.1], ch_type="grad", show=False)
    ours = pair[1].plot_topomap([0.1], ch_type="grad", show=False)
    expected = theirs.axes[0].images[0].get_clim()[1]
    assert ours.axes[0].images[0].get_clim()[1] == pytest.approx(expected, rel=1e-10)


def test_a_response_of_mne_python_is_drawn_as_one_read_here(pair):
    theirs, ours = (leadfield.viz.plot_evoked_topomap(one, [0.1], show=False) for one in pair)
    np.testing.assert_allclose(
        theirs.axes[0].images[0].get_array(), ours.axes[0].images[0].get_array(), rtol=1e-10
    )


def test_projectors_have_the_maps_and_limits_that_they_have_there(pair):
    theirs = pair[0].plot_projs_topomap(show=False)
    ours = pair[1].plot_projs_topomap(show=False)

    def limits(figure):
        shown = [ax for ax in figure.axes if ax.images]
        return {ax.get_title().replace("\n", " "): ax.images[0].get_clim()[1] for ax in shown}

    expected, found = limits(theirs), limits(ours)
    assert len(expected) == len(found) == 4
    np.testing.assert_allclose(sorted(found.values()), sorted(expected.values()), rtol=1e-10)


def test_variances_have_the_largest_value_that_they_have_there(shared, pair):
    path = shared / "sample_audvis-cov.fif"
    theirs = mne.read_cov(path, verbose="error").plot_topomap(pair[0].info, "eeg", show=False)
    ours = leadfield.read_cov(path, verbose="error").plot_topomap(pair[1].info, "eeg", show=False)
    low, high = ours.axes[0].images[0].get_clim()
    assert high == pytest.approx(theirs.axes[0].images[0].get_clim()[1], rel=1e-10)
    assert low == 0  # there, -high: no variance is negative


def test_reference_sensors_are_drawn_only_when_asked_for(shared):
    raw = leadfield.io.read_raw_fif(shared / "test_ctf_comp_raw.fif", verbose="error")
    evoked = leadfield.EvokedArray(raw[:, :50][0], raw.info, tmin=0)
    titles = [ax.get_title() for ax in evoked.plot(show=False).axes]
    assert titles == ["Magnetometers (274 channels)"]
    asked = evoked.plot(picks="ref_meg", show=False).axes[0].get_title()
    assert asked == "Reference magnetometers (29 channels)"
