"""Comparison of conditions."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from leadfield.api.epochs.evoked_array import EvokedArray
from leadfield.api.epochs.evoked_files import read_evokeds
from leadfield.api.epochs.plot_compare import plot_compare_evokeds
from leadfield.api.recording.info import create_info
from leadfield.base.errors import ArgumentTypeError, ChannelError, InputError, MismatchError

NAMES = ["E1", "E2", "E3", "M1", "M2"]


def response(seed=0, comment="", names=NAMES, tmin=-0.1):
    info = create_info(names, 100.0, ["eeg", "eeg", "eeg", "mag", "mag"])
    scale = np.array([[1e-6]] * 3 + [[1e-13]] * 2)
    data = scale * np.random.default_rng(seed).standard_normal((5, 30))
    return EvokedArray(data, info, tmin=tmin, comment=comment)


def drawn(evokeds, **options):
    return [figure.axes[0] for figure in plot_compare_evokeds(evokeds, show=False, **options)]


def labels(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()]


def uprights(ax):
    """Where the vertical lines are."""
    return [line.get_xdata()[0] for line in ax.lines if np.ptp(line.get_xdata()) == 0]


def test_each_type_has_a_figure():
    assert [ax.get_title() for ax in drawn(response())] == ["EEG (GFP)", "Magnetometers (RMS)"]


def test_one_response_is_its_field_power():
    one = response()
    (ax,) = drawn(one, picks="eeg")
    np.testing.assert_allclose(ax.lines[0].get_ydata(), 1e6 * one.data[:3].std(axis=0))


def test_a_list_is_named_by_comments_or_numbers():
    listed = [response(0, "go"), response(1, "stop"), response(2, "go"), response(3)]
    assert labels(drawn(listed, picks="eeg")[0]) == ["1: go", "stop", "3: go", "4"]


def test_differences_have_minus_signs():
    assert labels(drawn([response(0, "a - b")], picks="eeg")[0]) == ["a − b"]


def test_several_responses_have_their_mean_and_an_interval():
    several = [response(i) for i in range(5)]
    (ax,) = drawn({"a": several}, picks="eeg", combine="mean")
    mean = 1e6 * np.mean([one.data[:3].mean(axis=0) for one in several], axis=0)
    np.testing.assert_allclose(ax.lines[0].get_ydata(), mean)
    assert len(ax.collections) == 1


@pytest.mark.parametrize("options", [{"ci": False}, {"ci": None}])
def test_an_interval_may_be_left_out(options):
    assert not drawn({"a": [response(0), response(1)]}, picks="eeg", **options)[0].collections


def test_one_response_has_no_interval():
    assert not drawn({"a": [response(0)]}, picks="eeg")[0].collections


def test_channels_in_another_order_are_put_in_order():
    one = response()
    other = one.copy().reorder_channels(NAMES[::-1])
    (ax,) = drawn({"one": one, "other": other}, picks=["E1"])
    assert (ax.lines[0].get_ydata() == ax.lines[1].get_ydata()).all()


def test_a_single_channel_is_drawn_as_it_is_and_names_the_figure():
    one = response()
    (ax,) = drawn(one, picks=["E2"], show_sensors=False)
    np.testing.assert_allclose(ax.lines[0].get_ydata(), 1e6 * one.data[1])
    assert ax.get_title() == "E2"


def test_channels_picked_by_name_are_named():
    assert drawn(response(), picks=["E1", "E3"])[0].get_title() == "E1, E3 (GFP)"


def test_vertical_lines_are_at_zero_or_where_they_are_wanted():
    assert uprights(drawn(response(), picks="eeg")[0]) == [0]
    assert uprights(drawn(response(tmin=0.1), picks="eeg")[0]) == []
    assert uprights(drawn(response(), picks="eeg", vlines=[50], time_unit="ms")[0]) == [50]


def test_limits_may_be_functions_of_the_values():
    (ax,) = drawn(response(), picks="eeg", ylim={"eeg": (None, lambda values: 2 * values.max())})
    assert ax.get_ylim() == (0, pytest.approx(2 * ax.lines[0].get_ydata().max()))


def test_the_users_axes_are_drawn_in():
    axes = Figure().subplots(1, 2)
    figures = plot_compare_evokeds(response(), axes=axes, show=False)
    assert figures == [axes[0].figure] * 2
    assert axes[1].get_title() == "Magnetometers (RMS)"


def test_a_key_may_be_left_out():
    assert drawn(response(), picks="eeg", legend=False)[0].get_legend() is None


def test_the_spines_end_at_ticks():
    (ax,) = drawn(response(), picks="eeg")
    assert ax.spines["bottom"].get_bounds() == pytest.approx(tuple(ax.get_xticks()[[0, -1]]))
    assert (
        drawn(response(), picks="eeg", truncate_xaxis=False)[0].spines["bottom"].get_bounds()
        is None
    )


@pytest.mark.parametrize(
    ("evokeds", "options", "error", "words"),
    [
        ([], {}, InputError, "a response for each"),
        ({"a": []}, {}, InputError, "a response for each"),
        ({1: response()}, {}, ArgumentTypeError, "strings as keys"),
        (["x"], {}, ArgumentTypeError, "Evoked"),
        ([response(), response(tmin=0.0)], {}, MismatchError, "same channels and times"),
        (response(), {"combine": "max"}, InputError, "combine"),
        (response(), {"combine": 3}, ArgumentTypeError, "combine"),
        (response(), {"combine": lambda data: data}, InputError, "combine must turn"),
        (response(), {"ci": 1.5}, InputError, "ci must be below 1"),
        (response(), {"ci": lambda data: data}, InputError, "lower and upper"),
        (response(), {"axes": "topo"}, InputError, "axes"),
        (response(), {"legend": "somewhere"}, InputError, "legend"),
        (response(), {"vlines": 3}, ArgumentTypeError, "vlines"),
        (response(), {"ylim": {"eeg": 3}}, InputError, "ylim"),
        (response(), {"time_unit": "h"}, InputError, "time_unit"),
        (response(), {"truncate_yaxis": "yes"}, InputError, "truncate_yaxis"),
        (response(), {"picks": []}, ChannelError, "picks"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_words(evokeds, options, error, words):
    with pytest.raises(error, match=words):
        plot_compare_evokeds(evokeds, show=False, **options)


def test_combining_one_channel_is_warned_of():
    with pytest.warns(RuntimeWarning, match="only channel"):
        drawn(response(), picks=["E1"], combine="mean", show_sensors=False)


@pytest.mark.parametrize(("picks", "count"), [(["EEG 001"], 1), ("eeg", 60)])
@pytest.mark.parametrize("options", [{}, {"sphere": 0.095}])
def test_sensors_are_drawn_beside_the_panel(shared, picks, count, options):
    real = read_evokeds(shared / "test-ave.fif.gz", 0)
    (ax,) = drawn(real, picks=picks, show_sensors=True, **options)
    (inset,) = ax.child_axes
    assert len(inset.collections[0].get_offsets()) == count
    assert inset.get_position().x0 > 0
