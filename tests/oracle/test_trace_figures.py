"""Figures of time courses show the numbers of MNE-Python's."""

import matplotlib as mpl
import pytest
from matplotlib import pyplot as plt

import leadfield

mne = pytest.importorskip("mne")


@pytest.fixture(autouse=True)
def _no_windows():
    """Have MNE-Python draw without windows, and let pyplot forget its figures."""
    with mpl.rc_context({"backend": "agg"}):
        yield
        plt.close("all")


@pytest.fixture(scope="module")
def path(shared):
    return shared / "test-ave.fif.gz"


@pytest.fixture(scope="module")
def ours(path):
    return leadfield.read_evokeds(path, 0, baseline=(None, 0))


@pytest.fixture(scope="module")
def theirs(path):
    return mne.read_evokeds(path, 0, baseline=(None, 0), verbose=False)


def times_of(figure):
    titles = [ax.get_title() for ax in figure.axes]
    return [title for title in titles if title.endswith(" s")]


@pytest.mark.parametrize("kind", ["mag", "grad", "eeg"])
def test_the_peaks_of_a_joint_figure_are_the_same(ours, theirs, kind):
    figure = theirs.plot_joint(picks=kind, show=False, topomap_args={"res": 8})
    assert times_of(ours.plot_joint(picks=kind, show=False)) == times_of(figure)
