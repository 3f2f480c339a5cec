"""Currents of labels at events, as users put them together."""

import numpy as np
import pytest

from leadfield.api.forward.forward import Forward
from leadfield.api.labels.label import Label
from leadfield.api.simulation.raw import simulate_raw
from leadfield.api.simulation.source_simulator import SourceSimulator
from leadfield.base.errors import ArgumentTypeError, DataError, InputError, MismatchError

WAVE = np.array([1.0, 2, 3])


@pytest.fixture
def fwd(problem):
    return Forward(problem.forwards["surface"])


@pytest.fixture
def label(fwd):
    return Label(fwd["src"][0]["vertno"][:2], hemi="lh")


@pytest.fixture
def make(fwd):
    return lambda **options: SourceSimulator(fwd["src"], 0.01, **options)


def test_waveforms_add_up_where_events_overlap(make, label):
    made = make()
    made.add_data(label, WAVE, [[2, 0, 1], [4, 0, 1]])
    data = made.get_stc().data
    np.testing.assert_array_equal(data, [[0, 0, 1, 2, 4, 2, 3]] * 2)


def test_an_event_at_the_last_sample_of_a_part_counts(make, label):
    made = make(duration=20.0)
    made.add_data(label, WAVE, [[999, 0, 5], [1999, 0, 6]])
    triggers = np.concatenate([marks for _, marks in made])
    np.testing.assert_array_equal(np.flatnonzero(triggers), [999, 1999])
    np.testing.assert_array_equal(made.get_stim_channel(), triggers)


def test_a_duration_is_a_whole_number_of_samples(make):
    assert make(duration=0.29).n_times == 29  # 0.29 / 0.01 is a little less


def test_samples_before_the_first_do_not_count(make, label):
    made = make(first_samp=4)
    made.add_data(label, WAVE, [[3, 0, 1], [5, 0, 2]])
    stc = made.get_stc()
    np.testing.assert_array_equal(stc.data[0], [2, 4, 2, 3])
    assert (stc.tmin, made.n_times, made.last_samp) == (0, 4, 7)
    np.testing.assert_array_equal(made.get_stim_channel(None), [0, 2, 0, 0])


def test_parts_are_the_whole_and_a_last_one_may_be_short(make, label, fwd):
    made = make()
    made.add_data(label, np.ones(10), [[0, 0, 1], [991, 0, 2]])
    assert [len(marks) for _, marks in made] == [1000, 1]
    raw = simulate_raw(fwd["info"], made, forward=fwd)
    assert raw.n_times == 1001
    whole = simulate_raw(fwd["info"], made.get_stc(), forward=fwd)
    np.testing.assert_allclose(raw.get_data(), whole.get_data(), rtol=1e-12)


def test_another_first_sample_is_said(make, label, fwd, caplog):
    made = make(first_samp=10)
    made.add_data(label, WAVE, [[10, 0, 1]])
    simulate_raw(fwd["info"], made, forward=fwd, verbose="info")
    assert "first_samp of the simulator, 10, is not that of the recording, 0" in caplog.text


def test_its_representation_counts(make, label):
    made = make()
    made.add_data(label, WAVE, [[2, 0, 1], [4, 0, 1]])
    assert repr(made) == "<SourceSimulator | 1 labels, 2 events, 7 samples>"


@pytest.mark.parametrize("waveform", [3.0, [], [1.0, 2.0], "wave", np.zeros((2, 2, 2)), ["a"]])
def test_what_is_no_waveform_is_refused(make, label, waveform):
    with pytest.raises(ArgumentTypeError, match="waveform must be numbers in a row"):
        make().add_data(label, waveform, [[2, 0, 1]])


def test_waveforms_must_be_as_many_as_events(make, label):
    with pytest.raises(MismatchError, match="one waveform, or one for each of 3 events, got 2"):
        make().add_data(label, [WAVE, WAVE], np.ones((3, 3), int))


@pytest.mark.parametrize(
    ("events", "error"), [([[1.5, 0, 1]], ArgumentTypeError), ([[1, 0]], InputError)]
)
def test_events_must_be_events(make, label, events, error):
    with pytest.raises(error, match="events must"):
        make().add_data(label, WAVE, events)


def test_nothing_gives_no_estimate(make):
    with pytest.raises(DataError, match="add some with add_data"):
        make().get_stc()


@pytest.mark.parametrize("options", [{"duration": 0.001}, {"first_samp": 0.5}])
def test_times_must_be_possible(make, options):
    with pytest.raises((InputError, ArgumentTypeError), match="must be"):
        make(**options)


def test_a_span_must_not_end_before_it_starts(make, label):
    made = make()
    made.add_data(label, WAVE, [[2, 0, 1]])
    with pytest.raises(InputError, match="stop_sample must be at least start_sample, 5, got 4"):
        made.get_stc(5, 4)
