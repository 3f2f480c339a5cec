"""Calls of the figures of ``mne.viz``: what is drawn, not how it looks."""

import numpy as np
from same.entries import Entries
from same.facts import images, lines

same = Entries()
DOOR = "mne.viz"


@same("plot_cov", of=DOOR)
def plot_cov(mne, cov, evoked):
    info = evoked.pick(["meg", "eeg"]).info
    yield images(mne.viz.plot_cov(cov, info, show=False, colorbar=False)[0])
    options = {"exclude": "bads", "proj": True, "colorbar": False, "show": False}
    yield images(mne.viz.plot_cov(cov, info, show_svd=False, **options)[0])


@same("plot_events", of=DOOR)
def plot_events(mne, events, raw):
    def points(figure):
        """Samples of each kind of event."""
        drawn = [line.get_xydata() for line in figure.axes[0].lines]
        return [np.sort(np.asarray(one, float)[:, 0]) for one in drawn]

    yield points(mne.viz.plot_events(events, show=False))
    rate, first = raw.info["sfreq"], raw.first_samp
    yield points(mne.viz.plot_events(events, rate, first, show=False))
    names = {"a": 1, "b": 2}
    options = {"event_id": names, "equal_spacing": False, "on_missing": "ignore"}
    yield points(mne.viz.plot_events(events, rate, color={1: "r", 2: "b"}, show=False, **options))


@same("plot_snr_estimate", of=DOOR, tolerance=1e-6)
def plot_snr_estimate(mne, evoked, inverse):
    figure = mne.viz.plot_snr_estimate(evoked, inverse, show=False)
    curves = [line for line in lines(figure)[0] if len(line) == len(evoked.times)]
    yield curves[0]
    # MNE-Python takes one off the other curve.
    yield curves[1] - curves[1][0]


def strengths(figure, n_times):
    """Norms of each axes' curves."""
    curves = [[line[:, 1] for line in one if len(line) == n_times] for one in lines(figure)]
    return [np.linalg.norm(one, axis=1) for one in curves if one]


# MNE-Python whitens both types of MEG as one.
@same("plot_evoked_white", of=DOOR, tolerance=1e-8)
def plot_evoked_white(mne, evoked, cov):
    for kind in ("mag", "grad", "eeg"):
        one = evoked.copy().pick(kind)
        figure = mne.viz.plot_evoked_white(one, cov, time_unit="ms", show=False)
        yield strengths(figure, len(one.times))
    options = {"rank": {"eeg": 11}, "spatial_colors": False, "show": False}
    yield strengths(mne.viz.plot_evoked_white(one, cov, **options), len(one.times))


@same("plot_white", of="Evoked", tolerance=1e-8)
def plot_white(it, cov):
    it.pick("eeg")
    yield strengths(it.plot_white(cov, show=False), len(it.times))
    yield strengths(it.plot_white(cov, rank={"eeg": 11}, time_unit="ms", show=False), len(it.times))


# Unless a sphere is given, leadfield takes that through the sensors.
@same("plot_sensors", of=DOOR)
def plot_sensors(mne, info):
    def places(figure):
        """Where its dots are."""
        return [np.array(one.get_offsets()) for one in figure.axes[0].collections]

    yield places(mne.viz.plot_sensors(info, ch_type="eeg", sphere=0.095, show=False))
    yield places(mne.viz.plot_sensors(info, kind="3d", show=False))
    yield places(mne.viz.plot_sensors(info, "3d", "mag", title="sensors", show=False))


@same("plot_sensors", of=("Raw", "Epochs", "Evoked"))
def plot_sensors_of_data(it):
    figure = it.plot_sensors(ch_type="eeg", sphere=(0.0, 0.01, 0.04, 0.09), show=False)
    yield np.array(figure.axes[0].collections[0].get_offsets())


