"""Lines of keys."""

import pytest

from leadfield.batch.toml_lines import line_of

TEXT = """# tmin = 1
task = "x"

[epochs]
tmin = -1
"tmax" = 1

[epochs.reject]
mag = 1
[ inverse ]
loose=1
epochs.x = 2
"""


@pytest.mark.parametrize(
    ("key", "line"),
    [
        (("task",), 2),
        (("epochs", "tmin"), 5),
        (("epochs", "tmax"), 6),
        (("epochs", "reject"), 8),
        (("epochs", "reject", "mag"), 9),
        (("epochs", "nothing"), 4),
        (("inverse", "loose"), 11),
        (("nothing",), None),
    ],
)
def test_the_line_of_a_key_is_found(key, line):
    assert line_of(TEXT, key) == line
