"""Writing that never loses the old file, and leaves nothing behind."""

import errno
import os
import stat
import subprocess
import sys
import threading

import pytest

from leadfield.base.errors import (
    InputError,
    MissingFileError,
    WriteError,
    WriteRefusedError,
)
from leadfield.base.hidden_files import (
    HiddenFile,
    hidden_name,
    new_part,
    open_hidden,
    remove_unheld,
)
from leadfield.base.replacing import Replacement, replacing


def write(path, content=b"new"):
    with replacing(path) as stream:
        stream.write(content)


def write_together(paths):
    with Replacement() as together:
        for path in paths:
            with replacing(path, together) as stream:
                stream.write(b"new")


def cut_short(path):
    with replacing(path) as stream:
        stream.write(b"new")
        msg = "power cut"
        raise RuntimeError(msg)


@pytest.fixture
def path(tmp_path):
    """A file that is there."""
    path = tmp_path / "a.fif"
    path.write_bytes(b"old")
    return path


def part_of(path):
    return path.with_name(hidden_name(path.name, "part"))


def test_a_failed_write_leaves_the_old_file_and_no_litter(path):
    with pytest.raises(RuntimeError, match="power cut"):
        cut_short(path)
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


def test_a_finished_write_takes_the_place_of_the_old_file(path):
    write(path)
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


class TestKilled:
    def test_at_any_call_the_old_file_or_the_new_one_is_whole(self, path, stop_at):
        number = 0
        while not stop_at(number, "kill", lambda: write(path)):
            assert path.read_bytes() in {b"old", b"new"}
            path.write_bytes(b"old")
            number += 1
        assert number > 4

    def test_what_it_leaves_is_removed_by_the_next_writer_of_that_name(self, path, stop_at):
        stop_at(3, "kill", lambda: write(path))
        assert part_of(path).exists()
        write(path)
        assert list(path.parent.iterdir()) == [path]

    def test_what_a_living_writer_holds_is_left_to_it(self, path):
        with replacing(path) as first:
            first.write(b"first")
            write(path, b"second")
            assert path.read_bytes() == b"second"
        assert path.read_bytes() == b"first"
        assert list(path.parent.iterdir()) == [path]


