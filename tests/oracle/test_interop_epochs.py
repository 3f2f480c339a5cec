"""Epochs of MNE-Python's come back with all they have; complex ones are localised."""

import numpy as np
import pytest

import leadfield
from leadfield import minimum_norm as ours
from leadfield.api.epochs.epochs import as_epochs
from leadfield.base.errors import ArgumentTypeError

mne = pytest.importorskip("mne")
pandas = pytest.importorskip("pandas")
# Of MNE-Python's own reading of tables.
pytestmark = pytest.mark.filterwarnings("ignore:The inplace keyword")


@pytest.fixture(scope="module")
def cut(made_raw):
    """Epochs of which some were dropped, with a table, tags and annotations."""
    raw = mne.io.read_raw_fif(made_raw, preload=True, verbose=False)
    events = mne.find_events(raw, "STI 014", verbose=False)
    epochs = mne.Epochs(
        raw,
        events,
        {"a/l": 1, "a/r": 2, "v": 3},
        tmin=-0.1,
        tmax=0.3,
        reject={"eog": 0.0003},
        flat={"grad": 1e-16},
        preload=True,
        verbose=False,
    )
    limits = np.ptp(epochs.get_data(picks="eog"), axis=2).ravel()
    epochs = epochs.drop_bad(reject={"eog": float(np.median(limits))}, verbose=False)[1:]
    table = {"rt": np.arange(len(epochs)) / 10, "word": ["x"] * len(epochs)}
    epochs.metadata = pandas.DataFrame(table, index=epochs.selection)
    return epochs


@pytest.fixture(scope="module")
def kept(cut, tmp_path_factory):
    """The file of these epochs."""
    path = tmp_path_factory.mktemp("kept") / "kept-epo.fif"
    cut.save(path, verbose=False)
    return path


def assert_all_comes_back(epochs):
    back = leadfield.Epochs.to_mne(as_epochs(epochs))
    assert back.drop_log == epochs.drop_log
    assert back.event_id == epochs.event_id
    np.testing.assert_array_equal(back.selection, epochs.selection)
    np.testing.assert_array_equal(back.events, epochs.events)
    pandas.testing.assert_frame_equal(back.metadata, epochs.metadata)
    assert back.filename == epochs.filename
    assert (back.reject, back.flat, back.baseline) == (epochs.reject, epochs.flat, epochs.baseline)
    assert (back.reject_tmin, back.reject_tmax) == (epochs.reject_tmin, epochs.reject_tmax)
    assert back.annotations == epochs.annotations
    np.testing.assert_array_equal(back.get_data(copy=False), epochs.get_data(copy=False))


def test_what_was_cut_comes_back(cut):
    assert any(reasons for reasons in cut.drop_log)
    assert_all_comes_back(cut)


def test_what_was_read_comes_back_with_its_file(kept):
    read = mne.read_epochs(kept, verbose=False)
    assert read.filename == kept
    assert_all_comes_back(read)


def test_files_have_the_same_names(kept, shared):
    assert leadfield.read_epochs(kept).filename == mne.read_epochs(kept, verbose=False).filename
    assert leadfield.read_epochs(kept)[2:4].filename == kept
    path = shared / "test-ave.fif.gz"
    mine, other = leadfield.read_evokeds(path, 0), mne.read_evokeds(path, 0, verbose=False)
    assert mine.filename == other.filename == mine.to_mne().filename == path
    mine.filename = other.filename = None
    assert mine.to_mne().filename is None
    mine.filename = "x-ave.fif"
    assert mine.copy().filename.name == "x-ave.fif"


@pytest.fixture(scope="module")
def analytic(shared, made_forwards):
    """Epochs of analytic signals, and an operator."""
    forward = mne.read_forward_solution(made_forwards["surface"], verbose=False)
    info = (
        mne.read_evokeds(shared / "test-ave.fif.gz", 0, verbose=False).pick(forward.ch_names).info
    )
    noise = mne.make_ad_hoc_cov(info, verbose=False)
    operator = mne.minimum_norm.make_inverse_operator(info, forward, noise, verbose=False)
    scales = np.where([name[:3] == "EEG" for name in info["ch_names"]], 1e-6, 1e-12)[:, None]
    data = scales * np.random.default_rng(0).standard_normal((3, len(scales), 100))
    epochs = mne.EpochsArray(data, info, verbose=False)
    return epochs.apply_hilbert(verbose=False), operator


@pytest.mark.parametrize("method", ["MNE", "dSPM"])
@pytest.mark.parametrize("pick_ori", [None, "normal", "vector"])
def test_analytic_signals_give_the_same_estimates(analytic, method, pick_ori):
    epochs, operator = analytic
    options = {"lambda2": 1 / 9, "method": method, "pick_ori": pick_ori}
    expected = mne.minimum_norm.apply_inverse_epochs(epochs, operator, **options, verbose=False)
    found = ours.apply_inverse_epochs(epochs, operator, **options)
    assert len(found) == len(expected) == 3
    for one, other in zip(found, expected, strict=True):
        assert one.data.dtype == other.data.dtype
        limit = 1e-10 * abs(other.data).max()
        np.testing.assert_allclose(one.data, other.data, rtol=0, atol=limit)


def test_other_functions_say_what_they_need(analytic):
    with pytest.raises(
        ArgumentTypeError, match="real numbers, got complex128: take their absolute"
    ):
        leadfield.compute_covariance(analytic[0])
