"""Plan of a batch: what would be done, and how much time and disk that takes, where known."""

import shutil
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import final

from leadfield.base.durations import duration_in_words
from leadfield.base.front_door import public
from leadfield.base.sizes import size_in_words
from leadfield.batch.chain import Chain, PlannedStep, plan_chain
from leadfield.batch.group_step import GROUP
from leadfield.batch.result_store import ResultStore


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedParticipant:
    """Steps of a participant that would be done, and those that are kept; or why it would fail."""

    name: str
    to_do: tuple[str, ...]
    kept: tuple[str, ...]
    problem: str = ""


@public("leadfield.batch")
@final
@dataclass(frozen=True, slots=True, kw_only=True)
class BatchPlan:
    """What a batch would do.

    Parameters
    ----------
    participants : tuple
        For each, its ``name``, the steps ``to_do``, the steps ``kept``, and the ``problem`` that is
        known before.
    seconds, size : dict
        Time in s and bytes of a step of one participant, the median of those that are kept; a step
        of which none is kept is not there.
    free : int
        Bytes that are free where results go.
    with_group : bool
        Whether the group would be made.

    See Also
    --------
    plan : Make a plan.
    """

    participants: tuple[PlannedParticipant, ...]
    seconds: Mapping[str, float]
    size: Mapping[str, int]
    free: int
    with_group: bool = False

    @property
    def to_do(self) -> bool:
        """Whether anything is to be done for somebody."""
        return any(one.to_do for one in self.participants)

    def __str__(self) -> str:
        width = max((len(one.name) for one in self.participants), default=0)
        lines = [f"{one.name:<{width}}  {_in_words(one)}" for one in self.participants]
        todo = Counter(name for one in self.participants for name in one.to_do)
        todo |= Counter({GROUP: int(self.with_group)})
        if not todo:
            return "\n".join([*lines, "", "Nothing is to be done."]) + "\n"
        counts = ", ".join(f"{name} {n}" for name, n in todo.items())
        time = _cost(todo, self.seconds, duration_in_words)
        size = _cost(todo, self.size, size_in_words)
        lines += [
            "",
            f"To do  {counts}",
            f"Time   {time}, one after another",
            f"Disk   {size}; {size_in_words(self.free)} are free",
        ]
        return "\n".join(lines) + "\n"


def _cost(
    todo: Mapping[str, int], each: Mapping[str, float], in_words: Callable[[float], str]
) -> str:
    """What steps cost in time or disk, as far as that was measured."""
    unknown = [name for name in todo if name not in each]
    if len(unknown) == len(todo):
        return "cannot tell, as none of these steps was done here yet"
    known = in_words(sum(n * each.get(name, 0) for name, n in todo.items()))
    return f"about {known}" + (f", cannot tell for {', '.join(unknown)}" if unknown else "")


def make_plan(chains: Sequence[Chain], store: ResultStore) -> BatchPlan:
    """The plan of a batch."""
    names = [*(chains[0].steps if chains else ()), GROUP]
    found = {name: store.results(name) for name in names}
    place = store.root
    while not place.exists():
        place = place.parent
    return BatchPlan(
        participants=tuple(map(_plan_participant, chains)),
        seconds={name: median(r.seconds for r in ones) for name, ones in found.items() if ones},
        size={name: int(median(r.size for r in ones)) for name, ones in found.items() if ones},
        free=shutil.disk_usage(place).free,
    )


def _plan_participant(chain: Chain) -> PlannedParticipant:
    name = chain.participant.name
    try:
        planned: list[PlannedStep] = plan_chain(chain)
    except OSError as error:
        return PlannedParticipant(name=name, to_do=(), kept=(), problem=str(error))
    missing = "; ".join(chain.participant.first.missing)
    return PlannedParticipant(
        name=name,
        to_do=tuple(one.step.name for one in planned if one.found is None),
        kept=tuple(one.step.name for one in planned if one.found is not None),
        problem=missing,
    )


def _in_words(one: PlannedParticipant) -> str:
    told = f"to do: {', '.join(one.to_do)}" if one.to_do else "all is there"
    if one.to_do and one.kept:
        told += f"; there: {', '.join(one.kept)}"
    return f"{told}; {one.problem}" if one.problem else told
