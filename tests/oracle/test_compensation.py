"""Gradient compensation of a real CTF recording equals MNE-Python's."""

import itertools

import numpy as np
import pytest

from leadfield.api.recording.info import read_info
from leadfield.api.recording.read_raw import read_raw_fif
from leadfield.recording.compensator import compensator

mne = pytest.importorskip("mne")

GRADES = (0, 1, 2, 3)


@pytest.fixture
def path(shared):
    return shared / "test_ctf_comp_raw.fif"


@pytest.mark.parametrize(("there", "to"), list(itertools.permutations(GRADES, 2)))
def test_compensators_are_the_same(there, to, path):
    found = compensator(read_info(path, verbose=False).value, there, to)
    info = mne.io.read_info(path, verbose=False)
    expected = mne._fiff.compensator.make_compensator(info, there, to)
    # Two products and an inverse: a few rounding errors of the largest weight.
    np.testing.assert_allclose(found, expected, atol=1e-13 * np.abs(expected).max())


@pytest.mark.parametrize("grade", GRADES)
def test_compensated_samples_are_the_same(grade, path):
    found = read_raw_fif(path, verbose=False).apply_gradient_compensation(grade)
    raw = mne.io.read_raw_fif(path, verbose=False).apply_gradient_compensation(grade)
    assert found.compensation_grade == raw.compensation_grade == grade
    picks = mne.pick_types(raw.info, meg=True, ref_meg=True)
    a, b = found.get_data(picks), raw.get_data(picks)
    np.testing.assert_allclose(a, b, atol=1e-12 * np.abs(b).max())


def test_compensated_files_of_ours_are_read_to_the_same(path, tmp_path):
    found = read_raw_fif(path, verbose=False).apply_gradient_compensation(1)
    found.save(tmp_path / "x_raw.fif", fmt="double", verbose=False)
    raw = mne.io.read_raw_fif(tmp_path / "x_raw.fif", verbose=False)
    assert raw.compensation_grade == 1
    raw.load_data().apply_gradient_compensation(0)
    before = mne.io.read_raw_fif(path, verbose=False).apply_gradient_compensation(0)
    a, b = (one.get_data("mag") for one in (raw, before))
    np.testing.assert_allclose(a, b, atol=1e-12 * np.abs(b).max())
