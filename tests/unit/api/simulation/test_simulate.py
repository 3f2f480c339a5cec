"""Simulations as users ask for them, and what they do wrong."""

import numpy as np
import pytest

from leadfield.api.covariance.covariance import make_ad_hoc_cov
from leadfield.api.epochs.evoked_array import EvokedArray
from leadfield.api.estimates.apply_forward import apply_forward
from leadfield.api.estimates.lazy_data import LazyData
from leadfield.api.estimates.source_estimate import SourceEstimate, VectorSourceEstimate
from leadfield.api.forward.forward import Forward
from leadfield.api.recording.info import Info
from leadfield.api.recording.raw import Raw
from leadfield.api.recording.raw_array import RawArray
from leadfield.api.simulation.evoked import add_noise, simulate_evoked
from leadfield.api.simulation.raw import simulate_raw
from leadfield.api.simulation.sources import simulate_sparse_stc, simulate_stc
from leadfield.api.sources.source_spaces import SourceSpaces
from leadfield.base.errors import (
    ArgumentTypeError,
    ChannelError,
    FormatError,
    InputError,
    MismatchError,
    StateError,
)
from leadfield.estimates.segments import Segments

TIMES = np.arange(20) / 100


@pytest.fixture
def fwd(problem):
    return Forward(problem.forwards["surface"])


@pytest.fixture
def stc(fwd):
    return simulate_sparse_stc(fwd["src"], 4, TIMES, rng=0)


def test_signals_are_those_of_the_forward_model(fwd, stc):
    raw = simulate_raw(fwd["info"], stc, forward=fwd)
    np.testing.assert_allclose(
        raw.get_data(), apply_forward(fwd, stc, fwd["info"]).data, rtol=1e-12
    )


def test_currents_that_are_not_computed_are_measured_a_part_at_a_time(fwd, stc):
    read = []

    def part(a, b):
        read.append((a, b))
        return stc.data[:, a:b]

    held = stc.copy()
    held._lazy = LazyData(segments=Segments((4, 20), part, block=8))
    found = simulate_raw(fwd["info"], held, forward=fwd)
    assert read == [(0, 8), (8, 16), (16, 20)]
    assert not held._lazy.computed
    wanted = simulate_raw(fwd["info"], stc, forward=fwd).get_data()
    np.testing.assert_allclose(found.get_data(), wanted, rtol=1e-12)


def test_currents_may_be_vectors(fwd, stc):
    data = np.random.default_rng(1).standard_normal((4, 3, 20)) * 1e-9
    vectors = VectorSourceEstimate(data, stc.vertices, 0, 0.01)
    raw = simulate_raw(fwd["info"], vectors, forward=fwd)
    np.testing.assert_allclose(
        raw.get_data(), apply_forward(fwd, vectors, fwd["info"]).data, rtol=1e-12
    )


def test_noise_has_the_covariance(fwd):
    info = fwd["info"]
    cov = make_ad_hoc_cov(info)
    raw = add_noise(RawArray(np.zeros((34, 20_000)), info), cov, rng=1)
    expected = cov.data if cov.data.ndim == 1 else np.diag(cov.data)
    np.testing.assert_allclose(raw.get_data().var(axis=1), expected, rtol=0.05)


def test_noise_of_an_average_falls_with_the_root_of_its_epochs(fwd, stc):
    info, cov = fwd["info"], make_ad_hoc_cov(fwd["info"])
    clean = simulate_evoked(fwd, stc, info).data
    few = simulate_evoked(fwd, stc, info, cov, nave=4, rng=1).data - clean
    many = simulate_evoked(fwd, stc, info, cov, nave=100, rng=1).data - clean
    np.testing.assert_allclose(few, 5 * many, atol=1e-9 * np.abs(few).max())


def test_a_filter_gives_noise_its_spectrum(fwd):
    info = fwd["info"]
    raw = RawArray(np.zeros((34, 5000)), info)
    data = add_noise(raw, make_ad_hoc_cov(info), iir_filter=[1, -0.9], rng=1).get_data()
    lag = (data[:, 1:] * data[:, :-1]).mean() / (data**2).mean()
    assert abs(lag - 0.9) < 0.02


