"""What an engine is."""

from abc import ABC, abstractmethod
from collections.abc import Generator, Sequence
from typing import TypeVar

from leadfield.batch.engines.job import Job, Outcome

T = TypeVar("T")


class Engine(ABC):
    """Does jobs somewhere. What it started there ends with the loop over their outcomes."""

    __slots__ = ()

    @abstractmethod
    def run(self, jobs: Sequence[Job[T]]) -> Generator[Outcome[T]]:
        """Do all jobs; each has one outcome, in the order in which they are done.

        Closing the iterator, or an error in the loop over it, ends what is still running.
        """
