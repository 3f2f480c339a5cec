import pytest

from leadfield.base import control_groups, memory
from leadfield.base.errors import InputError


@pytest.fixture(autouse=True)
def no_groups(tmp_path, monkeypatch):
    monkeypatch.setattr(control_groups, "MEMBERSHIP", tmp_path / "none")


def test_free_memory_is_what_the_system_says(tmp_path, monkeypatch):
    (tmp_path / "meminfo").write_text("MemTotal:   99 kB\nMemAvailable:   12 kB\n")
    monkeypatch.setattr(memory, "MEMINFO", tmp_path / "meminfo")
    assert memory.available_memory() == 12 * 1024


def test_without_that_file_it_is_all_that_the_machine_has(tmp_path, monkeypatch):
    monkeypatch.setattr(memory, "MEMINFO", tmp_path / "none")
    monkeypatch.setattr(memory.os, "sysconf", lambda _: 1000, raising=False)
    assert memory.available_memory() == 1_000_000


def test_a_machine_that_does_not_say_refuses_nothing(tmp_path, monkeypatch):
    def refuse(_):
        raise ValueError

    monkeypatch.setattr(memory, "MEMINFO", tmp_path / "none")
    monkeypatch.setattr(memory.os, "sysconf", refuse, raising=False)
    assert memory.available_memory() is None
    memory.check_memory("all", 10**18, "ask for less")


def test_the_limit_of_a_container_counts_where_it_leaves_less(tmp_path, monkeypatch):
    (tmp_path / "meminfo").write_text("MemAvailable:   12 kB\n")
    monkeypatch.setattr(memory, "MEMINFO", tmp_path / "meminfo")
    for left, free in ((1000, 1000), (10**9, 12 * 1024), (None, 12 * 1024)):
        monkeypatch.setattr(memory, "group_memory", lambda left=left: left)
        assert memory.available_memory() == free


def test_what_does_not_fit_is_refused_with_advice(monkeypatch):
    monkeypatch.setattr(memory, "available_memory", lambda: 2 * 10**9)
    memory.check_memory("a little", 10**9, "ask for less")
    with pytest.raises(InputError, match=r"must fit into memory: 3\.0 GB of 2\.0; ask"):
        memory.check_memory("much", 3 * 10**9, "ask for less")