@same("plot_compare_evokeds", of=DOOR)
def plot_compare_evokeds(mne, epochs):
    def curves(found):
        """Values of each condition over time."""
        return [line for line in lines(found[0])[0] if len(line) == len(epochs.times)]

    means = {"aud": epochs["aud"].average(), "vis": epochs["vis"].average()}
    hidden = {"show": False, "show_sensors": False}
    yield curves(mne.viz.plot_compare_evokeds(means, picks="eeg", **hidden))
    yield curves(mne.viz.plot_compare_evokeds(means, picks=[epochs.ch_names[2]], **hidden))
    single = {name: list(epochs[name].iter_evoked()) for name in means}
    options = {"combine": "median", "ci": False, "time_unit": "ms", "invert_y": True}
    yield curves(mne.viz.plot_compare_evokeds(single, "mag", **options, **hidden))


def in_order(curves):
    """Curves by their first values, however they lie on each other."""
    return sorted(curves, key=lambda curve: tuple(np.round(curve[:, 1], 6)))


def traces(figure, n_times):
    """Curves in each titled axes, in microvolts, femtotesla, ...; axes stand in any order."""
    found = {axes.get_title(): one for axes, one in zip(figure.axes, lines(figure), strict=True)}
    return {
        title: in_order([line for line in one if len(line) == n_times])
        for title, one in found.items()
        if title
    }


@same("plot_evoked", of=DOOR)
def plot_evoked(mne, evoked):
    evoked.pick(["meg", "eeg"])
    yield traces(mne.viz.plot_evoked(evoked, show=False), len(evoked.times))
    options = {"picks": "eeg", "exclude": [], "time_unit": "ms", "scalings": {"eeg": 1e3}}
    found = mne.viz.plot_evoked(evoked, spatial_colors=False, show=False, **options)
    yield traces(found, len(evoked.times))
    yield traces(mne.viz.plot_evoked(evoked, picks="mag", proj=True, show=False), len(evoked.times))


@same("plot", of="Evoked")
def plot(it):
    it.pick(["meg", "eeg"])
    yield traces(it.plot(show=False), len(it.times))
    yield traces(it.plot("grad", gfp=False, titles="waves", show=False), len(it.times))
    yield traces(it.plot("mag", gfp="only", show=False), len(it.times))
    yield [axes.get_ylim() for axes in it.plot("eeg", ylim={"eeg": [-9, 9]}, show=False).axes[:1]]


@same("plot_evoked_image", of=DOOR)
def plot_evoked_image(mne, evoked):
    evoked.pick(["meg", "eeg"])
    yield first_image(mne.viz.plot_evoked_image(evoked, picks="eeg", show=False))
    options = {"picks": "mag", "exclude": [], "time_unit": "ms", "show": False}
    yield first_image(mne.viz.plot_evoked_image(evoked, **options))


@same("plot_image", of="Evoked")
def plot_image(it):
    yield first_image(it.plot_image(picks="grad", show=False))
    yield first_image(it.plot_image(picks="eeg", clim={"eeg": [-9, 9]}, show=False))


def first_image(figure):
    """Values and limits of the first image."""
    image = figure.axes[0].images[0]
    return [np.array(image.get_array(), float), list(image.get_clim())]


@same("plot_evoked_joint", of=DOOR)
def plot_evoked_joint(mne, evoked):
    figure = mne.viz.plot_evoked_joint(evoked, [0.0533, 0.0999], picks="eeg", show=False)
    yield joint(figure, len(evoked.times))
    unlike = {"ts_args": {"proj": False}, "topomap_args": {"proj": False}}
    figure = mne.viz.plot_evoked_joint(evoked, picks="mag", show=False, **unlike)
    yield joint(figure, len(evoked.times))


@same("plot_joint", of="Evoked")
def plot_joint(it):
    yield joint(it.plot_joint(picks="mag", show=False), len(it.times))
    yield joint(it.plot_joint(picks="eeg", exclude=[], show=False), len(it.times))


def joint(figure, n_times):
    """Curves, and the times of the maps."""
    curves = [line for one in lines(figure) for line in one if len(line) == n_times]
    return [in_order(curves), [axes.get_title() for axes in figure.axes if axes.get_title()]]
