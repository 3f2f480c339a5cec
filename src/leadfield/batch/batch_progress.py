"""Progress of a batch: a line a participant, with the time that is left."""

import logging
from time import perf_counter
from typing import final

from leadfield.base.durations import duration_in_words
from leadfield.base.log import LOGGER
from leadfield.batch.batch_result import ParticipantResult


@final
class BatchProgress:
    """What is told of a batch of ``total`` participants while it runs."""

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
        LOGGER.log(logging.WARNING if one.failed_at else logging.INFO, "[%s] %s", told, one)
