"""Pages of a recording."""

import numpy as np
import pytest

from leadfield.api.recording.annotations import Annotations
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.recording.raw import RawRecording


def names_of(figure):
    return [label.get_text() for label in figure.axes[0].get_yticklabels()]


def test_only_the_page_is_read(opened, monkeypatch):
    read = []
    values = RawRecording.values

    def spy(self, start, stop, channels=None):
        read.append((start, stop, len(channels)))
        return values(self, start, stop, channels)

    monkeypatch.setattr(RawRecording, "values", spy)
    opened.plot(duration=0.5, start=1.0, n_channels=2, show=False)
    assert read == [(50, 75, 2)]
    assert not opened.preload


def test_the_recording_stays_as_it_is(raw, samples):
    raw.plot(show=False)
    assert (raw.get_data() == samples).all()


def test_a_page_longer_than_the_recording_is_the_recording(raw):
    times = raw.plot(show=False).axes[0].lines[0].get_xdata()
    assert (times[0], times[-1]) == (0, 1.96)


def test_channels_stand_by_type_or_as_they_come(raw):
    raw.reorder_channels(["STI", "E1", "E2", "E3", "M1", "M2"])
    assert names_of(raw.plot(show=False)) == ["M1", "M2", "E1", "E2", "E3", "STI"]
    assert names_of(raw.plot(show=False, group_by="original")) == raw.ch_names


def test_an_order_leaves_out_what_it_does_not_name(raw):
    assert names_of(raw.plot(show=False, order=[4, 0])) == ["E3", "M1"]


def test_events_and_annotations_of_the_page_alone_are_marked(raw):
    raw.set_annotations(Annotations([0.4, 1.5], [0.1, 0.1], ["BAD_early", "late"]))
    events = [[25 + 10, 0, 1], [25 + 60, 0, 2], [25 + 99, 0, 1]]
    ax = raw.plot(
        events, duration=1.0, start=1.0, event_id={"go": 2}, show=False, show_scalebars=False
    ).axes[0]
    assert sorted(text.get_text().strip() for text in ax.texts) == ["1", "go", "late"]
    assert ax.lines[6].get_xdata()[0] == pytest.approx(1.2)


def test_times_may_count_from_sample_0(raw):
    shown = raw.plot([[25 + 60, 0, 2]], show_first_samp=True, show=False).axes[0]
    assert shown.lines[0].get_xdata()[0] == 0.5
    assert shown.lines[6].get_xdata()[0] == pytest.approx(1.7)


def test_annotations_that_do_not_match_are_left_out(raw):
    raw.set_annotations(Annotations([0.4, 1.5], [0.1, 0.1], ["BAD_early", "late"]))
    ax = raw.plot(annotation_regex="^late", show=False, show_scalebars=False).axes[0]
    assert [text.get_text().strip() for text in ax.texts] == ["late"]


def test_events_without_a_colour_have_one_for_each_code(raw):
    events = [[30, 0, 1], [60, 0, 2]]
    lines = raw.plot(events, event_color=None, show=False).axes[0].lines[6:8]
    assert lines[0].get_color() != lines[1].get_color()


def test_the_time_of_the_day_needs_a_date(raw):
    with pytest.raises(InputError, match="measurement date"):
        raw.plot(time_format="clock", show=False)
    raw.set_meas_date(1_000_000_000.0)  # 01:46:40
    ax = raw.plot(time_format="clock", show=False).axes[0]
    texts = [label.get_text() for label in ax.get_xticklabels()]
    assert texts[0].startswith("01:46:40.5") or texts[0].startswith("01:46:40.6")


def test_the_title_is_the_name_of_the_file(opened):
    assert opened.plot(show=False).get_suptitle() == "x_raw.fif"
    assert opened.plot(show=False, title="mine").get_suptitle() == "mine"


def test_the_filter_is_for_display(raw, samples):
    ax = raw.plot(lowpass=5.0, decim=1, show=False, scalings={"mag": 1, "eeg": 1}).axes[0]
    assert np.std(np.diff(ax.lines[0].get_ydata())) < 0.1 * np.std(np.diff(samples[0]))
    assert (raw.get_data() == samples).all()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"show_options": True}, "interactive"),
        ({"figure_class": object}, "interactive"),
        ({"noise_cov": "x-cov.fif"}, "plot_white"),
        ({"group_by": "position"}, "pick the channels"),
        ({"start": 5.0}, "start must be from 0 to 1.98 s"),
        ({"duration": 0}, "duration"),
        ({"clipping": "cut"}, "clipping"),
        ({"order": [2], "picks": "mag"}, "leave"),
        ({"order": ["M1"]}, "order"),
        ({"decim": 0}, "decim"),
        ({"annotation_regex": "("}, "annotation_regex"),
        ({"highpass": -1.0}, "highpass"),
        ({"n_channels": 0}, "n_channels"),
        ({"time_format": "days"}, "time_format"),
        ({"events": [[30, 0, 7]], "event_color": {1: "r"}}, "event_color"),
    ],
    ids=str,
)
def test_what_cannot_be_drawn_is_refused_in_words(raw, options, words):
    with pytest.raises(InputError, match=words):
        raw.plot(show=False, **options)


@pytest.mark.parametrize("options", [{"title": 3}, {"scalings": 2.0}, {"event_id": [1]}], ids=str)
def test_a_wrong_type_is_refused(raw, options):
    with pytest.raises(ArgumentTypeError):
        raw.plot([[30, 0, 7]], show=False, **options)


def test_colours_for_annotations_that_are_none_are_warned_of(raw):
    with pytest.warns(RuntimeWarning, match="annotation_colors"):
        raw.plot(annotation_colors={"BAD_typo": "r"}, show=False)
