"""Resolution metrics of fixed orientations: python resolution.py PACKAGE FOLDER.

PACKAGE is ``mne`` or ``leadfield``, FOLDER what problems.py filled. Five metrics of point-spread
and of cross-talk functions: MNE-Python makes the matrix and measures it. Prints one line of JSON:
seconds of each size, and megabytes that it took beyond what the process had before.
"""

import sys
from importlib import import_module
from pathlib import Path

from laps import Laps, forget_peak, memory
from problems import MEG, OCT_6

PACKAGE, FOLDER = sys.argv[1], Path(sys.argv[2])
mne = import_module(PACKAGE)
minimum_norm = import_module(f"{PACKAGE}.minimum_norm")
mne.set_log_level("error")
METRICS = ("peak_err", "cog_err", "sd_ext", "peak_amp", "sum_amp")
FUNCTIONS = ("psf", "ctf")


def problem(sources):
    """Forward model of fixed orientations and an inverse operator of it."""
    name = FOLDER / f"{sources}-{MEG}"
    fwd = mne.read_forward_solution(f"{name}-fwd.fif")
    cov = mne.read_cov(f"{name}-cov.fif")
    info = mne.create_info(list(cov["names"]), 1000.0, "mag")
    options = {"loose": 0.0, "depth": None, "rank": "full"}
    inv = minimum_norm.make_inverse_operator(info, fwd, cov, **options)
    fixed = mne.convert_forward_solution(fwd, surf_ori=True, force_fixed=True)
    return fixed, inv


def measured(fwd, inv):
    """Every metric of every function."""
    if PACKAGE == "leadfield":
        maps = minimum_norm.resolution(inv, fwd, "dSPM", 1 / 9, "both", METRICS)
        return {(f, m): maps[f][m].data for f in FUNCTIONS for m in METRICS}
    matrix = minimum_norm.make_inverse_resolution_matrix(fwd, inv, "dSPM", 1 / 9)
    return {
        (f, m): minimum_norm.resolution_metrics(matrix, inv["src"], f, m).data
        for f in FUNCTIONS
        for m in METRICS
    }


laps, needed = Laps(), {}
fwd, inv = problem(OCT_6)
step = f"five metrics of both functions, {OCT_6} sources"
forget_peak()
before = memory("VmRSS")
laps.start()
found = measured(fwd, inv)
laps.done(step)
needed[step] = (memory("VmHWM") - before, sum(x.nbytes for x in found.values()) / 2**20)
laps.tell(needed=needed)
