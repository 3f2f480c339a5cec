"""Threads and processes at once: the same numbers as from one, and no worker hangs."""

import copy
import multiprocessing
import pickle
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import FormatError
from leadfield.base.log import LOGGER
from leadfield.io import read_raw_fif
from leadfield.minimum_norm import apply_inverse, make_inverse_operator

AT_ONCE = 8
METHODS = ("MNE", "dSPM", "sLORETA")
PATIENCE = 120  # s, for workers that load leadfield


@pytest.fixture(scope="module")
def objects(experiment):
    """One of each main object, of a few channels."""
    folder = experiment / "MEG" / "sample"
    raw = read_raw_fif(folder / "sample_audvis_filt-0-40_raw.fif")
    names = [name for name in raw.ch_names if name.startswith("MEG")][::12]
    raw = raw.crop(0, 30).pick([*names, "STI 014"]).load_data()
    events = leadfield.find_events(raw)
    epochs = leadfield.Epochs(raw, events, 1, -0.2, 0.3, picks=names, preload=True)
    cov = leadfield.compute_covariance(epochs, tmax=0.0)
    forward = leadfield.read_forward_solution(folder / "sample_audvis-meg-oct-6-fwd.fif")
    forward = leadfield.pick_channels_forward(forward, names)
    evoked = epochs.average()
    operator = make_inverse_operator(evoked.info, forward, cov)
    stc = apply_inverse(evoked, operator)
    subjects = experiment / "subjects"
    morph = leadfield.compute_source_morph(stc, "sample", "fsaverage", subjects_dir=subjects)
    return {
        "raw": raw,
        "epochs": epochs,
        "evoked": evoked,
        "cov": cov,
        "forward": forward,
        "src": forward["src"],
        "operator": operator,
        "stc": stc,
        "morph": morph,
        "info": raw.info,
        "annotations": raw.annotations,
        "projections": raw.info["projs"],
    }


def applied(method, objects):
    """A map by one method."""
    return apply_inverse(objects["evoked"], objects["operator"], method=method).data


def arguments(objects, method):
    """What a map is made of."""
    return objects["evoked"], objects["operator"], 1 / 9, method


def sum_of(path):
    """What is read of a recording."""
    return float(np.abs(read_raw_fif(path).get_data()).sum())


def test_one_operator_gives_the_same_maps_from_eight_threads(objects):
    methods = ["MNE", "dSPM", "sLORETA", "eLORETA"] * 4
    alone = {method: applied(method, objects) for method in set(methods)}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = list(pool.map(partial(applied, objects=objects), methods))
    for method, data in zip(methods, found, strict=True):
        np.testing.assert_allclose(data, alone[method], rtol=1e-6, atol=0)


def test_one_recording_is_read_the_same_from_eight_threads(objects, tmp_path):
    (path,) = objects["raw"].save(tmp_path / "shared_raw.fif")
    raw = read_raw_fif(path)
    whole = raw.get_data()
    spans = [(100 * i, 100 * i + 900) for i in range(32)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        parts = list(pool.map(lambda span: raw.get_data(start=span[0], stop=span[1]), spans))
        sums = set(pool.map(sum_of, [path] * AT_ONCE))
    for (start, stop), part in zip(spans, parts, strict=True):
        assert np.array_equal(part, whole[:, start:stop])
    assert len(sums) == 1


def test_each_of_eight_threads_has_the_level_it_asks_for(objects):
    def levels(verbose):
        for _ in range(20):
            apply_inverse(objects["evoked"], objects["operator"], verbose=verbose)
        return LOGGER.getEffectiveLevel()

    before = LOGGER.level
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = set(pool.map(levels, ["error", "warning", None, "critical"] * 2))
    assert found == {before} == {LOGGER.level}


@pytest.mark.parametrize("start", ["fork", "spawn"])
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_workers_give_the_same_maps(objects, start):
    if start not in multiprocessing.get_all_start_methods():
        pytest.skip(f"processes cannot be started by {start} here")
    context = multiprocessing.get_context(start)
    rows = zip(*(arguments(objects, method) for method in METHODS), strict=True)
    with ProcessPoolExecutor(2, mp_context=context) as pool:
        found = list(pool.map(apply_inverse, *rows, timeout=PATIENCE))
    for method, stc in zip(METHODS, found, strict=True):
        np.testing.assert_allclose(stc.data, applied(method, objects), rtol=1e-9, atol=0)


def test_workers_of_joblib_give_the_same_maps(objects):
    from joblib import Parallel, delayed

    calls = [delayed(apply_inverse)(*arguments(objects, method)) for method in METHODS]
    found = Parallel(2, timeout=PATIENCE)(calls)
    for method, stc in zip(METHODS, found, strict=True):
        np.testing.assert_allclose(stc.data, applied(method, objects), rtol=1e-9, atol=0)


def test_a_worker_that_meets_a_damaged_file_hands_its_error_over(objects, tmp_path):
    (good,) = objects["raw"].save(tmp_path / "good_raw.fif")
    bad = tmp_path / "bad_raw.fif"
    bad.write_bytes(good.read_bytes()[:100])
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        results = [pool.apply_async(read_raw_fif, (path,)) for path in (bad, good, bad)]
        with pytest.raises(FormatError) as caught:
            results[0].get(PATIENCE)
        assert caught.value.path == bad
        assert results[1].get(PATIENCE).n_times == objects["raw"].n_times


def numbers(thing):
    """Arrays that tell one object from another."""
    if hasattr(thing, "get_data"):
        return thing.get_data()
    if hasattr(thing, "morph_mat"):
        return thing.morph_mat.data
    if hasattr(thing, "data") and not isinstance(thing.data, memoryview):
        return np.asarray(thing.data)
    return None


NAMES = (
    "raw",
    "epochs",
    "evoked",
    "cov",
    "forward",
    "src",
    "operator",
    "stc",
    "morph",
    "info",
    "annotations",
    "projections",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("again", [copy.deepcopy, lambda thing: pickle.loads(pickle.dumps(thing))])
def test_main_objects_are_pickled_and_copied_whole(objects, name, again):
    thing = objects[name]
    other = again(thing)
    assert repr(other) == repr(thing)
    expected = numbers(thing)
    if expected is not None:
        assert np.array_equal(numbers(other), expected)


def test_a_pickled_operator_gives_the_same_map(objects):
    other = pickle.loads(pickle.dumps(objects["operator"]))
    data = apply_inverse(pickle.loads(pickle.dumps(objects["evoked"])), other).data
    assert np.array_equal(data, objects["stc"].data)
