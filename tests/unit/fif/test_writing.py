"""A file is replaced whole or not at all."""

import subprocess
import sys
import textwrap

import numpy as np
import pytest
from scipy.sparse import csr_array

from leadfield.base.errors import InputError, MissingFileError, OverwriteError
from leadfield.fif import writer as writer_module
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.reader import FifFile
from leadfield.fif.writer import writing


def write_name(path, name, **options):
    with writing(path, **options) as writer, writer.block(Block.MEAS):
        writer.text(Kind.NAME, name)


def name_in(path):
    with FifFile(path) as fif:
        return fif.text(fif.block(Block.MEAS), Kind.NAME)


def test_a_file_that_is_there_stays_unless_asked(tmp_path):
    path = tmp_path / "x.fif"
    write_name(path, "old")
    with pytest.raises(OverwriteError, match="overwrite=True"):
        write_name(path, "new")
    assert name_in(path) == "old"


def test_asked_to_it_is_replaced(tmp_path):
    path = tmp_path / "x.fif"
    write_name(path, "old")
    write_name(path, "new", overwrite=True)
    assert name_in(path) == "new"


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "x.fif"
    write_name(path, "old")
    with pytest.raises(AttributeError), writing(path, overwrite=True) as writer:
        writer.text(Kind.NAME, None)
    assert name_in(path) == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["x.fif"]


def test_a_killed_writer_leaves_the_old_file(tmp_path):
    path = tmp_path / "x.fif"
    write_name(path, "old")
    code = f"""
        import os, signal
        import numpy as np
        from leadfield.fif.writer import writing
        with writing({str(path)!r}, overwrite=True) as writer:
            writer.matrix(3532, np.ones((500, 500)))
            os.kill(os.getpid(), signal.SIGKILL)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], check=False)
    assert done.returncode != 0
    assert name_in(path) == "old"


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(MissingFileError, match="nowhere"):
        write_name(tmp_path / "nowhere" / "x.fif", "new")


def test_a_folder_is_not_replaced(tmp_path):
    (tmp_path / "x.fif").mkdir()
    with pytest.raises(OverwriteError, match="folder"):
        write_name(tmp_path / "x.fif", "new", overwrite=True)


def test_a_name_that_is_no_fif_name_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"\.fif"):
        write_name(tmp_path / "x.txt", "new")


def test_a_file_of_2_gib_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(writer_module, "MOST_IN_A_TAG", 1000)
    with pytest.raises(InputError, match="2 GiB"), writing(tmp_path / "x.fif") as writer:
        writer.matrix(Kind.COV, np.ones((20, 20)))
    assert not list(tmp_path.iterdir())


def test_the_directory_lists_every_tag(tmp_path):
    path = tmp_path / "x.fif"
    write_name(path, "a")
    with FifFile(path) as fif:
        # A walk would find the directory itself; what the directory lists ends before it.
        assert [tag.kind for tag in fif.tags] == [
            Kind.FILE_ID,
            Kind.DIR_POINTER,
            Kind.FREE_LIST,
            Kind.BLOCK_START,
            Kind.NAME,
            Kind.BLOCK_END,
        ]


def test_permissions_of_the_old_file_are_kept(tmp_path):
    path = tmp_path / "x.fif"
    write_name(path, "old")
    path.chmod(0o640)
    write_name(path, "new", overwrite=True)
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(("dtype", "value"), [(">f4", 1e39), (">c8", 1e39j)])
def test_numbers_beyond_single_precision_are_not_written(tmp_path, dtype, value):
    with (
        pytest.raises(InputError, match="numbers of EPOCH must fit"),
        writing(tmp_path / "a.fif") as writer,
    ):
        writer.matrix(Kind.EPOCH, np.array([[value]]), dtype=dtype)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("write", ["reals", "sparse"])
def test_reals_and_sparse_matrices_beyond_single_precision_are_refused(write, tmp_path):
    values = np.array([[1.0, 1e39]])
    given = {"reals": values[0], "sparse": csr_array(values)}[write]
    with (
        pytest.raises(InputError, match=r"must fit into float32, some are too large"),
        writing(tmp_path / "x.fif") as writer,
    ):
        getattr(writer, write)(Kind.EPOCH, given)
