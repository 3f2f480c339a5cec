"""Memory that is free, so that no more is begun than fits."""

import os
from pathlib import Path

from leadfield.base.control_groups import group_memory
from leadfield.base.errors import InputError

MEMINFO = Path("/proc/meminfo")


def available_memory() -> int | None:
    """Bytes that are free, or that the machine has at all; None where it does not say.

    No more than the limits of containers and queueing systems leave.
    """
    known = [free for free in (_machine_memory(), group_memory()) if free is not None]
    return min(known, default=None)


def _machine_memory() -> int | None:
    try:
        lines = MEMINFO.read_text(encoding="ascii").splitlines()
    except OSError:
        lines = []
    for line in lines:
        name, _, value = line.partition(":")
        if name == "MemAvailable":
            return 1024 * int(value.split()[0])
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return None


def check_memory(what: str, size: int, advice: str) -> None:
    """Raise if ``size`` bytes are more than there are."""
    free = available_memory()
    if free is not None and size > free:
        msg = f"{what} must fit into memory: {size / 1e9:.1f} GB of {free / 1e9:.1f}; {advice}"
        raise InputError(msg)
