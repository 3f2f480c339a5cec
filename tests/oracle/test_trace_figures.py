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


@pytest.fixture(scope="module")
def subjects(path):
    """Responses of six made-up subjects in two conditions, ours and MNE-Python's."""
    rng = np.random.default_rng(2)
    one = mne.read_evokeds(path, 0, baseline=(None, 0), verbose=False).crop(-0.05, 0.15)
    one.pick(one.ch_names[:40] + one.ch_names[-30:])
    theirs = {}
    for name in ("Aud/L", "Aud/R"):
        theirs[name] = [one.copy() for _ in range(6)]
        for response in theirs[name]:
            response.data += rng.standard_normal(one.data.shape) * one.data.std(1)[:, None]
    ours = {
        n: [leadfield.EvokedArray(r.data, r.info, tmin=r.tmin) for r in rs]
        for n, rs in theirs.items()
    }
    return ours, theirs


COMPARED = [
    {},
    {"combine": "mean", "picks": "eeg"},
    {"combine": "median", "picks": "mag"},  # theirs forgets it where there are several types
    {"combine": "std", "picks": "mag"},
    {"combine": lambda data: data.max(axis=1), "picks": "grad"},
    {"picks": ["MEG 0113"]},
    {"picks": ["EEG 040", "EEG 041", "EEG 042"]},
    {"picks": "eeg", "linestyles": {"L": "--", "R": ":"}, "colors": {"Aud": "r"}},
    {"picks": "eeg", "colors": [3, 3]},
    {"picks": "eeg", "colors": {"L": 0.2, "R": 0.9}, "cmap": ("place", "viridis")},
    {"picks": "eeg", "colors": {"L": 1, "R": 5}, "cmap": "viridis"},
    {"picks": "eeg", "styles": {"Aud/L": {"lw": 3}, "R": {"color": "g"}}},
    {"picks": "eeg", "time_unit": "ms", "ylim": {"eeg": (-3, 7)}},
    {"picks": "eeg", "vlines": [0.02, 0.05], "invert_y": True},
]


# Without the address of a function: workers must give a test one name.
@pytest.mark.parametrize("options", COMPARED, ids=lambda options: str(options).split(" at 0x")[0])
def test_compared_conditions_have_the_same_courses(subjects, options):
    ours, theirs = subjects
    given = {"show": False, "show_sensors": False, "ci": False, **options}
    mine = leadfield.viz.plot_compare_evokeds(ours, **given)
    other = mne.viz.plot_compare_evokeds(theirs, **given)
    assert len(mine) == len(other)
    for figure, reference in zip(mine, other, strict=True):
        ax, wanted = figure.axes[0], reference.axes[0]
        for line, trace in zip(ax.lines[:2], wanted.lines[:2], strict=True):
            most = np.abs(trace.get_ydata()).max()
            np.testing.assert_allclose(line.get_xdata(), trace.get_xdata(), atol=1e-9)
            np.testing.assert_allclose(line.get_ydata(), trace.get_ydata(), atol=1e-10 * most)
            assert to_rgba(line.get_color()) == pytest.approx(to_rgba(trace.get_color()))
            assert line.get_linewidth() == trace.get_linewidth()
            assert line.get_label() == trace.get_label()
        np.testing.assert_allclose(ax.get_ylim(), wanted.get_ylim(), rtol=1e-9)


def bands_of(ax):
    return [band.get_paths()[0].vertices for band in ax.collections if len(band.get_paths())]


def test_an_interval_of_a_function_is_the_same(subjects):
    def spread(data):
        return np.array([data.min(axis=0), data.max(axis=0)])

    mine, other = (
        module.plot_compare_evokeds(given, picks="eeg", ci=spread, show=False)[0].axes[0]
        for module, given in zip((leadfield.viz, mne.viz), subjects, strict=True)
    )
    for band, wanted in zip(bands_of(mine), bands_of(other)[:2], strict=True):
        np.testing.assert_allclose(band, wanted, rtol=1e-9)


def test_resampled_intervals_agree_as_far_as_chance_lets_them(subjects):
    mine, other = (
        module.plot_compare_evokeds(given, picks="eeg", show=False)[0].axes[0]
        for module, given in zip((leadfield.viz, mne.viz), subjects, strict=True)
    )
    for band, wanted in zip(bands_of(mine), bands_of(other)[:2], strict=True):
        width = np.ptp(wanted[:, 1])
        assert np.abs(band - wanted).max() < 0.05 * width


@pytest.fixture(scope="module")
def two_epochs(made_raw):
    def cut(module, raw):
        events = module.find_events(raw, "STI 014", verbose=False)
        return module.Epochs(
            raw, events, {"a": 1, "b": 3}, -0.1, 0.3, preload=True, baseline=None, verbose=False
        )

    return (
        cut(leadfield, leadfield.io.read_raw_fif(made_raw, verbose=False)),
        cut(mne, mne.io.read_raw_fif(made_raw, verbose=False)),
    )


EPOCH_PAGES = [
    {},
    {"n_epochs": 3, "n_channels": 5},
    {"picks": "all", "n_channels": 24, "scalings": {"misc": 2.0}, "decim": 2},
    {"scalings": dict.fromkeys(TYPES, "auto"), "picks": TYPES, "n_channels": 24},
    {"picks": ["eeg"], "order": [15, 12, 20, 13]},
]


@pytest.mark.parametrize("options", EPOCH_PAGES, ids=str)
def test_a_page_of_epochs_has_the_same_traces(two_epochs, options):
    mine, other = (epochs.plot(show=False, **options) for epochs in two_epochs)
    traces = other.mne.traces
    ticks = mine.axes[0].get_yticklabels()
    assert [tick.get_text() for tick in ticks] == list(other.mne.ch_names[other.mne.picks])
    for line, trace in zip(mine.axes[0].lines, traces, strict=False):
        times = np.ma.getdata(trace.get_xdata())
        np.testing.assert_allclose(line.get_xdata(), times, atol=1e-9)
        np.testing.assert_allclose(line.get_ydata(), trace.get_ydata(), rtol=0, atol=1e-9)
    numbers = [text.get_text() for text in mine.axes[0].get_xticklabels()]
    assert numbers == [str(n) for n in two_epochs[1].selection[: options.get("n_epochs", 20)]]
