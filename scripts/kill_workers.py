"""Studies whose workers, batches and disks fail must give what a run that was left alone gives.

::

    .venv/bin/python scripts/kill_workers.py [NAME...] [--subjects 12] [--seed 0] [--record]

A simulated study is run whole, and again while processes are killed at moments of chance, on a
disk that is full or read-only, or beside a second batch in the same folder. Each must end in
words, and, once the cause is gone, in the same bytes. Workers of Dask are processes of their own.
Full and read-only disks are real ones, which needs ``unshare``. Ends with 1 if anything differs.
"""

import argparse
import hashlib
import json
import os
import random
import shlex
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
from reliability import record

from leadfield.datasets import simulated

LEADFIELD = [sys.executable, "-m", "leadfield", "batch"]
# Sums on several threads end in other digits; a scheduler that kills by chance needs patience.
ENVIRONMENT = {
    **os.environ,
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "100",
}
IDENTIFIERS = (100, 103)  # of the file and of its blocks
RESULTS = (".fif", ".stc", ".csv")
SOME_WORKERS = "popen_loky", "spawn_main"  # in the command lines of loky's and of Dask's
WORKERS = 3
PATIENCE = 60
START = 5
"""Seconds that a worker is left alone: Dask gives up those that die while they start."""
PAUSE = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """A study, a folder for trials, what a run left alone gives, and how long that takes in s."""

    file: Path
    folder: Path
    alone: dict[str, str]
    duration: float
    rng: random.Random

    def moment(self, share: float = 1.0) -> float:
        """A moment of chance, in s, in a share of the time that a run takes."""
        return self.rng.uniform(0.2, max(share * self.duration, 0.4))


