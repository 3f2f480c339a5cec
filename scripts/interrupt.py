"""Interrupts long computations at random moments, as Ctrl-C does, and sees what is left of them.

::

    .venv/bin/python scripts/interrupt.py [--times 20] [NAME...]

A child process repeats a computation on the simulated experiment, and is sent SIGINT. It must
stop with KeyboardInterrupt within a second, leave no half file and no litter, and then give the
same numbers as before in the same process. What came of it goes into docs/reliability.md.
"""

import argparse
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from reliability import record

import leadfield
from leadfield import minimum_norm
from leadfield.cli.job import Localization
from leadfield.cli.localize import localize
from leadfield.datasets import simulated

SUBJECT = "sample"
SAME = 1e-9  # of the largest number, as sums on several threads are


class Experiment:
    """What computations start from, each made when it is first asked for."""

    def __init__(self) -> None:
        path = simulated.data_path()
        self.folder = path / "MEG" / SUBJECT
        self.subjects = path / "subjects"

    @cached_property
    def raw(self) -> Any:
        """The whole recording."""
        return leadfield.io.read_raw_fif(
            self.folder / "sample_audvis_filt-0-40_raw.fif", preload=True
        )

    @cached_property
    def epochs(self) -> Any:
        """Epochs of one condition."""
        events = leadfield.find_events(self.raw)
        return leadfield.Epochs(
            self.raw, events, {"aud_l": 1}, -0.2, 0.5, picks="meg", preload=True
        )

    @cached_property
    def cov(self) -> Any:
        """Their noise covariance."""
        return leadfield.compute_covariance(self.epochs, tmax=0.0, method="empirical")

    @cached_property
    def forward(self) -> Any:
        """The forward solution of the MEG."""
        return leadfield.read_forward_solution(self.folder / "sample_audvis-meg-oct-6-fwd.fif")

    @cached_property
    def inverse(self) -> Any:
        """A loose operator."""
        return minimum_norm.make_inverse_operator(
            self.epochs.info, self.forward, self.cov, loose=0.2, depth=0.8
        )

    @cached_property
    def evoked(self) -> Any:
        """The average."""
        return self.epochs.average()

    @cached_property
    def stc(self) -> Any:
        """Its map."""
        return minimum_norm.apply_inverse(self.evoked, self.inverse, method="dSPM")

    @cached_property
    def bem(self) -> Any:
        """Three shells."""
        return leadfield.make_bem_model(SUBJECT, ico=None, subjects_dir=self.subjects)


def _covariance(of: Experiment, _: Path) -> Any:
    methods = ["shrunk", "diagonal_fixed", "empirical"]
    return leadfield.compute_covariance(of.epochs, tmax=0.0, method=methods).data


def _bem(of: Experiment, _: Path) -> Any:
    return leadfield.make_bem_solution(of.bem)["solution"]


def _forward(of: Experiment, _: Path) -> Any:
    bem = of.subjects / SUBJECT / "bem"
    made = leadfield.make_forward_solution(
        of.evoked.info,
        of.folder / "sample_audvis_raw-trans.fif",
        bem / "sample-oct-6-src.fif",
        bem / "sample-1280-bem-sol.fif",
        eeg=False,
    )
    return made["sol"]["data"]


def _operator(of: Experiment, _: Path) -> Any:
    made = minimum_norm.make_inverse_operator(of.epochs.info, of.forward, of.cov)
    return made["eigen_leads"]["data"]


def _eloreta(of: Experiment, _: Path) -> Any:
    return minimum_norm.apply_inverse(of.evoked, of.inverse, method="eLORETA").data


def _raw(of: Experiment, _: Path) -> Any:
    applied = minimum_norm.apply_inverse_raw(of.raw, of.inverse, 1 / 9, stop=6000)
    return np.asarray(applied.data[::50])


def _resolution(of: Experiment, _: Path) -> Any:
    return minimum_norm.resolution(of.inverse, of.forward)["peak_err"].data


def _detect(of: Experiment, _: Path) -> Any:
    return minimum_norm.detect(of.epochs, of.inverse, n_flips=99).curve


def _locate(of: Experiment, _: Path) -> Any:
    found = minimum_norm.locate(of.epochs, of.inverse)
    return [found.p, found.time]


def _visibility(of: Experiment, _: Path) -> Any:
    return minimum_norm.visibility(of.inverse).probability.data


def _morph(of: Experiment, _: Path) -> Any:
    morph = leadfield.compute_source_morph(of.stc, SUBJECT, "fsaverage", subjects_dir=of.subjects)
    return morph.morph_mat.data


def _source_space(of: Experiment, _: Path) -> Any:
    made = leadfield.setup_source_space(SUBJECT, "oct5", subjects_dir=of.subjects, add_dist=True)
    return made[0]["rr"]


def _filter(of: Experiment, _: Path) -> Any:
    return of.raw.copy().filter(1.0, 40.0)[:20][0]


def _save_raw(of: Experiment, folder: Path) -> Any:
    (path,) = of.raw.save(folder / "saved_raw.fif", overwrite=True)
    return leadfield.io.read_raw_fif(path).get_data(stop=100)


