"""Durations are said as people say them."""

import pytest

from leadfield.base.durations import duration_in_words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (0.42, "0.42 s"),
        (9.96, "10 s"),
        (59.4, "59 s"),
        (59.8, "1 min 0 s"),
        (278.2, "4 min 38 s"),
        (3599.7, "1 h 0 min"),
        (7300, "2 h 2 min"),
    ],
)
def test_no_part_is_as_large_as_the_next(seconds, words):
    assert duration_in_words(seconds) == words
