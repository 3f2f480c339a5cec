"""Every benchmark beside MNE-Python in one run; writes docs/performance.md.

    python benchmarks/run.py [DATA] [--rounds 3] [--only PART ...] [--kept FILE] [--out PAGE]

DATA is a folder laid out as the MNE sample data; without one the simulated experiment is
used. The two packages run in turn, A B A B, each time in a new process; a ratio is that of
one pair, and what is told is the median of the ratios and how far they spread. With ``--only``
some parts alone are measured, and their tables printed. With ``--kept`` each part is kept in a
file as soon as it is measured, and not measured again: what was interrupted goes on.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from report import PACKAGES, PEOPLE, SIGNS, Pairs, page, tables_of

HERE = Path(__file__).resolve().parent


def environment(**more: str) -> dict[str, str]:
    """That of this process; compiled modules are kept, as where a package is installed."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **more}


def ran(script: str, *arguments: object) -> dict[str, Any]:
    """What a script of this folder printed last, as JSON."""
    command = [sys.executable, str(HERE / script), *map(str, arguments)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment())
    return dict(json.loads(done.stdout.strip().splitlines()[-1]))


def in_turn(script: str, rounds: int, data: Path, *arguments: object, warm: bool = False) -> Pairs:
    """Results of both packages, round by round; one more ``warm`` round fills the file cache.

    ``{package}`` in an argument becomes the package's name.
    """
    pairs: Pairs = []
    for number in range(0 if warm else 1, rounds + 1):
        pair = {}
        for package in PACKAGES:
            # MNE-Python would find the morph it made before.
            for old in data.glob("subjects/morph-maps/*"):
                old.unlink()
            print(f"{script}, round {number} of {rounds}: {package}", flush=True)
            more = [str(a).replace("{package}", package) for a in arguments]
            pair[package] = ran(script, package, data, *more)
        if number:
            pairs.append(pair)
    return pairs


def differences(folder: Path) -> dict[str, float]:
    """Largest difference of each result over MNE-Python's largest value."""
    theirs, ours = (np.load(folder / f"{package}.npz") for package in PACKAGES)
    return {
        name: float(abs(ours[name] - theirs[name]).max() / abs(theirs[name]).max())
        for name in theirs
    }


def growth(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """What pytest-benchmark measured of the parts, by problem size, of both packages."""
    options = ["-q", "-o", "addopts=", "--import-mode=prepend", "-p", "no:randomly"]
    options += ["-p", "no:xdist", "-p", "no:cacheprovider", "--benchmark-quiet"]
    found = {}
    for package in PACKAGES:
        print(f"test_growth.py: {package}", flush=True)
        out = folder / f"{package}.json"
        command = [sys.executable, "-m", "pytest", *options, f"--benchmark-json={out}"]
        named = environment(PACKAGE=package, PROBLEMS=str(folder))
        subprocess.run([*command, str(HERE / "test_growth.py")], check=True, env=named)
        found[package] = list(json.loads(out.read_text())["benchmarks"])
    return found


def tutorial(data: Path, folder: Path, rounds: int) -> dict[str, Any]:
    """The tutorial's path, and how far results are apart."""
    results = folder / "{package}.npz"
    found: dict[str, Any] = {"pairs": in_turn("tutorial.py", rounds, data, results, warm=True)}
    found["own noise"] = differences(folder)
    in_turn("same_noise.py", 1, data, results, folder / "noise-cov.fif")
    return {**found, "same noise": differences(folder)}


def throughput(data: Path, folder: Path, rounds: int) -> Pairs:
    """What a lab does many times."""
    recording = folder / "ten_minutes_raw.fif"
    ran("recording.py", data, recording)
    found = in_turn("throughput.py", rounds, data, recording)
    recording.unlink()
    return found


def head_models(data: Path, folder: Path, rounds: int) -> dict[str, Any]:
    """From anatomy to lead fields, and how they grow."""
    ran("shells.py", data, folder)
    pairs = in_turn("head_models.py", rounds, data, folder)
    return {"pairs": pairs, "growth": ran("head_growth.py", data)["rows"]}


def study(_: Path, folder: Path, __: int) -> dict[str, Any]:
    """A whole study, and how far the contrasts are apart."""
    pairs = in_turn("study.py", 1, folder, folder / "{package}.npz", PEOPLE)
    return {"pairs": pairs, **differences(folder)}


def once(script: str, *arguments: object) -> Callable[[Path, Path, int], Pairs]:
    """One round of both packages on made-up problems."""

    def measure(_: Path, folder: Path, __: int) -> Pairs:
        return in_turn(script, 1, folder, *arguments)

    return measure


def alone(script: str) -> Callable[[Path, Path, int], dict[str, Any]]:
    """A script about leadfield alone."""

    def measure(data: Path, _: Path, __: int) -> dict[str, Any]:
        return ran(script, data)

    return measure


def labels(_: Path, folder: Path, rounds: int) -> Pairs:
    """Labels of the simulated experiment, which has a parcellation; MNE-Python writes into it."""
    from leadfield.datasets import simulated

    data = shutil.copytree(simulated.data_path(), folder / "simulated")
    return in_turn("labels.py", rounds, data)


ON_PROBLEMS = {"growth", "resolution", "spectra"}  # read what problems.py writes
PARTS: dict[str, Callable[[Path, Path, int], Any]] = {
    "tutorial": tutorial,
    "busy": alone("busy.py"),
    "throughput": throughput,
    "head_models": head_models,
    "floor": alone("floor.py"),
    "arrays": alone("arrays.py"),
    "growth": lambda _, folder, __: growth(folder),
    "resolution": once("resolution.py"),
    "spectra": once("spectra.py"),
    "labels": labels,
    "subjects": once("subjects.py", SIGNS),
    "study": study,
}


def main() -> None:
    """Run everything and write the page, or some and print its tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", nargs="?", type=Path, help="folder laid out as the sample data")
    parser.add_argument("--rounds", type=int, default=3, help="pairs of runs (3)")
    parser.add_argument("--out", type=Path, default=HERE.parent / "docs" / "performance.md")
    parser.add_argument("--only", nargs="+", choices=PARTS, help="print the tables of these")
    parser.add_argument("--kept", type=Path, help="file of what was measured; more is added")
    asked = parser.parse_args()
    data = asked.data
    if data is None:
        from leadfield.datasets import simulated

        data = Path(simulated.data_path())
    chosen = [part for part in PARTS if asked.only is None or part in asked.only]
    found: dict[str, Any] = {}
    if asked.kept is not None and asked.kept.exists():
        found = json.loads(asked.kept.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        left = [part for part in chosen if part not in found]
        if ON_PROBLEMS & set(left):
            ran("problems.py", folder)
        for part in left:
            found[part] = PARTS[part](data, folder, asked.rounds)
            if asked.kept is not None:
                asked.kept.write_text(json.dumps(found), encoding="utf-8")
    found = {part: found[part] for part in chosen}
    if asked.only:
        print("\n".join(tables_of(found).values()))
        return
    asked.out.write_text(page(found, data.resolve().name, asked.rounds), encoding="utf-8")
    print(f"wrote {asked.out}")


main()
