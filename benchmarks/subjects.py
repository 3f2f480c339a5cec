"""Tests over subjects: python subjects.py PACKAGE FOLDER [SIGNS].

PACKAGE is ``mne`` or ``leadfield``; FOLDER is not read. Twenty subjects, 200 times, the 20484
sources of "ico5", smooth over space and time. Clusters get 1024 rows of signs, or SIGNS of them.
Max-T of MNE-Python holds a value for each test and row of signs, so that it gets 1024 rows, but two
of the times. Prints
one line of JSON: seconds of each step, and megabytes that it took beyond what the process had
before.
"""

import sys
from importlib import import_module

import numpy as np
import scipy.ndimage
import scipy.sparse
from laps import Laps, forget_peak, memory

from leadfield import spatial_tris_adjacency
from leadfield.numerics.mesh_sphere import icosahedron

PACKAGE = sys.argv[1]
ALL_SIGNS = 1024
SIGNS = int(sys.argv[3]) if len(sys.argv) > 3 else ALL_SIGNS
N_SUBJECTS, N_TIMES, FEW_TIMES = 20, 200, 2
ROUNDS = 8  # of means over neighbours
# What one test of 19 degrees of freedom exceeds with p = 0.001 and 0.05, on both sides.
LEVELS = {0.001: 3.883, 0.05: 2.093}
mne = import_module(PACKAGE)
stats = import_module(f"{PACKAGE}.stats")
mne.set_log_level("error")


def hemispheres():
    """Which sources are neighbours."""
    one = spatial_tris_adjacency(icosahedron(5)[1])
    return scipy.sparse.block_diag([one, one]).tocoo()


def smooth_noise(adjacency):
    """Data of subjects (n_subjects, n_times, n_sources)."""
    rng = np.random.default_rng(0)
    spread = scipy.sparse.diags_array(1 / adjacency.sum(axis=1)) @ adjacency.tocsr()
    out = np.empty((N_SUBJECTS, N_TIMES, adjacency.shape[0]))
    for one in out:
        rough = rng.standard_normal(one.shape)
        field = scipy.ndimage.gaussian_filter1d(rough, 4, axis=0).T
        for _ in range(ROUNDS):
            field = spread @ field
        one[:] = field.T / field.std()
    return out


adjacency = hemispheres()
data = smooth_noise(adjacency)
few = np.ascontiguousarray(data[:, :FEW_TIMES]).reshape(N_SUBJECTS, -1)
steps = {
    f"max-T of {few.shape[1]} tests": lambda: stats.permutation_t_test(few, ALL_SIGNS, seed=0)[2],
    **{
        f"clusters of {data[0].size} tests, p = {p}": lambda level=level: (
            stats.spatio_temporal_cluster_1samp_test(
                data, level, SIGNS, adjacency=adjacency, seed=0, buffer_size=None
            )[3]
        )
        for p, level in LEVELS.items()
    },
}
laps, needed, found = Laps(), {}, {}
for step, compute in steps.items():
    forget_peak()
    before = memory("VmRSS")
    laps.start()
    found[step] = compute()
    laps.done(step)
    needed[step] = (memory("VmHWM") - before, found[step].nbytes / 2**20)
    print(step, found[step].sum(), file=sys.stderr)
laps.tell(needed=needed)
