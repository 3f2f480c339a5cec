"""Batch of a study in the shell: run, or said what would be done."""

from dataclasses import dataclass
from pathlib import Path
from typing import final

from leadfield.base.errors import InputError
from leadfield.batch.pruning import prune
from leadfield.batch.run_batch import plan, run
from leadfield.batch.study import ClusterKind, OnError


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class BatchJob:
    """A study file, where results go, and what is to be done for whom; None for the file's."""

    study: Path
    out: Path | None = None
    subjects: tuple[str, ...] | None = None
    steps: tuple[str, ...] | None = None
    on_error: OnError | None = None
    workers: int | None = None
    scheduler: str | None = None
    cluster: ClusterKind | None = None
    dry_run: bool = False
    prune: bool = False


def batch(job: BatchJob) -> tuple[str, int]:
    """Run a study; what came of it, and 1 as status if somebody failed."""
    if job.prune:
        if job.subjects is not None or job.steps is not None:
            msg = "--prune is of the whole study: leave out --subjects and --steps"
            raise InputError(msg)
        return str(prune(job.study, job.out, dry_run=job.dry_run)), 0
    if job.dry_run:
        return str(plan(job.study, job.out, subjects=job.subjects, steps=job.steps)), 0
    try:
        result = run(
            job.study,
            job.out,
            subjects=job.subjects,
            steps=job.steps,
            on_error=job.on_error,
            workers=job.workers,
            scheduler=job.scheduler,
            cluster=job.cluster,
        )
    except KeyboardInterrupt:
        msg = "interrupted: what was done is kept, and the same command goes on from there"
        raise KeyboardInterrupt(msg) from None
    return str(result), int(bool(result.failed))


def names_of(text: str | None) -> tuple[str, ...] | None:
    """Names between commas; None for None."""
    if text is None:
        return None
    return tuple(name.strip() for name in text.split(",") if name.strip())
