"""The sample data: found where they are kept, downloaded whole or not at all."""

import hashlib
import io
import json
import subprocess
import sys
import tarfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
import pytest

from leadfield.base.errors import FormatError, InputError, MissingFileError
from leadfield.datasets import sample

RAW = "MEG/sample/raw.fif"
VARIABLES = ("MNE_DATASETS_SAMPLE_PATH", "MNE_DATA", "LEADFIELD_DATA")


def keep_data_in(place):
    (place / "MNE-sample-data" / "MEG" / "sample").mkdir(parents=True)
    return place / "MNE-sample-data"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A home without data and without a network."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("_MNE_FAKE_HOME_DIR", raising=False)
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sample, "URL", "http://127.0.0.1:9/nobody-listens")
    return folder


class TestFinding:
    def test_the_places_come_in_the_documented_order(self, home, tmp_path, monkeypatch):
        settings = home / ".mne" / "mne-python.json"
        settings.parent.mkdir()
        named = {"MNE_DATASETS_SAMPLE_PATH": "b", "MNE_DATA": "d"}
        settings.write_text(json.dumps({k: str(tmp_path / v) for k, v in named.items()}))
        cache = sample.data_folder()
        monkeypatch.setenv("LEADFIELD_DATA", str(tmp_path / "f"))
        expected = [tmp_path / n for n in ("b", "d")] + [home / "mne_data", tmp_path / "f"]
        found = []
        for place in reversed([*expected, cache]):
            keep_data_in(place)
        for place in expected:
            found.append(sample.data_path(download=False).parent)
            (place / "MNE-sample-data" / "MEG" / "sample").rmdir()
        monkeypatch.delenv("LEADFIELD_DATA")
        found.append(sample.data_path(download=False).parent)
        assert found == [*expected, cache]

    @pytest.mark.parametrize("name", ["MNE_DATASETS_SAMPLE_PATH", "MNE_DATA"])
    def test_the_environment_goes_before_the_settings(self, home, tmp_path, monkeypatch, name):
        settings = home / ".mne" / "mne-python.json"
        settings.parent.mkdir()
        settings.write_text(json.dumps({name: str(tmp_path / "settings")}))
        keep_data_in(tmp_path / "settings")
        expected = keep_data_in(tmp_path / "environment")
        monkeypatch.setenv(name, str(tmp_path / "environment"))
        assert sample.data_path(download=False) == expected

    def test_a_given_path_is_the_only_place(self, home, tmp_path):
        keep_data_in(home / "mne_data")
        assert str(sample.data_path(tmp_path, download=False)) == "."
        expected = keep_data_in(tmp_path)
        assert sample.data_path(tmp_path, download=False) == expected

    def test_a_home_of_its_own_is_believed(self, tmp_path, monkeypatch):
        expected = keep_data_in(tmp_path / "other" / "mne_data")
        monkeypatch.setenv("_MNE_FAKE_HOME_DIR", str(tmp_path / "other"))
        assert sample.data_path(download=False) == expected

    @pytest.mark.parametrize("content", ["{", "[1]", '{"MNE_DATA": 3}', "\xff"])
    def test_broken_settings_are_passed_over(self, home, content):
        settings = home / ".mne" / "mne-python.json"
        settings.parent.mkdir()
        settings.write_bytes(content.encode("latin-1"))
        expected = keep_data_in(home / "mne_data")
        assert sample.data_path(download=False) == expected

    def test_both_ways_to_join_paths_work(self, home):
        keep_data_in(home / "mne_data")
        found = sample.data_path(download=False)
        assert found + "/MEG" == str(found / "MEG")

    def test_looking_writes_nothing(self, home, tmp_path):
        sample.data_path(download=False)
        assert list(home.iterdir()) == []
        assert list(tmp_path.iterdir()) == [home]

    def test_a_wrong_choice_is_refused(self):
        with pytest.raises(InputError, match="update_path must be one of True, False, None"):
            sample.data_path(update_path="yes")


