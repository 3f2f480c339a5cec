"""Images of evoked responses."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from leadfield.api.epochs.evoked_array import EvokedArray
from leadfield.api.recording.info import create_info
from leadfield.base.errors import ArgumentTypeError, InputError

NAMES = ["E1", "E2", "E3", "M1"]


@pytest.fixture
def response():
    info = create_info(NAMES, 100.0, ["eeg", "eeg", "eeg", "mag"])
    data = np.random.default_rng(0).standard_normal((4, 20))
    return EvokedArray(1e-6 * data, info, tmin=-0.1)


def test_each_group_has_a_figure_with_its_name(response):
    drawn = response.plot_image(group_by={"left": ["E1", "E3"], "right": [1]}, show=False)
    assert [figure.axes[0].get_title() for figure in drawn] == [
        "left (2 channels)",
        "right (1 channel)",
    ]
    np.testing.assert_allclose(drawn[0].axes[0].images[0].get_array(), 1e6 * response.data[[0, 2]])


def test_groups_are_drawn_in_the_users_axes(response):
    axes = dict(zip("ab", Figure().subplots(2), strict=True))
    drawn = response.plot_image(group_by={"a": "eeg", "b": ["E2"]}, axes=axes, show=False)
    assert drawn == [axes["a"].figure] * 2
    assert axes["b"].get_title() == "b (1 channel)"


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"mask": np.ones((3, 20))}, InputError, r"mask must be .*\(4, 20\)"),
        ({"mask": np.full((4, 20), 0.5)}, InputError, "true or false"),
        ({"mask": np.ones((4, 20)), "mask_style": "dots"}, InputError, "mask_style"),
        ({"mask": np.ones((4, 20)), "mask_alpha": 2}, InputError, "mask_alpha"),
        ({"group_by": ["E1"]}, ArgumentTypeError, "group_by"),
        ({"group_by": {"both": ["E1", "M1"]}}, InputError, "one type"),
        ({"group_by": {"a": ["E1"]}, "axes": {}}, InputError, "group_by's keys"),
        ({"axes": {}}, InputError, "without group_by"),
        ({"show_names": "some"}, InputError, "show_names"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_words(response, options, error, words):
    with pytest.raises(error, match=words):
        response.plot_image(show=False, **options)


def test_a_style_without_a_mask_is_warned_of(response):
    with pytest.warns(RuntimeWarning, match="mask_style"):
        response.plot_image(mask_style="both", show=False)
