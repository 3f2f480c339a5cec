"""The key of arrow lengths says how long an arrow of a round value is."""

from dataclasses import replace

import pytest
from matplotlib.figure import Figure

from leadfield.render.arrow_key import draw_arrow_key, round_value
from leadfield.scene.scene import Style
from leadfield.scene.source_activity import ArrowStyle

BOX = (300.0, 20.0, 90.0, 10.0)


@pytest.mark.parametrize(("most", "expected"), [(17.9, 10), (9.9, 5), (2.0e-10, 2e-10), (1, 1)])
def test_round_values_are_1_2_5_times_a_power_of_ten(most, expected):
    assert round_value(most) == pytest.approx(expected)


def draw(make_activity, halves, *, scale, length=2.0, quantity="Current (A·m)"):
    activity = make_activity(halves[:1], moments=True, arrows=ArrowStyle(scale=length))
    figure = Figure(figsize=(4, 4), dpi=100)
    activity = replace(activity, quantity=quantity)
    return draw_arrow_key(figure, activity, Style(), scale=scale, box=BOX, size=9)


def test_the_key_is_as_long_as_an_arrow_of_its_value(make_activity, halves):
    arrow, text = draw(make_activity, halves, scale=3.0)
    assert text.get_text() == "5 A·m"  # the limits go to 9
    (left, _), (right, _) = arrow._posA_posB
    assert 400 * (right - left) == pytest.approx(5 * 2.0 * 3.0)


def test_a_quantity_without_a_unit_is_named(make_activity, halves):
    _, text = draw(make_activity, halves, scale=3.0, quantity="dSPM")
    assert text.get_text() == "5 dSPM"


@pytest.mark.parametrize("scale", [0.1, 30.0])
def test_a_key_that_has_no_room_or_no_length_is_left_out(make_activity, halves, scale):
    assert draw(make_activity, halves, scale=scale) == ()
