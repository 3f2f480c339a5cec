"""The format of a file is read from its name."""

from pathlib import Path

import pytest

from leadfield.base.errors import InputError
from leadfield.recording.formats import FORMATS, format_of


@pytest.mark.parametrize("name", ["a_raw.fif", "a_raw.fif.gz", "A_RAW.FIF"])
def test_fif_files_are_known_by_their_ending(name):
    assert format_of(Path(name)).name == "FIF"


def test_an_unknown_ending_is_refused_and_the_known_ones_are_named():
    with pytest.raises(InputError, match=r"'\.fif', '\.fif\.gz', got 'a\.ds'"):
        format_of(Path("a.ds"))


def test_no_ending_belongs_to_two_formats():
    endings = [ending for one in FORMATS for ending in one.endings]
    assert len(endings) == len(set(endings))
