"""What is done on a Dask worker: one job at a time, on as many threads as the worker has."""

import pickle
from threading import Lock
from typing import Any, TypeVar

from leadfield.batch.engines.job import Job, Outcome, not_sent, run_job

T = TypeVar("T")

# A worker of several threads would begin several jobs at a time, which share memory and logs.
ALONE = Lock()


def run_packed(packed: bytes) -> bytes:
    """Do a job that was packed elsewhere, and pack its outcome."""
    import scipy.linalg  # noqa: F401 - it has threads of its own, which count as well
    from distributed import get_worker
    from threadpoolctl import threadpool_limits

    with ALONE:
        threadpool_limits(get_worker().state.nthreads)
        job: Job[Any] = pickle.loads(packed)
        return _pack_outcome(run_job(job))


def pack_job(job: Job[T]) -> bytes:
    """A job as bytes, which Dask does not look into."""
    return _pickled(job)


def _pack_outcome(outcome: Outcome[T]) -> bytes:
    """An outcome as bytes; that of a value which cannot be sent says so."""
    try:
        return _pickled(outcome)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        return _pickled(not_sent(outcome.key, error))


def unpack_outcome(packed: bytes) -> Outcome[Any]:
    """What a worker packed."""
    outcome: Outcome[Any] = pickle.loads(packed)
    return outcome


def _pickled(value: object) -> bytes:
    import cloudpickle

    packed: bytes = cloudpickle.dumps(value)
    return packed
