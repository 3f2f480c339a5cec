"""Memory that control groups leave a process: what containers and queueing systems limit.

A group's limit holds for all of the groups below it, so each level is asked, from the
process's own group up. Pages of files that were read count as used, but are given up before
anything is refused.
"""

from collections.abc import Iterator
from pathlib import Path

MEMBERSHIP = Path("/proc/self/cgroup")
MOUNT = Path("/sys/fs/cgroup")

# Files of a level in either version: its limit, what is used, and which of that are old pages.
UNIFIED = ("memory.max", "memory.current", "inactive_file")
LEGACY = ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file")


def group_memory() -> int | None:
    """Bytes that are left in the process's control groups; None without such, or a limit."""
    left = [free for level, files in _levels() if (free := _left(level, files)) is not None]
    return min(left, default=None)


def _levels() -> Iterator[tuple[Path, tuple[str, str, str]]]:
    """Folders of the groups that the process is in, with the names of their files."""
    try:
        lines = MEMBERSHIP.read_text(encoding="utf-8").splitlines()
    except OSError:
        return
    for line in lines:
        _, controllers, group = line.split(":", 2)
        if not controllers:
            top, files = MOUNT, UNIFIED
        elif "memory" in controllers.split(","):
            top, files = MOUNT / "memory", LEGACY
        else:
            continue
        folder = top / group.lstrip("/")
        yield from ((level, files) for level in (folder, *folder.parents) if _within(level, top))


def _within(level: Path, top: Path) -> bool:
    return level == top or top in level.parents


def _left(level: Path, files: tuple[str, str, str]) -> int | None:
    limit, usage, old_pages = files
    try:
        # "max" is no limit
        most = int((level / limit).read_text(encoding="ascii"))
        used = int((level / usage).read_text(encoding="ascii"))
        lines = (level / "memory.stat").read_text(encoding="ascii").splitlines()
    except (OSError, ValueError):
        return None
    counts = dict(line.split() for line in lines)
    return max(most - used + int(counts.get(old_pages, 0)), 0)
