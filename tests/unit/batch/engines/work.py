"""What jobs of tests do; workers import it, so it is no test."""

import os
import signal
import time
from pathlib import Path

import numpy as np


def numbers(seed, seconds=0.0):
    """An array that depends on nothing but the seed, and on no worker."""
    time.sleep(seconds)
    a = np.random.default_rng(seed).standard_normal((60, 60))
    return np.linalg.svd(a @ a.T)[1]


def process():
    return os.getpid()


def meet(folder, n, patience=20):
    """Wait until ``n`` processes are here, and say which one this is."""
    here, end = Path(folder), time.monotonic() + patience
    (here / str(os.getpid())).touch()
    while len(list(here.iterdir())) < n and time.monotonic() < end:
        time.sleep(0.02)
    return os.getpid()


def environment(name):
    return os.environ.get(name)


def fail(words):
    raise ValueError(words)


def die(times, folder):
    """Kill the process that this runs in, as often as asked, as counted in a folder."""
    marks = Path(folder)
    if len(list(marks.iterdir())) < times:
        (marks / str(os.getpid())).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "alive"


def announce(folder, seconds=60):
    """Say which process this is, and be busy for long."""
    (Path(folder) / str(os.getpid())).touch()
    time.sleep(seconds)
