"""Calls of simulations: the same seed gives the same sources and the same noise."""

import numpy as np
import pytest
from same.entries import Entries

same = Entries()
DOOR = "mne.simulation"
# MNE-Python keeps lead fields of fixed orientations in single precision.
SINGLE = 1e-6
TIMES = np.arange(40) / 100 - 0.1


@same("simulate_stc", of=DOOR)
def simulate_stc(mne, src, labels):
    courses = np.random.default_rng(3).standard_normal((4, 12))
    simulate = mne.simulation.simulate_stc
    yield simulate(src, labels[:3], courses[:3], -0.1, 0.01)
    with_values = [one.copy() for one in labels[:3]]
    for one in with_values:
        one.values[:] = np.arange(len(one.vertices))
    yield simulate(src, with_values, courses[:3], 0, 0.01, value_fun=lambda value: value**2)
    yield simulate(src, labels[3:], courses[3:], 0, 0.01)  # it holds no source
    twice = [labels[0], labels[1], labels[0]]
    yield simulate(src, twice, courses[:3], 0, 0.01, allow_overlap=True)
    with pytest.raises(RuntimeError, match="overlap"):
        simulate(src, twice, courses[:3], 0, 0.01)
    with pytest.raises(ValueError, match="labels"):
        simulate(src, labels, courses[:2], 0, 0.01)


@same("select_source_in_label", of=DOOR)
def select_source_in_label(mne, src, labels, files):
    select = mne.simulation.select_source_in_label
    for label in labels[:3]:
        yield [list(map(int, side)) for side in select(src, label, rng=4)]
        yield [list(map(int, side)) for side in select(src, label, random_state=4)]
        found = select(src, label, "center", subjects_dir=files.subjects)
        yield [list(map(int, side)) for side in found]
        found = select(src, label, "center", "sample", files.subjects, "white")
        yield [list(map(int, side)) for side in found]


@same("simulate_sparse_stc", of=DOOR)
def simulate_sparse_stc(mne, src, labels, files):
    simulate = mne.simulation.simulate_sparse_stc
    yield simulate(src, 5, TIMES, rng=np.random.default_rng(1))
    yield simulate(src, 4, TIMES, random_state=2)
    yield simulate(src, 4, TIMES, np.cos, subject="sample", rng=3)
    yield simulate(mne.read_source_spaces(files.volume), 3, TIMES, rng=3)
    waves = iter(range(9))
    yield simulate(src, 3, TIMES, lambda times: times * 0 + next(waves), labels[:3], rng=5)
    yield simulate(src, 3, TIMES, labels=labels[:3], location="center", subjects_dir=files.subjects)
    yield simulate(src, 2, TIMES, labels=labels[:3], rng=1)
    with pytest.raises(ValueError, match="labels"):
        simulate(src, 3, TIMES, labels=labels[:2])
    with pytest.raises(ValueError, match="subject"):
        simulate(src, 3, TIMES, subject="other")


def by_type(inst):
    """Samples of each type of channels: their units differ."""
    data = inst.get_data()
    types = np.array(inst.get_channel_types())
    return [data[..., types == kind, :] for kind in np.unique(types)]


@same("add_noise", of=DOOR)
def add_noise(mne, raw, epochs, evoked, cov):
    add, options = mne.simulation.add_noise, {"iir_filter": [1, -0.2, 0.1]}
    yield add(raw, cov, rng=1) is raw
    yield by_type(raw)
    yield by_type(add(epochs, cov, rng=np.random.default_rng(2), **options))
    yield by_type(add(evoked, cov, random_state=3))
    # Along dimensions of equal variance others are as good: those of a diagonal are channels.
    epochs.del_proj()
    alone = mne.make_ad_hoc_cov(epochs.info)
    yield by_type(add(epochs, alone, random_state=4, **options))
    evoked.del_proj()
    few = alone.copy().pick_channels(alone.ch_names[3:9])
    yield by_type(add(evoked, few, rng=np.random.RandomState(3)))


