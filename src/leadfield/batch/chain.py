"""Chain of the steps of one participant: what is kept is taken, what is not is done.

A chain is a pure function of files and settings, so that any process may do it, and one that was
killed goes on where it was.
"""

import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, final

from leadfield.base.errors import LeadfieldError
from leadfield.base.log import LOGGER, gathered_warnings, log_level
from leadfield.batch.content_hashes import hash_of_input, hash_of_value
from leadfield.batch.participant import Participant
from leadfield.batch.participant_log import logged
from leadfield.batch.publication import publish
from leadfield.batch.result_store import STORE, ResultStore, StepResult
from leadfield.batch.step import Step, StepInputs
from leadfield.batch.steps.table import STEPS
from leadfield.batch.study import Study

LOG_LEVEL = "info"


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """A step of a participant, the hash of all that it depends on, and its result if it is kept."""

    step: Step
    key: str
    because: Mapping[str, Any]
    found: StepResult | None


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class StepFailure:
    """Where and why a participant's chain broke off; ``details`` are for its log."""

    step: str
    reason: str
    details: str = ""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ChainResult:
    """What became of a participant: results by step, seconds of those done now, or the failure."""

    participant: Participant
    results: Mapping[str, StepResult]
    seconds: Mapping[str, float]
    failure: StepFailure | None = None


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """What to do for a participant: the names of steps, and the folder for results."""

    study: Study
    participant: Participant
    steps: tuple[str, ...]
    out: Path

    @property
    def store(self) -> ResultStore:
        """Where results are kept."""
        return ResultStore(root=self.out / STORE)

    @property
    def log(self) -> Path:
        """The participant's log."""
        return self.out / "logs" / f"{self.participant.name}.log"


def wanted_steps(names: Sequence[str]) -> tuple[str, ...]:
    """Steps and all that they need, in order."""
    wanted = set(names)
    for name in reversed(STEPS):
        if name in wanted:
            wanted |= set(STEPS[name].needs)
    return tuple(name for name in STEPS if name in wanted)


def plan_chain(chain: Chain) -> list[PlannedStep]:
    """The steps of a chain with what is kept of them; nothing is done."""
    planned: dict[str, PlannedStep] = {}
    for name in chain.steps:
        planned[name] = _planned(chain, STEPS[name], planned)
    return list(planned.values())


def _planned(chain: Chain, step: Step, before: Mapping[str, PlannedStep]) -> PlannedStep:
    study, participant, store = chain.study, chain.participant, chain.store
    inputs = {
        str(path): hash_of_input(path, store.memory) if path.exists() else None
        for path in step.files(study, participant)
    }
    because = {
        "step": step.name,
        "version": step.version,
        "participant": participant.stem,
        "settings": step.settings(study, participant),
        "inputs": inputs,
        "results": {name: before[name].key for name in step.needs},
    }
    # Where a file lies does not matter, only which it is and what it holds.
    hashed = {**because, "inputs": [[Path(name).name, one] for name, one in inputs.items()]}
    key = hash_of_value(hashed)
    return PlannedStep(step=step, key=key, because=because, found=store.find(step.name, key))


def kept_chain(chain: Chain, reason: str) -> ChainResult:
    """What is kept of a participant; where that is not all, it failed at what comes next."""
    results: dict[str, StepResult] = {}
    failure = None
    for one in plan_chain(chain):
        if one.found is None:
            failure = StepFailure(step=one.step.name, reason=reason)
            break
        results[one.step.name] = one.found
    return ChainResult(participant=chain.participant, results=results, seconds={}, failure=failure)


def run_chain(chain: Chain) -> ChainResult:
    """Do what is to be done; an error is part of the result, for others go on."""
    results: dict[str, StepResult] = {}
    seconds: dict[str, float] = {}
    name = chain.steps[0]
    with logged(chain.log), log_level(LOG_LEVEL), chain.store.in_use():
        try:
            planned: dict[str, PlannedStep] = {}
            for name in chain.steps:
                planned[name] = one = _planned(chain, STEPS[name], planned)
                if one.found is None:
                    results[name] = _do(chain, one, results)
                    seconds[name] = results[name].seconds
                else:
                    results[name] = one.found
                publish(results[name], chain.participant, chain.out)
        except Exception as error:  # noqa: BLE001 - whatever it is, the others go on
            failure = failure_of(name, error)
            LOGGER.error("%s failed: %s\n%s", name, failure.reason, failure.details)
            return ChainResult(
                participant=chain.participant, results=results, seconds=seconds, failure=failure
            )
    return ChainResult(participant=chain.participant, results=results, seconds=seconds)


def _do(chain: Chain, one: PlannedStep, results: Mapping[str, StepResult]) -> StepResult:
    """Do a step, and keep its result."""
    inputs = StepInputs(study=chain.study, participant=chain.participant, results=results)
    LOGGER.info("%s", one.step.name)
    with _warnings_in_log():
        made = chain.store.make(one.step.name, one.because, partial(one.step.run, inputs), one.key)
    LOGGER.info("%s done in %.1f s", one.step.name, made.seconds)
    return made


@contextmanager
def _warnings_in_log() -> Iterator[None]:
    with gathered_warnings() as found:
        try:
            yield
        finally:
            for text in found:
                LOGGER.warning("warning: %s", text)


def failure_of(step: str, error: Exception) -> StepFailure:
    """An error of a step, in words."""
    told = isinstance(error, LeadfieldError)
    kind = type(error).__name__
    return StepFailure(
        step=step,
        reason=str(error) if told else f"{kind}: {error}",
        details="".join(traceback.format_exception(error)),
    )
