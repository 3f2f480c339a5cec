"""Functions that reject epochs do so as in MNE-Python, with the same drop logs."""

import copy

import numpy as np
import pytest

import leadfield
from leadfield.api.epochs.epochs import as_epochs

mne = pytest.importorskip("mne")
NAMES, TYPES = ["a", "b", "c", "e"], ["eeg", "eeg", "eeg", "eog"]


def made(package, bads=(), **options):
    rng = np.random.default_rng(0)
    info = package.create_info(NAMES, 100.0, TYPES)
    info["bads"] = list(bads)
    events = np.column_stack([np.arange(40) * 100, np.zeros(40, int), 1 + np.arange(40) % 2])
    data = rng.standard_normal((40, 4, 60)) * rng.uniform(0.5, 2, (40, 1, 1))
    return package.EpochsArray(data, info, events, verbose=False, **options)


def large(data):
    return data.max() > 4, "large"


def two_reasons(data):
    return np.bool_(data.std() > 1.5), ["loud", "noisy"]


def a_tuple(data):
    return bool(np.ptp(data) < 4), ("quiet",)


LIMITS = [
    ({"eeg": large}, None),
    ({"eeg": two_reasons, "eog": 6.0}, None),
    ({"eog": 6.0, "eeg": two_reasons}, {"eog": a_tuple}),
    ({"eeg": 7.0}, {"eeg": a_tuple, "eog": 2.5}),
]


@pytest.mark.parametrize("bads", [[], ["a"], ["a", "b", "c"]], ids=len)
@pytest.mark.parametrize("limits", LIMITS, ids=range(len(LIMITS)))
def test_the_same_epochs_are_dropped_for_the_same_reasons(limits, bads):
    ours, theirs = (made(package, bads) for package in (leadfield, mne))
    for one in (ours, theirs):
        assert one.drop_bad(*limits, verbose=False) is one
    assert ours.drop_log == theirs.drop_log
    np.testing.assert_array_equal(ours.selection, theirs.selection)
    if not bads:
        assert 0 < len(ours) < 40


def test_functions_see_the_window_of_rejection():
    seen = {leadfield: set(), mne: set()}
    for package, shapes in seen.items():

        def look(data, shapes=shapes):
            shapes.add(data.shape)
            return False, "x"

        made(package, reject_tmin=0.1, reject_tmax=0.3).drop_bad({"eeg": look}, verbose=False)
    assert seen[leadfield] == seen[mne] == {(3, 20)}


def test_what_functions_write_stays_with_them():
    def spoil(data):
        data[:] = 0
        return False, "x"

    epochs = made(leadfield)
    before = epochs.get_data()
    np.testing.assert_array_equal(epochs.drop_bad({"eeg": spoil}).get_data(), before)


def test_limits_are_kept_and_tightened_alike():
    ours, theirs = (made(package) for package in (leadfield, mne))
    for one in (ours, theirs):
        one.drop_bad({"eeg": large}, verbose=False)
        one.drop_bad({"eog": 7.0}, verbose=False)
        assert one.reject == {"eeg": large, "eog": 7.0}
        one.drop_bad({"eeg": two_reasons}, verbose=False)
        with pytest.raises(ValueError, match="eog"):
            one.drop_bad({"eog": 9.0}, verbose=False)
    assert ours.drop_log == theirs.drop_log
    assert dict(ours.reject) == theirs.reject


def test_epochs_of_a_recording_take_functions():
    rng = np.random.default_rng(1)
    raws = []
    for package in (leadfield, mne):
        info = package.create_info(NAMES, 100.0, TYPES)
        data = np.random.default_rng(1).standard_normal((4, 3000))
        raws.append(package.io.RawArray(data, info, verbose=False))
    events = np.column_stack([rng.integers(50, 2900, 30), np.zeros(30, int), np.ones(30, int)])
    events = events[np.argsort(events[:, 0])]
    events = events[np.r_[True, np.diff(events[:, 0]) > 0]]
    given = {"baseline": (None, 0), "tmax": 0.3, "verbose": False}
    ours = leadfield.Epochs(raws[0], events, reject={"eeg": large}, **given)
    theirs = mne.Epochs(raws[1], events, **given).drop_bad({"eeg": large}, verbose=False)
    data = ours.get_data()
    assert ours.drop_log == theirs.drop_log
    np.testing.assert_allclose(data, theirs.get_data(), rtol=1e-10, atol=1e-12)
    assert {"large"} < set().union(*({*log} or {""} for log in ours.drop_log))


@pytest.mark.parametrize(
    "result",
    [True, (1, "a"), (True, 3), (True, [3]), (True, "a", "b"), [True, "a"], None],
    ids=str,
)
def test_what_functions_may_not_return_is_an_error_in_both(result):
    for package in (leadfield, mne):
        with pytest.raises(TypeError):
            made(package).drop_bad({"eeg": lambda _: result}, verbose=False)


def test_files_say_that_they_leave_functions_out(tmp_path):
    epochs = made(leadfield).drop_bad({"eeg": large, "eog": 7.0})
    with pytest.warns(RuntimeWarning, match="functions that rejected epochs.*'eeg'"):
        epochs.save(tmp_path / "x-epo.fif", verbose=True)
    again = mne.read_epochs(tmp_path / "x-epo.fif", verbose=False)
    assert again.reject == {"eog": 7.0}
    assert again.drop_log == epochs.drop_log


def test_they_go_to_mne_python_and_back():
    theirs = made(mne).drop_bad({"eeg": large}, verbose=False)
    taken = as_epochs(theirs)
    assert taken.reject == {"eeg": large}
    assert taken.drop_log == theirs.drop_log
    ours = made(leadfield).drop_bad({"eeg": large})
    assert ours.to_mne().reject == {"eeg": large}
    assert copy.deepcopy(ours).reject == {"eeg": large}


def test_functions_for_types_that_are_not_there_are_refused():
    with pytest.raises(ValueError, match="'grad'"):
        made(leadfield).drop_bad({"grad": large})
