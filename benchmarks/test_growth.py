"""How the parts' time grows with the problem: pytest benchmarks of one package.

Not part of the test run. PACKAGE names the package, PROBLEMS the folder that problems.py
filled. Times should be linear in times, epochs and sources, and at most quadratic in
channels where nothing is decomposed.
"""

import os
import tracemalloc
from functools import lru_cache
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest
from first_steps import strips
from problems import MEG, OCT_6, SIZES

PACKAGE, FOLDER = os.environ["PACKAGE"], Path(os.environ["PROBLEMS"])
mne = import_module(PACKAGE)
minimum_norm = import_module(f"{PACKAGE}.minimum_norm")
mne.set_log_level("error")
ROUNDS = 5 if PACKAGE == "leadfield" else 1  # MNE-Python takes minutes as it is
LAMBDA2 = 1 / 9
TIMES = (1, 100, 1000)
EPOCHS = (1, 100, 1000)


@lru_cache(maxsize=1)
def files(sources, channels):
    """Forward model, noise covariance and information of a problem."""
    name = f"{sources}-{channels}"
    fwd = mne.read_forward_solution(FOLDER / f"{name}-fwd.fif")
    cov = mne.read_cov(FOLDER / f"{name}-cov.fif")
    return fwd, cov, mne.create_info(list(cov["names"]), 1000.0, "mag")


def made(sources, channels):
    """An inverse operator, loose, weighted by no depth."""
    fwd, cov, info = files(sources, channels)
    return minimum_norm.make_inverse_operator(info, fwd, cov, loose=0.2, depth=None, rank="full")


operator = lru_cache(maxsize=1)(made)


@lru_cache(maxsize=1)
def prepared(sources, channels, method):
    """The operator made ready for one average."""
    inv = operator(sources, channels)
    return minimum_norm.prepare_inverse_operator(inv, 1, LAMBDA2, method)


def response(n_channels, n_times):
    return np.random.default_rng(2).standard_normal((n_channels, n_times))


@pytest.fixture
def measured(benchmark):
    """Time a function after a run that warms up; remember the sizes."""

    def measure(function, **sizes):
        benchmark.extra_info.update(sizes)
        return benchmark.pedantic(function, rounds=ROUNDS, warmup_rounds=int(ROUNDS > 1))

    return measure


@pytest.mark.parametrize(("sources", "channels"), SIZES)
def test_make_inverse_operator(measured, sources, channels):
    measured(lambda: made(sources, channels), sources=sources, channels=channels)


@pytest.mark.parametrize("method", ["dSPM", "eLORETA"])
@pytest.mark.parametrize(("sources", "channels"), SIZES)
def test_prepare_inverse_operator(benchmark, sources, channels, method):
    inv = operator(sources, channels)
    benchmark.extra_info.update(sources=sources, channels=channels, method=method)
    # MNE-Python takes a minute for the largest eLORETA: it is not warmed up.
    benchmark.pedantic(
        lambda: minimum_norm.prepare_inverse_operator(inv, 1, LAMBDA2, method), rounds=ROUNDS
    )


@pytest.mark.parametrize("precision", ["", "float32"])
@pytest.mark.parametrize("times", TIMES)
@pytest.mark.parametrize("size", SIZES)
def test_apply_inverse(measured, size, times, precision):
    sources, channels = size
    options = {"dtype": precision} if precision and PACKAGE == "leadfield" else {}
    inv = prepared(sources, channels, "dSPM")
    _, _, info = files(sources, channels)
    evoked = mne.EvokedArray(response(channels, times), info)

    def run():
        return minimum_norm.apply_inverse(evoked, inv, LAMBDA2, "dSPM", prepared=True, **options)

    tracemalloc.start()
    answer = run().data.nbytes
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    sizes = {"sources": sources, "channels": channels, "times": times}
    measured(run, **sizes, method=precision, memory=peak / answer)


@pytest.mark.parametrize("epochs", EPOCHS)
def test_epochs_to_label_courses(measured, epochs):
    inv = prepared(OCT_6, MEG, "dSPM")
    _, _, info = files(OCT_6, MEG)
    data = np.broadcast_to(response(MEG, 100), (epochs, MEG, 100))
    made_up = mne.EpochsArray(data, info, proj=False)
    labels = strips(mne, inv["src"])
    options = {"pick_ori": "normal", "return_generator": True, "prepared": True}

    def run():
        stcs = minimum_norm.apply_inverse_epochs(made_up, inv, LAMBDA2, "dSPM", **options)
        return mne.extract_label_time_course(stcs, labels, inv["src"], "mean_flip")

    measured(run, sources=OCT_6, channels=MEG, times=100, epochs=epochs)


@pytest.mark.parametrize("channels", [60, MEG])
def test_compute_covariance(measured, channels):
    _, cov, info = files(OCT_6, channels)
    mixing = np.linalg.cholesky(cov.data)
    data = 1e-13 * mixing @ np.random.default_rng(3).standard_normal((60, channels, 40))
    epochs = mne.EpochsArray(data, info, tmin=-0.039, baseline=(None, None), proj=False)
    options = {"method": ["shrunk", "empirical"], "rank": "full"}
    measured(lambda: mne.compute_covariance(epochs, **options), channels=channels)
