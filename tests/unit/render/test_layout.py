"""Boxes: nothing lies on anything else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadfield.render.layout import Words, cells, free_place, room
from leadfield.render.projection import Box

CELL = Box(left=100, top=50, width=400, height=300)


@given(
    st.integers(50, 900),
    st.integers(50, 900),
    st.tuples(st.integers(1, 4), st.integers(1, 4)),
)
def test_cells_fill_the_middle_without_gap_or_overlap(width, height, shape):
    found = cells(Box(left=0, top=20, width=width, height=height), shape)
    assert sum(box.width * box.height for box in found.values()) == width * height
    assert min(box.top for box in found.values()) == 20
    assert max(box.top + box.height for box in found.values()) == 20 + height


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=2, max_size=4))
def test_words_never_lie_on_words(places):
    taken = []
    for x, y in places:
        wanted = Words(left=x * 400, bottom=y * 300, width=120, height=20)
        taken.append(free_place(wanted, taken, CELL, 4.0))
    for i, one in enumerate(taken):
        assert not any(one.meets(other) for other in taken[:i])


def test_words_stay_in_their_cell():
    wanted = Words(left=390, bottom=295, width=120, height=20)
    place = free_place(wanted, [], CELL, 4.0)
    assert place.left + place.width == 400
    assert place.bottom + place.height == 300


def test_words_that_are_free_stay_where_they_are_wanted():
    wanted = Words(left=40, bottom=270, width=120, height=20)
    other = Words(left=40, bottom=10, width=120, height=20)
    assert free_place(wanted, [other], CELL, 4.0) == wanted


def test_words_above_push_the_brain_down():
    words = Words(left=40, bottom=270, width=120, height=20)
    free = room(CELL, [words], 5.0)
    assert free.top >= CELL.top + CELL.height - 270 + 5
    assert free.top + free.height <= CELL.top + CELL.height


def test_words_below_push_the_brain_up():
    words = Words(left=40, bottom=10, width=120, height=20)
    free = room(CELL, [words], 5.0)
    assert free.top + free.height <= CELL.top + CELL.height - 35


@pytest.mark.parametrize("bottom", [130, 150])
def test_words_in_the_middle_lie_on_the_brain_as_wanted(bottom):
    words = Words(left=40, bottom=bottom, width=120, height=20)
    assert room(CELL, [words], 5.0) == room(CELL, [], 5.0)