def test_twenty_threads_that_write_one_name_leave_one_whole_file(path):
    contents = [bytes([65 + i]) * 100_000 for i in range(20)]
    threads = [threading.Thread(target=write, args=(path, content)) for content in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert path.read_bytes() in contents
    assert list(path.parent.iterdir()) == [path]


def test_the_next_writers_file_is_not_taken_for_one_that_has_its_place_by_now(path, monkeypatch):
    """Between opening what may be litter and asking who holds it, its writer may be done."""
    place, written = new_part(path, path)
    following = []

    def open_late(name):
        file = open_hidden(name)
        monkeypatch.undo()
        place.replace(path)
        written.close()
        following.append(new_part(path, path))
        return file

    monkeypatch.setattr("leadfield.base.hidden_files.open_hidden", open_late)
    remove_unheld(place)
    assert following[0][0] == place
    assert place.exists()
    following[0][1].close()


def test_processes_that_write_several_files_of_one_name_leave_those_of_one(tmp_path):
    code = (
        "import sys; from pathlib import Path; from leadfield.base.replacing import Replacement\n"
        "for turn in range(40):\n"
        "    with Replacement() as together:\n"
        "        for name in 'abc':\n"
        "            with together.writing(Path(sys.argv[1]) / name) as stream:\n"
        "                stream.write(sys.argv[2].encode())\n"
    )
    processes = [subprocess.Popen([sys.executable, "-c", code, tmp_path, n]) for n in "12"]
    assert [process.wait() for process in processes] == [0, 0]
    assert {(tmp_path / name).read_bytes() for name in "abc"} in ({b"1"}, {b"2"})
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a", "b", "c"]


@pytest.mark.skipif(os.name == "nt", reason="permissions are POSIX's")
class TestPermissions:
    @pytest.mark.parametrize("umask", [0o022, 0o077, 0o002])
    def test_of_a_new_file_are_those_of_any_other(self, tmp_path, umask):
        before = os.umask(umask)
        try:
            write(tmp_path / "a.fif")
        finally:
            os.umask(before)
        assert stat.S_IMODE((tmp_path / "a.fif").stat().st_mode) == 0o666 & ~umask

    def test_of_a_file_that_is_replaced_stay(self, path):
        path.chmod(0o640)
        write(path)
        assert stat.S_IMODE(path.stat().st_mode) == 0o640

    def test_are_made_without_touching_those_of_the_process(self, path, monkeypatch):
        monkeypatch.setattr(os, "umask", None)
        write(path)
        write(path.with_name("b.fif"))

    def test_a_folder_without_is_named_rather_than_a_hidden_file(self, path, monkeypatch):
        def refuse(*_):
            raise PermissionError(errno.EACCES, "Permission denied")

        monkeypatch.setattr(HiddenFile, "__init__", refuse)
        with pytest.raises(WriteRefusedError, match="must let files be made to write a") as found:
            write(path.with_name("a b.fif"))
        assert isinstance(found.value, PermissionError)
        assert ".leadfield" not in str(found.value)


class TestFullDisk:
    @pytest.fixture
    def full(self, monkeypatch):
        def refuse(*_):
            raise OSError(errno.ENOSPC, "No space left on device")

        return lambda where, name: monkeypatch.setattr(where, name, refuse)

    @pytest.mark.parametrize(("where", "call"), [(HiddenFile, "__init__"), (os, "fsync")])
    def test_is_said_with_the_name_that_the_user_gave(self, where, call, path, full):
        full(where, call)
        with pytest.raises(WriteError, match=r"room for .*/a\.fif, got 'No space left") as found:
            write(path)
        assert found.value.errno == errno.ENOSPC

    def test_is_met_while_bytes_are_written(self, path):
        resource = pytest.importorskip("resource")
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
        try:
            with pytest.raises(WriteError, match=r"room for .*/a\.fif, got 'File too large'"):
                write(path, bytes(100_000))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
        assert path.read_bytes() == b"old"
        assert list(path.parent.iterdir()) == [path]

    def test_leaves_the_old_file_and_no_litter(self, path, full):
        full(os, "fsync")
        with pytest.raises(WriteError):
            write(path)
        assert path.read_bytes() == b"old"
        assert list(path.parent.iterdir()) == [path]


class TestLinks:
    def test_are_written_through(self, path):
        link = path.with_name("link.fif")
        link.symlink_to("a.fif")
        write(link)
        assert link.is_symlink()
        assert path.read_bytes() == b"new"

    def test_to_nothing_make_the_file(self, tmp_path):
        (tmp_path / "link.fif").symlink_to("a.fif")
        write(tmp_path / "link.fif")
        assert (tmp_path / "a.fif").read_bytes() == b"new"

    def test_into_no_folder_are_refused(self, tmp_path):
        (tmp_path / "link.fif").symlink_to("nowhere/a.fif")
        with pytest.raises(MissingFileError, match="nowhere must exist"):
            write(tmp_path / "link.fif")

    def test_in_a_circle_are_refused(self, tmp_path):
        (tmp_path / "a.fif").symlink_to("b.fif")
        (tmp_path / "b.fif").symlink_to("a.fif")
        with pytest.raises(InputError, match="in a circle"):
            write(tmp_path / "a.fif")

    def test_into_other_folders_are_refused_for_files_that_belong_together(self, path):
        other = path.with_name("other")
        other.mkdir()
        path.with_name("b.fif").symlink_to(other / "b.fif")
        with pytest.raises(InputError, match=r"b\.fif is a link to another folder"):
            write_together([path, path.with_name("b.fif")])
        assert path.read_bytes() == b"old"


NAMES = ["x" * 251 + ".fif", "ü" * 127, "~backup_raw.fif", "a:b.fif", "b\udcff.fif"]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_that_a_file_can_have_can_be_written(name, tmp_path):
    write(tmp_path / name)
    assert [one.name for one in tmp_path.iterdir()] == [name]
