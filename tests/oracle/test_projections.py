"""Projections, projectors and compensation equal MNE-Python's."""

import warnings

import numpy as np
import pytest

from leadfield.api.recording.info import read_info
from leadfield.api.recording.projections import make_eeg_average_ref_proj, read_proj, write_proj
from leadfield.recording.projector import make_projector

mne = pytest.importorskip("mne")


def assert_same(ours, theirs):
    for one, other in zip(ours, theirs, strict=True):
        assert all(one[key] == other[key] for key in ("desc", "kind", "active", "explained_var"))
        assert one["data"]["col_names"] == other["data"]["col_names"]
        np.testing.assert_array_equal(one["data"]["data"], other["data"]["data"])


@pytest.fixture(scope="module")
def both(shared):
    path = shared / "test-ave.fif.gz"
    return read_info(path, verbose=False), mne.io.read_info(path, verbose=False)


@pytest.mark.parametrize("picks", [slice(None), slice(0, 306), slice(0, 306, 3), slice(305, 340)])
@pytest.mark.parametrize("bads", [(), ("MEG 0111", "EEG 053")])
def test_projectors_are_the_same(picks, bads, both):
    names = both[1]["ch_names"][picks]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # both warn of shortened patterns
        found = make_projector(both[0].value.projections, names, bads)
        expected, m, _ = mne._fiff.proj.make_projector(both[1]["projs"], names, bads)
    assert found.n_vectors == m
    np.testing.assert_allclose(found.matrix, expected, atol=1e-14)


def test_both_warn_where_picking_shortens_a_pattern(both):
    names = both[1]["ch_names"][2:306:12]
    with pytest.warns(RuntimeWarning, match="of its length"):
        make_projector(both[0].value.projections, names)
    with pytest.warns(RuntimeWarning, match="magnitude"):
        mne._fiff.proj.make_projector(both[1]["projs"], names)


def test_files_of_theirs_are_read_to_the_same(shared):
    path = shared / "test-proj.fif"
    assert_same(read_proj(path, verbose=False), mne.read_proj(path, verbose=False))


def test_files_of_ours_are_read_to_the_same(shared, tmp_path):
    expected = mne.read_proj(shared / "test-proj.fif", verbose=False)
    path = tmp_path / "x-proj.fif"
    write_proj(path, read_proj(shared / "test-proj.fif", verbose=False))
    assert_same(read_proj(path, verbose=False), expected)
    assert mne.read_proj(path, verbose=False) == expected


def test_average_references_are_the_same(both):
    found = make_eeg_average_ref_proj(both[0])
    expected = mne._fiff.proj.make_eeg_average_ref_proj(both[1], verbose=False)
    assert (found["desc"], found["data"]["col_names"]) == (
        expected["desc"],
        expected["data"]["col_names"],
    )
    np.testing.assert_allclose(found["data"]["data"], expected["data"]["data"], rtol=1e-15)
