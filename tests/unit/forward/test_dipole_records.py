"""Binary files of dipoles come back as they went, or not at all."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import FormatError, InputError, OverwriteError
from leadfield.forward.dipole_records import RECORD, read_dipole_records, write_dipole_records
from leadfield.forward.dipoles import CONFIDENCE, Dipoles


@pytest.fixture
def made():
    return Dipoles(
        times=np.array([0.1, 0.2]),
        positions=np.array([[0.01, 0.02, -0.03], [0, 0, 0.05]]),
        amplitudes=np.array([5e-9, 0]),
        orientations=np.array([[0.6, 0, 0.8], [0, 0, 0]]),
        fit=np.array([75, 0.5]),
        confidence={name: np.array([1e-3, 2e-3]) for name in CONFIDENCE},
        chi_squared=np.array([3.0, 4.0]),
    )


@pytest.fixture
def path(tmp_path, made):
    path = tmp_path / "some.bdip"
    write_dipole_records(path, made, overwrite=False)
    return path


def test_dipoles_come_back_in_single_precision(path, made):
    found = read_dipole_records(path)
    for name in ("times", "positions", "amplitudes", "orientations", "fit", "chi_squared"):
        np.testing.assert_allclose(getattr(found, name), getattr(made, name), rtol=1e-6)
    for name in CONFIDENCE:
        np.testing.assert_allclose(found.confidence[name], made.confidence[name], rtol=1e-6)


def test_a_record_has_the_bytes_of_xfit(path):
    assert RECORD.itemsize == 196
    assert path.stat().st_size == 2 * 196


def test_an_old_file_is_not_replaced_unasked(path, made):
    with pytest.raises(OverwriteError, match="overwrite=True"):
        write_dipole_records(path, made, overwrite=False)


@pytest.mark.parametrize("size", [0, 100, 300])
def test_a_file_that_ends_inside_a_dipole_is_refused(path, size):
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(FormatError, match=f"196 bytes each, the file has {size}"):
        read_dipole_records(path)


def test_limits_of_some_dipoles_alone_are_refused(path):
    records = np.frombuffer(path.read_bytes(), RECORD).copy()
    records["has_limits"] = [0, 1]
    path.write_bytes(records.tobytes())
    with pytest.raises(FormatError, match="confidence limits, or none"):
        read_dipole_records(path)


@pytest.mark.parametrize(("name", "what"), [("place", "positions"), ("moment", "moments")])
def test_places_and_moments_that_are_none_are_refused(path, name, what):
    records = np.frombuffer(path.read_bytes(), RECORD).copy()
    records[name][1] = np.nan
    path.write_bytes(records.tobytes())
    with pytest.raises(FormatError, match=f"{what} of dipoles must be finite"):
        read_dipole_records(path)


def test_numbers_too_large_for_single_precision_are_refused(tmp_path, made):
    large = replace(made, chi_squared=np.array([1e60, 1]))
    with pytest.raises(InputError, match="chi_squared of dipoles must fit into float32"):
        write_dipole_records(tmp_path / "large.bdip", large, overwrite=False)
