"""Whatever bytes a FreeSurfer file holds, a value comes out or a FormatError does."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadfield.base.errors import FormatError
from leadfield.freesurfer.annotation import (
    Parcellation,
    read_annotation,
    write_annotation,
)
from leadfield.freesurfer.label import VertexSet, read_label_file, write_label_file
from leadfield.freesurfer.overlay import read_morph, write_morph
from leadfield.freesurfer.surface import Surface, read_surface, write_surface

CODECS = {
    "surface": (
        read_surface,
        write_surface,
        Surface(vertices=np.eye(4, 3), triangles=[[0, 2, 1], [0, 1, 3]]),
    ),
    "overlay": (read_morph, write_morph, np.arange(5.0)),
    "annotation": (
        read_annotation,
        write_annotation,
        Parcellation(labels=[0, -1], names=("a",), colours=[[1, 2, 3, 4]]),
    ),
    "label": (
        read_label_file,
        write_label_file,
        VertexSet(vertices=[1, 5], positions=np.zeros((2, 3)), values=[0, 1]),
    ),
}
quick = settings(
    max_examples=150,
    deadline=1000,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def outcome(read, path, content):
    path.write_bytes(content)
    try:
        read(path)
    except FormatError as error:
        return error
    return None


@pytest.fixture(scope="module", params=CODECS)
def codec(request, tmp_path_factory):
    """A reader, and the bytes of a whole file for it."""
    read, write, value = CODECS[request.param]
    path = tmp_path_factory.mktemp("whole") / request.param
    write(path, value)
    return read, path.read_bytes(), request.param


@quick
@given(data=st.data())
def test_any_change_of_a_file_is_read_or_refused(codec, data, tmp_path):
    read, whole, _ = codec
    content = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        new = data.draw(st.binary(min_size=0, max_size=8))
        content[at : at + data.draw(st.integers(0, 8))] = new
    outcome(read, tmp_path / "file", bytes(content))


@quick
@given(content=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(codec, content, tmp_path):
    outcome(codec[0], tmp_path / "file", content)


def test_every_cut_file_is_refused(codec, tmp_path):
    read, whole, kind = codec
    # Text may lose its closing line, and digits before it, unseen.
    last = len(whole) - 1 if kind != "label" else whole.rindex(b" ")
    for size in range(last):
        assert outcome(read, tmp_path / "file", whole[:size]), size
