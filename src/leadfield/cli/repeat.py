"""Command that repeats a run: the words that a shell would give."""

import os
from collections.abc import Iterator
from pathlib import Path

from leadfield.base.files import as_path
from leadfield.cli.job import Localization
from leadfield.freesurfer.subjects import VARIABLE

DEFAULT_JOB = Localization(raw=Path(), forward=Path(), events={}, out=Path(), reject={}, flat={})


def repeat_command(job: Localization) -> tuple[str, ...]:
    """The command of a job: paths are absolute, options left out that have their default.

    What it does to files that are there, and its report, change no result: they are left out.
    """
    words = ["leadfield", "localize", _absolute(job.raw), "--forward", _absolute(job.forward)]
    for name, code in job.events.items():
        words += ["--event", f"{name}={code}"]
    words += ["--out", _absolute(job.out)]
    for option, value in _options(job):
        words += [f"--{option}", value]
    subjects = job.subjects_dir or os.environ.get(VARIABLE)
    if subjects:
        words += ["--subjects-dir", _absolute(subjects)]
    return tuple(words)


def _options(job: Localization) -> Iterator[tuple[str, str]]:
    """Options with a value that is not their default."""
    yield from _repeated(job)
    for name, value in _single(job).items():
        if value != _single(DEFAULT_JOB)[name]:
            yield name, value


def _repeated(job: Localization) -> Iterator[tuple[str, str]]:
    """Options that are given once for each of several values."""
    for name, limits in (("reject", job.reject), ("flat", job.flat)):
        yield from ((name, f"{kind}={limit!r}") for kind, limit in limits.items())
    yield from (("bad", bad) for bad in job.bads)
    if job.estimators != DEFAULT_JOB.estimators:
        yield from (("cov", estimator) for estimator in job.estimators)


def _single(job: Localization) -> dict[str, str]:
    """Options that have one value."""
    start, stop = job.window
    return {
        "tmin": repr(start),
        "tmax": repr(stop),
        "baseline": _interval(job.baseline),
        "sensors": job.sensors,
        "stim": job.stim or "",
        "rank": job.rank or "",
        "method": job.method,
        "snr": str(job.snr),
        "loose": repr(job.loose),
        "depth": repr(job.depth),
        "pick-ori": job.pick_ori or "",
    }


def _interval(ends: tuple[float | None, float | None] | None) -> str:
    if ends is None:
        return "none"
    return ",".join("" if end is None else repr(end) for end in ends)


def _absolute(path: str | Path) -> str:
    return str(as_path(path).absolute())
