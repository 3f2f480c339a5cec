"""Fuzzing from the shell: ``scripts/fuzz --help``."""

import argparse
import json
import sys
import tempfile
import textwrap
import time
from collections.abc import Iterable
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

from reliability import record, recorded_rows

import leadfield
from fuzz.campaign import Tally, run_cases
from fuzz.corpus import make_corpus
from fuzz.kept import keep
from fuzz.readers import READERS
from fuzz.trial import MEMORY_OF_FILE, MORE_MEMORY, MOST_SECONDS, Case, Outcome, Sort


def main() -> int:
    """Damage files of the readers that are asked for; 1 if a promise was broken."""
    options = _arguments()
    started = time.monotonic()
    tallies: dict[str, Tally] = {}
    for name, outcomes in groupby(run_cases(_cases(options), used=options.used), _reader_of):
        tallies[name] = _counted(outcomes)
        print(_line(name, tallies[name]), flush=True)
        for what, (case, outcome) in tallies[name].faults.items():
            print(f"    {case.sort} {case.seed}: {what}\n        {outcome.problem}", flush=True)
    if options.keep:
        _keep_faults(tallies.values())
    minutes = (time.monotonic() - started) / 60
    if options.json:
        options.json.write_text(json.dumps(_summary(tallies, minutes), indent=2) + "\n", "utf-8")
    if options.record:
        record("fuzzing", _page(tallies, options))
    return int(any(tally.broken for tally in tallies.values()))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/fuzz", description="Damage files and read them.")
    parser.add_argument("--reader", action="append", choices=list(READERS), help="default: all")
    parser.add_argument("--count", type=int, default=500, help="damaged files a reader")
    parser.add_argument("--cuts", type=int, default=50, help="cut files a reader")
    parser.add_argument("--seed", type=int, default=0, help="of the first file")
    parser.add_argument("--used", type=int, default=10, help="one of so many that are read is used")
    parser.add_argument("--json", type=Path, help="file for the summary")
    parser.add_argument("--keep", action="store_true", help="put files that break into fuzz/broken")
    parser.add_argument(
        "--record",
        action="store_true",
        help="put figures in docs/reliability.md; those of other readers, tried as often, stay",
    )
    return parser.parse_args()


def _cases(options: argparse.Namespace) -> list[Case]:
    counts: dict[Sort, int] = {"damaged": options.count, "cut": options.cuts}
    return [
        Case(reader=name, sort=sort, seed=options.seed + i)
        for name in options.reader or READERS
        for sort, count in counts.items()
        for i in range(count)
    ]


def _reader_of(pair: tuple[Case, Outcome]) -> str:
    return pair[0].reader


def _counted(outcomes: Iterable[tuple[Case, Outcome]]) -> Tally:
    tally = Tally()
    for case, outcome in outcomes:
        tally.add(case, outcome)
    return tally


def _keep_faults(tallies: Iterable[Tally]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        leadfield.set_log_level("error")
        corpus = make_corpus(Path(folder)).folder
        for tally in tallies:
            for case, _ in tally.faults.values():
                print(f"kept: {keep(case, corpus)}")


def _line(name: str, tally: Tally) -> str:
    return (
        f"{name}: {tally.read} read, {tally.refused} refused, {tally.broken} broken, "
        f"at most {tally.slowest:.2f} s"
    )


def _summary(tallies: dict[str, Tally], minutes: float) -> dict[str, object]:
    return {
        "minutes": round(minutes, 1),
        "readers": {
            name: {
                "read": tally.read,
                "refused": tally.refused,
                "broken": tally.broken,
                "slowest": round(tally.slowest, 3),
                "faults": {
                    what: {"sort": case.sort, "seed": case.seed, "problem": outcome.problem}
                    for what, (case, outcome) in tally.faults.items()
                },
            }
            for name, tally in tallies.items()
        },
    }


def _page(tallies: dict[str, Tally], options: argparse.Namespace) -> list[str]:
    rows = recorded_rows("fuzzing") | {
        name: [name, f"{one.read:,}", f"{one.refused:,}", f"{one.broken}", f"{one.slowest:.2f} s"]
        for name, one in tallies.items()
    }
    total = (options.count + options.cuts) * len(rows)
    method = (
        f"Written by `scripts/fuzz --record`, leadfield {version('leadfield')}: {total:,} files, "
        f"{options.count:,} damaged and {options.cuts:,} cut short a reader, from seed "
        f"{options.seed} on. Each had {MOST_SECONDS:g} s of a processor, and {MEMORY_OF_FILE} "
        f"times its bytes and {MORE_MEMORY // 10**6} MB of memory; one of {options.used} that "
        "were read was used for a covariance, an inverse, a map or whatever it is for. *Broken* "
        "counts those that ended in any other way than the promised ones."
    )
    return [
        *textwrap.wrap(method, 120, break_on_hyphens=False),
        "",
        "| reader | read | refused | broken | slowest |",
        "| --- | ---: | ---: | ---: | ---: |",
        *(f"| {' | '.join(rows[name])} |" for name in READERS if name in rows),
    ]


if __name__ == "__main__":
    sys.exit(main())
