"""The page of measurements: tables in Markdown."""

import math
import os
import platform
import statistics
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import threadpoolctl

Pairs = list[dict[str, dict[str, Any]]]
PACKAGES = ("mne", "leadfield")
# What the project promised, by step: how many times as fast as MNE-Python at least.
PROMISED = {
    "import": 3,
    "compute_covariance": 40,
    "average": 1.5,
    "read_forward_solution": 1.5,
    "make_inverse_operator": 6,
    "apply_inverse, MNE": 3,
    "apply_inverse, dSPM": 3,
    "apply_inverse, sLORETA": 3,
    "apply_inverse, eLORETA": 8,
    "apply_inverse, residual": 3,
    "apply_inverse, vector": 3,
    "compute_source_morph": 30,
    "all of it": 20,
}
# The same of head models and what comes before them.
PROMISED_HEADS = {
    "setup_source_space, oct-6, patches": 6,
    "make_bem_solution, three shells of 642 vertices": 12,
    "make_bem_solution, one shell of 642 vertices": 10,
    "make_forward_solution, MEG, one shell of 2562 vertices": 12,
    "make_forward_solution, a sphere, MEG and EEG": 8,
}
LESS_MEMORY = 2
PROMISED_STUDY = {"all of it": 20}
PEOPLE = 12  # of a study, one of whom has no whole recording
SIGNS = 256  # rows of them that cluster tests draw
LOW = 0.3  # share of the floor below which a step has to explain itself
GROWING = ("sources", "channels", "times", "epochs")
PAIRED = ("", "MNE-Python", "leadfield", "ratio", "spread", "processor")
NOTES = Path(__file__).with_name("notes.md")
TEXT = """\
# Performance

Written by `scripts/bench`; do not edit. Both packages ran in turn, each time in a new process,
{rounds} rounds after one that warmed the file cache, on `{data}`. Ratios are MNE-Python's over
leadfield's, pair by pair: the median, and how far they spread; *processor* is the same of
processor time.

{machine}

## The tutorial's path

{tutorial}
## A busy machine

leadfield alone, and beside {others} other processes that compute without end, each the median of
five runs: nothing waits for threads of linear algebra
([decision 19](decisions/0019-threads-of-our-own.md)). On two cores, fair shares alone make 2.5
times of one thread's time, and 3 of two threads'.

{busy}
## Head models

First calls in a new process, on the data set's cortex and sensors; heads are spheres, whose
boundary elements cost what any others do.

{head_models}
How leadfield's lead fields, of the MEG sensors, and solutions grow: the power of a size that time
grows with from the one before, and the memory that a call needs beyond what the process had before,
its answer included.

{head_growth}
## Much of the same

Seconds a piece, where there are several. The last rows are the memory that a call took beyond
what the process had before, its answer of {answer:.0f} MB included.

{throughput}
## Differences

Largest difference over MNE-Python's largest value, with one noise covariance for both:

{differences}
With the tutorial's covariance, which MNE-Python itself repeats to two digits only
([decision 4](decisions/0004-shrink-what-projections-left-as-one.md)):

{shrunk}
## The distance to the machine

Products reach {double:.0f} GFlop/s in double and {single:.0f} in single precision; copies, counted
as read and written, {moved:.0f} GB/s to memory that the process knows and {fresh:.0f} GB/s to new
memory. A step's floor is what its operations or its bytes would take at these rates, whichever is
longer. Times are the shortest, rates the greatest of several. There are {n} columns of the lead
field, {k} components, {c} channels, {t} times. Steps below {low:.0f} % say what they lose their
time with.

{floor}
## Resolution

Five metrics of all point-spread and of all cross-talk functions, on made-up problems with fixed
orientations. MNE-Python makes the resolution matrix; memory is what either took beyond what the
process had before.

{resolution}
## Power and spectra

Of 8196 sources of loose orientations and 306 sensors, made up: five frequencies in epochs of 0.7 s,
and windows of 2048 samples of a recording at 600 Hz. MNE-Python has no spectra of several labels:
all sources are computed, and averaged. Memory is what either took beyond what the process had
before.

{spectra}
## Labels

On the cortex of the simulated experiment, and from there to another. MNE-Python writes a map
between two cortices when it first needs one, and reads it from then on.

{labels}
## Tests over subjects

Of 20 subjects, 200 times and 20484 sources, made up and smooth, with {signs} rows of signs for
clusters, 1024 for max-T, which gets two of the times, since MNE-Python holds a value for each test
and row of signs.
Memory is what either took beyond what the process had before, with the data.

{subjects}
## A whole study

The simulated study of {people} people, one of whose recordings is broken, from the BIDS data set to
maps and a table of the group, as `leadfield batch` does it beside the same steps with MNE-Python in
a loop. The page of the group, which has no counterpart, is in leadfield's time. Processor time
includes that of workers.

{study}
Contrasts of the group, with noise that each package shrank for itself:

{contrast}
## Other arrays

{arrays}
## Growth

The parts by problem size, on made-up problems with free orientations (oct-4 has 516 sources, oct-6
8196, ico-5 20484), the shortest of a few runs. *Memory* is what leadfield needs for a call over its
answer's size. *float32* is leadfield with `dtype=numpy.float32` beside MNE-Python, which has double
precision only. Between the two largest sizes, other things equal, leadfield's time grows with a
power of

{powers}
Decomposing and fitting are expected to grow with the square of the channels, all else less.

{growth}
{notes}"""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose first column is text, the others numbers."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def span(ratios: Sequence[float]) -> tuple[str, str]:
    """Median of ratios, and their least and greatest."""
    digits = 0 if statistics.median(ratios) >= 20 else 1
    middle = f"{statistics.median(ratios):.{digits}f}"
    return middle, f"{min(ratios):.{digits}f} to {max(ratios):.{digits}f}"


