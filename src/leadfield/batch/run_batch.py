"""Batches: ``run`` and ``plan``."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import final

from leadfield.base.checks import one_of
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.files import as_path
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.base.replacing import hidden_folder
from leadfield.base.write_errors import telling
from leadfield.batch.batch_plan import BatchPlan, make_plan
from leadfield.batch.batch_result import BatchResult, ParticipantResult, command_for
from leadfield.batch.chain import Chain, ChainResult, StepFailure, run_chain, wanted_steps
from leadfield.batch.durations import duration_in_words
from leadfield.batch.engines.job import Job, Outcome
from leadfield.batch.engines.loky import LokyEngine
from leadfield.batch.participant import find_participants
from leadfield.batch.result_store import STORE, ResultStore
from leadfield.batch.steps.table import STEPS
from leadfield.batch.study import OnError, Study
from leadfield.batch.study_file import read_study
from leadfield.bids.data_set import open_data_set

ON_ERROR = ("continue", "stop")


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A study, its file if it has one, where results go, and what is to be done for whom."""

    study: Study
    file: Path | None
    out: Path | None
    chains: tuple[Chain, ...]

    @property
    def folder(self) -> Path:
        """The folder for results."""
        return self.study.folder if self.out is None else self.out

    def result_of(self, chain: Chain, result: ChainResult) -> ParticipantResult:
        """What became of a participant, in words."""
        failure = result.failure
        subject = chain.participant.subject
        return ParticipantResult(
            name=chain.participant.name,
            folders={name: one.folder for name, one in result.results.items()},
            seconds=result.seconds,
            failed_at="" if failure is None else failure.step,
            reason="" if failure is None else failure.reason,
            command="" if failure is None else command_for(subject, self.file, self.out),
            log=chain.log,
        )


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
        ``"forward"``, ``"inverse"``, ``"estimates"``, ``"morph"``; None for all.
    on_error : "continue" | "stop" | None
        What to do when a subject fails; None for what the study says.
    workers : int | None
        How many subjects to do at the same time; None for what the study says, else for as many as
        there are cores and memory for.
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
    batch = _batch(study, out, subjects, steps)
    settings = batch.study.run
    stop = (on_error or settings.on_error) == "stop"
    one_of("on_error", on_error or settings.on_error, ON_ERROR)
    _prepare(batch.folder)
    by_key = {chain.participant.name: chain for chain in batch.chains}
    found: dict[str, ParticipantResult] = {}
    progress = _Progress(len(by_key))
    for outcome in _outcomes(batch, workers or settings.workers):
        chain = by_key[outcome.key]
        found[outcome.key] = one = batch.result_of(chain, _chain_result(chain, outcome))
        progress.tell(one)
        if stop and one.failed_at:
            break
    return BatchResult(
        folder=batch.folder,
        participants=tuple(found[name] for name in by_key if name in found),
        not_begun=tuple(name for name in by_key if name not in found),
        seconds=perf_counter() - start,
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
    batch = _batch(study, out, subjects, steps)
    return make_plan(batch.chains, ResultStore(root=batch.folder / STORE))


def _batch(
    study: Study | str | Path,
    out: str | Path | None,
    subjects: Sequence[str] | None,
    steps: Sequence[str] | None,
) -> Batch:
    """What is to be done, checked as far as no recording must be read."""
    if isinstance(subjects, str) or isinstance(steps, str):
        msg = f"subjects and steps must be lists, got {subjects!r} and {steps!r}"
        raise ArgumentTypeError(msg)
    file = None if isinstance(study, Study) else as_path(study)
    found = study if isinstance(study, Study) else read_study(study)
    target = None if out is None else as_path(out).absolute()
    for name in steps or ():
        one_of("steps", name, STEPS)
    if steps is not None and not steps:
        msg = "steps must name at least one step, got none"
        raise InputError(msg)
    folder = found.folder if target is None else target
    participants = find_participants(found, open_data_set(found.bids), subjects)
    names = wanted_steps(list(STEPS) if steps is None else steps)
    chains = [Chain(study=found, participant=one, steps=names, out=folder) for one in participants]
    return Batch(study=found, file=file, out=target, chains=tuple(chains))


def _prepare(folder: Path) -> None:
    """Make the folder for results, or say why it cannot be."""
    with telling(folder / STORE):
        (folder / STORE).mkdir(parents=True, exist_ok=True)
    with hidden_folder(folder / STORE / "any"):
        pass


def _outcomes(batch: Batch, workers: int | None) -> Iterator[Outcome[ChainResult]]:
    jobs = [
        Job(key=chain.participant.name, call=partial(run_chain, chain)) for chain in batch.chains
    ]
    yield from LokyEngine(workers=workers).run(jobs)


def _chain_result(chain: Chain, outcome: Outcome[ChainResult]) -> ChainResult:
    """What a job gave; a worker that ended leaves what it kept."""
    if outcome.value is not None:
        return outcome.value
    error = outcome.error
    step = next((name for name in chain.steps), "")
    reason = "it gave nothing" if error is None else error.message
    failure = StepFailure(step=step, kind="", reason=reason)
    return ChainResult(participant=chain.participant, results={}, seconds={}, failure=failure)


@final
class _Progress:
    """A line a participant, with the time that is left."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._ended = 0
        self._worked = 0
        self._start = perf_counter()

    def tell(self, one: ParticipantResult) -> None:
        """Tell of a participant that is done or failed."""
        self._ended += 1
        self._worked += bool(one.seconds or one.failed_at)
        left = self._total - self._ended
        told = f"{self._ended} of {self._total}"
        if left and self._worked:
            each = (perf_counter() - self._start) / self._worked
            told += f", {duration_in_words(each * left)} left"
        LOGGER.log(30 if one.failed_at else 20, "[%s] %s", told, one)
