"""Group of a batch: all participants of the study whose maps are there, done now or before."""

from collections.abc import Mapping
from pathlib import Path
from time import perf_counter

from leadfield.base.durations import duration_in_words
from leadfield.base.log import LOGGER, log_level
from leadfield.batch.batch import Batch
from leadfield.batch.batch_result import command_for
from leadfield.batch.chain import ChainResult, failure_of, kept_chain
from leadfield.batch.group_step import GROUP, GroupInputs, make_group_results
from leadfield.batch.participant_log import logged
from leadfield.group.member import FailedMember

NOT_YET = "it was not done yet"


def group_inputs(batch: Batch, results: Mapping[str, ChainResult]) -> GroupInputs:
    """Who is in the group: with ``results``, or with what is kept; and who is not."""
    members, failures = [], []
    for chain in batch.everyone:
        name = chain.participant.name
        one = results[name] if name in results else kept_chain(chain, NOT_YET)
        if one.failure is None:
            members.append((chain.participant, one.results))
            continue
        failures.append(
            FailedMember(
                subject=name,
                step=one.failure.step,
                reason=one.failure.reason,
                command=batch.command(chain.participant.subject),
            )
        )
    return GroupInputs(
        study=batch.study,
        members=tuple(members),
        failures=tuple(failures),
        command=command_for(None, batch.file, batch.out),
    )


def group_of_batch(batch: Batch, results: Mapping[str, ChainResult]) -> tuple[Path | None, str]:
    """The folder of the group's results, or why there are none."""
    inputs = group_inputs(batch, results)
    start = perf_counter()
    failure = None
    with logged(batch.folder / "logs" / "group.log"), log_level("info"):
        try:
            make_group_results(inputs, batch.store, batch.folder)
        except Exception as error:  # noqa: BLE001 - whatever it is, the participants are done
            failure = failure_of(GROUP, error)
            LOGGER.error("%s", failure.details)
    if failure is not None:
        LOGGER.warning("group  failed: %s", failure.reason)
        return None, failure.reason
    took = duration_in_words(perf_counter() - start)
    n, everyone = len(inputs.members), len(batch.everyone)
    LOGGER.info("group  %d of %d subjects in %s", n, everyone, took)
    return batch.folder / GROUP, ""
