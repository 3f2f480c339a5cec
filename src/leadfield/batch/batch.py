"""Batch: what is to be done for whom, and the folder where results go."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import final

from leadfield.base.checks import one_of
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.files import as_path
from leadfield.base.replacing import hidden_folder, replacing
from leadfield.base.write_errors import telling
from leadfield.batch.batch_result import ParticipantResult, command_as_text, command_for
from leadfield.batch.chain import Chain, ChainResult, wanted_steps
from leadfield.batch.group_step import GROUP
from leadfield.batch.participant import find_participants
from leadfield.batch.result_store import STORE, ResultStore
from leadfield.batch.steps.table import STEPS
from leadfield.batch.study import Study
from leadfield.batch.study_file import read_study
from leadfield.bids.data_set import open_data_set
from leadfield.bids.derivatives import write_description
from leadfield.bids.folder_listing import DESCRIPTION

IGNORED = ".bidsignore"
NOT_OF_BIDS = (f"/{STORE}", "/logs", f"/{GROUP}", "*.stc", "*_*.fif", "*_*.json")
"""What BIDS has no names for yet."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A study, its file if it has one, where results go, and what is to be done for whom.

    ``everyone`` are all participants of the study with all steps, which the group is made of.
    """

    study: Study
    file: Path | None
    out: Path | None
    chains: tuple[Chain, ...]
    everyone: tuple[Chain, ...]
    with_group: bool

    @property
    def folder(self) -> Path:
        """The folder for results."""
        return self.study.folder if self.out is None else self.out

    @property
    def store(self) -> ResultStore:
        """Where results are kept."""
        return ResultStore(root=self.folder / STORE)

    def command(self, subject: str) -> str:
        """The command that does a subject alone."""
        return command_as_text(command_for(subject, self.file, self.out))

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
            command="" if failure is None else self.command(subject),
            log=chain.log,
        )


def make_batch(
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
        one_of("steps", name, [*STEPS, GROUP])
    if steps is not None and not steps:
        msg = "steps must name at least one step, got none"
        raise InputError(msg)
    folder = found.folder if target is None else target
    data_set = open_data_set(found.bids)
    with_group = steps is None or GROUP in steps
    names = tuple(STEPS) if with_group else wanted_steps(steps or ())
    chains, everyone = (
        tuple(
            Chain(study=found, participant=one, steps=of_each, out=folder)
            for one in find_participants(found, data_set, some)
        )
        for some, of_each in ((subjects, names), (None, tuple(STEPS)))
    )
    return Batch(
        study=found,
        file=file,
        out=target,
        chains=chains,
        everyone=everyone,
        with_group=with_group,
    )


def prepare_folder(folder: Path, study: Study) -> None:
    """Make the folder for results, a data set of derivatives, or say why it cannot be."""
    with telling(folder / STORE):
        (folder / STORE).mkdir(parents=True, exist_ok=True)
    with hidden_folder(folder / STORE / "any"):
        if not (folder / DESCRIPTION).is_file():
            write_description(folder, name=f"leadfield: {study.task}", source=study.bids)
        if not (folder / IGNORED).is_file():
            with replacing(folder / IGNORED) as stream:
                stream.write("".join(f"{name}\n" for name in NOT_OF_BIDS).encode())
