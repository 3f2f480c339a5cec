"""How head models and lead fields grow, of leadfield: python head_growth.py DATA.

Prints one line of JSON: for each size the seconds and the megabytes beyond what the process had
before, the answer included.
"""

import json
import sys
import time

import numpy as np
from first_steps import recordings
from laps import forget_peak, memory
from problems import SPACINGS, half_sphere
from shells import spheres

import leadfield
from leadfield.api.recording.info import as_info
from leadfield.forward.bem import BemModel, solve_bem
from leadfield.forward.equivalent_dipoles import make_sphere_with_shells
from leadfield.forward.sensor_array import make_sensor_array
from leadfield.forward.shell_potentials import InvertedPotentials

CENTRE, DEPTH, SKULL = np.array([0, 0, 0.04]), 0.07, 0.08  # m
SHELLS = {"relative_radii": (0.9, 0.92, 0.97, 1), "conductivities": (0.33, 1, 0.004, 0.33)}
VERTICES = {"162": 2, "642": 3, "2562": 4}  # grades of an icosahedron


def measured(function):
    """Seconds and megabytes of a call."""
    forget_peak()
    before, begun = memory("VmRSS"), time.perf_counter()
    function()
    return time.perf_counter() - begun, memory("VmHWM") - before


def unsolved(grade):
    """Three shells with some numbers for a solution: multiplying by them costs the same."""
    shells = tuple(spheres(grade, CENTRE, SKULL))
    n = sum(len(shell.vertices) for shell in shells)
    potentials = InvertedPotentials(matrix=np.ones((n, n), np.float32))
    return BemModel(shells=shells, potentials=potentials)


def main():
    """Measure by sources and by vertices."""
    leadfield.set_log_level("error")
    raw = leadfield.io.read_raw_fif(recordings(sys.argv[1]) / "sample_audvis_filt-0-40_raw.fif")
    coils = make_sensor_array(as_info(raw.info), meg=True, eeg=False, use_references=False).meg
    places = {n: CENTRE + DEPTH * half_sphere(n) for n in SPACINGS.values()}
    most = places[max(places)]
    ball = make_sphere_with_shells(CENTRE, SKULL, **SHELLS)
    three = {name: unsolved(grade) for name, grade in VERTICES.items()}
    rows = []

    def add(step, size, function):
        measured(function)
        rows.append([step, size, *measured(function)])

    for n, sources in places.items():
        add("lead field, sphere: sources", n, lambda s=sources: ball.magnetic(coils, s))
    for n, sources in places.items():
        add(
            "lead field, three shells of 642 vertices: sources",
            n,
            lambda s=sources: three["642"].magnetic(coils, s),
        )
    for name, model in three.items():
        size = 3 * int(name)
        add("lead field of 20484 sources: vertices", size, lambda m=model: m.magnetic(coils, most))
    for name in ("162", "642"):
        shells = spheres(VERTICES[name], CENTRE, SKULL)
        add("make_bem_solution: vertices", 3 * int(name), lambda s=shells: solve_bem(s))
    print(json.dumps({"rows": rows}))


main()
