"""Pages of epochs."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from leadfield.api.epochs.epochs_array import EpochsArray
from leadfield.api.epochs.plot_epochs import plot_epochs
from leadfield.api.recording.info import create_info
from leadfield.base.errors import ArgumentTypeError, DataError, InputError


@pytest.fixture
def five():
    """Five epochs of two conditions, from -0.1 to 0.1 s, overlapping in the recording."""
    info = create_info(["E1", "E2", "E3"], 100.0, "eeg")
    data = 1e-5 * np.random.default_rng(0).standard_normal((5, 3, 21))
    events = np.array([[100, 0, 1], [150, 0, 2], [200, 0, 1], [210, 0, 2], [300, 0, 1]])
    return EpochsArray(data, info, events, tmin=-0.1, event_id={"go": 1, "stop": 2})


def texts_of(figure):
    return [text.get_text() for text in figure.axes[0].texts]


def test_epochs_follow_one_another_with_lines_between_them(five):
    ax = five.plot(n_epochs=3, show=False).axes[0]
    assert len(ax.lines[0].get_xdata()) == 3 * 21
    assert [line.get_xdata()[0] for line in ax.lines[3:5]] == pytest.approx([0.21, 0.42])


def test_the_page_says_how_many_there_are(five):
    assert five.plot(n_epochs=3, show=False).get_suptitle() == "3 of 5 epochs"
    assert five.plot(show=False, title="mine").get_suptitle() == "mine"


def test_dropped_epochs_are_left_out_and_the_others_keep_their_numbers(five):
    ticks = five.drop([1]).plot(show=False).axes[0].get_xticklabels()
    assert [tick.get_text() for tick in ticks] == ["0", "2", "3", "4"]


def test_events_stand_in_each_epoch_that_they_lie_in(five):
    figure = five.plot(events=True, event_id=True, show=False, show_scalebars=False)
    # The third and the fourth epoch see each other's event.
    assert sorted(texts_of(figure)) == ["go"] * 4 + ["stop"] * 3
    uprights = [line.get_xdata()[0] for line in figure.axes[0].lines[7:]]
    assert uprights[0] == pytest.approx(0.1)


def test_events_may_be_others_with_own_names(five):
    figure = five.plot(
        events=[[305, 0, 9]], event_id={"blink": 9}, show=False, show_scalebars=False
    )
    assert texts_of(figure) == ["blink"]
    assert figure.axes[0].lines[7].get_xdata()[0] == pytest.approx(4 * 0.21 + 0.15)


def test_bad_channels_are_shown_if_they_are_picked(five):
    five.info["bads"] = ["E2"]
    labels = five.plot(show=False).axes[0].get_yticklabels()
    assert [label.get_text() for label in labels] == ["E1", "E3"]
    assert len(five.plot(picks=["E1", "E2"], show=False).axes[0].get_yticklabels()) == 2


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"epoch_colors": [["r"] * 3] * 5}, InputError, "epoch_colors"),
        ({"noise_cov": "x-cov.fif"}, InputError, "noise_cov"),
        ({"annotation_colors": {}}, InputError, "annotation_colors"),
        ({"event_id": ["go"], "events": True}, InputError, "event_id"),
        ({"n_epochs": 0}, InputError, "n_epochs"),
        ({"title": 3}, ArgumentTypeError, "title"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_words(five, options, error, words):
    with pytest.raises(error, match=words):
        five.plot(show=False, **options)


def test_no_epochs_are_refused(five):
    with pytest.raises(DataError):
        five.drop(range(5)).plot(show=False)


def test_other_objects_are_refused():
    with pytest.raises(ArgumentTypeError, match="epochs must be Epochs"):
        plot_epochs(Figure())
