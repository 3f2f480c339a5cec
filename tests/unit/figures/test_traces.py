"""Pages of traces."""

import numpy as np
import pytest
from matplotlib.colors import to_rgba

from leadfield.figures.trace_marks import EventMark, TimeSpan, span_colours
from leadfield.figures.traces import TracePage, TraceStyle, draw_traces


@pytest.fixture
def page():
    times = np.arange(100) / 50
    samples = np.array([np.sin(times), np.cos(times), 0.3 + 0 * times, 9 * np.sin(9 * times)])
    return TracePage(
        samples=samples,
        times=times,
        zeros=np.array([0, 0.2, 0, 0]),
        heights=np.array([2e-12, 2e-12, 4e-5, 4e-5]),
        steps=(1, 1, 5, 5),
        names=("M1", "M2", "E1", "E2"),
        types=("mag", "mag", "eeg", "eeg"),
        bads=frozenset(["M2"]),
    )


def test_channels_stand_below_one_another_positive_upwards(page):
    ax = draw_traces(page, TraceStyle()).axes[0]
    np.testing.assert_allclose(ax.lines[1].get_ydata(), 1 - page.samples[1])
    assert ax.get_ylim() == (3.5, -0.5)


def test_each_how_manieth_sample_is_drawn(page):
    ax = draw_traces(page, TraceStyle()).axes[0]
    assert [len(line.get_xdata()) for line in ax.lines[:4]] == [100, 100, 20, 20]


def test_bad_channels_are_grey_and_so_are_their_names(page):
    ax = draw_traces(page, TraceStyle()).axes[0]
    assert to_rgba(ax.lines[1].get_color()) == to_rgba("lightgray")
    labels = {label.get_text(): label.get_color() for label in ax.get_yticklabels()}
    assert labels == {"M1": "darkblue", "M2": "0.5", "E1": "k", "E2": "k"}


def test_colours_by_name_go_before_those_by_type(page):
    ax = draw_traces(page, TraceStyle(colours={"mag": "r", "E1": "g", "eeg": "b"})).axes[0]
    assert [line.get_color() for line in ax.lines[:4]] == ["r", "lightgray", "g", "b"]


def test_in_a_butterfly_channels_of_a_type_share_a_row_at_half_their_height(page):
    ax = draw_traces(page, TraceStyle(butterfly=True)).axes[0]
    assert [label.get_text() for label in ax.get_yticklabels()] == ["mag", "eeg"]
    np.testing.assert_allclose(ax.lines[2].get_ydata(), 1 - 0.5 * page.samples[2, ::5])


def test_clamped_traces_stay_in_their_row(page):
    ax = draw_traces(page, TraceStyle(clipping="clamp")).axes[0]
    assert np.abs(ax.lines[3].get_ydata() - 3).max() == 0.5


@pytest.mark.parametrize(
    ("butterfly", "texts"),
    [(False, {"1000 fT", "20 µV"}), (True, {"2000 fT", "40 µV"})],
)
def test_scale_bars_say_what_their_length_stands_for(page, butterfly, texts):
    ax = draw_traces(page, TraceStyle(butterfly=butterfly)).axes[0]
    assert {text.get_text() for text in ax.texts} == texts
    low, high = ax.lines[-1].get_ydata()
    assert high - low == 0.5


def test_zero_lines_lie_at_zero(page):
    ax = draw_traces(page, TraceStyle(zero_lines=True, scale_bars=False)).axes[0]
    assert ax.lines[3].get_ydata()[0] == 1.2


def test_events_are_lines_with_names_and_a_key(page):
    events = [EventMark(time=t, name=n, colour=c) for t, n, c in [(0.5, "b", "r"), (1, "10", "g")]]
    events += [EventMark(time=1.5, name="9", colour="k")]
    ax = draw_traces(page, TraceStyle(scale_bars=False), events=events).axes[0]
    assert [line.get_xdata()[0] for line in ax.lines[4:]] == [0.5, 1, 1.5]
    assert [text.get_text() for text in ax.texts] == ["b", "10", "9"]
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["9", "10", "b"]


def test_events_of_one_colour_have_no_key(page):
    events = [EventMark(time=t, name=str(t), colour="cyan") for t in (0.5, 1)]
    assert draw_traces(page, TraceStyle(), events=events).axes[0].get_legend() is None


def test_spans_of_single_channels_are_shaded_in_their_rows_alone(page):
    spans = [
        TimeSpan(start=0.2, stop=0.4, text="BAD_x", colour="r"),
        TimeSpan(start=1, stop=1.5, text="y", colour="b", channels=("E1",)),
        TimeSpan(start=1, stop=1.5, text="not here", colour="b", channels=("E9",)),
    ]
    ax = draw_traces(page, TraceStyle(scale_bars=False), spans=spans).axes[0]
    assert [text.get_text().strip() for text in ax.texts] == ["BAD_x", "y"]
    heights = ax.collections[0].get_paths()[0].vertices[:, 1]
    assert (heights.min(), heights.max()) == (1.5, 2.5)


def test_what_is_bad_is_red_and_the_rest_is_not():
    colours = span_colours(["BAD_blink", "rest", "edge", "go"], {"go": "g"})
    assert colours["BAD_blink"] == colours["edge"] == "#ff0000"
    assert colours["rest"] not in {"#ff0000", "g"}
    assert colours["go"] == "g"


def test_a_page_can_be_drawn(page, render):
    assert render(draw_traces(page, TraceStyle(boundaries=(1.0,)), title="x")).any()
