"""FIF files made for a test."""

import pytest

from leadfield.fif.writer import writing


@pytest.fixture
def written(tmp_path):
    """Function that writes a file with what another function puts into it."""

    def write(fill, name="made.fif"):
        path = tmp_path / name
        with writing(path, overwrite=True) as writer:
            fill(writer)
        return path

    return write
