"""Dask clusters that a batch starts for itself, through a queueing system or Kubernetes.

What submits, watches and ends the workers is dask-jobqueue or dask-kubernetes; options are
theirs, by their names.
"""

import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from shutil import which
from typing import Any, TypeVar, final

from leadfield.base.checks import looked_up, whole
from leadfield.base.errors import InputError, UnreachableError
from leadfield.base.log import LOGGER
from leadfield.base.packages import dask_for
from leadfield.batch.engines.dask import connected, predicted_need, run_on, silenced
from leadfield.batch.engines.engine import Engine
from leadfield.batch.engines.job import Job, Outcome
from leadfield.batch.engines.loky import TRIES

T = TypeVar("T")
Options = Mapping[str, Any]

MOST = 20
"""Workers that are asked for where no number is given; never more than there are jobs."""
PATIENCE = 24 * 3600
"""Seconds after which a batch ends that has had no worker: queues are long."""
RENEW = 30
"""Seconds between looks for workers whose time in the queue ended."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Workers:
    """What to start: how many workers, the bytes that each needs, the cluster's own options."""

    number: int
    need: int
    options: Options


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterEngine(Engine):
    """Workers that a queueing system or Kubernetes starts for this batch, and ends with it."""

    cluster: str
    workers: int | None = None
    options: Options = field(default_factory=dict)
    patience: float = PATIENCE

    def __post_init__(self) -> None:
        looked_up("cluster", self.cluster, CLUSTERS)
        if self.workers is not None:
            whole("workers", self.workers, least=1)

    def run(self, jobs: Sequence[Job[T]]) -> Generator[Outcome[T]]:
        """Do all jobs; each has one outcome, in the order in which they are done."""
        workers = Workers(
            number=min(self.workers or MOST, len(jobs)),
            need=predicted_need(jobs),
            options=self.options,
        )
        with CLUSTERS[self.cluster](workers) as (cluster, renew), connected(cluster) as client:
            yield from run_on(client, jobs, patience=self.patience, keep_workers=renew)


@contextmanager
def _queued(name: str, kind: str, workers: Workers) -> Iterator[tuple[Any, Callable[[], None]]]:
    """Workers as jobs of a queueing system; a job that ends before the batch is asked for anew."""
    make = getattr(dask_for(f"a batch on {name}", "dask_jobqueue"), kind)
    command = make.job_cls.submit_command.split()[0]
    if which(command) is None:
        msg = f"{command} is not on this machine: start the batch where jobs are submitted"
        raise UnreachableError(msg)
    # Dask complains of clusters that it refused to make, or whose jobs were refused, as unclosed.
    quiet = type(kind, (make,), {"__del__": lambda _: None})
    defaults = {
        "scheduler_options": {"dashboard": False, "dashboard_address": ":0"},
        "silence_logs": "critical",  # what goes wrong is told by the outcomes
        **_processes(workers),
    }
    cluster = _made(name, quiet, {**defaults, **workers.options})

    async def ask() -> None:
        cluster.scale(workers.number)
        await cluster

    asked = 0.0

    def renew() -> None:
        nonlocal asked
        if asked and time.monotonic() - asked < RENEW:
            return
        there = cluster.scheduler_info["workers"]
        if asked and not there:
            LOGGER.info("%s has started no worker yet: its queue says why", name)
        asked = time.monotonic()
        try:
            with silenced("tornado.application"):  # it logs what is told here
                cluster.sync(ask)
        except (OSError, RuntimeError, ValueError) as error:
            words = " ".join(str(error).rpartition("stderr:")[2].split())
            if not there:
                msg = f"{name} refused a job: {words}"
                raise UnreachableError(msg) from error
            LOGGER.warning("%s refused a job, others go on: %s", name, words)

    try:
        renew()
        yield cluster, renew
    finally:
        with suppress(AssertionError):  # of jobs that were refused, when all else is closed
            cluster.close()


def _processes(workers: Workers) -> dict[str, int]:
    """Workers a job: one a core, as far as each gets the memory that it needs."""
    from dask.utils import parse_bytes

    cores, memory = workers.options.get("cores"), workers.options.get("memory")
    if not isinstance(cores, int) or memory is None:
        return {}
    try:
        fitting = int(parse_bytes(memory)) // workers.need
    except ValueError as error:
        msg = f"memory must be a size such as '16GB', got {memory!r}"
        raise InputError(msg) from error
    return {"processes": max(min(cores, fitting), 1)}


@contextmanager
def _on_kubernetes(workers: Workers) -> Iterator[tuple[Any, Callable[[], None]]]:
    """Workers as pods of a Dask operator, which replaces those that end."""
    make = dask_for("a batch on Kubernetes", "dask_kubernetes.operator").KubeCluster
    defaults = {"name": "leadfield-{uuid}", "n_workers": workers.number, "quiet": True}
    cluster = _made("kubernetes", make, {**defaults, **workers.options})
    try:
        yield cluster, lambda: None
    finally:
        cluster.close()


def _made(name: str, make: Callable[..., Any], options: Options) -> Any:
    """A cluster, or an error that says which of its options cannot be."""
    import dask

    try:
        with dask.config.set({"distributed.scheduler.allowed-failures": TRIES - 1}):
            return make(**options)
    except (TypeError, ValueError) as error:
        msg = f"options must be those of {make.__name__} for {name}: {error}"
        raise InputError(msg) from error


CLUSTERS: dict[str, Callable[[Workers], AbstractContextManager[tuple[Any, Callable[[], None]]]]] = {
    "slurm": partial(_queued, "slurm", "SLURMCluster"),
    "pbs": partial(_queued, "pbs", "PBSCluster"),
    "sge": partial(_queued, "sge", "SGECluster"),
    "kubernetes": _on_kubernetes,
}
