"""Pictures of a report show what stands out, and say what is on them."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from leadfield import EvokedArray, create_info
from leadfield.cli.report_pictures import (
    deflections,
    drops_picture,
    events_picture,
    response_pictures,
)
from leadfield.cli.trials import Trials

TIMES = np.arange(-50, 101) / 250


@pytest.fixture
def evoked():
    """Noise with two deflections, at 100 and 200 ms, and a larger one before the event."""
    rng = np.random.default_rng(0)
    heights = {-0.1: 30.0, 0.1: 20.0, 0.2: 9.0}
    shape = sum(h * np.exp(-(((TIMES - t) / 0.012) ** 2)) for t, h in heights.items())
    data = np.outer(rng.standard_normal(8), shape) + 0.5 * rng.standard_normal((8, len(TIMES)))
    info = create_info([f"EEG {i}" for i in range(8)], 250.0, "eeg")
    return EvokedArray(1e-6 * data, info, tmin=TIMES[0])


def test_deflections_are_after_the_event_and_no_noise(evoked):
    np.testing.assert_allclose(deflections(evoked.value), [0.1, 0.2], atol=0.005)


def test_of_a_response_without_any_the_largest_is_shown(evoked):
    evoked.data[:] = np.random.default_rng(1).standard_normal(evoked.data.shape)
    assert len(deflections(evoked.value)) >= 1


def test_electrodes_without_positions_are_drawn_over_time(evoked):
    (picture,) = response_pictures(evoked)
    assert "8 lines, the EEG electrodes, over time; they differ most at -100 ms" in (
        picture.description
    )
    assert Image.open(BytesIO(picture.png)).width == pytest.approx(1.5 * picture.width, abs=2)


def test_where_there_is_no_response_no_time_is_told(evoked):
    (picture,) = response_pictures(evoked, peaks=False)
    assert picture.description == "8 lines, the EEG electrodes, over time"


def test_pictures_of_trials_say_how_many_there_are():
    events = np.array([[10, 0, 1], [20, 0, 2], [30, 0, 1]])
    trials = Trials(
        events=events,
        drop_log=((), ("$EOG",), ()),
        first_sample=5,
        sampling_rate=10.0,
        duration=4.0,
    )
    shown = events_picture(trials, {"left": 1, "right": 2})
    assert shown.description.endswith("left 2 times and right 1 time")
    assert drops_picture(trials).png.startswith(b"\x89PNG")
