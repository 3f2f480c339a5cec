"""Result of a batch: who is done, who failed, where, why, and how to try it alone."""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import final

from leadfield.base.durations import duration_in_words
from leadfield.base.front_door import public

SHOWN = ("table.csv", "report.html")


@public("leadfield.batch")
@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantResult:
    """What became of a participant in a batch.

    Parameters
    ----------
    name : str
        The participant, such as ``"sub-01"``.
    folders : dict
        The folder of each step's result.
    seconds : dict
        Seconds of each step that was done now; the others were kept from before.
    failed_at, reason : str
        The step that failed and why, empty if none did.
    command : str
        The command to try it alone.
    log : Path
        What was done, when.

    See Also
    --------
    BatchResult : The results of all.
    """

    name: str
    folders: Mapping[str, Path]
    seconds: Mapping[str, float]
    failed_at: str = ""
    reason: str = ""
    command: str = ""
    log: Path

    def __str__(self) -> str:
        if self.failed_at:
            return f"{self.name}  failed at {self.failed_at}: {self.reason}"
        if not self.seconds:
            return f"{self.name}  as before"
        took = duration_in_words(sum(self.seconds.values()))
        return f"{self.name}  {', '.join(self.seconds)} done in {took}"


@public("leadfield.batch")
@final
@dataclass(frozen=True, slots=True, kw_only=True)
class BatchResult:
    """What became of a study.

    Parameters
    ----------
    folder : Path
        The folder with all results.
    participants : tuple of ParticipantResult
        The participants in order, those that failed, too.
    not_begun : tuple of str
        Participants that were not begun, as the batch stopped at an error.
    seconds : float
        How long it took.
    group : Path | None
        The folder with the results of the group, None if there are none.
    group_problem : str
        Why there are none, where they were to be made.

    See Also
    --------
    run : Run a study.
    """

    folder: Path
    participants: tuple[ParticipantResult, ...]
    not_begun: tuple[str, ...] = ()
    seconds: float = 0.0
    group: Path | None = None
    group_problem: str = ""

    @property
    def failed(self) -> tuple[ParticipantResult, ...]:
        """The participants that failed."""
        return tuple(one for one in self.participants if one.failed_at)

    @property
    def done(self) -> tuple[ParticipantResult, ...]:
        """The participants that did not fail."""
        return tuple(one for one in self.participants if not one.failed_at)

    def __str__(self) -> str:
        n = len(self.participants) + len(self.not_begun)
        lines = [f"{len(self.done)} of {n} done in {duration_in_words(self.seconds)}"]
        for one in self.failed:
            lines += ["", str(one), f"  log        {one.log}", f"  try alone  {one.command}"]
        if self.not_begun:
            lines += ["", f"Not begun: {', '.join(self.not_begun)}"]
        if self.group_problem:
            lines += ["", f"group  failed: {self.group_problem}"]
        lines += ["", f"Results are in {self.folder}"]
        if self.group is not None:
            lines += [f"  {path}" for name in SHOWN if (path := self.group / name).is_file()]
        return "\n".join(lines) + "\n"


def command_for(subject: str | None, study: Path | None, out: Path | None) -> tuple[str, ...]:
    """The words of the command that runs a study, or one subject of it alone."""
    if study is None:
        whose = "" if subject is None else f', subjects=["{subject}"]'
        where = "" if out is None else f", out={str(out)!r}"
        return (f"leadfield.batch.run(study{whose}{where})",)
    words = ["leadfield", "batch", str(study)]
    words += [] if subject is None else ["--subjects", subject]
    return (*words, *([] if out is None else ["--out", str(out)]))


def command_as_text(words: tuple[str, ...]) -> str:
    """A command as it is typed."""
    return words[0] if len(words) == 1 else shlex.join(words)