@pytest.mark.parametrize("iir_filter", [[], [0.0, 1.0], [[1.0]], [np.nan], "low"])
def test_a_filter_that_is_none_is_refused(fwd, iir_filter):
    raw = RawArray(np.zeros((34, 50)), fwd["info"])
    with pytest.raises((InputError, ArgumentTypeError), match="iir_filter"):
        add_noise(raw, make_ad_hoc_cov(fwd["info"]), iir_filter, rng=0)


def test_noise_needs_channels_and_samples(fwd, recording):
    cov = make_ad_hoc_cov(fwd["info"])
    other = EvokedArray(np.zeros((2, 5)), Info(recording.info.pick([0, 1])))
    with pytest.raises(ChannelError, match="cov has none of them"):
        add_noise(other, cov)
    on_disk = Raw(recording)
    with pytest.raises(StateError, match="adding noise"):
        add_noise(on_disk, make_ad_hoc_cov(on_disk.info))
    with pytest.raises(ArgumentTypeError, match="inst must be"):
        add_noise(3, cov)


def test_a_generator_goes_on_and_a_seed_does_not(fwd):
    info = fwd["info"]
    cov = make_ad_hoc_cov(info)

    def noise(**chance):
        return add_noise(EvokedArray(np.zeros((34, 5)), info), cov, **chance).data

    stream = np.random.default_rng(3)
    first, second = noise(rng=stream), noise(rng=stream)
    assert not np.allclose(first, second)
    np.testing.assert_array_equal(noise(rng=3), first)
    with pytest.raises(ArgumentTypeError, match="only one of rng and random_state"):
        noise(rng=1, random_state=2)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"stc": None}, "stc must be a source estimate"),
        ({"stc": [3]}, "stc must be a source estimate"),
        ({"stc": [()]}, "alone or with its triggers, got 0"),
        ({"forward": None}, "src and bem must be given"),
        ({"trans": "fsaverage"}, "must be None with forward"),
        ({"head_pos": 3}, "head_pos must be a dict"),
        ({"head_pos": np.ones((2, 3))}, r"must be numbers \(n, 10\)"),
        ({"head_pos": {0: np.full((4, 4), np.nan)}}, "head_pos must be finite"),
        ({"interp": "cubic"}, "interp must be one of"),
        ({"max_iter": 0}, "max_iter must be at least 1"),
    ],
)
def test_what_does_not_go_together_is_refused(fwd, stc, changes, words):
    given = {"stc": stc, "forward": fwd, **changes}
    with pytest.raises((InputError, ArgumentTypeError), match=words):
        simulate_raw(fwd["info"], **given)


def test_a_file_of_positions_must_be_a_table(fwd, stc, tmp_path):
    path = tmp_path / "moves.pos"
    path.write_text("Time q1\n1 2\nthree four\n")
    with pytest.raises(FormatError, match="lines of 10 numbers"):
        simulate_raw(fwd["info"], stc, head_pos=path)


def test_triggers_must_be_whole_numbers_of_each_time(fwd, stc):
    for marks in (np.zeros(20), np.zeros(19, int)):
        with pytest.raises(InputError, match="triggers of an estimate must be 20 whole numbers"):
            simulate_raw(fwd["info"], [(stc, marks)], forward=fwd)


def test_short_and_slow_estimates_are_refused(fwd, stc):
    with pytest.raises(InputError, match="at least 3 times"):
        simulate_raw(fwd["info"], stc.copy().crop(0, 0.01), forward=fwd)
    slow = SourceEstimate(stc.data, stc.vertices, 0, 0.02)
    with pytest.raises(MismatchError, match="sampling rate of the info, 100 Hz, got 50 Hz"):
        simulate_raw(fwd["info"], slow, forward=fwd)


def test_courses_that_are_none_are_refused(problem):
    src = SourceSpaces(problem.forwards["surface"].sources)
    with pytest.raises(ArgumentTypeError, match="a number for each of 20 times"):
        simulate_sparse_stc(src, 2, TIMES, data_fun=lambda times: times[:3])
    with pytest.raises(InputError, match="at least two in a row"):
        simulate_sparse_stc(src, 2, [0.0])
    with pytest.raises(InputError, match=r"numbers \(n_labels, n_times\)"):
        simulate_stc(src, [], [1.0, 2.0], 0, 0.01)
    with pytest.raises(InputError, match="location must be one of"):
        simulate_sparse_stc(src, 2, TIMES, location="edge")