def start(file: Path, out: Path, *options: str) -> "subprocess.Popen[str]":
    """A batch of its own process group, as a terminal has it."""
    command = [*LEADFIELD, str(file), "--out", str(out), *options]
    return subprocess.Popen(
        command,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def ended(batch: "subprocess.Popen[str]") -> str:
    """What a batch said."""
    return batch.communicate()[0]


def finish(study: Study, out: Path) -> None:
    """Run a batch undisturbed, and raise unless it gives what one left alone does."""
    said = ended(start(study.file, out, "--workers", str(WORKERS)))
    compare(study, out, said)


def compare(study: Study, out: Path, said: str) -> None:
    """Raise unless a folder holds what a run left alone gives."""
    found = digests(out)
    differing = [name for name in study.alone if found.get(name) != study.alone[name]]
    if differing or found.keys() != study.alone.keys():
        more = sorted(found.keys() - study.alone.keys())
        msg = f"not what a run alone gives: {differing[:5]}, more: {more[:5]}\n{said}"
        raise SystemExit(msg)


def digests(out: Path) -> dict[str, str]:
    """Results by their names, each as a hash of its bytes but for when a FIF file was written."""
    paths = (path for path in out.rglob("*") if path.suffix in RESULTS)
    places = {path.relative_to(out): path for path in paths}
    return {
        str(place): hashlib.sha256(_timeless(path)).hexdigest()
        for place, path in places.items()
        if not any(part.startswith(".") for part in place.parts)
    }


def _timeless(path: Path) -> bytes:
    """The bytes of a file, without the identifiers of a FIF file, which hold its time."""
    content = bytearray(path.read_bytes())
    at = 0 if path.suffix == ".fif" else len(content)
    while at < len(content):
        kind, _, size, _ = struct.unpack_from(">iIii", content, at)
        if kind in IDENTIFIERS:
            content[at + 16 : at + 16 + size] = bytes(size)
        at += 16 + size
    return bytes(content)


def in_words(said: str) -> None:
    """Raise if a batch ended in a traceback."""
    if "Traceback" in said:
        msg = f"a batch must end in words, got\n{said}"
        raise SystemExit(msg)


def workers_of(process: int, age: float = 0.0) -> list[psutil.Process]:
    """Processes that do jobs, among the descendants of another, as old as ``age`` in s."""
    try:
        found = psutil.Process(process).children(recursive=True)
    except psutil.NoSuchProcess:
        return []
    born = time.time() - age
    return [one for one in found if _does_jobs(one) and one.create_time() <= born]


def _does_jobs(process: psutil.Process) -> bool:
    try:
        command = " ".join(process.cmdline())
    except psutil.Error:
        return False
    return any(word in command for word in SOME_WORKERS)


def kill_while(study: Study, batch: "subprocess.Popen[str]", parent: int) -> tuple[int, str]:
    """Kill workers at moments of chance until a batch ends: how many, and what it said."""
    kills = 0
    with tempfile.TemporaryFile("w+") as said:
        # Nothing waits for a reader, so that no pipe fills.
        reader = subprocess.Popen(["cat"], stdin=batch.stdout, stdout=said)
        while batch.poll() is None:
            time.sleep(study.moment(0.25))
            if batch.poll() is None and (there := workers_of(parent, START)):
                study.rng.choice(there).kill()
                kills += 1
        reader.wait()
        said.seek(0)
        return kills, said.read()


def kill_processes(study: Study, out: Path) -> str:
    """Worker processes of this machine, killed at moments of chance."""
    batch = start(study.file, out, "--workers", str(WORKERS))
    kills, said = kill_while(study, batch, batch.pid)
    in_words(said)
    finish(study, out)
    return f"{kills} killed"


def kill_dask_workers(study: Study, out: Path) -> str:
    """Workers of a Dask scheduler, killed at moments of chance."""
    with dask_workers(study.folder) as (address, parent):
        batch = start(study.file, out, "--scheduler", address)
        kills, said = kill_while(study, batch, parent)
    in_words(said)
    compare(study, out, said)
    return f"{kills} killed"


@contextmanager
def dask_workers(folder: Path) -> Iterator[tuple[str, int]]:
    """The address of a scheduler with workers, and the process that watches these."""
    file = folder / "scheduler.json"
    file.unlink(missing_ok=True)
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - no file of ours

        def run(program: str, *options: str) -> "subprocess.Popen[bytes]":
            command = [sys.executable, "-m", f"distributed.cli.{program}", *options]
            return subprocess.Popen(command, env=ENVIRONMENT, stdout=nowhere, stderr=nowhere)

        place = ["--host", "127.0.0.1", "--port", "0", "--dashboard-address", "127.0.0.1:0"]
        started = [run("dask_scheduler", *place, "--scheduler-file", str(file))]
        try:
            end = time.monotonic() + PATIENCE
            while not (file.is_file() and file.read_text().endswith("}")):
                if time.monotonic() > end:
                    msg = "no scheduler came up"
                    raise SystemExit(msg)
                time.sleep(PAUSE)
            address = json.loads(file.read_text())["address"]
            few = ["--nworkers", str(WORKERS), "--nthreads", "1", "--local-directory", str(folder)]
            started.append(run("dask_worker", address, *few))
            yield address, started[1].pid
        finally:
            for process in reversed(started):
                process.terminate()
                process.wait()


def kill_batches(study: Study, out: Path) -> str:
    """The batch itself, killed at moments of chance and started again."""
    kills = 0
    for _ in range(8):
        batch = start(study.file, out, "--workers", str(WORKERS))
        time.sleep(study.moment(0.5))
        kills += batch.poll() is None
        batch.kill()
        ended(batch)
    finish(study, out)
    return f"{kills} killed"


def interrupt_batches(study: Study, out: Path) -> str:
    """Ctrl-C at moments of chance: all processes end, in words."""
    longest, stops = 0.0, 0
    for _ in range(8):
        batch = start(study.file, out, "--workers", str(WORKERS))
        time.sleep(1 + study.moment(0.5))
        running = batch.poll() is None
        there = workers_of(batch.pid)
        sent = time.perf_counter()
        with suppress(ProcessLookupError):  # it ended by itself
            os.killpg(batch.pid, signal.SIGINT)
        said = ended(batch)
        longest = max(longest, time.perf_counter() - sent)
        stops += running
        in_words(said)
        if left := [one for one in there if one.is_running()]:
            msg = f"Ctrl-C must end all workers, got {left}"
            raise SystemExit(msg)
    finish(study, out)
    return f"{stops} stopped, within {longest:.1f} s"


def run_two_at_once(study: Study, out: Path) -> str:
    """Two batches in one folder at the same time."""
    both = [start(study.file, out, "--workers", "2") for _ in range(2)]
    for batch in both:
        in_words(ended(batch))
    compare(study, out, "")
    return "both ended"


def fill_disk(study: Study, out: Path) -> str:
    """Disks that are full at some moment, and given more room."""
    places = [path.lstat() for path in (study.folder / "alone").rglob("*")]
    # What has two names is there once.
    whole = sum({one.st_ino: one.st_size for one in places}.values()) >> 20
    sizes = [max(int(share * whole), 1) for share in (0.1, 0.4, 0.8)]
    for size in sizes:
        shutil.rmtree(out, ignore_errors=True)
        said = on_a_disk(
            study,
            out,
            f"mount -t tmpfs -o size={size}m tmpfs {{disk}}",
            f"mount -o remount,size={4 * whole + 64}m {{disk}}",
        )
        if "No space left" not in said:
            msg = f"a full disk must be told, got\n{said}"
            raise SystemExit(msg)
        compare(study, out, said)
    return f"full at {', '.join(map(str, sizes))} MB of {whole}"


def lock_disk(study: Study, out: Path) -> str:
    """A disk that may not be written to, and then may."""
    said = on_a_disk(
        study,
        out,
        "mount -t tmpfs tmpfs {disk} && mount -o remount,ro {disk}",
        "mount -o remount,rw {disk}",
    )
    if "Read-only" not in said:
        msg = f"a read-only disk must be told, got\n{said}"
        raise SystemExit(msg)
    compare(study, out, said)
    return "refused"


def on_a_disk(study: Study, out: Path, before: str, mended: str) -> str:
    """Run a study on a disk that is in some state, and again when it is mended."""
    disk = study.folder / "disk"
    disk.mkdir(exist_ok=True)
    command = shlex.join([*LEADFIELD, str(study.file), "--out", str(disk), "--workers", "2"])
    steps = [
        before.format(disk=disk),
        f"{{ {command}; echo status $?; }}",
        mended.format(disk=disk),
        f"{{ {command} > /dev/null 2>&1; true; }}",
        f"cp -rL {disk} {out}",
    ]
    shell = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", " && ".join(steps)]
    done = subprocess.run(
        shell,
        check=False,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode or "status 0" in done.stdout:
        msg = f"a disk that cannot be written to must end a batch with a status, got\n{done.stdout}"
        raise SystemExit(msg)
    in_words(done.stdout)
    return done.stdout


TRIALS: dict[str, Callable[[Study, Path], str]] = {
    "worker processes killed": kill_processes,
    "Dask workers killed": kill_dask_workers,
    "batch killed": kill_batches,
    "Ctrl-C": interrupt_batches,
    "two batches in one folder": run_two_at_once,
    "disk full": fill_disk,
    "disk read-only": lock_disk,
}


def main() -> None:
    """Run the trials that are asked for, and write what came of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", help=f"trials; all without any: {', '.join(TRIALS)}")
    parser.add_argument("--subjects", type=int, default=12)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--record", action="store_true", help="write docs/reliability.md")
    asked = parser.parse_args()
    file = simulated.study_path(n_subjects=asked.subjects) / "study.toml"
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        began = time.perf_counter()
        said = ended(start(file, folder / "alone", "--workers", str(WORKERS)))
        duration = time.perf_counter() - began
        in_words(said)
        study = Study(
            file=file,
            folder=folder,
            alone=digests(folder / "alone"),
            duration=duration,
            rng=random.Random(asked.seed),
        )
        whole = f"{asked.subjects} subjects, {duration:.0f} s if left alone"
        rows = [
            f"{whole}; {len(study.alone)} results, the same to the bit in each trial.",
            "",
            "| trial | |",
            "|---|---|",
        ]
        for name in asked.names or TRIALS:
            out = folder / name.replace(" ", "-")
            rows.append(f"| {name} | {TRIALS[name](study, out)} |")
            sys.stdout.write(f"{rows[-1]}\n")
            sys.stdout.flush()
            shutil.rmtree(out)
        if asked.record:
            record("batches", rows)


if __name__ == "__main__":
    main()
