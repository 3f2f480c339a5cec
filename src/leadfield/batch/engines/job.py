"""A job of a batch, and what came of it."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Any, Generic, TypeVar, final

T = TypeVar("T")


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Job(Generic[T]):
    """What to do, picklable: ``memory`` is how many bytes it takes at most, where predicted."""

    key: str
    call: Callable[[], T]
    memory: int | None = None


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a job gave nothing: the error's class, its message, and where it was raised."""

    kind: str
    message: str
    traceback: str = ""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[T]):
    """What a job gave, or why it gave nothing, and the seconds that it took."""

    key: str
    value: T | None = None
    error: Failure | None = None
    seconds: float = 0.0


def run_job(job: Job[T]) -> Outcome[T]:
    """Do a job. An error is its outcome: no other job is to suffer from it."""
    start = perf_counter()
    try:
        value = job.call()
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, it is told
        failure = as_failure(error)
        return Outcome(key=job.key, error=failure, seconds=perf_counter() - start)
    return Outcome(key=job.key, value=value, seconds=perf_counter() - start)


def as_failure(error: BaseException, message: str = "") -> Failure:
    """An error as text, which any process can read, in other words if ``message`` has some."""
    kind = type(error).__name__
    return Failure(
        kind=kind,
        message=message or str(error) or kind,
        traceback="".join(traceback.format_exception(error)),
    )


def not_sent(key: str, error: BaseException) -> Outcome[Any]:
    """The outcome of a job that no other process can be given, or that gives such a value."""
    message = f"what it is or what it gives cannot be sent between processes: {error}"
    return Outcome(key=key, error=as_failure(error, message))
