"""Batches: ``run`` and ``plan``."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from leadfield.base.checks import one_of
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.batch.batch import make_batch, prepare_folder
from leadfield.batch.batch_group import group_inputs, group_of_batch
from leadfield.batch.batch_plan import BatchPlan, make_plan
from leadfield.batch.batch_progress import BatchProgress
from leadfield.batch.batch_result import BatchResult, ParticipantResult
from leadfield.batch.chain import Chain, ChainResult, kept_chain, run_chain
from leadfield.batch.engines.choose import choose_engine
from leadfield.batch.engines.engine import Engine
from leadfield.batch.engines.job import Job, Outcome
from leadfield.batch.group_step import kept_group
from leadfield.batch.predicted_memory import predicted_memory
from leadfield.batch.study import ClusterKind, OnError, RunSettings, Study

ON_ERROR = ("continue", "stop")


@public("leadfield.batch")
@verbose_aware
def run(
    study: Study | str | Path,
    out: str | Path | None = None,
    *,
    subjects: Sequence[str] | None = None,
    steps: Sequence[str] | None = None,
    on_error: OnError | None = None,
    workers: int | None = None,
    scheduler: str | None = None,
    cluster: ClusterKind | None = None,
    cluster_options: Mapping[str, Any] | None = None,
    verbose: Verbose = None,
) -> BatchResult:
    """Run a study: each step for each subject, then the group.

    Results are kept under a hash of all that they depend on. What is there already is not done
    again, whether it was made by an earlier run, by one that was killed, or by one that runs at the
    same time.

    Parameters
    ----------
    study : Study | path-like
        The study or its file.
    out : path-like | None
        The folder for results; None for the study's, by default ``derivatives/leadfield`` of the
        data set.
    subjects : list of str | None
        The subjects to do; None for all of the study.
    steps : list of str | None
        The steps to do, with all that they need: ``"recording"``, ``"epochs"``, ``"covariance"``,
        ``"forward"``, ``"inverse"``, ``"estimates"``, ``"morph"``, ``"group"``; None for all. The
        group is that of all subjects of the study whose maps are there.
    on_error : "continue" | "stop" | None
        What to do when a subject fails; None for what the study says.
    workers : int | None
        How many subjects to do at the same time; None for what the study says, else for as many as
        there are cores and memory for.
    scheduler : str | None
        Address of a scheduler of Dask's, such as ``"tcp://10.0.0.1:8786"``, on whose workers
        subjects are done.
    cluster : "slurm" | "pbs" | "sge" | "kubernetes" | None
        Kind of a cluster on which workers of Dask's are started, as many as ``workers`` says.
    cluster_options : dict | None
        Options of dask-jobqueue's or dask-kubernetes' class for the cluster, such as
        ``dict(queue="long", walltime="04:00:00")``.
    verbose : bool | str | int | None
        Verbosity; False shows no progress.

    Returns
    -------
    result : BatchResult
        Who is done, and who failed, where and why.

    Raises
    ------
    InputError
        If the study does not fit its data set.
    FormatError
        If the study file is wrong.
    WriteError
        If results cannot be written.

    See Also
    --------
    read_study : Read a study file.
    plan : Say what would be done.

    Examples
    --------
    >>> from leadfield.batch import run
    >>> result = run("study.toml", subjects=["01", "02"])  # doctest: +SKIP
    >>> print(result)  # doctest: +SKIP
    """
    start = perf_counter()
    batch = make_batch(study, out, subjects, steps)
    settings = batch.study.run
    asked = on_error or settings.on_error
    one_of("on_error", asked, ON_ERROR)
    here = RunSettings(
        workers=workers, scheduler=scheduler, cluster=cluster, cluster_options=cluster_options or {}
    )
    engine = _engine(here, settings)
    jobs = [_job(chain) for chain in batch.chains]
    prepare_folder(batch.folder, batch.study)
    by_key = {chain.participant.name: chain for chain in batch.chains}
    results: dict[str, ChainResult] = {}
    found: dict[str, ParticipantResult] = {}
    progress = BatchProgress(len(by_key))
    group, problem = None, ""
    with batch.store.in_use():
        with closing(engine.run(jobs)) as outcomes:
            for outcome in outcomes:
                chain = by_key[outcome.key]
                results[outcome.key] = _chain_result(chain, outcome)
                found[outcome.key] = one = batch.result_of(chain, results[outcome.key])
                progress.tell(one)
                if asked == "stop" and one.failed_at:
                    break
        not_begun = tuple(name for name in by_key if name not in found)
        if batch.with_group and not not_begun:
            group, problem = group_of_batch(batch, results)
    return BatchResult(
        folder=batch.folder,
        participants=tuple(found[name] for name in by_key if name in found),
        not_begun=not_begun,
        seconds=perf_counter() - start,
        group=group,
        group_problem=problem,
    )


@public("leadfield.batch")
@verbose_aware
def plan(
    study: Study | str | Path,
    out: str | Path | None = None,
    *,
    subjects: Sequence[str] | None = None,
    steps: Sequence[str] | None = None,
    verbose: Verbose = None,
) -> BatchPlan:
    """Say what a run would do, and how much time and disk it would take.

    Parameters
    ----------
    study : Study | path-like
        The study or its file.
    out : path-like | None
        The folder for results; None for the study's.
    subjects : list of str | None
        The subjects to do; None for all of the study.
    steps : list of str | None
        The steps to do, with all that they need; None for all.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    plan : BatchPlan
        What is to be done for whom. Time and disk are those of results that are kept; of steps that
        were never done here, nobody can tell.

    See Also
    --------
    run : Run a study.

    Examples
    --------
    >>> from leadfield.batch import plan
    >>> print(plan("study.toml"))  # doctest: +SKIP
    """
    batch = make_batch(study, out, subjects, steps)
    found = make_plan(batch.chains, batch.store)
    if not batch.with_group:
        return found
    inputs = group_inputs(batch, {})
    kept = bool(inputs.members) and kept_group(inputs, batch.store) is not None
    return replace(found, with_group=found.to_do or not kept)


def _engine(asked: RunSettings, study: RunSettings) -> Engine:
    """Where subjects are done: as asked for, or else as the study says."""
    one = asked if asked.scheduler or asked.cluster else study
    return choose_engine(
        workers=asked.workers or (None if one is asked else study.workers),
        scheduler=one.scheduler,
        cluster=one.cluster,
        cluster_options=asked.cluster_options or one.cluster_options,
        patience=None if study.wait_for_workers is None else 60 * study.wait_for_workers,
    )


def _job(chain: Chain) -> Job[ChainResult]:
    return Job(
        key=chain.participant.name,
        call=partial(run_chain, chain),
        memory=predicted_memory(chain.study, chain.participant),
    )


def _chain_result(chain: Chain, outcome: Outcome[ChainResult]) -> ChainResult:
    """What a job gave; one that ended with its process leaves what is kept."""
    if outcome.value is not None:
        return outcome.value
    reason = "it gave nothing" if outcome.error is None else outcome.error.message
    return kept_chain(chain, reason)
