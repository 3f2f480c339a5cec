import pytest

from leadfield.base import control_groups
from leadfield.base.control_groups import group_memory


def write(folder, **files):
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(f"{text}\n")


@pytest.fixture
def mount(tmp_path, monkeypatch):
    monkeypatch.setattr(control_groups, "MOUNT", tmp_path / "mount")
    monkeypatch.setattr(control_groups, "MEMBERSHIP", tmp_path / "cgroup")
    return tmp_path / "mount"


def test_what_is_left_is_the_limit_less_what_cannot_be_given_up(mount, tmp_path):
    write(tmp_path, cgroup="0::/job")
    write(
        mount / "job",
        memory__max=1000,
        memory__current=700,
        memory__stat="anon 400\ninactive_file 250",
    )
    assert group_memory() == 550


def test_the_narrowest_level_counts(mount, tmp_path):
    write(tmp_path, cgroup="0::/user/job")
    stat = "inactive_file 0"
    write(mount / "user" / "job", memory__max="max", memory__current=10, memory__stat=stat)
    write(mount / "user", memory__max=300, memory__current=100, memory__stat=stat)
    write(mount, memory__max=10**6, memory__current=100, memory__stat=stat)
    assert group_memory() == 200


def test_the_first_version_s_files_are_read_as_well(mount, tmp_path):
    write(tmp_path, cgroup="5:cpu,cpuacct:/\n4:memory:/slurm/job\n0::/")
    write(
        mount / "memory" / "slurm" / "job",
        memory__limit_in_bytes=5000,
        memory__usage_in_bytes=4000,
        memory__stat="total_inactive_file 500",
    )
    assert group_memory() == 1500


def test_a_group_over_its_limit_leaves_nothing(mount, tmp_path):
    write(tmp_path, cgroup="0::/")
    write(mount, memory__max=100, memory__current=200, memory__stat="inactive_file 0")
    assert group_memory() == 0


def test_without_a_limit_or_without_groups_nothing_is_known(mount, tmp_path):
    assert group_memory() is None
    write(tmp_path, cgroup="0::/job")
    assert group_memory() is None
    write(mount / "job", memory__max="max", memory__current=1, memory__stat="inactive_file 0")
    assert group_memory() is None
