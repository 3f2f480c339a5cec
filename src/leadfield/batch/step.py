"""A step of the analysis of one participant: what it depends on, and what it does."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, final

from leadfield.batch.head_positions import HeadPosition, positions_from
from leadfield.batch.participant import Participant
from leadfield.batch.result_store import StepResult
from leadfield.batch.study import Study

Facts = dict[str, Any]
AVERAGE_FILE = "ave.fif"


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class StepInputs:
    """What a step is given: the study, whose recordings, and the results of steps before it."""

    study: Study
    participant: Participant
    results: Mapping[str, StepResult]

    def file(
        self, step: str, suffix: str, description: str | None = None, run: str | None = None
    ) -> Path:
        """A file of an earlier step's result."""
        return self.results[step].folder / self.participant.file(suffix, description, run=run)

    @property
    def positions(self) -> tuple[HeadPosition, ...]:
        """The head positions of the recordings."""
        return positions_from(self.results["recording"].facts["positions"])

    def averages(self, condition: str) -> dict[str | None, Path]:
        """The averages of a condition by the run of each position that has some."""
        paths = {
            one.run: self.file("epochs", AVERAGE_FILE, condition, one.run) for one in self.positions
        }
        return {run: path for run, path in paths.items() if path.is_file()}


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step: a pure function ``run`` of its inputs, which writes files and returns facts.

    ``version`` counts changes of what it computes, ``needs`` are the steps whose results it reads,
    ``settings`` and ``files`` give all else that its result depends on.
    """

    name: str
    version: int
    needs: tuple[str, ...]
    settings: Callable[[Study, Participant], Any]
    files: Callable[[Study, Participant], Iterable[Path]]
    run: Callable[[StepInputs, Path], Facts]


def no_files(_study: Study, _participant: Participant) -> Iterable[Path]:
    """Of a step that reads results of other steps alone."""
    return ()
