"""How many workers a machine has room for, and how many threads each of them may use."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import final

from leadfield.base.log import LOGGER, warn

PROCESS = 150_000_000
"""Bytes of a worker before it does anything: Python and what leadfield loads."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What the workers on a machine get: workers times threads are no more than the cores."""

    workers: int
    threads: int


def share_machine(
    memory: Sequence[int | None], *, cores: int, free: int | None, workers: int | None = None
) -> Share:
    """As many workers as there are jobs and cores and as fit into memory, or ``workers``.

    ``memory`` is what each job is predicted to take, ``free`` what there is, in bytes. All of the
    largest jobs may run at a time.
    """
    largest = sorted((PROCESS + (size or 0) for size in memory), reverse=True)
    fitting = len(largest)
    if free is not None:
        fitting = sum(total <= free for total in accumulate(largest))
    asked = cores if workers is None else workers
    share_of = max(min(asked, cores, len(largest), fitting), 1)
    share = Share(workers=share_of, threads=max(cores // share_of, 1))
    _tell(share, asked=workers, cores=cores, free=free, largest=max(largest, default=0))
    return share


def _tell(share: Share, *, asked: int | None, cores: int, free: int | None, largest: int) -> None:
    room = "memory unknown" if free is None else f"{free / 1e9:.1f} GB free"
    LOGGER.info(
        "Workers: %d%s, threads of each: %d; cores: %d, %s, up to %.1f GB a job",
        share.workers,
        "" if asked in {None, share.workers} else f" of {asked} asked for",
        share.threads,
        cores,
        room,
        largest / 1e9,
    )
    if free is not None and largest > free:
        warn(
            f"the largest job is predicted to take {largest / 1e9:.1f} GB, and {room}: it may "
            "fail, or slow the machine down"
        )
