"""Workers of a Dask scheduler, on this machine or on others.

Dask places jobs, moves results, and begins a job again whose worker died. It is given no more
jobs than it has workers: one that dies takes along what ran on it, and nothing that waited.
"""

import logging
import socket
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any, TypeVar, final
from urllib.parse import urlsplit
from uuid import uuid4

from leadfield.base.durations import duration_in_words
from leadfield.base.errors import InputError, UnreachableError
from leadfield.base.packages import dask_for
from leadfield.batch.engines.dask_check import check_workers
from leadfield.batch.engines.dask_worker import pack_job, run_packed, unpack_outcome
from leadfield.batch.engines.engine import Engine
from leadfield.batch.engines.job import Job, Outcome, as_failure, not_sent
from leadfield.batch.engines.share import PROCESS

T = TypeVar("T")

CONNECT = 5
"""Seconds within which a scheduler must answer."""
LOOK = 1
"""Seconds after which workers are looked for though no job was done."""
PATIENCE = 30 * 60
"""Seconds after which a batch ends that has had no worker."""
GONE = (
    "the Dask scheduler no longer answers, or was told by another program to cancel jobs: what is "
    "done is kept; run the batch again once there is a scheduler"
)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class DaskEngine(Engine):
    """The workers of a scheduler that others started, at an address such as tcp://host:8786.

    ``patience`` is how many seconds it waits for workers where there are none.
    """

    address: str
    patience: float = PATIENCE

    def run(self, jobs: Sequence[Job[T]]) -> Generator[Outcome[T]]:
        """Do all jobs; each has one outcome, in the order in which they are done.

        If the loop is left early, what runs on the workers ends by itself.
        """
        dask_for("a batch on Dask")
        _check_address(self.address)
        with connected(self.address) as client:
            yield from run_on(client, jobs, patience=self.patience)


def _check_address(address: str) -> None:
    """Raise if no scheduler answers at an address, at once if nothing does.

    A scheduler speaks first; a client would wait without end for a server that does not.
    """
    parts = urlsplit(address)
    try:
        host, port = parts.hostname, parts.port
    except ValueError:  # a port that is no number
        host, port = None, None
    if parts.scheme not in {"tcp", "tls"} or host is None or port is None:
        msg = f"scheduler must be an address such as tcp://host:8786, got {address!r}"
        raise InputError(msg)
    try:
        with socket.create_connection((host, port), timeout=CONNECT) as server:
            if parts.scheme == "tcp":
                server.recv(1)
    except OSError as error:
        raise _unreachable(address, error) from error


def _unreachable(address: str, error: Exception) -> UnreachableError:
    return UnreachableError(
        f"no Dask scheduler answers at {address} ({error}): start one with 'dask scheduler' and "
        f"workers with 'dask worker {address}', or give the address that it tells"
    )


@contextmanager
def connected(scheduler: Any) -> Iterator[Any]:
    """A client of a scheduler, given by its address or as a cluster."""
    kind = dask_for("a batch on Dask").Client
    try:
        client = kind(scheduler, timeout=CONNECT, set_as_default=False, name="leadfield")
    except OSError as error:
        raise _unreachable(str(scheduler), error) from error
    with silenced("distributed.client"):  # it logs what outcomes tell
        try:
            yield client
        finally:
            client.close()


@contextmanager
def silenced(logger: str) -> Iterator[None]:
    """Leave out what a library logs that is told in other words."""
    log = logging.getLogger(logger)
    before = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(before)


def run_on(
    client: Any,
    jobs: Sequence[Job[T]],
    *,
    patience: float,
    keep_workers: Callable[[], object] = lambda: None,
) -> Iterator[Outcome[T]]:
    """Do all jobs on a scheduler's workers; ``keep_workers`` replaces those that are gone."""
    need = predicted_need(jobs)
    waiting, run = deque(jobs), uuid4().hex
    running: dict[Any, Job[T]] = {}
    done: SimpleQueue[Any] = SimpleQueue()
    workers: frozenset[str] | None = None
    last_seen = time.monotonic()
    while waiting or running:
        workers = _workers(client, workers, need)
        last_seen = time.monotonic() if workers else last_seen
        if time.monotonic() - last_seen > patience:
            raise UnreachableError(_nobody_came(patience))
        while waiting and len(running) < len(workers):
            job = waiting.popleft()
            try:
                packed = pack_job(job)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is told
                yield not_sent(job.key, error)
                continue
            future = client.submit(run_packed, packed, key=f"{job.key}-{run}")
            running[future] = job
            future.add_done_callback(done.put)
        try:
            future = done.get(timeout=LOOK)
        except Empty:
            keep_workers()
        else:
            yield _outcome(running.pop(future), future)


def _nobody_came(patience: float) -> str:
    return (
        f"there must be a Dask worker, there was none for {duration_in_words(patience)}: what is "
        "done is kept; start workers and run the batch again, or let it wait for more minutes with "
        "wait_for_workers in [run]"
    )


def _workers(client: Any, known: frozenset[str] | None, need: int) -> frozenset[str]:
    """Addresses of the workers that there are now."""
    if client.status != "running":
        raise UnreachableError(GONE)
    try:
        return check_workers(client, known, need)
    except OSError as error:
        raise UnreachableError(GONE) from error


def predicted_need(jobs: Sequence[Job[T]]) -> int:
    """Bytes of a worker that can do any of the jobs."""
    return PROCESS + max((job.memory or 0 for job in jobs), default=0)


def _outcome(job: Job[T], future: Any) -> Outcome[T]:
    from distributed import KilledWorker

    if future.status == "cancelled":
        raise UnreachableError(GONE)
    error = future.exception()
    if error is None:
        return unpack_outcome(future.result())
    message = ""
    if isinstance(error, KilledWorker):
        message = (
            f"{error.allowed_failures + 1} workers died while they did it, the last at "
            f"{error.last_worker.address}; memory may have run out: start workers with more of "
            "it, or fewer on a machine"
        )
    return Outcome(key=job.key, error=as_failure(error, message))