def amount(seconds: float) -> str:
    """Seconds or milliseconds, with three digits that count."""
    return f"{seconds:.3g} s" if seconds >= 1 else f"{1e3 * seconds:.3g} ms"


def side_by_side(pairs: Pairs, promised: dict[str, float]) -> list[list[str]]:
    """Both packages' medians, ratios of wall and of processor time, and what was promised."""
    rows = []
    for step in pairs[0]["leadfield"]["seconds"]:
        walls, processors = (
            [[pair[p]["seconds"][step][kind] for pair in pairs] for p in PACKAGES]
            for kind in (0, 1)
        )
        ratios = [a / max(b, 1e-9) for a, b in zip(*walls, strict=True)]
        spent = [a / max(b, 1e-9) for a, b in zip(*processors, strict=True)]
        least = promised.get(step)
        row = [step, *(amount(statistics.median(wall)) for wall in walls), *span(ratios)]
        rows.append([*row, span(spent)[0], *([f"{least:g}" if least else ""] if promised else [])])
    return rows


def memory_row(name: str, found: Sequence[Sequence[float]]) -> list[str]:
    """Both packages' megabytes and their ratios."""
    ratios = [a / b for a, b in zip(*found, strict=True)]
    return [name, *(f"{statistics.median(one):.0f} MB" for one in found), *span(ratios), ""]


def tutorial(pairs: Pairs) -> str:
    """The tutorial's steps and peak memory."""
    peaks = [[pair[p]["peak"] for pair in pairs] for p in PACKAGES]
    rows = [*side_by_side(pairs, PROMISED), [*memory_row("peak memory", peaks), f"{LESS_MEMORY}"]]
    return table([*PAIRED, "promised"], rows)


def head_models(pairs: Pairs) -> str:
    """From anatomy to lead fields."""
    return table([*PAIRED, "promised"], side_by_side(pairs, PROMISED_HEADS))


