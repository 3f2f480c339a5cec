"""Figures of time courses show the numbers of MNE-Python's."""

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib import pyplot as plt
from matplotlib.colors import to_rgba

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


@pytest.fixture(scope="module")
def two_raws(made_raw):
    ours = leadfield.io.read_raw_fif(made_raw, verbose=False)
    return ours, mne.io.read_raw_fif(made_raw, verbose=False)


TYPES = ["mag", "grad", "eeg", "eog", "misc"]
PAGES = [
    {},
    {"duration": 3.0, "start": 4.2, "n_channels": 24, "scalings": {"misc": 2.0}},
    {"n_channels": 8, "start": 19.0, "show_first_samp": True},
    {"remove_dc": False, "proj": False, "decim": 1, "n_channels": 24},
    {"scalings": dict.fromkeys(TYPES, "auto"), "remove_dc": False, "n_channels": 24},
    {"scalings": {"mag": 3e-12, "eeg": "auto"}, "remove_dc": False},
    {"butterfly": True, "scalings": {"misc": 2.0}},
    {"picks": ["eeg", "eog"], "order": [15, 12, 20, 13]},
    {"highpass": 2.0, "start": 12.0},
    {"highpass": 2.0, "lowpass": 12.0, "duration": 4.0, "filtorder": 2, "n_channels": 21},
    {"highpass": 12.0, "lowpass": 8.0, "start": 1.0, "filtorder": 2},
    {"lowpass": 15.0, "filtorder": 0},
]


@pytest.mark.parametrize("options", PAGES, ids=str)
def test_a_page_of_a_recording_has_the_same_traces(two_raws, options):
    mine, other = (raw.plot(show=False, verbose="error", **options) for raw in two_raws)
    traces = other.mne.traces
    lines = mine.axes[0].lines[: len(traces)]
    if not options.get("butterfly"):
        ticks = mine.axes[0].get_yticklabels()
        assert [tick.get_text() for tick in ticks] == list(other.mne.ch_names[other.mne.picks])
    for line, trace in zip(lines, traces, strict=True):
        # Types that share rows stand in another order.
        moved = np.round(np.mean(trace.get_ydata() - line.get_ydata()))
        assert options.get("butterfly") or not moved
        np.testing.assert_allclose(line.get_xdata(), trace.get_xdata(), atol=1e-9)
        np.testing.assert_allclose(line.get_ydata() + moved, trace.get_ydata(), rtol=0, atol=1e-9)
        assert to_rgba(line.get_color()) == pytest.approx(to_rgba(trace.get_color()))