@same("simulate_evoked", of=DOOR, tolerance=SINGLE)
def simulate_evoked(mne, fwd, info, cov):
    simulate = mne.simulation.simulate_evoked
    stc = mne.simulation.simulate_sparse_stc(fwd["src"], 6, TIMES, rng=1)
    fwd = mne.pick_channels_forward(fwd, cov.ch_names)
    for options in (
        {},
        {"cov": cov, "rng": 1},
        {"cov": cov, "nave": 7, "random_state": 1, "iir_filter": [1, -0.3]},
        {"cov": cov, "nave": np.inf, "use_cps": False},
    ):
        evoked = simulate(fwd, stc, info, **options)
        yield by_type(evoked)
        yield evoked.nave
        yield evoked.times
        yield [one["active"] for one in evoked.info["projs"]]


@same("simulate_raw", of=DOOR, tolerance=SINGLE)
def simulate_raw(mne, fwd, src, info, files, vectors):
    simulate, rate = mne.simulation.simulate_raw, info["sfreq"]
    times = np.arange(50) / rate - 5 / rate
    stc = mne.simulation.simulate_sparse_stc(fwd["src"], 6, times, rng=1)
    other = stc * 2
    marks = np.arange(50)
    yield simulate(info, stc, forward=fwd)
    yield by_type(simulate(info, stc, forward=fwd))
    yield simulate(info, [stc, other], forward=fwd, first_samp=30, use_cps=False)
    yield simulate(info, iter([(stc, marks), other, [stc, marks[::-1].copy()]]), forward=fwd)
    places = (str(files.trans), src, mne.make_sphere_model((0.0, 0.0, 0.04), None))
    meg = mne.pick_info(info, mne.pick_types(info, meg=True, stim=True, exclude=()))
    yield by_type(simulate(meg, stc, *places))
    start = info["dev_head_t"]["trans"]
    moved, further = start.copy(), start.copy()
    moved[:3, 3] += [0.001, 0.002, 0]
    further[:3, 3] += [-0.003, 0.001, 0.004]
    head_pos = {0.1: moved, 0.2: further}
    for interp in ("cos2", "hann", "linear", "zero"):
        found = simulate(meg, [stc, other], *places, head_pos, interp=interp)
        yield by_type(found)
    table = np.zeros((2, 10))
    table[:, 0] = [100 / rate, 100 / rate + 0.15]
    table[:, 1:4] = [[0.02, -0.01, 0.03], [0.0, 0.05, 0.0]]
    table[:, 4:7] = start[:3, 3]
    yield by_type(simulate(meg, [stc, other], *places, table, first_samp=100))
    for wrong in ({"forward": fwd, "src": src}, {"forward": fwd, "head_pos": head_pos}):
        with pytest.raises(ValueError, match="forward"):
            simulate(info, stc, **wrong)
    with pytest.raises(ValueError, match="rate"):
        simulate(info, vectors, forward=fwd)
    with pytest.raises(RuntimeError, match=r"[Mm]ax"):
        simulate(info, [stc] * 3, forward=fwd, max_iter=2)
    with pytest.raises(RuntimeError, match="stc"):
        simulate(info, [], forward=fwd)


def simulator_of(mne, src, labels, **options):
    """Two labels at five events, at which waveforms differ and overlap."""
    made = mne.simulation.SourceSimulator(src, 0.01, **options)
    events = np.array([[110, 0, 1], [140, 0, 1], [600, 0, 2]])
    rng = np.random.default_rng(6)
    made.add_data(labels[0], rng.standard_normal(50), events)
    made.add_data(
        labels[2], [rng.standard_normal(n) for n in (10, 70)], events[:2] + np.array([20, 0, 2])
    )
    made.add_data(labels[0], rng.standard_normal((1, 20)), events[:1])
    return made