def _page(of: Experiment, folder: Path) -> Any:
    path = folder / "brain.html"
    of.stc.to_html(path, subjects_dir=of.subjects)
    return np.array([len(path.read_bytes())])


def _estimate(of: Experiment, folder: Path) -> Any:
    of.stc.save(folder / "map", overwrite=True)
    return leadfield.read_source_estimate(folder / "map").data


def _simulate(_: Experiment, folder: Path) -> Any:
    shutil.rmtree(folder / "again", ignore_errors=True)
    path = simulated.data_path(folder / "again")
    whole = path / "MEG" / SUBJECT / "sample_audvis_filt-0-40_raw.fif"
    return leadfield.io.read_raw_fif(whole).get_data(stop=100)


def _report(of: Experiment, folder: Path) -> Any:
    out = folder / "run"
    job = Localization(
        raw=of.folder / "sample_audvis_filt-0-40_raw.fif",
        forward=of.folder / "sample_audvis-meg-oct-6-fwd.fif",
        events={"aud_l": 1},
        out=out,
        subjects_dir=of.subjects,
        reject={},
        flat={},
        report=True,
        overwrite=True,
    )
    localize(job)
    return leadfield.read_source_estimate(out / "aud_l-dSPM-lh.stc").data


COMPUTATIONS: dict[str, Callable[[Experiment, Path], Any]] = {
    "noise covariance, cross-validated": _covariance,
    "boundary elements of three shells": _bem,
    "forward solution": _forward,
    "inverse operator": _operator,
    "eLORETA": _eloreta,
    "map of a long recording": _raw,
    "resolution": _resolution,
    "detection": _detect,
    "location": _locate,
    "visibility": _visibility,
    "morph": _morph,
    "source space with distances": _source_space,
    "filter of a recording": _filter,
    "recording to a file": _save_raw,
    "estimate to files": _estimate,
    "page of a brain": _page,
    "simulated experiment": _simulate,
    "run with a report": _report,
}


def child(name: str, folder: Path, times: int) -> None:
    """Repeat a computation until it was interrupted so often; tell the parent of each step."""
    leadfield.set_log_level("error")
    experiment = Experiment()

    def run() -> Any:
        return np.asarray(COMPUTATIONS[name](experiment, folder), float)

    run()  # what the computation starts from is made now
    began = time.perf_counter()
    first = run()
    whole = _names(folder)
    say(time.perf_counter() - began)
    for _ in range(times):
        try:
            say("begin")
            while True:
                run()
        except KeyboardInterrupt:
            say("stopped")
            litter = _names(folder) - whole
        say(" ".join(sorted(litter)))
    again = run()
    say(float(np.abs(again - first).max(initial=0) / (np.abs(first).max(initial=0) or 1)))


def _names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)).replace(" ", "_") for path in folder.rglob("*")}


def say(what: object) -> None:
    """Tell the parent, at once."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a computation: how long it takes and took to stop, in s; what it left."""

    duration: float
    waits: tuple[float, ...]
    litter: frozenset[str]
    difference: float


def interrupted(name: str, times: int, seed: int = 0) -> Outcome:
    """Interrupt a computation so often, each time at a random moment of it."""
    rng = random.Random(seed)
    waits, litter = [], set()
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, __file__, "--child", name, folder, "--times", str(times)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            try:
                lines = _lines(process)
                duration = float(next(lines))
                for _ in range(times):
                    _wait_for(lines, "begin")
                    time.sleep(rng.uniform(0.01, max(duration, 0.05)))
                    sent = time.perf_counter()
                    process.send_signal(signal.SIGINT)
                    _wait_for(lines, "stopped")
                    waits.append(time.perf_counter() - sent)
                    litter |= set(next(lines).split())
                difference = float(next(lines))
            finally:
                process.kill()
    return Outcome(
        duration=duration, waits=tuple(waits), litter=frozenset(litter), difference=difference
    )


def _lines(process: "subprocess.Popen[str]") -> Iterator[str]:
    for line in process.stdout or ():
        yield line.rstrip("\n")


def _wait_for(lines: Iterator[str], word: str) -> None:
    if next(lines) != word:
        msg = f"the child must say {word!r}"
        raise SystemExit(msg)


def main() -> None:
    """Interrupt the computations that are asked for, and write what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", help="computations; all without any")
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.child:
        name, folder = asked.names
        child(name, Path(folder), asked.times)
        return
    rows = ["| Computation | takes, s | stops in, s, at most | left |", "|---|--:|--:|---|"]
    for name in asked.names or COMPUTATIONS:
        found = interrupted(name, asked.times)
        if found.difference > SAME:
            msg = f"{name}: the next call must give the same numbers, got {found.difference:.1e}"
            raise SystemExit(msg)
        left = ", ".join(sorted(found.litter)) or "nothing"
        rows.append(f"| {name} | {found.duration:.1f} | {max(found.waits):.2f} | {left} |")
        sys.stdout.write(f"{rows[-1]}\n")
        sys.stdout.flush()
    if not asked.names:
        record("interrupts", rows)


if __name__ == "__main__":
    main()
