"""Jobs by number, outcomes by key, and waiting for what other processes do."""

import os
import time

from leadfield.batch.engines.job import Job

PAUSE = 0.02
PATIENCE = 30


def jobs_of(*calls):
    return [Job(key=f"{i:02d}", call=call) for i, call in enumerate(calls)]


def by_key(outcomes):
    return {outcome.key: outcome for outcome in outcomes}


def alive(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def until(truth):
    """Wait for something to hold; fail if it never does."""
    end = time.monotonic() + PATIENCE
    while not truth():
        assert time.monotonic() < end
        time.sleep(PAUSE)