def packed(*entries):
    """A little archive: names with content, or with the kind of entry and where it leads."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        for name, content in entries:
            entry = tarfile.TarInfo(name)
            if isinstance(content, bytes):
                entry.size = len(content)
                archive.addfile(entry, io.BytesIO(content))
            else:
                entry.type, entry.linkname = content
                archive.addfile(entry)
    return stream.getvalue()


GOOD = packed(
    ("MNE-sample-data/version.txt", b"0.7\n"),
    (f"MNE-sample-data/{RAW}", b"samples" * 1000),
    ("MNE-sample-data/subjects/bem/inner.surf", (tarfile.SYMTYPE, "flash/inner.surf")),
    ("MNE-sample-data/subjects/bem/flash/inner.surf", b"skull"),
)


@pytest.fixture
def server(monkeypatch):
    """A web server on this machine; it sends ``body``, waiting for ``release`` at ``cut``."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            here = self.server
            here.asked += 1
            self.send_response(here.status)
            self.send_header("Content-Length", str(len(here.body)))
            self.end_headers()
            self.wfile.write(here.body[: here.cut])
            self.wfile.flush()
            here.release.wait(20)
            if not here.broken:
                self.wfile.write(here.body[here.cut :])

        def log_message(self, *_):
            pass

    there = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    there.status, there.body, there.asked = 200, GOOD, 0
    there.cut, there.broken = len(GOOD), False
    there.release = threading.Event()
    there.release.set()
    there.daemon_threads = True
    thread = threading.Thread(target=there.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    monkeypatch.setattr(sample, "URL", f"http://127.0.0.1:{there.server_port}/data")
    trust(monkeypatch, GOOD)
    yield there
    there.release.set()
    there.shutdown()
    there.server_close()
    thread.join()


def trust(monkeypatch, body):
    monkeypatch.setattr(sample, "MD5", hashlib.md5(body).hexdigest())


def visible(folder):
    return [p.name for p in folder.iterdir() if not p.name.endswith(".lock")]


class TestDownloading:
    def test_it_lands_in_the_users_cache_and_is_found_again(self, server, tmp_path):
        found = sample.data_path()
        assert tmp_path / "cache" in found.parents
        assert (found / RAW).read_bytes() == b"samples" * 1000
        assert sorted(visible(found)) == ["MEG", "subjects", "version.txt"]
        assert sample.data_path() == found
        assert server.asked == 1

    @pytest.mark.usefixtures("server")
    def test_links_in_the_archive_become_what_they_point_to(self, tmp_path):
        surface = sample.data_path(tmp_path) / "subjects" / "bem" / "inner.surf"
        assert surface.read_bytes() == b"skull"
        assert not surface.is_symlink()

    def test_it_is_replaced_on_request(self, server, tmp_path, monkeypatch):
        sample.data_path(tmp_path)
        server.body = packed((f"MNE-sample-data/{RAW}", b"new"))
        trust(monkeypatch, server.body)
        found = sample.data_path(tmp_path, force_update=True)
        assert (found / RAW).read_bytes() == b"new"
        assert visible(found) == ["MEG"]
        assert visible(tmp_path / "MNE-sample-data") == ["MEG"]

    @pytest.mark.usefixtures("server")
    def test_mne_pythons_places_are_never_written_to(self, home):
        theirs = keep_data_in(home / "mne_data")
        found = sample.data_path(force_update=True)
        assert found != theirs
        assert list(theirs.rglob("*.fif")) == []

    def test_without_a_network_the_error_says_what_to_do(self, tmp_path):
        with pytest.raises(MissingFileError, match=r"MNE_DATA.*simulated"):
            sample.data_path(tmp_path)
        assert visible(tmp_path) == ["home"]

    def test_a_refusal_is_an_error(self, server, tmp_path):
        server.status = 404
        with pytest.raises(MissingFileError, match="404"):
            sample.data_path(tmp_path / "data")
        assert visible(tmp_path / "data") == []

    def test_a_connection_that_breaks_off_leaves_nothing(self, server, tmp_path):
        server.cut, server.broken = 100, True
        with pytest.raises((MissingFileError, FormatError)):
            sample.data_path(tmp_path / "data")
        assert visible(tmp_path / "data") == []

    @pytest.mark.usefixtures("server")
    def test_another_checksum_is_refused(self, tmp_path, monkeypatch):
        trust(monkeypatch, b"something else")
        with pytest.raises(FormatError, match="checksum"):
            sample.data_path(tmp_path / "data")
        assert visible(tmp_path / "data") == []

    def test_an_archive_of_something_else_is_refused(self, server, tmp_path, monkeypatch):
        server.body = packed(("MNE-sample-data/readme", b""))
        trust(monkeypatch, server.body)
        with pytest.raises(FormatError, match="MEG/sample"):
            sample.data_path(tmp_path / "data")
        assert visible(tmp_path / "data") == []

    def test_something_else_under_its_name_is_kept(self, server, tmp_path):
        (tmp_path / "MNE-sample-data").mkdir()
        with pytest.raises(InputError, match="remove it"):
            sample.data_path(tmp_path)
        assert server.asked == 0

    @pytest.mark.usefixtures("server")
    def test_a_folder_that_cannot_be_written_to_is_named(self, tmp_path):
        (tmp_path / "file").touch()
        with pytest.raises(InputError, match="can be written to"):
            sample.data_path(tmp_path / "file")

    def test_a_killed_download_leaves_nothing_that_is_taken_for_the_data(
        self, server, tmp_path, monkeypatch
    ):
        noise = np.random.default_rng(0).bytes(2**20)
        server.body = packed((f"MNE-sample-data/{RAW}", noise))
        trust(monkeypatch, server.body)
        server.cut = len(server.body) - 1
        server.release.clear()
        place = tmp_path / "data"
        code = (
            "from leadfield.datasets import sample;"
            f"sample.URL = {sample.URL!r}; sample.data_path({str(place)!r})"
        )
        process = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.DEVNULL)
        wait_for(lambda: any(p.stat().st_size > 2**18 for p in place.rglob("*.tar.gz")))
        process.kill()
        process.wait()
        server.release.set()
        assert list(place.rglob("*.tar.gz"))  # it was killed on the way
        assert str(sample.data_path(place, download=False)) == "."
        found = sample.data_path(place)
        assert (found / RAW).read_bytes() == noise
        assert visible(place) == ["MNE-sample-data"]

    def test_who_asks_while_it_comes_waits_for_it(self, server, tmp_path):
        server.cut = 10
        server.release.clear()
        place = tmp_path / "data"
        with ThreadPoolExecutor(2) as pool:
            asking = [pool.submit(sample.data_path, place) for _ in range(2)]
            wait_for(lambda: server.asked)
            time.sleep(0.1)
            server.release.set()
            found = [one.result(timeout=10) for one in asking]
        assert found == [place / "MNE-sample-data"] * 2
        assert server.asked == 1


