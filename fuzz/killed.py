"""Writers that are stopped: what is there afterwards is old or new, whole, or said to be neither.

``scripts/kill_writers`` runs it, and has its options.
"""

import argparse
import hashlib
import os
import random
import sys
import tempfile
import time
import warnings
from collections import Counter
from pathlib import Path

import numpy as np
from reliability import record

import leadfield
from fuzz.corpus import make_corpus
from fuzz.stops import (
    INTERRUPTED,
    KINDS,
    REACHED_END,
    UNCLEAR,
    have_faults,
    killed_by_chance,
    make_faults,
    stopped,
)
from fuzz.writers import Writer, make_writers
from leadfield.base.errors import LeadfieldError

LONGEST = 1.2
"""Latest moment of a kill, in the times that a writer takes."""


def digest(values: object) -> str:
    """What tells versions apart."""
    return hashlib.sha256(np.ascontiguousarray(values).tobytes()).hexdigest()


def state(writer: Writer, folder: Path, versions: dict[str, str]) -> str:
    """``old``, ``new``, ``said`` (to be neither) or ``wrong``."""
    try:
        return versions.get(digest(writer.read(folder)), "wrong")
    except LeadfieldError:
        return "said"
    except Exception as error:  # noqa: BLE001 - a file that breaks its reader is wrong, too
        sys.stderr.write(f"{writer.name}: {type(error).__name__}: {error}\n")
        return "wrong"


def litter(folder: Path) -> list[str]:
    """Hidden files."""
    return sorted(path.name for path in folder.rglob(".*"))


class Trial:
    """A writer in a folder of its own, with an old version there before each stop."""

    def __init__(self, writer: Writer, folder: Path) -> None:
        self.writer, self.folder = writer, folder
        self.counts: Counter[tuple[str, str]] = Counter()
        self.versions = {}
        for k, name in ((2, "new"), (1, "old")):
            start = time.perf_counter()
            writer.save(folder, k)
            self.duration = time.perf_counter() - start
            self.versions[digest(writer.read(folder))] = name
        if len(self.versions) != 2:
            msg = f"the versions of {writer.name!r} must differ, they do not"
            raise SystemExit(msg)

    def replace(self) -> None:
        """Write the new version."""
        self.writer.save(self.folder, 2)

    def look(self, kind: str) -> None:
        """Count what is there, and put the old version back, which must leave nothing else."""
        self.counts[kind, state(self.writer, self.folder, self.versions)] += 1
        self.counts[kind, "litter"] += bool(litter(self.folder))
        self.writer.save(self.folder, 1)
        self.counts[kind, "litter that stays"] += bool(litter(self.folder))
        if state(self.writer, self.folder, self.versions) != "old":
            self.counts[kind, "wrong"] += 1

    def stop_at_each_call(self, kind: str) -> None:
        """Stop it at every call in turn."""
        number, outcome = 0, None
        while (outcome := stopped(self.replace, number, kind)) != REACHED_END:
            odd = outcome == UNCLEAR or (outcome == INTERRUPTED and kind != "interrupt")
            self.counts[kind, "unclear"] += odd
            self.look(kind)
            number += 1
        self.writer.save(self.folder, 1)
        self.counts[kind, "stops"] = number


def try_writer(writer: Writer, kills: int, rng: random.Random) -> Trial:
    """Stop a writer in every way."""
    with tempfile.TemporaryDirectory(prefix="killed-") as place:
        trial = Trial(writer, Path(place))
        for kind in KINDS:
            trial.stop_at_each_call(kind)
        for _ in range(kills):
            killed_by_chance(trial.replace, LONGEST * trial.duration, rng)
            trial.look("chance")
        return trial


def found(trial: Trial, kind: str) -> str:
    """How many old and new versions there were, and what else."""
    names = ("old", "new", "said", "wrong", "unclear", "litter that stays")
    counts = {name: trial.counts[kind, name] for name in names}
    other = [f"{n} {name}" for name, n in counts.items() if n and name not in {"old", "new"}]
    return ", ".join([f"{counts['old']} / {counts['new']}", *other])


def table(trials: list[Trial], kills: int) -> list[str]:
    """The figures as lines of Markdown."""
    titles = ["kill", "Ctrl-C", "error", "full disk", f"{kills} kills by chance"]
    lines = [f"| writer | calls | {' | '.join(titles)} |", f"|{'---|' * (len(titles) + 2)}"]
    for trial in trials:
        cells = [found(trial, kind) for kind in (*KINDS, "chance")]
        lines.append(
            f"| {trial.writer.name} | {trial.counts['kill', 'stops']} | {' | '.join(cells)} |"
        )
    return [
        "Each writer replaces a file, and is stopped at each call that changes a file: by a kill,",
        "by Ctrl-C, by one error, by a disk that is full from there on; and killed at moments of",
        "chance. The cells say how often the old version and the new one were there, whole;",
        "anything else would be said. Made by `scripts/kill_writers`.",
        "",
        *lines,
    ]


def faultless(trial: Trial) -> bool:
    """Whether nothing was wrong, and everything that was said was clear."""
    bad = {"wrong", "unclear", "litter that stays"}
    return not any(n for (_, name), n in trial.counts.items() if name in bad)


def main() -> None:
    """Stop all writers, and end with 1 if something was wrong."""
    parser = argparse.ArgumentParser(prog="scripts/kill_writers", description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="by chance, of each writer")
    parser.add_argument("--only", nargs="*", metavar="NAME", help="these writers")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--record", action="store_true", help="write docs/reliability.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="faults-") as place:
        if not have_faults():
            os.environ |= make_faults(Path(place))
            os.execv(sys.executable, [sys.executable, "-m", "fuzz.killed", *sys.argv[1:]])
        leadfield.set_log_level("error")
        warnings.simplefilter("ignore")
        writers = make_writers(make_corpus(Path(place)))
        names = [one.name for one in writers]
        if set(options.only or ()) - set(names):
            parser.error(f"--only must be of {', '.join(names)}")
        trials = []
        for writer in writers:
            if not options.only or writer.name in options.only:
                trial = try_writer(writer, options.kills, random.Random(options.seed))
                sys.stdout.write(f"{table([trial], options.kills)[-1]}\n")
                sys.stdout.flush()
                trials.append(trial)
    if options.record:
        record("killed writers", table(trials, options.kills))
    sys.exit(not all(map(faultless, trials)))


if __name__ == "__main__":
    main()
