"""Errors go from one process to another whole."""

import copy
import multiprocessing
import pickle
from pathlib import Path

import pytest

from leadfield.base import errors
from leadfield.base.errors import FormatError, LeadfieldError
from leadfield.base.front_door import AbsentNameError
from leadfield.events.fif import read_events

PLAIN = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, LeadfieldError) and kind is not FormatError
]


def fields_of(error):
    return type(error), str(error), error.args, vars(error)


@pytest.mark.parametrize("copied", [copy.copy, lambda one: pickle.loads(pickle.dumps(one))])
class TestCopy:
    @pytest.mark.parametrize("kind", PLAIN)
    def test_of_every_error_says_the_same(self, kind, copied):
        error = kind("x must be y, got z")
        assert fields_of(copied(error)) == fields_of(error)

    def test_of_a_format_error_has_its_fields_and_notes(self, copied):
        error = FormatError("a_raw.fif", "size must be 4", offset=36, tag="NCHAN")
        error.add_note("while reading subject 7")
        again = copied(error)
        assert fields_of(again) == fields_of(error)
        assert (again.path, again.offset) == (Path("a_raw.fif"), 36)
        assert again.__notes__ == ["while reading subject 7"]

    def test_of_an_absent_name_says_the_same(self, copied):
        error = AbsentNameError("leadfield", "read_row")
        again = copied(error)
        assert (str(again), again.name) == (str(error), error.name)


def test_a_worker_that_meets_a_damaged_file_hands_its_error_over(tmp_path):
    path = tmp_path / "damaged-eve.fif"
    path.write_bytes(b"no FIF")
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        waiting = pool.map_async(read_events, [path])
        with pytest.raises(FormatError, match="damaged-eve") as caught:
            waiting.get(timeout=60)
    assert caught.value.offset == 0
