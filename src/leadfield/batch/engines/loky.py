"""Processes on this machine, by joblib's loky.

Each worker is an executor with one process. So the death of a process is the death of one job,
the others go on, and it is known which job it was: an executor with many processes ends all of
them when one dies.
"""

import os
import re
import threading
import time
import warnings
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, final

from leadfield.base.checks import whole
from leadfield.base.log import LOGGER
from leadfield.base.memory import available_memory
from leadfield.batch.engines.engine import Engine
from leadfield.batch.engines.job import Job, Outcome, as_failure, not_sent, run_job
from leadfield.batch.engines.share import Share, share_machine

T = TypeVar("T")
Running = dict[Any, tuple[Job[T], int, Any]]  # by future: the job, which try it is, its worker

TRIES = 2
"""How often a job is begun whose process dies."""

# What libraries that compute on several threads ask for, and joblib.
THREADS = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
    "NUMEXPR_NUM_THREADS",
    "LOKY_MAX_CPU_COUNT",
)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class LokyEngine(Engine):
    """Worker processes on this machine; one worker that is asked for is this process itself."""

    workers: int | None = None

    def __post_init__(self) -> None:
        if self.workers is not None:
            whole("workers", self.workers, least=1)

    def run(self, jobs: Sequence[Job[T]]) -> Generator[Outcome[T]]:
        """Do all jobs; each has one outcome, in the order in which they are done."""
        from joblib import cpu_count

        if self.workers == 1:
            yield from map(run_job, jobs)
            return
        share = share_machine(
            [job.memory for job in jobs],
            cores=cpu_count(),
            free=available_memory(),
            workers=self.workers,
        )
        yield from _run_in_processes(jobs, share)


def _run_in_processes(jobs: Sequence[Job[T]], share: Share) -> Iterator[Outcome[T]]:
    from joblib.externals.loky import wait

    # A worker that grew is replaced by loky, which tells of it.
    warnings.filterwarnings("ignore", "A worker stopped while some jobs were given")
    waiting = deque((job, 1) for job in jobs)
    workers = {_start_worker(share) for _ in range(share.workers)}
    running: Running[T] = {}
    try:
        while waiting or running:
            for worker in workers - {worker for _, _, worker in running.values()}:
                if waiting:
                    job, attempt = waiting.popleft()
                    running[_submit(worker, job)] = job, attempt, worker
            done, _ = wait(running, return_when="FIRST_COMPLETED")
            for future in done:
                job, attempt, worker = running.pop(future)
                error = future.exception()
                if _died(error):
                    workers.remove(worker)
                    worker.shutdown(kill_workers=True)
                    workers.add(_start_worker(share))
                    if attempt < TRIES:
                        LOGGER.warning("%s: %s; it is begun again", job.key, _death(error))
                        waiting.appendleft((job, attempt + 1))
                        continue
                yield _outcome(job, future, attempt)
    finally:
        for worker in workers:
            worker.shutdown(kill_workers=True)


def _submit(worker: Any, job: Job[T]) -> Any:
    """The job's future, which fails at once if the worker died while it had nothing to do."""
    from joblib.externals.loky import BrokenProcessPool, Future

    try:
        return worker.submit(run_job, job)
    except BrokenProcessPool as error:
        future = Future()
        future.set_exception(error)
        return future


def _outcome(job: Job[T], future: Any, attempt: int) -> Outcome[T]:
    error = future.exception()
    if error is None:
        result: Outcome[T] = future.result()
        return result
    if not _died(error):
        return not_sent(job.key, error)
    message = f"{_death(error)}, in each of {attempt} tries"
    if "SIGKILL" in message:
        message += "; memory may have run out: fewer workers leave more of it to each"
    return Outcome(key=job.key, error=as_failure(error, message))


def _start_worker(share: Share) -> Any:
    """An executor with one process, which starts with its first job."""
    from joblib.externals.loky import ProcessPoolExecutor

    return ProcessPoolExecutor(
        1,
        initializer=follow_parent,
        initargs=(os.getpid(),),
        env={name: str(_threads(name, share)) for name in THREADS},
    )


def _threads(name: str, share: Share) -> int:
    """The worker's threads, or fewer if the user set that."""
    asked = os.environ.get(name, "")
    return min(share.threads, int(asked)) if asked.isdecimal() and int(asked) else share.threads


def follow_parent(parent: int) -> None:
    """Leave Ctrl-C to the parent, which ends its workers, and end if it has gone.

    Terminals interrupt all processes; a parent that was killed can end none.
    """
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    if os.name == "posix":
        threading.Thread(target=watch, name="parent", daemon=True).start()


def _died(error: BaseException | None) -> bool:
    """Whether the process ended, rather than the job in it."""
    from joblib.externals.loky import BrokenProcessPool

    return isinstance(error, BrokenProcessPool)


def _death(error: BaseException) -> str:
    """How a process ended."""
    if error.__cause__ is not None:
        return f"its process could not read what it was sent: {error}"
    codes = re.findall(r"\w+\(-?\d+\)", str(error))
    return f"its process ended, {', '.join(codes) or 'nobody knows how'}"