@same("SourceSimulator", of=DOOR)
@same("duration n_times last_samp add_data get_stim_channel get_stc", of="SourceSimulator")
def source_simulator(mne, src, labels):
    empty = mne.simulation.SourceSimulator(src)
    yield [empty.n_times, empty.duration, empty.last_samp, empty.first_samp]
    with pytest.raises(ValueError, match="add_data"):
        empty.get_stc()
    with pytest.raises(ValueError, match="duration"):
        mne.simulation.SourceSimulator(src, 0.01, duration=0.001)
    for options in ({}, {"first_samp": 100}, {"first_samp": 90, "duration": 25.0}):
        made = simulator_of(mne, src, labels, **options)
        yield [made.n_times, made.duration, made.last_samp, made.first_samp]
        yield made.get_stc()
        yield made.get_stc(120, 200)
        yield made.get_stc(600)
        yield made.get_stim_channel()
        yield made.get_stim_channel(None)
        yield made.get_stim_channel(100, 700)
        yield list(made)
        with pytest.raises(ValueError, match="sample"):
            made.get_stc(200, 100)
        with pytest.raises(ValueError, match="wave"):
            made.add_data(labels[0], np.zeros((2, 5)), np.ones((3, 3), int))
        with pytest.raises(TypeError, match="label"):
            made.add_data("label", np.zeros(5), np.ones((3, 3), int))


@same("simulate_raw", of=DOOR, tolerance=SINGLE)
def simulate_raw_of_events(mne, fwd, info, labels):
    made = mne.simulation.SourceSimulator(fwd["src"], 1 / info["sfreq"], first_samp=10)
    made.add_data(labels[0], 1e-8 * np.hanning(30), np.array([[20, 0, 1], [1400, 0, 3]]))
    yield by_type(mne.simulation.simulate_raw(info, made, forward=fwd, first_samp=10))


def meg_and_traces(raw):
    """Samples of each type but EEG, whose dipoles in shells are fitted."""
    return by_type(raw.pick(["meg", "eog", "ecg", "stim"]))


def moved(info):
    """Two positions of the head."""
    start = info["dev_head_t"]["trans"]
    other = start.copy()
    other[:3, 3] += [0.002, 0.001, -0.003]
    return {3.3: other, 9.7: start}


@same("add_eog add_ecg", of=DOOR, tolerance=SINGLE)
def add_artefacts(mne, raw):
    head_pos = moved(raw.info)
    for add in (mne.simulation.add_eog, mne.simulation.add_ecg):
        for options in (
            {"rng": 3},
            {"random_state": 4, "head_pos": head_pos, "interp": "linear"},
            {"rng": np.random.default_rng(2), "head_pos": head_pos},
        ):
            one = raw.copy()
            add(one, **options)
            yield meg_and_traces(one)
        with pytest.raises((RuntimeError, ValueError), match="time"):
            add(raw.copy(), {raw.times[-1] + 1: head_pos[3.3]})
    alone = raw.copy().pick("eeg")
    with pytest.raises((RuntimeError, ValueError), match="MEG"):
        mne.simulation.add_ecg(alone)


# The three dipoles that stand for shells are fitted otherwise.
@same("add_eog", of=DOOR, tolerance=3e-3)
def add_blinks_to_eeg(mne, raw):
    mne.simulation.add_eog(raw, rng=3)
    yield raw.get_data("eeg")


@same("add_chpi", of=DOOR)
def add_chpi(mne, files):
    raw = mne.io.read_raw_fif(files.tracked, preload=True)
    head_pos = moved(raw.info)
    for options in ({}, {"head_pos": head_pos}, {"head_pos": head_pos, "interp": "zero"}):
        one = raw.copy()
        yield mne.simulation.add_chpi(one, **options) is one
        yield by_type(one)
    untracked = mne.io.read_raw_fif(files.raw, preload=True)
    with pytest.raises((RuntimeError, ValueError), match=r"coil|cHPI"):
        mne.simulation.add_chpi(untracked)