def head_growth(rows: Sequence[tuple[str, int, float, float]]) -> str:
    """How head models grow."""
    lines, before = [], ("", 1, 1.0)
    for step, size, seconds, megabytes in rows:
        same, less, faster = before
        power = math.log(seconds / faster) / math.log(size / less) if step == same else None
        told = "" if power is None else f"{power:.1f}"
        lines.append([step, str(size), amount(seconds), told, f"{megabytes:.0f} MB"])
        before = step, size, seconds
    return table(["", "size", "leadfield", "power", "memory"], lines)


def busy(found: dict[str, Any]) -> str:
    """The tutorial's path beside other processes."""
    rows = [
        [step, amount(alone), amount(found["beside"][step]), f"{found['beside'][step] / alone:.1f}"]
        for step, alone in found["alone"].items()
    ]
    return table(["", "alone", f"beside {found['others']}", "times"], rows)


def throughput(pairs: Pairs) -> str:
    """Steps beside each other, and the memory that they need where it was measured."""
    rows = side_by_side(pairs, {})
    for step in pairs[0]["leadfield"].get("needed", {}):
        needed = [[pair[p]["needed"][step][0] for pair in pairs] for p in PACKAGES]
        rows.append(memory_row(f"memory of {step}", needed))
    return table(PAIRED, rows)


def floors(found: dict[str, Any]) -> str:
    """Each hot step's share of what the machine could do."""
    rates, rows = found["rates"], []
    for one in found["steps"]:
        work = sum(one[kind] / rates[kind] for kind in ("double", "single"))
        least = max(work, sum(one[kind] / rates[kind] for kind in ("moved", "fresh")))
        share = least / one["seconds"]
        flops, size = one["double"] + one["single"], one["moved"] + one["fresh"]
        numbers = [f"{flops / 1e9:.3g}", f"{size / 1e6:.3g}", amount(least)]
        why = one["lost"] or "?" if share < LOW else ""
        rows.append([one["name"], *numbers, amount(one["seconds"]), f"{100 * share:.0f} %", why])
    return table(["", "GFlop", "MB", "floor", "took", "of the floor", "lost with"], rows)


def arrays(found: dict[str, Any]) -> str:
    """PyTorch in single beside NumPy in double precision."""
    if not found:
        return "PyTorch was not installed.\n"
    rows = [
        [name, amount(slow), amount(fast), span([slow / fast])[0], f"{error:.1e}"]
        for name, slow, fast, error in found["rows"]
    ]
    return (
        f"`make_array_inverse` with PyTorch {found['version']} in single precision on "
        f"{found['device']},\nbeside NumPy in double precision on the processor; the error is a "
        "share of the peak.\n\n"
    ) + table(["dSPM", "NumPy", "PyTorch", "ratio", "error"], rows)


def part_of(one: dict[str, Any]) -> str:
    """Name of a benchmark without its sizes."""
    name = one["name"].split("[")[0].removeprefix("test_")
    return f"{name} {one['extra_info'].get('method', '')}".strip()


def growth(found: dict[str, list[dict[str, Any]]]) -> str:
    """Shortest time of each part by size, of both packages."""
    rows = []
    for theirs, ours in zip(found["mne"], found["leadfield"], strict=True):
        sizes = ours["extra_info"]
        slow, fast = theirs["stats"]["min"], ours["stats"]["min"]
        memory = f"{sizes['memory']:.2f}" if "memory" in sizes else ""
        counts = [str(sizes.get(k, "")) for k in GROWING]
        ratio, _ = span([slow / fast])
        rows.append([part_of(ours), *counts, amount(slow), amount(fast), ratio, memory])
    rows.sort(key=lambda row: (row[0], *(int(x or 0) for x in row[1:5])))
    return table(["part", *GROWING, "MNE-Python", "leadfield", "ratio", "memory"], rows)


