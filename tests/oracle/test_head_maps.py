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