def wait_for(condition, seconds=10):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


class TestUnpacking:
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("/etc/evil", b"x"),
            ("../evil", b"x"),
            ("MNE-sample-data/../evil", b"x"),
            ("MNE-sample-data/a/../../../evil", b"x"),
            ("other/evil", b"x"),
            ("MNE-sample-data/c:evil", b"x"),
            ("MNE-sample-data/a\\..\\..\\evil", b"x"),
            ("MNE-sample-data/link", (tarfile.SYMTYPE, "/etc/passwd")),
            ("MNE-sample-data/link", (tarfile.SYMTYPE, "../../evil")),
            ("MNE-sample-data/link", (tarfile.LNKTYPE, "/etc/passwd")),
            ("MNE-sample-data/link", (tarfile.LNKTYPE, "../evil")),
            ("MNE-sample-data/fifo", (tarfile.FIFOTYPE, "")),
            ("MNE-sample-data/device", (tarfile.CHRTYPE, "")),
        ],
    )
    def test_what_would_land_outside_is_refused(self, tmp_path, name, content):
        archive = tmp_path / "a.tar.gz"
        archive.write_bytes(packed((f"MNE-sample-data/{RAW}", b"x"), (name, content)))
        folder = tmp_path / "in" / "folder"
        folder.mkdir(parents=True)
        with pytest.raises(FormatError, match="must"):
            sample.unpack(archive, folder, root="MNE-sample-data")
        assert sorted(tmp_path.rglob("*evil*")) == []

    def test_links_to_links_folders_and_nowhere_are_safe(self, tmp_path):
        link = tarfile.SYMTYPE
        archive = tmp_path / "a.tar.gz"
        entries = {
            "first": (link, "second"),
            "second": (link, "deep/file"),
            "folder": (link, "deep"),
            "deep/hard": (tarfile.LNKTYPE, "r/deep/file"),
            "deep/up": (link, ".."),
            "loop": (link, "loop"),
            "nowhere": (link, "nothing"),
            "deep/file": b"x",
        }
        archive.write_bytes(packed(*((f"r/{name}", content) for name, content in entries.items())))
        folder = tmp_path / "r"
        folder.mkdir()
        sample.unpack(archive, folder, root="r")
        files = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}
        assert files >= {"first", "second", "deep/file", "deep/hard"}
        assert not any(p.is_symlink() for p in folder.rglob("*"))

    def test_a_cut_archive_is_refused(self, tmp_path):
        archive = tmp_path / "a.tar.gz"
        archive.write_bytes(GOOD[: len(GOOD) // 2])
        (tmp_path / "out").mkdir()
        with pytest.raises(FormatError, match="whole"):
            sample.unpack(archive, tmp_path / "out", root="MNE-sample-data")
