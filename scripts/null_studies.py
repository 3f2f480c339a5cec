#!/usr/bin/env python3
"""How often tests over subjects find something where there is nothing: it should be 5 %.

    python scripts/null_studies.py [--studies 200] [--permutations 100] [--seed 0]

Each study has twelve subjects whose sensors see noise that is smooth over space and time, and of
another size in each subject; there is no effect. Tells for each test of leadfield.stats in how many
studies its least p was at most 0.05, and between which numbers chance would have it. It takes some
minutes; Ctrl-C tells of the studies that are done.
"""

import argparse
from collections.abc import Callable
from typing import Any

import numpy as np
import scipy.sparse
import scipy.spatial
import scipy.stats

import leadfield
from leadfield.base.progress import tracked
from leadfield.stats import (
    permutation_cluster_test,
    permutation_t_test,
    spatio_temporal_cluster_1samp_test,
)

LEVEL = 0.05
N_SUBJECTS, N_SENSORS, N_TIMES = 12, 60, 25
REACH = 0.4  # of the noise over the head, whose radius is 1
MEMORY = 0.8  # of the noise from one time to the next
SIZES = 0.5  # deviation of the logarithm of subjects' noise

Test = Callable[[np.ndarray, dict[str, Any]], np.ndarray]


def sensors() -> np.ndarray:
    """Places (n_sensors, 3) that are spread evenly over the upper half of a sphere."""
    i = np.arange(N_SENSORS) + 0.5
    height, turn = 1 - i / N_SENSORS, np.pi * (1 + 5**0.5) * i
    ring = np.sqrt(1 - height**2)
    return np.stack([ring * np.cos(turn), ring * np.sin(turn), height], axis=1)


def neighbours(places: np.ndarray) -> scipy.sparse.coo_array:
    """Which sensors are neighbours: corners of one triangle."""
    triangles = scipy.spatial.Delaunay(places[:, :2]).simplices
    return leadfield.spatial_tris_adjacency(triangles)


def study(rng: np.random.Generator, mixing: np.ndarray) -> np.ndarray:
    """Data (n_subjects, n_times, n_sensors) without an effect."""
    data = rng.standard_normal((N_SUBJECTS, N_TIMES, N_SENSORS)) @ mixing
    for time in range(1, N_TIMES):
        data[:, time] = MEMORY * data[:, time - 1] + (1 - MEMORY**2) ** 0.5 * data[:, time]
    return data * np.exp(SIZES * rng.standard_normal((N_SUBJECTS, 1, 1)))


def least_p(data: np.ndarray, adjacency: Any, permutations: int, seed: int) -> dict[str, float]:
    """The least p of each test."""
    options = {"n_permutations": permutations, "seed": seed}
    clusters = {**options, "adjacency": adjacency}
    one = spatio_temporal_cluster_1samp_test
    half = [data[: N_SUBJECTS // 2], data[N_SUBJECTS // 2 :]]
    found = {
        "max-T": permutation_t_test(data.reshape(N_SUBJECTS, -1), **options)[1],
        "clusters, p = 0.05": one(data, **clusters)[2],
        "clusters, p = 0.001": one(data, 4.437, **clusters)[2],
        "clusters above 0": one(data, **clusters, tail=1)[2],
        "enhancement, exact": one(data, {"start": 0, "step": "exact"}, **clusters)[2],
        "clusters between two groups": permutation_cluster_test(half, 5.0, **clusters)[2],
    }
    return {name: float(np.min(p, initial=1.0)) for name, p in found.items()}


def main() -> None:
    """Make the studies and tell."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--studies", type=int, default=200)
    parser.add_argument("--permutations", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    leadfield.set_log_level("error")
    rng, places = np.random.default_rng(asked.seed), sensors()
    apart = scipy.spatial.distance.cdist(places, places)
    mixing, adjacency = np.exp(-0.5 * (apart / REACH) ** 2), neighbours(places)
    found: dict[int, dict[str, float]] = {}
    try:
        for number in tracked(range(asked.studies), "Studies", asked.studies):
            found[number] = least_p(study(rng, mixing), adjacency, asked.permutations, number)
    except KeyboardInterrupt:
        print("stopped")
    rows = list(found.values())
    if not rows:
        return
    low, high = scipy.stats.binom(len(rows), LEVEL).ppf([0.025, 0.975]).astype(int)
    print(f"{len(rows)} studies; chance has {low} to {high} of them with p at most {LEVEL}\n")
    print("| test | studies | share |\n| --- | ---: | ---: |")
    for name in rows[0]:
        count = sum(row[name] <= LEVEL for row in rows)
        print(f"| {name} | {count} | {count / len(rows):.1%} |")


if __name__ == "__main__":
    main()