def powers(benchmarks: Sequence[dict[str, Any]]) -> str:
    """With what power of each size a part's time grows, between the two largest."""
    rows = []
    for part in dict.fromkeys(map(part_of, benchmarks)):
        ours = [one for one in benchmarks if part_of(one) == part]
        found = [_power(ours, size) for size in GROWING]
        rows.append([part, *("" if power is None else f"{power:.1f}" for power in found)])
    return table(["part", *GROWING], rows)


def _power(benchmarks: Sequence[dict[str, Any]], size: str) -> float | None:
    """That of one size, in the largest problems that differ in it alone."""

    def sizes(one: dict[str, Any], kinds: Iterable[str]) -> list[int]:
        return [one["extra_info"].get(kind, 0) for kind in kinds]

    others = [kind for kind in GROWING if kind != size]
    largest = max(benchmarks, key=lambda one: sizes(one, [size, *others]))
    alike = [one for one in benchmarks if sizes(one, others) == sizes(largest, others)]
    alike = sorted(alike, key=lambda one: sizes(one, [size]))[-2:]
    if len(alike) < 2 or size not in largest["extra_info"]:
        return None
    (less, before), (more, after) = (
        (one["extra_info"][size], one["stats"]["min"]) for one in alike
    )
    return math.log(after / before) / math.log(more / less)


def machine() -> str:
    """Where the numbers come from."""
    pools = threadpoolctl.threadpool_info()
    threads = sorted({pool["num_threads"] for pool in pools if pool["user_api"] == "blas"})
    packages = ", ".join(f"{name} {version(name)}" for name in ("mne", "numpy", "scipy"))
    load = ", ".join(f"{x:.1f}" for x in os.getloadavg())
    return (
        f"{_processor()}, {os.cpu_count()} cores, {' or '.join(map(str, threads))} BLAS threads;\n"
        f"{platform.system()}, Python {platform.python_version()}, {packages}, leadfield "
        f"{version('leadfield')}.\nLoad at the end (1, 5, 15 minutes): {load}."
    )


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    names = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def tables_of(found: dict[str, Any]) -> dict[str, str]:
    """The tables of the parts that were measured, by their place on the page."""
    tables = {
        part: throughput(found[part])
        for part in ("throughput", "resolution", "spectra", "labels", "subjects")
        if part in found
    }
    if "tutorial" in found:
        one = found["tutorial"]
        tables["tutorial"] = tutorial(one["pairs"])
        for place, key in (("differences", "same noise"), ("shrunk", "own noise")):
            rows = ([name, f"{value:.1e}"] for name, value in one[key].items())
            tables[place] = table(["result", "difference"], rows)
    if "head_models" in found:
        tables["head_models"] = head_models(found["head_models"]["pairs"])
        tables["head_growth"] = head_growth(found["head_models"]["growth"])
    if "study" in found:
        pairs, apart = found["study"]["pairs"], found["study"]["contrast"]
        tables["study"] = table([*PAIRED, "promised"], side_by_side(pairs, PROMISED_STUDY))
        tables["contrast"] = table(["result", "difference"], [["contrast", f"{apart:.1e}"]])
    if "growth" in found:
        tables["powers"] = powers(found["growth"]["leadfield"])
        tables["growth"] = growth(found["growth"])
    others = {"busy": busy, "arrays": arrays, "floor": floors}
    return tables | {part: make(found[part]) for part, make in others.items() if part in found}


def page(found: dict[str, Any], data: str, rounds: int) -> str:
    """The whole page."""
    n, k, c, t = found["floor"]["sizes"]
    needed = found["throughput"][0]["leadfield"]["needed"]
    return TEXT.format(
        **tables_of(found),
        rounds=rounds,
        data=data,
        machine=machine(),
        answer=next(answer for _, answer in needed.values()),
        **{kind: rate / 1e9 for kind, rate in found["floor"]["rates"].items()},
        n=n,
        k=k,
        c=c,
        t=t,
        low=100 * LOW,
        others=found["busy"]["others"],
        signs=SIGNS,
        people=PEOPLE,
        notes=NOTES.read_text(encoding="utf-8"),
    )
