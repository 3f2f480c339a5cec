"""Boxes: nothing lies on anything else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadfield.render.layout import TextBox, free_space, panel_cells, place_text_box
from leadfield.render.projection import Box

CELL = Box(left=100, top=50, width=400, height=300)


@given(
    st.integers(50, 900),
    st.integers(50, 900),
    st.tuples(st.integers(1, 4), st.integers(1, 4)),
)
def test_cells_fill_the_middle_without_gap_or_overlap(width, height, shape):
    found = panel_cells(Box(left=0, top=20, width=width, height=height), shape)
    assert sum(box.width * box.height for box in found.values()) == width * height
    assert min(box.top for box in found.values()) == 20
    assert max(box.top + box.height for box in found.values()) == 20 + height


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=2, max_size=4))
def test_words_never_lie_on_words(places):
    taken = []
    for x, y in places:
        wanted = TextBox(left=x * 400, bottom=y * 300, width=120, height=20)
        taken.append(place_text_box(wanted, taken, CELL, 4.0))
    for i, one in enumerate(taken):
        assert not any(one.overlaps(other) for other in taken[:i])


def test_words_stay_in_their_cell():
    wanted = TextBox(left=390, bottom=295, width=120, height=20)
    box = place_text_box(wanted, [], CELL, 4.0)
    assert box.left + box.width == 400
    assert box.bottom + box.height == 300


def test_words_that_are_free_stay_where_they_are_wanted():
    wanted = TextBox(left=40, bottom=270, width=120, height=20)
    other = TextBox(left=40, bottom=10, width=120, height=20)
    assert place_text_box(wanted, [other], CELL, 4.0) == wanted


def test_words_above_push_the_brain_down():
    words = TextBox(left=40, bottom=270, width=120, height=20)
    free = free_space(CELL, [words], 5.0)
    assert free.top >= CELL.top + CELL.height - 270 + 5
    assert free.top + free.height <= CELL.top + CELL.height


def test_words_below_push_the_brain_up():
    words = TextBox(left=40, bottom=10, width=120, height=20)
    free = free_space(CELL, [words], 5.0)
    assert free.top + free.height <= CELL.top + CELL.height - 35


@pytest.mark.parametrize("bottom", [130, 150])
def test_words_in_the_middle_lie_on_the_brain_as_wanted(bottom):
    words = TextBox(left=40, bottom=bottom, width=120, height=20)
    assert free_space(CELL, [words], 5.0) == free_space(CELL, [], 5.0)
