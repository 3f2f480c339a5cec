"""How far maps can be trusted, where the truth is known: writes docs/localisation-error.md.

    python scripts/truth [--only TABLE ...]

All tables take 20 minutes of one core, each gives the same numbers every time, and each is
written as soon as it is there: what was interrupted goes on with ``--only`` and the missing ones.
The simulated experiment is made first if need be; nothing else is read. Another table is one
more module with a function ``table`` that makes lines of Markdown, and its place in ``TABLES``.
"""

import argparse
import time

import leadfield
from leadfield.datasets import simulated
from truth import (
    depth,
    detection,
    intervals,
    judge,
    location,
    registration,
    regularisation,
    visible,
)
from truth.experiment import SEED, SOURCES, TRIALS
from truth.kinds import CTF, EEG, MEG, N_AXIAL, OTHER, OTHER_SEED
from truth.page import TARGET, read_sections, write_page

TABLES = {
    "depth": ("What the default regularisation costs", depth.table),
    "lambda2": ("Regularisation by the data", regularisation.table),
    "detect": ("Is there anything?", detection.table),
    "locate": ("A credible set of one source", location.table),
    "registration": ("Errors of head model and registration", registration.table),
    "intervals": ("Intervals of amplitudes", intervals.table),
    "judge": ("Intervals, judged by another package", judge.table),
    "visibility": ("What would be detected", visible.table),
}
START = f"""# How far off sources are found

{SOURCES} single sources at random places of the simulated person's cortex, patches of 8 mm
radius, in noise of {TRIALS} averaged trials. What [the methods](how-far-to-trust-a-map.md) are
given is wrong as in the simulated experiment: a skull that is up to 3 mm off, other
conductivities, a registration that is off by a degree and 2 mm, sources on the white surface
instead of half-way through the grey matter. Noise covariances are shrunk,
operators have `loose=0.2` and `depth=0.8`. The SNR of a response is the root mean square of its
whitened components, each of variance 1 in noise, at its peak. The data:

- {MEG}: the simulated experiment (seed {simulated.build.SEED}) from its files on, without the
  noisy channel and trials with blinks;
- {OTHER}: the same sensors, with other noise (seed {OTHER_SEED});
- {CTF}: a made-up helmet of {N_AXIAL} axial gradiometers with CTF's coils;
- {EEG}: the simulated experiment's cap, alone, with a head model of three shells.

Made by `python scripts/truth` (seed {SEED})."""


def main() -> None:
    """Measure, and write the page after each table."""
    parser = argparse.ArgumentParser(description="Tables of docs/localisation-error.md.")
    parser.add_argument(
        "--only",
        nargs="+",
        choices=TABLES,
        default=list(TABLES),
        metavar="TABLE",
        help=f"of {', '.join(TABLES)}",
    )
    leadfield.set_log_level("error")
    names = parser.parse_args().only
    for name in [one for one in names if one != "judge" or judge.AVAILABLE]:
        began = time.perf_counter()
        title, table = TABLES[name]
        sections = {**read_sections(), title: "\n".join(table())}
        order = [title for title, _ in TABLES.values() if title in sections]
        write_page(START, {title: sections[title] for title in order})
        print(f"{name}: {time.perf_counter() - began:.0f} s, written to {TARGET}", flush=True)


if __name__ == "__main__":
    main()
